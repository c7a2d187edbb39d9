"""Lengths and days past all that can be counted are undetermined and say so; nothing crashes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import brief, judged, loaded, matter, only, rule

from supervision_rules.calendar import CALENDAR_YEARS, OutOfCalendar, calendar_for, end_of_week, period_of

LIMIT = """
    kind: time_limit
    on: instruction
    start: {start}
    done: replied
    lead: {lead}
    cases:
      - {{within: {within}}}
"""
LAST = date(9999, 12, 31)


@pytest.mark.parametrize("within", ["9999 years", "9999 workdays"])
@pytest.mark.parametrize("roll", ["true", "false"])
def test_a_limit_past_all_days(tmp_path: Path, within: str, roll: str) -> None:
    policy = loaded(
        tmp_path,
        rule(LIMIT.format(start="received", lead="3 days", within=within)),
        head=f"conventions: {{roll: {roll}}}\n",
    )
    found = only(judged(policy, matter(received="2021-01-05")))
    assert (str(found.state), dict(found.detail)) == ("undetermined", {"out_of_calendar": date(2021, 1, 5)})


@pytest.mark.parametrize("within", ["1 day", "1 month", "1 workday"])
def test_a_start_on_the_last_of_all_days(tmp_path: Path, within: str) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(start="date(9999, 12, 31)", lead="1 day", within=within)))
    found = only(judged(policy, matter()))
    assert (str(found.state), dict(found.detail)) == ("undetermined", {"out_of_calendar": LAST})


def test_a_lead_past_all_days_makes_everything_due_soon(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(LIMIT.format(start="received", lead="9999 years", within="60 months")))
    assert brief(judged(policy, matter(received="2021-01-05"))) == [("it", "m1", "due_soon")]


def test_a_wait_past_all_days(tmp_path: Path) -> None:
    steps = """
        kind: procedure
        on: instruction
        steps:
          - {id: a, label: 甲, done: received}
          - {id: b, label: 乙, done: replied, at_least: 9999 years}
    """
    found = only(judged(loaded(tmp_path, rule(steps)), matter(received="2021-01-05", replied="2021-02-02")))
    assert (str(found.state), dict(found.detail)) == (
        "undetermined",
        {"step": "b", "out_of_calendar": date(2021, 1, 5)},
    )


def test_points_in_the_last_of_all_weeks(tmp_path: Path) -> None:
    points = 'kind: points\nwindow: week\ncount: list_notice\nby: "date(9999, 12, 31)"\neach: 1\neffect: add'
    notice = {"type": "notice", "id": "n1", "kind": "list_notice", "date": "2021-01-02", "unit": "u1"}
    assert brief(judged(loaded(tmp_path, rule(points)), notice)) == []


def test_the_last_of_all_weeks_ends_with_the_days() -> None:
    assert end_of_week(LAST) == LAST
    week = period_of(LAST, "week")
    assert (week.first, week.last) == (date(9999, 12, 27), LAST)
    found = list(CALENDAR_YEARS.between(date(9999, 12, 30), LAST, "week"))
    assert found == [week]
    assert not list(CALENDAR_YEARS.between(LAST, date(9999, 12, 30), "week"))


def test_no_gap_follows_the_last_of_all_days() -> None:
    calendar = calendar_for("CN")
    assert calendar.provisional(LAST, LAST) is None
    with pytest.raises(OutOfCalendar):
        calendar.next_workday(LAST)
