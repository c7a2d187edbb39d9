"""What was counted up to a due day, in an explanation: the days, the hours of each, and how the last one moved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise

from supervision_rules.constructs.clock import OPEN, Counted
from supervision_rules.constructs.hours import hours
from supervision_rules.constructs.lengths import day_of
from supervision_rules.findings import Explanation
from supervision_rules.language.conventions import looked_at
from supervision_rules.language.reasons import of_days, reason
from supervision_rules.world import Row


def of_count(row: Row, counted: Counted) -> Iterator[Explanation]:
    """The working days counted, and over which days off the last one moved."""
    for start, end in counted.stretches if counted.workdays else ():
        if start < end:
            yield of_days(row, start, end)
    if counted.stated is not None:
        yield of_move(row, counted.stated, counted.due)


def of_move(row: Row, stated: date, due: date) -> Explanation:
    """That a last day was a day off, and where it moved."""
    if due == OPEN:
        return reason("rolled-open", stated=stated)
    day = day_of(due)
    days = of_days(row, *looked_at(stated, day))
    return reason("rolled-on" if day > stated else "rolled-back", days, stated=stated, moved=day)


def of_hours(row: Row, seconds: Mapping[date, int]) -> Iterator[Explanation]:
    """How many office hours count on each day, neighbouring working days that are alike together."""
    days, between = [day for day, count in seconds.items() if count], row.world.calendar.workdays_between
    apart = (seconds[one] != seconds[next_] or between(one, next_) > 1 for one, next_ in pairwise(days))
    cuts = [0, *(place for place, is_apart in enumerate(apart, 1) if is_apart)]
    for first, end in pairwise([*cuts, len(days)]):
        ends = {"first": days[first], "last": days[end - 1], "hours": hours(seconds[days[first]])}
        yield reason("hours-of-day" if end - first == 1 else "hours-of-days", **ends)
    if days:
        yield of_days(row, max(days[0] - timedelta(days=1), row.world.calendar.first), days[-1])
