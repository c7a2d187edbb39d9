"""Chongqing's year 2022: inspections of districts and counties, from the application to the proposal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from making.chongqing_set_pieces import BAD, SET_PIECES
from making.chongqing_words import BUREAUS, COUNTIES, KINDS, TOPICS, UNITS
from making.common import City, Dice, Office, Record, flawed, rows
from supervision_rules.calendar import calendar_for

AS_OF: Final = date(2022, 12, 31)
COUNT: Final = 96
PROPOSALS: Final = ("criticise", "commend", "hold_to_account", "reward")


def records(seed: int) -> list[Record]:
    """The register and the year's records."""
    office = Office(Dice(seed, "chongqing"), calendar_for("CN"), 2022, AS_OF)
    inspections = [_inspection(office, number) for number in range(COUNT)]
    return [
        *rows("unit", UNITS),
        *(_matter(number) for number in range(len(TOPICS))),
        *(_mandate(office, number) for number in range(COUNT) if _by_bureau(number)),
        *inspections,
        *(_routine_check(office, number) for number in range(18)),
        *(_research_visit(office, number) for number in range(12)),
        *_appeals(office, inspections),
        *(record for record_type, text in SET_PIECES for record in rows(record_type, text)),
    ]


def _by_bureau(number: int) -> bool:
    return number % 3 == 1


def _bureau(number: int) -> str:
    return BUREAUS[number % len(BUREAUS)]


