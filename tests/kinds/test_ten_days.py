"""Thirds of a month (旬): as the turns of a duty, as the window of rules and facts, and beside the other windows."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged, tried

from supervision_rules.findings import State

UNIT = ("unit", {"id": "u1", "name": "甲县", "since": date(2023, 2, 1)})
DUTY = """
- kind: duty
  id: thrice-a-month
  label: 旬报
  cite: {clause: 一, words: 每旬后3日内、2个工作日内报送}
  of: unit
  each: ten days
  need: notice
  for_period: covers
  due: {day: 3}
"""
POINTS = """
- kind: points
  id: slips
  label: 通报批评
  cite: {clause: 二, words: 每次扣1分，每旬最多扣2次}
  window: ten days
  count: notice
  each: 1
  at_most: {ten days: 2}
  effect: deduct
- kind: points
  id: quiet
  label: 没有通报的旬
  cite: {clause: 三, words: 没有通报的旬}
  window: month
  value: quiet
  effect: add
- kind: points
  id: after
  label: 上旬被通报
  cite: {clause: 四, words: 上旬被通报几次}
  window: ten days
  value: before
  effect: deduct
"""
FACTS = """
- {id: had, label: 本旬被通报, of: unit, count: notice, window: ten days}
- {id: before, label: 上旬被通报, of: unit, count: notice, window: last ten days}
- {id: quiet, label: 没有通报的旬, of: unit, count: ten days, where: had == 0, window: month, unquoted: 没有的}
"""


def notice(day: date, **fields: object) -> tuple[str, dict[str, object]]:
    return "notice", {"id": f"n{day}", "kind": "list_notice", "date": day, "unit": "u1"} | fields


def test_a_duty_of_each_third_of_a_month() -> None:
    records = [UNIT, notice(date(2023, 2, 13), covers=date(2023, 2, 10))]
    found = judged(compiled_of(DUTY), records, date(2023, 3, 4))
    assert [(each.period.label if each.period else "", each.state, each.day) for each in found] == [
        ("2023年2月上旬", State.ON_TIME, date(2023, 2, 13)),
        ("2023年2月中旬", State.BREACHED, date(2023, 2, 23)),
        ("2023年2月下旬", State.BREACHED, date(2023, 3, 3)),
        ("2023年3月上旬", State.ON_COURSE, date(2023, 3, 13)),
    ]


@pytest.mark.parametrize(
    ("due", "days"),
    [
        # the last day of the ten itself
        ("", [(2, 10), (2, 20), (2, 28)]),
        ("  due: {day: 3, month: 0}\n", [(2, 3), (2, 13), (2, 23)]),
        ("  due: {day: 3, month: 2}\n", [(2, 23), (3, 3), (3, 13)]),
        # a day that the eight days of February do not have is their last
        ("  due: {day: 10, month: 0, roll: false}\n", [(2, 10), (2, 20), (2, 28)]),
        # 11 February is a Saturday: Monday and Tuesday; then Tuesday 21, Wednesday 22; Wednesday 1, Thursday 2 March
        ("  due: {workday: 2}\n", [(2, 14), (2, 22), (3, 2)]),
    ],
)
def test_the_day_by_which_it_is_due(due: str, days: list[tuple[int, int]]) -> None:
    rule = DUTY.replace("  due: {day: 3}\n", due).replace("3日内、", "3日内、10日、")
    found = judged(compiled_of(rule), [UNIT], date(2023, 2, 28))
    assert [each.day for each in found] == [date(2023, *pair) for pair in days]


def test_ten_days_each_from_a_start() -> None:
    rule = DUTY.replace("each: ten days", "each: ten days from start")
    found = judged(compiled_of(rule), [UNIT], date(2023, 2, 22))
    assert [(each.period.label, each.period.label_en, each.day) for each in found if each.period] == [
        ("第1个十日（2023-02-01至2023-02-11）", "ten days 1 (2023-02-01 to 2023-02-11)", date(2023, 2, 14)),
        ("第2个十日（2023-02-12至2023-02-21）", "ten days 2 (2023-02-12 to 2023-02-21)", date(2023, 2, 24)),
        ("第3个十日（2023-02-22至2023-03-03）", "ten days 3 (2023-02-22 to 2023-03-03)", date(2023, 3, 6)),
    ]


def test_ten_days_as_windows_of_rules_and_facts() -> None:
    days = [date(2023, 2, 8), date(2023, 2, 9), date(2023, 2, 10), date(2023, 2, 21)]
    found = judged(compiled_of(POINTS, FACTS), [UNIT, *map(notice, days)], date(2023, 2, 28))
    assert [(each.rule.id, each.period.label if each.period else "", each.value) for each in found if each.value] == [
        ("slips", "2023年2月上旬", 2),
        ("slips", "2023年2月下旬", 1),
        ("quiet", "2023年2月", 1),
        ("after", "2023年2月中旬", 3),
    ]


@pytest.mark.parametrize(
    ("window", "fits"),
    [("ten days", True), ("month", True), ("quarter", True), ("half year", True), ("year", True), ("week", False)],
)
def test_what_fits_ten_days(window: str, fits: bool) -> None:
    asking = f"""
- kind: outcome
  id: talk
  label: 约谈
  cite: {{clause: 四, words: 约谈}}
  on: unit
  window: {window}
  when: points("slips") > 0
  outcome: 约谈
"""
    told = tried(POINTS + asking, FACTS)[1]
    assert [each.split()[0] for each in told] == ([] if fits else ["SR320"])


@pytest.mark.parametrize(("written", "told"), [("旬", "SR105"), ("ten-days", "SR105"), ("10 days", "SR104")])
def test_what_was_meant_is_told(written: str, told: str) -> None:
    assert [each.split()[:2] for each in tried(DUTY.replace("ten days", written))[1]] == [[told, "pack.yaml:12:11"]]
