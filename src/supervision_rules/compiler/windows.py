"""The windows of rules that read one another: those of one must lie within those of the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import Collector, named
from supervision_rules.language.binding import TextBinder


def check_windows(reach: Reach, diagnostics: Collector) -> None:
    """Tell each rule that reads another whose windows lie across its own, and what goes into a score amiss."""
    for rule, binder in reach.rules.items():
        windows, fed, read = binder.declarations.windows, _fed(binder), reach.rules_read(binder)
        window: Any = windows[rule]
        for other in sorted(read - fed) if window else ():
            its = windows.get(other)
            if its and not (lies_within(its, window) or lies_within(window, its)):
                _tell(diagnostics, binder, window, other, its)
        if window:
            _check_fed(reach, rule, sorted(fed & read), diagnostics)


def _check_fed(reach: Reach, rule: str, fed: Sequence[str], diagnostics: Collector) -> None:
    """Tell what goes into a score and does not fit its windows, each in its place; most of all, at the score."""
    score = reach.rules[rule]
    window: Any = score.declarations.windows[rule]
    windows: Mapping[str, Any] = {
        each: score.declarations.windows.get(each)
        for each in fed  # that one is of another subject, or is called as another rule, is told
        if each in reach.rules and score.declarations.subjects[each] == score.declarations.base(score.subject)
    }
    across = [each for each, its in windows.items() if its and not lies_within(its, window)]
    if len(across) > 1 and len(across) * 2 > len(windows):
        _tell(diagnostics, score, window, named(across), windows[across[0]])
    elif across:
        for each in across:
            _tell(diagnostics, reach.rules[each], windows[each], rule, window)
    for each in (name for name, its in windows.items() if its is None):
        place = reach.rules[each].span("into")
        diagnostics.add("SR321", place, rule=each, window=_words(window))


def _tell(
    diagnostics: Collector, binder: TextBinder, window: PeriodKind, read: str | Bilingual, its: PeriodKind
) -> None:
    words = {"window": _words(window), "its_window": _words(its)}
    diagnostics.add("SR320", binder.span("window"), rule=read, **words)


def _fed(binder: TextBinder) -> frozenset[str]:
    """The rules that put their points into boxes, to a rule that has boxes; none to any other."""
    into = binder.declarations.into.values() if binder.at("boxes") is not None else ()
    return frozenset(rule for rules in into for rule in rules)


def _words(window: PeriodKind) -> Bilingual:
    return Bilingual(PERIODS[window], window)
