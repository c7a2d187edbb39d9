"""A row's history: the row as it stood on each day on which something that is read of it turned, in one pass."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain
from operator import itemgetter
from typing import Any, Final

from supervision_rules.calendar import Years
from supervision_rules.constructs.events import (
    BEFORE,
    begin_of,
    dated,
    days_elsewhere,
    days_of_record,
    is_level,
    members,
    records_of,
    turning_days,
)
from supervision_rules.constructs.passing import turns
from supervision_rules.constructs.pools import Pair, Pool
from supervision_rules.constructs.reads import Anew, Gathered, Reads, Tally
from supervision_rules.expressions import Value, interval
from supervision_rules.world import Row, Tenure, passed_later, tenure_of

_DAY: Final = timedelta(days=1)
_BY_DAY: Final = itemgetter(0)
Change = tuple[date, str, Row | None, Any]
"""What a day brings: a record that counts for the fact named (None: perhaps), an own date, or nothing of itself."""
_Piece = tuple[date, Pair | None]
"""From which day on a record says what, None where it does not count."""
Moment = tuple[date, Row, list[Change]]
"""A day of the history, the row as of its close, and what the day brought."""


def records_in(changes: list[Change]) -> tuple[tuple[str, str], ...]:
    """The type and id of each record among ``changes`` that counts, or may count."""
    if len(changes) == 1 and (record := changes[0][2]) is not None:
        return ((record.home.type, record.id),)
    return tuple(sorted({(record.type, record.id) for _, _, record, _ in changes if record is not None}))


def moments(row: Row, reads: Reads, quiet: bool = False) -> Iterator[Moment]:
    """The days of the history of ``row`` within its window and up to the day asked on which anything read may turn.

    The first is the day on which the window, or the record, begins; what had happened before then is known. Where a
    record may count belatedly for the window, the days after it are gone through too. The row handed out is the same
    one every time: what it says holds until the next day is asked for.
    ``quiet``: nothing turns before the first record; but what is on record before the first day counts on it.
    """
    first, last = _bounds(row, reads)
    changes = _changes(row, reads, last)
    if not quiet:
        begin = dated(row) if row.period else begin_of(row)
        _mark(changes, max(first, min(begin, last)))
    elif changes and changes[0][0] < first <= last:
        _mark(changes, first)  # what had happened before the subject was there counts from its first day on
    if reads.totals:
        _mark(changes, last)
        _mark(changes, last if row.period is None else min(last, row.period.last))
    return _gone_through(row, reads, changes, first, last) if changes else iter(())


def _gone_through(row: Row, reads: Reads, changes: list[Change], first: date, last: date) -> Iterator[Moment]:
    (working, ways), fleeting = _working(row, reads, last), reads.fleeting
    latest, start, count = first, 0, len(changes)
    ends = last if row.period is None else min(last, row.period.last)
    for place, (day, name, _, value) in enumerate(changes, 1):
        if name in ways:
            working[name] = ways[name](working[name], value)
        elif value is not None:
            working.source[name] = value
        if place < count and changes[place][0] == day:
            continue
        today, start = changes[start:place], place
        if day < first or day == BEFORE:
            continue
        latest = day
        yield day, _on(working, day, fleeting), today
        if reads.passing and day < ends:
            ahead = min(changes[place][0] - _DAY, ends) if place < count else ends
            for latest in turns(reads.passing, lambda turn: _on(working, turn, fleeting), day, ahead):
                yield latest, _on(working, latest, fleeting), []
    if fleeting and latest < last:
        yield last, _on(working, last, fleeting), []


def _mark(changes: list[Change], day: date) -> None:
    """See to it that ``day`` is among the days of the changes."""
    place = bisect_left(changes, day, key=_BY_DAY)
    if place == len(changes) or changes[place][0] != day:
        changes.insert(place, (day, "", None, None))


def _bounds(row: Row, reads: Reads) -> tuple[date, date]:
    period, as_of = row.period, row.home.world.as_of
    first = BEFORE if period is None else period.first
    if row.type in row.home.world.schema.registers:
        there: Any = row.source.get("since") or BEFORE
        first = max(first, there)  # nothing was so of a unit that was not there yet
    if reads.looks_back:
        first = max(first, row.home.world.in_force[0] or BEFORE)
    if period is None:
        return first, as_of
    return first, as_of if reads.belated or as_of < period.last else period.last


def _working(row: Row, reads: Reads, last: date) -> tuple[Row, Mapping[str, Callable[[Any, Any], Value]]]:
    """A copy of ``row`` to be moved through its history, and how the facts that are kept up there change."""
    working = row.at(last, row.period)
    working.onward = row.closed
    if reads.dates:
        working.source = {**working.source, **dict.fromkeys(reads.dates)}
    working.update(reads.nothing)
    if not reads.pooled:
        return working, reads.ways
    pools = {name: Pool(gathered.fact.way) for name, gathered in reads.pooled.items()}
    working.update((name, pool.value) for name, pool in pools.items())
    return working, {**reads.ways, **{name: pool.update for name, pool in pools.items()}}


def _on(working: Any, day: date, fleeting: Iterable[str]) -> Row:
    """The row as of the close of ``day`` if nothing happens until then: what is not kept up is computed anew."""
    working.day = day
    for name in fleeting:
        working.pop(name, None)
    return working  # type: ignore[no-any-return]  # a row


def _changes(row: Row, reads: Reads, last: date) -> list[Change]:
    """What happened up to ``last``, in order of days."""
    if reads.counts_only and len(reads.tallies) == 1:
        return _counted_changes(row, reads.tallies[0], last)
    events = (change for change in _events(row, reads, last) if change[0] <= last)
    return sorted(chain(*(_counted_changes(row, tally, last) for tally in reads.tallies), events), key=_BY_DAY)


def _events(row: Row, reads: Reads, last: date) -> Iterator[Change]:
    for name in reads.dates:
        if row[name] is not None:
            yield dated(row, name), name, None, row[name]
    for name, gathered in reads.pooled.items():
        yield from _pooled_changes(row, name, gathered, last)
    for name, gathered in reads.others.items():
        for record in records_of(row, gathered):
            yield dated(record), name, record, None
            yield from ((day, name, None, None) for day in days_of_record(record, gathered, last))
    begin = dated(row)  # what was so of others before a record was there is so of it from its own day on
    yield from ((max(day, begin), "", None, None) for day in days_elsewhere(row, reads, last))


def _counted_changes(row: Row, tally: Tally, last: date) -> list[Change]:
    """The records of a tally in the window of ``row``; whether one without a date lies in a window is unknown."""
    changes, days, undated = _tallied(row, tally)
    window, period, years = tally.window, row.period, row.world.schema.years
    last = last if period is None else min(last, period.last)
    if window is None:
        return changes[: bisect_right(days, last)]
    alike = period is not None and period.kind == window
    first = BEFORE if period is None else period.first if alike else years.period_of(period.first, window).first
    within = changes[bisect_left(days, first, undated) : bisect_right(days, last, undated)]
    if not alike:
        within = _begun_anew(within, changes[:undated], tally, last, years)
    return [(day, name, record, None) for day, name, record, _ in changes[:undated]] + within if undated else within


def _begun_anew(changes: list[Change], undated: list[Change], tally: Tally, last: date, years: Years) -> list[Change]:
    """``changes``, the counts beginning anew with each window after one in which something counted."""
    found: list[Change] = []
    ends: date | None = None
    for change in changes:
        if ends is None or change[0] > ends:
            found += _anew(ends, undated, tally, last)
            ends = years.period_of(change[0], tally.window).last  # type: ignore[arg-type]  # asked for a window only
        found.append(change)
    return [*found, *_anew(ends, undated, tally, last)]


def _anew(ended: date | None, undated: list[Change], tally: Tally, last: date) -> Iterator[Change]:
    if ended is None or ended >= last:
        return
    for name, _ in tally.counts:
        perhaps = sum(counted == name for _, counted, _, _ in undated)
        value = interval(0, perhaps) if name in tally.numbers else None if perhaps else False
        yield ended + _DAY, name, None, Anew(value)


def _tallied(row: Row, tally: Tally) -> tuple[list[Change], list[date], int]:
    """Every record of the subject that counts or may count, by date, their dates, and how many have none.

    They are the same for every window.
    """
    key, memo = (tally, row.source["id"] if tally.via else passed_later(row)), row.home.world.memo
    if key not in memo:
        changes: list[Change] = []
        for record in members(row, tally.counted, tally.via):
            day: Any = record.source["date"] or BEFORE
            for name, where in tally.counts:
                sure = where(record) if where else True
                if sure is not False:
                    changes.append((day, name, record, sure))
        days = [change[0] for change in changes]
        memo[key] = changes, days, bisect_right(days, BEFORE)
    found: tuple[list[Change], list[date], int] = memo[key]
    return found


def _pooled_changes(row: Row, name: str, gathered: Gathered, last: date) -> Iterator[Change]:
    """How each record comes to count, says another thing, and counts no more, within the window of the fact."""
    spec, period = gathered.fact.spec, row.period
    if period is not None and spec.window is None:
        last = min(last, period.last)
    found = _pieces(row, gathered)
    undated = bisect_right(found, BEFORE, key=_entry)
    for place, (record, pieces) in enumerate(found, -undated):
        enters = pieces[0][0]
        leaves = gathered.leaves(enters, last, row.world.schema.years)
        if leaves is not None and period is not None and leaves > period.last:
            leaves = None  # what lies in the window at its end stays there
        if enters > last or (leaves is not None and period is not None and leaves <= period.first):
            continue
        if period is not None and enters > period.last:
            continue
        in_doubt = place < 0 and spec.window is not None
        for day, pair in pieces:
            if day <= last and (leaves is None or day < leaves):
                said = (pair[0], None) if pair is not None and in_doubt else pair
                yield day, name, record if day == enters and pair is not None else None, (place, said)
        if leaves is not None and leaves <= last:
            yield leaves, name, None, (place, None)


def _entry(found: tuple[Row, list[_Piece]]) -> date:
    """The day on which a record comes in."""
    return found[1][0][0]


def _pieces(row: Row, gathered: Gathered) -> list[tuple[Row, list[_Piece]]]:
    """Every record of the subject, and what it says from which day on: the same for every window."""
    key, memo = (gathered, row.id if gathered.via else passed_later(row)), row.world.memo
    if key not in memo:
        level = is_level(row, gathered)
        said = (
            (record, _said(record, gathered, tenure_of(record) if level else None))
            for record in records_of(row, gathered)
        )
        memo[key] = [each for each in said if each[1]]
    found: list[tuple[Row, list[_Piece]]] = memo[key]
    return found


def _said(record: Row, gathered: Gathered, held: Tenure | None) -> list[_Piece]:
    """What a record says from which day on; of a matter that passes (``held``) while this version has it."""
    enters, as_of = dated(record), record.world.as_of
    last = as_of
    if held is not None:
        enters, last = max(enters, held.first), min(as_of, held.last)
    pieces: list[_Piece] = []
    for day in (enters, *sorted(day for day in turning_days(record, gathered.reads, as_of) if day > enters)):
        pair = gathered.pair(record.at(day))
        if day <= last and (not pieces or pieces[-1][1] != pair):
            pieces.append((day, pair))
    return [*pieces, (last + _DAY, None)] if pieces and last < as_of else pieces
