"""A row's history: the row as it stood on each day on which something that is read of it turned, in one pass."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from operator import itemgetter
from typing import Any, Final, NamedTuple

from supervision_rules.calendar import period_of
from supervision_rules.constructs.events import (
    BEFORE,
    begin_of,
    dated,
    days_elsewhere,
    days_of_record,
    members,
    records_of,
    turning_days,
)
from supervision_rules.constructs.passing import turns
from supervision_rules.constructs.pools import Pair, Pool
from supervision_rules.constructs.reads import Anew, Gathered, Reads, Tally
from supervision_rules.expressions import Value, interval
from supervision_rules.world import Row

# A moment is a tuple: made as one, it costs half of what its constructor does.
_new = tuple.__new__
_DAY: Final = timedelta(days=1)
_BY_DAY: Final = itemgetter(0)
_Change = tuple[date, str, Row | None, Any]
"""What a day brings: a record that counts for the fact named (None: perhaps), an own date, or nothing of itself."""
_Piece = tuple[date, Pair | None]
"""From which day on a record says what, None where it does not count."""


class Moment(NamedTuple):
    """A day of the history and the row as of its close."""

    day: date
    row: Row
    changes: Iterable[_Change] = ()

    @property
    def records(self) -> tuple[tuple[str, str], ...]:
        """The type and id of each record of the day that counts, or may count."""
        records = [record for _, _, record, _ in self.changes if record is not None]
        if len(records) == 1:
            return ((records[0].home.type, records[0].id),)
        return tuple(sorted({(record.type, record.id) for record in records}))


def moments(row: Row, reads: Reads, quiet: bool = False) -> Iterator[Moment]:
    """The days of the history of ``row`` within its window and up to the day asked on which anything read may turn.

    The first is the day on which the window, or the record, begins; what had happened before then is known. Where a
    record may count belatedly for the window, the days after it are gone through too. The row handed out is the same
    one every time: what it says holds until the next day is asked for.
    ``quiet``: nothing turns before the first record.
    """
    first, last = _bounds(row, reads)
    begin = first if row.period else min(begin_of(row), last)
    changes = _changes(row, reads, last)
    if quiet and not changes:
        return
    if not quiet:
        _mark(changes, begin)
    if reads.rules and reads.totals:
        _mark(changes, last)
    working, latest, place = _Working(row, reads, last), begin, 0
    while place < len(changes):
        day, start = changes[place][0], place
        while place < len(changes) and changes[place][0] == day:
            place += 1
        today = changes[start:place]
        if day < first or day == BEFORE:
            working.apply(today)
            continue
        latest = day
        yield _new(Moment, (day, working.on(day, today), today))
        if reads.passing:
            ahead = changes[place][0] - _DAY if place < len(changes) else last
            for turn in turns(reads.passing, working.at, day, ahead):
                latest = turn
                yield _new(Moment, (turn, working.on(turn, ()), ()))
    if reads.fleeting and latest < last:
        yield Moment(last, working.on(last, ()))


def _mark(changes: list[_Change], day: date) -> None:
    """See to it that ``day`` is among the days of the changes."""
    place = bisect_left(changes, day, key=_BY_DAY)
    if place == len(changes) or changes[place][0] != day:
        changes.insert(place, (day, "", None, None))


def _bounds(row: Row, reads: Reads) -> tuple[date, date]:
    as_of = row.world.as_of
    if row.period is None:
        return BEFORE, as_of
    return row.period.first, as_of if reads.belated else min(row.period.last, as_of)


class _Working:
    """A copy of a row that is moved through its history: counts go up, own dates appear, the rest is computed anew."""

    __slots__ = ("fleeting", "row", "ways")

    def __init__(self, row: Row, reads: Reads, last: date) -> None:
        self.row = row.at(last, row.period)
        if reads.dates:
            self.row.source = {**self.row.source, **dict.fromkeys(reads.dates)}
        self.row.update(reads.nothing)
        self.ways: Mapping[str, Callable[[Any, Any], Value]] = reads.ways
        self.fleeting = reads.fleeting
        if reads.pooled:
            pools = {name: Pool(gathered.fact.way) for name, gathered in reads.pooled.items()}
            self.row.update((name, pool.value) for name, pool in pools.items())
            self.ways = {**reads.ways, **{name: pool.update for name, pool in pools.items()}}

    def at(self, day: date) -> Row:
        """The row as of ``day`` if nothing happens until then."""
        row: Any = self.row
        row.day = day
        for name in self.fleeting:
            row.pop(name, None)
        return self.row

    def on(self, day: date, changes: Iterable[_Change]) -> Row:
        """The row as of the close of ``day``, which brings ``changes``."""
        row = self.at(day)
        self.apply(changes)
        return row

    def apply(self, changes: Iterable[_Change]) -> None:
        row, ways = self.row, self.ways
        for _, name, _, value in changes:
            if name in ways:
                row[name] = ways[name](row[name], value)
            elif value is not None:
                row.source[name] = value


def _changes(row: Row, reads: Reads, last: date) -> list[_Change]:
    """What happened up to ``last``, in order of days."""
    streams = [_counted_changes(row, tally, last) for tally in reads.tallies]
    others = [] if reads.counts_only else [change for change in _events(row, reads, last) if change[0] <= last]
    if len(streams) == 1 and not others:
        return streams[0]
    return sorted(chain(*streams, others), key=_BY_DAY)


def _events(row: Row, reads: Reads, last: date) -> Iterator[_Change]:
    for name in reads.dates:
        if row[name] is not None:
            yield dated(row, name), name, None, row[name]
    for name, gathered in reads.pooled.items():
        yield from _pooled_changes(row, name, gathered, last)
    for name, gathered in reads.others.items():
        for record in records_of(row, gathered):
            yield dated(record), name, record, None
            yield from ((day, name, None, None) for day in days_of_record(record, gathered, last))
    yield from ((day, "", None, None) for day in days_elsewhere(row, reads, last))


def _counted_changes(row: Row, tally: Tally, last: date) -> list[_Change]:
    """The records of a tally in the window of ``row``; whether one without a date lies in a window is unknown."""
    changes, days = _tallied(row, tally)
    window, period = tally.window, row.period
    if window is None:
        return changes[: bisect_right(days, last)]
    undated = bisect_right(days, BEFORE)
    begin = undated
    if period is not None:
        first = period.first if period.kind == window else period_of(period.first, window).first
        begin = bisect_left(days, first, undated)
    within = changes[begin : bisect_right(days, last if period is None else min(last, period.last), undated)]
    if period is None or period.kind != window:
        within = _begun_anew(within, changes[:undated], tally, last)
    return [(day, name, record, None) for day, name, record, _ in changes[:undated]] + within if undated else within


def _begun_anew(changes: list[_Change], undated: list[_Change], tally: Tally, last: date) -> list[_Change]:
    """``changes``, the counts beginning anew with each window after one in which something counted."""
    found: list[_Change] = []
    ends: date | None = None
    for change in changes:
        if ends is None or change[0] > ends:
            found += _anew(ends, undated, tally, last)
            ends = period_of(change[0], tally.window).last  # type: ignore[arg-type]  # asked for a window only
        found.append(change)
    return [*found, *_anew(ends, undated, tally, last)]


def _anew(ended: date | None, undated: list[_Change], tally: Tally, last: date) -> Iterator[_Change]:
    if ended is None or ended >= last:
        return
    for name, _ in tally.counts:
        perhaps = sum(counted == name for _, counted, _, _ in undated)
        value = interval(0, perhaps) if name in tally.numbers else None if perhaps else False
        yield ended + _DAY, name, None, Anew(value)


def _tallied(row: Row, tally: Tally) -> tuple[list[_Change], list[date]]:
    """Every record of the subject that counts or may count, by date, and their dates: the same for every window."""
    key, memo = (tally, row.id if tally.via else None), row.world.memo
    if key not in memo:
        changes: list[_Change] = []
        for record in members(row, tally.counted, tally.via):
            day: Any = record.source["date"] or BEFORE
            for name, where in tally.counts:
                sure = where(record) if where else True
                if sure is not False:
                    changes.append((day, name, record, sure))
        memo[key] = changes, [day for day, _, _, _ in changes]
    found: tuple[list[_Change], list[date]] = memo[key]
    return found


def _pooled_changes(row: Row, name: str, gathered: Gathered, last: date) -> Iterator[_Change]:
    """How each record comes to count, says another thing, and counts no more, within the window of the fact."""
    spec, period = gathered.fact.spec, row.period
    for place, (record, pieces) in enumerate(_pieces(row, gathered)):
        enters = pieces[0][0]
        leaves = gathered.leaves(enters, last)
        if enters > last or (leaves is not None and period is not None and leaves <= period.first):
            continue
        if spec.period is not None and period is not None and period.kind == spec.period and enters > period.last:
            continue
        undated = enters == BEFORE and spec.window is not None
        for day, pair in pieces:
            if leaves is None or day < leaves:
                told = (pair[0], None) if pair is not None and undated else pair
                yield day, name, record if day == enters and pair is not None else None, (place, told)
        if leaves is not None and leaves <= last:
            yield leaves, name, None, (place, None)


def _pieces(row: Row, gathered: Gathered) -> list[tuple[Row, list[_Piece]]]:
    """Every record of the subject, and what it says from which day on: the same for every window."""
    key, memo = (gathered, row.id if gathered.via else None), row.world.memo
    if key not in memo:
        memo[key] = [(record, _said(record, gathered)) for record in records_of(row, gathered)]
    found: list[tuple[Row, list[_Piece]]] = memo[key]
    return found


def _said(record: Row, gathered: Gathered) -> list[_Piece]:
    enters, as_of = dated(record), record.world.as_of
    pieces: list[_Piece] = []
    for day in (enters, *sorted(day for day in turning_days(record, gathered.reads, as_of) if day > enters)):
        pair = gathered.pair(record.at(day))
        if not pieces or pieces[-1][1] != pair:
            pieces.append((day, pair))
    return pieces
