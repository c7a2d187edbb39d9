"""The functions that need nothing but their arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP
from itertools import zip_longest
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.calendar import DAY_SECONDS, Moment, earlier, periods
from supervision_rules.expressions.exact import rounded
from supervision_rules.expressions.scope import Function, Parameter
from supervision_rules.expressions.tree import Call, Name, Node, walk
from supervision_rules.expressions.types import BOOL, DATE, MOMENT, NUMBER, TEXTS, Type
from supervision_rules.expressions.values import Interval, Numeric, Value, divide, ends, interval

MAX_PLACES: Final = 12
SPAN_OF_DAYS: Final = 100_000
"""Beyond this many days or months nothing is computed."""


def sought_in(node: Node) -> tuple[str, ...]:
    """The names in ``node`` of what is taken from records that meet a condition."""
    return tuple(dict.fromkeys(part.name for part in walk(node) if isinstance(part, Name) and part.sought))


def is_doubted(row: Any, names: tuple[str, ...]) -> bool:
    """Whether it is unknown if there is anything that one of the names stands for, or which number there is."""
    values = ((name, row[name]) for name in names)
    return any(isinstance(value, Interval) or (value is None and row.doubted(name)) for name, value in values)


def asked_in(node: Node) -> tuple[Call, ...]:
    """The calls in ``node`` whose value there may not be."""
    return tuple(part for part in walk(node) if isinstance(part, Call) and part.function.valueless is not None)


def is_open(function: Function, row: Any, *arguments: Value) -> bool:
    """Whether what a call asks for is unknown, and not surely lacking."""
    value = function.call(row, *arguments)
    if value is not None or function.valueless is None:
        return isinstance(value, Interval)
    return function.valueless(row, *arguments) is not True


def known(value: Value, doubted: bool = False) -> bool | None:
    """Whether there is a value, be it one of which only the ends are known; ``doubted``: whether that is unknown."""
    return None if doubted and value is None else value is not None


def first_known(*values: Value, doubted: Sequence[bool] = ()) -> Value:
    """The first that is known. One in doubt lets none pass it."""
    for value, doubt in zip_longest(values, doubted):
        if value is not None or doubt:
            return value
    return None


def earliest(*values: Any, doubted: Sequence[bool] = ()) -> Value:
    """The earliest of the days that are known, whatever has not happened; unknown where there may be another."""
    return _of_those_known(least, values, doubted)


def latest(*values: Any, doubted: Sequence[bool] = ()) -> Value:
    return _of_those_known(most, values, doubted)


def _of_those_known(choose: Callable[..., Value], values: tuple[Any, ...], doubted: Sequence[bool]) -> Value:
    known_ones = [value for value in values if value is not None]
    return choose(*known_ones) if known_ones and not any(doubted) else None


def least(*values: Any) -> Value:
    return _first_moment(values, earlier) if isinstance(values[0], Moment) else _of_all(min, values)


def most(*values: Any) -> Value:
    if isinstance(values[0], Moment):
        return _first_moment(values, lambda one, other: earlier(other, one))
    return _of_all(max, values)


def _first_moment(moments: Sequence[Moment], before: Callable[[Moment, Moment], bool | None]) -> Moment | None:
    """The first in an order; None where that is unknown."""
    first = moments[0]
    for moment in moments[1:]:
        first = moment if before(moment, first) else first
    sure = all(before(moment, first) is False for moment in moments if moment != first)
    return first if sure else None


def _of_all(choose: Callable[..., Any], values: tuple[Any, ...]) -> Value:
    if not any(isinstance(value, Interval) for value in values):
        return choose(values)  # type: ignore[no-any-return]
    pairs = [ends(value) for value in values]
    return interval(choose([low for low, _ in pairs]), choose([high for _, high in pairs]))


def absolute(value: Numeric) -> Numeric:
    low, high = ends(value)
    if low <= 0 <= high:
        return interval(0, max(-low, high))
    return interval(low, high) if low > 0 else interval(-high, -low)


def floor(value: Numeric, places: Numeric = 0) -> Value:
    return _rounded(value, places, ROUND_FLOOR)


def ceiling(value: Numeric, places: Numeric = 0) -> Value:
    return _rounded(value, places, ROUND_CEILING)


def round_half_up(value: Numeric, places: Numeric) -> Value:
    return _rounded(value, places, ROUND_HALF_UP)


def _rounded(value: Numeric, places: Numeric, mode: str) -> Value:
    digits = _whole(places, MAX_PLACES)
    if digits is None or digits < 0:
        return None
    low, high = (rounded(end, digits, mode) for end in ends(value))
    return None if low is None or high is None else interval(low, high)


def _whole(value: Numeric, bound: int) -> int | None:
    """The value as an int, if it is a whole number within the bound."""
    if isinstance(value, Interval) or not -bound <= value <= bound or value != int(value):
        return None
    return int(value)


def make_date(year: Numeric, month: Numeric, day: Numeric) -> date | None:
    """None where there is no such day."""
    parts = [_whole(part, 9999) for part in (year, month, day)]
    try:
        return date(*parts)  # type: ignore[arg-type]  # None is refused by date itself
    except (TypeError, ValueError):
        return None


def at(day: date, hour: Numeric, minute: Numeric = 0) -> Moment | None:
    """The moment of a day; None where there is no such time."""
    hours, minutes = _whole(hour, 23), _whole(minute, 59)
    if hours is None or minutes is None or hours < 0 or minutes < 0:
        return None
    return Moment.of(day, hours * 3600 + minutes * 60)


def day_of(moment: Moment) -> date:
    return moment.whole


DAY_OF: Final = Function(
    "day_of", (MOMENT,), DATE, day_of, fold=True, label_zh="时刻所在的那一天", label_en="the day of a moment"
)
"""What a moment stands for where a date is wanted."""


def add_days(day: date, count: Numeric) -> date | None:
    return _moved(lambda days: day + timedelta(days), count)


def add_months(day: date, count: Numeric) -> date | None:
    return _moved(lambda months: periods.add_months(day, months), count)


def _moved(move: Callable[[int], date], count: Numeric) -> date | None:
    steps = _whole(count, SPAN_OF_DAYS)
    try:
        return None if steps is None else move(steps)
    except (OverflowError, ValueError):
        return None


def days_between(start: date, end: date) -> int:
    """Calendar days from ``start`` to ``end``, the start not counted."""
    return (end - start).days


def months_between(start: date, end: date) -> int:
    """Whole months from ``start`` to ``end``, as ``add_months`` counts them; of what goes back, less than nothing."""
    if end < start:
        return -months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if periods.add_months(start, months) <= end else months - 1


def hours_between(start: Moment, end: Moment) -> Value:
    """The hours from one moment to another, exact to the second; of a day alone it may be any time of it."""
    (least, first), (last, most) = _seconds(start), _seconds(end)
    days = days_between(start.whole, end.whole) * DAY_SECONDS
    low, high = (divide(days + seconds, SECONDS_OF_AN_HOUR) for seconds in (last - first, most - least))
    return None if low is None or high is None else interval(ends(low)[0], ends(high)[1])


def _seconds(moment: Moment) -> tuple[int, int]:
    """The first and the last second of its day that it may be."""
    return (0, DAY_SECONDS) if moment.second is None else (moment.second, moment.second)


def _of(name: str, zh: str, en: str, call: Callable[..., Value], *parameters: Parameter, **more: Any) -> Function:
    """A function whose result is of the type of its first argument, unless ``result`` says otherwise."""
    return Function(name, parameters, more.pop("result", None), call, fold=True, label_zh=zh, label_en=en, **more)


def _part(name: str, zh: str, en: str, call: Callable[[date], Value], result: Type = NUMBER) -> Function:
    return _of(name, zh, en, call, DATE, result=result)


PLACES: Final = MappingProxyType({1: (0, MAX_PLACES)})
STEPS: Final = MappingProxyType({1: (-SPAN_OF_DAYS, SPAN_OF_DAYS)})
PARTS_OF_A_DATE: Final = MappingProxyType({0: (1, 9999), 1: (1, 12), 2: (1, 31)})
PARTS_OF_AN_HOUR: Final = MappingProxyType({1: (0, 23), 2: (0, 59)})
COMPARABLE: Final = (NUMBER, MOMENT, DATE)
DAYS: Final = (MOMENT, DATE)
SECONDS_OF_AN_HOUR: Final = 3600
ASKING_FOR_DOUBT: Final = frozenset({known, first_known, earliest, latest})
"""The functions that are told whether it is unknown if there is anything that an argument stands for."""
FUNCTIONS: Final[Mapping[str, Function]] = MappingProxyType(
    {
        function.name: function
        for function in (
            _of("known", "是否有记载", "is known", known, None, result=BOOL, takes_unknown=True, takes_interval=True),
            _of("first_known", "第一个有记载的", "the first that is known", first_known, None, None,
                takes_unknown=True, takes_interval=True, variadic=True),
            _of("earliest", "已有的日期中最早的", "the earliest of those known", earliest, DAYS, DAYS,
                takes_unknown=True, variadic=True),
            _of("latest", "已有的日期中最晚的", "the latest of those known", latest, DAYS, DAYS,
                takes_unknown=True, variadic=True),
            _of("min", "最小", "the least", least, COMPARABLE, COMPARABLE, takes_interval=True, variadic=True),
            _of("max", "最大", "the most", most, COMPARABLE, COMPARABLE, takes_interval=True, variadic=True),
            _of("abs", "绝对值", "absolute value", absolute, NUMBER, takes_interval=True),
            _of("floor", "舍去", "round down", floor, NUMBER, NUMBER, takes_interval=True, optional=1, whole=PLACES),
            _of("ceil", "进一", "round up", ceiling, NUMBER, NUMBER, takes_interval=True, optional=1, whole=PLACES),
            _of("round_half_up", "四舍五入", "round half up", round_half_up, NUMBER, NUMBER, takes_interval=True,
                whole=PLACES),
            _part("year", "年", "year", lambda day: day.year),
            _part("month", "月", "month", lambda day: day.month),
            _part("day", "日", "day of the month", lambda day: day.day),
            _part("weekday", "星期几（1=周一）", "day of the week, 1 is Monday", date.isoweekday),
            _of("date", "日期", "date", make_date, NUMBER, NUMBER, NUMBER, result=DATE, whole=PARTS_OF_A_DATE),
            _of("at", "某日某时（某分）", "a time of a day", at, DATE, NUMBER, NUMBER, result=MOMENT, optional=1,
                whole=PARTS_OF_AN_HOUR),
            DAY_OF,
            _of("add_days", "加自然日", "add calendar days", add_days, DATE, NUMBER, whole=STEPS),
            _of("add_months", "加月", "add months", add_months, DATE, NUMBER, whole=STEPS),
            _part("start_of_month", "月初", "first day of the month", periods.start_of_month, DATE),
            _part("end_of_month", "月末", "last day of the month", periods.end_of_month, DATE),
            _part("start_of_quarter", "季初", "first day of the quarter", periods.start_of_quarter, DATE),
            _part("end_of_quarter", "季末", "last day of the quarter", periods.end_of_quarter, DATE),
            _part("start_of_year", "年初", "first day of the year", periods.start_of_year, DATE),
            _part("end_of_year", "年末", "last day of the year", periods.end_of_year, DATE),
            _of("days_between", "相隔自然日", "calendar days between", days_between, DATE, DATE, result=NUMBER),
            _of("months_between", "相隔几个整月", "whole months between", months_between, DATE, DATE, result=NUMBER),
            _of("hours_between", "相隔几小时（精确到秒；只有日期的是一个范围）",
                "hours between, exact to the second; of a day alone from the least to the most",
                hours_between, MOMENT, MOMENT, result=NUMBER),
            _of("count", "个数", "how many", len, TEXTS, result=NUMBER),
        )
    }
)  # fmt: skip
