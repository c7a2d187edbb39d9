"""The records of Bozhou's rules by hand: what is known by the day asked, what belongs to a matter, what it states."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, by_id, limit, undetermined
from supervision_rules.calendar import WorkCalendar

IN_FORCE = date(2015, 2, 27)
REPORTED = ("policy_document", "superior_document", "important_document", "important_meeting", "decision")
"""The kinds of which the document asks for a report by a day."""
EVENTS = {
    "unit": (),
    "person": (),
    "matter": (
        "date", "posted", "transferred", "handed_over", "received", "reported", "answered", "report_approved",
        "rechecked", "closed",
    ),
    "report": ("date",),
    "reminder": ("date",),
    "return": ("date",),
    "demand": ("date",),
    "consent": ("date",),
    "referral": ("date", "consented"),
    "notice": ("date", "ledger_entered", "explained", "measures_submitted"),
    "inspection": ("date",),
    "staffing": ("date",),
}  # fmt: skip


def first_event(name: str, row: Fields) -> date | None:
    """Of a matter its first event; of anything else its own day."""
    if name != "matter":
        day: date | None = row["date"]
        return day
    return min((row[event] for event in EVENTS[name] if row[event] is not None), default=None)


class Book:
    """The records known by the day asked, by matter."""

    def __init__(self, rows: Rows, as_of: date, calendar: WorkCalendar) -> None:
        self.rows, self.as_of, self.calendar = rows, as_of, calendar
        self.matters, self.units = by_id(rows["matter"]), by_id(rows["unit"])
        self._of: dict[str, dict[str, list[Fields]]] = {}

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

    def stated(self, matter: Fields) -> date | None:
        """规定时间：规定报告日期，没有的为规定时限。"""
        due: date | None = matter["report_by"] or matter["set_date"]
        return due

    def reported(self, matter: Fields) -> date | None:
        """When the result was first reported: the matter says so, or a report of it."""
        days = [row["date"] for row in self.of("report", matter) if row["kind"] in ("result", "implementation")]
        return min((day for day in (matter["reported"], *days) if day is not None), default=None)

    def handled(self, matter: Fields) -> date | None:
        """When it was done with: closed; where the term is that of a report or an answer, that is enough."""
        ends: dict[str, date | None] = {"proposal": matter["answered"], "deliberation": matter["reported"]}
        ends |= dict.fromkeys(REPORTED, self.reported(matter))
        return min((day for day in (matter["closed"], ends.get(matter["kind"])) if day is not None), default=None)
