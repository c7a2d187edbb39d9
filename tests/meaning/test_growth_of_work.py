"""How the work grows with the records: counted in lines of the library that are run, so that no clock decides."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from little_pack import batch_of, loaded, matter, rule

import supervision_rules
from supervision_rules import evaluate
from supervision_rules.expressions import interval

LIBRARY = str(Path(supervision_rules.__file__).parent)
AS_OF = date(2021, 12, 31)
Records = list[dict[str, object]]


@contextmanager
def counted_lines() -> Iterator[list[int]]:
    """The number of lines of the library that are run, in a list of one."""
    lines, before = [0], sys.gettrace()

    def local(frame: Any, event: str, argument: object) -> Any:
        lines[0] += event == "line"
        return local

    sys.settrace(lambda frame, event, argument: local if frame.f_code.co_filename.startswith(LIBRARY) else None)
    try:
        yield lines
    finally:
        sys.settrace(before)


def growth(folder: Path, rules: str, records: Callable[[int], Records], size: int, facts: str = "") -> float:
    """By how much the work of judging grows from ``size`` records to four times as many."""
    policy, work = loaded(folder, rules, facts=facts), []
    for number in (size, 4 * size):
        batch = batch_of(policy, *records(number))
        evaluate(policy, batch, as_of=AS_OF)
        with counted_lines() as lines:
            evaluate(policy, batch, as_of=AS_OF)
        work.append(lines[0])
    return work[1] / work[0]


def units(number: int, **facts: object) -> Records:
    return [{"type": "unit", "id": f"u{each:04}", "name": f"{each}", **facts} for each in range(2, number)]


def inspections(number: int, **facts: object) -> Records:
    """All of one object, on one day, each by another unit."""
    known = {"type": "inspection", "kind": "special_inspection", "date": "2021-07-01", "object": "u1"}
    made = units(number + 2)
    return [*made, *({**known, "id": f"i{n:04}", "unit": each["id"]} | facts for n, each in enumerate(made))]


def notices(number: int, **facts: object) -> Records:
    """One a day over years."""
    known = {"type": "notice", "kind": "list_notice", "unit": "u1", "list": "black"}
    days = (AS_OF - timedelta(days=each) for each in range(number))
    return [known | {"id": f"n{n:04}", "date": day.isoformat()} | facts for n, day in enumerate(days)]


OVERLAP = """
kind: overlap
on: inspection
start: date
end: last_day
same: [object]
differ: [unit]
"""
POINTS = """
kind: points
window: week
count: list_notice
each: 1
effect: add
"""
RANKING = """
kind: ranking
by: population
within: [category, group]
first: 3
last: 3
"""
CASES: dict[str, tuple[str, Callable[[int], Records]]] = {
    "inspections that all meet": (OVERLAP, inspections),
    "inspections that may all meet": (OVERLAP, lambda number: inspections(number, object=None)),
    "inspections by one unit": (OVERLAP, lambda number: inspections(number, unit="u1")),
    "matters with a unit in common": (
        "kind: overlap\non: matter\nin_time: false\nsame: [co_units]",
        lambda number: [*units(4), *(matter(f"m{n:04}", co_units=["u1", f"u{2 + n % 2:04}"]) for n in range(number))],
    ),
    "the highest of each week": (POINTS + "highest: true", notices),
    "once for each matter": (POINTS + "once_per: matter", lambda number: [matter(), *notices(number, matter="m1")]),
    "prices in doubt in each week": (
        POINTS.replace("each: 1", "each: {by: level, table: {city: 1}}") + "once_per: level",
        notices,
    ),
    "ranks in doubt": (RANKING, lambda number: units(number, category="economy", group="county")),
    "ranks in unknown categories": (RANKING, lambda number: units(number, category="economy", population=1)),
    "ranks without gaps": (RANKING + "ties: dense", lambda number: units(number, category="economy", group="county")),
}

ROLLING = """
- {id: known, label: 件数, of: unit, count: list_notice, where: list == "black", window: 12 months}
- {id: closed_12, label: 件数, of: unit, count: matter, where: known(closed), window: 12 months}
- {id: anyones, label: 件数, of: unit, count: list_notice, via: all, window: 12 months}
"""


@pytest.mark.parametrize(
    "condition", ["unit_known < 3", "unit_closed_12 < 3", "unit_anyones < 3", "unit_known + unit_anyones < 3"]
)
def test_rolling_windows_seen_from_each_record_are_gone_through_once(tmp_path: Path, condition: str) -> None:
    def records(number: int) -> Records:
        days = [str(each["date"]) for each in notices(number)]
        matters = [matter(f"m{n:04}", day, closed="2021-12-31") for n, day in enumerate(days)]
        talks = [{"type": "interview", "id": f"t{n:04}", "unit": "u1", "date": day} for n, day in enumerate(days)]
        return [*notices(number), *matters, *talks]

    keys = f"kind: requirement\non: interview\nrequire: {condition}"
    assert growth(tmp_path, rule(keys), records, 60, facts=ROLLING) < 5.5


def test_what_is_counted_whosever_it_is_is_gone_through_once_for_all(tmp_path: Path) -> None:
    def records(number: int) -> Records:
        each_one = units(number)
        talks = [
            {"type": "interview", "id": f"t{n}", "unit": u["id"], "date": "2021-12-01"} for n, u in enumerate(each_one)
        ]
        return [*each_one, *talks, *notices(number)]

    keys = "kind: requirement\non: interview\nrequire: unit_anyones < 3"
    assert growth(tmp_path, rule(keys), records, 60, facts=ROLLING) < 5.5


@pytest.mark.parametrize("by", ["", ", by: set_date"])
@pytest.mark.parametrize("way", ["ordinal", "count"])
def test_what_came_before_is_gone_through_once(tmp_path: Path, way: str, by: str) -> None:
    facts = f"- {{id: nth, label: 第几次, of: matter, {way}: earlier, among: [unit], window: year{by}}}"
    keys = "kind: requirement\non: matter\nrequire: nth < 20"

    def matters(number: int) -> Records:
        days = [str(each["date"]) for each in notices(number)]
        return [matter(f"m{n:04}", day, set_date=day) for n, day in enumerate(days)]

    assert growth(tmp_path, rule(keys), matters, 60, facts=facts) < 5.5


@pytest.mark.parametrize("case", CASES)
def test_four_times_as_many_records_are_about_four_times_the_work(tmp_path: Path, case: str) -> None:
    keys, records = CASES[case]
    assert growth(tmp_path, rule(keys), records, 60) < 5.5


def test_a_record_that_meets_all_others_is_told_once(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(OVERLAP))
    findings = evaluate(policy, batch_of(policy, *inspections(200)), as_of=AS_OF).findings
    assert len(findings) == 200
    told = dict(findings[-1].detail)
    assert (told["other"], len(told["others"]), told["meets"]) == ("i0000", 10, 199)


def test_the_probe_sees_what_grows_with_the_square() -> None:
    def pairs(number: int) -> int:
        with counted_lines() as lines:
            for one, other in product(range(number), repeat=2):
                interval(one, other)
        return lines[0]

    assert pairs(40) == 16 * pairs(10) > 0
