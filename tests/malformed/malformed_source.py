"""A sound pack as text, every place in it that can be spoilt, and the text after one place has been."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span

ROOT = Path(__file__).parents[2]
PACKS = ("liuzhou", "bozhou", "yiyang", "district", "chongqing")
SMALL = "qinghe"
"""The pack of the tutorial: nearly all sorts of slips can be made in it, and it is checked in half the time."""
OPEN = frozenset(("options", "types", "fields", "kinds", "choices", "scales", "table"))
"""The keys under which a pack gives names of its own."""
NAMING = ("id", "step", "key")


@dataclass(frozen=True)
class Spot:
    """A value of a pack with the key that it stands under, if any, and what holds both."""

    path: tuple[str, ...]
    """The way to it, items of lists by their ids."""
    node: nodes.Node
    key: nodes.Scalar | None
    owner: nodes.Node
    role: str
    """The key that says what the value is: that of a value by readings stands above its options."""
    is_open: bool
    """Whether its key is a name of the pack's own."""
    index: int
    """Its place in what holds it."""
    below_option: bool = False
    """Whether it is, or is part of, the value under one option of a reading."""

    @property
    def name(self) -> str:
        return ".".join(self.path)

    @property
    def is_option(self) -> bool:
        """Whether it is the value under one option of a reading."""
        by_reading = isinstance(self.owner, nodes.Mapping) and self.owner.key("by_reading") is not None
        return by_reading and self.key is not None and self.key.text != "by_reading"

    @property
    def is_alone(self) -> bool:
        """Whether nothing else stands beside it."""
        return isinstance(self.owner, nodes.Mapping) and len(self.owner.entries) == 1

    def owner_has_not(self, key: str) -> bool:
        return isinstance(self.owner, nodes.Mapping) and self.owner.key(key) is None


@dataclass(frozen=True)
class Source:
    """The text of a shipped pack."""

    pack: str
    text: str

    @cached_property
    def tree(self) -> nodes.Mapping:
        tree = nodes.read(self.text.encode(), self.pack, Collector())
        assert isinstance(tree, nodes.Mapping)
        return tree

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def offset(self, line: int, column: int) -> int:
        """Where a place is in the text."""
        return self._starts[line - 1] + column - 1

    def start(self, span: Span) -> int:
        return self.offset(span.line, span.column)

    def end(self, span: Span) -> int:
        return self.offset(span.end_line, span.end_column)

    def raw(self, span: Span) -> str:
        """The text of a stretch as written."""
        return self.text[self.start(span) : self.end(span)]

    def leads(self, key: nodes.Scalar) -> bool:
        """Whether a key is the first thing in its line."""
        return not self.lines[key.span.line - 1][: key.span.column - 1].strip(" -")

    def line_at(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        return tuple(_spots(self.tree, (), "", False))


@cache
def source(pack: str) -> Source:
    folder = ROOT / ("docs/tutorial" if pack == SMALL else "policies")
    return Source(pack, (folder / f"{pack}.yaml").read_text(encoding="utf-8"))


def _spots(node: nodes.Node, path: tuple[str, ...], role: str, opened: bool, optional: bool = False) -> Iterator[Spot]:
    if isinstance(node, nodes.Sequence):
        for index, item in enumerate(node.items):
            yield Spot((*path, _called(item, index)), item, None, node, role, False, index, optional)
            yield from _spots(item, (*path, _called(item, index)), role, False, optional)
    if isinstance(node, nodes.Mapping):
        by_reading = node.key("by_reading") is not None
        for index, (key, value) in enumerate(node.entries):
            option = by_reading and key.text != "by_reading"
            own = role if option else key.text
            yield Spot((*path, key.text), value, key, node, own, opened or option, index, optional or option)
            below = own == "table" if option else not opened and key.text in OPEN
            yield from _spots(value, (*path, key.text), own, below, optional or option)


def _called(item: nodes.Node, index: int) -> str:
    """An item of a list by its id and what it is about, else by its place."""
    if isinstance(item, nodes.Mapping):
        names = [item.get(name) for name in (*NAMING, "of", "clause")]
        words = [name.text for name in names if isinstance(name, nodes.Scalar)]
        return "/".join(words) or str(index)
    return str(index)
