"""The mutants of a pack: the pack with one value changed, each with what was changed and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.pack import PackText
from supervision_rules.testing.mutation.change import Change
from supervision_rules.testing.mutation.changes import changes
from supervision_rules.testing.mutation.places import Place, places

Exchanged = Mapping[int, nodes.Node | None]
"""What stands there instead of some nodes, by their identity; None: nothing."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one value."""

    place: Place
    change: Change
    number: int
    """Which of those told the same at places of the same name, from 1: facts of two types may share one."""

    @property
    def told(self) -> str:
        """``5 → 6``; of the second 5 in one expression ``5 → 6 #2``."""
        return self.change.told if self.number == 1 else f"{self.change.told} #{self.number}"

    @property
    def span(self) -> Span:
        """What is changed."""
        return self.change.span

    def of(self, text: PackText) -> PackText:
        """The pack as changed: the value alone is another, and all keeps its place."""
        exchanged = {id(old): new for old, new in self.change.exchanged}
        return replace(text, tree=_changed(text.tree, self.place, exchanged))


def mutants(text: PackText) -> Iterator[Mutant]:
    """All of a pack, in the order of its text."""
    told = Counter[tuple[str, str]]()
    for place in places(text.tree):
        for change in changes(place):
            told[place.name, change.told] += 1
            yield Mutant(place, change, told[place.name, change.told])


def _changed(tree: nodes.Mapping, place: Place, exchanged: Exchanged) -> nodes.Mapping:
    name = place.path[0]
    entries = ((key, _in_section(node, place, exchanged) if key.text == name else node) for key, node in tree.entries)
    return nodes.Mapping(tuple(entries), tree.span)


def _in_section(section: nodes.Node, place: Place, exchanged: Exchanged) -> nodes.Node:
    if place.item is None or not isinstance(section, nodes.Sequence):
        return _other(section, exchanged)
    items = (_other(item, exchanged) if item is place.item else item for item in section.items)
    return nodes.Sequence(tuple(items), section.span)


def _other(node: nodes.Node, exchanged: Exchanged) -> nodes.Node:
    """``node`` with some of the values and keys in it exchanged, and some of the items of its lists left out."""
    if isinstance(node, nodes.Scalar):
        return node
    if isinstance(node, nodes.Sequence):
        items = (exchanged.get(id(item), item) for item in node.items)
        return nodes.Sequence(tuple(_other(item, exchanged) for item in items if item is not None), node.span)
    entries = ((exchanged.get(id(key), key), exchanged.get(id(value), value)) for key, value in node.entries)
    return nodes.Mapping(tuple(_entries(entries, exchanged)), node.span)


def _entries(
    entries: Iterable[tuple[nodes.Node | None, nodes.Node | None]], exchanged: Exchanged
) -> Iterator[tuple[nodes.Scalar, nodes.Node]]:
    for key, value in entries:
        if isinstance(key, nodes.Scalar) and value is not None:
            yield key, _other(value, exchanged)
