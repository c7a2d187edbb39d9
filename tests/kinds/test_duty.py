"""Recurring duties: what is missing is found by its absence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.calendar import calendar_for
from supervision_rules.constructs.cadence import Cadence
from supervision_rules.constructs.due_day import DueDay
from supervision_rules.constructs.turns import turns_of
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

Row = tuple[str, Mapping[str, object]]
CALENDAR = calendar_for("CN", ())

REPORTS = """
- kind: duty
  id: quarterly
  label: 每季提报
  cite: {clause: 第八条（一）, words: 每季提报一次}
  of: matter
  when: importance == "ordinary"
  start: handed_over
  end: closed
  each: quarter
  need: report
"""
INSPECTIONS = """
- kind: duty
  id: inspections
  label: 每月督查两次
  cite: {clause: 四（一）, words: 每月要开展 2 次以上}
  of: person
  when: is_leader
  each: month
  need: inspection
  at_least: 2
"""
NOTICES = """
- kind: duty
  id: lists
  label: 每季红黑榜
  cite: {clause: 四（三）, words: 每季度首月20日前完成上季度}
  severity: warning
  of: unit
  each: quarter
  need: list_notice
  via: all
  where: occasion == "regular"
  for_period: first_known(covers, content_settled)
  due: {day: 20}
"""
MONTHLY = """
- kind: duty
  id: monthly
  label: 分月报告
  cite: {clause: 四（四）, words: 分月报告}
  of: matter
  start: handed_over
  end: set_date
  each: month from start
  need: report
