"""Quotients in expressions: by what they are divided, and whether by zero."""

from __future__ import annotations

from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.tree import Arithmetic, Node, is_constant, walk
from supervision_rules.expressions.writer import Compiled


def divisors_in(node: Node) -> tuple[Compiled, ...]:
    """What gives the divisors in an expression that are not the same for every row."""
    divisions = (part for part in walk(node) if isinstance(part, Arithmetic) and part.operator == "/")
    return tuple(compile_node(each.right) for each in divisions if not is_constant(each.right))


def may_be_zero(divisor: Value) -> bool:
    """Whether a divisor of which only the ends are known may be zero."""
    return isinstance(divisor, Interval) and divisor.low <= 0 <= divisor.high


def divides_by_zero(traced: Traced) -> bool:
    """Whether anything in it was divided by zero."""
    node = traced.node
    if isinstance(node, Arithmetic) and node.operator == "/" and traced.parts[1].value == 0:
        return True
    return any(divides_by_zero(part) for part in traced.parts)
