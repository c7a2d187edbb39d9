"""How many months a fact looks back: as many as its own words say, or those of the rules that use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.reach import Reach
from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.figures import carried
from supervision_rules.language.quotes import words_in
from supervision_rules.language.readings import leaning

# 全年, 年内, 近年, 年度: a year, without a number.
_YEAR: Final = re.compile("[全整本当近每同该]年|年[内度中]|周年")
_QUARTER: Final = re.compile("[全整本当近每同该]季|季[内度]")
_MONTHS: Final = re.compile(r"\d+ months?")
_MEANT: Final = ((_YEAR, Decimal(12)), (_QUARTER, Decimal(3)))


def check_rolling(chosen: Chosen, reach: Reach) -> None:
    """Tell each window of so many months that no words speak of; under an option, what its reading says counts, too."""
    written = [nodes.at(chosen.written("facts", index), "window") for index in range(len(chosen.pack.facts))]
    looking = [index for index, window in enumerate(written) if any(_rolling(window))]
    if chosen.choice.asked or not looking:
        return
    using = [(binder, {id(reach.facts[key]) for key in reach.facts_read(binder)}) for binder in reach.rules.values()]
    for index in looking:
        spec, window = chosen.pack.facts[index], written[index]
        binder = reach.facts.get((chosen.declarations.base(spec.of), spec.id))
        if binder is not None and not _is_argued(binder) and window is not None:
            readings = (chosen.text.readings.get(name) for name in leaning(window))
            said = [text for each in readings if each is not None for text in (each.words, *each.options.values())]
            _check(binder, window, said, [rule for rule, facts in using if id(binder) in facts])


def _rolling(window: nodes.Node | None) -> Iterator[nodes.Scalar]:
    """The windows of so many months among those that a fact has under any option, on any day."""
    if isinstance(window, nodes.Scalar):
        if _MONTHS.fullmatch(window.text):
            yield window
    elif isinstance(window, nodes.Mapping):
        for _, value in window.entries:
            yield from _rolling(value)


def _check(fact: TextBinder, window: nodes.Node, said: list[str], rules: list[TextBinder]) -> None:
    """Tell each number of months of a fact, unless its words or those of a rule carry it, or a rule argues it."""
    words = [*words_in(fact.node), *(text for rule in rules for text in words_in(rule.node))]
    if not words or any(map(_is_argued, rules)):
        return
    taken = fact.at("window")
    for each in _rolling(window):
        told = words if taken is not None and each.span == taken.span else [*words, *said]
        months = Decimal(each.text.split()[0])
        if months not in {*carried(told, "month"), *_meant(told)}:
            shown = {"words": " / ".join(dict.fromkeys(told)), "uncited": NOTHING, "share": NOTHING, "meant": NOTHING}
            fact.diagnostics.add("SR310", each.span, number=months, **shown)


def _meant(words: list[str]) -> Iterator[Decimal]:
    """The months of a year or a quarter that the words speak of without a number."""
    yield from (months for form, months in _MEANT if any(map(form.search, words)))


def _is_argued(binder: TextBinder) -> bool:
    return isinstance(said := binder.at("unquoted"), nodes.Scalar) and said.value is not None
