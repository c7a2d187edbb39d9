"""Turns of several periods: every two months of the calendar; every two weeks, every three years from a start."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged, tried

from supervision_rules.calendar import calendar_for, period_of
from supervision_rules.constructs.cadence import Cadence
from supervision_rules.constructs.turns import Turns, turns_of
from supervision_rules.findings import State

DUTY = """
- kind: duty
  id: again
  label: 报告
  cite: {clause: 一, words: 每两周、每两个月、每四个月、每三年报送，5日前}
  of: matter
  start: received
  end: closed
  each: EACH
  need: progress
"""
DUE = DUTY + "  due: {day: 5}\n"
Turn = tuple[str, State, date | None]


def turns(rule: str, received: date, reports: list[date], as_of: date, **facts: object) -> list[Turn]:
    matter = {"id": "m1", "kind": "key_work", "date": received, "received": received, **facts}
    rows = [("report", {"id": f"r{day}", "kind": "progress", "date": day, "matter": "m1"}) for day in reports]
    found = judged(compiled_of(rule), [("matter", matter), *rows], as_of)
    return [(each.period.label if each.period else "", each.state, each.day) for each in found]


def test_every_two_weeks_from_a_start() -> None:
    """Fourteen days on, and no day between the turns; the last begins on the day asked."""
    received, reports = date(2021, 7, 5), [date(2021, 7, 19), date(2021, 8, 3)]
    rule = DUTY.replace("EACH", "2 weeks from start")
    assert turns(rule, received, reports, date(2021, 8, 17)) == [
        ("第1个2周（2021-07-05至2021-07-19）", State.ON_TIME, date(2021, 7, 19)),
        ("第2个2周（2021-07-20至2021-08-02）", State.BREACHED, date(2021, 8, 2)),
        ("第3个2周（2021-08-03至2021-08-16）", State.ON_TIME, date(2021, 8, 16)),
        ("第4个2周（2021-08-17至2021-08-30）", State.ON_COURSE, date(2021, 8, 30)),
    ]


def test_a_turn_that_is_not_full_when_it_ends_is_not_owed() -> None:
    rule = DUTY.replace("EACH", "2 weeks from start")
    closed = [turns(rule, date(2021, 7, 5), [], date(2021, 9, 1), closed=date(2021, 8, day)) for day in (2, 3)]
    assert [len(each) for each in closed] == [1, 2]


def test_every_three_years_from_a_start() -> None:
    rule, received = DUTY.replace("EACH", "3 years from start"), date(2016, 2, 29)
    assert turns(rule, received, [date(2019, 2, 28)], date(2022, 3, 1)) == [
        ("第1个3年（2016-02-29至2019-02-28）", State.ON_TIME, date(2019, 2, 28)),
        ("第2个3年（2019-03-01至2022-02-28）", State.BREACHED, date(2022, 2, 28)),
        ("第3个3年（2022-03-01至2025-02-28）", State.ON_COURSE, date(2025, 2, 28)),
    ]


def test_every_two_months_of_the_calendar() -> None:
    """Parts at either end count; due by the fifth of the month after."""
    rule, reports = DUE.replace("EACH", "2 months"), [date(2021, 2, 10), date(2021, 3, 1)]
    assert turns(rule, date(2021, 2, 8), reports, date(2021, 5, 6)) == [
        ("2021年1至2月", State.ON_TIME, date(2021, 3, 5)),
        ("2021年3至4月", State.ON_TIME, date(2021, 5, 5)),
        ("2021年5至6月", State.ON_COURSE, date(2021, 7, 5)),
    ]
    assert turns(rule, date(2021, 2, 8), reports[:1], date(2021, 5, 6))[1][1] is State.BREACHED


@pytest.mark.parametrize(
    ("kind", "day", "first", "last", "names"),
    [
        ("2 months", date(2021, 1, 1), date(2021, 1, 1), date(2021, 2, 28), ("2021年1至2月", "2021-01 to 2021-02")),
        ("2 months", date(2020, 2, 29), date(2020, 1, 1), date(2020, 2, 29), ("2020年1至2月", "2020-01 to 2020-02")),
        ("2 months", date(2021, 3, 1), date(2021, 3, 1), date(2021, 4, 30), ("2021年3至4月", "2021-03 to 2021-04")),
        ("2 months", date(2021, 12, 31), date(2021, 11, 1), date(2021, 12, 31),
         ("2021年11至12月", "2021-11 to 2021-12")),
        ("4 months", date(2021, 4, 30), date(2021, 1, 1), date(2021, 4, 30), ("2021年1至4月", "2021-01 to 2021-04")),
        ("4 months", date(2021, 5, 1), date(2021, 5, 1), date(2021, 8, 31), ("2021年5至8月", "2021-05 to 2021-08")),
    ],
)  # fmt: skip
def test_months_of_a_year(kind: str, day: date, first: date, last: date, names: tuple[str, str]) -> None:
    period = period_of(day, kind)  # type: ignore[arg-type]
    assert (period.first, period.last, period.names) == (first, last, names)


def test_months_from_a_start_are_no_months_of_the_calendar() -> None:
    assert turns_of("2 months from start") == Turns(2, "month", True)
    found = Cadence(Turns(2, "month", True), None, False).terms(
        date(2021, 1, 31), None, date(2021, 6, 1), calendar_for("CN")
    )
    assert [turn.due for turn in found] == [date(2021, 3, 31), date(2021, 5, 31), date(2021, 7, 31)]


POINTS = """
- kind: points
  id: slips
  label: 通报批评
  cite: {clause: 二, words: 每次扣1分，每两个月最多扣2次}
  window: 2 months
  count: notice
  where: in_time
  each: 1
  at_most: {2 months: 2}
  effect: deduct
