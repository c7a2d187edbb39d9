"""Limits with an hour: two hours, four office hours, by 17 o'clock; counted and compared to the second."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from supervision_rules.calendar import DAY_SECONDS, Moment, OutOfCalendar, WorkCalendar
from supervision_rules.expressions import DATE, MOMENT, Type, Value
from supervision_rules.expressions.exact import Number, as_decimal, over
from supervision_rules.expressions.tree import Name, walk
from supervision_rules.findings import Detail
from supervision_rules.language.conventions import Conventions, Limit, Unit
from supervision_rules.language.expression import Expression
from supervision_rules.language.office_hours import OfficeHours
from supervision_rules.world import Row

_DAY: Final = timedelta(days=1)
_HOUR: Final = 3600
_MINUTE: Final = 60
Stretch = tuple[Moment, Moment | None]
"""From when until when a clock stands still; None: it has not gone on. The times of day are known."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A length in hours of the clock, or in office hours of working days."""

    seconds: int
    office: OfficeHours
    """The office hours; none where the clock counts."""
    unit: Unit = "hour"
    """What it is written in."""

    @property
    def unit_seconds(self) -> int:
        """The seconds of what it is written in."""
        return _MINUTE if self.unit == "minute" else _HOUR

    def __str__(self) -> str:
        if self.unit == "hour" and self.seconds % _HOUR:
            return str(replace(self, unit="minute"))
        amount = f"{as_decimal(Fraction(self.seconds, self.unit_seconds)):.4f}"
        return f"{amount.rstrip('0').removesuffix('.')} {self.unit}"

    def due(self, start: Moment, calendar: WorkCalendar, stops: Iterable[Stretch] = ()) -> Moment | None:
        """The end of the period, what lies in ``stops`` not counted; None where the clock stands still.

        Raises:
            OutOfCalendar: it lies beyond all that can be counted.
        """
        left = self.seconds
        for since, until in _running(start, stops):
            for begin, length in self._counted(since, until, left, calendar):
                if left <= length:
                    return begin.later(left)
                left -= length
        return None

    def of_days(
        self, start: Moment, due: Moment, calendar: WorkCalendar, stops: Iterable[Stretch] = ()
    ) -> Mapping[date, int]:
        """The seconds that count on each day up to ``due``, the end of the period."""
        left, found = self.seconds, defaultdict[date, int](int)
        for since, until in _running(start, stops):
            for begin, length in self._counted(since, until, left, calendar):
                found[begin.whole] += min(left, length)
                left -= min(left, length)
                if not left or begin.whole > due.whole:
                    return found
        return found

    def back(self, due: Moment, calendar: WorkCalendar) -> Moment:
        """The last moment from which the whole period is left up to ``due``.

        Raises:
            OutOfCalendar: it lies beyond all that can be counted.
        """
        if not self.office:
            try:
                return due.later(-self.seconds)
            except OverflowError:
                raise OutOfCalendar(due.whole, date.min, date.max) from None
        left, stretches = self.seconds, _closing(due, self.office, calendar)
        day, opens, closes = next(stretches)
        while left > closes - opens:
            left -= closes - opens
            day, opens, closes = next(stretches)
        return Moment.of(day, closes - left)

    def _counted(
        self, since: Moment, until: Moment | None, left: int, calendar: WorkCalendar
    ) -> Iterator[tuple[Moment, int]]:
        """From when on how many seconds count between two moments, or for as long as ``left`` where there is no end."""
        if self.office:
            for day, opens, closes in _open(since, until, self.office, calendar):
                end = closes if until is None else min(closes, _on_day(until, day))
                yield Moment.of(day, opens), max(end - opens, 0)
        elif until is not None:
            yield since, since.until(until)
        elif (date.max - since.whole).days * DAY_SECONDS <= left:
            raise OutOfCalendar(since.whole, date.min, date.max)
        else:
            yield since, left

    def unfixed(self, start: Moment, due: Moment, calendar: WorkCalendar) -> date | None:
        """The first day looked at that no notice has fixed."""
        return calendar.provisional(start.whole - _DAY, due.whole) if self.office else None

    def late(self, due: Moment, last: Moment, calendar: WorkCalendar) -> tuple[Detail, date | None]:
        """How late in hours, in office hours where these count; the first day looked at that no notice has fixed."""
        told: Detail = (("hours_late", hours(due.until(last))),)
        if not self.office:
            return told, None
        unfixed = calendar.provisional(due.whole - _DAY, last.whole)
        try:
            between = self.office.between(due.whole, last.whole, calendar)
        except OutOfCalendar as problem:
            return (*told, ("out_of_calendar", problem.day)), unfixed
        passed = between + self._left(due, calendar) - self._left(last, calendar)
        return (*told, ("office_hours_late", hours(passed))), unfixed

    def _left(self, moment: Moment, calendar: WorkCalendar) -> int:
        """The seconds of the office hours of its day that come after a moment."""
        if not calendar.is_workday(moment.whole):
            return 0
        return sum(max(until - max(since, moment.second or 0), 0) for since, until in self.office.on(moment.whole))


