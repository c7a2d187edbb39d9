"""Weeks, months, quarters and years, and counting by months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules.calendar import (
    CALENDAR_YEARS,
    PeriodKind,
    add_months,
    end_of_month,
    end_of_quarter,
    end_of_year,
    months_before,
    period_of,
    start_of_quarter,
)

KINDS: tuple[PeriodKind, ...] = ("week", "ten days", "month", "quarter", "half year", "year")
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))


@pytest.mark.parametrize(
    ("end", "n", "first"),
    [
        (date(2021, 3, 15), 12, date(2020, 3, 16)),
        (date(2021, 3, 31), 12, date(2020, 4, 1)),
        (date(2021, 2, 28), 2, date(2021, 1, 1)),
        (date(2020, 2, 28), 2, date(2019, 12, 29)),
        (date(2021, 3, 29), 1, date(2021, 3, 1)),
        (date(2021, 3, 30), 1, date(2021, 3, 1)),
        (date(2021, 6, 30), 6, date(2021, 1, 1)),
    ],
)
def test_the_months_before_the_end_of_a_month_are_whole(end: date, n: int, first: date) -> None:
    assert months_before(end, n) == first


@given(DAYS, st.integers(1, 30))
def test_they_never_begin_earlier_on_a_later_day(end: date, n: int) -> None:
    assert months_before(end, n) <= months_before(end + timedelta(days=1), n) <= end


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        (date(2021, 1, 15), 1, date(2021, 2, 15)),
        (date(2021, 1, 31), 1, date(2021, 2, 28)),
        (date(2020, 1, 31), 1, date(2020, 2, 29)),
        (date(2020, 2, 29), 12, date(2021, 2, 28)),
        (date(2021, 2, 28), 1, date(2021, 3, 28)),
        (date(2021, 11, 30), 3, date(2022, 2, 28)),
        (date(2021, 12, 31), -1, date(2021, 11, 30)),
        (date(2021, 3, 31), -13, date(2020, 2, 29)),
        (date(2021, 6, 21), 0, date(2021, 6, 21)),
    ],
)
def test_months_end_on_the_same_number_or_the_last_day(start: date, n: int, end: date) -> None:
    assert add_months(start, n) == end


@pytest.mark.parametrize(
    ("day", "kind", "first", "last", "label", "label_en"),
    [
        (date(2021, 8, 15), "quarter", date(2021, 7, 1), date(2021, 9, 30), "2021年第三季度", "2021 Q3"),
        (date(2021, 12, 31), "quarter", date(2021, 10, 1), date(2021, 12, 31), "2021年第四季度", "2021 Q4"),
        (date(2020, 2, 1), "month", date(2020, 2, 1), date(2020, 2, 29), "2020年2月", "2020-02"),
        (date(2021, 6, 30), "half year", date(2021, 1, 1), date(2021, 6, 30), "2021年上半年", "2021 H1"),
        (date(2021, 7, 1), "half year", date(2021, 7, 1), date(2021, 12, 31), "2021年下半年", "2021 H2"),
        (date(2021, 3, 1), "ten days", date(2021, 3, 1), date(2021, 3, 10), "2021年3月上旬", "2021-03 (1-10)"),
        (date(2021, 3, 10), "ten days", date(2021, 3, 1), date(2021, 3, 10), "2021年3月上旬", "2021-03 (1-10)"),
        (date(2021, 3, 11), "ten days", date(2021, 3, 11), date(2021, 3, 20), "2021年3月中旬", "2021-03 (11-20)"),
        (date(2021, 3, 20), "ten days", date(2021, 3, 11), date(2021, 3, 20), "2021年3月中旬", "2021-03 (11-20)"),
        (date(2021, 3, 21), "ten days", date(2021, 3, 21), date(2021, 3, 31), "2021年3月下旬", "2021-03 (21-31)"),
        (date(2021, 2, 28), "ten days", date(2021, 2, 21), date(2021, 2, 28), "2021年2月下旬", "2021-02 (21-28)"),
        (date(2020, 2, 29), "ten days", date(2020, 2, 21), date(2020, 2, 29), "2020年2月下旬", "2020-02 (21-29)"),
        (date(2021, 6, 1), "year", date(2021, 1, 1), date(2021, 12, 31), "2021年", "2021"),
        (date(2021, 1, 3), "week", date(2020, 12, 28), date(2021, 1, 3), "2020年第53周", "2020-W53"),
        (date(2021, 1, 4), "week", date(2021, 1, 4), date(2021, 1, 10), "2021年第1周", "2021-W01"),
    ],
)
def test_the_period_of_a_day(day: date, kind: PeriodKind, first: date, last: date, label: str, label_en: str) -> None:
    period = period_of(day, kind)
    assert (period.first, period.last, period.label, period.label_en) == (first, last, label, label_en)
    assert day in period


def test_edges_belong_to_a_period_and_the_days_beside_it_do_not() -> None:
    period = period_of(date(2021, 8, 15), "quarter")
    assert period.first in period and period.last in period
    assert period.first - timedelta(days=1) not in period
    assert period.last + timedelta(days=1) not in period


def test_ends_and_starts() -> None:
    day = date(2024, 2, 10)
    assert end_of_month(day) == date(2024, 2, 29)
    assert (start_of_quarter(day), end_of_quarter(day)) == (date(2024, 1, 1), date(2024, 3, 31))
    assert end_of_year(day) == date(2024, 12, 31)


def test_periods_between_hold_both_ends() -> None:
    labels = [period.label for period in CALENDAR_YEARS.between(date(2021, 11, 30), date(2022, 1, 1), "month")]
    assert labels == ["2021年11月", "2021年12月", "2022年1月"]
    assert not [*CALENDAR_YEARS.between(date(2021, 2, 1), date(2021, 1, 1), "month")]


@given(DAYS, st.sampled_from(KINDS))
def test_periods_tile_the_time(day: date, kind: PeriodKind) -> None:
    period = period_of(day, kind)
    following = period_of(period.last + timedelta(days=1), kind)
    assert day in period
    assert following.first == period.last + timedelta(days=1)
    assert period_of(period.first, kind) == period_of(period.last, kind) == period


@given(DAYS, st.integers(-600, 600))
def test_months_are_counted_exactly(day: date, n: int) -> None:
    end = add_months(day, n)
    assert (end.year * 12 + end.month) - (day.year * 12 + day.month) == n
    assert end.day == day.day or end == end_of_month(end)