"""
FACTS = "- {id: in_time, label: 计数, of: notice, value: known(date)}"


def test_a_rule_of_two_months() -> None:
    unit = ("unit", {"id": "u1", "name": "甲县", "since": date(2021, 1, 1)})
    days = [date(2021, 1, 5), date(2021, 2, 28), date(2021, 2, 28), date(2021, 3, 1)]
    rows = [("notice", {"id": f"n{i}", "kind": "list_notice", "date": day, "unit": "u1"}) for i, day in enumerate(days)]
    found = judged(compiled_of(POINTS, FACTS), [unit, *rows], date(2021, 5, 31))
    assert [(each.period.label, each.value) for each in found if each.period] == [
        ("2021年1至2月", 2),
        ("2021年3至4月", 1),
    ]


@pytest.mark.parametrize(
    ("each", "hint"),
    [
        ("每两周", "2 weeks from start"),
        ("两周", "2 weeks from start"),
        ("two weeks", "2 weeks from start"),
        ("fortnight", "2 weeks from start"),
        ("2 weeks", "2 weeks from start"),
        ("2 week from start", "2 weeks from start"),
        ("every 2 weeks", "2 weeks from start"),
        ("3 years", "3 years from start"),
        ("每三年一次", "3 years from start"),
        ("每2个月", "2 months"),
        ("two months", "2 months"),
        ("bimonthly", "2 months"),
        ("2months", "2 months"),
        ("每个月", "month"),
        ("monthly", "month"),
        ("每周", "week"),
        ("3 months", "quarter"),
        ("6个月", "half year"),
        ("每半年", "half year"),
        ("12 months", "year"),
        ("5 months", "5 months from start"),
        ("1 month from start", "month from start"),
        ("旬", "ten days"),
        ("half-year", "half year"),
        ("100 weeks from start", None),
        ("whenever", None),
        ("一次", None),
        ("0 weeks", None),
        ("2021", None),
    ],
)
def test_how_often_in_other_words_is_told(each: str, hint: str | None) -> None:
    meant = f"（是否想写 {hint}？）" if hint else ""
    assert tried(DUTY.replace("EACH", f'"{each}"'))[1] == [f"SR167 pack.yaml:14:11 “{each}”不是多久一次{meant}"]


@pytest.mark.parametrize(
    ("each", "number"),
    [("5 weeks from start", 5), ("7 months from start", 7), ("3 years from start", None), ("month", None)],
)
def test_the_number_stands_in_the_words(each: str, number: int | None) -> None:
    rule = DUTY.replace("EACH", each).replace("，5日前", "")
    told = [] if number is None else [f"SR310 pack.yaml:14:11 数字 {number} "]
    found = tried(rule)[1]
    assert len(found) == len(told) and all(one.startswith(start) for one, start in zip(found, told, strict=True))
