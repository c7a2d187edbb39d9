"""Ledgers for the rules of Bozhou's 实施意见: matters of every kind about the day in force, and what follows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from counterparts.by_hand import later

Made = dict[str, Any]
Ledger = dict[str, list[Made]]
START = date(2015, 2, 27)
KINDS = (
    "target", "policy_document", "meeting_item", "meeting_item", "instruction", "instruction", "visit", "proposal",
    "motion", "deliberation", "message", "message", "superior_document", "important_document", "important_meeting",
    "decision", "key_work", "superior_inspection",
)  # fmt: skip
OWN_TERM = ("proposal", "motion", "message", "superior_document", "important_document")
"""The kinds whose term the document states, where no date is set."""
LEVELS = ("national", "provincial", "provincial", "city", "provincial_department", "district")
ROLES = ("government", "standing_meeting", "mayor", "vice_mayor", "secretary_general")
NOTICES = ("progress_notice", "progress_notice", "assessment_notice", "criticism_notice", "criticism_notice")
GROUPS = ("municipal", "municipal", "county", "department", "government")


def ledger(random: Random, size: int) -> Ledger:
    """About ``size`` records."""
    rows: Ledger = {
        "unit": [a_unit(random, number) for number in range(max(6, size // 20))],
        "person": [a_person(random, number) for number in range(max(3, size // 60))],
    }
    for record_type, (share, make) in MAKERS.items():
        ids = (f"{record_type}-{number:06}" for number in range(max(1, size * share // 100)))
        rows[record_type] = [{"id": record_id, **make(random, rows)} for record_id in ids]
        if record_type == "matter" and often(random, 0.6):
            rows["matter"] = [row for row in rows["matter"] if row["kind"] != "message"] + messages(random, rows)
    return rows


def messages(random: Random, rows: Ledger) -> list[Made]:
    """Results reported, of which about 30% were rechecked: more, less or just so."""
    count, rechecked = 10, random.choice((2, 3, 3, 4))
    days = (later(random, START, 30, 200) for _ in range(count))
    made = [{**a_matter(random, rows), "kind": "message", "reported": day, "rechecked": None} for day in days]
    for row in made[:rechecked]:
        row["rechecked"] = later(random, row["reported"], 0, 9)
    return [{**row, "id": f"message-{number}", "date": None} for number, row in enumerate(made)]


def often(random: Random, share: float = 0.85) -> bool:
    return random.random() < share


def one(random: Random, rows: Ledger, name: str) -> Made:
    return random.choice(rows[name])


def a_unit(random: Random, number: int) -> Made:
    offices = (("supervision_office", "city"), ("supervision_office", "county"), ("supervision_office", "county"))
    other = (random.choice(GROUPS), random.choice(("city", "county")))
    group, tier = (*offices, other)[min(number, len(offices))]
    return {"id": f"unit-{number:05}", "name": f"单位{number}", "group": group, "tier": tier}


def a_person(random: Random, number: int) -> Made:
    since = random.choice((date(2014, 5, 1), date(2015, 3, 1), date(2015, 8, 17)))
    until = random.choice((None, None, date(2015, 12, 31), date(2016, 2, 14)))
    return {
        "id": f"person-{number:04}",
        "name": f"领导{number}",
        "is_leader": random.choice((True, True, False)),
        "since": since,
        "until": until,
    }


def a_day(random: Random) -> date:
    return date(2015, 2, 20) + timedelta(days=random.randrange(400))


def a_matter(random: Random, rows: Ledger) -> Made:
    day = random.choice((START - timedelta(days=1), START, *(a_day(random) for _ in range(8))))
    kind = random.choice(KINDS)
    handed_over = later(random, day, 0, 0, 3, 10, None)
    begun = handed_over or day
    has_date = often(random, 0.2 if kind in OWN_TERM else 0.9)
    set_date = later(random, begun, 10, 25, 29, 30, 31, 32, 45, 62, 95) if has_date else None
    end = set_date or begun + timedelta(days=30)
    closed = later(random, end, -25, -5, 0, 1, 20, 70, None, None)
    return {
        "kind": kind,
        "date": day if kind != "message" or often(random, 0.5) else None,
        "level": random.choice(LEVELS),
        "unit": one(random, rows, "unit")["id"] if often(random, 0.95) else None,
        "form": random.choice(("prompt_sheet", "assignment_sheet", "supervision_sheet", "other")),
        "handler": "赵某" if often(random) else None,
        "handed_over": handed_over,
        "posted": later(random, day, 0, -4, None) if kind == "message" else None,
        "received": None,
        "transferred": later(random, day, 0, 2, 4),
        "set_date": set_date,
        "report_by": later(random, end, None, None, 0, 5),
        "reported": later(random, end, -3, 0, 1, 5, 6, 60, None),
        "answered": later(random, begun, 30, 88, 91, 92, 93, 100, 182, 184, 186, 200, None),
        "report_approved": later(random, end, -4, -3, 0, 2, None),
        "report_approver_role": random.choice(("vice_mayor", "vice_mayor", "mayor")),
        "rechecked": later(random, end, 3, 20, None, None, None, None, None),
        "fulfilled": random.choice((None, None, False, True)),
        "sufficient_reason": often(random, 0.3),
        "closed": None if closed is None else max(closed, begun),
    }


def of_matter(random: Random, rows: Ledger, *offsets: int) -> Made:
    """A matter, most often one of the first, and a day about the end of its term."""
    matters = rows["matter"]
    matter = random.choice(matters[: max(1, len(matters) // 3)] if often(random, 0.7) else matters)
    begun = matter["transferred"] if matter["kind"] == "message" else matter["handed_over"]
    start = matter["set_date"] or begun or matter["date"] or date(2015, 6, 1)
    return {"matter": matter["id"], "date": max(START, later(random, start, *offsets) or start)}


def a_report(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, -60, -35, -30, -20, -9, -5, -1, 0, 0, 3)
    return {
        **made,
        "kind": random.choice(("progress", "progress", "progress", "reasons", "reasons", "result", "implementation")),
        "covers": later(random, made["date"], None, None, None, -5, -12),
        "in_writing": often(random),
        "states_reasons": often(random),
        "states_progress": often(random),
    }


def an_extension(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, -20, -9, -1, 3)
    return {
        **made,
        "approved": later(random, made["date"], 0, 2, 6, None),
        "granted": often(random, 0.7),
        "new_date": later(random, made["date"], 5, 20, 33),
    }


def a_reminder(random: Random, rows: Ledger) -> Made:
    return {**of_matter(random, rows, -4, 0, 1, 6, 14, 15, 16, 45, 90, 91, 92, 93, 182, 184, 185), "cause": "overdue"}


def a_return(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, -10, 5, 40)
    return {**made, "cause": random.choice(("quality", "quality", "wrong_unit", "incomplete"))}


def a_demand(random: Random, rows: Ledger) -> Made:
    return {**of_matter(random, rows, -5, 10, 50), "poorly_met": often(random, 0.6)}


def a_consent(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 30, 60, 200)
    return {**made, "about": random.choice(("referral", "referral", "other")), "role": random.choice(ROLES)}


def a_referral(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 60, 110, 210)
    consented = later(random, made["date"], 0, -1, -6, 2, None, None)
    return {
        **made,
        "to": random.choice(("supervision", "supervision", "discipline")),
        "consented": consented,
        "consent_role": random.choice(ROLES) if consented else None,
    }


def a_notice(random: Random, rows: Ledger) -> Made:
    targets = [matter for matter in rows["matter"] if matter["kind"] == "target"] or rows["matter"]
    day = date(2015, 3, 1) + timedelta(days=random.randrange(500))
    return {
        "kind": random.choice(NOTICES),
        "matter": random.choice(targets)["id"],
        "date": day,
        "covers": later(random, day, None, None, -10, -40),
        "issuer_role": random.choice(("supervision_office", "office", "office", "government")),
        "ledger_entered": later(random, day, 0, 2, -1, None),
        "explained": later(random, day, 3, 5, -1, None),
        "measures_submitted": later(random, day, 3, 5, 9, None),
    }


def an_inspection(random: Random, rows: Ledger) -> Made:
    targets = [matter for matter in rows["matter"] if matter["kind"] == "target"] or rows["matter"]
    kind = random.choice(("led_inspection", "led_inspection", "target_inspection", "special_inspection"))
    leaders = rows["person"][:3]
    day = date(2015, 3, 1) + timedelta(days=random.randrange(100 if kind == "led_inspection" else 450))
    return {
        "kind": kind,
        "date": day,
        "last_day": later(random, day, None, 0, 2),
        "person": random.choice(leaders)["id"] if kind == "led_inspection" else None,
        "matter": random.choice(targets)["id"] if kind == "target_inspection" else None,
    }


def a_staffing(random: Random, rows: Ledger) -> Made:
    return {
        "unit": random.choice(rows["unit"][:5] if often(random, 0.6) else rows["unit"])["id"],
        "date": date(2015, 3, 1) + timedelta(days=random.randrange(400)),
        "regular_staff": random.randrange(6),
        "leader_named": "副主任" if often(random, 0.7) else None,
    }


MAKERS: Mapping[str, tuple[int, Callable[[Random, Ledger], Made]]] = MappingProxyType(
    {
        "matter": (36, a_matter),
        "report": (16, a_report),
        "extension": (4, an_extension),
        "reminder": (16, a_reminder),
        "return": (4, a_return),
        "demand": (3, a_demand),
        "consent": (3, a_consent),
        "referral": (3, a_referral),
        "notice": (8, a_notice),
        "inspection": (10, an_inspection),
        "staffing": (7, a_staffing),
    }
)
"""Each type of record: its share of a hundred, and how one is made."""
