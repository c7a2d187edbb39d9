"""A row's history: the row as it stood on each day on which something that is read of it happened, in one pass."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from supervision_rules.calendar import PeriodKind
from supervision_rules.expressions import Value, interval
from supervision_rules.language.binding import Expression
from supervision_rules.language.facts import PEERS, Fact
from supervision_rules.language.links import field_to
from supervision_rules.world import Row, Schema, by_date

# A moment is a tuple: made as one, it costs half of what its constructor does.
_new = tuple.__new__
_BEFORE = date.min
"""Stands for all that was so before the history begins."""
_Count = tuple[str, Callable[[Row], Value] | None]
"""The name of a count and the condition of the records that it counts."""
_Change = tuple[date, str, Row | None, Value]
"""What a day brings: a record that counts for the fact named (None: perhaps), or an own date."""


class Moment(NamedTuple):
    """A day of the history and the row as of its close."""

    day: date
    row: Row
    changes: Iterable[_Change] = ()

    @property
    def records(self) -> tuple[tuple[str, str], ...]:
        """The type and id of each record of the day that counts, or may count."""
        found = {(record.type, record.id) for _, _, record, _ in self.changes if record is not None}
        return tuple(sorted(found) if len(found) > 1 else found)


@dataclass(frozen=True, slots=True, eq=False)
class _Tally:
    """Counts over the same records, found by one look at each."""

    counted: str
    via: str
    window: PeriodKind | None
    counts: tuple[_Count, ...]


@dataclass(frozen=True, slots=True)
class Reads:
    """What some expressions read of a record type, sorted by how it changes from day to day."""

    dates: tuple[str, ...]
    """Own fields that date an event."""
    ways: Mapping[str, str]
    """Counts (and whether there are any) of records that count from their date on, whatever happens to them later."""
    nothing: Mapping[str, Value]
    """What these are before anything counts."""
    tallies: tuple[_Tally, ...]
    """How they are kept up, record by record."""
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
    ways = MappingProxyType({name: fact.way for name, fact in counters.items()})
    tallies = _tallies(schema, record_type, counters)
    nothing = MappingProxyType({name: _shown(way, 0, 0) for name, way in ways.items()})
    return Reads(dates, ways, nothing, tallies, MappingProxyType(others), fleeting, belated)


def _tallies(schema: Schema, record_type: str, counters: Mapping[str, Fact]) -> tuple[_Tally, ...]:
    """The counters, those over the same records together."""
    groups: dict[tuple[str, str, PeriodKind | None], list[_Count]] = defaultdict(list)
    for name, fact in counters.items():
        key = (_counted(fact), _via(schema, record_type, fact), fact.spec.period)
        groups[key].append((name, fact.where.fast if fact.where is not None else None))
    return tuple(_Tally(*key, tuple(counts)) for key, counts in groups.items())


def _via(schema: Schema, record_type: str, fact: Fact) -> str:
    """The field by which a record names the subject that the fact is about; empty where it need not."""
    return field_to(record_type, schema.references[schema.base(_counted(fact))], fact.spec.via) or ""


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

    Where a record may count belatedly for the window, the days after it are gone through too. The row handed out is
    the same one every time: what it says holds until the next day is asked for.
    """
    first, last = _bounds(row, reads)
    working, latest = None, None
    for day, group in groupby(_changes(row, reads, first, last), itemgetter(0)):
        working = working or _Working(row, reads, last)
        if day == _BEFORE:
            working.apply(group)
            continue
        changes, latest = list(group), day
        yield _new(Moment, (day, working.on(day, changes), changes))
    if latest is None and last == row.world.as_of:
        yield Moment(last, row)
    elif latest is None or (reads.fleeting and latest != last):
        yield Moment(last, (working or _Working(row, reads, last)).on(last, ()))


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
        for name in row.home.events:
            self.row[name]  # noqa: B018 - what happened by the last day is looked up before the row goes back in time
        self.row.update(dict.fromkeys(reads.dates))
        self.row.update(reads.nothing)
        self.counts = {name: [0, 0] for name in reads.ways}
        self.ways = reads.ways
        self.fleeting = reads.fleeting

    def on(self, day: date, changes: Iterable[_Change]) -> Row:
        """The row as of the close of ``day``, which brings ``changes``."""
        self.row.day = day
        for name in self.fleeting:
            self.row.pop(name, None)
        self.apply(changes)
        return self.row

    def apply(self, changes: Iterable[_Change]) -> None:
        row, counts = self.row, self.counts
        for _, name, _, value in changes:
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
        return low if low == high else interval(low, high)
    return True if low else None if high else False


def _changes(row: Row, reads: Reads, first: date, last: date) -> Iterator[_Change]:
    """What happened up to ``last``, in order of days; what was before ``first`` under ``_BEFORE``."""
    streams = [_count(row, tally, first, last) for tally in reads.tallies]
    others = [change for change in _events(row, reads) if change[0] <= last]
    if others:
        dated = ((day if day >= first else _BEFORE, *change) for day, *change in others)
        streams.append(iter(sorted(dated, key=itemgetter(0))))  # type: ignore[arg-type]  # the same changes, days moved
    return streams[0] if len(streams) == 1 else merge(*streams, key=itemgetter(0))


def _events(row: Row, reads: Reads) -> Iterator[_Change]:
    for name in reads.dates:
        if row[name] is not None:
            yield _day(row, name), name, None, row[name]
    for name, fact in reads.aggregates.items():
        for record in _candidates(row, fact):
            yield _day(record), name, record, None
            for event in row.world.schema.events[record.type]:
                if record[event] is not None:
                    yield _day(record, event), name, None, None


def _count(row: Row, tally: _Tally, first: date, last: date) -> Iterator[_Change]:
    """The records of a tally; whether one without a date lies in a window is unknown."""
    records, days = _dated(row, tally)
    undated = start = bisect_right(days, _BEFORE)
    if tally.window is not None:
        period = row.period or row.world.current(tally.window)
        start, last = bisect_left(days, period.first, undated), min(last, period.last)
    for record in records[:undated]:
        for name, where in tally.counts:
            sure = where(record) if where else True
            if sure is not False:
                yield _BEFORE, name, record, sure if tally.window is None else None
    for place in range(start, bisect_right(days, last, start)):
        record, happened = records[place], days[place]
        for name, where in tally.counts:
            sure = where(record) if where else True
            if sure is not False:
                yield (happened if happened >= first else _BEFORE), name, record, sure


def _dated(row: Row, tally: _Tally) -> tuple[list[Row], list[date]]:
    """All records of the subject by date, and their dates: the same for every window of the subject."""
    key = (tally, row.id if tally.via else None)
    memo = row.world.memo
    if key not in memo:
        records = _records(row, tally.counted, tally.via)
        memo[key] = records, [_day(record) for record in records]
    found: tuple[list[Row], list[date]] = memo[key]
    return found


def _day(record: Row, name: str = "date") -> date:
    return (record.source["date"] if name == "date" else record[name]) or _BEFORE  # type: ignore[return-value]  # a date, if anything


def _records(row: Row, counted: str, via: str) -> list[Row]:
    """All records of the subject, by date."""
    world = row.world
    return world.children(counted, via, row.id) if via else sorted(world.of(counted), key=by_date)


def _candidates(row: Row, fact: Fact) -> list[Row]:
    """Every record that the fact may ever have counted; peers have no history of their own."""
    counted = _counted(fact)
    return [] if counted == PEERS else _records(row, counted, _via(row.world.schema, row.type, fact))
