"""Ledgers for the rules of 渝府办发〔2021〕144号: inspections that meet in time, object and matter; all facts known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from counterparts.by_hand import later

Made = dict[str, Any]
Ledger = dict[str, list[Made]]
KINDS = (
    "comprehensive_inspection", "special_inspection", "special_inspection", "unannounced_inspection", "clue_check",
    "daily_supervision", "routine_check", "research_visit",
)  # fmt: skip
UNITS = (
    ("government", "city", True), ("supervision_office", "city", False), ("municipal", "city", False),
    ("municipal", "city", False), ("department", "county", False), ("county", "county", True),
    ("county", "county", True), ("township", "township", True),
)  # fmt: skip
HEADS = ("mayor", "mayor", "district_head", "vice_mayor")
FLAGS = (
    "in_annual_plan", "plan_content", "plan_objects", "plan_scope", "no_notice", "no_greeting", "no_report_heard",
    "no_escort", "straight_to_grassroots", "straight_to_site",
)  # fmt: skip


def ledger(random: Random, size: int) -> Ledger:
    """About ``size`` records."""
    rows: Ledger = {"unit": [a_unit(number) for number in range(max(len(UNITS), size // 12))]}
    counted = range(max(1, size // 12))
    rows["matter"] = [{"id": f"matter-{number:06}", "kind": "key_work", "date": a_day(random)} for number in counted]
    rows["mandate"] = [{"id": f"mandate-{number:06}", **a_mandate(random, rows)} for number in counted]
    inspections = range(max(2, size * 2 // 3))
    rows["inspection"] = [{"id": f"inspection-{number:06}", **an_inspection(random, rows)} for number in inspections]
    rows["appeal"] = [recorded(random, f"appeal-{number:06}", an_appeal(random, rows)) for number in counted]
    return rows


def recorded(random: Random, record_id: str, made: Made) -> Made:
    return {"id": record_id, "recorded": later(random, made["date"], None, None, None, 0, 12), **made}


def mostly(random: Random, good: Any, *others: Any) -> Any:
    return good if random.random() < 0.93 else random.choice(others)


def a_unit(number: int) -> Made:
    group, tier, is_government = UNITS[number % len(UNITS)]
    return {
        "id": f"unit-{number:05}",
        "name": f"单位{number}",
        "group": group,
        "tier": tier,
        "is_government": is_government,
        "parent": "unit-00005" if group == "department" and number % 3 else None,
    }


def a_day(random: Random) -> date:
    return date(2021, 6, 14) + timedelta(days=random.randrange(500))


def a_mandate(random: Random, rows: Ledger) -> Made:
    day = a_day(random)
    since = later(random, day, None, 0, 5)
    governments = [unit["id"] for unit in rows["unit"] if unit["tier"] != "township" and unit["is_government"]]
    return {
        "unit": random.choice(rows["unit"])["id"],
        "date": day,
        "basis": random.choice(("designation", "approval", "approval", "law")),
        "granted_by": random.choice(HEADS),
        "grantor": mostly(random, random.choice(governments), None, rows["unit"][2]["id"]),
        "object": random.choice((None, random.choice(rows["unit"])["id"])),
        "matter": random.choice((None, random.choice(rows["matter"])["id"])),
        "since": since,
        "until": later(random, since or day, None, 20, 60),
    }


def an_inspection(random: Random, rows: Ledger) -> Made:
    mandate = random.choice(rows["mandate"])
    is_like = random.random() < 0.6
    day = a_day(random)
    if is_like:
        day = later(random, mandate["date"], -1, 0, 3, 10, 30) or day
    last_day = later(random, day, None, 0, 0, 3, 3, 8, 8, 20)
    named = {name: random.choice(rows[name.replace("object", "unit")])["id"] for name in ("unit", "object", "matter")}
    if is_like:
        named |= {name: mandate[name] for name in named if mandate[name] is not None and random.random() < 0.95}
    return {
        "kind": random.choice(KINDS),
        **named,
        "mandate": mandate["id"] if random.random() < 0.85 else None,
        "date": day,
        "last_day": last_day,
        "called_supervision": random.random() < 0.3,
        "in_substance": random.random() < 0.3,
        "replaces_routine": random.random() < 0.2,
        **_course(random, day, last_day or day),
        **{name: random.random() < 0.9 for name in FLAGS},
        "staff": random.choice((3, 6, 9)),
        "staff_on_leads": random.choice((2, 4, 5, 6)),
        "time_spent": random.choice((3, 6)),
        "time_on_leads": random.choice((2, 3, 4)),
    }


def _course(random: Random, day: date, last_day: date) -> Made:
    concluded = later(random, last_day, mostly(random, 10, None, -1, 0))
    end = concluded or last_day
    return {
        "applied": later(random, day, mostly(random, -30, None)),
        "reviewed": later(random, day, mostly(random, -25, None, -31)),
        "reviewer_role": mostly(random, "supervision_office", "office_head"),
        "approved": later(random, day, mostly(random, -20, None, -9)),
        "approver_role": random.choice((*HEADS, "government", "standing_meeting")),
        "planned": later(random, day, mostly(random, -10, None, -21)),
        "trained": later(random, day, mostly(random, -5, None, 1)),
        "concluded": concluded,
        "told": later(random, end, mostly(random, 5, None, -2, 0)),
        "rectification_required": random.random() < 0.5,
        "rectification_checked": later(random, end, mostly(random, 20, None, -3, 50)),
        "proposed": later(random, end, mostly(random, 30, None, -3, 0)),
        "proposal": mostly(random, "criticise", None, "commend"),
        "proposal_basis": random.choice(("conclusion", "rectification")),
    }


def an_appeal(random: Random, rows: Ledger) -> Made:
    inspection = random.choice(rows["inspection"])
    day = later(random, inspection["concluded"] or inspection["date"], -2, 0, 15) or inspection["date"]
    return {
        "unit": inspection["object"],
        "inspection": inspection["id"] if random.random() < 0.9 else None,
        "date": day,
        "reviewed": later(random, day, None, 0, 20, 40),
    }
