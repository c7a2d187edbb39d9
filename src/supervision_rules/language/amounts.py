"""What the numbers of an expression are counted in: points, or what a rule states (万元); never added to each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions.tree import Arithmetic, Call, Comparison, Conditional, Name, Node, Unary, walk
from supervision_rules.language.aggregates import ENDS
from supervision_rules.language.expression import Expression

POINTS: Final = Bilingual("分", "points")
"""What amounts are counted in where a rule does not say."""
Units = Mapping[str, str]
"""What each rule's amounts, or each fact, are counted in, in Chinese; what is not among them is a plain number."""
_KEEPING: Final = frozenset({"min", "max", "abs", "floor", "ceil", "round_half_up", "first_known"})
"""The functions that give what they are given, in its unit."""
_ADDING: Final = ("+", "-")
_COMPARING: Final = frozenset({"==", "!=", "<", "<=", ">", ">="})
_TAKING: Final = frozenset({"sum", "mean", "max", "min", *ENDS})
"""The ways of making a fact that give what they take, in its unit."""


def named_unit(unit: str) -> Bilingual:
    """A unit for a message."""
    return POINTS if unit == POINTS.zh else Bilingual(unit, unit)


def unit_of(node: Node, facts: Units, rules: Units) -> str | None:
    """What a number is counted in; None if that is not known. What is multiplied or divided may have been converted."""
    if isinstance(node, Name):
        return facts.get(node.name)
    if isinstance(node, Call) and node.function.name == "points":
        return rules.get(node.literal or "")
    parts: tuple[Node, ...] = ()
    if isinstance(node, Call) and node.function.name in _KEEPING:
        parts = node.arguments
    elif isinstance(node, Arithmetic) and node.operator in _ADDING:
        parts = (node.left, node.right)
    elif isinstance(node, Conditional):
        parts = (node.body, node.otherwise)
    elif isinstance(node, Unary):
        parts = (node.operand,)
    return next((unit for part in parts if (unit := unit_of(part, facts, rules))), None)


def mixed(root: Node, facts: Units, rules: Units) -> Iterator[tuple[Node, str, str]]:
    """The parts in which amounts of two units are added or compared, each with the units."""
    for node in walk(root):
        units = [unit for part in _together(node) if (unit := unit_of(part, facts, rules))]
        other = next((unit for unit in units if unit != units[0]), None)
        if other is not None:
            yield node, units[0], other


def _together(node: Node) -> tuple[Node, ...]:
    """The parts that must be counted in the same."""
    if isinstance(node, Call):
        return node.arguments if node.function.name in ("min", "max") else ()
    added = isinstance(node, Arithmetic) and node.operator in _ADDING
    compared = isinstance(node, Comparison) and node.operator in _COMPARING
    return (node.left, node.right) if isinstance(node, Arithmetic | Comparison) and (added or compared) else ()


def unit_of_fact(way: str, expression: Expression | None, facts: Units, rules: Units) -> str | None:
    """What a fact made in this way from ``expression``, whose names are those of ``facts``, is counted in."""
    if expression is None or way not in ("value", *_TAKING):
        return None
    return unit_of(expression.checked.root, facts, rules)
