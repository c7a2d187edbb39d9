"""The days on which something that is read of a record may turn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import chain, pairwise
from typing import Any, Final

from supervision_rules.calendar import Moment
from supervision_rules.constructs.passing import turns
from supervision_rules.constructs.reads import Gathered, Reads
from supervision_rules.language.holding import holds_from, may_hold_from
from supervision_rules.language.results import concluded
from supervision_rules.language.sharing import ever
from supervision_rules.world import Row, World, divided, has, passed_later, passing, tenure_of

_DAY: Final = timedelta(days=1)
BEFORE: Final = date.min
"""Stands for all that was so before the history begins."""
_EARLIEST: Final = "the earliest day on record"


def dated(record: Row, name: str = "date") -> date:
    """The day of a record, or of another event of it; before all others where it has none."""
    if name == "date":
        return record.source["date"] or BEFORE  # type: ignore[return-value]  # a date, if anything
    day: Any = record[record.world.schema.events[record.type].get(name, name)] or BEFORE
    return day.whole if isinstance(day, Moment) else day


def begin_of(row: Row) -> date:
    """The day from which ``row`` is looked at: its own, the day since which it holds, or the first on record."""
    begin: Any = row.source["date"] or row.source.get("since") or row.world.in_force[0]
    return begin or _earliest(row.world)


def _earliest(world: World) -> date:
    if _EARLIEST not in world.memo:
        days = (dated(record) for _, rows in world.all() for record in rows)
        world.memo[_EARLIEST] = min((day for day in days if day != BEFORE), default=world.as_of)
    found: date = world.memo[_EARLIEST]
    return min(found, world.as_of)


def members(row: Row, counted: str, via: str) -> list[Row]:
    """The records of the subject, by date, that count in this version of the document."""
    records = _all(row, counted, via)
    if not divided(row, via):
        return records
    whole = passed_later(row)
    return [record for record in records if has(record, record.source["date"]) or (whole and passing(record) == whole)]


def _all(row: Row, counted: str, via: str, ever: bool = False) -> list[Row]:
    """All records of the subject, by date; ``ever``: those too that the document does not govern."""
    return row.world.children(counted, via, row.id, ever) if via else row.world.dated(counted, ever)


def records_of(row: Row, gathered: Gathered) -> list[Row]:
    """Every record that a fact of ``row`` may ever count. Where another day than its own decides, the fact sees to it
    itself."""
    if gathered.alone and not gathered.fact.spec.ungoverned and not is_level(row, gathered):
        return members(row, gathered.counted, gathered.via)
    return _all(row, gathered.counted, gathered.via, ever(gathered.fact.spec, gathered.fact.by, row.world))


def is_level(row: Row, gathered: Gathered) -> bool:
    """Whether a fact of ``row`` tells how many there are on a day: each record counts while this version has it."""
    sharing = gathered.fact.sharing
    return sharing is not None and sharing.divided(row) and sharing.is_level(row.world)


def days_elsewhere(row: Row, reads: Reads, last: date) -> Iterator[date]:
    """The days on which the records named turn, what other rules concluded begins to hold, a period is over."""
    for reference, target, inner in reads.through:
        other = row.world.find(target, row[reference])
        if other is not None:
            yield from stay(other)
            yield from turning_days(other, inner, last)
    asked = row.plain if reads.periods else row  # of the periods gone through some lie outside its window
    for function, rule in reads.rules:
        for finding in concluded(asked, rule, function):
            days = (holds_from(function, finding), may_hold_from(function, finding))
            yield from (day for day in days if day is not None)
    for kind in reads.periods:
        yield from (period.last for period in row.world.periods(row, kind))


def days_of_record(record: Row, gathered: Gathered, last: date) -> set[date]:
    """The days after its own on which a record may come to count, to say another thing or to leave the window."""
    days = {*turning_days(record, gathered.reads, last), *stay(record)}
    if not gathered.alone:
        days |= {dated(record, name) for name in record.world.schema.events[record.type]}
    for day in (dated(record), *(() if gathered.alone else tuple(days))):
        days.update(gathered.edges(day, last, record.world.schema.years))
    return days


def stay(record: Row) -> Iterator[date]:
    """The first day on which an entry of a register is there, or this version has a matter that passes, and the first
    on which it is no more."""
    held = tenure_of(record)
    named = (record.source.get(name) for name in ("since", "until"))
    since, until = named if held is None else (held.first, held.last)
    if isinstance(since, date):
        yield since
    if isinstance(until, date) and until < date.max:
        yield until + _DAY


def turning_days(row: Row, reads: Reads, last: date) -> frozenset[date]:
    """Every day up to ``last`` on which something that is read of ``row`` may turn, worked out once."""
    if reads.lasts:
        return frozenset()
    key, memo = (reads, row.id, last), row.world.memo
    if key not in memo:
        found = {day for day in _happenings(row, reads, last) if BEFORE < day <= last}
        memo[key] = frozenset(found | _passings(row, reads, found, last))
    days: frozenset[date] = memo[key]
    return days


def _happenings(row: Row, reads: Reads, last: date) -> Iterator[date]:
    yield from (dated(row, name) for name in reads.dates)
    for tally in reads.tallies:
        for record in members(row, tally.counted, tally.via):
            day = dated(record)
            yield day
            if tally.window is not None and day != BEFORE:
                yield row.world.schema.years.period_of(day, tally.window).last + _DAY
    for gathered in reads.gathered:
        for record in records_of(row, gathered):
            yield dated(record)
            yield from days_of_record(record, gathered, last)
    for name, via, inner in reads.beyond:
        for record in _all(row, name, via, ever=True):
            yield dated(record)
            yield from turning_days(record, inner, last)
    for kind in reads.begins:
        yield from (period.first for period in row.world.periods(row, kind))
    yield from days_elsewhere(row, reads, last)


def _passings(row: Row, reads: Reads, days: set[date], last: date) -> set[date]:
    """The days between the others on which time alone turns something."""
    if not reads.passing:
        return set()
    begin = min(days | {begin_of(row)})
    stops = sorted({day for day in days if day >= begin} | {begin, last + _DAY})
    if reads.begins:
        return set(_in_windows(row, reads, stops, last))
    found = (turns(reads.passing, row.at, start, end - _DAY) for start, end in pairwise(stops) if start <= last)
    return set(chain.from_iterable(found))


def _in_windows(row: Row, reads: Reads, stops: list[date], last: date) -> Iterator[date]:
    """The same of what a rule asks in each of its windows: it may come to hold on the last day of one, or after it."""
    plain = tuple(one for one in reads.passing if one.plain)
    others = tuple(one for one in reads.passing if not one.plain)
    for kind in reads.begins:
        for period in row.world.periods(row, kind):
            first, at = max(period.first, stops[0]), partial(row.at, period=period)
            if first > last:
                continue
            yield from turns(plain, at, first, last)
            within = [first, *(day for day in stops if day > first)] if others else []
            for start, end in pairwise(within):
                yield from turns(others, at, start, end - _DAY)
