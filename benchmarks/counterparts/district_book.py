"""The records of the district's rules by hand: what is known by the day asked, and what belongs to a matter."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, by_id, limit, undetermined
from supervision_rules.calendar import WorkCalendar

EVENTS = {
    "unit": (),
    "matter": ("date", "approved", "handed_over", "received", "reported", "closed"),
    "report": ("date",),
    "news": ("date", "reported"),
    "prompt": ("date", "fulfilled"),
    "reminder": (
        "date", "signed", "answered", "leader_signed", "settled", "explained", "reported_to_head", "copied_discipline",
        "copied_organisation", "copied_performance",
    ),
    "objection": ("date",),
    "extension": ("date", "approved"),
    "review": ("date", "restarted", "archived"),
    "finding": ("date",),
    "accountability": ("date", "self_criticism", "district_notice", "copied_discipline", "copied_organisation"),
    "commendation": ("date",),
    "opinion": ("date",),
    "research_report": ("date",),
}  # fmt: skip
OF_A_MATTER = ("report", "news", "prompt", "reminder", "objection", "extension", "finding", "opinion")


class Book:
    """The records known by the day asked; what names no unit is of the unit of its matter."""

    def __init__(self, rows: Rows, as_of: date, calendar: WorkCalendar) -> None:
        self.as_of, self.calendar = as_of, calendar
        self.matters = by_id(rows["matter"])
        self.rows = {
            name: [self._filled(row) for row in rows[name]] if name in OF_A_MATTER else rows[name] for name in rows
        }
        self._of: dict[str, dict[str, list[Fields]]] = {}

    def _filled(self, row: Fields) -> Fields:
        matter = self.matters.get(row["matter"])
        return {**row, "unit": matter["unit"]} if row["unit"] is None and matter else row

    def of(self, name: str, matter: Fields) -> list[Fields]:
        """The records of a matter, by date."""
        index = self._of.get(name)
        if index is None:
            index = self._of[name] = defaultdict(list)
            for row in sorted(self.rows[name], key=lambda row: (row["date"], row["id"])):
                index[row["matter"]].append(row)
        return index.get(matter["id"], [])

    def by(self, rule: str, row: Fields, due: date | None, done: date | None) -> Found:
        if due is None:
            return undetermined(rule, row["id"])
        return limit(rule, row["id"], due, done, self.as_of, self.calendar)

    def due(self, matter: Fields) -> date | None:
        """The date set for a matter, or that of the last extension granted."""
        granted = self.extensions(matter)
        due: date | None = granted[-1]["new_date"] if granted else matter["set_date"]
        return due

    def extensions(self, matter: Fields) -> list[Fields]:
        return [row for row in self.of("extension", matter) if row["approved"] and row["granted"]]

    def finished(self, matter: Fields) -> bool:
        """Whether a matter is closed and its result was not turned down after that."""
        reviews = self.of("review", matter)
        failed = max((row["date"] for row in reviews if row["passed"] is False), default=None)
        passed = max((row["date"] for row in reviews if row["passed"]), default=None)
        if matter["closed"] is None:
            return False
        return failed is None or failed < matter["closed"] or (passed is not None and passed > failed)

    def reported(self, matter: Fields) -> date | None:
        """When the result was first reported: the matter says so, or a report of a result."""
        days = [row["date"] for row in self.of("report", matter) if row["kind"] == "result"]
        return min((day for day in (matter["reported"], *days) if day is not None), default=None)
