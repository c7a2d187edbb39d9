"""Bozhou's year 2016: matters kept in tables under Chinese headings, with what followed each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from making.bozhou_following import led_inspections, notices, reminders, reports, target_inspections
from making.bozhou_set_pieces import BAD, SET_PIECES
from making.bozhou_words import ABOVE, BUREAUS, COUNTIES, MESSAGES, PERSONS, PROPOSALS, TARGETS, TOPICS, UNITS
from making.common import City, Dice, Office, Record, flawed, rows
from supervision_rules.calendar import add_months, calendar_for

AS_OF: Final = date(2017, 1, 10)
HANDLERS: Final = ("张某某", "李某某", "王某某", "马某某", "孙某某")


def records(seed: int) -> list[Record]:
    """The register and the year's records."""
    office = Office(Dice(seed, "bozhou"), calendar_for("CN"), 2016, AS_OF)
    matters = [*_matters(office), *_set_pieces(["matter"])]
    return [
        *rows("unit", UNITS),
        *rows("person", PERSONS),
        *matters,
        *target_inspections(office, matters),
        *led_inspections(office),
        *notices(office, matters),
        *reports(office, matters),
        *reminders(office, matters),
        *_set_pieces([name for name, _ in SET_PIECES if name != "matter"]),
    ]


def _set_pieces(names: Iterable[str]) -> Iterator[Record]:
    for record_type, text in SET_PIECES:
        if record_type in names:
            yield from rows(record_type, text)


def _matters(office: Office) -> Iterator[Record]:
    yield from (_target(office, number) for number in range(8))
    yield from (_policy_document(office, number) for number in range(12))
    yield from (_meeting_item(office, number) for number in range(18))
    yield from (_instruction(office, number) for number in range(30))
    yield from (_visit(office, number) for number in range(12))
    yield from (_proposal(office, number) for number in range(24))
    yield from (_motion(office, number) for number in range(6))
    yield from (_deliberation(office, number) for number in range(8))
    yield from (_message(office, number) for number in range(48))
    yield from (_superior(office, number) for number in range(24))
    yield from (_deployment(office, number) for number in range(12))
    yield from (_inspected(office, number) for number in range(6))


def _matter(office: Office, name: str, kind: str, number: int, title: str) -> Record:
    """A matter under its number; ``{}`` in the title is a topic."""
    return {
        "type": "matter",
        "id": f"{name}-{number + 1:03}",
        "kind": kind,
        "title": title.format(office.dice.one_of(TOPICS, name, number)),
        "unit": office.dice.one_of(COUNTIES if number % 3 == 2 else BUREAUS, "unit", name, number),
    }


def _handler(office: Office, number: int) -> str:
    return office.dice.one_of(HANDLERS, "handler", number)


def _target(office: Office, number: int) -> Record:
    """A target of the government work report, handed out in February; two are done before the year ends."""
    return {
        **_matter(office, "mb", "target", number, TARGETS[number]),
        "date": date(2016, 1, 28),
        "handed_over": date(2016, 2, 22),
        "closed": {2: date(2016, 10, 26), 5: date(2016, 12, 9)}.get(number),
    }


def _policy_document(office: Office, number: int) -> Record:
    day = office.in_part(number, 12, "policy")
    due = office.calendar.next_workday(day + timedelta(days=25))
    return {
        **_matter(office, "zc", "policy_document", number, "关于推进{}的实施意见"),
        "date": day,
        "handed_over": day,
        "report_by": None if number == 8 else due,
        "reported": office.done(day, due, number, "policy", number),
    }


def _meeting_item(office: Office, number: int) -> Record:
    """Decided by a meeting; every fourth takes longer than a month. Some lack what a hand-over must state."""
    day = office.in_part(number, 18, "item")
    handed = office.calendar.add_workdays(day, 2)
    due = add_months(handed, 3) if number % 4 == 0 else handed + timedelta(days=24)
    form = "other" if number == 7 else ("prompt_sheet", "assignment_sheet")[number % 2]
    return {
        **_matter(office, "hy", "meeting_item", number, "市政府常务会议决定事项：{}"),
        "date": day,
        "form": form,
        "handed_over": office.past(handed),
        "handler": None if number == 9 else _handler(office, number),
        "set_date": None if number == 13 else office.calendar.next_workday(due),
        "closed": office.done(handed, due, number, "item", number),
    }


def _instruction(office: Office, number: int) -> Record:
    day = office.in_part(number, 30, "instruction")
    due = office.calendar.add_workdays(day, office.dice.number(8, 18, "term", number))
    closed = office.done(day, due, number, "instruction", number)
    return {
        **_matter(office, "ps", "instruction", number, "市长关于{}的批示"),
        "date": day,
        "handed_over": day,
        "handler": None if number % 10 == 6 else _handler(office, number),
        "set_date": None if number == 25 else due,
        "reported": office.past(office.calendar.add_workdays(closed, number % 3)) if closed else None,
        "closed": closed,
    }


