"""The turn of what recurs: the period it is about, and the day or the moment by which something is due in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import Moment, OutOfCalendar, Period, WorkCalendar, add_months, end_of_month, period_of
from supervision_rules.constructs.due_day import DueDay
from supervision_rules.language.conventions import Roll, looked_at, rolled

DAYS: Final = MappingProxyType({"day": 1, "week": 7, "ten days": 10})
"""The periods that are so many days, counted from a start."""
_DAY: Final = timedelta(days=1)
_FAR: Final = timedelta(days=100)
"""So far after a day, or so many of them, that every number of days or working days that may be stated lies before."""


@dataclass(frozen=True, slots=True)
class Term:
    """One turn of what recurs: the period it is about and the last day on which it is in time."""

    period: Period
    due: date
    """The day, or its moment where an hour is stated."""
    looked_at: tuple[date, date] | None = None
    """The stretch, its first day not included, of which it was asked which days are worked to find the due day."""
    unfixed: date | None = None
    """The first of those days that no notice has fixed."""
    beyond: date | None = None
    """The day from which looking led out of the calendar: the due day is not known, ``due`` is where it began."""
    stated: date | None = None
    """The day by its number, where the due day may have moved from it."""

    @property
    def is_early(self) -> bool:
        """Whether it is to be done before the last day of its period."""
        return (self.stated or self.due) < self.period.last


def term_of(period: Period, due: DueDay | None, rolls: Roll, from_start: bool, calendar: WorkCalendar) -> Term:
    """The turn of a period; ``rolls``: what becomes of a due day by its number (or the last) that is a rest day."""
    if due is None or (due.day is None and due.workday is None):
        term = Term(period, period.last)
    elif due.workday is None:
        term = _by_day(period, _place(*_due_span(period, due.month, from_start), due.day or 1), rolls, calendar)
    else:
        term = _by_workday(period, _due_span(period, due.month, from_start), due.workday, rolls, calendar)
    second = None if due is None else due.second
    return term if second is None else replace(term, due=Moment.of(term.due, second))


def _place(first: date, last: date, number: int) -> date:
    """The day of this number between two, from the end if negative; the nearest that there is."""
    return min(first + (number - 1) * _DAY, last) if number > 0 else max(last + (number + 1) * _DAY, first)


def _by_day(period: Period, stated: date, rolls: Roll, calendar: WorkCalendar) -> Term:
    """The turn that is due on the day ``stated``, or on the working day to which it moves."""
    if not rolls:
        return Term(period, stated)
    try:
        due = rolled(stated, rolls, calendar)
    except OutOfCalendar as problem:
        return Term(period, stated, beyond=problem.day)
    days = looked_at(stated, due)
    return Term(period, due, days, calendar.provisional(*days), stated=stated)


def _by_workday(period: Period, span: tuple[date, date], number: int, rolls: Roll, calendar: WorkCalendar) -> Term:
    """The turn that is due on the working day of this number between two days, from the end if negative.

    Where there are not so many, the last day is due, and moves as any other day by its number.
    """
    (first, last), backward = span, number < 0
    try:
        day = calendar.add_workdays(last + _DAY if backward else first - _DAY, number)
    except OutOfCalendar as problem:
        return Term(period, first, beyond=problem.day)
    if not first <= day <= last:
        return _counted_in_full(_by_day(period, last, rolls, calendar), first, calendar)
    counted = (day - _DAY, last) if backward else (first - _DAY, day)
    return Term(period, day, counted, calendar.provisional(*counted))


def _counted_in_full(term: Term, first: date, calendar: WorkCalendar) -> Term:
    """The turn, for which all days from ``first`` on have been looked at."""
    if term.beyond is not None:
        return term
    before, after = term.looked_at or (first - _DAY, term.due)
    days = (min(before, first - _DAY), after)
    return replace(term, looked_at=days, unfixed=calendar.provisional(*days))


def _due_span(period: Period, number: int, counted: bool) -> tuple[date, date]:
    """The first and the last day of the month that is ``number`` months after the period.

    After one of a week, of ten days or of half a month, it is so many of these; after days it is what follows them.
    ``counted``: from a start, and not by the calendar.
    """
    if period.kind == "day":
        return period.last + _DAY, period.last + _FAR
    if period.kind == "week" or (period.kind == "ten days" and counted):
        days = DAYS[period.kind]
        last = period.last + days * number * _DAY
        return last - (days - 1) * _DAY, last
    if period.kind in ("ten days", "half month"):
        for _ in range(number):
            period = period_of(period.last + _DAY, period.kind)
        return period.first, period.last
    first = add_months(period.last.replace(day=1), number)
    return first, end_of_month(first)
