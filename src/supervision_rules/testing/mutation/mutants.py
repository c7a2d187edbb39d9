"""The mutants of a pack: the pack with one value changed, each with what was changed and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.pack import PackText
from supervision_rules.testing.mutation.changes import Change, changes
from supervision_rules.testing.mutation.places import Place, places


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one value."""

    place: Place
    change: Change
    number: int
    """Which of the changes of the value that are told the same, from 1."""

    @property
    def told(self) -> str:
        """``5 → 6``; of the second 5 in one expression ``5 → 6 #2``."""
        return self.change.told if self.number == 1 else f"{self.change.told} #{self.number}"

    @property
    def span(self) -> Span:
        """What is changed; the whole expression, where that is written on several lines."""
        return self.place.scalar.part(self.change.part.start, self.change.part.end)

    def of(self, text: PackText) -> PackText:
        """The pack as changed: the value alone is another, and all keeps its place."""
        return replace(text, tree=_changed(text.tree, self.place, self.change.scalar))


def mutants(text: PackText) -> Iterator[Mutant]:
    """All of a pack, in the order of its text."""
    for place in places(text.tree):
        told = Counter[str]()
        for change in changes(place.key, place.scalar):
            told[change.told] += 1
            yield Mutant(place, change, told[change.told])


def _changed(tree: nodes.Mapping, place: Place, scalar: nodes.Scalar) -> nodes.Mapping:
    name = place.path[0]
    entries = ((key, _in_section(node, place, scalar) if key.text == name else node) for key, node in tree.entries)
    return nodes.Mapping(tuple(entries), tree.span)


def _in_section(section: nodes.Node, place: Place, scalar: nodes.Scalar) -> nodes.Node:
    if place.item is None or not isinstance(section, nodes.Sequence):
        return _exchanged(section, place.scalar, scalar)
    items = (_exchanged(item, place.scalar, scalar) if item is place.item else item for item in section.items)
    return nodes.Sequence(tuple(items), section.span)


def _exchanged(node: nodes.Node, old: nodes.Scalar, new: nodes.Scalar) -> nodes.Node:
    """``node`` with one of its values exchanged."""
    if isinstance(node, nodes.Scalar):
        return new if node is old else node
    if isinstance(node, nodes.Sequence):
        return nodes.Sequence(tuple(_exchanged(item, old, new) for item in node.items), node.span)
    return nodes.Mapping(tuple((key, _exchanged(value, old, new)) for key, value in node.entries), node.span)
