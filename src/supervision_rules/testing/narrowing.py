"""A pack cut down to some of its rules and what they may hang on, which is judged the same and compiled much sooner.

What a rule may hang on is taken from the text, and rather too much than too little: whatever names it, in any option.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from supervision_rules import nodes
from supervision_rules.pack import PackText

_QUOTED: Final = re.compile(r"[\"']([^\"']*)[\"']")
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_INTO: Final = "into"
"""The key with which a rule gives its points into a box of another."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A rule or a derived fact, and the words in it that may name others."""

    node: nodes.Node
    id: str
    words: frozenset[str]
    """All but the boxes into which it gives points."""
    names: frozenset[str]
    into: frozenset[str]
    """The boxes into which it gives points, under any reading."""

    def mentions(self, fact: str) -> bool:
        """Whether it may read a derived fact, of its own record or through a reference (``matter_late_days``)."""
        return any(name == fact or name.endswith(f"_{fact}") for name in self.names)


class Narrowing:
    """Cuts one pack down, again and again."""

    def __init__(self, text: PackText) -> None:
        self._text = text
        self._rules = _parts(text.tree.get("rules"))
        self._facts = _parts(text.tree.get("facts"))
        self._linked: dict[int, list[_Part]] = {}
        self._hanging: dict[int, list[str]] = defaultdict(list)

    def to(self, rules: Collection[str]) -> PackText:
        """The pack with these rules, the rules and facts that they may read, and what declares boxes to them."""
        kept, before = self._needed(part for part in self._rules if part.id in rules), 0
        while len(kept) > before:
            before = len(kept)
            boxes = frozenset[str]().union(*(part.into for part in kept.values()))
            # Whoever opens a box need not be told here what is in it.
            kept |= self._needed((part for part in self._rules if part.words & boxes), fed=False)
        return replace(self._text, tree=self._tree(kept))

    def hanging_on(self, item: nodes.Mapping) -> list[str]:
        """The rules that may hang on a rule or a fact, itself first."""
        if not self._hanging:
            for rule in self._rules:
                for part in self._needed([rule]).values():
                    self._hanging[id(part.node)].append(rule.id)
        found = self._hanging[id(item)]
        own = nodes.locate(item, ("id",))
        return sorted(found, key=lambda rule: not (isinstance(own, nodes.Scalar) and rule == own.text))

    def _needed(self, parts: Iterable[_Part], fed: bool = True) -> dict[int, _Part]:
        """The parts and all that they may read, with what gives points into a box of theirs, if that is wanted."""
        kept: dict[int, _Part] = {}
        pending = list(parts)
        while pending:
            part = pending.pop()
            if id(part) not in kept:
                kept[id(part)] = part
                pending += self._read(part)
                pending += [other for other in self._rules if fed and other.into & part.words]
        return kept

    def _read(self, part: _Part) -> list[_Part]:
        if id(part) not in self._linked:
            rules = [other for other in self._rules if other.id in part.words]
            self._linked[id(part)] = rules + [fact for fact in self._facts if part.mentions(fact.id)]
        return self._linked[id(part)]

    def _tree(self, kept: Collection[int]) -> nodes.Mapping:
        tree = self._text.tree
        sections = {"rules": self._rules, "facts": self._facts}
        left = {name: tuple(part.node for part in parts if id(part) in kept) for name, parts in sections.items()}
        entries = tuple(
            (key, nodes.Sequence(left[key.text], value.span) if key.text in left else value)
            for key, value in tree.entries
        )
        return nodes.Mapping(entries, tree.span)


def _parts(section: nodes.Node | None) -> list[_Part]:
    items = section.items if isinstance(section, nodes.Sequence) else ()
    return [_part(item) for item in items]


def _part(node: nodes.Node) -> _Part:
    written = list(_texts(node))
    texts = [text for text, into in written if not into]
    quoted = (word for text in texts for word in _QUOTED.findall(text))
    named = nodes.locate(node, ("id",))
    return _Part(
        node,
        named.text if isinstance(named, nodes.Scalar) else "",
        frozenset((*texts, *quoted)),
        frozenset(name for text in texts for name in _NAME.findall(text)),
        frozenset(text for text, into in written if into),
    )


def _texts(node: nodes.Node, into: bool = False) -> Iterator[tuple[str, bool]]:
    """Every key and every value, and whether it names a box into which points are given."""
    if isinstance(node, nodes.Scalar):
        yield node.text, into
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _texts(item, into)
    else:
        for key, value in node.entries:
            yield key.text, False
            yield from _texts(value, into or key.text == _INTO)
