"""The text of a pack as it is written, with all its options and all its values over time."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules import nodes
from supervision_rules.compiler.naming import parts_of
from supervision_rules.language.dates import days_of
from supervision_rules.language.dates import is_dated as has_dates
from supervision_rules.language.readings import BY_READING, keys_by_reading


def is_fixed(node: nodes.Node | None) -> bool:
    """Whether it is the same under every option and on every day."""
    return node is None or (next(keys_by_reading(node), None) is None and not is_dated(node))


def is_dated(node: nodes.Node | None) -> bool:
    """Whether anything in it changes over time."""
    return node is not None and bool(days_of(node))


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
    """All mappings below ``node``, itself among them, in the order of the text."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, nodes.Mapping):
            yield part
        pending += parts_of(part)[::-1]
