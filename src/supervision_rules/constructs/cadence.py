"""What recurs: calendar periods, or some counted from a day, each with the day by which something is due in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import Final

from pydantic import Field, model_validator

from supervision_rules.calendar import (
    OutOfCalendar,
    Period,
    WorkCalendar,
    add_months,
    end_of_month,
    period_of,
)
from supervision_rules.constructs.alternatives import exactly_one, only_beside
from supervision_rules.constructs.turns import Each, Turns, turns_of
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Roll, looked_at, rolled
from supervision_rules.language.declarations import OF_WINDOW
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import OF_ITS_OWN, PERIODS
from supervision_rules.language.facts import Fact
from supervision_rules.language.spec import Spec
from supervision_rules.world import Schema

_DAYS: Final = MappingProxyType({"week": 7, "ten days": 10})
_MONTHS: Final = MappingProxyType({"month": 1, "quarter": 3, "half year": 6, "year": 12})
_NAMES: Final = MappingProxyType(
    {"week": "周", "ten days": "个十日", "month": "个月", "quarter": "季", "half year": "个半年", "year": "年"}
)
_DAY: Final = timedelta(days=1)
_LATEST: Final = date(9997, 12, 31)
"""The last day on which a turn may begin: its end and the day by which it is due must still be dates."""
_LAST: Final = date(9998, 12, 31)
"""The last day on which one that is counted from a start may end."""


class DueDay(Spec):
    """每个时段在哪一天前（含当日）完成；day、workday 写一个。"""

    day: int | None = Field(default=None, ge=1, le=31)
    """几日（按周的：周几，1 为周一；按旬的：旬内第几日）；当月没有这一天的，为当月最后一天"""
    workday: int | None = Field(default=None, ge=1, le=31)
    """当月（当周、当旬）第几个工作日；不到这么多的，为当月（当周、当旬）最后一天"""
    month: int = Field(default=1, ge=0, le=12)
    """时段后的第几个月（按周、按旬的：第几周、第几旬）：0 为本时段最后一个月，1 为下一时段首月"""
    roll: Roll | None = None
    """day 那一天是休息日时：true 顺延到下一工作日，back 提前到上一工作日，false 不变；不写的，依 conventions"""

    @model_validator(mode="after")
    def _one_day(self) -> DueDay:
        exactly_one(self, "day", "workday")
        only_beside(self, "day", "roll")
        return self


@dataclass(frozen=True, slots=True)
class Term:
    """One turn of what recurs: the period it is about and the last day on which it is in time."""

    period: Period
    due: date
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


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often something recurs, and by which day it is due."""

    each: Turns
    due: DueDay | None
    """None: the last day of the period."""
    rolls: Roll
    """Whether a due day by its number that is a rest day moves, and which way."""

    @property
    def from_start(self) -> bool:
        """Whether its periods are counted from the first day of the duty, not those of the calendar."""
        return self.each.from_start

    @property
    def asks_calendar(self) -> bool:
        """Whether it looks at which days are worked."""
        return self.due is not None and (bool(self.rolls) or self.due.workday is not None)

    def terms(self, start: date, end: date | None, as_of: date, calendar: WorkCalendar) -> Iterator[Term]:
        """The turns from ``start`` that have begun by ``as_of``.

        Calendar periods: every one with a day between ``start`` and ``end``, both included. Counted from ``start``:
        those that end on its day-number (its weekday) before ``end``. None begins after the year 9997, or ends after
        9998.
        """
        if start > _LATEST:
            return
        latest = min(as_of, _LATEST)
        for period in _counted(self.each, start, end) if self.from_start else _calendar(self.each, start, end):
            if period.first > latest:
                return
            yield self.term(period, calendar)

    def term(self, period: Period, calendar: WorkCalendar) -> Term:
        """The turn of a period."""
        if self.due is None:
            return Term(period, period.last)
        first, last = _due_span(period, self.due.month, self.from_start)
        if self.due.workday is None:
            stated = min(first + (self.due.day or 1) * _DAY - _DAY, last)
            return _rolled(period, stated, self.rolls, calendar) if self.rolls else Term(period, stated)
        try:
            due = min(calendar.add_workdays(first - _DAY, self.due.workday), last)
        except OutOfCalendar as problem:
            return Term(period, first, beyond=problem.day)
        return Term(period, due, (first - _DAY, due), calendar.provisional(first - _DAY, due))


