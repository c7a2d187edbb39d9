"""The part of a pack that is sound where another is wrong, so that one run tells what is wrong in both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import CODES, Severity
from supervision_rules.diagnostics import UNDECLARED, Collector, Diagnostic, Span

LISTS: Final = ("facts", "rules", "not_computable")
"""The lists of a pack that an item can be left out of; what stands elsewhere, all of it hangs on."""
NAMING: Final = ("id", "step")
"""The keys that declare a name."""


def sound_part(tree: nodes.Node, diagnostics: Collector) -> tuple[nodes.Mapping, frozenset[str]] | None:
    """The pack without the items that are wrong, and the names declared in them; None if a fault lies elsewhere."""
    if not isinstance(tree, nodes.Mapping):
        return None
    faults = [found.span for found in diagnostics if CODES[found.code].severity is Severity.ERROR]
    places = [span for span in faults if span is not None and span.source == tree.span.source]
    items = [item for name in LISTS if isinstance(part := tree.get(name), nodes.Sequence) for item in part.items]
    faulty = [item for item in items if any(_within(place, item.span) for place in places)]
    if not faulty or not all(any(_within(place, item.span) for item in faulty) for place in places):
        return None
    kept = tuple((key, _without(value, faulty) if key.text in LISTS else value) for key, value in tree.entries)
    return nodes.Mapping(kept, tree.span), frozenset(name for item in faulty for name in _names(item))


def hangs_on(found: Diagnostic, names: frozenset[str]) -> bool:
    """Whether a problem may come from what was left out: a name that is not declared, or one through a reference
    (``matter_closed_late``), but that an item left out declares."""
    words = [str(word).strip('"') for word in found.params.values()] if found.code in UNDECLARED else []
    return any(word == name or word.endswith(f"_{name}") for word in words for name in names)


def _without(part: nodes.Node, faulty: list[nodes.Node]) -> nodes.Node:
    if not isinstance(part, nodes.Sequence):
        return part
    return nodes.Sequence(tuple(item for item in part.items if not any(item is other for other in faulty)), part.span)


def _within(inner: Span, outer: Span) -> bool:
    ends = (inner.line, inner.column), (inner.end_line, inner.end_column)
    return (outer.line, outer.column) <= ends[0] and ends[1] <= (outer.end_line, outer.end_column)


def _names(node: nodes.Node) -> Iterator[str]:
    """What a part of a pack declares: rules and facts, and the boxes and steps in them."""
    below = [node]
    while below:
        part = below.pop()
        if isinstance(part, nodes.Sequence):
            below += part.items
        elif isinstance(part, nodes.Mapping):
            below += [value for _, value in part.entries]
            yield from (
                value.text for key, value in part.entries if key.text in NAMING and isinstance(value, nodes.Scalar)
            )
