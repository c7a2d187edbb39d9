"""Stays that meet: which of many spans of time overlap, among those that agree in some values and differ in others.

Grouped by the values that must agree and swept by start, so that the work is that of sorting and of what is found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from supervision_rules.expressions import Value

Key = tuple[Value, ...]
Known = tuple[int, ...]
"""The places of the values that are known."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One span of days, both ends in it. ``same`` must agree with another's (two lists agree if they share a member),
    of ``differ`` at least one must differ; None among them is unknown, and so is a stay that is not ``sure``."""

    id: str
    start: date
    end: date
    same: Key
    differ: Key
    sure: bool = True

    @property
    def complete(self) -> bool:
        """Whether nothing that pairs hang on is unknown."""
        return self.sure and None not in self.same and None not in self.differ

    @property
    def order(self) -> tuple[date, str]:
        return (self.start, self.id)


def overlap_days(one: Stay, other: Stay) -> int:
    """How many days two stays share."""
    return (min(one.end, other.end) - max(one.start, other.start)).days + 1


def differing(one: Key, other: Key) -> bool | None:
    """Kleene's or over the values: whether at least one differs. True where there are none to compare."""
    if not one:
        return True
    unknown = False
    for left, right in zip(one, other, strict=True):
        if left is None or right is None:
            unknown = True
        elif left != right:
            return True
    return None if unknown else False


def pairs(stays: Iterable[Stay]) -> dict[str, list[Stay]]:
    """For each stay by its id the earlier ones that it certainly meets, in their order."""
    groups: dict[Key, list[Stay]] = defaultdict(list)
    for stay in stays:
        if stay.sure and None not in stay.same:
            for key in _keys(stay.same):
                groups[key].append(stay)
    found: dict[str, dict[str, Stay]] = {}
    for group in groups.values():
        if len(group) > 1:
            for later, earlier in _sweep(sorted(group, key=lambda stay: stay.order)):
                found.setdefault(later.id, {})[earlier.id] = earlier
    return {later: sorted(met.values(), key=lambda stay: stay.order) for later, met in found.items()}


def _keys(same: Key) -> Iterable[Key]:
    if not any(isinstance(value, tuple) for value in same):
        return (same,)
    return product(*(value if isinstance(value, tuple) else (value,) for value in same))


def _sweep(group: list[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """(later, earlier) pairs of stays sorted by start; what is past is dropped as it is met."""
    running: dict[Key, list[Stay]] = {}
    for stay in group:
        for differ in [key for key in running if differing(key, stay.differ)]:
            still = running[differ] = [other for other in running[differ] if other.end >= stay.start]
            if not still:
                del running[differ]
            yield from ((stay, other) for other in still)
        running.setdefault(stay.differ, []).append(stay)


def doubtful(stays: Iterable[Stay]) -> frozenset[str]:
    """The ids of the incomplete stays that may meet another one."""
    # An empty list agrees with nothing, not even with an unknown one.
    meeting = [stay for stay in stays if () not in stay.same]
    incomplete = [stay for stay in meeting if not stay.complete]
    shelf = _Shelf(meeting if incomplete else [])
    return frozenset(stay.id for stay in incomplete if shelf.may_meet(stay))


class _Shelf:
    """Stays by the values that they share with others, made as they are asked for."""

    def __init__(self, stays: list[Stay]) -> None:
        self.by_known: dict[Known, list[Stay]] = defaultdict(list)
        for stay in stays:
            self.by_known[_known(stay)].append(stay)
        self.runs: dict[tuple[Known, Known], dict[Key, _Run]] = {}

    def may_meet(self, stay: Stay) -> bool:
        mine = _known(stay)
        for theirs in self.by_known:
            common = tuple(place for place in mine if place in theirs)
            runs = self._runs(theirs, common)
            for key in _keys(tuple(stay.same[place] for place in common)):
                if key in runs and runs[key].may_meet(stay):
                    return True
        return False

    def _runs(self, theirs: Known, common: Known) -> dict[Key, _Run]:
        runs = self.runs.get((theirs, common))
        if runs is None:
            groups: dict[Key, list[Stay]] = defaultdict(list)
            for stay in self.by_known[theirs]:
                for key in _keys(tuple(stay.same[place] for place in common)):
                    groups[key].append(stay)
            runs = self.runs[(theirs, common)] = {key: _Run(group) for key, group in groups.items()}
        return runs


class _Run:
    """Stays by start, with the two that end last up to each of them; the two differ in what must differ."""

    def __init__(self, stays: list[Stay]) -> None:
        ordered = sorted(stays, key=lambda stay: stay.order)
        self.starts = [stay.start for stay in ordered]
        self.last: list[tuple[Stay, ...]] = []
        best: tuple[Stay, ...] = ()
        for stay in ordered:
            best = _last_two((*best, stay))
            self.last.append(best)

    def may_meet(self, stay: Stay) -> bool:
        place = bisect_right(self.starts, stay.end) - 1
        latest = self.last[place] if place >= 0 else ()
        return any(other.end >= stay.start and _identity(other) != _identity(stay) for other in latest)


def _last_two(stays: tuple[Stay, ...]) -> tuple[Stay, ...]:
    by_end = sorted(stays, key=lambda stay: stay.end, reverse=True)
    other = next((stay for stay in by_end[1:] if _identity(stay) != _identity(by_end[0])), None)
    return (by_end[0],) if other is None else (by_end[0], other)


def _identity(stay: Stay) -> Key:
    """What two stays must not have in common: the values that must differ; the stay itself where these are unknown."""
    return stay.differ if stay.differ and None not in stay.differ else (stay.id, None)


def _known(stay: Stay) -> Known:
    return tuple(place for place, value in enumerate(stay.same) if value is not None)
