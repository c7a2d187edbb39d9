"""Duties that are due at an hour: late to the second, undetermined where the time of day is not known and decides."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.calendar import Moment
from supervision_rules.findings import Finding, State

TYPES = """
records:
  types:
    notice:
      fields:
        sent_at: {type: moment, label: 报送时刻, label_en: sent at}
"""
RULE = """
- kind: duty
  id: monthly
  label: 月报
  cite: {clause: 一, words: 每月25日、最后一个工作日、前3个工作日下午5时、9时30分前报送，至少2件}
  of: unit
  each: month
  need: notice
  by: sent_at
  for_period: covers
  due: DUE
"""
UNIT = ("unit", {"id": "u1", "name": "甲县", "since": date(2023, 3, 1)})
DUE = RULE.replace("DUE", "{day: 25, month: 0, hour: 17}")
DAY = date(2023, 3, 25)


def report(sent: Moment | None, number: int = 1) -> tuple[str, dict[str, object]]:
    given = {"id": f"n{number}", "kind": "list_notice", "date": DAY, "unit": "u1", "covers": date(2023, 3, 1)}
    return "notice", {**given, "sent_at": sent}


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> Moment:
    return Moment(2023, 3, day, hour * 3600 + minute * 60 + second)


def only(rule: str, as_of: date, *sent: Moment | None) -> Finding:
    rows = [report(moment, number) for number, moment in enumerate(sent)]
    return judged(compiled_of(rule, "", TYPES), [UNIT, *rows], as_of)[0]


@pytest.mark.parametrize(
    ("sent", "state", "days", "hours"),
    [
        (at(25, 16, 59, 59), State.ON_TIME, 0, None),
        (at(25, 17), State.ON_TIME, 0, None),
        (at(25, 17, 30), State.LATE, 0, "0.5"),
        (at(26, 17), State.LATE, 1, "24"),
        (Moment(2023, 3, 24), State.ON_TIME, 0, None),
        (Moment(2023, 3, 26), State.LATE, 1, None),
    ],
)
def test_late_by_the_clock(sent: Moment, state: State, days: int, hours: str | None) -> None:
    found = only(DUE, date(2023, 3, 31), sent)
    assert found[2:5] == (state, DAY, days)
    assert found.day.__class__ is date
    told = dict(found.detail)
    assert told["due_at"] == at(25, 17)
    assert (str(float(told["hours_late"])).removesuffix(".0") if "hours_late" in told else None) == hours  # type: ignore[arg-type]


def test_on_the_due_day_the_time_decides() -> None:
    found = only(DUE, date(2023, 3, 31), Moment(2023, 3, 25))
    assert found[2:5] == (State.UNDETERMINED, DAY, None)
    assert found.missing == ("notice n0: sent_at",)


def test_one_in_time_makes_the_other_not_matter() -> None:
    assert only(DUE, date(2023, 3, 31), at(25, 16), Moment(2023, 3, 25)).state is State.ON_TIME
    two = DUE + "  at_least: 2\n"
    found = only(two, date(2023, 3, 31), at(25, 16), Moment(2023, 3, 25))
    assert (found.state, found.missing) == (State.UNDETERMINED, ("notice n1: sent_at",))
    assert only(two, date(2023, 3, 31), at(25, 16), at(25, 18)).state is State.LATE


def test_what_is_not_done_is_known_at_the_close_of_the_day() -> None:
    days = [date(2023, 3, 21), date(2023, 3, 22), date(2023, 3, 24), DAY]
    assert [only(DUE, day).state for day in days] == [
        State.ON_COURSE,
        State.DUE_SOON,
        State.DUE_SOON,
        State.BREACHED,
    ]


def test_without_a_day_it_is_the_last_of_the_period() -> None:
    rule = RULE.replace("DUE", "{hour: 9, minute: 30}")
    states = [only(rule, date(2023, 4, 1), at(31, *time)).state for time in ((9, 30), (9, 31))]
    assert states == [State.ON_TIME, State.LATE]


def test_a_working_day_and_one_that_moves_keep_the_hour() -> None:
    """The 25th is a Saturday; the third working day of April is the 6th, as the 5th is Qingming."""
    rolled = RULE.replace("DUE", "{day: 25, month: 0, hour: 17, roll: true}")
    assert dict(only(rolled, date(2023, 3, 1)).detail)["due_at"] == at(27, 17)
    third = RULE.replace("DUE", "{workday: 3, hour: 17}")
    assert dict(only(third, date(2023, 3, 1)).detail)["due_at"] == Moment(2023, 4, 6, 17 * 3600)


def test_the_hour_is_explained() -> None:
    _, told = explained(compiled_of(DUE, "", TYPES), [UNIT, report(at(25, 18))], date(2023, 3, 31))[0]
    assert "duty-count-hour" in phrases(told)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            DUE.replace("  by: sent_at\n", ""),
            "SR335 pack.yaml:21:36 期限精确到时，“date”却只有日期",
        ),
        (DUE.replace("by: sent_at", "by: covers"), "SR335 pack.yaml:20:9 期限精确到时，“covers”却只有日期"),
        (RULE.replace("DUE", "{day: 25, minute: 30}"), "SR161 pack.yaml:22:10 minute 只和 hour 一起用"),
        (RULE.replace("DUE", "{hour: 17, month: 1}"), "SR161 pack.yaml:22:10 month 只和 day 一起用"),
        (RULE.replace("DUE", "{hour: 17, roll: true}"), "SR161 pack.yaml:22:10 roll 只和 day 一起用"),
        (RULE.replace("DUE", "{day: 25, hour: 24}"), "SR114 pack.yaml:22:26 "),
        (RULE.replace("DUE", "{day: 25, hour: 18}"), "SR310 pack.yaml:22:26 数字 18 "),
    ],
)
def test_what_is_wrong_is_told(rule: str, told: str) -> None:
    found = tried(rule, "", TYPES)[1]
    assert len(found) == 1
    assert found[0].startswith(told)
