"""By which day a duty is due: days that move to a working day, and working days of a month."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.findings import Finding, State

MONTHLY = """
- kind: duty
  id: monthly
  label: 月报
  cite: {clause: 一, words: 每月25日前报送，遇节假日顺延}
  of: unit
  each: month
  need: notice
  for_period: covers
  due: {day: 25, month: 0}
"""
ROLLED = MONTHLY.replace("month: 0", "month: 0, roll: true")
WORKING = MONTHLY.replace("25日前报送，遇节假日顺延", "前5个工作日内报送上月情况").replace(
    "day: 25, month: 0", "workday: 5"
)
ROLLS = "conventions: {roll: true}\n"
UNIT = ("unit", {"id": "u1", "name": "甲县", "since": date(2023, 1, 1)})


def report(day: date, about: date) -> tuple[str, dict[str, object]]:
    given = {"id": f"n{day}", "kind": "list_notice", "date": day, "unit": "u1", "covers": about}
    return "notice", given


def only(rules: str, as_of: date, *records: tuple[str, dict[str, object]], more: str = "") -> Finding:
    """The finding about the first month."""
    return judged(compiled_of(rules, "", more), [UNIT, *records], as_of)[0]


@pytest.mark.parametrize(("rules", "more"), [(ROLLED, ""), (MONTHLY, ROLLS)])
def test_a_due_day_that_is_a_rest_day_moves_to_the_next_working_day(rules: str, more: str) -> None:
    # 25 January 2023 lies in the Spring Festival, which ends on the 27th; the 28th is a Saturday that is worked.
    last, about = date(2023, 1, 28), date(2023, 1, 31)
    assert only(rules, last, more=more)[2:5] == (State.DUE_SOON, last, 0)
    assert only(rules, date(2023, 1, 29), more=more)[2:5] == (State.BREACHED, last, 1)
    on_time = only(rules, date(2023, 2, 28), report(last, about), more=more)
    assert on_time[2:5] == (State.ON_TIME, last, 0)
    late = only(rules, date(2023, 2, 28), report(date(2023, 1, 30), about), more=more)
    assert late[2:5] == (State.LATE, last, 2)


@pytest.mark.parametrize(
    ("rules", "more"),
    [
        (ROLLED.replace("true", "back"), ""),
        (MONTHLY, "conventions: {roll: back}\n"),
        (ROLLED.replace("true", "back"), ROLLS),
    ],
)
def test_a_due_day_that_is_a_rest_day_moves_back_to_the_last_working_day(rules: str, more: str) -> None:
    # 25 January 2023 lies in the Spring Festival, which begins on Saturday the 21st.
    last, about = date(2023, 1, 20), date(2023, 1, 31)
    assert only(rules, last, more=more)[2:5] == (State.DUE_SOON, last, 0)
    assert only(rules, date(2023, 1, 21), more=more)[2:5] == (State.BREACHED, last, 1)
    on_time = only(rules, date(2023, 2, 28), report(last, about), more=more)
    assert on_time[2:5] == (State.ON_TIME, last, 0)
    late = only(rules, date(2023, 2, 28), report(date(2023, 1, 21), about), more=more)
    assert late[2:5] == (State.LATE, last, 1)


def test_a_due_day_that_is_worked_does_not_move_back() -> None:
    rules = ROLLED.replace("true", "back").replace("25", "28")  # a Saturday that is worked
    assert only(rules, date(2023, 1, 28)).day == date(2023, 1, 28)


def test_the_days_looked_at_on_the_way_back_are_told() -> None:
    ((_, why),) = explained(compiled_of(ROLLED.replace("true", "back")), [UNIT], date(2023, 1, 20))
    (counted,) = [each for each in why.parts if each.phrase == "duty-count"]
    (days,) = [each for each in counted.parts if each.phrase == "days"]
    assert (days.words["start"], days.words["end"]) == (date(2023, 1, 19), date(2023, 1, 25))


def test_a_due_day_stays_where_nothing_moves_it() -> None:
    assert only(MONTHLY, date(2023, 1, 26)).day == date(2023, 1, 25)
    stays = ROLLED.replace("true", "false")
    assert only(stays, date(2023, 1, 26), more=ROLLS)[2:4] == (State.BREACHED, date(2023, 1, 25))
    without_day = MONTHLY.replace("  due: {day: 25, month: 0}\n", "")
    assert only(without_day, date(2023, 5, 1), more=ROLLS).day == date(2023, 1, 31)


def test_the_fifth_working_day_of_the_month_after() -> None:
    due = [finding.day for finding in judged(compiled_of(WORKING), [UNIT], date(2023, 5, 1))]
    assert due == [date(2023, 2, 7), date(2023, 3, 7), date(2023, 4, 10), date(2023, 5, 9), date(2023, 6, 7)]


def test_a_week_of_fewer_working_days_is_due_on_its_last_day() -> None:
    weekly = WORKING.replace("each: month", "each: week").replace("workday: 5", "workday: 3, month: 0")
    found = judged(compiled_of(weekly.replace("5个", "3个")), [UNIT], date(2023, 1, 31))
    assert [finding.day for finding in found[2:4]] == [date(2023, 1, 18), date(2023, 1, 29)]


LIVES = [
    # The due day, 25 January, and the first day of the unit.
    (MONTHLY, "since", date(2023, 1, 24), [1, 2]),
    (MONTHLY, "since", date(2023, 1, 25), [1, 2]),
    (MONTHLY, "since", date(2023, 1, 26), [2]),
    # The due day moves to 28 January.
    (ROLLED, "since", date(2023, 1, 28), [1, 2]),
    (ROLLED, "since", date(2023, 1, 29), [2]),
    # The due day, 25 February, and the last day of the unit.
    (MONTHLY, "until", date(2023, 2, 24), [1]),
    (MONTHLY, "until", date(2023, 2, 25), [1, 2]),
    (MONTHLY, "until", date(2023, 2, 26), [1, 2]),
    # Due in the month after: what had begun is owed, a part of a month as well.
    (MONTHLY.replace(", month: 0", ""), "until", date(2023, 1, 1), [1]),
    (MONTHLY.replace(", month: 0", ""), "until", date(2023, 1, 31), [1]),
    (MONTHLY.replace(", month: 0", ""), "until", date(2023, 2, 1), [1, 2]),
    # Due on the last day of the month, stated or not: at any time in it.
    (MONTHLY.replace("25", "31"), "until", date(2023, 2, 1), [1, 2]),
    (MONTHLY.replace("  due: {day: 25, month: 0}\n", ""), "until", date(2023, 2, 1), [1, 2]),
    (MONTHLY.replace("  due: {day: 25, month: 0}\n", ""), "since", date(2023, 1, 31), [1, 2]),
    # Due on the last working day of the month, 28 April: at any time in it.
    (MONTHLY.replace("25", "31").replace("month: 0", "month: 0, roll: back"), "until", date(2023, 4, 3), [1, 2, 3, 4]),
    (MONTHLY.replace("25", "31").replace("month: 0", "month: 0, roll: back"), "since", date(2023, 4, 28), [4, 5]),
    (MONTHLY.replace("25", "31").replace("month: 0", "month: 0, roll: back"), "since", date(2023, 4, 29), [5]),
]


@pytest.mark.parametrize(("rules", "edge", "day", "months"), LIVES)
def test_nothing_is_owed_by_a_day_before_the_beginning_or_after_the_end(
    rules: str, edge: str, day: date, months: list[int]
) -> None:
    unit = ("unit", {**UNIT[1], edge: day})
    as_of = date(2023, 5, 31) if months[-1] > 2 else date(2023, 2, 28)
    found = judged(compiled_of(rules), [unit], as_of)
    assert [each.period.first.month for each in found if each.period] == months


def test_the_explanation_tells_the_days_that_were_skipped() -> None:
    finding, why = explained(compiled_of(ROLLED), [UNIT], date(2023, 1, 26))[0]
    assert finding.state is State.DUE_SOON
    days = why.parts[-1].parts[0]
    assert (days.phrase, days.words) == ("days", {"start": date(2023, 1, 24), "end": date(2023, 1, 28)})
    assert [part.words["stretch"].counted for part in days.parts] == [False, True]  # type: ignore[attr-defined]
    assert "days" in phrases(explained(compiled_of(WORKING), [UNIT], date(2023, 1, 26))[0][1])


def test_days_that_no_notice_has_fixed_make_it_provisional_and_beyond_the_calendar_it_is_not_known() -> None:
    foretold = judged(compiled_of(ROLLED), [("unit", {**UNIT[1], "since": date(2030, 5, 1)})], date(2030, 6, 20))
    assert (foretold[0].day, foretold[0].provisional) == (date(2030, 5, 27), date(2030, 5, 25))
    late = {"since": date(2090, 1, 1)}
    found = judged(compiled_of(ROLLED), [("unit", {**UNIT[1], **late})], date(2090, 1, 2))
    assert [(each.state, each.day, each.detail) for each in found] == [
        (State.UNDETERMINED, None, (("out_of_calendar", date(2090, 1, 25)),))
    ]


def test_one_of_the_two_days_is_written() -> None:
    assert tried(MONTHLY.replace("day: 25, ", ""))[1] == ["SR159 pack.yaml:15:10 day、workday中要写一个，这里都没有写"]
    assert tried(MONTHLY.replace("day: 25", "day: 25, workday: 5"))[1][0].startswith("SR154 pack.yaml:15:")
    assert tried(WORKING.replace("5个", "几个"))[1][0].startswith("SR310 pack.yaml:15:")
