"""Ledgers for the rules of the district's 实施办法: two years of matters, slips, and what earns or costs points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from counterparts.by_hand import later

Made = dict[str, Any]
Ledger = dict[str, list[Made]]
CATEGORIES = ("zone", "street", "street", "party", "economy", "economy", "service")
LEVELS = (
    "national", "provincial", "provincial", "city", "city", "district", "district", "provincial_department",
    "city_department",
)  # fmt: skip
IMPORTANCE = ("ordinary", "greater", "special")
LEADERS = ("district_leader", "district_leader", "district_head", "district_head", "office_head")
COLOURS = ("blue", "blue", "blue", "yellow", "yellow", "red")
SIGNERS = {"blue": "office_head", "yellow": "district_leader", "red": "district_head"}
CAUSES = (
    "reported_late", "outside_causes", "outside_causes", "passive", "no_good_reason", "late_after_extension", "ignored",
    "refused",
)  # fmt: skip


def ledger(random: Random, size: int) -> Ledger:
    """About ``size`` records."""
    rows: Ledger = {"unit": [a_unit(random, number) for number in range(max(5, size // 25))]}
    for record_type, (share, make) in MAKERS.items():
        ids = (f"{record_type}-{number:06}" for number in range(max(1, size * share // 100)))
        rows[record_type] = [{"id": record_id, **make(random, rows)} for record_id in ids]
    if random.random() < 0.4:
        rows["reminder"] += reds(random, rows)
    for record_type in ("prompt", "objection"):
        rows[record_type] += again(random, rows[record_type])
    return rows


def again(random: Random, made: list[Made]) -> list[Made]:
    """Some of what was made a second time: prompted twice for one lateness, objected to twice."""
    chosen = (record for record in made if random.random() < 0.3)
    return [{**record, "id": f"{record['id']}-again", **written(random, record)} for record in chosen]


def written(random: Random, record: Made) -> Made:
    return {"in_writing": often(random, 0.5)} if "in_writing" in record else {}


def reds(random: Random, rows: Ledger) -> list[Made]:
    """So many red slips of one unit in one year that its deductions reach their cap, or nearly."""
    unit, day = random.choice(rows["unit"][1:])["id"], date(2024, random.randint(1, 6), 5)
    slips = (
        {**a_reminder(random, rows), "unit": unit, "date": day, "colour": "red"} for _ in range(random.randint(6, 9))
    )
    return [{**slip, "id": f"red-{number}"} for number, slip in enumerate(slips)]


def a_unit(random: Random, number: int) -> Made:
    is_office = number == 0
    return {
        "id": f"unit-{number:05}",
        "name": f"单位{number}",
        "group": "supervision_office" if is_office else random.choice(("street", "department", None)),
        "category": None if is_office else random.choice(CATEGORIES),
        "since": random.choice((None, None, None, date(2023, 1, 1), date(2024, 3, 1))),
        "until": random.choice((None, None, None, None, date(2024, 6, 30), date(2024, 12, 31))),
    }


def a_day(random: Random) -> date:
    return date(2023, 9, 1) + timedelta(days=random.randrange(480))


def one(random: Random, rows: Ledger, name: str) -> Made:
    return random.choice(rows[name])


def often(random: Random, share: float = 0.85) -> bool:
    return random.random() < share


def a_matter(random: Random, rows: Ledger) -> Made:
    handed_over = a_day(random)
    received = later(random, handed_over, 0, 0, 0, 1, 3, None)
    set_date = later(random, handed_over, 5, 20, 45, 100)
    return {
        "kind": random.choice(("instruction", "key_work", "meeting_item", "petition")),
        "date": later(random, handed_over, 0, -1, -5),
        "content": "办理" if often(random) else None,
        "importance": random.choice(IMPORTANCE),
        "unit": one(random, rows, "unit")["id"],
        "approved": later(random, handed_over, 0, -1, -3, 1, None),
        "approver_role": random.choice(("office_head", "office_head", "district_leader")),
        "handed_over": handed_over if often(random, 0.95) else None,
        "receive_by": later(random, handed_over, 0, 1, None),
        "received": received,
        "unit_leader": "副局长" if often(random) else None,
        "section": "综合科" if often(random) else None,
        "handler": "周某" if often(random) else None,
        "set_date": set_date,
        "sufficient_reason": often(random, 0.5),
        "reported": later(random, set_date, -3, 0, 1, 4, None, None),
        "closed": later(random, max(set_date or received, received), -2, 0, 1, 9, 30, None, None) if received else None,
    }


def of_matter(random: Random, rows: Ledger, *offsets: int) -> Made:
    """A matter, its unit or none, and a day after it was handed over."""
    matter = one(random, rows, "matter")
    unit = random.choice((matter["unit"], matter["unit"], None, one(random, rows, "unit")["id"]))
    return {
        "matter": matter["id"],
        "unit": unit,
        "date": later(random, matter["handed_over"] or matter["date"], *offsets),
    }


def a_report(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 0, 3, 6, 7, 12, 25, 31, 40, 70, 95)
    kind = random.choice(("progress", "progress", "progress", "result", "instant", "implementation", "reasons"))
    covers = later(random, made["date"], None, None, None, -3, -8, -20)
    return {**made, "kind": kind, "covers": covers, "in_writing": often(random)}


def news(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 1, 5, 20)
    return {**made, "reported": later(random, made["date"], 0, 0, 1, 2, None)}


def a_prompt(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 1, 4, 21, 46)
    return {
        **made,
        "about": random.choice(("receipt", "report", "report")),
        "due": later(random, made["date"], None, -2, 0, 1, 3),
        "fulfilled": later(random, made["date"], 0, 1, 3, 4, None),
        "reminder": random.choice((None, None, one(random, rows, "reminder")["id"])),
    }


def a_reminder(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 6, 21, 22, 30, 46, 60, 110)
    colour, day = random.choice(COLOURS), made["date"]
    signed = later(random, day, 0, 1, 2, 3, None)
    return {
        **made,
        "colour": colour,
        "cause": random.choice(CAUSES),
        "signed": later(random, day, 0, 0, -1, 1, None),
        "signer_role": SIGNERS[colour] if often(random) else random.choice(LEADERS),
        "answered": later(random, day, 0, 1, 2, 3, 6, None),
        "reasons_in_writing": often(random),
        "leader_signed": signed,
        "settled": later(random, signed or day, 0, 1, 4, None),
        "settler_role": random.choice(LEADERS),
        "explained": later(random, day, -1, 0, 1, 2, None),
        "explainer_role": "unit_head" if often(random) else "unit_leader",
        "explained_to": "district_head" if often(random) else "office_head",
        "reported_to_head": later(random, day, 0, 0, 1, None),
        "copied_discipline": later(random, day, 0, 0, 0, 5, None),
        "copied_organisation": later(random, day, 0, 0, 0, 5, None),
        "copied_performance": later(random, day, 0, 0, 3, None),
    }


def an_objection(random: Random, rows: Ledger) -> Made:
    about = random.choice(("duty", "term", "other"))
    return {**of_matter(random, rows, 0, 0, 1, 3), "about": about, "in_writing": often(random)}


def an_extension(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 4, 15, 40)
    return {
        **made,
        "approved": later(random, made["date"], 0, 2),
        "granted": often(random, 0.7),
        "new_date": later(random, made["date"], 20, 40, 80),
    }


def a_review(random: Random, rows: Ledger) -> Made:
    made, passed = of_matter(random, rows, 20, 40, 60), often(random, 0.6)
    made.pop("unit")
    return {
        **made,
        "reviewer_role": random.choice(LEADERS),
        "passed": passed,
        "restarted": None if passed else later(random, made["date"], 0, 2, None),
        "archived": later(random, made["date"], 0, 3, None) if passed or often(random, 0.2) else None,
    }


def a_finding(random: Random, rows: Ledger) -> Made:
    made = of_matter(random, rows, 5, 20, 60)
    judge = random.choice(("supervision_office", "district_head", None))
    kind = random.choice(("quality", "quality", "falsehood", "falsehood", "dereliction"))
    return {**made, "kind": kind, "judge_role": judge, "judged_by": None}


def accountability(random: Random, rows: Ledger) -> Made:
    finding = one(random, rows, "finding")
    names = ("self_criticism", "district_notice", "copied_discipline", "copied_organisation")
    day = later(random, finding["date"], 3, 10)
    copied = {name: later(random, day, 0, 0, 0, 1, None) for name in names}
    return {"unit": finding["unit"], "finding": finding["id"], "date": day, **copied}


def a_commendation(random: Random, rows: Ledger) -> Made:
    return {
        "kind": random.choice(("praise", "praise", "experience", "experience", "incentive")),
        "unit": one(random, rows, "unit")["id"],
        "date": a_day(random),
        "level": random.choice(LEVELS),
        "comprehensive": often(random),
        "formal": often(random),
    }


def a_research_report(random: Random, rows: Ledger) -> Made:
    return {
        "unit": one(random, rows, "unit")["id"],
        "date": a_day(random),
        "outcome": random.choice(("approved", "adopted", "none")),
        "level": random.choice(LEVELS),
    }


def an_opinion(random: Random, rows: Ledger) -> Made:
    return {
        **of_matter(random, rows, 5, 30, 90),
        "approving": random.choice(("positive", "negative")),
        "level": random.choice(LEVELS),
        "research_report": random.choice((None, None, one(random, rows, "research_report")["id"])),
    }


MAKERS: Mapping[str, tuple[int, Callable[[Random, Ledger], Made]]] = MappingProxyType(
    {
        "matter": (22, a_matter),
        "report": (12, a_report),
        "news": (3, news),
        "reminder": (10, a_reminder),
        "prompt": (8, a_prompt),
        "objection": (4, an_objection),
        "extension": (3, an_extension),
        "review": (5, a_review),
        "finding": (8, a_finding),
        "accountability": (2, accountability),
        "commendation": (10, a_commendation),
        "research_report": (5, a_research_report),
        "opinion": (8, an_opinion),
    }
)
"""Each type of record: its share of a hundred, and how one is made."""
