"""Working days: what expressions may ask of the calendar, and which days are looked at for the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import OutOfCalendar, WorkCalendar
from supervision_rules.expressions import BOOL, DATE, NUMBER, Function, Value
from supervision_rules.expressions.tree import Call, Node, walk
from supervision_rules.world import Row

_DAY: Final = timedelta(days=1)
MOST_WORKDAYS: Final = 9999
"""More working days than any calendar has are not counted."""
UNFIXED: Final = "a day that no notice has fixed"
"""Under this key the memory of a world tells that such a day was asked for, or leant on by a finding."""


def _in_calendar(name: str, call: Callable[..., Value]) -> Callable[..., Value]:
    """``call``, unknown where it leaves the calendar; that a day was asked for which no notice has fixed is kept."""
    asked = _ASKED[name]

    def guarded(row: Row, *arguments: Value) -> Value:
        world = row.world
        try:
            value = call(row, *arguments)
        except OutOfCalendar:
            return None
        if value is not None and world.calendar.provisional(*asked(value, *arguments)) is not None:
            world.memo[UNFIXED] = True
        return value

    return guarded


_ASKED: Final[Mapping[str, Callable[..., tuple[date, date]]]] = MappingProxyType(
    {
        "workdays_between": lambda value, start, end: (min(start, end), max(start, end)),
        "add_workdays": lambda value, day, count: (day, value) if day <= value else (value - _DAY, day - _DAY),
        "is_workday": lambda value, day: (day - _DAY, day),
        "next_workday": lambda value, day: (day - _DAY, value),
        "previous_workday": lambda value, day: (value - _DAY, day),
    }
)
"""The day before the first and the last of the days that a function looked at, by its value and its arguments."""


def days_asked(name: str, value: Value, *arguments: Value) -> tuple[date, date] | None:
    """The day before the first and the last of the days that the function ``name`` looked at to come to ``value``."""
    return None if value is None or name not in _ASKED else _ASKED[name](value, *arguments)


def unfixed_asked(name: str, calendar: WorkCalendar, value: Value, *arguments: Value) -> date | None:
    """The first day that no notice has fixed, of those that the function ``name`` looked at to come to ``value``."""
    days = days_asked(name, value, *arguments)
    return None if days is None else calendar.provisional(*days)


def _add_workdays(row: Row, day: date, count: int) -> Value:
    possible = isinstance(count, int) and abs(count) <= MOST_WORKDAYS
    return row.world.calendar.add_workdays(day, count) if possible else None


WORKDAYS: Mapping[str, Function] = MappingProxyType(
    {
        "workdays_between": Function(
            "workdays_between",
            (DATE, DATE),
            NUMBER,
            _in_calendar("workdays_between", lambda row, start, end: row.world.calendar.workdays_between(start, end)),
            wants_row=True,
            label_zh="两日之间的工作日数（首日不计，末日计）",
            label_en="the working days from one day (not counted) to another (counted)",
        ),
        "add_workdays": Function(
            "add_workdays",
            (DATE, NUMBER),
            DATE,
            _in_calendar("add_workdays", _add_workdays),
            wants_row=True,
            whole=MappingProxyType({1: (-MOST_WORKDAYS, MOST_WORKDAYS)}),
            label_zh="某日之后第 n 个工作日，n 为负数的往前数",
            label_en="the n-th working day after a day, before it if n is negative",
        ),
        "is_workday": Function(
            "is_workday",
            (DATE,),
            BOOL,
            _in_calendar("is_workday", lambda row, day: row.world.calendar.is_workday(day)),
            wants_row=True,
            label_zh="是否工作日",
            label_en="whether a day is a working day",
        ),
        "next_workday": Function(
            "next_workday",
            (DATE,),
            DATE,
            _in_calendar("next_workday", lambda row, day: row.world.calendar.next_workday(day)),
            wants_row=True,
            label_zh="当日或其后第一个工作日",
            label_en="the day itself or the first working day after it",
        ),
        "previous_workday": Function(
            "previous_workday",
            (DATE,),
            DATE,
            _in_calendar("previous_workday", lambda row, day: row.world.calendar.previous_workday(day)),
            wants_row=True,
            label_zh="当日或其前最近的工作日",
            label_en="the day itself or the last working day before it",
        ),
    }
)


def asks_calendar(node: Node) -> bool:
    """Whether an expression asks for working days anywhere."""
    return any(isinstance(part, Call) and part.function.name in _ASKED for part in walk(node))
