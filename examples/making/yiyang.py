"""Yiyang's cycle 2023/24: fourteen incentives, from the measures of the year to the rewards paid in the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from making.common import City, Dice, Office, Record, flawed, rows
from making.yiyang_set_pieces import BAD, SET_PIECES
from making.yiyang_words import POOLS, PROJECTS, TOWNSHIPS, UNITS
from supervision_rules.calendar import add_months, calendar_for

AS_OF: Final = date(2025, 1, 15)
APPROVED: Final = date(2023, 5, 18)
CLASSES: Final = {
    "for_counties": ("county",),
    "for_municipal": ("municipal", "resident"),
    "for_parks": ("park-a", "park-b"),
    "for_townships": ("township",),
    "for_financial": ("bank", "insurer", "local_finance"),
}
TIED: Final = {("xm-02", "county"): 3, ("xm-09", "resident"): 6, ("xm-14", "bank"): 2}
"""Where the scores of a place, counted from 0, and of the one before are the same."""
PASSED_OVER: Final = {("xm-10", "county"): 1, ("xm-13", "township"): 4}
"""Places that are left out although those behind them are put forward."""


def records(seed: int) -> list[Record]:
    """The register and the cycle's records."""
    office = Office(Dice(seed, "yiyang"), calendar_for("CN"), 2023, AS_OF)
    projects = rows("project", PROJECTS)
    return [
        *rows("unit", UNITS),
        *_townships(),
        *(_project(project, number) for number, project in enumerate(projects)),
        *(_plan(office, project, number) for number, project in enumerate(projects)),
        *(nomination for project in projects for nomination in _nominations(office, project)),
        *(_selection(office, project, number) for number, project in enumerate(projects)),
        *(_publicity(office, project, number) for number, project in enumerate(projects)),
        *(record for record_type, text in SET_PIECES for record in rows(record_type, text)),
    ]


def _townships() -> Iterator[Record]:
    lines = [line.split() for line in TOWNSHIPS.strip().splitlines()]
    named = [(parent, name) for parent, *names in lines for name in names]
    for number, (parent, name) in enumerate(named, 1):
        yield {
            "type": "unit",
            "id": f"x{number:02}",
            "name": name,
            "group": "township",
            "tier": "township",
            "parent": parent,
        }


def _ballots(project: Record) -> list[tuple[str, int, int]]:
    """The classes of a project: how many candidates, how many of them put forward."""
    cell = project["ballots"]
    parts = [str(part).split(":") for part in (cell if isinstance(cell, list) else [cell])]
    return [(pool, int(candidates), int(forward)) for pool, candidates, forward in parts]


def _project(project: Record, number: int) -> Record:
    """Proposed, approved, issued; one issued before it is approved, two changed in the middle of the year."""
    pools = {pool for pool, _, _ in _ballots(project)}
    changed = {8: date(2023, 9, 12), 9: date(2023, 9, 18)}.get(number)
    co_unit = project["co_units"]
    return {
        **{name: project[name] for name in ("type", "id", "title", "unit", "subject")},
        "co_units": [str(co_unit)] if co_unit else None,
        "year": 2023,
        "proposed": date(2023, 5, 8),
        "approved": APPROVED,
        "issued": date(2023, 5, 16) if number == 12 else date(2023, 5, 25),
        "sub_projects": 4 if number == 10 else number % 4,
        "singly_assessed": number == 13,
        "stage_finished": False,
        "quantifiable": number != 6,
        "changed": changed,
        "change_consented": date(2023, 9, 8) if number == 8 else None,
        "change_consent_role": "mayor" if number == 8 else None,
        **{name: bool(pools.intersection(classes)) for name, classes in CLASSES.items()},
    }


def _plan(office: Office, project: Record, number: int) -> Record:
    """The lead unit's plan: within a month of the approval, seen by finance and by the two leaders; some fall short."""
    due = add_months(APPROVED, 1)
    issued = office.done(office.calendar.add_workdays(APPROVED, 12), due, number, "plan", number)
    back = [office.calendar.add_workdays(issued or due, -ahead) for ahead in (10, 6, 5, 2, 1)]
    drafted, counties, finance, deputy, vice = back
    if number == 8:  # reviewed before the finance bureau was asked
        finance = vice
    money = number in (0, 5, 9)
    return {
        "type": "plan",
        "id": f"fa-{str(project['id'])[3:]}",
        "project": project["id"],
        "unit": project["unit"],
        "date": drafted,
        "counties_consulted": None if number == 6 else counties,
        "finance_opinion": None if number == 11 else finance,
        "vice_mayor_reviewed": vice if issued else None,
        "deputy_secretary_reviewed": deputy if issued else None,
        "issued": issued,
        **_contents(project, number),
        "new_money": money,
        "source_agreed": finance if money else None,
        "money_approved": vice if money and number != 9 else None,
        "budgeted": (date(2024, 1, 10) if number == 5 else date(2023, 7, 10)) if money else None,
    }


