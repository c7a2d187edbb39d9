"""A section of a pack whose line has been lost: its items then stand at the end of the section before it."""

from __future__ import annotations

from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector

_TOLD_BY: Final = {"rules": "kind", "readings": "options", "not_computable": "reason", "facts": "of"}
"""What only the items of a section say, the first counts."""


def part_sections(tree: nodes.Mapping, diagnostics: Collector) -> nodes.Mapping:
    """``tree`` with the items of lost sections in sections of their own, each of which is told."""
    for lost in _TOLD_BY:
        for owner, items in [] if tree.get(lost) is not None else list(tree.entries):
            first = _first(lost, owner.text, items)
            if first is not None and isinstance(items, nodes.Sequence):
                place = items.items[first]
                assert isinstance(place, nodes.Mapping)  # it has been told by its keys
                diagnostics.add("SR101", place.entries[0][0].span, name=lost)
                tree = _parted(tree, owner, items, first, lost)
                break
    return tree


def _first(lost: str, owner: str, items: nodes.Node) -> int | None:
    """The first item of a section that can only be one of the lost section."""
    if owner not in _TOLD_BY or not isinstance(items, nodes.Sequence):
        return None
    return next((place for place, item in enumerate(items.items) if _section(item) == lost), None)


def _section(item: nodes.Node) -> str | None:
    if not isinstance(item, nodes.Mapping):
        return None
    return next((section for section, key in _TOLD_BY.items() if item.get(key) is not None), None)


def _parted(tree: nodes.Mapping, owner: nodes.Scalar, items: nodes.Sequence, first: int, lost: str) -> nodes.Mapping:
    moved = [item for item in items.items[first:] if _section(item) != owner.text]
    kept = tuple(item for item in items.items if item not in moved)
    key = nodes.Scalar(lost, lost, True, owner.span)
    entries = [(each, nodes.Sequence(kept, items.span) if each is owner else value) for each, value in tree.entries]
    return nodes.Mapping((*entries, (key, nodes.Sequence(tuple(moved), items.span))), tree.span)
