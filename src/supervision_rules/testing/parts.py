"""The parts of a rule that its cases can come to: cases, steps, groups, boxes, items, bands, prices of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.language.dates import BY_DATE
from supervision_rules.language.readings import BY_READING

SORTS: Final[Mapping[str, str]] = {
    "cases": "case",
    "steps": "step",
    "groups": "group",
    "boxes": "box",
    "parts": "box",
    "items": "item",
    "bands": "band",
}
"""The keys of lists of parts, and what one of them is."""
NUMBERED: Final = ("cases", "steps", "groups")
"""The lists of which a finding tells the place."""
TABLE: Final = "table"
PRICE: Final = "price"
_CALLED: Final = ("id", "step")

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a rule as written, known by its place in the text."""

    path: Path
    sort: str
    node: nodes.Node

    @property
    def span(self) -> Span:
        return self.node.span

    @property
    def name(self) -> str:
        return "/".join(self.path)


def parts_of(node: nodes.Node, path: Path = (), key: str = "") -> Iterator[Part]:
    """All parts in the text of a rule; where one hangs on a reading or a date, each of its forms is one."""
    if isinstance(node, nodes.Sequence):
        for number, item in enumerate(node.items, 1):
            yield from _in_list(item, (*path, _called(item, number)), key)
    elif isinstance(node, nodes.Mapping):
        for name, value in node.entries:
            below = (*path, name.text)
            if name.text == TABLE and isinstance(value, nodes.Mapping):
                yield from _prices(value, below)
            else:
                yield from parts_of(value, below, key if _is_way(node) or name.text == BY_DATE else name.text)


def _in_list(item: nodes.Node, path: Path, key: str) -> Iterator[Part]:
    if not isinstance(item, nodes.Mapping):
        return
    if _is_way(item):
        for name, value in item.entries:
            if name.text != BY_READING:
                yield from _in_list(value, (*path, name.text), key)
        return
    if key in SORTS:
        yield Part(path, SORTS[key], item)
    yield from parts_of(item, path)


def _prices(table: nodes.Mapping, path: Path) -> Iterator[Part]:
    """What a table says of each level, or of each pair of them."""
    for name, value in table.entries:
        if name.text == BY_READING:
            continue
        if isinstance(value, nodes.Mapping):
            yield from _prices(value, (*path, name.text))
        else:
            yield Part((*path, name.text), PRICE, value)


def _is_way(node: nodes.Mapping) -> bool:
    return node.key(BY_READING) is not None


def _called(item: nodes.Node, number: int) -> str:
    names = (item.get(key) for key in _CALLED) if isinstance(item, nodes.Mapping) else ()
    return next((name.text for name in names if isinstance(name, nodes.Scalar)), str(number))
