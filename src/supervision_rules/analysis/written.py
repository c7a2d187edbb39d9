"""The text of a pack as it is written, with all its options and all its values over time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.language.dates import days_of
from supervision_rules.language.dates import is_dated as has_dates
from supervision_rules.language.readings import BY_READING, keys_by_reading

_WORD: Final = re.compile(r"[A-Za-z_][\w-]*")


def is_fixed(node: nodes.Node | None) -> bool:
    """Whether it is the same under every option and on every day."""
    return node is None or (next(keys_by_reading(node), None) is None and not is_dated(node))


def is_dated(node: nodes.Node | None) -> bool:
    """Whether anything in it changes over time."""
    return node is not None and bool(days_of(node))


def words_of(node: nodes.Node | None) -> frozenset[str]:
    """The words in all texts and keys below ``node`` that may be names."""
    return frozenset(word for text in _texts(node) for word in _WORD.findall(text))


def differing(node: nodes.Node) -> Iterator[nodes.Mapping]:
    """The values below ``node`` that differ by option or over time, the outermost."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from differing(item)
    elif isinstance(node, nodes.Mapping):
        if node.key(BY_READING) is not None or has_dates(node):
            yield node
            return
        for _, value in node.entries:
            yield from differing(value)


def mappings(node: nodes.Node | None) -> Iterator[nodes.Mapping]:
    """All mappings below ``node``, itself among them."""
    if isinstance(node, nodes.Mapping):
        yield node
    for part in _parts(node):
        yield from mappings(part)


def _parts(node: nodes.Node | None) -> tuple[nodes.Node, ...]:
    if isinstance(node, nodes.Mapping):
        return tuple(value for _, value in node.entries)
    return node.items if isinstance(node, nodes.Sequence) else ()


def _texts(node: nodes.Node | None) -> Iterator[str]:
    if isinstance(node, nodes.Scalar):
        yield node.text
    elif isinstance(node, nodes.Mapping):
        yield from (key.text for key, _ in node.entries)
    for part in _parts(node):
        yield from _texts(part)
