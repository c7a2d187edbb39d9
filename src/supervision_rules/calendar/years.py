"""Where the years of a pack begin: in January, or in another month, and their quarters and halves with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar.periods import QUARTERS, Period, PeriodKind, add_months, end_of_month, period_of

_MONTHS: Final = MappingProxyType({"2 months": 2, "quarter": 3, "4 months": 4, "half year": 6, "year": 12})
OF_A_YEAR: Final = frozenset(_MONTHS)
"""The periods that are counted from the beginning of a year, and the year itself."""


@dataclass(frozen=True, slots=True)
class Years:
    """The month in which the years begin; ``last_year``: that of the year before the one that they are called by."""

    month: int = 1
    last_year: bool = False

    def period_of(self, day: date, kind: PeriodKind) -> Period:
        """The period of this kind that the day lies in."""
        if self.month == 1 or kind not in OF_A_YEAR:
            return period_of(day, kind)
        year, passed = divmod(day.year * 12 + day.month - self.month, 12)
        part, length = passed // _MONTHS[kind], _MONTHS[kind]
        first = add_months(date(year, self.month, 1), part * length)
        last = end_of_month(add_months(first, length - 1))
        return Period(kind, first, last, *self._named(kind, year + self.last_year, part, first, last))

    def between(self, first: date, last: date, kind: PeriodKind) -> Iterator[Period]:
        """The periods of this kind that hold any day from ``first`` to ``last``, both included, in order."""
        while first <= last:
            period = self.period_of(first, kind)
            yield period
            if period.last >= last:
                return
            first = period.last + timedelta(days=1)

    def _named(self, kind: PeriodKind, year: int, part: int, first: date, last: date) -> tuple[str, str]:
        """What it is called in Chinese and English: 2024考核年度, 2024考核年度第一季度, 2023年12月至2024年1月."""
        label, english = f"{year}考核年度", f"appraisal year {year}"
        if kind == "year":
            return label, english
        if kind == "quarter":
            return f"{label}{QUARTERS[part]}", f"{english} Q{part + 1}"
        if kind == "half year":
            return f"{label}{'下' if part else '上'}半年", f"{english} H{part + 1}"
        label = f"{first.year}年{first.month}月至{last.year}年{last.month}月"
        return label, f"{first.year}-{first.month:02} to {last.year}-{last.month:02}"


CALENDAR_YEARS: Final = Years()
"""Those that begin in January."""
