"""The rules of the three workloads as a competent person writes them by hand, on records as plain dicts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from supervision_rules.calendar import WorkCalendar

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
POINTS = {"national": 5, "provincial": 3, "city": 2, "district": 1}


class Days:
    """Working days from a table: the number of each day, and the day of each number."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self.origin = calendar.first.toordinal()
        self.numbers: list[int] = []
        self.workdays: list[date] = []
        day = calendar.first
        while day <= calendar.last:
            if calendar.is_workday(day):
                self.workdays.append(day)
            self.numbers.append(len(self.workdays) - 1)
            day += timedelta(days=1)


def deadlines(rows: Rows, as_of: date, days: Days) -> list[tuple[str, date, int]]:
    """The due day of each instruction, and how many days late it was or is answered."""
    numbers, workdays, origin = days.numbers, days.workdays, days.origin
    results = []
    for row in rows["matter"]:
        received = row["received"]
        due = None
        if row["needs_policy"]:
            due, limit = row["assigned"], 30
        elif row["needs_investigation"]:
            limit = 20
        elif row["joint"]:
            limit = 7
        elif row["own_remit"] and row["ordinary"]:
            due, limit = received, 0
        else:
            limit = 5
        if due is None:
            due = workdays[numbers[received.toordinal() - origin] + limit]
        last = row["replied"] or as_of
        results.append((row["id"], due, (last - due).days if last > due else 0))
    return results


def scores(rows: Rows, as_of: date, days: Days) -> list[tuple[str, Fraction | int, int]]:
    """The points of each unit in the year of ``as_of``, and its rank in its category."""
    year = as_of.year
    events: dict[str, int] = defaultdict(int)
    deductions: dict[str, int] = defaultdict(int)
    finished: dict[str, int] = defaultdict(int)
    for row in rows["commendation"]:
        if row["comprehensive"] and row["date"].year == year:
            events[row["unit"]] += POINTS[row["level"]]
    for row in rows["opinion"]:
        if row["date"].year == year:
            box = events if row["approving"] == "positive" else deductions
            box[row["unit"]] += POINTS[row["level"]]
    for row in rows["matter"]:
        closed = row["closed"]
        if closed is not None and closed.year == year and closed <= as_of:
            finished[row["unit"]] += 1
    best: dict[str, int] = defaultdict(int)
    for unit in rows["unit"]:
        best[unit["category"]] = max(best[unit["category"]], finished[unit["id"]])
    totals: dict[str, Fraction | int] = {}
    field: dict[str, list[Fraction | int]] = defaultdict(list)
    for unit in rows["unit"]:
        name, category = unit["id"], unit["category"]
        ratio = Fraction(10 * finished[name], best[category]) if best[category] else 0
        totals[name] = 80 + min(events[name], 20) - min(deductions[name], 80) + ratio
        field[category].append(totals[name])
    ranks = {category: _ranks(values) for category, values in field.items()}
    return [(unit["id"], totals[unit["id"]], ranks[unit["category"]][totals[unit["id"]]]) for unit in rows["unit"]]


def _ranks(values: list[Fraction | int]) -> dict[Fraction | int, int]:
    """The place of each value from the top, 1, 1, 3."""
    ranks: dict[Fraction | int, int] = {}
    for place, value in enumerate(sorted(values, reverse=True), 1):
        ranks.setdefault(value, place)
    return ranks


def steps(rows: Rows, as_of: date, days: Days) -> list[tuple[str, date, int]]:
    """Each time that a unit reaches a higher step within a year: the day and the step."""
    city: Counter[tuple[str, int]] = Counter()
    regional: Counter[tuple[str, int]] = Counter()
    reached: dict[tuple[str, int], list[tuple[str, date, int]]] = defaultdict(list)
    for row in rows["notice"]:
        if row["list"] != "black":
            continue
        unit, day = row["unit"], row["date"]
        key = (unit, day.year)
        if row["level"] == "city":
            city[key] += 1
        elif row["level"] == "provincial":
            regional[key] += 1
        if city[key] >= 3 or regional[key] >= 2:
            step = 3
        elif city[key] >= 2 or regional[key] >= 1:
            step = 2
        elif city[key] >= 1:
            step = 1
        else:
            continue
        climbed = reached[key]
        if not climbed or step > climbed[-1][2]:
            if climbed and climbed[-1][1] == day:
                climbed.pop()
            climbed.append((unit, day, step))
    return [step for climbed in reached.values() for step in climbed]
