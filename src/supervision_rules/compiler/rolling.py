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

# 全年, 年内, 近年, 年度: a year, without a number.
_YEAR: Final = re.compile("[全整本当近每同该]年|年[内度中]|周年")
_QUARTER: Final = re.compile("[全整本当近每同该]季|季[内度]")
_MEANT: Final = ((_YEAR, Decimal(12)), (_QUARTER, Decimal(3)))


def check_rolling(chosen: Chosen, reach: Reach) -> None:
    """Tell each window of so many months that no words speak of: once, under the options that the pack takes."""
    rolling = [index for index, fact in enumerate(chosen.pack.facts) if fact.rolling]
    if chosen.choice.asked or not rolling:
        return
    using = [(binder, {id(reach.facts[key]) for key in reach.facts_read(binder)}) for binder in reach.rules.values()]
    for index in rolling:
        spec = chosen.pack.facts[index]
        binder = reach.facts.get((chosen.declarations.base(spec.of), spec.id))
        if binder is not None and not _is_argued(binder):
            _check(binder, [rule for rule, facts in using if id(binder) in facts])


def _check(fact: TextBinder, rules: list[TextBinder]) -> None:
    """Tell the number of months of a fact, unless its words or those of a rule carry it, or a rule argues it."""
    window = fact.at("window")
    words = [*words_in(fact.node), *(text for rule in rules for text in words_in(rule.node))]
    if not isinstance(window, nodes.Scalar) or not words or any(map(_is_argued, rules)):
        return
    months = Decimal(window.text.split()[0])
    if months not in {*carried(words, "month"), *_meant(words)}:
        shown = " / ".join(dict.fromkeys(words))
        fact.report("SR310", "window", number=months, words=shown, uncited=NOTHING, share=NOTHING, meant=NOTHING)


def _meant(words: list[str]) -> Iterator[Decimal]:
    """The months of a year or a quarter that the words speak of without a number."""
    yield from (months for form, months in _MEANT if any(map(form.search, words)))


def _is_argued(binder: TextBinder) -> bool:
    return isinstance(said := binder.at("unquoted"), nodes.Scalar) and said.value is not None
