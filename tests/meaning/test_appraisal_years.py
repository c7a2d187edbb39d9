"""Years that begin in another month than January: windows, turns, ladders, what records see, what may be asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import judged, loaded, told, write

from supervision_rules import Policy
from supervision_rules.calendar import CALENDAR_YEARS, PeriodKind, Years, period_of

DECEMBER = Years(12, last_year=True)


@pytest.mark.parametrize(
    ("years", "day", "kind", "first", "last", "names"),
    [
        (DECEMBER, date(2023, 11, 30), "year", date(2022, 12, 1), date(2023, 11, 30),
         ("2023考核年度", "appraisal year 2023")),
        (DECEMBER, date(2023, 12, 1), "year", date(2023, 12, 1), date(2024, 11, 30),
         ("2024考核年度", "appraisal year 2024")),
        (Years(4), date(2024, 3, 31), "year", date(2023, 4, 1), date(2024, 3, 31),
         ("2023考核年度", "appraisal year 2023")),
        (Years(4), date(2024, 4, 1), "year", date(2024, 4, 1), date(2025, 3, 31),
         ("2024考核年度", "appraisal year 2024")),
        (DECEMBER, date(2024, 2, 29), "quarter", date(2023, 12, 1), date(2024, 2, 29),
         ("2024考核年度第一季度", "appraisal year 2024 Q1")),
        (DECEMBER, date(2024, 9, 1), "quarter", date(2024, 9, 1), date(2024, 11, 30),
         ("2024考核年度第四季度", "appraisal year 2024 Q4")),
        (DECEMBER, date(2024, 5, 31), "half year", date(2023, 12, 1), date(2024, 5, 31),
         ("2024考核年度上半年", "appraisal year 2024 H1")),
        (DECEMBER, date(2024, 6, 1), "half year", date(2024, 6, 1), date(2024, 11, 30),
         ("2024考核年度下半年", "appraisal year 2024 H2")),
        (DECEMBER, date(2024, 1, 31), "2 months", date(2023, 12, 1), date(2024, 1, 31),
         ("2023年12月至2024年1月", "2023-12 to 2024-01")),
        (DECEMBER, date(2024, 4, 1), "4 months", date(2024, 4, 1), date(2024, 7, 31),
         ("2024年4月至2024年7月", "2024-04 to 2024-07")),
        (DECEMBER, date(2024, 4, 1), "month", date(2024, 4, 1), date(2024, 4, 30), ("2024年4月", "2024-04")),
    ],
)  # fmt: skip
def test_the_periods(
    years: Years, day: date, kind: PeriodKind, first: date, last: date, names: tuple[str, str]
) -> None:
    period = years.period_of(day, kind)
    assert (period.kind, period.first, period.last, period.names) == (kind, first, last, names)


@pytest.mark.parametrize("kind", ["2 months", "quarter", "4 months", "half year", "year"])
def test_the_parts_of_a_year_follow_each_other(kind: PeriodKind) -> None:
    for month in range(2, 13):
        years, day = Years(month), date(2023, month, 1)
        assert years.period_of(day, "year").first == day
        while day < date(2025, month, 1):
            period = years.period_of(day, kind)
            assert period.first == day and years.period_of(period.last, kind) == period
            day = date.fromordinal(period.last.toordinal() + 1)
        assert day == date(2025, month, 1)


def test_of_january_they_are_those_of_the_calendar() -> None:
    assert CALENDAR_YEARS.period_of(date(2024, 5, 1), "quarter") == period_of(date(2024, 5, 1), "quarter")


RULES = """\
- kind: ladder
  id: steps
  label: 阶梯
  cite: {clause: 一, words: 年度内被通报批评2次的约谈}
  of: unit
  window: year
  steps: [{step: talk, label: 约谈, when: notices >= 2}]
- kind: points
  id: by-quarter
  label: 季度扣分
  cite: {clause: 二, words: 每次扣1分，每季度最多计1次}
  window: quarter
  count: criticism_notice
  each: 1
  at_most: {quarter: 1}
  effect: deduct
- kind: points
  id: by-year
  label: 年度扣分
  cite: {clause: 三, words: 各季度合计}
  window: year
  value: 'points("by-quarter")'
  effect: deduct
- kind: outcome
  id: seen
  label: 当时年内次数
  cite: {clause: 四, words: 年内第2次的}
  on: criticism_notice
  when: unit_notices >= 2
  outcome: 再犯
  code: again
