"""What recurs: calendar periods, or some counted from a day, each with the day by which something is due in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import CALENDAR_YEARS, OutOfCalendar, Period, WorkCalendar, Years, add_months, period_of
from supervision_rules.constructs.due_day import DueDay
from supervision_rules.constructs.terms import DAYS, Term, term_of
from supervision_rules.constructs.turns import Each, Turns, turns_of
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Roll

_MONTHS: Final = MappingProxyType({"month": 1, "quarter": 3, "half year": 6, "year": 12})
_NAMES: Final = MappingProxyType(
    {
        "workday": "个工作日",
        "day": "日",
        "week": "周",
        "ten days": "个十日",
        "month": "个月",
        "quarter": "季",
        "half year": "个半年",
        "year": "年",
    }
)
_DAY: Final = timedelta(days=1)
_SURE: Final = 10
"""So many working days has every month."""
_SHORT: Final = frozenset({"week", "ten days", "half month"})
"""The periods that may have fewer."""
_LAST_ONE: Final = -1
Known = dict[date, tuple[date, Term | None]]
"""By the day from which on a turn is looked for, the day after it, and the turn; None where nothing is due in it."""
_LATEST: Final = date(9997, 12, 31)
"""The last day on which a turn may begin: its end and the day by which it is due must still be dates."""
_LAST: Final = date(9998, 12, 31)
"""The last day on which one that is counted from a start may end."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often something recurs, and by which day it is due."""

    each: Turns
    due: DueDay | None
    """None: the last day of the period."""
    rolls: Roll
    """Whether a due day by its number that is a rest day moves, and which way."""
    years: Years = CALENDAR_YEARS
    """Where the years of the calendar begin for the pack."""

    @property
    def from_start(self) -> bool:
        """Whether its periods are counted from the first day of the duty, not those of the calendar."""
        return self.each.from_start

    @property
    def asks_calendar(self) -> bool:
        """Whether it looks at which days are worked."""
        return self.each.workdays or (self.due is not None and (bool(self.rolls) or self.due.workday is not None))

    def beginning(self, day: date) -> date:
        """The first day of the calendar period in which a day lies."""
        return self.years.period_of(day, self.each.kind).first

    def terms(
        self, start: date, end: date | None, as_of: date, calendar: WorkCalendar, known: Known | None = None
    ) -> Iterator[Term]:
        """The turns from ``start`` that have begun by ``as_of``; those of the calendar are kept in ``known``.

        Calendar periods: every one with a day between ``start`` and ``end``, both included. Counted from ``start``:
        those that end on its day-number (its weekday) before ``end``. None begins after the year 9997, or ends after
        9998. A working day that the calendar does not know is in doubt; so is all, where counting leads out of it.
        """
        if start > _LATEST:
            return
        latest = min(as_of, _LATEST)
        if not self.from_start:
            yield from self._calendar(start, latest if end is None else min(end, latest), calendar, known)
            return
        try:
            for period in _counted(self.each, start, end, calendar):
                if period.first > latest:
                    return
                yield self.term(period, calendar)
        except OutOfCalendar as problem:
            yield Term(period_of(start, "day"), start, beyond=problem.day)

    def term(self, period: Period, calendar: WorkCalendar) -> Term:
        """The turn of a period."""
        term = term_of(period, self.due, self.rolls, self.from_start, calendar)
        if not self.each.workdays or term.beyond is not None:
            return term
        if not calendar.holds(period.first):
            return replace(term, beyond=period.first)
        days = (max(period.first - _DAY, calendar.first), period.last)
        unfixed = (each for each in (term.unfixed, calendar.provisional(*days)) if each is not None)
        return replace(term, looked_at=term.looked_at or days, unfixed=min(unfixed, default=None))

    def _calendar(self, start: date, end: date, calendar: WorkCalendar, known: Known | None) -> Iterator[Term]:
        """The turns of the periods of the calendar with a day between two."""
        kept: Known = {} if known is None else known
        while start <= end:
            if start not in kept:
                period = self.years.period_of(start, self.each.kind)
                term = None if self._is_off(period, calendar) else self.term(period, calendar)
                kept[start] = period.last + _DAY, term
            start, term = kept[start]
            if term is not None:
                yield term

    def _is_off(self, period: Period, calendar: WorkCalendar) -> bool:
        """Whether it is a day on which nothing is due, as nobody works."""
        return self.each.workdays and calendar.holds(period.first) and not calendar.is_workday(period.first)


def _counted(each: Turns, start: date, end: date | None, calendar: WorkCalendar) -> Iterator[Period]:
    """Those of so many days, weeks or months from a start.

    Raises:
        OutOfCalendar: counting working days leads out of the calendar.
    """
    first, kind = start, "workday" if each.workdays else each.kind
    several = each.amount > 1
    unit, name = (f"{each.amount} {kind}s", f"个{each.amount}{_NAMES[kind]}") if several else (kind, _NAMES[kind])
    for number in count(1):
        last = _end(each, start, number * each.amount, calendar)
        if last > _LAST or (end is not None and last >= end):
            return
        label, english = f"第{number}{name}（{first}至{last}）", f"{unit} {number} ({first} to {last})"
        yield Period(each.kind, first, last, label, english)
        first = last + _DAY


def _end(each: Turns, start: date, passed: int, calendar: WorkCalendar) -> date:
    """The last day of the turn with which so many weeks, days or months have passed since ``start``."""
    if each.workdays:
        return calendar.add_workdays(start, passed)
    days = DAYS.get(each.kind)
    return start + passed * days * _DAY if days is not None else _months_on(start, passed * _MONTHS[each.kind])


def _months_on(start: date, months: int) -> date:
    return date.max if start.year + months // 12 > _LAST.year else add_months(start, months)


def bind_cadence(text: Each, due: DueDay | None, binder: Binder) -> Cadence:
    """What the keys ``each`` and ``due`` of a rule say; their numbers must stand in the words cited.

    Whether a due day moves is said by the rule itself, else by the conventions of the pack.
    """
    each = turns_of(text)
    assert each is not None  # it is checked
    if each.number is not None:
        binder.number(each.number, "each")
    cadence = Cadence(each, due, _rolls(each, due, binder), binder.conventions.years)
    if cadence.asks_calendar:
        binder.hangs_on_place()
    if due is not None:
        _bind_due(each, due, binder)
    return cadence


def _rolls(each: Turns, due: DueDay | None, binder: Binder) -> Roll:
    if due is None or (due.day is None and due.workday is None):
        return False
    if due.roll is not None:
        return due.roll
    if due.workday is None or abs(due.workday) > _SURE or each.kind in _SHORT:
        binder.hangs_on_convention("roll")
    return binder.conventions.roll


def _bind_due(each: Turns, due: DueDay, binder: Binder) -> None:
    for key in ("day", "workday", "hour", "minute"):
        # The last day, or working day, has no number in the words: 月底前, 最后一个工作日.
        if (number := getattr(due, key)) is not None and number != _LAST_ONE:
            binder.number(abs(number), "due", key)
    if each.kind == "day":
        written = {key: getattr(due, key) for key in ("day", "workday", "month") if binder.at("due", key) is not None}
        for key, number in written.items():
            if key == "month" or number < 0:
                binder.report("SR353", "due", key, given=f"{key}: {number}")
