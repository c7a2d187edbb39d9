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
    """Day after day: one that lies in a stop is passed over, and so is a day off where working days are counted.

    What moves back has a stop from the due day on for none: they are tried one after the other.
    """
    come = [] if deadline.rolls == "back" else stops
    for stop in union(stops) if deadline.rolls == "back" else ():
        if stop[0] < _by_finger(deadline, start, come, calendar):
            come = [*come, stop]
    return _by_finger(deadline, start, come, calendar, stops)


def _by_finger(
    deadline: Deadline, start: date, stops: list[Span], calendar: WorkCalendar, every: list[Span] | None = None
) -> date:
    def is_stopped(day: date, among: list[Span]) -> bool:
        return any(since < day <= until for since, until in among)

    left, day = deadline.days(start), start
    while left:
        day += timedelta(days=1)
        left -= not is_stopped(day, stops) and (not deadline.workdays or calendar.is_workday(day))
    last = day
    while deadline.rolls == "back" and not calendar.is_workday(day):
        day -= timedelta(days=1)
    if day < start or is_stopped(day, stops):
        day = last
    while deadline.rolls and (not calendar.is_workday(day) or is_stopped(day, every or stops)):
        day += timedelta(days=1)
    return day


def counts_like_a_finger(deadline: Deadline, start: date, stops: list[Span]) -> None:
    begun = [(date.min, start - timedelta(days=1)), *stops]
    assert count_on(deadline, start, begun, CALENDAR).due == by_finger(deadline, start, stops, CALENDAR)


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
