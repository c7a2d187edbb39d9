"""What the rules of 柳政发〔2021〕25号 share: the records known at a day, and limits counted from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, limit, undetermined
from supervision_rules.calendar import WorkCalendar

IN_FORCE = date(2021, 6, 21)


@dataclass(frozen=True)
class Book:
    rows: Rows
    as_of: date
    calendar: WorkCalendar

    def within(self, rule: str, row: Fields, start: date | None, workdays: int, done: date | None) -> Found:
        """A limit in working days, 0 for the same day."""
        if start is None:
            return undetermined(rule, row["id"])
        due = self.calendar.add_workdays(start, workdays) if workdays else start
        return limit(rule, row["id"], due, done, self.as_of, self.calendar)

    def by(self, rule: str, row: Fields, due: date | None, done: date | None) -> Found:
        """A limit by a day."""
        if due is None:
            return undetermined(rule, row["id"])
        return limit(rule, row["id"], due, done, self.as_of, self.calendar)