"""
FACTS = "- {id: notices, label: 年内次数, of: unit, count: criticism_notice, window: year}\n"
CONVENTIONS = "conventions: {year_begins: {month: 12, last_year: true}}\n"


def found(policy: Policy, days: list[str], as_of: str, **asked: str) -> list[tuple[str, str, object]]:
    """What was found, each by its rule, its period or its subject, and its value."""
    notices = [
        {"type": "notice", "id": f"n{day}", "kind": "criticism_notice", "date": day, "unit": "u1"} for day in days
    ]
    result = judged(policy, *notices, as_of=as_of, readings=asked)
    return [
        (
            each.rule.id,
            each.period.label if each.period else each.subject,
            each.day if each.value is None else each.value,
        )
        for each in result.findings
    ]


def test_every_window_goes_by_them(tmp_path: Path) -> None:
    """The quarters make up the year; what a record sees of its unit is that of its own year."""
    policy = loaded(tmp_path, RULES, facts=FACTS, head=CONVENTIONS)
    days = ["2023-11-30", "2023-12-01", "2024-03-01", "2024-11-30"]
    assert found(policy, days, "2024-11-30") == [
        ("steps", "2024考核年度", 1),
        ("by-quarter", "2023考核年度第四季度", 1),
        ("by-quarter", "2024考核年度第一季度", 1),
        ("by-quarter", "2024考核年度第二季度", 1),
        ("by-quarter", "2024考核年度第四季度", 1),
        ("by-year", "2023考核年度", 1),
        ("by-year", "2024考核年度", 3),
        ("seen", "n2023-12-01", None),
        ("seen", "n2024-03-01", None),
        ("seen", "n2024-11-30", None),
    ]


def test_so_many_in_a_year_at_most(tmp_path: Path) -> None:
    most = """\
- kind: points
  id: most
  label: 最多1次
  cite: {clause: 一, words: 每次扣1分，每年最多计1次}
  count: criticism_notice
  each: 1
  at_most: {year: 1}
  effect: deduct
"""
    policy = loaded(tmp_path, most, head=CONVENTIONS)
    assert found(policy, ["2023-11-30", "2023-12-01", "2024-11-30"], "2024-12-31") == [("most", "u1", 2)]


def test_a_value_that_changes_goes_by_the_first_day_of_the_year(tmp_path: Path) -> None:
    dated = """\
- kind: points
  id: dated
  label: 扣分
  cite: {clause: 一, words: 每次扣1分，自2023年12月1日起每次扣2分}
  window: year
  count: criticism_notice
  each: {by_date: {2022-01-01: 1, 2023-12-01: 2}}
  effect: deduct
"""
    policy = loaded(tmp_path, dated, head=CONVENTIONS)
    assert found(policy, ["2023-11-30", "2023-12-01"], "2024-11-30") == [
        ("dated", "2023考核年度", 1),
        ("dated", "2024考核年度", 2),
    ]


READING = """\
readings:
  - {id: years, words: 年度, options: {december: 上年12月起, january: 1月起}, taken: december}
conventions:
  year_begins: {by_reading: years, december: {month: 12, last_year: true}, january: }
"""


def test_it_may_hang_on_a_reading_and_the_findings_say_so(tmp_path: Path) -> None:
    quarter = RULES[RULES.index("- kind: points\n  id: by-quarter") : RULES.index("- kind: points\n  id: by-year")]
    policy = loaded(tmp_path, quarter, head=READING)
    assert found(policy, ["2023-12-01"], "2024-02-01") == [("by-quarter", "2024考核年度第一季度", 1)]
    assert found(policy, ["2023-12-01"], "2024-02-01", years="january") == [("by-quarter", "2023年第四季度", 1)]
    notice = {"type": "notice", "id": "n1", "kind": "criticism_notice", "date": "2023-12-01", "unit": "u1"}
    (finding,) = judged(policy, notice, as_of="2024-02-01").findings
    assert dict(finding.rule.readings).keys() == {"years"}


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ("{month: 1}", "SR114", "1"),
        ("{month: 13}", "SR114", "13"),
        ("{month: 12, year: last}", "SR103", "year"),
        ("{last_year: true}", "SR101", "last_year"),
        ("12", "SR110", "12"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, given: str, code: str, place: str) -> None:
    path = write(tmp_path, RULES, facts=FACTS, head=f"conventions: {{year_begins: {given}}}\n")
    assert [(each, under) for each, under, _ in told(path)] == [(code, place)]
