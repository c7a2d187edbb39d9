"""What a file of notices must satisfy beyond its shape: each day belongs to the year and changes something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from supervision_rules.calendar.factory import COUNTRY, build, is_jurisdiction, levels
from supervision_rules.calendar.national import FIRST, YEARS_AHEAD, library, weekend
from supervision_rules.calendar.notice import Notice, Season
from supervision_rules.calendar.notice_file import NoticeFile, NoticeText
from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import Node, locate

_MONTH_DAY: Final = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")
_EARLIEST_BEFORE: Final = (12, 20)  # of the year before: a New Year's notice moves the days around it
_NATIONAL_DAYS_OFF: Final = 13  # since 2025; the years before are all in the library

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks one file, which lies over the notices that the library ships."""

    file: NoticeFile
    root: Node
    diagnostics: Collector
    shipped: tuple[Notice, ...]

    def notices(self) -> tuple[Notice, ...]:
        """The notices of the file, to be used only if nothing in it was refused."""
        if not is_jurisdiction(self.file.jurisdiction):
            self._add("SR401", ("jurisdiction",), given=self.file.jurisdiction)
            return ()
        season = self._season()
        if self._years():
            self._days()
            self._totals()
        return tuple(self._notice(text, season) for text in self.file.notices)

    def _notice(self, text: NoticeText, season: Season | None) -> Notice:
        return Notice(
            self.file.jurisdiction,
            text.title,
            text.published,
            text.year,
            text.off,
            text.worked,
            text.label,
            text.label_en,
            season,
            text.note,
        )

    def _season(self) -> Season | None:
        if self.file.season is None:
            return None
        bounds = [("from", self.file.season.start), ("to", self.file.season.end)]
        wrong = [(key, text) for key, text in bounds if not _MONTH_DAY.fullmatch(text)]
        if not wrong and self.file.season.start > self.file.season.end:
            wrong = bounds[1:]
        for key, text in wrong:
            self._add("SR409", ("season", key), text=text)
        return None if wrong else Season(_month_day(bounds[0][1]), _month_day(bounds[1][1]))

    def _years(self) -> bool:
        first, last = FIRST.year, library().last_year + YEARS_AHEAD
        outside = [at for at, text in enumerate(self.file.notices) if not first <= text.year <= last]
        for at in outside:
            self._add("SR402", ("notices", at, "year"), year=self.file.notices[at].year, first=first, last=last)
        return not outside

    def _days(self) -> None:
        changed: dict[date, bool] = {}
        for at, text in enumerate(self.file.notices):
            self._own_days(at, text)
            self._against_calendar(at, text, changed)
            changed |= dict.fromkeys(text.off, False) | dict.fromkeys(text.worked, True)

    def _own_days(self, at: int, text: NoticeText) -> None:
        seen: set[date] = set()
        for path, day in _places(at, text):
            if day in seen:
                self._add("SR404", path, day=day)
            elif not _belongs(day, text.year):
                self._add("SR403", path, day=day, year=text.year)
            seen.add(day)
        if seen and text.published and text.published > min(seen):
            self._add("SR408", ("notices", at, "published"), published=text.published, day=min(seen))

    def _against_calendar(self, at: int, text: NoticeText, changed: Mapping[date, bool]) -> None:
        """Each day must change something; a notice may overturn a day of the notices before it."""
        place = self.file.jurisdiction
        beneath = build((COUNTRY, *levels(place)[:-1])[-1], self.shipped)
        arranged_off = {day for notice in self.shipped if notice.jurisdiction == place for day in notice.off}
        for path, day in _places(at, text):
            if not (_belongs(day, text.year) and beneath.first <= day <= beneath.last):
                continue
            worked = changed.get(day, beneath.is_workday(day))
            if path[2] == "off" and not worked and (self._regional or weekend(day)):
                self._add("SR405", path, day=day)
            elif path[2] == "worked" and worked and (self._regional or not weekend(day)) and day not in arranged_off:
                self._add("SR406", path, day=day)

    @property
    def _regional(self) -> bool:
        return self.file.jurisdiction != COUNTRY

    def _totals(self) -> None:
        groups: dict[tuple[int, str], list[int]] = {}
        for at, text in enumerate(self.file.notices):
            groups.setdefault((text.year, text.label if self._regional else ""), []).append(at)
        for places in groups.values():
            self._total(places)

    def _total(self, places: list[int]) -> None:
        texts = [self.file.notices[at] for at in places]
        expected = self._expected(texts)
        found = sum(len(text.off) - len(text.worked) for text in texts)
        if expected is not None and found != expected:
            last = texts[-1]
            where: Path = ("notices", places[-1], "year")
            self._add("SR407", where, year=last.year, label=last.label, found=found, expected=expected)

    def _expected(self, texts: list[NoticeText]) -> int | None:
        stated = [text.days_off for text in texts if text.days_off is not None]
        if stated or self.file.days_off is not None:
            return stated[-1] if stated else self.file.days_off
        # A notice of a year that the library has can only amend it, and an amendment has no usual total.
        return None if self._regional or texts[0].year in library().official else _NATIONAL_DAYS_OFF

    def _add(self, code: str, path: Path, **params: object) -> None:
        self.diagnostics.add(code, locate(self.root, path).span, **params)


def _month_day(text: str) -> tuple[int, int]:
    return int(text[:2]), int(text[3:])


def _belongs(day: date, year: int) -> bool:
    return day.year == year or (day.year == year - 1 and (day.month, day.day) >= _EARLIEST_BEFORE)


def _places(at: int, text: NoticeText) -> Iterator[tuple[Path, date]]:
    for key, days in (("off", text.off), ("worked", text.worked)):
        yield from ((("notices", at, key, place), day) for place, day in enumerate(days))
