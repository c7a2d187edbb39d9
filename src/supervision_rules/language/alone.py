"""What a rule that judges each subject by itself said of one on a day of a history: it is judged as it stood then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Final

from supervision_rules.calendar import Period, lies_within
from supervision_rules.findings import Finding
from supervision_rules.world import Alone, Row, is_there, lies_in

_THEN: Final = "what a rule said on a day"


def found_then(row: Row, rule: str, subject: Row, *, every: bool = False) -> list[Finding] | None:
    """What ``rule``, asked by ``row`` on a day of its history, said of ``subject`` then; None where it is not asked so:
    on the last day all is there, and what judges several together is known for that day only.

    With ``every`` a row that is looked at through no window asks about each one of the rule, not that in which it is.
    """
    world, alone = row.world, row.world.schema.alone.get(rule)
    if alone is None or row.day is None:
        return None
    ends = row.period is not None and _ends_with(row, subject, alone)
    day = min(row.day, row.period.last) if row.period is not None and ends else row.day
    if day >= world.as_of or (subject.type, subject.id) in world.tenures or _is_told_in_full(row, alone):
        return None
    through = None if alone.window is None else subject.period
    if _is_early(subject, day):
        return []
    stands = None if every or alone.window is None or subject.period is not None else standing_day(row, subject)
    memo, key = world.memo, (_THEN, rule, every, subject.id, through, stands, alone.turned(subject, day))
    if key not in memo:
        periods = _periods(alone, subject, stands, day)
        memo[key] = [finding for period in periods for finding in _judged(alone, subject.plain, day, period)]
    return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in


def _ends_with(row: Row, subject: Row, alone: Alone) -> bool:
    """Whether what the rule said is asked for as of the end of the window at most: but for what belongs to that."""
    if row.seen_after:
        return subject is not row or not _lies_within(alone, row)
    return alone.window is None and row.type in row.world.schema.registers


def _is_told_in_full(row: Row, alone: Alone) -> bool:
    """Whether a record as it stood at the end of its window hears all that the rule said of that window."""
    return row.closed and not row.onward and _lies_within(alone, row)


def _lies_within(alone: Alone, row: Row) -> bool:
    """Whether the windows of the rule lie within the one that the row is looked at through."""
    if row.period is None or alone.window is None:
        return False
    return alone.window == row.period.kind or lies_within(alone.window, row.period.kind)


def _is_early(subject: Row, day: date) -> bool:
    """Whether nothing was said of a subject by ``day``: the document was not in force, the record not there."""
    since, happened = subject.world.in_force[0], subject.source["date"]
    return (since is not None and day < since) or (isinstance(happened, date) and happened > day)


def _periods(alone: Alone, subject: Row, stands: Any, day: date) -> Iterable[Period | None]:
    """The windows of the rule that had begun by ``day`` and that are asked about; None alone where it has none."""
    if alone.window is None:
        return (None,)
    begun = (period for period in subject.world.periods(subject.plain, alone.window) if period.first <= day)
    if subject.period is not None:
        outer = subject.period
        return [period for period in begun if lies_in(period, outer)]
    return [period for period in begun if stands is None or period.first <= stands <= period.last]


def standing_day(row: Row, subject: Row) -> Any:
    """The day that tells in which window of a rule ``row`` stands, which is looked at through none: that on which it is
    looked at; of a record that belongs to the subject, that on which it happened."""
    seen = row.day or row.world.as_of
    return seen if subject is row else row.source["date"] or seen


def in_hindsight(ended: Any, day: date) -> Row:
    """A record as it stood at the end of its window, with what belongs there by all that is known on a later day."""
    view = ended.at(day, ended.period)
    view.onward = True
    return view  # type: ignore[no-any-return]  # a row


def _judged(alone: Alone, subject: Row, day: date, period: Period | None) -> Iterator[Finding]:
    """What the rule said of a subject that it judged by ``day``."""
    world, source = subject.world, subject.source
    if alone.name not in (subject.type, source.get("kind")):
        return
    if subject.type in world.schema.registers:
        first, last = (day, day) if period is None else (period.first, min(period.last, day))
        if is_there(source, first, last):
            yield from alone.judge(subject.at(day, period))
    elif period is not None and period.last <= day:
        yield from alone.judge(in_hindsight(world.judged(subject, period), day))
    else:
        yield from alone.judge(subject.at(day, period))