def _running(start: Moment, stops: Iterable[Stretch]) -> Iterator[tuple[Moment, Moment | None]]:
    """The stretches from ``start`` on in which the clock runs; the last has no end, if there is a last."""
    for since, until in sorted(stops, key=lambda stop: _place(stop[0])):
        if until is not None and _place(until) <= max(_place(start), _place(since)):
            continue
        if _place(start) < _place(since):
            yield start, since
        if until is None:
            return
        start = until
    yield start, None


def _place(moment: Moment) -> tuple[date, int]:
    """Where a moment stands in time; its time of day is known."""
    return moment.whole, moment.second or 0


def _on_day(moment: Moment, day: date) -> int:
    """How many seconds of ``day`` have passed at a moment of it, or of a later day."""
    return DAY_SECONDS if day < moment.whole else moment.second or 0


def hours_of(limit: Limit, conventions: Conventions) -> Hours:
    """The hours of a limit, or its minutes, under the conventions of a pack."""
    seconds = limit.amount * (_MINUTE if limit.unit == "minute" else _HOUR)
    return Hours(seconds, conventions.office if limit.unit == "office hour" else OfficeHours(), limit.unit)


def hours(seconds: int) -> Number:
    """So many seconds in hours."""
    found = over(seconds, _HOUR)
    assert found is not None  # no division by zero
    return found


def _open(
    start: Moment, end: Moment | None, office: OfficeHours, calendar: WorkCalendar
) -> Iterator[tuple[date, int, int]]:
    """The stretches of office hours from ``start`` on, each with its day; up to the day of ``end``, if there is one.

    Raises:
        OutOfCalendar: they lead out of the calendar.
    """
    day, passed = start.whole, start.second or 0
    if calendar.is_workday(day):
        yield from ((day, max(since, passed), until) for since, until in office.on(day) if until > passed)
    while end is None or not calendar.holds(end.whole) or calendar.workdays_between(day, end.whole) > 0:
        day = calendar.add_workdays(day, 1)
        yield from ((day, since, until) for since, until in office.on(day))


def _closing(end: Moment, office: OfficeHours, calendar: WorkCalendar) -> Iterator[tuple[date, int, int]]:
    """The stretches of office hours up to ``end``, each with its day, the last of them first."""
    day, passed = end.whole, end.second or 0
    if calendar.is_workday(day):
        yield from ((day, since, min(until, passed)) for since, until in reversed(office.on(day)) if since < passed)
    while True:
        day = calendar.add_workdays(day, -1)
        yield from ((day, since, until) for since, until in reversed(office.on(day)))


def as_moment(value: Value) -> Moment | None:
    """The moment that a date stands for, its time of day unknown where it has none."""
    if isinstance(value, Moment) or not isinstance(value, date):
        return value if isinstance(value, Moment) else None
    return Moment.of(value)


def earliest(moment: Moment) -> Moment:
    """The first second that a moment may be, where its time of day is not known."""
    return moment if moment.second is not None else Moment.of(moment.whole, 0)


def latest(moment: Moment) -> Moment:
    """The last second that a moment may be, where its time of day is not known."""
    return moment if moment.second is not None else Moment.of(moment.whole, DAY_SECONDS - 1)


def close_of(day: date) -> Moment:
    """The end of a day, up to which all is known that a judgement as of it may know."""
    return Moment.of(day, DAY_SECONDS)


def untimed(row: Row, *expressions: Expression) -> tuple[str, ...]:
    """The facts that the expressions read which name a day and lack its time."""
    names = dict.fromkeys(name for expression in expressions for name in _names(expression, MOMENT))
    lacking = (name for name in names if isinstance(value := row[name], Moment) and value.second is None)
    return tuple(f"{row.type} {row.id}: {name}" for name in lacking)


def days_read(expression: Expression) -> tuple[str, ...]:
    """The facts that an expression reads which are days and never have a time."""
    return tuple(dict.fromkeys(_names(expression, DATE)))


def _names(expression: Expression, wanted: Type) -> Iterator[str]:
    yield from (part.name for part in walk(expression.checked.root) if isinstance(part, Name) and part.type == wanted)
