"""How the values of names hang together: a count of some records is never above that of all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType
from typing import Final, get_args

from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.expressions import Checked
from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.cells import MAX_CELLS, Cells, Order, is_cut, questions
from supervision_rules.expressions.ranges import Named, possible_of_node
from supervision_rules.expressions.reckoned import reckoned_in
from supervision_rules.expressions.tree import Call, Name, Node, walk
from supervision_rules.language.ends import NOTHING_SEEN, Seen
from supervision_rules.language.origins import ANYTHING, DAY, UNKNOWN, Counted, Origin

MOST_TIED: Final = 6
"""Of how many counts of the same records it is looked into what all of them tell together."""
_PERIODS: Final = frozenset(get_args(PeriodKind))
Origins = Mapping[str, Mapping[str, Origin]]
NOTHING: Final[Named] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the values of some names before anything is asked."""

    possible: Mapping[str, Possible]
    orders: Collection[Order]
    """Those of which one is never above the other."""
    loose: Collection[str]
    """Those that hang together in a way that is not known in full."""
    results: Named
    """Of those possible the results of rules."""

    @classmethod
    def of(
        cls,
        origins: Origins,
        about: str,
        conditions: Collection[Checked],
        days: Named = NOTHING,
        results: Seen = NOTHING_SEEN,
    ) -> Known:
        """That of the names that conditions about one record type ask for, each alone; ``days``: what is known of those
        that come of where they are asked, ``results``: of the results of rules there."""
        asked = {key: part for each in conditions for key, part in questions(each) if isinstance(key, str)}
        names, of_type = sorted(asked), origins.get(about, {})
        others = ((name, reckoned_in(asked[name])) for name in names if name not in of_type)
        made = {name: node for name, node in others if node is not None}
        of = {name: _made_of(made[name], of_type) if name in made else of_type.get(name, UNKNOWN) for name in names}
        orders, loose = _related(origins, about, of) if 1 << len(of) <= MAX_CELLS else ((), names)
        possible = dict(possible_of(origins, about, conditions))
        beside = days.keys() & {name for each in conditions for name in each.names}
        possible |= {name: possible.get(name, ANY_VALUE).of_days(days[name]) for name in beside}
        known = results.of(call for each in conditions for call in each.calls)
        possible |= known
        possible |= {key: possible_of_node(node, possible) for key, node in made.items()}
        return cls(possible, orders, loose, known)

    def may_be_any(self, key: object) -> bool:
        """Whether what is asked about may have each of the values that are possible."""
        return self.possible.get(str(key), ANY_VALUE).full

    def cells(self, conditions: Iterable[Checked], *, doubtful: bool = False) -> Cells | None:
        """All that can come of conditions that ask for these names alone; None if it is too much."""
        return Cells.of(conditions, self.possible, self.orders, doubtful=doubtful)


