"""A list of names with one of them left out: fewer things have to be alike, or count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.testing.mutation.change import Change

LISTS: Final = frozenset(("among", "same", "differ", "once_per", "within", "then"))
"""Keys of lists each item of which decides."""


def without_one(key: str, items: nodes.Sequence) -> Iterator[Change]:
    """The list under ``key`` without each of its items; one alone stays."""
    if key in LISTS and len(items.items) > 1:
        for item in items.items:
            if isinstance(item, nodes.Scalar):
                yield Change("item", item.text, "", item.span, ((item, None),))
