"""A row's history: the row as it stood on each day on which something that is read of it happened, in one pass."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from supervision_rules.binding import Expression
from supervision_rules.expressions import Value, interval
from supervision_rules.facts import PEERS, Fact
from supervision_rules.links import field_to
from supervision_rules.world import Row, Schema

_BEFORE = date.min
"""Stands for all that was so before the history begins."""


class _Change(NamedTuple):
    """What a day brings: a record that counts for the fact ``name`` (None: perhaps), or an own date."""

    name: str
    record: Row | None
    value: Value


class Moment(NamedTuple):
    """A day of the history and the row as of its close."""

    day: date
    row: Row
    changes: Iterable[_Change] = ()

    @property
    def records(self) -> tuple[tuple[str, str], ...]:
        """The type and id of each record of the day that counts, or may count."""
        found = {(change.record.type, str(change.record["id"])) for change in self.changes if change.record is not None}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Reads:
    """What some expressions read of a record type, sorted by how it changes from day to day."""

    dates: tuple[str, ...]
    """Own fields that date an event."""
    counters: Mapping[str, Fact]
    """Counts of records that count from their date on, whatever happens to them later: kept up record by record."""
    aggregates: Mapping[str, Fact]
    """All other facts made from records."""
    fleeting: tuple[str, ...]
    """Names to be computed afresh on every day."""
    belated: bool
    """Whether a record may count for a window that had ended before it happened: one placed there by another date."""


def reads_of(schema: Schema, record_type: str, expressions: Iterable[Expression]) -> Reads:
    """What ``expressions`` read of ``record_type``, directly and through derived facts."""
    found: dict[str, None] = {}
    for expression in expressions:
        _collect(schema, record_type, expression, found)
    fields, events = schema.fields[record_type], schema.events[record_type]
    facts = {name: fact for name in found if isinstance(fact := schema.derived[record_type].get(name), Fact)}
    made = {name: fact for name, fact in facts.items() if fact.way != "value"}
    counters = {name: fact for name, fact in made.items() if _is_counter(schema, fact)}
    others = {name: fact for name, fact in made.items() if name not in counters}
    fleeting = tuple(name for name in found if name not in fields and name not in counters)
    dates = tuple(name for name in found if name in events)
    belated = any(fact.spec.by is not None for fact in others.values())
    return Reads(dates, MappingProxyType(counters), MappingProxyType(others), fleeting, belated)


def _collect(schema: Schema, record_type: str, expression: Expression, found: dict[str, None]) -> None:
    for name in sorted(expression.checked.names - found.keys()):
        found[name] = None
        fact = schema.derived[record_type].get(name)
        if isinstance(fact, Fact) and fact.way == "value" and fact.expression is not None:
            _collect(schema, record_type, fact.expression, found)


def _is_counter(schema: Schema, fact: Fact) -> bool:
    spec = fact.spec
    rolling = spec.window is not None and spec.window[0].isdigit()
    if fact.way not in ("count", "any") or rolling or spec.by is not None or spec.among or _counted(fact) == PEERS:
        return False
    base = schema.base(_counted(fact))
    return fact.where is None or all(_lasts(schema, base, name) for name in fact.where.checked.names)


def _counted(fact: Fact) -> str:
    return str(getattr(fact.spec, fact.way))


def _lasts(schema: Schema, record_type: str, name: str) -> bool:
    """Whether the fact keeps its value whatever happens after the date of its record."""
    if name in schema.fields[record_type]:
        return name not in schema.events[record_type]
    for reference, target in schema.references[record_type].items():
        inner = name.removeprefix(f"{reference}_")
        if inner != name and inner in schema.fields[target]:
            return inner not in schema.events[target]
    return False


def moments(row: Row, reads: Reads) -> Iterator[Moment]:
    """The days of the history of ``row`` within its window and up to the day asked, in order, and the last of them.

    Where a record may count belatedly for the window, the days after it are gone through too.
    The row handed out is the same one every time: what it says holds until the next day is asked for.
    """
    first, last = _bounds(row, reads)
    days = _changes(row, reads, first, last)
    before = days.pop(_BEFORE, [])
    if not days and last == row.world.as_of:
        yield Moment(last, row)
        return
    working = _Working(row, reads, last)
    working.apply(before)
    for day in sorted(days):
        yield Moment(day, working.on(day, days[day]), days[day])
    if last not in days and (reads.fleeting or not days):
        yield Moment(last, working.on(last, ()))


def _bounds(row: Row, reads: Reads) -> tuple[date, date]:
    as_of = row.world.as_of
    if row.period is None:
        return _BEFORE, as_of
    return row.period.first, as_of if reads.belated else min(row.period.last, as_of)


class _Working:
    """A copy of a row that is moved through its history: counts go up, own dates appear, the rest is computed anew."""

    __slots__ = ("counts", "fleeting", "row", "ways")

    def __init__(self, row: Row, reads: Reads, last: date) -> None:
        self.row = row.at(last, row.period)
        self.row.update(dict.fromkeys(reads.dates))
        self.counts = {name: [0, 0] for name in reads.counters}
        self.ways = {name: fact.way for name, fact in reads.counters.items()}
        self.fleeting = reads.fleeting
        for name, way in self.ways.items():
            self.row[name] = _shown(way, 0, 0)

    def on(self, day: date, changes: Iterable[_Change]) -> Row:
        """The row as of the close of ``day``, which brings ``changes``."""
        self.row.day = day
        for name in self.fleeting:
            self.row.pop(name, None)
        self.apply(changes)
        return self.row

    def apply(self, changes: Iterable[_Change]) -> None:
        row, counts = self.row, self.counts
        for name, _, value in changes:
            count = counts.get(name)
            if count is not None:
                count[0] += value is True
                count[1] += 1
                row[name] = _shown(self.ways[name], count[0], count[1])
            elif value is not None:
                row[name] = value


def _shown(way: str, low: int, high: int) -> Value:
    """What a fact is if at least ``low`` and at most ``high`` records count."""
    if way == "count":
        return interval(low, high)
    return True if low else None if high else False


def _changes(row: Row, reads: Reads, first: date, last: date) -> dict[date, list[_Change]]:
    days: dict[date, list[_Change]] = defaultdict(list)

    def bring(happened: Value, change: _Change) -> None:
        day = happened if isinstance(happened, date) else _BEFORE
        if day <= last:
            days[day if day >= first else _BEFORE].append(change)

    for name, fact in reads.counters.items():
        for record, sure in fact.chosen(row):
            bring(record["date"], _Change(name, record, sure))
    for name in reads.dates:
        bring(row[name], _Change(name, None, row[name]))
    for name, fact in reads.aggregates.items():
        for record in _candidates(row, fact):
            bring(record["date"], _Change(name, record, None))
            for event in row.world.schema.events[record.type]:
                bring(record[event], _Change(name, None, None))
    return days


def _candidates(row: Row, fact: Fact) -> list[Row]:
    """Every record of the subject that the fact may ever have counted; peers have no history of their own."""
    counted, world = _counted(fact), row.world
    if counted == PEERS:
        return []
    references = world.schema.references[world.schema.base(counted)]
    via = field_to(row.type, references, fact.spec.via)
    return world.children(counted, via, str(row["id"])) if via else world.of(counted)
