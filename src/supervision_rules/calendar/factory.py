"""A jurisdiction's calendar: the national table with the notices of each level laid over it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from itertools import groupby
from threading import RLock
from typing import Final

from supervision_rules.calendar.national import FIRST, National, all_days, made_up, national
from supervision_rules.calendar.notice import Notice, in_force, notice_year
from supervision_rules.calendar.table import Gap, Mark, WorkCalendar, tabulate

COUNTRY: Final = "CN"
# ISO 3166-2:CN; a place inside a region adds parts of its own.
_REGIONS: Final = (
    "AH BJ CQ FJ GD GS GX GZ HA HB HE HI HK HL HN JL JS JX LN MO NM NX QH SC SD SH SN SX TJ TW XJ XZ YN ZJ"
)
_CODE: Final = re.compile(rf"CN(-({_REGIONS.replace(' ', '|')})(-[A-Z0-9]{{2,6}}){{0,2}})?")
_BUILDING: Final = RLock()  # the library's tables must not be filled by two threads at once


def is_jurisdiction(code: str) -> bool:
    """Whether it is a code like "CN", "CN-GX" or, for a place inside a region, "CN-GX-NN"."""
    return _CODE.fullmatch(code) is not None


def levels(jurisdiction: str) -> tuple[str, ...]:
    """The jurisdiction after those that it lies in: ("CN", "CN-GX")."""
    parts = jurisdiction.split("-")
    return tuple("-".join(parts[:count]) for count in range(1, len(parts) + 1))


def build(jurisdiction: str = COUNTRY, notices: tuple[Notice, ...] = (), known_by: date | None = None) -> WorkCalendar:
    """The calendar from these notices and the national table alone; built once for equal arguments."""
    if not is_jurisdiction(jurisdiction):
        raise ValueError(f"a place is a code like 'CN', 'CN-GX' or 'CN-GX-NN', not {jurisdiction!r}")
    with _BUILDING:
        return _built(jurisdiction, notices, known_by)


@lru_cache(maxsize=64)
def _built(jurisdiction: str, notices: tuple[Notice, ...], known_by: date | None) -> WorkCalendar:
    applied = [in_force(notices, level, known_by) for level in levels(jurisdiction)]
    base = national(applied[0], known_by)
    regional = [notice for level in applied[1:] for notice in level]
    return tabulate(
        jurisdiction,
        FIRST,
        _overlaid(base.marks, regional),
        fixed_until=_fixed_until(base.fixed),
        source=base.source,
        overlays=tuple(dict.fromkeys(notice.title for level in applied for notice in level)),
        gaps=_gaps(base, [notice for notice in notices if notice.jurisdiction in levels(jurisdiction)[1:]], regional),
    )


def _overlaid(marks: tuple[Mark, ...], notices: Iterable[Notice]) -> list[Mark]:
    table = list(marks)
    for notice in notices:
        rest = Mark(False, notice.label, notice.label_en or notice.label)
        changes = [(day, rest) for day in notice.off] + [(day, made_up(day)) for day in notice.worked]
        for day, mark in changes:
            offset = (day - FIRST).days
            if 0 <= offset < len(table):
                table[offset] = mark
    return table


def _fixed_until(fixed: frozenset[int]) -> date:
    year = FIRST.year
    while year + 1 in fixed:
        year += 1
    return date(year, 12, 31)


def _gaps(base: National, written: list[Notice], known: list[Notice]) -> tuple[Gap, ...]:
    """The days not fixed: by no national notice, or in the season of a region that has not announced its days.

    A region's season counts from the year of the first notice written for it; before, it had no holiday.
    """
    open_seasons = {
        (notice.jurisdiction, notice.season): min(n.year for n in written if n.jurisdiction == notice.jurisdiction)
        for notice in written
        if notice.season
    }
    days = all_days(date.fromordinal(FIRST.toordinal() + len(base.marks) - 1))
    open_days = {
        day
        for (place, season), since in open_seasons.items()
        for day in days
        if day.year >= since
        and day in season
        and not any(n.year == day.year and n.jurisdiction == place and n.announces(season) for n in known)
    }
    flags = [day in open_days or not {day.year, notice_year(day)} <= base.fixed for day in days]
    runs = groupby(zip(days, flags, strict=True), lambda pair: pair[1])
    stretches = [[day for day, _ in run] for flagged, run in runs if flagged]
    return tuple(Gap(days[0], days[-1]) for days in stretches)