def _made_of(node: Node, origins: Mapping[str, Origin]) -> Origin:
    """That of something reckoned: what all in it comes from."""
    parts = list(walk(node))
    read = [origins.get(part.name, UNKNOWN) for part in parts if isinstance(part, Name)]
    asks = any(isinstance(part, Call) and not part.function.fold for part in parts)
    return Origin(frozenset((ANYTHING,) if asks else ()).union(*(each.roots for each in read)))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Of two names: whether either is never above the other, and whether nothing else ties them."""

    rises: bool = False
    falls: bool = False
    exact: bool = True

    def orders(self, one: str, other: str) -> list[Order]:
        return [pair for pair, is_so in (((one, other), self.rises), ((other, one), self.falls)) if is_so]


_UNKNOWN: Final = _Pair(exact=False)


def possible_of(origins: Origins, about: str, asked: Iterable[Checked]) -> Mapping[str, Possible]:
    """What is known of the value of each name in expressions about a record type."""
    known = origins.get(about, {})
    return {name: known[name].possible for each in asked for name in each.names if name in known}


def _related(origins: Origins, about: str, of: Mapping[str, Origin]) -> tuple[list[Order], list[str]]:
    """Which names are ordered, and which hang together otherwise."""
    tied, orders, loose = defaultdict[str, set[str]](set), list[Order](), set[str]()
    for one, other in combinations(of, 2):
        if not _share(of[one], of[other]):
            continue
        pair = _pair(origins, about, of[one], of[other])
        orders += pair.orders(one, other)
        if not pair.exact:
            loose |= {one, other}
        elif of[one].later is None:
            tied[one].add(other)
            tied[other].add(one)
    for group in _groups(tied):  # of three counts that are tied, each pair may tell less than all of them do
        told = len(group) < 3 or _is_all_told(origins, {name: of[name] for name in sorted(group)}, orders)
        if not told or not group.isdisjoint(loose):
            loose |= group
    return orders, sorted(loose)


def _groups(tied: Mapping[str, set[str]]) -> list[set[str]]:
    """The names that are tied, those with each other together."""
    groups: list[set[str]] = []
    for name, others in tied.items():
        near = [group for group in groups if not group.isdisjoint({name, *others})]
        groups = [group for group in groups if group not in near] + [{name, *others}.union(*near)]
    return groups


def _is_all_told(origins: Origins, of: Mapping[str, Origin], orders: Collection[Order]) -> bool:
    """Whether any numbers that keep to the orders may come together.

    Of such numbers let the first record be counted by all that count any, the second by all that count two, and so on:
    it is counted by some names, and by all that are never below one of these. So they may if for each such set of names
    there can be a record that these count, and no others.
    """
    counts = {name: each.counts for name, each in of.items() if each.counts is not None}
    conditions = [each.where for each in counts.values() if each.where is not None]
    first = next(iter(counts.values()), None)
    if first is None or len(counts) < len(of) or len(of) > MOST_TIED:
        return False
    known = Known.of(origins, first.base, conditions)
    cells = known.cells(conditions)
    if cells is None or known.loose:
        return False
    above = {name: {high for low, high in orders if low == name and high in of} for name in of}
    sets = (frozenset(each) for size in range(1, len(of) + 1) for each in combinations(of, size))
    upper = (each for each in sets if all(above[name] <= each for name in each))
    return all(_may_be_counted_by(each, counts, cells) for each in upper)


def _may_be_counted_by(names: frozenset[str], counts: Mapping[str, Counted], cells: Cells) -> bool:
    """Whether there can be a record that all of these count, and none of the others."""
    found = cells.real
    for name, each in counts.items():
        holds, fails = _answer(cells, each.where)
        if name in names:
            found &= holds
        elif not all(_lies_within(each.window, counts[other].window) for other in names):
            found &= fails
    return bool(found)


def _share(one: Origin, other: Origin) -> bool:
    return ANYTHING in one.roots or ANYTHING in other.roots or not one.roots.isdisjoint(other.roots)


def _pair(origins: Origins, about: str, one: Origin, other: Origin) -> _Pair:
    if one.later is not None and other.later is not None and (one.roots & other.roots) == {DAY}:
        names = [root.removeprefix(f"{about}.") for each in (one, other) for root in each.roots - {DAY}]
        return _Pair(names[1] in one.later, names[0] in other.later)
    if one.counts is None or other.counts is None or one.counts.how != other.counts.how:
        return _UNKNOWN
    return _of_counts(origins, one.counts, other.counts)


def _of_counts(origins: Origins, one: Counted, other: Counted) -> _Pair:
    """By whether there are records that only one of them counts."""
    narrower, wider = _lies_within(one.window, other.window), _lies_within(other.window, one.window)
    conditions = [each.where for each in (one, other) if each.where is not None]
    known = Known.of(origins, one.base, conditions)
    cells = known.cells(conditions)
    if cells is None or not (narrower or wider or one.window == other.window):
        return _UNKNOWN
    (mine, not_mine), (its, not_its) = (_answer(cells, each.where) for each in (one, other))
    only_mine, only_its, both = mine & ~its or wider and mine, its & ~mine or narrower and its, mine & its
    # Where all is on record, and what is asked may be any: else there may be no such record.
    plain = all(map(is_cut, conditions)) and not known.loose
    plain = plain and not (mine | its) & ~(mine | not_mine) and not (mine | its) & ~(its | not_its)
    return _Pair(not only_mine, not only_its, bool(plain and (both or (only_mine and only_its))))


def _lies_within(inner: str | None, outer: str | None) -> bool:
    """Whether what is counted in a period of the one kind is counted in one of the other, longer kind."""
    return inner != outer and {inner, outer} <= _PERIODS and lies_within(inner, outer)  # type: ignore[arg-type]  # they are


def _answer(cells: Cells, where: Checked | None) -> tuple[int, int]:
    holds, fails = (cells.every, 0) if where is None else cells.answer(where)
    return holds & cells.real, fails & cells.real
