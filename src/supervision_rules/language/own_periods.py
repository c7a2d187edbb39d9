"""The periods of a record of its own, as a fact is made of them: its months, its working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from supervision_rules.calendar import Period
from supervision_rules.language.alone import in_hindsight
from supervision_rules.language.fact_spec import PERIODS, WORKDAYS
from supervision_rules.world import Row


def own_periods(row: Row, counted: str, span: tuple[date, date] | None, latest_first: bool = False) -> Iterator[Row]:
    """The row through each of the periods that are over, and end in the span, as a rule would judge it there."""
    world, registered = row.world, row.type in row.world.schema.registers
    day = row.stands or world.as_of
    if row.period is not None and registered:
        day = min(day, row.period.last)
    periods = world.periods(row, PERIODS[counted])
    for period in reversed(list(periods)) if latest_first else periods:
        over = period.last <= day and (span is None or span[0] <= period.last <= span[1])
        if over and not (counted == WORKDAYS and _is_off(row, period.first)):
            yield _looked_back_at(row, period) if day < world.as_of else world.judged(row, period)


def _is_off(row: Row, day: date) -> bool:
    calendar = row.world.calendar
    return calendar.holds(day) and not calendar.is_workday(day)


def _looked_back_at(row: Row, period: Period) -> Row:
    """A row through a period that was over before the day on which it stands: of a record, as that was at its end, and
    what belongs there by all that is known of it, in a history by what is known on the day."""
    if row.type in row.world.schema.registers:
        view: Any = row.at(None, period)
        view.passed = True
        return view  # type: ignore[no-any-return]  # a row
    ended = row.world.judged(row, period)
    return ended if row.day is None or (row.closed and not row.onward) else in_hindsight(ended, row.day)