def _rolled(period: Period, stated: date, rolls: Roll, calendar: WorkCalendar) -> Term:
    """The turn that is due on the day ``stated``, or on the working day to which it moves."""
    try:
        due = rolled(stated, rolls, calendar)
    except OutOfCalendar as problem:
        return Term(period, stated, beyond=problem.day)
    days = looked_at(stated, due)
    return Term(period, due, days, calendar.provisional(*days), stated=stated)


def _calendar(each: Turns, start: date, end: date | None) -> Iterator[Period]:
    while end is None or start <= end:
        period = period_of(start, each.kind)
        yield period
        start = period.last + _DAY


def _counted(each: Turns, start: date, end: date | None) -> Iterator[Period]:
    kind, first, days = each.kind, start, _DAYS.get(each.kind)
    several = each.amount > 1
    unit, name = (f"{each.amount} {kind}s", f"个{each.amount}{_NAMES[kind]}") if several else (kind, _NAMES[kind])
    for number in count(1):
        passed = number * each.amount
        last = _months_on(start, passed * _MONTHS[kind]) if days is None else start + passed * days * _DAY
        if last > _LAST or (end is not None and last >= end):
            return
        yield Period(kind, first, last, f"第{number}{name}（{first}至{last}）", f"{unit} {number} ({first} to {last})")
        first = last + _DAY


def _months_on(start: date, months: int) -> date:
    return date.max if start.year + months // 12 > _LAST.year else add_months(start, months)


def _due_span(period: Period, number: int, counted: bool) -> tuple[date, date]:
    """The first and the last day of the month that is ``number`` months after the period.

    After one of a week, or of ten days, it is so many of these; ``counted``: from a start, and not by the calendar.
    """
    if period.kind == "week" or (period.kind == "ten days" and counted):
        days = _DAYS[period.kind]
        last = period.last + days * number * _DAY
        return last - (days - 1) * _DAY, last
    if period.kind == "ten days":
        for _ in range(number):
            period = period_of(period.last + _DAY, period.kind)
        return period.first, period.last
    first = add_months(period.last.replace(day=1), number)
    return first, end_of_month(first)


def bind_cadence(text: Each, due: DueDay | None, binder: Binder) -> Cadence:
    """What the keys ``each`` and ``due`` of a rule say; their numbers must stand in the words cited.

    Whether a due day moves is said by the rule itself, else by the conventions of the pack.
    """
    each = turns_of(text)
    assert each is not None  # it is checked
    if each.number is not None:
        binder.number(each.number, "each")
    if due is None:
        return Cadence(each, None, False)
    key = "workday" if due.day is None else "day"
    binder.number(getattr(due, key), "due", key)
    cadence = Cadence(each, due, binder.conventions.roll if due.roll is None else due.roll)
    if due.day is not None and due.roll is None:
        binder.hangs_on_convention("roll")
    if cadence.asks_calendar:
        binder.hangs_on_place()
    return cadence


def reads_window(expression: Expression, schema: Schema, record_type: str) -> bool:
    """Whether ``expression``, or a fact that it uses, reads the first or the last day of the period looked at."""
    names = expression.checked.names
    facts = (fact for name in names if isinstance(fact := schema.derived[record_type].get(name), Fact))
    read = (pair for fact in facts for pair in _read(fact, schema, record_type))
    return bool(names & OF_WINDOW) or any(reads_window(each, schema, about) for each, about in read)


def _read(fact: Fact, schema: Schema, record_type: str) -> Iterator[tuple[Expression, str]]:
    """What a fact asks of its subject, and of the records that it counts: these are seen through the same period.

    What it asks of each of its own periods is about that one.
    """
    own, its = [pair[0] for pair in fact.alike], [pair[1] for pair in fact.alike]
    asked = (fact.since, fact.until, *own, fact.expression if fact.way == "value" else None)
    yield from ((each, record_type) for each in asked if each is not None)
    if fact.way != "value" and fact.counted not in PERIODS:
        about = record_type if fact.counted in OF_ITS_OWN else schema.base(fact.counted)
        yield from ((each, about) for each in (fact.where, fact.expression, *its) if each is not None)
