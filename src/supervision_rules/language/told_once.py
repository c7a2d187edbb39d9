"""An explanation in which each thing is unfolded where it is told first, and referred to where it is told again."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from supervision_rules.findings import Explanation, Finding

AGAIN: Final = "again"
"""The word of a node whose reasons stand above, at the first that is the same."""


def told_once(explanation: Explanation) -> Explanation:
    """``explanation`` without the reasons of what is the same, to the last of its reasons, as something above it."""
    return _Telling().tell(explanation)


@dataclass(slots=True)
class _Telling:
    """What has been told so far, from top to bottom."""

    numbers: dict[Any, int] = field(default_factory=dict)
    """Each thing that is the same, with its reasons, by a number of its own: a tree is compared once, and not again
    with each tree that holds it."""
    known: dict[int, int] = field(default_factory=dict)
    """The numbers of the nodes, by their identity."""
    told: set[int] = field(default_factory=set)

    def tell(self, node: Explanation) -> Explanation:
        if not node.parts:
            return node
        number = self._number(node)
        if number in self.told:
            return Explanation(node.phrase, {**node.words, AGAIN: True})
        self.told.add(number)
        return replace(node, parts=tuple(self.tell(part) for part in node.parts))

    def _number(self, node: Explanation) -> int:
        known = self.known.get(id(node))
        if known is None:
            words = tuple((name, _plain(value)) for name, value in node.words.items())
            key = (node.phrase, words, tuple(self._number(part) for part in node.parts))
            known = self.known[id(node)] = self.numbers.setdefault(key, len(self.numbers))
        return known


def _plain(value: object) -> object:
    """Something to compare a word by: a finding is the very one that was made, what has no hash its text."""
    if isinstance(value, Finding):
        return id(value)
    return (type(value), repr(value))
