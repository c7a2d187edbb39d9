"""A slip: one stretch of a sound pack replaced, and where and how a check has to tell of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from malformed_source import Source, Spot

from supervision_rules import nodes


@dataclass(frozen=True)
class Slip:
    """One stretch of a pack, from ``start`` to ``end``, that is replaced by ``new``."""

    source: Source
    place: str
    """Where it is, by the keys and ids on the way there."""
    start: int
    end: int
    new: str
    lines: frozenset[int]
    """The lines on one of which the first message has to be."""
    codes: frozenset[str] = frozenset()
    """The codes of which it has to be, where that is certain."""
    most: int = 1
    """How many messages there may be."""

    @property
    def text(self) -> str:
        text = self.source.text
        return text[: self.start] + self.new + text[self.end :]


Sort = Callable[[Source], Iterator[Slip]]


def put(
    source: Source,
    spot: Spot,
    start: int,
    end: int,
    new: str,
    *codes: str,
    lines: set[int] | None = None,
    most: int = 1,
) -> Slip:
    """A slip that is to be told where it starts, unless ``lines`` say otherwise."""
    told = frozenset({source.line_at(start)} if lines is None else lines)
    return Slip(source, spot.name, start, end, new, told, frozenset(codes), most)


def value(source: Source, spot: Spot, new: str, *codes: str, lines: set[int] | None = None, most: int = 1) -> Slip:
    """Another value in the place of one."""
    span = spot.node.span
    if lines is None and spot.key is not None:
        lines = {spot.key.span.line, span.line}
    return put(source, spot, source.start(span), source.end(span), new, *codes, lines=lines, most=most)


def renamed(source: Source, spot: Spot, new: str, *codes: str, most: int = 1) -> Slip:
    """Another key in the place of one."""
    assert spot.key is not None
    span = spot.key.span
    return put(source, spot, source.start(span), source.end(span), new, *codes, most=most)


def text_of(spot: Spot) -> str | None:
    """The text of a single value that is one."""
    return spot.node.text if isinstance(spot.node, nodes.Scalar) and isinstance(spot.node.value, str) else None
