"""Half years: as the turns of a duty, as the window of rules and facts, and beside the other windows."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged, tried

from supervision_rules.findings import State

UNIT = ("unit", {"id": "u1", "name": "甲县", "since": date(2023, 1, 1)})
DUTY = """
- kind: duty
  id: twice-a-year
  label: 半年报告
  cite: {clause: 一, words: 每半年报告一次，7月10日、次年1月10日前}
  of: unit
  each: half year
  need: notice
  for_period: covers
  due: {day: 10}
"""
POINTS = """
- kind: points
  id: slips
  label: 通报批评
  cite: {clause: 二, words: 每次扣1分，每半年最多扣2次}
  window: half year
  count: notice
  each: 1
  at_most: {half year: 2}
  effect: deduct
- kind: points
  id: quiet
  label: 没有通报的半年
  cite: {clause: 三, words: 没有通报的半年}
  window: year
  value: quiet
  effect: add
"""
FACTS = """
- {id: had, label: 半年被通报, of: unit, count: notice, window: half year}
- {id: quiet, label: 没有通报的半年, of: unit, count: half years, where: had == 0, window: year, unquoted: 没有的}
"""


def notice(day: date, **fields: object) -> tuple[str, dict[str, object]]:
    return "notice", {"id": f"n{day}", "kind": "list_notice", "date": day, "unit": "u1"} | fields


def test_a_duty_of_each_half_year() -> None:
    records = [UNIT, notice(date(2023, 7, 10), covers=date(2023, 6, 30))]
    found = judged(compiled_of(DUTY), records, date(2024, 1, 11))
    assert [(each.period.label if each.period else "", each.state, each.day) for each in found] == [
        ("2023年上半年", State.ON_TIME, date(2023, 7, 10)),
        ("2023年下半年", State.BREACHED, date(2024, 1, 10)),
        ("2024年上半年", State.ON_COURSE, date(2024, 7, 10)),
    ]


def test_half_years_from_a_start() -> None:
    rule = DUTY.replace("half year", "half year from start").replace("  due: {day: 10}\n", "")
    found = judged(compiled_of(rule), [UNIT], date(2024, 1, 3))
    assert [(each.period.label, each.period.label_en) for each in found if each.period] == [
        ("第1个半年（2023-01-01至2023-07-01）", "half year 1 (2023-01-01 to 2023-07-01)"),
        ("第2个半年（2023-07-02至2024-01-01）", "half year 2 (2023-07-02 to 2024-01-01)"),
        ("第3个半年（2024-01-02至2024-07-01）", "half year 3 (2024-01-02 to 2024-07-01)"),
    ]


def test_half_years_as_windows_of_rules_and_facts() -> None:
    days = [date(2023, 6, 28), date(2023, 6, 29), date(2023, 6, 30), date(2024, 7, 1)]
    found = judged(compiled_of(POINTS, FACTS), [UNIT, *map(notice, days)], date(2024, 12, 31))
    assert [(each.rule.id, each.period.label if each.period else "", each.value) for each in found] == [
        ("slips", "2023年上半年", 2),
        ("slips", "2024年下半年", 1),
        ("quiet", "2023年", 1),
        ("quiet", "2024年", 1),
    ]


@pytest.mark.parametrize(("window", "fits"), [("quarter", True), ("half year", True), ("year", True), ("week", False)])
def test_what_fits_a_half_year(window: str, fits: bool) -> None:
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


@pytest.mark.parametrize(
    ("written", "told"),
    [("half-year", "SR105"), ("半年", "SR105"), ("6 months", "SR104")],  # 105: one is suggested; 104: all are listed
)
def test_what_was_meant_is_told_but_never_another_length(written: str, told: str) -> None:
    assert [each.split()[:2] for each in tried(DUTY.replace("half year", written))[1]] == [[told, "pack.yaml:12:11"]]
