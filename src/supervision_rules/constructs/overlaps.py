"""Stays that meet: which of many spans of time overlap, among those that agree in some values and differ in others.

Sorted by start within groups that agree. How many meet is told by counting starts and ends, the first of them by going
down a tree of ends: the work is that of sorting, and does not grow with the number of pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice, product
from typing import Final, NamedTuple

from supervision_rules.expressions import Value

Key = tuple[Value, ...]
Places = tuple[int, ...]
"""The places of some values, as those that are known."""
MAX_NAMED: Final = 10
"""How many of the stays that one meets are named."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One span of days, both ends in it. ``same`` must agree with another's (two lists agree if they share a member),
    of ``differ`` at least one must differ (a list is compared as a set); None among them is unknown, and so is a stay
    that is not ``sure``."""

    id: str
    start: date
    end: date
    same: Key
    differ: Key
    sure: bool = True
    open: bool = False
    """Whether its end is unknown, and ``end`` the last day that it can be."""

    @property
    def order(self) -> tuple[date, str]:
        return (self.start, self.id)


class Met(NamedTuple):
    """The earlier stays that one meets."""

    least: int = 0
    """How many it surely meets."""
    most: int = 0
    """How many it may meet, those included."""
    surely: tuple[Stay, ...] = ()
    """The first of those it surely meets, by start and id."""
    maybe: tuple[Stay, ...] = ()
    """The first of those of which it is unknown."""


def overlap_days(one: Stay, other: Stay) -> int:
    """How many days two stays share."""
    return (min(one.end, other.end) - max(one.start, other.start)).days + 1


class _Sort(NamedTuple):
    """Of which stays the same is known: to these one and the same question can be put."""

    sure: bool
    same: Places
    differ: Places


class Company:
    """All stays, to be asked whom each of them meets."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self.sorts: dict[_Sort, list[Stay]] = defaultdict(list)
        for stay in stays:
            # An empty list agrees with nothing, not even with an unknown one.
            if () not in stay.same:
                self.sorts[_sort(stay)].append(stay)
        self.groups: dict[tuple[_Sort, Places], dict[Key, list[Stay]]] = {}
        self.runs: dict[tuple[_Sort, Places, Places, Key], _Run] = {}

    def met(self, stay: Stay) -> Met:
        """The earlier ones that ``stay`` meets or may meet."""
        if () in stay.same:
            return Met()
        mine, least, most = _sort(stay), 0, 0
        surely: list[Stay] = []
        maybe: list[Stay] = []
        for theirs in self.sorts:
            differ = _common(mine.differ, theirs.differ)
            run = self._run(theirs, differ, stay, _common(mine.same, theirs.same))
            if not run.running(stay):
                continue
            # It begins within the earlier one: its own end decides nothing.
            certain = stay.sure and theirs.sure and len(mine.same) == len(theirs.same) == len(stay.same)
            like = run.alike(stay)
            unlike = run.running(stay) - like.running(stay)
            least, most = least + unlike * certain, most + unlike
            (surely if certain else maybe).extend(run.unlike(stay))
            if len(differ) < len(stay.differ):
                # They are alike as far as is known.
                most += like.running(stay)
                maybe.extend(like.unlike(stay))
        return Met(least, most, _first(surely), _first(maybe))

    def _run(self, theirs: _Sort, differ: Places, stay: Stay, same: Places) -> _Run:
        """Those of the sort ``theirs`` that agree with ``stay`` in what is known of both."""
        key = _values(stay.same, same)
        run = self.runs.get((theirs, same, differ, key))
        if run is None:
            groups = self._groups(theirs, same)
            found = {other.id: other for each in _keys(key) for other in groups.get(each, ())}
            run = self.runs[(theirs, same, differ, key)] = _Run(found.values(), differ if stay.differ else None)
        return run

    def _groups(self, theirs: _Sort, same: Places) -> dict[Key, list[Stay]]:
        groups = self.groups.get((theirs, same))
        if groups is None:
            groups = self.groups[(theirs, same)] = defaultdict(list)
            for stay in self.sorts[theirs]:
                for key in _keys(_values(stay.same, same)):
                    groups[key].append(stay)
        return groups


