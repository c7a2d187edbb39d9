"""Stays that meet: which of many spans of time overlap, among those that agree in some values and differ in others.

Sorted by start within groups that agree. How many meet is told by counting starts and ends, the first of them by going
down a tree of ends: the work is that of sorting, and does not grow with the number of pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import islice, product
from typing import Final, NamedTuple

from supervision_rules.expressions import Numeric, Value, interval

Key = tuple[Value, ...]
Places = tuple[int, ...]
"""The places of some values, as those that are known."""
MAX_NAMED: Final = 10
"""How many of the stays that one meets are named."""


class Stay(NamedTuple):
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


def before_the_first(met: Met) -> tuple[Stay, ...]:
    """Those before the first that one surely meets, of which it is unknown: any of them may be the first."""
    return tuple(other for other in met.maybe if other.order < met.surely[0].order)


def days_with(stay: Stay, first: Stay, perhaps: tuple[Stay, ...]) -> Numeric:
    """How many days ``stay`` shares with ``first``, or with one of those that are ``perhaps`` the first instead."""
    if len(perhaps) == MAX_NAMED:
        # There may be more than are named, of any length.
        return interval(1, overlap_days(stay, stay))
    days = [overlap_days(stay, other) for other in (first, *perhaps)]
    return interval(1 if any(other.open for other in (stay, *perhaps)) else min(days), max(days))


class _Sort(NamedTuple):
    """Of which stays the same is known: to these one and the same question can be put."""

    sure: bool
    open: bool
    same: Places
    differ: Places


class Company:
    """All stays, to be asked whom each of them meets."""

    def __init__(self, stays: Iterable[Stay]) -> None:
        self.members: dict[_Sort, list[Stay]] = defaultdict(list)
        self.sorts: dict[str, _Sort] = {}
        for stay in stays:
            # An empty list agrees with nothing, not even with an unknown one.
            if () not in stay.same:
                sort = self.sorts[stay.id] = _sort(stay)
                self.members[sort].append(stay)
        self.others = {
            mine: [_Others(mine, theirs, found) for theirs, found in self.members.items()] for mine in self.members
        }

    def met(self, stay: Stay) -> Met:
        """The earlier ones that ``stay`` meets or may meet."""
        sort = self.sorts.get(stay.id)
        least = most = 0
        surely: list[Stay] = []
        maybe: list[Stay] = []
        for others in self.others[sort] if sort else ():
            run = others.run(stay)
            running = run.running(stay) if run else 0
            if run is None or not running:
                continue
            like = run.alike(stay)
            unlike = running - like.running(stay)
            least, most = least + unlike * others.certain, most + unlike
            (surely if others.certain else maybe).extend(run.unlike(stay))
            if len(others.differ) < len(stay.differ):
                # They are alike as far as is known.
                most += like.running(stay)
                maybe.extend(like.unlike(stay))
        return Met(least, most, _first(surely), _first(maybe)) if most else _NOBODY


class _Others:
    """The stays of one sort as those of another see them: gathered by what is known of both."""

    def __init__(self, mine: _Sort, theirs: _Sort, stays: list[Stay]) -> None:
        self.stays, self.themselves = stays, mine == theirs
        self.same, self.differ = _common(mine.same, theirs.same), _common(mine.differ, theirs.differ)
        known = all(None not in stay.same for stay in stays[:1]) and mine.same == theirs.same
        # The later one begins within the earlier: its own end decides nothing.
        self.certain = mine.sure and theirs.sure and not theirs.open and known
        self.runs: dict[Key, _Run | None] = {}

    def run(self, stay: Stay) -> _Run | None:
        """Those that agree with ``stay`` in what is known of both; None if it is the only one."""
        key = _values(stay.same, self.same)
        if key not in self.runs:
            found = {other.id: other for each in _keys(key) for other in self.groups.get(each, ())}
            alone = len(found) < 2 if self.themselves else not found
            self.runs[key] = None if alone else _Run(found.values(), self.differ if stay.differ else None)
        return self.runs[key]

    @cached_property
    def groups(self) -> dict[Key, list[Stay]]:
        groups: dict[Key, list[Stay]] = defaultdict(list)
        for stay in self.stays:
            for key in _keys(_values(stay.same, self.same)):
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
    return _Sort(stay.sure, stay.open, _known(stay.same), _known(stay.differ))


def _known(values: Key) -> Places:
    if None not in values:
        return tuple(range(len(values)))
    return tuple(place for place, value in enumerate(values) if value is not None)


def _common(one: Places, other: Places) -> Places:
    return one if one == other else tuple(place for place in one if place in other)


def _values(values: Key, places: Places) -> Key:
    return values if len(values) == len(places) else tuple(values[place] for place in places)


def _keys(same: Key) -> Iterable[Key]:
    """The ways to agree: by each member of a list."""
    for value in same:
        if value.__class__ is tuple:
            break
    else:
        return (same,)
    return product(*(dict.fromkeys(value) if isinstance(value, tuple) else (value,) for value in same))


def _first(stays: list[Stay]) -> tuple[Stay, ...]:
    return tuple(sorted(stays, key=lambda stay: stay.order)[:MAX_NAMED])


_NOBODY: Final = Met()
