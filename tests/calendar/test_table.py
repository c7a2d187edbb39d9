"""Counting: spans worked out by hand, the ends of the table, what no notice has fixed, and laws that always hold."""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import supervision_rules
from supervision_rules.calendar import OutOfCalendar, Stretch, WorkCalendar, calendar_for
from supervision_rules.calendar.factory import _built, build
from supervision_rules.calendar.national import library

DAYS = st.dates(date(2005, 1, 1), date(2026, 12, 31))
COUNTS = st.integers(-200, 200)


@pytest.fixture(scope="module")
def national() -> WorkCalendar:
    return calendar_for()


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2020, 9, 30), 1, date(2020, 10, 9)),
        (date(2020, 9, 30), 2, date(2020, 10, 10)),
        (date(2020, 9, 30), 5, date(2020, 10, 14)),
        (date(2020, 9, 25), 5, date(2020, 10, 9)),
        (date(2020, 10, 3), 1, date(2020, 10, 9)),
        (date(2021, 2, 10), 1, date(2021, 2, 18)),
        (date(2021, 2, 5), 7, date(2021, 2, 20)),
        (date(2021, 4, 30), 3, date(2021, 5, 8)),
        (date(2021, 4, 23), 7, date(2021, 5, 6)),
        (date(2023, 1, 20), 3, date(2023, 1, 30)),
        (date(2022, 12, 30), 5, date(2023, 1, 9)),
        (date(2021, 6, 21), 0, date(2021, 6, 21)),
        (date(2021, 6, 19), 0, date(2021, 6, 19)),
        (date(2020, 10, 9), -1, date(2020, 9, 30)),
        (date(2020, 10, 11), -2, date(2020, 10, 9)),
        (date(2020, 10, 12), -3, date(2020, 9, 30)),
    ],
)
def test_spans_worked_out_by_hand(national: WorkCalendar, start: date, n: int, end: date) -> None:
    assert national.add_workdays(start, n) == end


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        (date(2020, 9, 30), date(2020, 10, 11), 2),
        (date(2020, 10, 11), date(2020, 9, 30), -2),
        (date(2021, 4, 24), date(2021, 5, 9), 9),
        (date(2020, 9, 30), date(2020, 9, 30), 0),
    ],
)
def test_days_between(national: WorkCalendar, start: date, end: date, count: int) -> None:
    assert national.workdays_between(start, end) == count


def test_a_made_up_saturday_is_a_working_day_and_does_not_roll(national: WorkCalendar) -> None:
    assert national.next_workday(date(2020, 10, 10)) == date(2020, 10, 10)
    assert national.next_workday(date(2020, 10, 11)) == date(2020, 10, 12)
    assert national.next_workday(date(2020, 10, 1)) == date(2020, 10, 9)
    assert national.previous_workday(date(2020, 10, 10)) == date(2020, 10, 10)
    assert national.previous_workday(date(2020, 10, 11)) == date(2020, 10, 10)
    assert national.previous_workday(date(2020, 10, 8)) == date(2020, 9, 30)


def test_the_trace_tells_what_was_skipped_and_what_was_counted(national: WorkCalendar) -> None:
    assert national.trace(date(2020, 9, 30), date(2020, 10, 13)) == (
        Stretch(date(2020, 10, 1), date(2020, 10, 8), False, "国庆节、中秋节", None, None),
        Stretch(date(2020, 10, 9), date(2020, 10, 9), True, "工作日", 1, 1),
        Stretch(date(2020, 10, 10), date(2020, 10, 10), True, "周六调休上班", 2, 2),
        Stretch(date(2020, 10, 11), date(2020, 10, 11), False, "周日", None, None),
        Stretch(date(2020, 10, 12), date(2020, 10, 13), True, "工作日", 3, 4),
    )
    assert national.trace(date(2020, 10, 9), date(2020, 10, 10), "en")[0].reason == "make-up Saturday"
    assert national.trace(date(2020, 10, 13), date(2020, 10, 13)) == ()


OUTSIDE: list[Callable[[WorkCalendar], object]] = [
    lambda calendar: calendar.is_workday(calendar.first - timedelta(days=1)),
    lambda calendar: calendar.is_workday(calendar.last + timedelta(days=1)),
    lambda calendar: calendar.add_workdays(calendar.first - timedelta(days=1), 1),
    lambda calendar: calendar.add_workdays(calendar.last + timedelta(days=1), 1),
    lambda calendar: calendar.add_workdays(calendar.last + timedelta(days=1), -1),
    lambda calendar: calendar.add_workdays(calendar.last + timedelta(days=1), 0),
    lambda calendar: calendar.add_workdays(calendar.last, 1),
    lambda calendar: calendar.add_workdays(calendar.first, -1),
    lambda calendar: calendar.workdays_between(date(1999, 1, 1), calendar.first),
    lambda calendar: calendar.next_workday(date(2200, 1, 1)),
    lambda calendar: calendar.previous_workday(date(2200, 1, 1)),
    lambda calendar: calendar.reason(date(2200, 1, 1)),
    lambda calendar: calendar.trace(calendar.last, calendar.last + timedelta(days=1)),
]


