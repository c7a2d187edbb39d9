"""The first and the last day of the window: known in the turns of a duty, refused where they never can be."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, tried

from supervision_rules.findings import State

DUTY = """
- kind: duty
  id: monthly
  label: 月报
  cite: {clause: 一, words: 12月不报，其余每月一报}
  of: unit
  when: month(period_start) != 12
  each: month
  need: report
"""
UNIT = ("unit", {"id": "u1", "name": "甲县", "since": date(2023, 11, 1)})
NO_WINDOW = "这里不分时段，{} 永远没有值"


@pytest.mark.parametrize(
    ("when", "facts"),
    [
        ("month(period_start) != 12", ""),
        ("ordinary", "- {id: ordinary, label: 平常月, of: unit, value: month(period_end) != 12, unquoted: 月份}"),
        (
            "seen == 0",
            "- {id: seen, label: 12月, of: unit, count: unit, via: all, where: month(period_end) == 12, unquoted: 月}",
        ),
        (
            "seen == 0",
            "- {id: seen, label: 年底, of: unit, count: unit, via: all, where: month(last_day) == 12, unquoted: 月}\n"
            "- {id: last_day, label: 末日, of: unit, value: period_end}",
        ),
    ],
)
def test_a_duty_asks_its_condition_in_each_turn(when: str, facts: str) -> None:
    rule = DUTY.replace("month(period_start) != 12", when)
    found = explained(compiled_of(rule, facts), [UNIT], date(2024, 2, 10))
    assert [(each.period.label if each.period else "", each.state) for each, _ in found] == [
        ("2023年11月", State.BREACHED),
        ("2024年1月", State.BREACHED),
        ("2024年2月", State.ON_COURSE),
    ]
    assert [why.parts[1].parts[0].words["value"] for _, why in found] == [True, True, True]


def test_a_condition_that_is_not_known_in_a_turn_leaves_that_turn_undetermined() -> None:
    rule = DUTY.replace("!= 12", '!= 12 or tier == "city"')
    found = judged(compiled_of(rule), [UNIT], date(2024, 1, 10))
    assert [(each.period.label if each.period else "", each.state, each.missing) for each in found] == [
        ("2023年11月", State.BREACHED, ()),
        ("2023年12月", State.UNDETERMINED, ("unit u1: tier",)),
        ("2024年1月", State.ON_COURSE, ()),
    ]


def test_where_there_is_no_window_its_days_are_refused() -> None:
    assert tried(DUTY + "  where: date >= period_start\n")[1] == [
        f"SR337 pack.yaml:15:20 {NO_WINDOW.format('period_start')}"
    ]
    limit = """
- kind: time_limit
  id: reply
  label: 回复
  cite: {clause: 一, words: 期末前}
  on: instruction
  start: received
  done: replied
  cases: [{due: period_end}]
"""
    assert tried(limit)[1] == [f"SR337 pack.yaml:14:19 {NO_WINDOW.format('period_end')}"]


def test_a_rule_with_windows_knows_them_of_its_subject_and_of_the_records_it_counts() -> None:
    rule = """
- kind: points
  id: slips
  label: 扣分
  cite: {clause: 一, words: 扣1分}
  of: unit
  window: year
  when: year(period_end) > 2020
  count: notice
  each: 1
  effect: deduct
  unquoted: 年份
"""
    assert tried(rule)[1] == []
    assert tried(rule.replace("  window: year\n", ""))[1] == [f"SR337 pack.yaml:12:16 {NO_WINDOW.format('period_end')}"]
    assert tried(rule.replace("each: 1", "each: 1 if date < period_end else 2"))[1] == []
    assert tried(rule.replace("each: 1", "each: 1\n  by: min(date, period_end)"))[1] == [
        f"SR337 pack.yaml:16:19 {NO_WINDOW.format('period_end')}"
    ]


def test_a_fact_is_seen_through_the_window_of_the_rule_that_reads_it() -> None:
    counting = (
        "- {id: few, label: 上年, of: unit, count: notice, where: year(date) == year(period_start) - 1, unquoted: 上年}"
    )
    assert tried(DUTY, counting)[1] == []
    months = (
        "- {id: few, label: 末月, of: unit, last: months, where: month(period_end) < 6, take: period_end, unquoted: 月}"
    )
    assert tried(DUTY, months)[1] == []
