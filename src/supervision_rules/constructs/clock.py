"""A clock that stops and goes on: counting days, or working days, with some of them left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, NamedTuple

from supervision_rules.calendar import OutOfCalendar, WorkCalendar
from supervision_rules.language.conventions import Deadline, looked_at

OPEN: Final = date.max
"""Stands for a day that is not known yet: the clock has not gone on."""
_DAY: Final = timedelta(days=1)
Span = tuple[date, date]
"""The day that a stretch begins after, and its last: the day of an event belongs to what was before it."""


class Counted(NamedTuple):
    """Where a count led."""

    due: date
    """The last day of the period; OPEN where the clock stands still."""
    stretches: tuple[Span, ...]
    """What was counted on the way."""
    unfixed: date | None
    """The first of the days that were looked at that no notice has fixed."""
    workdays: bool = False
    """Whether the stretches were counted in working days."""
    stated: date | None = None
    """The last day counted, where it was a day off and the due day moved from it."""


def union(spans: Iterable[Span]) -> list[Span]:
    """The same days in stretches that do not meet, the earliest first."""
    merged: list[Span] = []
    for since, until in sorted(spans):
        if merged and since <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(until, merged[-1][1]))
        elif since < until:
            merged.append((since, until))
    return merged


def count_on(deadline: Deadline, start: date, stops: Iterable[Span], calendar: WorkCalendar) -> Counted:
    """The last day of the period after ``start``, the days in ``stops`` not counted.

    Raises:
        OutOfCalendar: the count leads out of the calendar.
    """
    if start == OPEN:
        return Counted(OPEN, (), None)
    apart = union(stops)
    counter = _Counter(deadline.workdays, calendar)
    due, stretches = _run(start, deadline.days(start), apart, counter, deadline.rolls == "back")
    days = [calendar.provisional(*span) for span in stretches] if deadline.workdays else []
    last = due
    if deadline.rolls and due != OPEN:
        due = _back(last, apart, calendar) if deadline.rolls == "back" else _moved(last, apart, calendar)
        days.append(calendar.provisional(*looked_at(last, due)))
    unfixed = min((day for day in days if day is not None), default=None)
    return Counted(due, tuple(stretches), unfixed, deadline.workdays, last if due != last else None)


@dataclass(frozen=True, slots=True)
class _Counter:
    """Counts days of the calendar, or working days."""

    workdays: bool
    calendar: WorkCalendar

    def between(self, start: date, end: date) -> int:
        return self.calendar.workdays_between(start, end) if self.workdays else (end - start).days

    def after(self, start: date, amount: int) -> date:
        if self.workdays:
            return self.calendar.add_workdays(start, amount)
        try:
            return start + timedelta(days=amount)
        except OverflowError:
            raise OutOfCalendar(start, date.min, date.max) from None


def _run(start: date, amount: int, stops: list[Span], counter: _Counter, back: bool) -> tuple[date, list[Span]]:
    """The last of ``amount`` days after ``start``, and the stretches between the stops.

    A stop from the due day on is none: from the day to which it moves, where it moves ``back`` from a day off.
    """
    stretches: list[Span] = []
    for number, (since, until) in enumerate(stops if amount else ()):
        if until <= start:
            continue
        if since >= start:
            due = counter.after(start, amount)
            if since >= (min(due, _back(due, stops[:number], counter.calendar)) if back else due):
                break
        if since > start:
            stretches.append((start, since))
            amount -= counter.between(start, since)
        if until == OPEN:
            return OPEN, stretches
        start = until
    due = counter.after(start, amount)
    return due, [*stretches, (start, due)]


def _moved(last: date, stops: Iterable[Span], calendar: WorkCalendar) -> date:
    """The first working day from ``last`` on that lies in no stop."""
    day = calendar.next_workday(last)
    for since, until in stops:
        if since < day <= until:
            if until == OPEN:
                return OPEN
            day = calendar.next_workday(until + _DAY)
    return day


def _back(last: date, stops: list[Span], calendar: WorkCalendar) -> date:
    """The last working day up to ``last``; where it lies in a stop, and none has come since, the next one after it."""
    day = calendar.previous_workday(last)
    stopped = any(since < day <= until for since, until in stops)
    return _moved(last, stops, calendar) if stopped else day
