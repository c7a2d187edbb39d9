"""Which entry of a list is which of another: by what they are called, else by what they have in common."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from supervision_rules import nodes
from supervision_rules.comparison.meaning import Meaning, meaning
from supervision_rules.comparison.places import Place

Pair = tuple[int, int]
"""The places of one entry in the old list and in the new one."""
Both = tuple[Place, Place]
CALLED: Final = ("id", "step")
"""By which an entry is called, if it has it."""
_TELLING: Final = (
    ("when", 2),
    ("label", 2),
    ("require", 2),
    ("words", 1),
    ("outcome", 1),
    ("points", 1),
    ("within", 1),
)
"""By which entries that have no name are known again, and how much each says."""
SURE: Final = 3
"""How much two entries of different names must have in common to be one that has another name now."""


def name_of(entry: nodes.Node) -> str:
    """What an entry is called; empty where it has no name."""
    names = (entry.get(key) for key in CALLED) if isinstance(entry, nodes.Mapping) else ()
    return next((name.text for name in names if isinstance(name, nodes.Scalar)), "")


def pairs(old: Sequence[nodes.Node], new: Sequence[nodes.Node], places: Both) -> list[Pair]:
    """The entries that are the same one, in the order of the new list; ``places`` are where both lists stand."""
    names = [[name_of(entry) for entry in entries] for entries in (old, new)]
    if all(all(each) and len(set(each)) == len(each) for each in names):
        called = [(names[0].index(name), there) for there, name in enumerate(names[1]) if name in names[0]]
        return sorted(called + _alike(old, new, called, places, SURE), key=lambda pair: pair[1])
    meant = [[meaning(entry, place) for entry in entries] for entries, place in zip((old, new), places, strict=True)]
    found = _equal(*meant)
    found += _alike(old, new, found, places)
    return sorted(found + _left(len(old), len(new), found), key=lambda pair: pair[1])


def in_order(found: Sequence[Pair]) -> bool:
    """Whether the entries that are in both lists stand in one order."""
    return all(before[0] < after[0] for before, after in pairwise(found))


def _equal(old: Sequence[Meaning], new: Sequence[Meaning]) -> list[Pair]:
    """Those that mean the same; of several the one at the nearest place."""
    found: list[Pair] = []
    free = set(range(len(old)))
    for there, meant in enumerate(new):
        same = [here for here in free if old[here] == meant]
        if same:
            here = min(same, key=lambda each: abs(each - there))
            free.discard(here)
            found.append((here, there))
    return found


def _alike(
    old: Sequence[nodes.Node], new: Sequence[nodes.Node], found: Sequence[Pair], places: Both, least: int = 1
) -> list[Pair]:
    """Of the others those that have most in common, the most alike first."""
    taken = {here for here, _ in found}, {there for _, there in found}
    scores = [
        (-score, abs(here - there), here, there)
        for here, before in enumerate(old)
        for there, after in enumerate(new)
        if here not in taken[0] and there not in taken[1] and (score := _likeness(before, after, places)) >= least
    ]
    alike: list[Pair] = []
    for _, _, here, there in sorted(scores):
        if here not in taken[0] and there not in taken[1]:
            taken[0].add(here)
            taken[1].add(there)
            alike.append((here, there))
    return alike


def _likeness(old: nodes.Node, new: nodes.Node, places: Both) -> int:
    if not isinstance(old, nodes.Mapping) or not isinstance(new, nodes.Mapping):
        return 0
    return sum(weight for key, weight in _TELLING if _same(old, new, key, places))


def _same(old: nodes.Mapping, new: nodes.Mapping, key: str, places: Both) -> bool:
    """Whether both say the same under a key; that neither has a condition is something in common, too."""
    before, after = old.get(key), new.get(key)
    if before is None and after is None:
        return key == "when" and places[1].model_of(new) is not None
    return meaning(before, places[0].under(key, old)) == meaning(after, places[1].under(key, new))


def _left(old: int, new: int, found: Sequence[Pair]) -> list[Pair]:
    """What is left of both lists is the same if it is as much of each: something about it must have changed."""
    here = [each for each in range(old) if each not in {pair[0] for pair in found}]
    there = [each for each in range(new) if each not in {pair[1] for pair in found}]
    return list(zip(here, there, strict=True)) if len(here) == len(there) else []
