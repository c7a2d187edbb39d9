"""Liuzhou's year 2022: a leaders' ledger of matters, over 春节, 三月三 and National Day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from making.common import City, Dice, Office, Record, flawed, rows
from making.liuzhou_set_pieces import BAD, SET_PIECES
from making.liuzhou_words import ABOVE, BUREAUS, CLASSES, COUNTIES, DOCUMENTS, MEETINGS, OTHERS, TOPICS, UNITS
from supervision_rules.calendar import calendar_for

AS_OF: Final = date(2022, 12, 31)
BASES: Final = ("government_decision", "head_instruction", "head_instruction", "superior", "government_decision")


def records(seed: int) -> list[Record]:
    """The register and the year's records."""
    office = Office(Dice(seed, "liuzhou"), calendar_for("CN-GX"), 2022, AS_OF)
    made = [
        *(_instruction(office, number) for number in range(60)),
        *(_minutes(office, number) for number in range(24)),
        *(_meeting_document(office, number) for number in range(24)),
        *(_reconsideration(office, number) for number in range(12)),
        *(_from_above(office, number) for number in range(30)),
        *(_deployment(office, number) for number in range(36)),
        *(_other(office, number) for number in range(24)),
        *(_rectification(office, number) for number in range(18)),
        *(_submission(office, number) for number in range(18)),
        *(_appraisal(office, number) for number in range(len(BUREAUS + COUNTIES))),
    ]
    return [*rows("unit", UNITS), *made, *_set_pieces()]


def _set_pieces() -> Iterator[Record]:
    for record_type, text in SET_PIECES:
        yield from rows(record_type, text)


def _topic(office: Office, name: str, number: int) -> str:
    return office.dice.one_of(TOPICS, name, number)


def _unit(office: Office, name: str, number: int) -> str:
    return office.dice.one_of(BUREAUS if number % 3 else COUNTIES, "unit", name, number)


def _matter(office: Office, name: str, kind: str, number: int, title: str) -> Record:
    return {
        "type": "matter",
        "id": f"{name}-{number + 1:03}",
        "kind": kind,
        "title": title,
        "unit": _unit(office, name, number),
    }


def _instruction(office: Office, number: int) -> Record:
    """A leader's instruction, of the classes in turn; each is dispatched and arranged, and answered in its period."""
    day = office.in_part(number, 60, "instruction")
    received = day if number % 4 else office.calendar.add_workdays(day, 1)
    marks, days = CLASSES[number % len(CLASSES)]
    due = office.calendar.add_workdays(received, days)
    assigned = office.calendar.add_workdays(received, 22) if marks["needs_policy"] and number % 2 else None
    replied = office.done(received, assigned or due, number, "replied", number)
    return {
        **_matter(office, "ps", "instruction", number, f"关于{_topic(office, 'ps', number)}的批示"),
        "level": "city",
        "origin": BASES[number % len(BASES)],
        "date": day,
        "handed_over": received,
        "received": None if number == 41 else received,
        "dispatched": office.done(received, received, number + 2, "dispatched", number),
        "arranged": office.done(received, received, number + 4, "arranged", number),
        "assigned": assigned,
        **marks,
        "replied": replied,
        "reply_form": "oral" if days == 0 else "written",
        "closed": replied,
    }


def _minutes(office: Office, number: int) -> Record:
    day = office.in_part(number, 24, "minutes")
    title = f"市政府{MEETINGS[number % len(MEETINGS)]}会议纪要（研究{_topic(office, 'jy', number)}）"
    issued = office.done(day, office.calendar.add_workdays(day, 5), number, "minutes", number)
    return {**_matter(office, "jy", "minutes", number, title), "date": day, "issued": issued}


