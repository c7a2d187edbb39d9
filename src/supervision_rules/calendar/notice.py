"""What a notice on holidays says, apart from the file it was written in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Season(NamedTuple):
    """The stretch of a year, as (month, day) with both ends included, in which a region's holiday can fall."""

    first: tuple[int, int]
    last: tuple[int, int]

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= (day.month, day.day) <= self.last


@dataclass(frozen=True, slots=True)
class Notice:
    """An arrangement: days off and days worked in a year, for everyone in a jurisdiction.

    ``published`` is None where the day is not known; ``label`` names the holiday, as reasons show it;
    ``season`` tells where the holiday can fall in a year that has no notice yet.
    """

    jurisdiction: str
    title: str
    published: date | None
    year: int
    off: tuple[date, ...]
    worked: tuple[date, ...]
    label: str
    label_en: str = ""
    season: Season | None = None
    note: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """The days that it changes, in order."""
        return tuple(sorted((*self.off, *self.worked)))

    @property
    def known_from(self) -> date:
        """The day of publication, else the first day that it touches, else the first of its year."""
        return self.published or next(iter(self.days), date(self.year, 1, 1))

    def announces(self, season: Season) -> bool:
        """Whether it settles the season's holiday in its year, be it that there is none."""
        return not self.days or any(day in season for day in self.days)


def notice_year(day: date) -> int:
    """The year whose notice fixes the day last: 29 to 31 December belong to the New Year's holiday."""
    return day.year + ((day.month, day.day) >= (12, 29))


def in_force(notices: Iterable[Notice], jurisdiction: str, known_by: date | None) -> tuple[Notice, ...]:
    """The jurisdiction's notices known on a day (None: all), each before those that overturn it."""
    chosen = (notice for notice in notices if notice.jurisdiction == jurisdiction)
    known = (notice for notice in chosen if known_by is None or notice.known_from <= known_by)
    return tuple(sorted(known, key=lambda notice: notice.known_from))
