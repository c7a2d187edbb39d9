"""Office hours that change with the season: what they are on a day, how many lie between two, what is no season."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import rule, told, write

from supervision_rules.calendar import calendar_for
from supervision_rules.language.office_hours import OfficeHours

CALENDAR = calendar_for("CN")
SUMMER, WINTER = ((0, 3600),), ((0, 7200),)
SEASONS = OfficeHours((((6, 1), SUMMER), ((10, 1), WINTER)))


def test_a_season_goes_on_into_the_next_year() -> None:
    days = (date(2024, 1, 1), date(2024, 5, 31), date(2024, 6, 1), date(2024, 9, 30), date(2024, 10, 1))
    assert [SEASONS.on(day) for day in days] == [WINTER, WINTER, SUMMER, SUMMER, WINTER]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (date(2024, 5, 31), date(2024, 5, 31), 0),
        (date(2024, 5, 30), date(2024, 5, 31), 2),  # a Friday
        (date(2024, 5, 30), date(2024, 6, 3), 3),  # and a Monday of the summer
        (date(2024, 9, 29), date(2024, 10, 8), 3),  # the last of the summer, the first after the holidays
        (date(2024, 12, 30), date(2025, 1, 2), 4),  # over the new year
    ],
)
def test_how_many_lie_between(start: date, end: date, hours: int) -> None:
    assert SEASONS.between(start, end, CALENDAR) == hours * 3600


@pytest.mark.parametrize(
    "given",
    [
        "{by_season: {}}",
        "{by_season: {06-31: [09:00-12:00]}}",
        "{by_season: {02-29: [09:00-12:00]}}",
        "{by_season: {6-1: [09:00-12:00]}}",
        "{by_season: {06-01: [12:00-09:00]}}",
        "{by_season: {06-01: []}}",
        "{by_seasons: {06-01: [09:00-12:00]}}",
        "{06-01: [09:00-12:00]}",
    ],
)
def test_what_is_no_season_is_told(tmp_path: Path, given: str) -> None:
    text = rule("kind: requirement\non: matter\nrequire: known(unit)")
    path = write(tmp_path, text, head=f"conventions: {{office_hours: {given}}}\n")
    assert [code for code, _, _ in told(path)] == ["SR165"]
