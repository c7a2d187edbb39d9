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


@pytest.mark.parametrize(
    ("number", "rolls", "more", "days"),
    [
        # The Spring Festival is from 21 to 27 January; the Saturday and the Sunday after it are worked.
        (3, "", "", [(1, 18), (1, 29)]),
        (-2, "", "", [(1, 19), (1, 28)]),
        (-3, "", "", [(1, 18), (1, 29)]),
        (-3, "", "conventions: {roll: back}\n", [(1, 18), (1, 29)]),
        # The Sunday that ends a week of five working days is a rest day.
        (6, "", "", [(1, 22), (1, 29)]),
        (-6, "", "", [(1, 22), (1, 29)]),
        (6, "", "conventions: {roll: back}\n", [(1, 20), (1, 29)]),
        (6, "", ROLLS, [(1, 28), (1, 29)]),
        (6, ", roll: false", ROLLS, [(1, 22), (1, 29)]),
        (-6, ", roll: true", "", [(1, 28), (1, 29)]),
    ],
)
def test_where_there_are_fewer_working_days_the_last_day_is_due_and_moves_as_any_other(
    number: int, rolls: str, more: str, days: list[tuple[int, int]]
) -> None:
    weekly = WORKING.replace("each: month", "each: week").replace("workday: 5", f"workday: {number}, month: 0{rolls}")
    unit = ("unit", {**UNIT[1], "since": date(2023, 1, 16)})
    found = judged(compiled_of(weekly.replace("5个", f"{abs(number)}个"), "", more), [unit], date(2023, 1, 23))
    assert [(finding.day.month, finding.day.day) for finding in found if finding.day] == days


@pytest.mark.parametrize(
    ("rolls", "due", "looked_at"),
    [
        ("", date(2026, 2, 22), (date(2026, 2, 15), date(2026, 2, 22))),
        (", roll: true", date(2026, 2, 24), (date(2026, 2, 15), date(2026, 2, 24))),
        (", roll: back", date(2026, 2, 14), (date(2026, 2, 13), date(2026, 2, 22))),
    ],
)
def test_a_week_without_a_working_day_has_its_last_day_for_its_last_working_day(
    rolls: str, due: date, looked_at: tuple[date, date]
) -> None:
    """The week from 16 to 22 February 2026 lies in the Spring Festival; the Saturday before it is worked."""
    weekly = WORKING.replace("each: month", "each: week").replace("workday: 5", f"workday: -1, month: 0{rolls}")
    rules = compiled_of(weekly.replace("前5个工作日", "最后一个工作日"))
    unit = ("unit", {**UNIT[1], "since": date(2026, 2, 9), "until": date(2026, 2, 22)})
    finding, why = explained(rules, [unit], date(2026, 2, 20))[1]
    assert finding.day == due
    (counted,) = [each for each in why.parts if each.phrase == "duty-count"]
    (days,) = [each for each in counted.parts if each.phrase == "days"]
    assert (days.words["start"], days.words["end"]) == looked_at


def test_a_reading_of_what_moves_is_leaned_on_where_a_working_day_may_lack() -> None:
    reading = """conventions: {roll: {by_reading: move, stays: false, moves: true}}
readings:
  - {id: move, clause: 一, words: 前5个工作日内, options: {stays: 不顺延, moves: 顺延}, taken: stays}
"""
    weekly = WORKING.replace("each: month", "each: week")
    leaned = [only(rule, date(2023, 1, 1), more=reading).rule.readings for rule in (WORKING, weekly)]
    assert leaned == [(), (("move", "stays"),)]


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


@pytest.mark.parametrize(
    ("number", "words", "day"),
    [
        (-1, "最后一个工作日", date(2023, 1, 31)),
        (-3, "倒数第3个工作日", date(2023, 1, 29)),
        (-5, "倒数第5个工作日", date(2023, 1, 20)),
        (-31, "倒数第31个工作日", date(2023, 1, 31)),
    ],
)
def test_working_days_from_the_end_of_the_month(number: int, words: str, day: date) -> None:
    """The Saturday and the Sunday after the Spring Festival are worked; there are not thirty-one in a month."""
    rule = MONTHLY.replace("25日前报送，遇节假日顺延", f"{words}前报送").replace("day: 25", f"workday: {number}")
    assert only(rule, date(2023, 1, 1)).day == day


def test_working_days_from_the_end_lead_out_of_the_calendar() -> None:
    rule = MONTHLY.replace("25日前报送，遇节假日顺延", "倒数第3个工作日前报送").replace("day: 25", "workday: -3")
    unit = ("unit", {"id": "u1", "name": "甲县", "since": date(2003, 12, 1)})
    found = judged(compiled_of(rule), [unit], date(2003, 12, 31))[0]
    assert (found.state, dict(found.detail).keys()) == (State.UNDETERMINED, {"out_of_calendar"})


@pytest.mark.parametrize(
    ("due", "told"),
    [
        ("day: 0", "SR114 pack.yaml:15:16 这里的数要 >= 1，写的是 0"),
        ("workday: -32", "SR114 pack.yaml:15:20 这里的数要 >= -31，写的是 -32"),
        ("workday: -4", "SR310 pack.yaml:15:20 数字 4 不见于所引原话：每月25日前报送，遇节假日顺延"),
        ("day: -1", None),
    ],
)
def test_a_place_from_the_end_that_cannot_be(due: str, told: str | None) -> None:
    assert tried(MONTHLY.replace("day: 25", due))[1] == ([told] if told else [])