def _contents(project: Record, number: int) -> Record:
    """What a plan states, and its indicators."""
    pools = {pool for pool, _, _ in _ballots(project)}
    mixed = "county" in pools and len(pools) > 1
    return {
        "quotas_stated": True,
        "indicators_stated": True,
        "procedure_stated": number != 7,
        "rewards_stated": True,
        "fund_use_stated": number not in (7, 12),
        "indicators": 13 if number in (3, 4) else 10 if number == 2 else 5 + number % 5,
        "mirrors_superior": number == 4,
        "system_approved": False,
        "park_social_indicators": (number == 2) if pools & {"park-a", "park-b"} else None,
        "county_indicators": True if mixed else None,
        "park_indicators": True if mixed and "park-a" in pools else None,
        "township_indicators": (number != 12) if mixed and "township" in pools else None,
    }


def _nominations(office: Office, project: Record) -> Iterator[Record]:
    """Candidates by their scores from the top; the first are put forward, save where one is passed over."""
    name = str(project["id"])
    for pool, candidates, forward in _ballots(project):
        units = POOLS[pool]
        offset = int(name[3:]) * 5
        for place in range(candidates):
            unit = units[(offset + place) % len(units)]
            scored = place - 1 if TIED.get((name, pool)) == place else place
            passed_over = PASSED_OVER.get((name, pool)) == place
            yield {
                "type": "nomination",
                "id": f"tm-{name[3:]}-{unit}",
                "project": name,
                "unit": unit,
                "date": date(2024, 1, 22),
                "score": _score(office, name, pool, scored),
                "nominated": place < forward + ((name, pool) in PASSED_OVER) and not passed_over,
            }


def _score(office: Office, *where: object) -> Decimal:
    """Falling with the place, by more than what is drawn."""
    place = where[-1]
    assert isinstance(place, int)
    return Decimal(9800 - 120 * place - 10 * office.dice.number(0, 9, "score", *where)) / 100


def _selection(office: Office, project: Record, number: int) -> Record:
    """Evaluated, studied, consented to, published, submitted, reviewed, approved, notified, paid; with some faults."""
    evaluated = date(2024, 2, 6) if number == 3 else date(2024, 1, 15 + number % 5)
    days = [office.calendar.add_workdays(evaluated, after) for after in (3, 6, 8, 10, 15, 20, 30, 36)]
    studied, deputy, vice, publicised, submitted, reviewed, approved, issued = days
    if number == 7:  # handed in before the publicity had run its three days
        submitted = office.calendar.add_workdays(publicised, 2)
    paid = {5: date(2025, 1, 8), 10: None}.get(number, office.calendar.add_workdays(issued, 40 + number))
    return {
        "type": "selection",
        "id": f"px-{str(project['id'])[3:]}",
        "project": project["id"],
        "unit": project["unit"],
        "date": date(2024, 1, 2),
        "evaluated": evaluated,
        "studied": office.calendar.add_workdays(vice, 1) if number == 9 else studied,
        "vice_mayor_consented": vice,
        "deputy_secretary_consented": None if number == 11 else deputy,
        "publicised": publicised,
        "submit_by": office.calendar.add_workdays(publicised, 6),
        "submitted": office.calendar.add_workdays(submitted, 4) if number == 12 else submitted,
        "list_submitted": True,
        "measures_submitted": True,
        "scores_submitted": number != 8,
        "reviewed": reviewed,
        "approved": office.calendar.add_workdays(issued, 2) if number == 2 else approved,
        "issued": issued,
        "office_name": number != 6,
        "copied_organisation": None if number == 4 else issued,
        "made_public": issued,
        "paid": paid,
    }


def _publicity(office: Office, project: Record, number: int) -> Record:
    """On the unit's website, three working days after that of posting; some too short, some without a telephone."""
    evaluated = date(2024, 2, 6) if number == 3 else date(2024, 1, 15 + number % 5)
    posted = office.calendar.add_workdays(evaluated, 10)
    return {
        "type": "publicity",
        "id": f"gs-{str(project['id'])[3:]}",
        "date": posted,
        "project": project["id"],
        "unit": project["unit"],
        "last_day": office.calendar.add_workdays(posted, 2 if number in (7, 13) else 3 + number % 2),
        "on_website": number != 1,
        "appeal_phone": None if number == 5 else f"0737-42{number:02}001",
        "report_phone": f"0737-42{number:02}002",
        "report_mailbox": None if number == 10 else f"jubao{number + 1:02}@example.org",
    }


CITY: Final = City(AS_OF, frozenset({"unit", "nomination"}), records, lambda: flawed(BAD))
