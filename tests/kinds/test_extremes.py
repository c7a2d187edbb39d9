"""The greatest and the least of what records or peers come to, also where some are in doubt."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged

from supervision_rules.expressions import Interval

FACTS = """
- {id: notices, label: 通报次数, of: unit, window: year, count: notice, where: list == "black"}
- {id: most, label: 同类最多, of: unit, window: year, max: peers, among: [category], take: notices}
- {id: fewest, label: 同类最少, of: unit, window: year, min: peers, among: [category], take: notices}
"""
POINTS = """
- kind: points
  id: value
  label: 值
  cite: {clause: 一, words: 原话}
  window: year
  value: VALUE
  effect: add
"""
AS_OF = date(2021, 12, 31)
Rows = list[tuple[str, dict[str, object]]]


def unit(name: str, category: str | None = "street") -> tuple[str, dict[str, object]]:
    return ("unit", {"id": name, "name": name, "category": category})


def notices(of: str, count: int, day: date = AS_OF, **more: object) -> Rows:
    facts: dict[str, object] = {"kind": "list_notice", "date": day, "unit": of, "list": "black"}
    return [("notice", {"id": f"{of}{number}{day.year}", **facts, **more}) for number in range(count)]


def found(value: str, rows: Rows) -> dict[tuple[str, str], object]:
    findings = judged(compiled_of(POINTS.replace("VALUE", value), FACTS), rows, AS_OF)
    return {(finding.subject, finding.period.label): finding.value for finding in findings if finding.period}


def test_the_most_and_the_fewest_of_a_category() -> None:
    rows = [unit("a"), unit("b"), unit("c", "party"), *notices("a", 1), *notices("b", 3), *notices("c", 9)]
    assert found("most", rows) == {("a", "2021年"): 3, ("b", "2021年"): 3, ("c", "2021年"): 9}
    assert found("fewest", rows) == {("a", "2021年"): 1, ("b", "2021年"): 1, ("c", "2021年"): 9}


def test_peers_are_met_through_the_window_of_the_subject() -> None:
    rows = [unit("a"), unit("b"), *notices("a", 1), *notices("b", 2, date(2020, 5, 1))]
    assert found("most", rows)[("a", "2020年")] == 2
    assert found("most", rows)[("a", "2021年")] == 1


@pytest.mark.parametrize(("count", "most", "fewest"), [(0, 2, Interval(0, 2)), (2, 2, 2), (5, Interval(2, 5), 2)])
def test_one_that_may_take_part_widens_only_what_it_may_change(count: int, most: object, fewest: object) -> None:
    rows = [unit("a"), unit("b", None), *notices("a", 2), *notices("b", count)]
    assert found("most", rows)[("a", "2021年")] == most
    assert found("fewest", rows)[("a", "2021年")] == fewest


def test_a_count_in_doubt_makes_the_extreme_an_interval() -> None:
    rows = [unit("a"), unit("b"), *notices("a", 2), *notices("b", 3, list=None)]
    assert found("most", rows)[("a", "2021年")] == Interval(2, 3)
    assert found("fewest", rows)[("a", "2021年")] == Interval(0, 2)


def test_where_nobody_surely_takes_part_nothing_is_known() -> None:
    assert found("most", [unit("a", None), *notices("a", 2)])[("a", "2021年")] is None
