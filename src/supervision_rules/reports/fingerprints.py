"""Fingerprints by which a problem is known again after lines above it were added or taken away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from supervision_rules import nodes
from supervision_rules.diagnostics import Diagnostic, Span
from supervision_rules.reports.checked import Places

LENGTH = 32


def fingerprints(found: Iterable[Diagnostic], trees: Mapping[str, nodes.Mapping], place: Places) -> list[str]:
    """For each problem a text of its own: of the code, the pack and the keys that lead to it, and of its number where
    there are several such. Lines do not count, nor does the language in which it is told.
    """
    twins: Counter[tuple[str, ...]] = Counter()
    marks = []
    for each in found:
        key = (each.code, *_where(each.span, trees, place))
        twins[key] += 1
        marks.append(sha256("\0".join((*key, str(twins[key]))).encode(errors="surrogatepass")).hexdigest()[:LENGTH])
    return marks


def _where(span: Span | None, trees: Mapping[str, nodes.Mapping], place: Places) -> tuple[str, ...]:
    if span is None:
        return ()
    tree = trees.get(span.source)
    name = tree.get("pack") if tree is not None else None
    pack = name.text if isinstance(name, nodes.Scalar) else place(span.source)
    return pack, *(path_to(tree, span) if tree is not None else ())


def path_to(tree: nodes.Node, span: Span) -> Iterator[str]:
    """The keys that lead to what stands at a place; an item of a list counts by its id, one without as any other."""
    node: nodes.Node | None = tree
    while node is not None:
        step, node = _below(node, span)
        if step is not None:
            yield step


def _below(node: nodes.Node, span: Span) -> tuple[str | None, nodes.Node | None]:
    """The key or item of a node that a place lies in, and what is under it."""
    if isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            if _begins_in(span, key.span):
                return key.text, None
            if _begins_in(span, value.span):
                return key.text, value
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            if _begins_in(span, item.span):
                return _name(item), item
    return None, None


def _begins_in(span: Span, other: Span) -> bool:
    place = (span.line, span.column)
    return (other.line, other.column) <= place < (other.end_line, other.end_column)


def _name(item: nodes.Node) -> str:
    """What an item of a list is called."""
    name = item.get("id") if isinstance(item, nodes.Mapping) else None
    return name.text if isinstance(name, nodes.Scalar) else "-"