"""


def matter(**fields: object) -> Row:
    return "matter", {"id": "m1", "kind": "instruction", "date": date(2021, 5, 1), "importance": "ordinary"} | fields


def report(number: int, day: date, **fields: object) -> Row:
    return "report", {"id": f"r{number}", "kind": "progress", "matter": "m1", "date": day} | fields


def inspection(number: int, day: date | None, **fields: object) -> Row:
    return "inspection", {"id": f"i{number}", "date": day, "kind": "led_inspection", "person": "p1"} | fields


def leader(**fields: object) -> Row:
    return "person", {"id": "p1", "name": "甲", "is_leader": True, "since": date(2021, 3, 31)} | fields


def shown(findings: list[Finding]) -> list[tuple[str, State, object]]:
    return [(finding.period.label if finding.period else "", finding.state, finding.value) for finding in findings]


def test_each_quarter_in_which_the_matter_is_open_counts_parts_included() -> None:
    rows = [matter(handed_over=date(2021, 6, 30), closed=date(2021, 10, 1)), report(1, date(2021, 7, 1))]
    found = judged(compiled_of(REPORTS), rows, date(2022, 3, 1))
    assert shown(found) == [
        ("2021年第二季度", State.BREACHED, 1),
        ("2021年第三季度", State.ON_TIME, 0),
        ("2021年第四季度", State.BREACHED, 1),
    ]
    assert [finding.day for finding in found] == [date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31)]


@pytest.mark.parametrize(
    ("as_of", "state"),
    [
        (date(2021, 9, 25), State.ON_COURSE),
        (date(2021, 9, 27), State.DUE_SOON),
        (date(2021, 9, 30), State.DUE_SOON),
        (date(2021, 10, 1), State.BREACHED),
    ],
)
def test_a_period_is_not_breached_before_its_due_day_is_past(as_of: date, state: State) -> None:
    found = judged(compiled_of(REPORTS), [matter(handed_over=date(2021, 7, 1), date=date(2021, 7, 1))], as_of)
    assert found[0].state is state


def test_an_open_matter_has_no_duty_before_it_begins_nor_after_today() -> None:
    rows = [matter(handed_over=date(2021, 7, 1))]
    assert [f.period.label for f in judged(compiled_of(REPORTS), rows, date(2021, 11, 1)) if f.period] == [
        "2021年第三季度",
        "2021年第四季度",
    ]


def test_a_start_or_guard_not_known_is_undetermined_and_named() -> None:
    no_start = judged(compiled_of(REPORTS), [matter()], date(2021, 11, 1))
    assert [(f.state, f.missing, f.period) for f in no_start] == [
        (State.UNDETERMINED, ("matter m1: handed_over",), None)
    ]
    no_guard = judged(compiled_of(REPORTS), [matter(importance=None)], date(2021, 11, 1))
    assert [(f.state, f.missing) for f in no_guard] == [
        (State.UNDETERMINED, ("matter m1: importance", "matter m1: handed_over"))
    ]
    assert judged(compiled_of(REPORTS), [matter(importance="special")], date(2021, 11, 1)) == []


@pytest.mark.parametrize(
    ("days", "state", "value"),
    [((), State.BREACHED, 2), ((1,), State.BREACHED, 1), ((1, 30), State.ON_TIME, 0), ((1, 1, 30), State.ON_TIME, 0)],
)
def test_at_least_two_a_month(days: tuple[int, ...], state: State, value: int) -> None:
    rows = [leader(), *(inspection(number, date(2021, 4, day)) for number, day in enumerate(days))]
    found = {f.period.label: f for f in judged(compiled_of(INSPECTIONS), rows, date(2021, 5, 1)) if f.period}
    assert list(found) == ["2021年3月", "2021年4月", "2021年5月"]
    assert (found["2021年4月"].state, found["2021年4月"].value) == (state, value)


def test_the_register_says_how_long_the_duty_holds() -> None:
    rows = [leader(until=date(2021, 5, 1))]
    assert len(judged(compiled_of(INSPECTIONS), rows, date(2022, 1, 1))) == 3
    since_first_record = [leader(since=None), inspection(1, date(2021, 12, 1))]
    assert len(judged(compiled_of(INSPECTIONS), since_first_record, date(2022, 1, 1))) == 2
    assert judged(compiled_of(INSPECTIONS), [leader(since=date(2022, 1, 2))], date(2022, 1, 1)) == []


def test_doubt_decides_only_where_both_ends_agree() -> None:
    rule = INSPECTIONS.rstrip() + "\n  where: in_annual_plan\n"
    sure, doubt = {"in_annual_plan": True}, {"in_annual_plan": None}
    april, may = date(2021, 4, 2), date(2021, 5, 1)

    def of(*facts: Mapping[str, object]) -> Finding:
        acts = [inspection(number, april, **fields) for number, fields in enumerate(facts)]
        return judged(compiled_of(rule), [leader(since=date(2021, 4, 1)), *acts], may)[0]

    assert (of(doubt).state, of(doubt).value) == (State.BREACHED, Interval(1, 2))
    assert of(sure, sure, doubt).state is State.ON_TIME
    undecided = of(sure, doubt)
    assert (undecided.state, undecided.value) == (State.UNDETERMINED, None)
    assert undecided.missing == ("inspection i1: in_annual_plan",)
    assert undecided.detail == (("count", Interval(1, 2)), ("at_least", 2))


def notice(day: date, **fields: object) -> Row:
    given = {"id": f"n{day}", "kind": "list_notice", "date": day, "occasion": "regular", "unit": "u1"}
    given |= {"covers": date(2021, 9, 30)}
    return "notice", given | fields


@pytest.mark.parametrize(
    ("day", "state", "value"),
    [
        (date(2021, 10, 19), State.ON_TIME, 0),
        (date(2021, 10, 20), State.ON_TIME, 0),
        (date(2021, 10, 21), State.LATE, 1),
        (date(2021, 12, 31), State.LATE, 72),
    ],
)
def test_due_on_the_twentieth_of_the_next_quarter(day: date, state: State, value: int) -> None:
    unit = ("unit", {"id": "u1", "name": "甲局", "since": date(2021, 7, 1)})
    found = judged(compiled_of(NOTICES), [unit, notice(day)], date(2022, 1, 1))
    assert shown(found)[0] == ("2021年第三季度", state, value)
    assert found[0].day == date(2021, 10, 20)
    assert shown(found)[1:] == [("2021年第四季度", State.ON_COURSE, 0), ("2022年第一季度", State.ON_COURSE, 0)]


def test_a_notice_says_itself_which_period_it_is_about_and_special_ones_do_not_count() -> None:
    unit = ("unit", {"id": "u1", "name": "甲局", "since": date(2021, 7, 1)})
    early = notice(date(2021, 9, 28), covers=None, content_settled=date(2021, 8, 1))
    special = notice(date(2021, 10, 8), occasion="special")
    assert shown(judged(compiled_of(NOTICES), [unit, early], date(2021, 10, 21)))[0][1] is State.ON_TIME
    assert shown(judged(compiled_of(NOTICES), [unit, special], date(2021, 10, 21)))[0][1] is State.BREACHED


def test_monthly_from_the_start_none_on_or_after_the_end() -> None:
    rows = [matter(handed_over=date(2021, 1, 31), date=date(2021, 1, 31), set_date=date(2021, 4, 30))]
    rows += [report(1, date(2021, 1, 31)), report(2, date(2021, 3, 31))]
    found = judged(compiled_of(MONTHLY), rows, date(2021, 6, 1))
    assert [(f.day, f.state) for f in found] == [
        (date(2021, 2, 28), State.ON_TIME),
        (date(2021, 3, 31), State.ON_TIME),
    ]
    longer = [matter(handed_over=date(2021, 1, 31), date=date(2021, 1, 31), set_date=date(2021, 5, 1))]
    assert [f.day for f in judged(compiled_of(MONTHLY), longer, date(2021, 6, 1))][-1] == date(2021, 4, 30)


def test_an_end_that_is_no_event_and_not_known_is_undetermined() -> None:
    found = judged(compiled_of(MONTHLY), [matter(handed_over=date(2021, 1, 31))], date(2021, 6, 1))
    assert [(f.state, f.missing) for f in found] == [(State.UNDETERMINED, ("matter m1: set_date",))]


def test_the_due_day_of_each_kind_of_period() -> None:
    def due(each: str, day: int, month: int) -> date:
        start = date(2021, 11, 30)
        turns = turns_of(each)
        assert turns is not None
        cadence = Cadence(turns, DueDay(day=day, month=month), False)
        return next(cadence.terms(start, None, start, CALENDAR)).due

    assert due("month", 31, 1) == date(2021, 12, 31)
    assert due("month", 25, 0) == date(2021, 11, 25)
    assert due("month", -1, 1) == date(2021, 12, 31)
    assert due("month", -3, 3) == date(2022, 2, 26)
    assert due("month", -29, 3) == due("month", -28, 3) == date(2022, 2, 1)
    assert due("quarter", -1, 0) == date(2021, 12, 31)
    assert due("week", -2, 0) == date(2021, 12, 4)
    assert due("month", 31, 3) == date(2022, 2, 28)
    assert due("year", 31, 1) == date(2022, 1, 31)
    assert due("week", 5, 0) == date(2021, 12, 3)
    assert due("week", 1, 1) == date(2021, 12, 6)
    assert due("week from start", 1, 1) == date(2021, 12, 8)


def test_the_explanation_lists_what_was_counted() -> None:
    rows = [matter(handed_over=date(2021, 7, 1), date=date(2021, 7, 1)), report(1, date(2021, 7, 1))]
    finding, why = explained(compiled_of(REPORTS), rows, date(2021, 7, 2))[0]
    assert finding.state is State.ON_TIME
    turn = why.parts[-1]
    assert (turn.phrase, turn.words["count"], turn.words["least"]) == ("duty-count", 1, 1)
    assert [(part.phrase, part.words["id"]) for part in turn.parts] == [("record", "r1")]
    assert "applies" in phrases(why)


def test_what_cannot_be_bound_is_told() -> None:
    assert tried(REPORTS.replace("need: report", "need: reprot"))[1][0].startswith("SR301 pack.yaml:16:")
    assert tried(REPORTS.replace("need: report", "need: staffing"))[1][0].startswith("SR302 pack.yaml:16:")
    assert tried(INSPECTIONS.replace("2 次", "多次"))[1][0].startswith("SR310")


days = st.dates(date(2021, 1, 1), date(2022, 6, 30))


@settings(max_examples=40, deadline=None)
@given(st.lists(days, max_size=6, unique=True), days, st.randoms(use_true_random=False))
def test_more_reports_never_make_it_worse_and_their_order_does_not_matter(
    acts: list[date], begun: date, shuffle: object
) -> None:
    as_of = date(2022, 7, 1)
    subject = matter(handed_over=begun, date=begun)
    rows = [report(number, day) for number, day in enumerate(acts)]
    less = judged(compiled_of(REPORTS), [subject, *rows[1:]], as_of)
    more = judged(compiled_of(REPORTS), [subject, *rows], as_of)
    assert more == judged(compiled_of(REPORTS), [*reversed(rows), subject], as_of)
    breached = {finding.period for finding in less if finding.state is State.BREACHED}
    assert breached >= {finding.period for finding in more if finding.state is State.BREACHED}


@settings(max_examples=40, deadline=None)
@given(days, st.integers(0, 500), st.sampled_from(["week", "month", "quarter", "year"]))
def test_periods_leave_no_day_of_the_duty_out(start: date, length: int, each: str) -> None:
    end = start + timedelta(days=length)
    turns = turns_of(each)
    assert turns is not None
    cadence = Cadence(turns, None, False)
    turns = [turn.period for turn in cadence.terms(start, end, date(2024, 1, 1), CALENDAR)]
    assert start in turns[0] and end in turns[-1]
    assert all(b.first - a.last == timedelta(days=1) for a, b in zip(turns, turns[1:], strict=False))


@pytest.mark.parametrize(
    ("last_day", "april", "may", "june"),
    [
        (None, 1, 0, 0),
        (date(2021, 4, 30), 1, 0, 0),
        (date(2021, 5, 1), 1, 1, 0),
        (date(2021, 6, 1), 1, 1, 1),
    ],
)
def test_what_goes_on_over_several_periods_counts_in_each_if_the_rule_says_so(
    last_day: date | None, april: int, may: int, june: int
) -> None:
    rows = [leader(since=date(2021, 4, 1)), inspection(1, date(2021, 4, 29), last_day=last_day)]
    for rule, counts in [(INSPECTIONS + "  through: last_day\n", [april, may, june]), (INSPECTIONS, [1, 0, 0])]:
        found = judged(compiled_of(rule), rows, date(2021, 6, 30))
        assert [dict(finding.detail)["count"] for finding in found] == counts


def test_what_began_before_the_duty_counts_where_it_reaches_into_it() -> None:
    rows = [leader(since=date(2021, 5, 1)), inspection(1, date(2021, 4, 29), last_day=date(2021, 5, 2))]
    (found,) = judged(compiled_of(INSPECTIONS + "  through: last_day\n"), rows, date(2021, 5, 31))
    assert dict(found.detail)["count"] == 1
