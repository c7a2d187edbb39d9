"""From which day a record looks at others, and by which day others come first or last."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, only, rule

from supervision_rules import State
from supervision_rules.expressions import Interval


def notice(day: str) -> dict[str, object]:
    return {"type": "notice", "id": day, "kind": "list_notice", "list": "black", "unit": "u1", "date": day}


def interview(day: str) -> dict[str, object]:
    return {"type": "interview", "id": f"i{day}", "date": day, "unit": "u1"}


SEEN = "- {{id: seen, label: 黑榜, of: interview, count: list_notice, via: all, among: [unit], window: {}}}"
DAYS = ("2020-05-01", "2021-01-10", "2021-02-10", "2021-06-01", "2022-05-01")
POINTS = rule("kind: points\nof: interview\nvalue: seen\neffect: add")


@pytest.mark.parametrize("as_of", ["2021-12-31", "2022-01-01", "2023-06-30"])
@pytest.mark.parametrize(("window", "seen"), [("last year", 1), ("quarter", 2), ("12 months", 3), ("month", 0)])
def test_a_record_looks_at_others_from_its_own_day(tmp_path: Path, window: str, seen: int, as_of: str) -> None:
    policy = loaded(tmp_path, POINTS, facts=SEEN.format(window))
    assert only(judged(policy, *map(notice, DAYS), interview("2021-03-10"), as_of=as_of)).value == seen


def test_its_year_is_that_of_its_day_and_goes_on_to_the_day_asked(tmp_path: Path) -> None:
    policy = loaded(tmp_path, POINTS, facts=SEEN.format("year"))
    values = [
        only(judged(policy, *map(notice, DAYS), interview("2021-03-10"), as_of=as_of)).value
        for as_of in ("2021-03-10", "2021-12-31", "2022-12-31")
    ]
    assert values == [2, 3, 3]


def test_those_alike_and_of_one_day_are_counted_together_but_not_those_of_another(tmp_path: Path) -> None:
    policy = loaded(tmp_path, POINTS, facts=SEEN.format("quarter"))
    found = judged(policy, *map(notice, DAYS), *map(interview, ("2021-03-10", "2021-06-30", "2021-09-30"))).findings
    assert [each.value for each in found] == [2, 1, 0]


def test_without_a_day_of_its_own_it_may_be_any(tmp_path: Path) -> None:
    fact = SEEN.format("year").replace("of: interview", "of: matter")
    policy = loaded(tmp_path, POINTS.replace("interview", "matter"), facts=fact)
    found = only(judged(policy, *map(notice, DAYS), {**matter(), "date": None}, as_of="2022-12-31"))
    assert (found.value, found.missing) == (Interval(0, 5), ("matter m1: date",))


APPROVED = "- {{id: plan, label: 最近批准的计划, of: matter, {}, by: approved, take: new_date}}"
LIMIT = rule("kind: time_limit\non: instruction\nstart: date\ndone: replied\ncases: [{due: plan}]")


def plan(number: int, day: str, approved: str | None, new: str) -> dict[str, object]:
    facts = {"type": "extension", "id": f"e{number}", "matter": "m1", "date": day, "new_date": new}
    return {**facts, "approved": approved}


@pytest.mark.parametrize(
    ("way", "approved", "due"),
    [
        ("last: extension", ["2021-07-20", "2021-07-10"], "2021-08-01"),
        ("last: extension", ["2021-07-20", "2021-07-21"], "2021-09-01"),
        ("last: extension", ["2021-07-20", None], "2021-08-01"),
        ("first: extension", ["2021-07-20", "2021-07-10"], "2021-09-01"),
        ("first: extension", [None, "2021-07-10"], "2021-09-01"),
        ("last: extension", ["2021-07-20", "2021-07-20"], "2021-09-01"),
        ("first: extension", ["2021-07-20", "2021-07-20"], "2021-08-01"),
    ],
)
def test_the_last_is_the_last_by_the_day_that_is_stated(
    tmp_path: Path, way: str, approved: list[str | None], due: str
) -> None:
    """Of two plans asked for on 1 and 2 July; on one day the first asked for comes first."""
    policy = loaded(tmp_path, LIMIT, facts=APPROVED.format(way))
    days, new = ("2021-07-01", "2021-07-02"), ("2021-08-01", "2021-09-01")
    plans = [plan(n, *each) for n, each in enumerate(zip(days, approved, new, strict=True))]
    assert str(only(judged(policy, matter(), *plans, as_of="2021-07-31")).day) == due


def test_without_take_it_is_that_day(tmp_path: Path) -> None:
    policy = loaded(tmp_path, LIMIT, facts=APPROVED.format("last: extension").replace(", take: new_date", ""))
    plans = [plan(1, "2021-07-01", "2021-07-20", "2021-08-01"), plan(2, "2021-07-02", "2021-07-10", "2021-09-01")]
    found = only(judged(policy, matter(), *plans, as_of="2021-07-31"))
    assert (str(found.day), found.state) == ("2021-07-20", State.OVERDUE)
