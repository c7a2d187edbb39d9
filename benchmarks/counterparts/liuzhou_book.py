"""What the rules of 柳政发〔2021〕25号 share: the records known at a day, and limits counted from it."""

from __future__ import annotations

from collections.abc import Mapping
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

    def there(self, unit: str, year: date) -> bool:
        """Whether a unit is there on any day of the year that begins so, up to the day asked."""
        row = next(each for each in self.rows["unit"] if each["id"] == unit)
        last = min(year.replace(month=12, day=31), self.as_of)
        return (row["since"] or year) <= last and (row["until"] or last) >= year

    def reported(self) -> Mapping[str, date]:
        """By matter the first report of a result or of what was implemented."""
        found: dict[str, date] = {}
        for row in self.rows["report"]:
            if row["kind"] in ("result", "implementation"):
                found[row["matter"]] = min(row["date"], found.get(row["matter"], row["date"]))
        return found

    def extended(self) -> Mapping[str, date]:
        """By matter the day to which an extension was granted, that asked for last."""
        in_order = sorted(self.rows["extension"], key=lambda row: (row["date"], row["id"]))
        return {row["matter"]: row["new_date"] for row in in_order if row["granted"] and row["approved"] is not None}

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
