"""How many occurrences count at most, by week, month, quarter and year: in order of date, until the number is full.

What comes to no points is not counted among them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from supervision_rules.calendar import CALENDAR_YEARS, PeriodKind, Years, lies_within
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.constructs.boxes import total
from supervision_rules.expressions import Interval, Number, Numeric, interval
from supervision_rules.expressions.values import ends
from supervision_rules.language.binding import Binder

AtMost = Mapping[PeriodKind, int]
_Slot = tuple[PeriodKind, date]


class Occurrence(NamedTuple):
    """What happened on a day, None if that is unknown; its points; whether it is known to count."""

    day: date | None
    points: Numeric | None
    sure: bool


def tell_most(binder: Binder, at_most: AtMost, window: PeriodKind | None) -> None:
    """Tell numbers that no words hold, and those of periods longer than the window, which counts anew each time."""
    for kind, most in at_most.items():
        binder.number(most, "at_most", kind)
        if window is not None and window != kind and lies_within(window, kind):
            words = {"window": Bilingual(PERIODS[window], window), "period": Bilingual(PERIODS[kind], kind)}
            binder.report("SR354", "at_most", kind, key=kind, **words)


def counted(occurrences: Iterable[Occurrence], at_most: AtMost, years: Years = CALENDAR_YEARS) -> Iterator[bool]:
    """Of occurrences in order of date, whether each still counts; all of them are known to count."""
    taken: Counter[_Slot] = Counter()
    for occurrence in occurrences:
        yield occurrence.points == 0 or _take(occurrence.day, at_most, years, taken)


def sum_within(occurrences: Sequence[Occurrence], at_most: AtMost, years: Years = CALENDAR_YEARS) -> Numeric | None:
    """The points of those that count; where it is unknown if some happened at all, from the least to the most.

    Whichever happened, as many count at least as of the sure ones alone: so the cheapest of so many that fit tell the
    least, and the dearest that fit the most.
    """
    occurrences = [each for each in occurrences if each.points != 0]
    sure = [each for each in occurrences if each.sure and not _may_be_free(each)]
    fits = list(counted(sure, at_most, years))
    if len(sure) == len(occurrences):
        return total(each.points for each, fit in zip(sure, fits, strict=True) if fit)
    bounds = [(each.day, ends(each.points)) for each in occurrences if each.points is not None]
    if len(bounds) < len(occurrences):
        return None
    cheapest = sorted(((low, day) for day, (low, _) in bounds), key=lambda pair: pair[0])
    dearest = sorted(((high, day) for day, (_, high) in bounds), key=lambda pair: pair[0], reverse=True)
    needed = sum(fits)
    least = total(_picked(cheapest, at_most, years, lambda picked, points: picked < needed or points < 0))
    most = total(_picked(dearest, at_most, years, lambda picked, points: points > 0))
    return None if least is None or most is None else interval(ends(least)[0], ends(most)[1])


def _may_be_free(occurrence: Occurrence) -> bool:
    """Whether it is unknown if it comes to any points, so that it may take up no place."""
    if not isinstance(occurrence.points, Interval):
        return False
    return occurrence.points.low <= 0 <= occurrence.points.high


def _picked(
    ranked: Iterable[tuple[Number, date | None]],
    at_most: AtMost,
    years: Years,
    wanted: Callable[[int, Number], bool],
) -> Iterator[Number]:
    """Those that fit, in this order, if they are wanted after so many that have been picked."""
    taken: Counter[_Slot] = Counter()
    picked = 0
    for points, day in ranked:
        if wanted(picked, points) and _take(day, at_most, years, taken):
            picked += 1
            yield points


def _take(day: date | None, at_most: AtMost, years: Years, taken: Counter[_Slot]) -> bool:
    """Whether there is room in each period of the day, which is then taken; of an unknown day nothing is full."""
    if day is None:
        return True
    slots: list[_Slot] = [(kind, years.period_of(day, kind).first) for kind in at_most]
    room = all(taken[slot] < at_most[slot[0]] for slot in slots)
    taken.update(slots if room else ())
    return room
