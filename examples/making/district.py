"""A district's year 2024: matters of three levels, their reports, prompts and slips, and the score of the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from making.common import City, Dice, Office, Record, flawed, rows
from making.district_set_pieces import BAD, SET_PIECES
from making.district_words import HANDLERS, LEADERS, SECTIONS, SOURCES, TOPICS, UNIT_IDS, UNITS
from supervision_rules.calendar import CALENDAR_YEARS, Period, PeriodKind, calendar_for

AS_OF: Final = date(2024, 12, 31)
LEVELS: Final = ("ordinary", "greater", "ordinary", "special", "ordinary", "greater")
TERMS: Final = {"ordinary": 50, "greater": 32, "special": 18}
"""The term of a matter of each level, in working days."""
PROMPTS: Final = {"receipt": "j", "report": "f"}
CADENCES: Final[dict[str, PeriodKind]] = {"ordinary": "quarter", "greater": "month", "special": "week"}


def records(seed: int) -> list[Record]:
    """The register and the year's records."""
    office = Office(Dice(seed, "district"), calendar_for("CN"), 2024, AS_OF)
    matters = [_matter(office, number) for number in range(72)]
    return [
        *rows("unit", UNITS),
        *matters,
        *_reports(office, matters),
        *_prompts(office, matters),
        *_news(office, matters),
        *_reviews(office, matters),
        *(record for record_type, text in SET_PIECES for record in rows(record_type, text)),
    ]


def _matter(office: Office, number: int) -> Record:
    """Approved, handed out and received on one day; some are received late, some lack what they must state."""
    day = office.in_part(number, 72, "matter")
    level = LEVELS[number % len(LEVELS)]
    kind, title = SOURCES[number % len(SOURCES)]
    topic = office.dice.one_of(TOPICS, "topic", number)
    due = office.calendar.add_workdays(day, TERMS[level])
    received = office.calendar.add_workdays(day, 1) if number % 9 == 4 else day
    closed = office.done(received, due, number // 2, "matter", number)
    return {
        "type": "matter",
        "id": f"dc-{number + 1:03}",
        "kind": kind,
        "title": title.format(topic),
        "content": f"牵头推进{topic}，按时报告进展",
        "importance": level,
        "unit": UNIT_IDS[(number * 7 + office.dice.number(0, 2, "unit", number)) % len(UNIT_IDS)],
        "date": day,
        "approved": office.calendar.add_workdays(day, 1 if number == 20 else -1),
        "approver_role": "district_leader" if number == 33 else "office_head",
        "handed_over": day,
        "receive_by": day if number % 3 == 1 else None,
        "received": office.past(received),
        "unit_leader": None if number == 14 else office.dice.one_of(LEADERS, "leader", number),
        "section": None if number == 51 else office.dice.one_of(SECTIONS, "section", number),
        "handler": office.dice.one_of(HANDLERS, "handler", number),
        "set_date": None if number == 46 else due,
        "sufficient_reason": False if closed is None else None,
        "outside_causes": False if closed is None else None,
        "closed": closed,
    }


def _reports(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """Progress in each period that a matter is open in, with a few left out; the result when it is closed."""
    for number, matter in enumerate(matters):
        begun, closed = matter["handed_over"], matter["closed"]
        assert isinstance(begun, date)
        last = closed if isinstance(closed, date) else office.as_of
        periods = list(CALENDAR_YEARS.between(begun, last, CADENCES[str(matter["importance"])]))
        for place, period in enumerate(periods):
            if closed is not None and place == len(periods) - 1:
                late = 2 if number % 10 == 7 else 0
                day = min(office.calendar.add_workdays(last, late), office.as_of)
                yield _report(matter, "result", day, number, place)
            elif (number + place) % 13 != 12:
                yield _report(matter, "progress", _within(office, period, begun, last, number), number, place)


def _within(office: Office, period: Period, begun: date, last: date, number: int) -> date:
    """A working day late in the part of a period in which the matter is open."""
    end = min(period.last, last)
    day = max(period.first, begun, end - timedelta(days=office.dice.number(1, 4, "late", number, period.first)))
    return min(office.calendar.next_workday(day), end)


def _report(matter: Record, kind: str, day: date, number: int, place: int) -> Record:
    return {
        "type": "report",
        "id": f"fk-{str(matter['id'])[3:]}-{place + 1:02}",
        "kind": kind,
        "date": day,
        "matter": matter["id"],
        "unit": matter["unit"],
        "in_writing": (number + place) % 17 != 5,
    }


def _prompts(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """For a receipt that is late, and for results that are still wanting a few days after they were due."""
    for number, matter in enumerate(matters):
        due, closed, day = matter["set_date"], matter["closed"], matter["date"]
        if isinstance(due, date) and isinstance(closed, date) and closed > due:
            prompted = min(office.calendar.add_workdays(due, 1), closed)
            yield _prompt(matter, "report", prompted, due, closed)
        if number % 9 == 4 and number % 2 and isinstance(day, date):
            yield _prompt(matter, "receipt", day, None, matter["received"])


def _prompt(matter: Record, about: str, day: date, due: date | None, fulfilled: object) -> Record:
    return {
        "type": "prompt",
        "id": f"ts-{str(matter['id'])[3:]}-{PROMPTS[about]}",
        "date": day,
        "matter": matter["id"],
        "unit": matter["unit"],
        "about": about,
        "due": due,
        "fulfilled": fulfilled if isinstance(fulfilled, date) else None,
    }


def _news(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """News of matters of special importance: told the same day, but for every fourth."""
    special = [matter for matter in matters if matter["importance"] == "special"]
    for number, matter in enumerate(special):
        day = office.calendar.add_workdays(_day(matter["date"]), 3)
        if day <= office.as_of:
            yield {
                "type": "news",
                "id": f"jz-{str(matter['id'])[3:]}",
                "date": day,
                "matter": matter["id"],
                "unit": matter["unit"],
                "reported": office.past(office.calendar.add_workdays(day, 1)) if number % 4 == 2 else day,
            }


def _reviews(office: Office, matters: Iterable[Record]) -> Iterator[Record]:
    """The result goes to the leader in charge and to the head; some are sent back, some kept by one alone."""
    closed = [matter for matter in matters if matter["closed"] is not None]
    for number, matter in enumerate(closed[::2]):
        first = office.calendar.add_workdays(_day(matter["closed"]), 2)
        second = office.calendar.add_workdays(first, 2)
        if second <= office.as_of:
            passed = number % 8 != 3
            yield _review(matter, "a", first, "district_leader", passed=True, archived=None)
            if number % 8 != 6:
                yield _review(matter, "b", second, "district_head", passed=passed, archived=second if passed else None)
            else:
                yield _review(matter, "b", second, "office_head", passed=True, archived=second)


def _review(matter: Record, part: str, day: date, role: str, *, passed: bool, archived: date | None) -> Record:
    return {
        "type": "review",
        "id": f"sy-{str(matter['id'])[3:]}{part}",
        "date": day,
        "matter": matter["id"],
        "reviewer_role": role,
        "passed": passed,
        "archived": archived,
    }


def _day(value: object) -> date:
    assert isinstance(value, date)
    return value


CITY: Final = City(AS_OF, frozenset({"unit", "reminder"}), records, lambda: flawed(BAD))
