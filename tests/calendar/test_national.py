"""The national days against the notices themselves and against the statute."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from holidays.countries import China

from supervision_rules.calendar import WorkCalendar, calendar_for

# Statutory days a year: 10 until 2007, 11 until 2024, 13 since; one more in 2015 (3 September), two more in 2020
# (the Spring Festival was prolonged by 31 January and, as a weekend day worked no more, 1 February).
TOTALS = {year: 10 if year < 2008 else 11 if year < 2025 else 13 for year in range(2004, 2027)} | {2015: 12, 2020: 13}

# Weekdays off and weekend days worked. 2006, 2007 and 2014 are from the texts of the notices, independent
# of the library; the others were not checked against a text here and only guard against a change.
NOTICES = {
    2006: (
        "01-02 01-03 01-30 01-31 02-01 02-02 02-03 05-01 05-02 05-03 05-04 05-05 10-02 10-03 10-04 10-05 10-06",
        "01-28 02-05 04-29 04-30 09-30 10-08 12-30 12-31",
    ),
    2007: (
        "01-01 01-02 01-03 02-19 02-20 02-21 02-22 02-23 05-01 05-02 05-03 05-04 05-07 "
        "10-01 10-02 10-03 10-04 10-05 12-31",
        "02-17 02-25 04-28 04-29 09-29 09-30 12-29",
    ),
    2014: (
        "01-01 01-31 02-03 02-04 02-05 02-06 04-07 05-01 05-02 06-02 09-08 10-01 10-02 10-03 10-06 10-07",
        "01-26 02-08 05-04 09-28 10-11",
    ),
    2020: (
        "01-01 01-24 01-27 01-28 01-29 01-30 01-31 04-06 05-01 05-04 05-05 06-25 06-26 10-01 10-02 10-05 10-06 "
        "10-07 10-08",
        "01-19 04-26 05-09 06-28 09-27 10-10",
    ),
    2021: (
        "01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07",
        "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
    ),
    2023: (
        "01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06",
        "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
    ),
}


@pytest.fixture(scope="module")
def national() -> WorkCalendar:
    return calendar_for("CN")


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(366) if (date(year, 1, 1) + timedelta(n)).year == year]


def net_days_off(calendar: WorkCalendar, days: list[date]) -> int:
    off = sum(day.weekday() < 5 and not calendar.is_workday(day) for day in days)
    return off - sum(day.weekday() > 4 and calendar.is_workday(day) for day in days)


@pytest.mark.parametrize("year", TOTALS)
def test_each_year_gives_the_statutory_days(national: WorkCalendar, year: int) -> None:
    # A New Year's notice reaches back to 29 December.
    first, last = max(date(year - 1, 12, 29), national.first), date(year, 12, 28)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert net_days_off(national, days) == TOTALS[year]


def test_weekends_alone_would_not_give_them(national: WorkCalendar) -> None:
    plain = [day for day in days_of(2021) if day.weekday() > 4]
    assert any(national.is_workday(day) for day in plain)
    assert net_days_off(national, plain) < 0


@pytest.mark.parametrize("year", NOTICES)
def test_day_by_day_as_the_notice_says(national: WorkCalendar, year: int) -> None:
    days = days_of(year)
    off = [f"{day:%m-%d}" for day in days if day.weekday() < 5 and not national.is_workday(day)]
    worked = [f"{day:%m-%d}" for day in days if day.weekday() > 4 and national.is_workday(day)]
    assert (" ".join(off), " ".join(worked)) == NOTICES[year]


def test_the_library_still_tells_which_years_are_official(national: WorkCalendar) -> None:
    """Read from an undocumented attribute: without it a prediction would pass for a notice."""
    assert set(China(years=2004, expand=False).special_public_holidays) >= set(range(2004, 2027))
    assert national.fixed_until >= date(2026, 12, 31)
    assert national.first == date(2004, 1, 1)
    assert national.last == date(national.fixed_until.year + 5, 12, 31)


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2020, 10, 1), "国庆节、中秋节", "National Day, Mid-Autumn Festival"),
        (date(2020, 10, 8), "国庆节、中秋节", "National Day, Mid-Autumn Festival"),
        (date(2020, 10, 10), "周六调休上班", "make-up Saturday"),
        (date(2020, 9, 27), "周日调休上班", "make-up Sunday"),
        (date(2020, 10, 11), "周日", "Sunday"),
        (date(2020, 10, 9), "工作日", "working day"),
        (date(2023, 9, 29), "中秋节、国庆节", "Mid-Autumn Festival, National Day"),
        (date(2020, 1, 31), "春节", "Spring Festival"),
        (date(2025, 1, 28), "春节", "Spring Festival"),
        (date(2021, 4, 3), "清明节", "Tomb-Sweeping Day"),
    ],
)
def test_reasons(national: WorkCalendar, day: date, zh: str, en: str) -> None:
    assert (national.reason(day), national.reason(day, "en")) == (zh, en)


def test_every_reason_has_english_words(national: WorkCalendar) -> None:
    reasons = {national.reason(day, "en") for year in range(2004, 2032) for day in days_of(year)}
    assert all(reason.isascii() for reason in reasons)


def test_half_day_holidays_are_worked(national: WorkCalendar) -> None:
    assert all(national.is_workday(date(2022, *day)) for day in [(3, 8), (6, 1), (8, 1)])


def test_predicted_years_have_the_statutory_days_and_no_days_made_up(national: WorkCalendar) -> None:
    after = [day for year in range(national.fixed_until.year + 1, national.last.year + 1) for day in days_of(year)]
    assert not any(day.weekday() > 4 and national.is_workday(day) for day in after)
    assert not national.is_workday(date(national.last.year, 10, 1))


def test_as_known_before_the_notice_came() -> None:
    before, after = (calendar_for("CN", known_by=date(2020, *day)) for day in [(6, 30), (12, 31)])
    assert (before.fixed_until, after.fixed_until) == (date(2020, 12, 31), date(2021, 12, 31))
    assert not before.is_workday(date(2021, 2, 7)) and after.is_workday(date(2021, 2, 7))
    assert before.is_workday(date(2021, 10, 7)) and not after.is_workday(date(2021, 10, 7))
    assert before.is_workday(date(2020, 10, 10))
    assert not before.is_workday(date(2021, 10, 1))
