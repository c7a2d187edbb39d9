"""Prices of a table that stand at other levels than in the words: 分别扣 3、2、1 分, 省级的扣2分、市级的扣1分."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, NamedTuple

from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.constructs.prices import PriceTable
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.language.quotes import folded
from supervision_rules.language.said import Said, said_in, unspaced
from supervision_rules.shape import key_at
from supervision_rules.wording.naming import Names
from supervision_rules.wording.quoting import Quoting

KEYS: Final = ("each", "value")
"""The keys of a rule that may hold a table of prices."""


_STOP: Final = re.compile("[，,；;。？?！!、]")
_AND: Final = re.compile(r"\s*[、和]\s*")


class _Level(NamedTuple):
    """An entry of a table."""

    level: str
    label: str
    price: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class _Table:
    """The entries that have a number, in the order of their scale, and the words of their rule."""

    levels: Sequence[_Level]
    names: Names
    """Of all entries, those without a number among them."""
    texts: Sequence[str]

    def named(self, text: str) -> list[_Level]:
        """The levels that some words name, in their order."""
        placed = [(self.names.place(each.level, text), index) for index, each in enumerate(self.levels)]
        return [self.levels[index] for place, index in sorted(placed) if place >= 0]


def tell_exchanged(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each price that the words have for another level."""
    for rule in compiled.pack.rules:
        binder = compiled.reach.rules.get(rule.id)
        if binder is None:
            continue
        texts = [folded(quote.scalar.text) for quote in every[id(binder)].quotes]
        for key in KEYS:
            table = _table(binder, key, getattr(rule, key, None), texts)
            for level, how in _amiss(table) if table is not None else ():
                diagnostics.add("SR177", level.span, label=level.label, given=level.price, how=how)


def _table(binder: Any, key: str, table: object, texts: Sequence[str]) -> _Table | None:
    by = next((each.checked.type for each in binder.stated if each.path[:2] == (key, "by")), None)
    if not isinstance(table, PriceTable) or table.table is None or by is None or not by.labels:
        return None
    labels = {level: folded(label) for level, label in zip(by.levels, by.labels, strict=True) if level in table.table}
    levels = []
    for level, label in labels.items():
        price, written = table.table[level], key_at(binder.node, (key, "table", level))
        if isinstance(price, int | Decimal) and written is not None:
            levels.append(_Level(level, label, abs(Decimal(price)), written.span))
    return _Table(levels, Names(labels), texts) if len(levels) > 1 else None


def _amiss(table: _Table) -> Iterator[tuple[_Level, Bilingual]]:
    said = _said_of(table)
    for level in table.levels:
        theirs = {number for other, numbers in said.items() if other != level for number in numbers}
        if level in said and level.price in theirs - said[level]:
            numbers = "、".join(map(str, sorted(said[level])))
            yield level, Bilingual(f"原话里它是 {numbers}", f"the words give it {numbers}")
            return
    for run, before in _runs(table.texts):
        first = _out_of_order(table, run, table.named(before))
        if first is not None:
            numbers = "、".join(map(str, run))
            yield first, Bilingual(f"原话依次是 {numbers}", f"the words give {numbers}, in this order")
            return


def _said_of(table: _Table) -> Mapping[_Level, set[Decimal]]:
    """The numbers that stand in a part of a sentence that names one level alone, or behind such a part."""
    found = defaultdict[_Level, set[Decimal]](set)
    for text in table.texts:
        before: list[_Level] = []
        for said, segment, goes_on in _segments(text):
            levels = table.named(segment) or (before if goes_on else [])
            if len(levels) == 1 and not said.most:
                found[levels[0]].add(said.number)
            before = levels
    return found


def _segments(text: str) -> Iterator[tuple[Said, str, bool]]:
    """Each amount with the words that it stands in, from the 、 or the comma behind the one before it, and whether that
    was in the same part of the sentence."""
    begin = end = 0
    for said in said_in(text):
        if said.start >= end:
            stops = [stop for stop in _STOP.finditer(text, end, said.start) if stop[0] != "、"]
            goes_on = end > 0 and text[end - 1] == "、" and not stops
            begin = stops[-1].end() if stops else end
            stop = _STOP.search(text, said.end)
            end = stop.end() if stop else len(text) + 1
        yield said, unspaced(text[begin : end - 1]), goes_on


def _runs(texts: Iterable[str]) -> Iterator[tuple[list[Decimal], str]]:
    """The numbers in a row, with one unit (3、2、1分) or each with its own (3分、2分), and the words before it."""
    before = ""
    for text in texts:
        for row in _rows(text):
            if len(row) > 1:
                yield [each.number for each in row], unspaced(before + text[: row[0].start])
        before += text


def _rows(text: str) -> Iterator[list[Said]]:
    row: list[Said] = []
    for said in said_in(text):
        follows = row and row[-1].unit == said.unit
        if not follows or not (row[-1].end == said.end or _AND.fullmatch(text, row[-1].end, said.start)):
            yield row
            row = []
        row.append(said)
    yield row


def _out_of_order(table: _Table, run: Sequence[Decimal], named: Sequence[_Level]) -> _Level | None:
    """The first level whose price stands elsewhere in a row: in the order in which the words name the levels, or else
    in that of their scale, up or down."""
    if not {each.price for each in table.levels} <= set(run):
        return None
    if len(named) > 1:
        return _first_amiss(named, run)
    found = [_first_amiss(table.levels, row) for row in (run, run[::-1])]
    return found[0] if all(found) else None


def _first_amiss(levels: Iterable[_Level], run: Iterable[Decimal]) -> _Level | None:
    row = iter(run)
    return next((each for each in levels if each.price not in row), None)
