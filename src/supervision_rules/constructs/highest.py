"""Of several amounts for the same thing only the highest counts; each may be in doubt, and so may what it is for.

Of those that count, no more may count in a period than so many: the cap comes after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from supervision_rules.calendar import CALENDAR_YEARS, Years
from supervision_rules.constructs.boxes import maybe, total
from supervision_rules.constructs.occurrences import AtMost, Occurrence, counted, sum_within
from supervision_rules.expressions import Interval, Number, Numeric
from supervision_rules.expressions.values import ends, interval, subtract
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression


def sum_of_highest(groups: Mapping[Any, list[Numeric | None]]) -> Numeric | None:
    """The sum of the highest of each group; what lies under None may belong to any group, or make one of its own."""
    tops = [_highest(prices) for group, prices in groups.items() if group is not None]
    return _with_unknown(tops, groups[None]) if None in groups else total(tops)


def sum_once(
    occurrences: Sequence[Occurrence], groups: Sequence[Any], at_most: AtMost, years: Years = CALENDAR_YEARS
) -> Numeric | None:
    """The sum of the highest of each group, of which so many count at most, in order of date.

    ``groups`` tells of each occurrence what it is for, None if that is unknown. Where it is in doubt which is the
    highest, and there is not room for all, the sum is anything from nothing to the most that it can be.
    """
    grouped: dict[Any, list[Numeric | None]] = {}
    for each, group in zip(occurrences, groups, strict=True):
        grouped.setdefault(group, []).append(each.points if each.sure else maybe(each.points))
    highest = sum_of_highest(grouped)
    if all(each.day is not None for each in occurrences) and all(counted(occurrences, at_most, years)):
        return highest
    if _is_plain(occurrences, groups):
        flags = counted_once(occurrences, groups, at_most, years)
        return total(each.points for each, counts in zip(occurrences, flags, strict=True) if counts)
    most = sum_within([each._replace(sure=False) for each in occurrences], at_most, years)
    if highest is None or most is None:
        return None
    least = total(min(0, ends(each.points)[0]) for each in occurrences if each.points is not None)
    return None if least is None else interval(ends(least)[0], min(ends(highest)[1], ends(most)[1]))


def counted_once(
    occurrences: Sequence[Occurrence], groups: Sequence[Any], at_most: AtMost, years: Years = CALENDAR_YEARS
) -> list[bool]:
    """Whether each counts: as the first of the highest of its group, and within the number of its period.

    Where it is in doubt which those are, none is left out.
    """
    if not _is_plain(occurrences, groups):
        return [True] * len(occurrences)
    first: dict[Any, int] = {}
    for place, (each, group) in enumerate(zip(occurrences, groups, strict=True)):
        if group not in first or _amount(each) > _amount(occurrences[first[group]]):
            first[group] = place
    chosen = sorted(first.values())
    fits = counted([occurrences[place] for place in chosen], at_most, years)
    kept = {place for place, fit in zip(chosen, fits, strict=True) if fit}
    return [place in kept for place in range(len(occurrences))]


def _is_plain(occurrences: Sequence[Occurrence], groups: Sequence[Any]) -> bool:
    """Whether it is plain which is the highest of each group: all happened, on known days, for known things.

    The points of the only one of its group may be in doubt.
    """
    sizes = Counter(groups)
    exact = (
        each.sure and each.day is not None and (sizes[group] == 1 or isinstance(each.points, Number))
        for each, group in zip(occurrences, groups, strict=True)
    )
    return None not in sizes and all(exact)


def _amount(occurrence: Occurrence) -> Any:
    return occurrence.points


def _highest(prices: Iterable[Numeric | None]) -> Numeric | None:
    """The highest of some amounts, each of which may be an Interval."""
    bounds = [ends(price) if price is not None else None for price in prices]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return None
    low, high = max(low for low, _ in known), max(high for _, high in known)
    return low if low == high else Interval(low, high)


def _with_unknown(tops: list[Numeric | None], unknown: list[Numeric | None]) -> Numeric | None:
    """The sum of the groups' highest, where the group of some records is unknown: each may be of any, or its own."""
    least, most, best = total(tops), total([*tops, *unknown]), _highest(unknown)
    if least is None or most is None or best is None:
        return None
    top = max((ends(price)[0] for price in tops if price is not None), default=0)
    low = total([ends(least)[0], subtract(max(ends(best)[0], top), top)])
    return None if low is None else Interval(ends(low)[0], ends(most)[1]) if low != most else low


def bind_once(binder: Binder, given: str | list[str] | None, of: str) -> tuple[Expression, ...] | None:
    """What ``once_per`` names, of the records counted; None if one of them is wrong."""
    paths: list[tuple[str | int, ...]] = [] if given is None else [("once_per",)]
    if isinstance(given, list):
        paths = [("once_per", index) for index in range(len(given))]
    bound = [binder.expression(*path, of=of, expected=None) for path in paths]
    return None if None in bound else tuple(each for each in bound if each is not None)
