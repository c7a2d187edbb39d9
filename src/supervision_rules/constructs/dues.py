"""Due days: of a limit by the day that it is counted from, worked out once a day; and how many working days late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Final

from supervision_rules.calendar import OutOfCalendar, WorkCalendar
from supervision_rules.findings import Detail
from supervision_rules.language.conventions import Deadline
from supervision_rules.world import Remembered

Dues = Remembered[date, tuple[date, date | None]]
"""For each day that a limit is counted from, the due day and the first day counted that no notice has fixed."""
MAX_TABLES: Final = 1_000
"""Of how many limits, each in one calendar, the due days are kept."""


@lru_cache(maxsize=MAX_TABLES)
def dues_of(deadline: Deadline | None, calendar: WorkCalendar) -> Dues:
    """What a case makes of each day, worked out once a day; without a deadline the day is itself the due day."""

    def due(start: date) -> tuple[date, date | None]:
        day = start if deadline is None else deadline(start, calendar)
        return day, None if deadline is None else deadline.unfixed(start, calendar)

    return Remembered(due)


@lru_cache(maxsize=MAX_TABLES)
def lateness_in(calendar: WorkCalendar) -> Callable[[date, date], Detail]:
    """Tells how many working days after a due day a later day is: each is numbered once, and findings share the detail.

    Where the table does not reach that far, it is told instead, and the calendar days of the finding must do.
    """
    numbers = Remembered[date, int](lambda day: calendar.workdays_between(calendar.first, day))
    told = Remembered[int, Detail](lambda workdays: (("workdays_late", workdays),))

    def late(due: date, last: date) -> Detail:
        try:
            return told[numbers[last] - numbers[due]]
        except OutOfCalendar as problem:
            return (("out_of_calendar", problem.day),)

    return late