def _meeting_document(office: Office, number: int) -> Record:
    """Without change of principle, with major changes, or between the two, for which there is no rule."""
    day = office.in_part(number, 24, "document")
    revision = "between" if number == 11 else "major" if number % 2 else "none"
    due = office.calendar.add_workdays(day, 15 if number % 2 else 7)
    issued = office.done(day, due, number // 2, "issued", number)
    middle = office.calendar.add_workdays(day, 10)
    revised = office.done(day, middle, number // 2 + 1, "revised", number) if number % 2 else None
    title = f"关于{_topic(office, 'wj', number)}的{DOCUMENTS[number % len(DOCUMENTS)]}"
    return {
        **_matter(office, "wj", "meeting_document", number, title),
        "date": day,
        "meeting_began": day - timedelta(days=1) if number == 6 else None,
        "revision": revision,
        "comments_received": office.calendar.add_workdays(day, 1) if number % 2 else None,
        "revised": revised,
        "issued": issued,
    }


def _reconsideration(office: Office, number: int) -> Record:
    day = office.in_part(number, 12, "again")
    submitted = office.done(day, office.calendar.add_workdays(day, 10), number, "again", number)
    title = f"重新审议{_topic(office, 'cs', number)}有关议题"
    return {**_matter(office, "cs", "reconsideration", number, title), "date": day, "submitted": submitted}


def _from_above(office: Office, number: int) -> Record:
    """A document of the centre or the region, with a date set for the report, save one without."""
    day = office.in_part(number, 30, "above")
    received = office.calendar.add_workdays(day, office.dice.number(1, 4, "post", number))
    due = office.calendar.next_workday(received + timedelta(days=office.dice.number(15, 45, "term", number)))
    source, level = ABOVE[number % len(ABOVE)]
    return {
        **_matter(office, "sj", "superior_document", number, f"{source}关于{_topic(office, 'sj', number)}的通知"),
        "level": level,
        "origin": "government_decision",
        "date": day,
        "handed_over": office.past(received),
        "received": office.past(received),
        "arranged": office.done(received, received, number + 1, "arranged", number),
        "set_date": None if number == 17 else due,
        "reported": office.done(received, due, number, "reported", number),
    }


def _deployment(office: Office, number: int) -> Record:
    """A meeting, document or decision of the city: reported by the date set, or in 30 days."""
    day = office.in_part(number, 36, "city")
    kind = ("important_meeting", "important_document", "decision")[number % 3]
    set_date = office.calendar.add_workdays(day, 15) if number % 2 else None
    title = f"市政府关于{_topic(office, 'bs', number)}的{('会议部署', '文件', '决定')[number % 3]}"
    return {
        **_matter(office, "bs", kind, number, title),
        "level": "city",
        "origin": "government_decision",
        "date": day,
        "handed_over": day,
        "received": day,
        "arranged": office.done(day, day, number // 3, "arranged", number),
        "report_by": set_date,
        "reported": office.done(day, set_date or day + timedelta(days=30), number // 2, "reported", number),
    }


def _other(office: Office, number: int) -> Record:
    """Anything else: arranged in 3 calendar days. Some the office proposed, and the mayor approved, or should have."""
    day = office.in_part(number, 24, "other")
    kind, title = OTHERS[number % len(OTHERS)]
    proposed = number % 2 == 0
    approved = office.calendar.add_workdays(day, 1) if proposed and number != 16 else None
    handed = office.calendar.add_workdays(day, 1 if number == 10 else 2)
    return {
        **_matter(office, "qt", kind, number, f"{title}：{_topic(office, 'qt', number)}"),
        "origin": "office_proposal" if proposed else "head_instruction",
        "date": day,
        "proposed": day if proposed else None,
        "approved": office.calendar.add_workdays(handed, 2) if number == 10 else approved,
        "approver_role": ("vice_mayor" if number == 4 else "mayor") if approved else None,
        "handed_over": office.past(handed),
        "received": office.past(handed),
        "arranged": office.done(handed, handed + timedelta(days=3), number, "arranged", number),
    }


def _rectification(office: Office, number: int) -> Record:
    """Comments of an inspection: the list of what is to be mended by the date set; what is grave reported first."""
    day = office.in_part(number, 18, "mend")
    due = office.calendar.add_workdays(day, 10)
    grave = number % 3 == 0
    closed = office.past(office.calendar.add_workdays(due, 40)) if number % 2 else None
    return {
        **_matter(office, "zg", "rectification", number, f"{_topic(office, 'zg', number)}专项检查反馈意见整改"),
        "date": day,
        "received": day,
        "set_date": due,
        "arranged": office.done(day, day + timedelta(days=3), number, "arranged", number),
        "list_made": office.done(day, due, number, "list", number),
        "major_circumstance": grave,
        "urgent_reported": day if grave and number % 9 else None,
        "closed": closed,
    }


def _submission(office: Office, number: int) -> Record:
    """A matter submitted for decision; every sixth lacks something."""
    return {
        "type": "submission",
        "id": f"qs-{number + 1:03}",
        "date": office.in_part(number, 18, "submission"),
        "unit": _unit(office, "qs", number),
        "in_writing": number != 5,
        "differences_stated": number not in (5, 11),
        "options": 1 if number % 6 == 2 else office.dice.number(2, 3, "options", number),
        "preference_stated": number % 9 != 4,
    }


def _appraisal(office: Office, number: int) -> Record:
    """The year's appraisal of a unit; one is given more than the item has, one more than the bonus has."""
    points = 21 if number == 4 else office.dice.number(13, 20, "item", number)
    bonus = 6 if number == 9 else office.dice.number(0, 4, "bonus", number) if number % 3 else None
    return {
        "type": "appraisal",
        "id": f"kp-{number + 1:03}",
        "date": AS_OF,
        "unit": (BUREAUS + COUNTIES)[number],
        "year": AS_OF.year,
        "item_points": points,
        "bonus_points": bonus,
    }


CITY: Final = City(AS_OF, frozenset({"unit"}), records, lambda: flawed(BAD))
