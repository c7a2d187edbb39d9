"""What follows Bozhou's matters: inspections by the month, notices by the quarter, reports, reminders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from making.bozhou_words import COUNTIES, LEADERS
from making.common import Office, Record
from supervision_rules.calendar import add_months

SKIPPED: Final = frozenset({("mb-003", 5), ("mb-006", 8), ("mb-007", 12)})
"""Months in which a target is not inspected."""
SILENT: Final = frozenset({("dy-006", 1), ("hy-009", 2), ("ta-011", 3)})
"""Months from which on no progress is reported."""
LAZY: Final = frozenset({("ld-3", 7), ("ld-4", 4)})
"""Months in which a leader leads but one inspection."""


def target_inspections(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """One in each month in which a target is open, with a few left out."""
    for matter in matters:
        if matter["kind"] == "target":
            last = matter.get("closed")
            for month in range(2, (last.month if isinstance(last, date) else 12) + 1):
                if (str(matter["id"]), month) not in SKIPPED:
                    yield _target_inspection(office, str(matter["id"]), month)


def _target_inspection(office: Office, matter: str, month: int) -> Record:
    day = office.workday(date(2016, month, 22), date(2016, month, 26), matter, month)
    return {
        "type": "inspection",
        "id": f"yd-{matter[3:]}-{month:02}",
        "kind": "target_inspection",
        "date": day,
        "unit": "dcs",
        "matter": matter,
    }


def led_inspections(office: Office) -> Iterator[Record]:
    """Two a month by each leader in office, with a few left out; one goes over the end of a month."""
    for person, first, last in LEADERS:
        for month in range(first, last + 1):
            for half in (1, 2):
                if half == 1 or (person, month) not in LAZY:
                    yield _led_inspection(office, person, month, half)


def _led_inspection(office: Office, person: str, month: int, half: int) -> Record:
    first = date(2016, month, 12 if half == 1 else 20)
    day = office.workday(first, first + timedelta(days=5), person, month, half)
    over = person == "ld-2" and month == 5 and half == 2
    return {
        "type": "inspection",
        "id": f"dd-{person[3:]}-{month:02}-{half}",
        "kind": "led_inspection",
        "date": date(2016, 5, 31) if over else day,
        "last_day": date(2016, 6, 1) if over else day,
        "person": person,
        "object": office.dice.one_of(COUNTIES, person, month, half),
    }


def notices(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """Each target in each quarter, at its end or soon after, and for the year; a few are left out."""
    for matter in matters:
        if matter["kind"] == "target":
            name = str(matter["id"])
            closed = matter.get("closed")
            for quarter in (1, 2, 3, 4):
                day = office.workday(date(2016, quarter * 3, 20), date(2016, quarter * 3, 27), name, quarter)
                if (name, quarter) != ("mb-004", 3) and not (isinstance(closed, date) and day > closed):
                    yield _of_quarter(office, f"jt-{name[3:]}-{quarter}", day, matter)
            if name != "mb-008":
                yield _notice(f"nz-{name[3:]}", "assessment_notice", date(2017, 1, 6), matter, date(2016, 12, 31))


def _of_quarter(office: Office, name: str, day: date, matter: Record) -> Record:
    """Of the quarter of ``day``: on that day or, of every third target, once the quarter is over."""
    is_after = int(str(matter["id"])[3:]) % 3 == 0
    end = add_months(day.replace(day=1), 1) - timedelta(days=1)
    issued = office.calendar.add_workdays(end, 3) if is_after else day
    return _notice(name, "progress_notice", issued, matter, end if is_after else None)


def _notice(name: str, kind: str, day: date, matter: Record, covers: date | None) -> Record:
    return {
        "type": "notice",
        "id": name,
        "kind": kind,
        "date": day,
        "issuer_role": "office",
        "unit": matter["unit"],
        "matter": matter["id"],
        "covers": covers,
    }


def reports(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """Progress month by month where the term is longer than a month; reasons ahead of what will be late."""
    for number, matter in enumerate(matters):
        begun, due = matter.get("handed_over"), _term(matter)
        if isinstance(begun, date) and isinstance(due, date):
            closed = matter.get("closed")
            end = closed if isinstance(closed, date) else office.as_of
            yield from _progress(office, matter, begun, due, end)
            if end > due and number % 3:
                yield _reasons(office, matter, due, number)


def _term(matter: Record) -> object:
    """The day set, or the last of the term that the document gives."""
    kind, handed, day = matter["kind"], matter.get("handed_over"), matter.get("date")
    if kind in ("proposal", "motion") and isinstance(handed, date):
        return add_months(handed, 6)
    if kind == "superior_document" and isinstance(day, date):
        return matter.get("set_date") or add_months(day, 3)
    return matter.get("set_date")


def _progress(office: Office, matter: Record, begun: date, due: date, end: date) -> Iterator[Record]:
    for month in range(1, 12) if due > add_months(begun, 1) else ():
        day = add_months(begun, month) - timedelta(days=2)
        if day >= min(due, end) or (str(matter["id"]), month) in SILENT:
            return
        yield {
            "type": "report",
            "id": f"jz-{matter['id']}-{month}",
            "kind": "progress",
            "date": day,
            "unit": matter["unit"],
            "matter": matter["id"],
            "in_writing": True,
        }


def _reasons(office: Office, matter: Record, due: date, number: int) -> Record:
    """Ahead of the due day, or only on it; most with both the reasons and the progress."""
    return {
        "type": "report",
        "id": f"yy-{matter['id']}",
        "kind": "reasons",
        "date": due if number % 5 == 0 else office.calendar.add_workdays(due, -2),
        "unit": matter["unit"],
        "matter": matter["id"],
        "in_writing": True,
        "states_reasons": True,
        "states_progress": number % 4 != 1,
    }


def reminders(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """One for each matter that a week after its due day is neither closed nor reported."""
    for matter in matters:
        due = matter.get("set_date")
        if isinstance(due, date) and not str(matter["id"]).startswith("db"):
            day = office.calendar.add_workdays(due, 5)
            closed = matter.get("closed")
            if day <= office.as_of and (not isinstance(closed, date) or closed > day):
                yield _reminder(f"cb-{matter['id']}", day, matter)


def _reminder(name: str, day: date, matter: Record) -> Record:
    return {
        "type": "reminder",
        "id": name,
        "date": day,
        "matter": matter["id"],
        "unit": matter["unit"],
        "cause": "overdue",
    }
