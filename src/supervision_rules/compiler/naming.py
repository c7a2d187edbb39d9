"""Which names the text of a pack uses, whatever has been bound of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes

_WORD: Final = re.compile(r"[A-Za-z_][\w-]*")


def words_of(node: nodes.Node | None) -> frozenset[str]:
    """The words in all texts and keys below ``node`` that may be names."""
    return frozenset(word for text in _texts(node) for word in _WORD.findall(text))


def is_among(name: str, words: frozenset[str]) -> bool:
    """Whether one of the words is the name, or that name through a reference (``matter_often``)."""
    return any(word == name or word.endswith(f"_{name}") for word in words)


def unnamed_facts(tree: nodes.Mapping) -> frozenset[str]:
    """The ids of the derived facts that nothing names: under any option, on any day."""
    facts = [fact for fact in parts_of(tree.get("facts")) if isinstance(fact, nodes.Mapping)]
    words = frozenset[str]().union(
        *(words_of(value) for key, value in tree.entries if key.text != "facts"),
        *(words_of(value) for fact in facts for key, value in fact.entries if key.text != "id"),
    )
    ids = (fact.get("id") for fact in facts)
    return frozenset(name.text for name in ids if isinstance(name, nodes.Scalar) and not is_among(name.text, words))


def parts_of(node: nodes.Node | None) -> tuple[nodes.Node, ...]:
    """What stands right below ``node``."""
    if isinstance(node, nodes.Mapping):
        return tuple(value for _, value in node.entries)
    return node.items if isinstance(node, nodes.Sequence) else ()


def _texts(node: nodes.Node | None) -> Iterator[str]:
    if isinstance(node, nodes.Scalar):
        yield node.text
    elif isinstance(node, nodes.Mapping):
        yield from (key.text for key, _ in node.entries)
    for part in parts_of(node):
        yield from _texts(part)
