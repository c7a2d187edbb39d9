"""The checked tree: what both evaluators read. Every node has its type and its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal

from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.scope import Function
from supervision_rules.expressions.types import Type
from supervision_rules.expressions.values import Value


@dataclass(frozen=True, slots=True)
class Part:
    """What all nodes have: a type and the characters ``start`` to ``end`` of the text."""

    type: Type
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Constant(Part):
    value: Value


@dataclass(frozen=True, slots=True)
class Items(Part):
    """The list written on the right of ``in``; its type is that of its items."""

    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Name(Part):
    """``sought`` of what is taken from records that meet a condition: where that is unknown, so is whether any does."""

    name: str
    sought: bool = False


@dataclass(frozen=True, slots=True)
class Unary(Part):
    operator: Literal["not", "-"]
    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Part):
    """``if_zero`` is the result of a division by zero."""

    operator: Literal["+", "-", "*", "/"]
    left: Node
    right: Node
    if_zero: Number | None


@dataclass(frozen=True, slots=True)
class Comparison(Part):
    """``==``, ``!=``, ``<``, ``<=``, ``>``, ``>=``, ``in`` or ``not in``."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic(Part):
    """Also a chain: ``5 <= n <= 8`` is ``5 <= n and n <= 8``."""

    operator: Literal["and", "or"]
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Conditional(Part):
    test: Node
    body: Node
    otherwise: Node


@dataclass(frozen=True, slots=True)
class Call(Part):
    """``literal`` is the text that a function of a rule's id names."""

    function: Function
    arguments: tuple[Node, ...]
    literal: str | None


Node = Constant | Items | Name | Unary | Arithmetic | Comparison | Logic | Conditional | Call


class Missing(Enum):
    """What stands where an expression has no constant value (None would be: unknown)."""

    NOT_CONSTANT = "not constant"


NOT_CONSTANT: Final = Missing.NOT_CONSTANT


@dataclass(frozen=True, slots=True)
class Checked:
    """An expression that passed every check."""

    text: str
    root: Node
    names: frozenset[str]
    calls: tuple[tuple[str, str], ...]
    """The references to other rules: (function, id)."""
    numbers: tuple[tuple[Number, int, int], ...]
    """The numbers written in it, each with its place."""
    constant: Value | Missing
    """Its value, if it is the same for every row."""
    if_zero: Number | None = None

    @property
    def type(self) -> Type:
        return self.root.type


def children(node: Node) -> tuple[Node, ...]:
    """The parts of a node, in the order of the text's evaluation."""
    match node:
        case Comparison() | Arithmetic():
            return (node.left, node.right)
        case Logic():
            return node.parts
        case Call():
            return node.arguments
        case Unary():
            return (node.operand,)
        case Conditional():
            return (node.test, node.body, node.otherwise)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """The node and all below it."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(children(each)))


def is_constant(node: Node) -> bool:
    """Whether the node has the same value for every row."""
    if isinstance(node, Name) or (isinstance(node, Call) and not node.function.fold):
        return False
    return all(is_constant(child) for child in children(node))