def _object(number: int) -> str:
    """No object comes twice for one matter."""
    return COUNTIES[(number * 7 + number // len(TOPICS)) % len(COUNTIES)]


def _topic(number: int) -> int:
    return number % len(TOPICS)


def _matter(number: int) -> Record:
    return {
        "type": "matter",
        "id": f"sx-{number + 1:02}",
        "kind": "key_work",
        "title": TOPICS[number],
        "date": date(2022, 1, 10),
        "origin": "government_decision",
    }


def _begin(office: Office, number: int) -> date:
    return office.in_part(number, COUNT, "inspection")


def _mandate(office: Office, number: int) -> Record:
    """What a bureau may do: designated by the city, or approved by the mayor; one by a vice mayor only."""
    begin = _begin(office, number)
    given = office.calendar.add_workdays(begin, 1 if number == 40 else -9)
    approved = number % 2 == 0
    return {
        "type": "mandate",
        "id": f"sq-{number + 1:03}",
        "date": given,
        "unit": "jxw" if number == 61 else _bureau(number),
        "basis": "approval" if approved else "designation",
        "granted_by": ("vice_mayor" if number == 70 else "mayor") if approved else "government",
        "grantor": "szf",
        "object": _object(number + 1) if number == 55 else _object(number),
        "matter": f"sx-{_topic(number) + 1:02}",
        "scope": "全区（县）",
        "duty": "核查落实情况",
        "since": given,
        "until": begin if number == 46 else office.calendar.add_workdays(begin, 20),
    }


def _inspection(office: Office, number: int) -> Record:
    """One in the year's plan or beside it; every bureau's own has a mandate, but for two."""
    begin = _begin(office, number)
    kind, name = KINDS[number % len(KINDS)]
    last = office.calendar.add_workdays(begin, office.dice.number(1, 4, "days", number))
    mandated = _by_bureau(number) and number not in (25, 82)
    return {
        "type": "inspection",
        "id": f"dc-{number + 1:03}",
        "kind": kind,
        "title": f"{TOPICS[_topic(number)]}{name}",
        "date": begin,
        "last_day": last,
        "unit": _bureau(number) if _by_bureau(number) else "dcb",
        "object": _object(number),
        "matter": f"sx-{_topic(number) + 1:02}",
        "mandate": f"sq-{number + 1:03}" if mandated else None,
        "in_annual_plan": number % 11 != 6,
        "replaces_routine": number % 31 == 17,
        **_before(office, begin, number),
        **_after(office, last, number),
        **_effort(office, number),
        **(_unannounced(number) if kind == "unannounced_inspection" else {}),
    }


def _before(office: Office, begin: date, number: int) -> Record:
    """Applied for, reviewed, approved, planned, staff trained; here and there a step is missed or wrongly taken."""
    days = [office.calendar.add_workdays(begin, -ahead) for ahead in (15, 13, 11, 5, 2)]
    applied, reviewed, approved, planned, trained = days
    return {
        "applied": applied,
        "reviewed": reviewed,
        "reviewer_role": "other" if number == 12 else "supervision_office",
        "approved": office.calendar.add_workdays(begin, 2) if number == 19 else approved,
        "approver_role": "vice_mayor" if number % 29 == 8 else ("mayor", "standing_meeting")[number % 2],
        "planned": planned,
        "plan_content": True,
        "plan_objects": True,
        "plan_scope": None if number == 50 else number != 33,
        "trained": None if number == 44 else trained,
    }


def _after(office: Office, last: date, number: int) -> Record:
    """Concluded, told, and where it must be mended checked, before what is proposed rests upon it."""
    days = (office.past(office.calendar.add_workdays(last, after)) for after in (8, 11, 38, 45))
    concluded, told, checked, proposed = days
    mend = number % 3 == 0
    rests = "rectification" if mend and number % 2 else "conclusion"
    return {
        "concluded": concluded,
        "told": last if number == 22 else None if number % 17 == 5 else told,
        "rectification_required": mend,
        "rectification_checked": last if number == 27 else checked if mend and number != 42 else None,
        "proposed": proposed if number % 4 != 2 else None,
        "proposal": PROPOSALS[number % len(PROPOSALS)] if proposed and number % 4 != 2 else None,
        "proposal_basis": rests if proposed and number % 4 != 2 else None,
    }


def _effort(office: Office, number: int) -> Record:
    """Staff and days; at least two thirds on leads, exactly two thirds, or less."""
    staff, days = (6, 9, 12)[number % 3], (3, 6)[number % 2]
    share = (2, 2, 3, 2, 1)[number % 5]
    time_share = 1 if number % 9 == 4 else 2
    return {
        "staff": staff,
        "staff_on_leads": staff * share // 3,
        "time_spent": days,
        "time_on_leads": days * time_share // 3,
    }


def _unannounced(number: int) -> Record:
    return {
        "no_notice": number % 20 != 6,
        "no_greeting": True,
        "no_report_heard": number % 25 != 11,
        "no_escort": True,
        "straight_to_grassroots": True,
        "straight_to_site": True,
    }


def _routine_check(office: Office, number: int) -> Record:
    """A bureau's daily work; two are called an inspection."""
    day = office.in_part(number, 18, "routine")
    return {
        "type": "inspection",
        "id": f"rc-{number + 1:02}",
        "kind": "routine_check",
        "title": ("食品安全日常检查", "安全生产日常检查", "污染源日常检查")[number % 3],
        "date": day,
        "last_day": day,
        "unit": ("scj", "yjj", "sthj")[number % 3],
        "object": office.dice.one_of(COUNTIES, "routine", number),
        "called_supervision": number in (4, 13),
    }


def _research_visit(office: Office, number: int) -> Record:
    day = office.in_part(number, 12, "research")
    return {
        "type": "inspection",
        "id": f"dy-{number + 1:02}",
        "kind": "research_visit",
        "title": f"{TOPICS[_topic(number * 5)]}调研",
        "date": day,
        "last_day": office.calendar.add_workdays(day, 1),
        "unit": _bureau(number + 3),
        "object": office.dice.one_of(COUNTIES, "research", number),
        "in_substance": number == 7,
    }


def _appeals(office: Office, inspections: list[Record]) -> Iterator[Record]:
    """Against a conclusion, some days after it was told; one before there is any, one never reviewed."""
    for number, inspection in enumerate(inspections[4:84:7]):
        concluded = inspection["concluded"]
        if isinstance(concluded, date):
            day = office.calendar.add_workdays(concluded, -3 if number == 6 else 6)
            reviewed = office.calendar.add_workdays(day, 30 if number % 4 == 3 else 12)
            yield {
                "type": "appeal",
                "id": f"fh-{number + 1:02}",
                "date": day,
                "unit": inspection["object"],
                "inspection": inspection["id"],
                "reviewed": None if number == 9 else office.past(reviewed),
                "answered": None if number == 9 else office.past(office.calendar.add_workdays(reviewed, 2)),
            }


CITY: Final = City(AS_OF, frozenset({"unit", "appeal"}), records, lambda: flawed(BAD))
