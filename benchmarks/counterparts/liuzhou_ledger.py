"""Ledgers for the rules of 柳政发〔2021〕25号: days about the day in force, rests and quarter ends; all facts known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from counterparts.by_hand import later

Made = dict[str, Any]
Ledger = dict[str, list[Made]]
KINDS = (
    "instruction", "instruction", "instruction", "decision", "important_document", "important_meeting",
    "superior_document", "minutes", "meeting_document", "reconsideration", "rectification", "superior_inspection",
    "key_work", "petition", "other_matter", "visit", "target",
)  # fmt: skip
GROUPS = ("municipal", "municipal", "municipal", "county", "county", "park", "township", "government")
LEVELS = ("city", "city", "city", "city", None, "national", "provincial", "provincial_department", "district")
ROLES = ("mayor", "mayor", "executive_vice_mayor", "vice_mayor", "government")
IN_FORCE = date(2021, 6, 21)
GOVERNMENTS = ("government", "county")
AFTER = date(2021, 6, 28)
"""A notice of this day or later has nothing dated before the day in force."""
FLAGS = ("own_remit", "ordinary", "joint", "needs_investigation", "needs_policy", "major_circumstance")


def ledger(random: Random, size: int) -> Ledger:
    """About ``size`` records."""
    rows: Ledger = {"unit": units(random, max(6, size // 20))}
    names = [unit["id"] for unit in rows["unit"]]
    for record_type, (share, make) in MAKERS.items():
        ids = (f"{record_type}-{number:06}" for number in range(max(1, size * share // 100)))
        rows[record_type] = [recorded(random, record_id, make(random, random.choice(names), rows)) for record_id in ids]
    rows["appraisal"] = [row for row in appraisals(random, names) if random.random() < 0.6]
    return rows


def recorded(random: Random, record_id: str, made: Made) -> Made:
    """What other records name is on record on its day."""
    is_named = record_id.startswith(("mandate", "notice"))
    return {"id": record_id, "recorded": None if is_named else later(random, made["date"], None, None, 0, 12), **made}


def one(random: Random, rows: list[Made], wanted: Callable[[Made], bool]) -> Made:
    """One of the rows, likely such a one as is wanted."""
    drawn = (random.choice(rows) for _ in range(20))
    return next(filter(wanted, drawn), rows[0])


def group_of(unit: str, rows: Ledger) -> str:
    return str(rows["unit"][int(unit.removeprefix("unit-"))]["group"])


def units(random: Random, count: int) -> list[Made]:
    since, until = random.choice(((None, None), (date(2021, 9, 15), None), (None, date(2022, 2, 10))))
    rows: list[Made] = [{"group": "supervision_office", "tier": "city", "since": since, "until": until}]
    for group in ("government_office", *random.choices(GROUPS, k=count - 2)):
        tier = "city" if group in ("municipal", "government", "government_office") else "county"
        rows.append({"group": group, "tier": tier, "since": None, "until": None})
    return [
        {"id": f"unit-{number:05}", "name": f"单位{number}", "is_government": row["group"] in GOVERNMENTS, **row}
        for number, row in enumerate(rows)
    ]


def a_day(random: Random, first: date = date(2021, 6, 14)) -> date:
    return first + timedelta(days=random.randrange(500))


def a_matter(random: Random, unit: str, rows: Ledger) -> Made:
    day = a_day(random)
    approved = later(random, day, None, 0, 1, 3)
    handed_over = later(random, day, None, 0, 1, 2, 4)
    received = later(random, handed_over or day, None, 0, 0, 1, 2)
    start = received or handed_over or day
    return {
        "kind": random.choice(KINDS),
        "unit": unit,
        "level": random.choice(LEVELS),
        "date": day,
        "proposed": day if approved else None,
        "approved": approved,
        "approver_role": random.choice(ROLES),
        "origin": random.choice(("government_decision", "head_instruction", "office_proposal", "superior", "other")),
        "handed_over": handed_over,
        "received": received,
        "dispatched": later(random, start, None, 0, 0, 1, 3),
        "arranged": later(random, start, None, 0, 1, 3, 4, 20),
        "set_date": later(random, day, None, 0, 10, 31),
        "report_by": later(random, day, None, None, 20, 30),
        "assigned": later(random, day, None, 15, 45, 70),
        "reported": later(random, day, None, 5, 20, 30, 31, 40),
        "replied": later(random, start, None, 0, 5, 7, 8, 10, 12, 28, 29, 45, 50),
        "issued": later(random, day, None, 4, 7, 8, 10, 11, 21, 23, 30),
        "revised": later(random, day, None, 10, 14, 15, 20),
        "submitted": later(random, day, None, 10, 14, 15, 20),
        "list_made": later(random, day, None, 5, 10, 12, 31, 32),
        "urgent_reported": later(random, day, None, 0, 4),
        "closed": later(random, start, None, None, 2, 30, 60),
        "revision": random.choice(("none", "major", "between")),
        "inspection_scope": random.choice(("comprehensive", "special")),
        "led_by": random.choice(("office", "office", "supervision_office")),
        "coordinated_by": random.choice(("office", "supervision_office", "section")),
        "counterpart": random.choice(("section", "section", "other")),
        **{name: random.random() < 0.4 for name in FLAGS},
    }


def a_report(random: Random, unit: str, rows: Ledger) -> Made:
    matter = random.choice(rows["matter"])
    return {
        "kind": random.choice(("result", "implementation", "progress", "instant", "reasons")),
        "matter": matter["id"],
        "unit": matter["unit"],
        "date": later(random, matter["date"], 4, 19, 20, 30, 31, 45),
    }


def an_extension(random: Random, unit: str, rows: Ledger) -> Made:
    matter = random.choice(rows["matter"])
    day = later(random, matter["date"], 3, 9)
    return {
        "matter": matter["id"],
        "date": day,
        "approved": later(random, day, None, 0, 2),
        "granted": random.random() < 0.7,
        "new_date": later(random, day, 10, 20, 31),
    }


def a_mandate(random: Random, unit: str, rows: Ledger) -> Made:
    day = a_day(random, IN_FORCE)
    since = later(random, day, 0, 0, 0, 0, 5, None)
    governments = [row["id"] for row in rows["unit"] if row["is_government"] and row["tier"] == "city"]
    return {
        "unit": unit,
        "grantor": random.choice((*governments[:1] * 5, None, rows["unit"][0]["id"])),
        "granted_by": random.choice(("government", "standing_meeting", "mayor", "vice_mayor", None)),
        "date": day,
        "basis": random.choice(("designation",) * 6 + ("approval", "law")),
        "subject": random.choice(("公路养护", "公路养护", None)),
        "matter": random.choice((None, None, random.choice(rows["matter"])["id"])),
        "object": random.choice((None, None, random.choice(rows["unit"])["id"])),
        "scope": random.choice(("全市",) * 7 + (None,)),
        "duty": random.choice(("核查进度",) * 7 + (None,)),
        "since": since,
        "until": later(random, since or day, None, 30, 60, 60),
    }


def an_inspection(random: Random, unit: str, rows: Ledger) -> Made:
    mandate = one(random, rows["mandate"], lambda row: group_of(row["unit"], rows) == "municipal")
    is_like = random.random() < 0.8
    day = later(random, mandate["since"] or mandate["date"], -1, 0, 3, 3, 3, 20, 40) if is_like else a_day(random)
    matter = mandate["matter"] if is_like and mandate["matter"] else random.choice(rows["matter"])["id"]
    target = mandate["object"] if is_like and mandate["object"] else random.choice(rows["unit"])["id"]
    return {
        "kind": random.choice(("special_inspection", "comprehensive_inspection", "routine_check", "research_visit")),
        "unit": mandate["unit"] if is_like else unit,
        "object": target,
        "matter": matter,
        "date": day,
        "last_day": later(random, day, None, 0, 3, 10, 20),
        "mandate": mandate["id"] if random.random() < 0.8 else None,
    }


def a_draft(random: Random, unit: str, rows: Ledger) -> Made:
    day = a_day(random)
    return {
        "unit": unit,
        "date": day,
        "creates_office_matter": random.random() < 0.7,
        "superior_basis": random.random() < 0.4,
        "approved": later(random, day, None, -3, 0, 2),
        "approver_role": random.choice(ROLES),
    }


def a_submission(random: Random, unit: str, rows: Ledger) -> Made:
    return {
        "unit": unit,
        "date": a_day(random),
        "in_writing": random.random() < 0.8,
        "differences_stated": random.random() < 0.8,
        "options": random.randrange(5),
        "preference_stated": random.random() < 0.8,
    }


def a_staffing(random: Random, unit: str, rows: Ledger) -> Made:
    full, part = random.randrange(7), random.randrange(7)
    return {
        "unit": unit if random.random() < 0.5 else rows["unit"][0]["id"],
        "date": a_day(random),
        "full_time_commissioners": full,
        "part_time_commissioners": part,
    }


def a_notice(random: Random, unit: str, rows: Ledger) -> Made:
    day = a_day(random)
    if random.random() < 0.5:
        day = day.replace(month=random.choice((1, 4, 7, 10)), day=random.choice((15, 19, 20, 21)))
    return {
        "kind": random.choice(("list_notice", "list_notice", "list_notice", "progress_notice")),
        "unit": unit,
        "matter": random.choice(rows["matter"])["id"],
        "date": day,
        "list": random.choice(("black", "black", "red")),
        "level": random.choice(("city", "city", "city", "provincial", "national")),
        "covers": later(random, day, -30, -30, -30, -60, -100),
        "occasion": random.choice(("regular", "further", "special")),
        "form": random.choice(("special_report", "special_report", "bulletin")),
        "content_settled": later(random, day, None, -5, -3, 0, 2),
        "settler_role": random.choice(("government", "standing_meeting", "mayor")),
        "mayor_instructed": random.choice((True, True, False, None)),
        "signed": later(random, day, None, -2, 0, 1),
        "signer_role": random.choice(("executive_vice_mayor", "executive_vice_mayor", "vice_mayor")),
    }


def a_return_visit(random: Random, unit: str, rows: Ledger) -> Made:
    notice = one(random, rows["notice"], lambda row: row["date"] >= AFTER)
    return {
        "unit": notice["unit"],
        "notice": notice["id"] if notice["date"] >= AFTER else None,
        "date": later(random, notice["date"], 10, 90, 200),
        "rectified": random.random() < 0.6,
    }


def a_finding(random: Random, unit: str, rows: Ledger) -> Made:
    return {"kind": random.choice(("serious", "many_grave", "quality")), "unit": unit, "date": a_day(random)}


def a_commendation(random: Random, unit: str, rows: Ledger) -> Made:
    return {
        "kind": random.choice(("incentive", "incentive", "praise")),
        "unit": unit,
        "date": a_day(random),
        "level": random.choice(("national", "national", "provincial", "city")),
    }


def a_budget(random: Random, unit: str, rows: Ledger) -> Made:
    praised = one(random, rows["commendation"], lambda row: row["level"] == "national")
    year = praised["date"].year + random.choice((0, 0, 0, -1))
    return {
        "unit": praised["unit"],
        "date": random.choice((date(year, 6, 30), date(year, 12, 20), date(year + 1, 1, 20))),
        "year": year,
        "this_year": random.choice((100, 100, 0)),
        "next_year": random.choice((109, 110, 115, 120, 121, 0)),
    }


def appraisals(random: Random, names: list[str]) -> list[Made]:
    return [
        {
            "id": f"appraisal-{year}-{name}",
            "unit": name,
            "date": random.choice((date(year, 12, 31), date(year + 1, 1, 20))),
            "year": year,
            "item_points": random.choice((0, 12, 19, 20, 21)),
            "bonus_points": random.choice((0, 3, 5, 6, None)),
        }
        for name in names
        for year in (2021, 2022)
    ]


MAKERS: Mapping[str, tuple[int, Callable[[Random, str, Ledger], Made]]] = MappingProxyType(
    {
        "matter": (50, a_matter),
        "report": (15, a_report),
        "extension": (4, an_extension),
        "mandate": (3, a_mandate),
        "inspection": (5, an_inspection),
        "draft": (3, a_draft),
        "submission": (4, a_submission),
        "staffing": (2, a_staffing),
        "notice": (12, a_notice),
        "return_visit": (3, a_return_visit),
        "finding": (3, a_finding),
        "commendation": (4, a_commendation),
        "budget": (3, a_budget),
    }
)
"""Each type of record: its share of a hundred, and how one is made."""
