"""The numbers that an expression may come to, whatever the conditions in it that are unknown turn out to be."""

from __future__ import annotations

from typing import Any

from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.tree import Arithmetic, Conditional, Node, Unary
from supervision_rules.expressions.values import ARITHMETIC, Numeric, divide, ends, interval, negative


def may_be(node: Node, row: Any) -> Numeric | None:
    """The number that ``node`` comes to for ``row``, or the ends of all that it may be; None where these are unknown.

    What it comes to by ``fast`` it comes to here; beyond that, of an ``if`` of which the condition is unknown either
    branch may be meant.
    """
    match node:
        case Conditional(test=test, body=body, otherwise=otherwise):
            holds = compile_node(test)(row)
            branches = (body, otherwise) if holds is None else (body if holds else otherwise,)
            return _around([may_be(branch, row) for branch in branches])
        case Arithmetic(operator="/", left=left, right=right, if_zero=if_zero):
            return divide(may_be(left, row), may_be(right, row), if_zero)
        case Arithmetic(operator=operator, left=left, right=right):
            return ARITHMETIC[operator](may_be(left, row), may_be(right, row))
        case Unary(operator="-", operand=operand):
            return negative(may_be(operand, row))
        case _:
            value = compile_node(node)(row)
            return value if isinstance(value, Numeric) else None


def _around(values: list[Numeric | None]) -> Numeric | None:
    known = [ends(value) for value in values if value is not None]
    return interval(min(low for low, _ in known), max(high for _, high in known)) if len(known) == len(values) else None
