"""Trees with some of their parts left out, put right or stood in for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.language.dates import is_dated
from supervision_rules.language.readings import BY_READING

Path = tuple[str | int, ...]
UNKNOWN: Final = "?"
"""Stands for a text that is not known: an expression, the name of a record type."""
UNNAMED: Final = "unnamed"
"""Begins a name that stands for one that is not known."""
NAMING: Final = ("id", "step")
"""The keys that declare a name."""


def path_to(node: nodes.Node, place: Span) -> Path:
    """The way to the smallest part that has ``place`` in it; what depends on a reading or a day is one part."""
    path: list[str | int] = []
    while True:
        step = _step(node, place)
        if step is None:
            return tuple(path)
        path.append(step[0])
        node = step[1]


def _step(node: nodes.Node, place: Span) -> tuple[str | int, nodes.Node] | None:
    if isinstance(node, nodes.Sequence):
        return next(((index, item) for index, item in enumerate(node.items) if place.lies_in(item.span)), None)
    if not isinstance(node, nodes.Mapping) or node.key(BY_READING) is not None or is_dated(node):
        return None
    around = ((key, value) for key, value in node.entries if place.lies_in(key.span) or place.lies_in(value.span))
    return next(((key.text, value) for key, value in around), None)


def path_to_key(node: nodes.Node, name: str, line: int) -> Path | None:
    """The way to what stands under the key ``name`` on a line."""
    parts: Iterable[tuple[str | int, nodes.Node]] = ()
    if isinstance(node, nodes.Sequence):
        parts = enumerate(node.items)
    elif isinstance(node, nodes.Mapping):
        if any(key.text == name and key.span.line == line for key, _ in node.entries):
            return (name,)
        parts = ((key.text, value) for key, value in node.entries)
    found = ((step, path_to_key(part, name, line)) for step, part in parts)
    return next(((step, *path) for step, path in found if path is not None), None)


def cut(node: nodes.Node, gone: Container[Path], stood_in: Set[Path] = frozenset(), path: Path = ()) -> nodes.Node:
    """The tree without the parts at the paths in ``gone``, and with something else at those in ``stood_in``."""
    if isinstance(node, nodes.Sequence):
        kept = [(index, item) for index, item in enumerate(node.items) if (*path, index) not in gone]
        return nodes.Sequence(tuple(cut(item, gone, stood_in, (*path, index)) for index, item in kept), node.span)
    if not isinstance(node, nodes.Mapping):
        return node
    entries: list[tuple[nodes.Scalar, nodes.Node]] = []
    for key, value in node.entries:
        below = (*path, key.text)
        if below in stood_in:
            entries.append((key, _stand_in(key.text, value.span)))
        elif below not in gone:
            entries.append((key, cut(value, gone, stood_in, below)))
    written, place = {key.text for key, _ in node.entries}, empty(node.span)
    lacking = (str(each[-1]) for each in stood_in if each[:-1] == path and each[-1] not in written)
    entries += ((_scalar(name, place), _stand_in(name, place)) for name in sorted(lacking))
    return nodes.Mapping(tuple(entries), node.span)


def _stand_in(key: str, span: Span) -> nodes.Node:
    """What is put in the place of a part that is wrong but needed."""
    if key == "cite":
        return filled(nodes.Mapping((), span), {"clause": UNKNOWN, "words": UNKNOWN})
    return _scalar(f"{UNNAMED}{span.line}" if key in NAMING else UNKNOWN, span)


def filled(node: nodes.Mapping, values: Mapping[str, nodes.Value]) -> nodes.Mapping:
    """The mapping with these values where it has none."""
    span = empty(node.span)
    added = ((name, value) for name, value in values.items() if node.get(name) is None)
    entries = ((_scalar(name, span), _scalar(value, span)) for name, value in added)
    return nodes.Mapping((*node.entries, *entries), node.span)


def empty(span: Span) -> Span:
    """The place where ``span`` begins."""
    return span._replace(end_line=span.line, end_column=span.column)


def _scalar(value: nodes.Value, span: Span) -> nodes.Scalar:
    return nodes.Scalar(value, str(value), False, span)


def mended(
    node: nodes.Node, keys: Mapping[Span, str], values: Mapping[Span, str] = MappingProxyType({})
) -> tuple[nodes.Node, Set[Span]]:
    """The tree with misspelt keys and values as they were meant, and the places of those."""
    if isinstance(node, nodes.Scalar) and node.span in values:
        return _scalar(values[node.span], node.span), {node.span}
    done: set[Span] = set()
    if isinstance(node, nodes.Sequence):
        items = [mended(item, keys, values) for item in node.items]
        return nodes.Sequence(tuple(item for item, _ in items), node.span), done.union(*(places for _, places in items))
    if not isinstance(node, nodes.Mapping):
        return node, done
    entries: list[tuple[nodes.Scalar, nodes.Node]] = []
    for key, value in node.entries:
        below, places = mended(value, keys, values)
        done |= places
        meant = keys.get(key.span)
        if meant is not None and node.key(meant) is None:
            done.add(key.span)
            key = _scalar(meant, key.span)
        entries.append((key, below))
    return nodes.Mapping(tuple(entries), node.span), done


def names_in(node: nodes.Node) -> Iterator[str]:
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


def values_under(node: nodes.Node, keys: Container[Span]) -> Iterator[Span]:
    """Where that stands which is under the keys at these places."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from values_under(item, keys)
    elif isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            if key.span in keys:
                yield value.span
            yield from values_under(value, keys)


def part_at(item: nodes.Node, path: Path) -> nodes.Node | None:
    """What stands at ``path``, None if nothing does."""
    part: nodes.Node | None = item
    for step in path:
        part = nodes.child(part, step) if part is not None else None
    return part


def keys_in(node: nodes.Node) -> Iterator[str]:
    """All keys in a tree."""
    below: Sequence[nodes.Node] = node.items if isinstance(node, nodes.Sequence) else ()
    if isinstance(node, nodes.Mapping):
        yield from (key.text for key, _ in node.entries)
        below = [value for _, value in node.entries]
    for part in below:
        yield from keys_in(part)
