"""The periods through which records are judged: from the first on record to the day asked, with nothing left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from supervision_rules.calendar import Period, PeriodKind
from supervision_rules.expressions import Value
from supervision_rules.world.afterwards import last_concerned
from supervision_rules.world.governing import first_event, root
from supervision_rules.world.rows import World
from supervision_rules.world.tenure import has

_DAY: Final = timedelta(days=1)


def judged_periods(world: World, kind: PeriodKind) -> list[Period]:
    """Every period from the beginning to the day asked, while the document is in force or something of it open; those
    after that in which something is on record. The earliest first."""
    days, years = _days(world), world.schema.years
    start, end = _beginning(world, days), last_concerned(world)
    periods = {years.period_of(day, kind) for day in days if not start <= day <= end}
    periods.update(years.between(start, end, kind))
    return in_time(periods)


def periods_before(world: World, kind: PeriodKind) -> list[Period]:
    """The periods before this version took over in which the matters that passed to it were open, the earliest first.

    Through these it looks at them as it does through its own, as for how many months in a row something held; what is
    found there the earlier version has told.
    """
    took_over, years = world.change.took_over, world.schema.years
    passed = (world.find(*key) for key in world.tenures)
    days = (first_event(root(row)) for row in passed if row is not None)
    first = min((day for day in days if day is not None), default=None)
    if took_over is None or first is None:
        return []
    judged = {period.first for period in judged_periods(world, kind)}
    before = years.between(first, min(took_over - _DAY, world.as_of), kind)
    return [period for period in before if period.first not in judged]


def in_time(periods: Iterable[Period]) -> list[Period]:
    """Periods of one kind in their order, the earliest first."""
    return sorted(periods, key=lambda period: period.first)


def _days(world: World) -> set[date]:
    """The days on which something is on record, from the day of force up to the day asked."""
    days: set[Value] = set()
    since = world.in_force[0] or date.min
    for name, rows in world.all():
        for dated in ("date", *world.schema.days[name]):
            days |= {row.source[dated] for row in rows if not world.tenures or has(row, row.source[dated])}
    return {day for day in days if isinstance(day, date) and since <= day <= world.as_of}


def _first_day(world: World) -> Iterator[date]:
    """The first day in force on which or before which something is on record, if there is any."""
    days = (row.source["date"] for _, rows in world.all(ever=True) for row in rows)
    first = min((day for day in days if isinstance(day, date) and day <= world.as_of), default=None)
    if first is not None:
        yield min(max(first, world.in_force[0] or first), world.as_of)


def _beginning(world: World, days: set[date]) -> date:
    """The first day of the year, or of the time in force within it, in which something is first on record, whether the
    document governs that or not: what a version finds of a year does not hang on whose matters there were.

    From there on every period is judged, with or without records, so that those of a year make the whole of it.
    What is dated before the calendar begins has a period of its own, but nothing is judged in between.
    """
    days = {*days, *_first_day(world)}
    first = min(max(min(days, default=world.as_of), world.calendar.first), world.as_of)
    return max(world.schema.years.period_of(first, "year").first, min(world.in_force[0] or date.min, first))
