"""What recurs: calendar periods, or months counted from a day, each with the day by which something is due in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from types import MappingProxyType
from typing import Final, Literal

from pydantic import Field

from supervision_rules.calendar import Period, PeriodKind, add_months, end_of_month, period_of
from supervision_rules.language.spec import Spec

Each = Literal[
    "week", "month", "quarter", "year", "week from start", "month from start", "quarter from start", "year from start"
]

_FROM_START: Final = " from start"
_MONTHS: Final = MappingProxyType({"month": 1, "quarter": 3, "year": 12})
_NAMES: Final = MappingProxyType({"week": "周", "month": "个月", "quarter": "季", "year": "年"})
_DAY: Final = timedelta(days=1)
_LATEST: Final = date(9997, 12, 31)
"""The last day on which a turn may begin: its end and the day by which it is due must still be dates."""


class DueDay(Spec):
    """每个时段在哪一天前（含当日）完成。"""

    day: int = Field(ge=1, le=31)
    """几日（按周的：周几，1 为周一）；当月没有这一天的，为当月最后一天"""
    month: int = Field(default=1, ge=0, le=12)
    """时段后的第几个月（按周的：第几周）：0 为本时段最后一个月，1 为下一时段首月"""


@dataclass(frozen=True, slots=True)
class Term:
    """One turn of what recurs: the period it is about and the last day on which it is in time."""

    period: Period
    due: date


def terms(each: Each, due: DueDay | None, start: date, end: date | None, as_of: date) -> Iterator[Term]:
    """The turns from ``start`` that have begun by ``as_of``.

    Calendar periods: every one with a day between ``start`` and ``end``, both included. Counted from ``start``: those
    that end on its day-number (its weekday) before ``end``. None begins after the year 9997.
    """
    if start > _LATEST:
        return
    latest = min(as_of, _LATEST)
    for period in _counted(each, start, end) if each.endswith(_FROM_START) else _calendar(each, start, end):
        if period.first > latest:
            return
        yield Term(period, _due(period, due))


def _calendar(each: Each, start: date, end: date | None) -> Iterator[Period]:
    while end is None or start <= end:
        period = period_of(start, each)  # type: ignore[arg-type]  # not one of those from a start
        yield period
        start = period.last + _DAY


def _counted(each: Each, start: date, end: date | None) -> Iterator[Period]:
    kind: PeriodKind = each.removesuffix(_FROM_START)  # type: ignore[assignment]  # Each has no other
    first = start
    for number in count(1):
        last = start + number * 7 * _DAY if kind == "week" else add_months(start, number * _MONTHS[kind])
        if end is not None and last >= end:
            return
        label = f"第{number}{_NAMES[kind]}（{first}至{last}）"
        yield Period(kind, first, last, label, f"{kind} {number} ({first} to {last})")
        first = last + _DAY


def _due(period: Period, due: DueDay | None) -> date:
    if due is None:
        return period.last
    if period.kind == "week":
        return period.last + (7 * (due.month - 1) + due.day) * _DAY
    last = end_of_month(add_months(period.last.replace(day=1), due.month))
    return last.replace(day=min(due.day, last.day))
