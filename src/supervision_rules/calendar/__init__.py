"""Working days, calendar periods and the notices that arrange holidays."""

from __future__ import annotations

from supervision_rules.calendar.factory import is_jurisdiction
from supervision_rules.calendar.moments import DAY_SECONDS, Moment, earlier
from supervision_rules.calendar.notice import Notice, Season
from supervision_rules.calendar.notices import cached_calendar, calendar_for, read_notices, shipped_notices
from supervision_rules.calendar.periods import (
    Period,
    PeriodKind,
    add_months,
    end_of_month,
    end_of_quarter,
    end_of_week,
    end_of_year,
    lies_within,
    months_before,
    period_of,
    start_of_month,
    start_of_quarter,
    start_of_week,
    start_of_year,
)
from supervision_rules.calendar.table import Gap, OutOfCalendar, Stretch, WorkCalendar
from supervision_rules.calendar.years import CALENDAR_YEARS, OF_A_YEAR, Years

__all__ = [
    "CALENDAR_YEARS",
    "DAY_SECONDS",
    "Gap",
    "Moment",
    "Notice",
    "OF_A_YEAR",
    "OutOfCalendar",
    "Period",
    "PeriodKind",
    "Season",
    "Stretch",
    "WorkCalendar",
    "Years",
    "add_months",
    "cached_calendar",
    "calendar_for",
    "earlier",
    "end_of_month",
    "end_of_quarter",
    "end_of_week",
    "end_of_year",
    "is_jurisdiction",
    "lies_within",
    "months_before",
    "period_of",
    "read_notices",
    "shipped_notices",
    "start_of_month",
    "start_of_quarter",
    "start_of_week",
    "start_of_year",
]
