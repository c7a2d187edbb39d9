"""What can be changed inside an expression: numbers, comparisons, connectives, sums, the smaller and the larger."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Final

from supervision_rules.testing.mutation.change import Part
from supervision_rules.testing.mutation.left_out import left_out
from supervision_rules.testing.mutation.stretches import ends, where

_COMPARED: Final[Mapping[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_JOINED: Final[Mapping[type[ast.boolop], tuple[str, str]]] = {ast.And: ("and", "or"), ast.Or: ("or", "and")}
_SUMMED: Final[Mapping[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.Div: ("/", "*"),
}
_CALLED: Final[Mapping[str, str]] = {"min": "max", "max": "min"}


Found = tuple[str, Part]


def parts_of(text: str) -> Iterator[Found]:
    """The parts of an expression that can be changed, in the order of the text; none of what is no expression."""
    lead = len(text) - len(text.lstrip(" "))
    try:
        tree = ast.parse(text[lead:], mode="eval").body
    except SyntaxError:
        return
    found = [each for node in ast.walk(tree) for parts in (_parts, left_out) for each in parts(text[lead:], node)]
    for kind, part in sorted(found, key=lambda each: each[1].start):
        yield kind, Part(part.start + lead, part.end + lead, part.before, part.after)


def stepped(number: str) -> Iterator[str]:
    """The number one up and one down, in its last place; none below zero."""
    value = Decimal(number)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    yield str(value + step)
    if value > 0:
        yield str(value - step)


def _parts(text: str, node: ast.AST) -> Iterator[Found]:
    if isinstance(node, ast.Compare):
        for (left, right), operator in zip(pairwise((node.left, *node.comparators)), node.ops, strict=True):
            if type(operator) in _COMPARED:
                yield "comparison", _between(text, left, right, _COMPARED[type(operator)])
    elif isinstance(node, ast.BoolOp):
        for left, right in pairwise(node.values):
            yield "condition", _between(text, left, right, _JOINED[type(node.op)])
    elif isinstance(node, ast.BinOp) and type(node.op) in _SUMMED:
        yield "sum", _between(text, node.left, node.right, _SUMMED[type(node.op)])
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLED:
        start, end = ends(text, node.func)
        yield "comparison", Part(start, end, node.func.id, _CALLED[node.func.id])
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        start, end = ends(text, node)
        for other in stepped(text[start:end]):
            yield "number", Part(start, end, text[start:end], other)


def _between(text: str, left: ast.expr, right: ast.expr, words: tuple[str, str]) -> Part:
    """The operator exchanged for another."""
    before, after = words
    start, end = where(text, left, right, before)
    return Part(start, end, before, after)
