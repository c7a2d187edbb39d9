"""The records of Bozhou's rules by hand: what is known by the day asked, what belongs to a matter, what it states."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from counterparts.by_hand import Fields, Found, Rows, by_id, limit, undetermined
from supervision_rules.calendar import WorkCalendar, add_months

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
    "extension": ("date", "approved"),
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

    def extended_to(self, matter: Fields, day: date = date.max) -> date | None:
        """经批准延到哪一天：到某日为止最近一次申请的。"""
        known = [row for row in self.of("extension", matter) if row["date"] <= day and row["granted"]]
        granted = [row["new_date"] for row in known if row["approved"] and row["approved"] <= day]
        return granted[-1] if granted else None

    def time_set(self, matter: Fields, day: date = date.max) -> date | None:
        """到某日为止知道的规定时限，经批准延期的为延期后的时限。"""
        due: date | None = self.extended_to(matter, day) or matter["set_date"]
        return due

    def stated(self, matter: Fields, day: date = date.max) -> date | None:
        """规定时间：规定报告日期，没有的为规定时限。"""
        due: date | None = self.extended_to(matter, day) or matter["report_by"] or matter["set_date"]
        return due

    def due_day(self, matter: Fields, day: date = date.max) -> date | None:
        """到某日为止知道的到期日：没有另外规定日期的，按实施意见写明的期限。"""
        kind, begun, stated = matter["kind"], matter["handed_over"], self.stated(matter, day)
        if stated is not None:
            return stated
        if kind in ("proposal", "motion"):
            return add_months(begun, 6) if begun else None
        if kind == "message":
            return self.calendar.add_workdays(matter["transferred"], 10) if matter["transferred"] else None
        if kind in ("superior_document", "important_document"):
            return add_months(matter["date"], 3) if matter["date"] else None
        return None

    def term_end(self, matter: Fields, day: date = date.max) -> date | None:
        """到某日为止知道的办理时限：报告就是办完的，看报告的到期日；其余的先看规定的时限。"""
        if matter["kind"] in (*REPORTED, "deliberation"):
            return self.due_day(matter, day)
        return self.time_set(matter, day) or self.due_day(matter, day)

    def term_is_open(self, matter: Fields) -> bool:
        """Whether there is a term of so many months or days whose first day is not on record."""
        begins = {"proposal": "handed_over", "motion": "handed_over", "message": "transferred"}
        start = begins.get(matter["kind"])
        return start is not None and matter[start] is None and self.term_end(matter) is None

    def reported(self, matter: Fields) -> date | None:
        """When the result was first reported: the matter says so, or a report of it."""
        days = [row["date"] for row in self.of("report", matter) if row["kind"] in ("result", "implementation")]
        return min((day for day in (matter["reported"], *days) if day is not None), default=None)

    def handled(self, matter: Fields) -> date | None:
        """When it was done with: closed; where the term is that of a report or an answer, that is enough."""
        ends: dict[str, date | None] = {"proposal": matter["answered"], "deliberation": matter["reported"]}
        ends |= dict.fromkeys(REPORTED, self.reported(matter))
        return min((day for day in (matter["closed"], ends.get(matter["kind"])) if day is not None), default=None)
