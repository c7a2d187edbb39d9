"""The tree that a YAML text becomes: scalars, sequences and mappings, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from supervision_rules.diagnostics import Span

Value = None | bool | int | Decimal | str


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest text that is read; only a caller may raise them, never a pack."""

    size: int = 4 * 1024 * 1024  # bytes
    depth: int = 32  # collections inside one another
    nodes: int = 200_000
    scalar: int = 64 * 1024  # characters
    key: int = 100  # characters
    integer: int = 15  # digits
    decimal: int = 28  # digits


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of a text that goes over several: where it begins in the text, and where it stands."""

    start: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. ``text`` is its content as written, escapes undone; ``plain`` means without quotes."""

    value: Value
    text: str
    plain: bool
    span: Span
    pieces: tuple[Piece, ...] = ()
    """Its lines, where there are several; none where they cannot be told from its text."""

    def part(self, start: int, end: int) -> Span:
        """Where the characters ``start`` to ``end`` of ``text`` stand; the whole, where it was escaped."""
        span, width = self.span, self.span.end_column - self.span.column
        if self.pieces:
            return Span(span.source, *self._place(start), *self._place(max(end - 1, start), past=end > start))
        quotes = 0 if self.plain else 1
        if span.line != span.end_line or width != len(self.text) + 2 * quotes:
            return span
        origin = span.column + quotes
        return Span(span.source, span.line, origin + start, span.line, origin + end)

    def _place(self, at: int, past: bool = False) -> tuple[int, int]:
        """The line and column of a character of a text over several lines, or of what is right behind it."""
        piece = next((each for each in reversed(self.pieces) if each.start <= at), self.pieces[0])
        return piece.line, piece.column + at - piece.start + past


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes, in the order of the text."""

    items: tuple[Node, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the order of the text; keys are texts and differ from one another."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span

    def get(self, name: str) -> Node | None:
        """The node under the key ``name``."""
        for key, node in self.entries:
            if key.text == name:
                return node
        return None

    def key(self, name: str) -> Scalar | None:
        """The key ``name`` itself."""
        for key, _ in self.entries:
            if key.text == name:
                return key
        return None


Node = Scalar | Sequence | Mapping


def plain(node: Node) -> object:
    """The tree as dicts, lists and values. Its depth is bounded by the limits of the reader."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {key.text: plain(child) for key, child in node.entries}


def child(node: Node, part: str | int) -> Node | None:
    """The node one step below: by key in a mapping, by place in a sequence."""
    if isinstance(node, Mapping) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, Sequence) and isinstance(part, int) and 0 <= part < len(node.items):
        return node.items[part]
    return None


def at(node: Node | None, *path: str | int) -> Node | None:
    """What stands at ``path``; None where nothing does, or where the way to it hangs on an option."""
    for part in path:
        if node is None:
            return None
        node = child(node, part)
    return node


def locate(node: Node, path: tuple[str | int, ...]) -> Node:
    """The deepest node that exists on ``path``."""
    for part in path:
        below = child(node, part)
        if below is None:
            return node
        node = below
    return node
