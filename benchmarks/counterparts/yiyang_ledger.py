"""Ledgers for the rules of 益政办发〔2023〕10号: cycles of incentives, lists as long as the quotas, scores that tie."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from random import Random
from types import MappingProxyType
from typing import Any

from counterparts.by_hand import later

Made = dict[str, Any]
Ledger = dict[str, list[Made]]
GROUPS = (
    ("county", 5, 3), ("municipal", 8, 6), ("central", 5, 3), ("provincial", 5, 3), ("park", 8, 4), ("township", 25, 2),
    ("bank", 8, 6), ("insurer", 10, 8), ("local_finance", 4, 2), ("street", 6, 1), ("department", 2, 1),
    ("government", 1, 1),
)  # fmt: skip
"""The classes of units: how many there are, or a few more, and about how many are put forward."""
LEADERS = ("mayor", "vice_mayor", "vice_mayor", "executive_vice_mayor", "secretary_general", "office_head")
GROUNDS = ("criticised_above", "criticised_city", "public_opinion", "negative_list", "other")
LEVELS = ("national", "provincial", "city", "city", "provincial_department", "city_department", "district")
PROBLEMS = ("inspection_problem", "inspection_problem", "public_opinion", "negative_list", "serious")
AREAS = ("safety", "environment", "petitions", "debt", "audit", "other")


def ledger(random: Random, size: int) -> Ledger:
    """About ``size`` records besides the register."""
    rows: Ledger = {"unit": list(units(random))}
    made = (a_cycle(random, rows["unit"], number) for number in range(max(1, size // 30)))
    for cycle in made:
        for name, records in cycle.items():
            rows.setdefault(name, []).extend(records)
    return rows


def units(random: Random) -> Iterator[Made]:
    for group, count, _ in GROUPS:
        for number in range(count + random.randrange(4 + count // 4)):
            is_park, is_committee = group == "park", group in ("county", "park") and number == 0
            yield {
                "id": f"{group}-{number:02}",
                "name": f"单位{group}{number}",
                "group": group,
                "park_class": random.choice(("a", "b")) if is_park else None,
                "park_level": random.choice(("national", "provincial", "provincial", "city")) if is_park else None,
                "since": random.choice((None, None, None, date(2024, 6, 1))),
                "until": random.choice((None, None, None, date(2025, 3, 31))),
                "management_committee": is_committee and random.random() < 0.7,
            }


def often(random: Random, share: float = 0.85) -> bool:
    return random.random() < share


def a_cycle(random: Random, register: list[Made], number: int) -> Ledger:
    """A project with all that belongs to it."""
    project = a_project(random, register, number)
    selection = a_selection(random, project)
    plans, selections = [a_plan(random, project)], [selection]
    if often(random, 0.3):
        plans.append({**a_plan(random, project), "id": f"plan-again-{number}"})
        selections.append({**a_selection(random, project), "id": f"selection-again-{number}"})
    nominations = list(a_list(random, register, project))
    if nominations and often(random, 0.3):
        nominations.append({**random.choice(nominations), "id": f"nomination-again-{number}"})
    units_named = [row["unit"] for row in nominations] or [register[0]["id"]]
    one = {"project": project["id"]}

    def against(name: str, make: Callable[[Random, str, Made], Made], k: int) -> Made:
        return {**one, "id": f"{name}-{number}-{k}", **make(random, random.choice(units_named), project)}

    return {
        "project": [project],
        "plan": [{**one, **plan} for plan in plans] if often(random, 0.9) else [],
        "selection": selections if often(random, 0.9) else [],
        "publicity": [{**one, **publicity(random, project, selection)}] if often(random) else [],
        "nomination": nominations,
        **{name: [against(name, make, k) for k in (1, 2, 3)] for name, make in AGAINST.items()},
        "appeal": [{**one, "id": f"appeal-{number}", **an_appeal(random, selection)}] if often(random, 0.5) else [],
    }


def a_project(random: Random, register: list[Made], number: int) -> Made:
    year = random.choice((2023, 2023, 2024))
    start = date(year, 5, 10) if year == 2023 else date(year, 1, 8)
    proposed = start + timedelta(days=random.choice((-12, 0, 0, 0, 5, 20)))
    approved = later(random, proposed, 0, 3, 10, -1, None)
    return {
        "id": f"project-{number:04}",
        "title": f"项目{number}",
        "year": year,
        "date": None if number % 3 else approved,
        "unit": random.choice(register)["id"],
        "co_units": tuple(unit["id"] for unit in random.sample(register, random.choice((0, 0, 1, 2)))),
        "subject": random.choice(("other", "other", "other", "other", "work_safety", "road_safety", "petitions", None)),
        "proposed": proposed,
        "approved": approved,
        "issued": later(random, approved, 0, 5, 20, -2, None),
        "sub_projects": random.randrange(6),
        "singly_assessed": often(random, 0.2),
        "stage_finished": often(random, 0.2),
        "quantifiable": often(random),
        "changed": later(random, date(year, 8, 31), None, None, 0, 10),
        "change_consented": later(random, date(year, 8, 31), None, -3, 0, 5),
        "change_consent_role": random.choice(("mayor", "mayor", "vice_mayor")),
        **{f"for_{whom}": often(random, 0.5) for whom in ("counties", "municipal", "parks", "townships", "financial")},
    }


def a_plan(random: Random, project: Made) -> Made:
    begun = project["approved"] or project["proposed"]
    day = later(random, begun, 3, 12, 20)
    finance = later(random, day, 0, 3, 6, -1, None)
    reviewed = later(random, day, 3, 6, 9, None)
    stated = ("quotas", "indicators", "procedure", "rewards", "fund_use")
    return {
        "id": f"plan-{project['id']}",
        "date": day if project["date"] or often(random, 0.9) else None,
        "counties_consulted": later(random, day, 0, 2, 5, 8, None),
        "finance_opinion": finance,
        "vice_mayor_reviewed": reviewed,
        "deputy_secretary_reviewed": later(random, reviewed, 0, -1, -2, 2, None),
        "issued": later(random, begun, 15, 27, 28, 29, 30, 31, 32, None),
        **{f"{what}_stated": often(random, 0.95) for what in stated},
        "new_money": often(random, 0.6),
        "source_agreed": later(random, day, 0, 2, 9, None),
        "money_approved": later(random, day, 2, 5, None),
        "budgeted": later(random, day, 5, 9, 200, 260, None),
        "indicators": random.randint(7, 13),
        "mirrors_superior": often(random, 0.2),
        "system_approved": often(random, 0.2),
        "park_social_indicators": often(random, 0.3),
        **{f"{whom}_indicators": often(random) for whom in ("county", "park", "township")},
    }


def a_selection(random: Random, project: Made) -> Made:
    begun = date(project["year"] + 1, 1, 4) + timedelta(days=random.randrange(40))
    evaluated = later(random, begun, 0, 10, 25, None)
    studied = later(random, begun, 11, 15, 28, None)
    consented = later(random, studied or begun, 0, 2, 4, None)
    publicised = later(random, consented or begun, 0, 1, 3, 12, -1, None)
    submitted = later(random, publicised or begun, 3, 4, 5, 6, 7, 12, None)
    reviewed = later(random, submitted or begun, 0, 6, -1, None)
    approved = later(random, reviewed or begun, 0, 9, 20, None)
    issued = later(random, approved or begun, 0, 5, 40, -1, None)
    return {
        "id": f"selection-{project['id']}",
        "project": project["id"],
        "date": begun if often(random) else None,
        "evaluated": evaluated,
        "studied": studied,
        "vice_mayor_consented": consented,
        "deputy_secretary_consented": later(random, consented, 0, -1, -3, 1, None),
        "publicised": publicised,
        "submit_by": later(random, publicised, 5, 6, 9),
        "submitted": submitted,
        **{f"{what}_submitted": often(random, 0.9) for what in ("list", "measures", "scores")},
        "reviewed": reviewed,
        "approved": approved,
        "issued": issued,
        "office_name": often(random),
        "copied_organisation": later(random, issued, 0, 3, None),
        "made_public": later(random, issued, 0, 3, 3, None),
        "paid": later(random, issued, 60, 200, 290, 330, None),
    }


def publicity(random: Random, project: Made, selection: Made) -> Made:
    day = selection["publicised"] or date(project["year"] + 1, 2, 5)
    return {
        "id": f"publicity-{project['id']}",
        "date": day,
        "last_day": later(random, day, 2, 3, 4, 5, 8, 10, None),
        "on_website": often(random),
        "appeal_phone": "0737-4200001" if often(random) else None,
        "report_phone": "0737-4200002" if often(random) else None,
        "report_mailbox": "jubao@example.org" if often(random) else None,
    }


def a_list(random: Random, register: list[Made], project: Made) -> Iterator[Made]:
    """Of some classes about as many as the quota, those with the highest scores but for a few; some replace others."""
    day = date(project["year"] + 1, 1, 20)
    made: list[str] = []
    for group, _, quota in random.sample(GROUPS, random.randint(2, 5)):
        names = [unit["id"] for unit in register if unit["group"] == group]
        scores = sorted((a_score(random) for _ in names), reverse=True)
        listed = quota + random.choice((-1, 0, 0, 1, 1, 2))
        for place, (name, score) in enumerate(zip(names, scores, strict=True)):
            made.append(f"nomination-{project['id']}-{name}")
            is_later = len(made) > 3 and often(random, 0.1)
            yield {
                "id": made[-1],
                "project": project["id"],
                "unit": name,
                "date": day + timedelta(days=30 if is_later else 0),
                "score": score if often(random, 0.9) else a_score(random),
                "nominated": (place < listed) == often(random, 0.97),
                "replaces": random.choice(made[:3]) if is_later else None,
            }


def a_score(random: Random) -> int:
    """One of few, so that some are equal."""
    return random.choice((80, 85, 88, 90, 91, 92, 93, 95, 97)) + random.choice((0, random.randrange(10)))


def a_veto(random: Random, unit: str, project: Made) -> Made:
    day = date(project["year"] + 1, 2, 10) + timedelta(days=random.randrange(20))
    consented = later(random, day, 0, -1, -4, 2, None)
    role = random.choice(LEADERS) if consented else None
    ground = random.choice(GROUNDS)
    return {"unit": unit, "date": day, "ground": ground, "consented": consented, "consent_role": role}


def a_sanction(random: Random, unit: str, project: Made) -> Made:
    return {
        "kind": random.choice(("criticised", "summoned", "held_to_account")),
        "unit": unit,
        "date": date(project["year"], 1, 10) + timedelta(days=random.randrange(400)),
        "level": random.choice(LEVELS),
        "poor_work": often(random),
        "rectified_in_time": often(random, 0.6),
        "rectified_in_full": often(random, 0.6),
    }


def a_finding(random: Random, unit: str, project: Made) -> Made:
    return {
        "kind": random.choice(PROBLEMS),
        "unit": unit,
        "date": date(project["year"], 1, 10) + timedelta(days=random.randrange(400)),
        "area": random.choice(AREAS),
        "poor_work": often(random),
        "rectified_in_time": often(random, 0.6),
        "rectified_in_full": often(random, 0.6),
    }


def an_appeal(random: Random, selection: Made) -> Made:
    day = (selection["publicised"] or date(2024, 2, 1)) + timedelta(days=1)
    reviewed = later(random, day, 0, 3, None)
    return {"unit": None, "date": day, "reviewed": reviewed, "answered": later(random, day, 3, 6, 60, None)}


AGAINST: Mapping[str, Callable[[Random, str, Made], Made]] = MappingProxyType(
    {"veto": a_veto, "sanction": a_sanction, "finding": a_finding}
)
"""What speaks against a candidate: three of each in a cycle."""