@pytest.mark.parametrize("count", OUTSIDE)
def test_outside_the_table_nothing_is_guessed(national: WorkCalendar, count: Callable[[WorkCalendar], object]) -> None:
    with pytest.raises(OutOfCalendar) as caught:
        count(national)
    assert (caught.value.first, caught.value.last) == (national.first, national.last)
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (lambda calendar: calendar.is_workday(date(2200, 1, 1)), "2200-01-01 lies outside"),
        (lambda calendar: calendar.workdays_between(calendar.first, date(2200, 1, 1)), "2200-01-01 lies outside"),
        (lambda calendar: calendar.workdays_between(date(1999, 1, 1), calendar.last), "1999-01-01 lies outside"),
        (lambda calendar: calendar.add_workdays(date(1999, 1, 1), 5), "1999-01-01 lies outside"),
        (lambda calendar: calendar.add_workdays(date(2004, 1, 5), -9), "the count from 2004-01-05 leads out of"),
        (lambda calendar: calendar.add_workdays(date(2031, 12, 1), 99), "the count from 2031-12-01 leads out of"),
    ],
)
def test_what_lies_outside_is_named(national: WorkCalendar, count: Callable[[WorkCalendar], object], told: str) -> None:
    with pytest.raises(supervision_rules.OutOfCalendar) as caught:
        count(national)
    assert str(caught.value) == f"{told} the calendar, which reaches from 2004-01-01 to 2031-12-31"


def test_which_days_it_holds(national: WorkCalendar) -> None:
    days = (date(2003, 12, 31), date(2004, 1, 1), date(2031, 12, 31), date(2032, 1, 1))
    assert [national.holds(day) for day in days] == [False, True, True, False]


def test_the_ends_themselves_are_inside(national: WorkCalendar) -> None:
    assert national.is_workday(date(2004, 1, 2))
    assert national.add_workdays(national.last, 0) == national.last
    assert national.add_workdays(national.add_workdays(national.last, -1), 0) <= national.last


def test_provisional_begins_with_the_last_days_of_the_last_fixed_year(national: WorkCalendar) -> None:
    year = national.fixed_until.year
    assert national.provisional(date(2004, 1, 1), date(year, 12, 28)) is None
    assert national.provisional(date(year, 12, 1), date(year, 12, 29)) == date(year, 12, 29)
    assert national.provisional(date(year, 12, 29), date(year, 12, 31)) == date(year, 12, 30)
    assert national.provisional(date(year, 12, 31), date(year + 1, 3, 1)) == date(year + 1, 1, 1)
    assert national.provisional(date(year - 1, 12, 1), date(year, 1, 5)) is None
    assert national.provisional(date(year + 1, 1, 1), date(year + 1, 1, 1)) is None


@given(DAYS, st.integers(1, 200))
def test_add_then_between_gives_the_number_back(start: date, n: int) -> None:
    calendar = calendar_for()
    end = calendar.add_workdays(start, n)
    assert calendar.is_workday(end)
    assert calendar.workdays_between(start, end) == n
    assert calendar.trace(start, end)[-1].ordinal_last == n


@given(DAYS, COUNTS, COUNTS)
def test_more_days_end_later(start: date, n: int, m: int) -> None:
    calendar = calendar_for()
    few, many = sorted((n, m))
    assert calendar.add_workdays(start, few) <= calendar.add_workdays(start, many)


@given(DAYS, DAYS, st.integers(1, 60))
def test_a_later_start_never_ends_earlier(one: date, other: date, n: int) -> None:
    calendar = calendar_for()
    early, late = sorted((one, other))
    assert calendar.add_workdays(early, n) <= calendar.add_workdays(late, n)


@given(DAYS, COUNTS)
def test_against_counting_day_by_day(start: date, n: int) -> None:
    calendar, day, left = calendar_for(), start, abs(n)
    while left:
        day += timedelta(days=1 if n > 0 else -1)
        left -= calendar.is_workday(day)
    assert calendar.add_workdays(start, n) == day


@given(DAYS, st.integers(0, 60))
def test_the_trace_covers_each_day_once(start: date, length: int) -> None:
    calendar, end = calendar_for(), start + timedelta(days=length)
    trace = calendar.trace(start, end)
    days = [s.first + timedelta(days=n) for s in trace for n in range((s.last - s.first).days + 1)]
    assert days == [start + timedelta(days=n + 1) for n in range(length)]
    counted = sum((s.last - s.first).days + 1 for s in trace if s.counted)
    assert counted == calendar.workdays_between(start, end)


def test_built_once_in_whichever_thread_asks_first() -> None:
    with ThreadPoolExecutor(8) as pool:
        calendars = list(pool.map(lambda _: calendar_for("CN", known_by=date(2019, 7, 1)), range(32)))
    assert len({id(calendar) for calendar in calendars}) == 1


def test_immutable_and_fit_to_be_sent_to_another_process(national: WorkCalendar) -> None:
    copy = pickle.loads(pickle.dumps(national))
    assert copy.version == national.version and copy.add_workdays(date(2020, 9, 30), 5) == date(2020, 10, 14)
    assert copy != national and hash(national) == hash(national)
    with pytest.raises(FrozenInstanceError):
        national.jurisdiction = "CN-GX"  # type: ignore[misc]


def test_the_version_tells_tables_apart(national: WorkCalendar) -> None:
    assert national.version.startswith("holidays ") and "sha256" in national.version
    assert calendar_for("CN", known_by=date(2019, 7, 1)).version != national.version


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="no tzset on this system")
def test_the_zone_of_the_machine_changes_nothing(national: WorkCalendar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/Los_Angeles")
    monkeypatch.setenv("LC_ALL", "C")
    time.tzset()
    library.cache_clear()
    _built.cache_clear()
    again = build()
    monkeypatch.undo()
    time.tzset()
    assert again is not national and again.version == national.version
