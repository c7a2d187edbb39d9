"""Days, weeks, months and parts of them, parts of years and years of the Gregorian calendar; counting by months."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final, Literal

PeriodKind = Literal[
    "day", "week", "ten days", "half month", "month", "2 months", "quarter", "4 months", "half year", "year"
]
"""The shortest first. What each is called in Chinese: ``catalogue/periods.py``."""

_LENGTH: Final[Mapping[PeriodKind, int]] = MappingProxyType(
    {
        "ten days": 2,
        "half month": 3,
        "month": 6,
        "2 months": 12,
        "quarter": 18,
        "4 months": 24,
        "half year": 36,
        "year": 72,
    }
)
"""Those that make up the longer ones, in sixths of a month; days make up all, weeks none."""
_THIRDS: Final = ("上旬", "中旬", "下旬")
QUARTERS: Final = ("第一季度", "第二季度", "第三季度", "第四季度")


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar period; both ends belong to it. A week begins on Monday and is numbered as in ISO 8601.

    The ten days (旬) are the first to the tenth of a month, the next ten, and what is left of it: eight to eleven; the
    first half of a month are its first fifteen days.
    """

    kind: PeriodKind
    first: date
    last: date
    label: str
    label_en: str

    @property
    def names(self) -> tuple[str, str]:
        """What it may be asked for by: 2023年3月, 2023-03."""
        return self.label, self.label_en

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def add_months(day: date, n: int) -> date:
    """The day of the same number ``n`` months on (back if negative), else that month's last day (民法典 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before(end: date, n: int) -> date:
    """The first of the days that make the ``n`` months up to ``end``: whole months, where it is the last day of one.

    The twelve months up to 15 March begin on the 16th; those up to the end of March on the 1st of April.
    """
    following = end + timedelta(days=1)
    return add_months(following, -n) if following.day == 1 else add_months(end, -n) + timedelta(days=1)


def start_of_month(day: date) -> date:
    """The first day of the month."""
    return date(day.year, day.month, 1)


def end_of_month(day: date) -> date:
    """The last day of the month."""
    return date(day.year, day.month, monthrange(day.year, day.month)[1])


def start_of_quarter(day: date) -> date:
    """The first day of the quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def end_of_quarter(day: date) -> date:
    """The last day of the quarter."""
    return end_of_month(date(day.year, (day.month + 2) // 3 * 3, 1))


def start_of_year(day: date) -> date:
    """1 January."""
    return date(day.year, 1, 1)


def end_of_year(day: date) -> date:
    """31 December."""
    return date(day.year, 12, 31)


def start_of_week(day: date) -> date:
    """The Monday."""
    return date.fromordinal(day.toordinal() - day.weekday())


def end_of_week(day: date) -> date:
    """The Sunday; the last day that there is in the last week of all."""
    return date.fromordinal(min(day.toordinal() - day.weekday() + 6, date.max.toordinal()))


def period_of(day: date, kind: PeriodKind) -> Period:
    """The period of this kind that the day lies in."""
    if kind == "day":
        return Period(kind, day, day, f"{day.year}年{day.month}月{day.day}日", day.isoformat())
    if kind == "week":
        return _week(day)
    if kind == "half month":
        return _half_month(day)
    if kind == "ten days":
        return _ten_days(day)
    if kind == "month":
        label = f"{day.year}年{day.month}月"
        return Period(kind, start_of_month(day), end_of_month(day), label, f"{day.year}-{day.month:02}")
    if kind == "quarter":
        number = (day.month - 1) // 3
        label = f"{day.year}年{QUARTERS[number]}"
        return Period(kind, start_of_quarter(day), end_of_quarter(day), label, f"{day.year} Q{number + 1}")
    if kind == "2 months" or kind == "4 months":
        return _months(day, kind)
    if kind == "half year":
        return _half(day)
    return Period(kind, start_of_year(day), end_of_year(day), f"{day.year}年", str(day.year))


def _months(day: date, kind: PeriodKind) -> Period:
    """So many months of a year, which begins with the first of them."""
    number = int(kind[0])
    first = date(day.year, (day.month - 1) // number * number + 1, 1)
    last = end_of_month(add_months(first, number - 1))
    english = f"{day.year}-{first.month:02} to {day.year}-{last.month:02}"
    return Period(kind, first, last, f"{day.year}年{first.month}至{last.month}月", english)


def _half(day: date) -> Period:
    if day.month <= 6:
        return Period("half year", start_of_year(day), date(day.year, 6, 30), f"{day.year}年上半年", f"{day.year} H1")
    return Period("half year", date(day.year, 7, 1), end_of_year(day), f"{day.year}年下半年", f"{day.year} H2")


def _ten_days(day: date) -> Period:
    third = min((day.day - 1) // 10, 2)
    first = date(day.year, day.month, 10 * third + 1)
    last = end_of_month(day) if third == 2 else date(day.year, day.month, 10 * third + 10)
    english = f"{day.year}-{day.month:02} ({first.day}-{last.day})"
    return Period("ten days", first, last, f"{day.year}年{day.month}月{_THIRDS[third]}", english)


def _half_month(day: date) -> Period:
    month, english = f"{day.year}年{day.month}月", f"{day.year}-{day.month:02}"
    if day.day <= 15:
        return Period("half month", start_of_month(day), day.replace(day=15), f"{month}上半月", f"{english} (1-15)")
    first, last = day.replace(day=16), end_of_month(day)
    return Period("half month", first, last, f"{month}下半月", f"{english} (16-{last.day})")


def _week(day: date) -> Period:
    year, number, _ = day.isocalendar()
    return Period("week", start_of_week(day), end_of_week(day), f"{year}年第{number}周", f"{year}-W{number:02}")


def how_many(inner: PeriodKind, outer: PeriodKind) -> int | None:
    """How many periods of the one kind make up one of the other; None where that is not always the same."""
    if inner == outer:
        return 1
    whole = inner in _LENGTH and outer in _LENGTH and _LENGTH[outer] % _LENGTH[inner] == 0
    return _LENGTH[outer] // _LENGTH[inner] if whole else None


def lies_within(inner: PeriodKind, outer: PeriodKind) -> bool:
    """Whether every period of the one kind lies in one of the other."""
    return inner in (outer, "day") or (inner in _LENGTH and outer in _LENGTH and _LENGTH[outer] % _LENGTH[inner] == 0)
