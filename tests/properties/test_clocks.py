"""A clock that stops counts like a finger on a calendar; neither the order of stops nor how they overlap matters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules.calendar import WorkCalendar, calendar_for
from supervision_rules.constructs import clock
from supervision_rules.constructs.clock import OPEN, Span, count_on, union
from supervision_rules.language.conventions import Conventions, Deadline, Roll, parse_limit

CALENDAR = calendar_for("CN")
FIRST = date(2021, 1, 1)
DAYS = st.integers(0, 120).map(lambda number: FIRST + timedelta(days=number))
SPANS = st.tuples(DAYS, st.integers(0, 40)).map(lambda pair: (pair[0], pair[0] + timedelta(days=pair[1])))
STOPS = st.lists(SPANS, max_size=5)
LIMITS = st.sampled_from(["1 workday", "5 workdays", "20 workdays", "10 days", "30 days", "2 months", "same day"])
ROLLS: st.SearchStrategy[Roll] = st.sampled_from([False, True, "back"])
DEADLINES = st.builds(lambda text, roll: parse_limit(text).deadline(Conventions(roll=roll)), LIMITS, ROLLS)


def by_finger(deadline: Deadline, start: date, stops: list[Span], calendar: WorkCalendar) -> date:
    """Day after day: one that lies in a stop is passed over, and so is a day off where working days are counted."""
    left, day = deadline.days(start), start
    while left:
        day += timedelta(days=1)
        stopped = any(since < day <= until for since, until in stops)
        left -= not stopped and (not deadline.workdays or calendar.is_workday(day))
    while deadline.rolls and not (calendar.is_workday(day) and not any(since < day <= until for since, until in stops)):
        day += timedelta(days=-1 if deadline.rolls == "back" else 1)
    return day


def counts_like_a_finger(deadline: Deadline, start: date, stops: list[Span]) -> None:
    assert count_on(deadline, start, stops, CALENDAR).due == by_finger(deadline, start, stops, CALENDAR)


@given(DEADLINES, DAYS, STOPS)
def test_counts_like_a_finger(deadline: Deadline, start: date, stops: list[Span]) -> None:
    counts_like_a_finger(deadline, start, stops)


@given(DEADLINES, DAYS, STOPS, st.randoms(use_true_random=False))
def test_order_and_overlaps_never_matter(deadline: Deadline, start: date, stops: list[Span], order: st.DrawFn) -> None:
    counted = count_on(deadline, start, stops, CALENDAR)
    shuffled = list(stops)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert count_on(deadline, start, shuffled, CALENDAR) == counted
    assert count_on(deadline, start, union(stops), CALENDAR) == counted
    assert count_on(deadline, start, [*stops, *stops], CALENDAR) == counted


@given(DEADLINES, DAYS, STOPS, st.tuples(DAYS, st.just(OPEN)))
def test_another_stop_never_brings_the_due_day_nearer(
    deadline: Deadline, start: date, stops: list[Span], more: Span
) -> None:
    assert count_on(deadline, start, [*stops, more], CALENDAR).due >= count_on(deadline, start, stops, CALENDAR).due


def test_an_order_that_matters_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "union", list)
    later_first = [(date(2021, 3, 12), date(2021, 3, 15)), (date(2021, 3, 2), date(2021, 3, 10))]
    with pytest.raises(AssertionError):
        counts_like_a_finger(parse_limit("10 days").deadline(Conventions()), date(2021, 3, 1), later_first)