class _Run:
    """Stays by start. Those with one value in the places ``differ`` are alike; without places, each only itself."""

    def __init__(self, stays: Iterable[Stay], differ: Places | None) -> None:
        self.stays = sorted(stays, key=lambda stay: stay.order)
        self.orders = [stay.order for stay in self.stays]
        self.ends = sorted(stay.end for stay in self.stays)
        self.differ = differ

    def running(self, stay: Stay) -> int:
        """How many began before ``stay`` and had not ended: what ends before its start began before it."""
        place = bisect_left(self.orders, stay.order)
        return place - bisect_left(self.ends, stay.start) if place else 0

    def alike(self, stay: Stay) -> _Run:
        """Those of them that are alike to ``stay``."""
        found = None if self.differ is None else self._parts.get(self._identity(stay))
        return _Run((), None) if found is None else found

    def unlike(self, stay: Stay) -> Iterator[Stay]:
        """The first of those that ``running`` counts and that are not alike."""
        place = bisect_left(self.orders, stay.order)
        return islice(self._search(1, 0, self._width, place, stay, self._identity(stay)), MAX_NAMED)

    def _search(self, node: int, first: int, width: int, place: int, stay: Stay, identity: Key | str) -> Iterator[Stay]:
        """The wanted among the ``width`` stays from ``first``, those before ``place``; half after half."""
        if first >= place or all(
            other.end < stay.start or self._identity(other) == identity for other in self._latest[node]
        ):
            return
        if width == 1:
            yield self.stays[first]
            return
        half = width // 2
        yield from self._search(2 * node, first, half, place, stay, identity)
        yield from self._search(2 * node + 1, first + half, half, place, stay, identity)

    @cached_property
    def _parts(self) -> dict[Key | str, _Run]:
        parts: dict[Key | str, list[Stay]] = defaultdict(list)
        for stay in self.stays:
            parts[self._identity(stay)].append(stay)
        return {identity: _Run(stays, None) for identity, stays in parts.items()}

    @cached_property
    def _width(self) -> int:
        """The number of leaves of the tree: a power of two."""
        return 1 << (len(self.stays) - 1).bit_length() if self.stays else 1

    @cached_property
    def _latest(self) -> list[tuple[Stay, ...]]:
        """For each node of the tree the two below it that end last and are not alike; node 1 is the root."""
        leaves: list[tuple[Stay, ...]] = [(stay,) for stay in self.stays]
        leaves += [()] * (self._width - len(leaves))
        latest = [(), *([()] * (self._width - 1)), *leaves]
        for node in range(self._width - 1, 0, -1):
            latest[node] = self._last_two(latest[2 * node] + latest[2 * node + 1])
        return latest

    def _last_two(self, stays: tuple[Stay, ...]) -> tuple[Stay, ...]:
        last = max(stays, key=lambda stay: stay.end, default=None)
        if last is None:
            return ()
        others = [stay for stay in stays if self._identity(stay) != self._identity(last)]
        return (last, max(others, key=lambda stay: stay.end)) if others else (last,)

    def _identity(self, stay: Stay) -> Key | str:
        return stay.id if self.differ is None else _values(stay.differ, self.differ)


def _sort(stay: Stay) -> _Sort:
    return _Sort(stay.sure and not stay.open, _known(stay.same), _known(stay.differ))


def _known(values: Key) -> Places:
    return tuple(place for place, value in enumerate(values) if value is not None)


def _common(one: Places, other: Places) -> Places:
    return one if one == other else tuple(place for place in one if place in other)


def _values(values: Key, places: Places) -> Key:
    return values if len(values) == len(places) else tuple(values[place] for place in places)


def _keys(same: Key) -> Iterable[Key]:
    """The ways to agree: by each member of a list."""
    if not any(isinstance(value, tuple) for value in same):
        return (same,)
    return product(*(dict.fromkeys(value) if isinstance(value, tuple) else (value,) for value in same))


def _first(stays: list[Stay]) -> tuple[Stay, ...]:
    return tuple(sorted(stays, key=lambda stay: stay.order)[:MAX_NAMED])
