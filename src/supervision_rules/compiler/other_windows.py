"""Results of rules of other windows than those in which they are asked for: of shorter ones, of longer ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS as WORDS
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.sequence import Key
from supervision_rules.diagnostics import Collector
from supervision_rules.language.answers import OF_THE_LAST, RESULTS
from supervision_rules.language.asked import Asked
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.fact_spec import OF_ITS_OWN, PERIODS
from supervision_rules.language.facts import Fact

Facts = Mapping[str, Mapping[str, Fact]]
Turns = Mapping[str, PeriodKind | None]
"""The rules that judge by the turns of what recurs, with the periods of the calendar that these are."""
_EACH: Final[Mapping[PeriodKind, str]] = MappingProxyType(
    {kind: each for each, kind in PERIODS.items()} | {"day": "days"}
)
"""What a fact goes through the periods of each kind by."""


def check_shorter(reach: Reach, facts: Facts, turns: Turns, diagnostics: Collector) -> None:
    """Tell each question for a result of many windows that is answered by the last of them alone."""
    told = set[Asked]()
    for asked, seen, its in _of_others(reach, facts, turns):
        if asked.function in OF_THE_LAST and lies_within(its, seen) and asked not in told:
            told.add(asked)
            words = {"window": Bilingual(WORDS[seen], seen), "its_window": Bilingual(WORDS[its], its)}
            words["each"] = Bilingual(_EACH.get(its, "months"), _EACH.get(its, "months"))
            diagnostics.add("SR358", asked.span, rule=asked.rule, function=asked.function, **words)


def asked_in_shorter(reach: Reach, facts: Facts, turns: Turns) -> dict[str, PeriodKind]:
    """The rules that are asked for a result in a window within one of their own, each with the kind of its own."""
    return {asked.rule: its for asked, seen, its in _of_others(reach, facts, turns) if lies_within(seen, its)}


def _of_others(reach: Reach, facts: Facts, turns: Turns) -> Iterator[tuple[Asked, PeriodKind, PeriodKind]]:
    """What is asked for in a window of another kind than those of the rule asked: that window, and these."""
    windows = next((binder.declarations.windows for binder in reach.rules.values()), {})
    for rule, binder in reach.rules.items():
        window = windows.get(rule) or turns.get(rule)
        for asked, seen in _asked(reach, facts, binder, window, set()) if window else ():
            its = windows.get(asked.rule)
            if its and its != seen:
                yield asked, seen, its


def _asked(
    reach: Reach, facts: Facts, binder: TextBinder, window: PeriodKind, seen: set[tuple[Key, PeriodKind]]
) -> Iterator[tuple[Asked, PeriodKind]]:
    """What is asked of the same record of which it is asked, and the window through which that is looked at."""
    subjects, base = binder.declarations.subjects, binder.declarations.base
    for asked in binder.asked:
        if asked.function in RESULTS and base(subjects[asked.rule]) == asked.about:
            yield asked, window
    for key in sorted(binder.names):
        fact = facts.get(key[0], {}).get(key[1])
        if fact is not None and key in reach.facts and (key, window) not in seen:
            seen.add((key, window))
            yield from _asked(reach, facts, reach.facts[key], _inner(fact, window), seen)


def _inner(fact: Fact, window: PeriodKind) -> PeriodKind:
    """The window through which a fact looks at what it is made from: each of its periods, its own, the rule's."""
    if fact.way == "value":
        return window
    return PERIODS.get(fact.counted) or (window if fact.counted in OF_ITS_OWN else fact.period or window)