def _visit(office: Office, number: int) -> Record:
    day = office.in_part(number, 14, "visit")
    due = office.calendar.next_workday(add_months(day, 2))
    closed = office.done(day, due, number, "visit", number)
    return {
        **_matter(office, "dy", "visit", number, "市领导调研{}明确事项"),
        "date": day,
        "handed_over": day,
        "set_date": due,
        "reported": closed if number != 4 else office.past(due + timedelta(days=5)),
        "closed": closed,
    }


def _proposal(office: Office, number: int) -> Record:
    """Handed over in March; most are answered in 3 months, some in 6, a few later or not at all."""
    handed = office.calendar.add_workdays(date(2016, 3, 10), number % 3)
    usual, longest = add_months(handed, 3), add_months(handed, 6)
    late = office.calendar.add_workdays(longest, 7 + number)
    answered = {5: usual, 7: longest, 9: late, 10: None, 21: late}.get(
        number, office.workday(handed, usual if number % 3 else longest, "answer", number)
    )
    return {
        **_matter(office, "ta", "proposal", number, f"{PROPOSALS[number % 2]}第{number + 11}号：关于{{}}"),
        "date": date(2016, 1, 26),
        "handed_over": handed,
        "answered": answered,
        "closed": answered,
    }


def _motion(office: Office, number: int) -> Record:
    handed = date(2016, 3, 1) + timedelta(days=number)
    return {
        **_matter(office, "ya", "motion", number, "副市长领衔办理议案：关于{}"),
        "date": date(2016, 1, 26),
        "handed_over": handed,
        "closed": office.done(handed, add_months(handed, 6), number, "motion", number),
    }


def _deliberation(office: Office, number: int) -> Record:
    """Comments of the standing committee; the report is approved by the vice mayor before it goes out, or should be."""
    day = office.in_part(number, 10, "deliberation")
    due = office.calendar.add_workdays(day, 20)
    reported = office.done(day, due, number, "deliberation", number)
    approved = office.calendar.add_workdays(reported, 2 if number == 2 else -1) if reported else None
    return {
        **_matter(office, "sy", "deliberation", number, "市人大常委会关于{}的审议意见"),
        "date": day,
        "handed_over": day,
        "set_date": due,
        "report_approved": approved,
        "report_approver_role": ("secretary_general" if number == 6 else "vice_mayor") if approved else None,
        "reported": reported,
        "closed": reported,
    }


def _message(office: Office, number: int) -> Record:
    """A message on people.com.cn; of the results reported few are rechecked at first, more in the second half."""
    posted = office.in_part(number, 48, "message")
    moved = office.calendar.add_workdays(posted, 2)
    due = office.calendar.add_workdays(moved, 10)
    closed = office.done(moved, due, number, "message", number)
    checked = closed is not None and number % (5 if number < 24 else 2) == 0
    topic = MESSAGES[number % len(MESSAGES)]
    return {
        **_matter(office, "ly", "message", number, f"网友反映{topic}问题"),
        "posted": posted,
        "transferred": office.past(moved),
        "reported": closed,
        "rechecked": office.past(office.calendar.add_workdays(closed, 3)) if checked and closed else None,
        "closed": closed,
    }


def _superior(office: Office, number: int) -> Record:
    """A document from above: by the date set, or in 3 months of its date."""
    day = office.in_part(number, 24, "superior")
    received = office.calendar.add_workdays(day, 3)
    due = office.calendar.add_workdays(received, 18) if number % 2 else add_months(day, 3)
    reported = office.done(received, due, number // 2, "superior", number)
    return {
        **_matter(office, "sj", "superior_document", number, f"{ABOVE[number % 3]}关于{{}}的通知"),
        "level": "national" if number % 3 == 0 else "provincial",
        "date": day,
        "handed_over": office.past(received),
        "received": office.past(received),
        "set_date": due if number % 2 else None,
        "reported": reported,
        "closed": reported,
    }


def _deployment(office: Office, number: int) -> Record:
    day = office.in_part(number, 12, "deployment")
    due = office.calendar.add_workdays(day, 15)
    reported = office.done(day, due, number, "deployment", number)
    return {
        **_matter(office, "bs", ("important_meeting", "decision")[number % 2], number, "全省{}工作会议部署"),
        "level": "provincial",
        "date": day,
        "handed_over": day,
        "set_date": due,
        "reported": reported,
        "closed": reported,
    }


def _inspected(office: Office, number: int) -> Record:
    """What an inspection from above looks into: closed and reported by the date set."""
    day = office.in_part(number, 6, "inspected")
    due = office.calendar.add_workdays(day, 20)
    closed = office.done(day, due, number, "inspected", number)
    return {
        **_matter(office, "dc", "superior_inspection", number, "省政府督查{}落实情况"),
        "level": "provincial",
        "date": day,
        "handed_over": day,
        "set_date": due,
        "reported": office.past(office.calendar.add_workdays(closed, number % 2)) if closed else None,
        "closed": closed,
    }


CITY: Final = City(AS_OF, frozenset({"unit", "person", "matter", "reminder"}), records, lambda: flawed(BAD))
