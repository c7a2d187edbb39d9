"""The reference evaluator, on simpleeval: short, slow, and it keeps the value of every part.

It is given the checked tree in Python's nodes and only what the language has: its own operators and functions,
and the row as names. ``and``, ``or`` and ``if`` are Kleene's, over all their parts.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any, Final

from simpleeval import SimpleEval  # type: ignore[import-untyped]

from supervision_rules.expressions.functions import ASKING_FOR_DOUBT, asked_in, is_doubted, is_open, known, sought_in
from supervision_rules.expressions.scope import Function
from supervision_rules.expressions.tree import (
    Arithmetic,
    Call,
    Checked,
    Comparison,
    Conditional,
    Logic,
    Name,
    Node,
    Unary,
    children,
)
from supervision_rules.expressions.values import (
    ARITHMETIC,
    COMPARISONS,
    Interval,
    Value,
    conjunction,
    disjunction,
    divide,
    negation,
    negative,
)

OPERATORS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "+": ast.Add, "-": ast.Sub, "*": ast.Mult, "/": ast.Div, "not": ast.Not, "and": ast.And, "or": ast.Or,
        "==": ast.Eq, "!=": ast.NotEq, "<": ast.Lt, "<=": ast.LtE, ">": ast.Gt, ">=": ast.GtE,
        "in": ast.In, "not in": ast.NotIn,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traced:
    """The value of a part, its node and words, and the parts it was made of (those of an ``if`` that were asked)."""

    value: Value
    node: Node
    text: str
    parts: tuple[Traced, ...]


def reference(checked: Checked, row: Mapping[str, Value]) -> Traced:
    """The value of the expression for a row, with that of every part."""
    return tracer(checked)(row)


def tracer(checked: Checked) -> Callable[[Mapping[str, Value]], Traced]:
    """``reference`` of one expression, with all made ready that is the same for every row."""
    operations = {OPERATORS[word]: operation for word, operation in {**ARITHMETIC, **COMPARISONS}.items()}
    operations |= {ast.Not: negation, ast.USub: negative, ast.Div: partial(divide, if_zero=checked.if_zero)}
    evaluator, tree = _Evaluator(checked, operations), syntax(checked.root)
    return lambda row: evaluator.on(row).trace(tree)


class _Evaluator(SimpleEval):  # type: ignore[misc]  # simpleeval is not typed
    """Evaluates one expression. Every node that simpleeval is given carries the checked node it was made from."""

    row: Mapping[str, Value]
    traces: list[list[Traced]]

    def __init__(self, checked: Checked, operations: Mapping[type[Any], Any]) -> None:
        super().__init__(operators=operations, functions={}, names={}, allowed_attrs={})
        self.ATTR_INDEX_FALLBACK = False
        self.checked = checked

    def on(self, row: Mapping[str, Value]) -> _Evaluator:
        """A copy for one row: cheaper than to begin anew, and several threads may use one expression."""
        made = copy(self)
        made.names = made.row = row
        made.traces = [[]]
        made.nodes = {
            ast.Constant: made._eval_constant,
            ast.Name: lambda node: row[node.id],
            ast.UnaryOp: made._eval_unaryop,
            ast.BinOp: made._eval_binop,
            ast.Compare: made._eval_compare,
            ast.BoolOp: made._eval_logic,
            ast.IfExp: made._eval_conditional,
            ast.Call: made._eval_function,
        }
        return made

    def trace(self, tree: ast.expr) -> Traced:
        self.eval(self.checked.text, previously_parsed=tree)
        return self.traces[0][0]

    def _eval(self, node: Any) -> Any:
        self.traces.append([])
        value: Value = super()._eval(node)
        parts, origin = tuple(self.traces.pop()), node.origin
        self.traces[-1].append(Traced(value, origin, self.checked.text[origin.start : origin.end], parts))
        return value

    def _eval_logic(self, node: Any) -> bool | None:
        values = tuple(self._eval(part) for part in node.values)
        return conjunction(values) if isinstance(node.op, ast.And) else disjunction(values)

    def _eval_conditional(self, node: Any) -> Value:
        test = self._eval(node.test)
        return None if test is None else self._eval(node.body if test else node.orelse)

    def _eval_function(self, node: Any) -> Value:
        function: Function = node.origin.function
        values = [self._eval(argument) for argument in node.args]
        if function.call in ASKING_FOR_DOUBT:
            doubted = [self._is_doubted(argument) for argument in node.origin.arguments]
            return known(*values, *doubted) if function.call is known else function.call(*values, doubted=doubted)
        if None in values and not function.takes_unknown:
            return None
        if not function.takes_interval and any(isinstance(value, Interval) for value in values):
            return None
        return function.call(self.row, *values) if function.wants_row else function.call(*values)

    def _is_doubted(self, argument: Node) -> bool:
        """Whether it is unknown if there is anything that the names and calls in an argument stand for."""
        asked = ((call.function, map(self._again, call.arguments)) for call in asked_in(argument))
        return is_doubted(self.row, sought_in(argument)) or any(
            is_open(function, self.row, *given) for function, given in asked
        )

    def _again(self, node: Node) -> Value:
        """The value of a part, which leaves no trace."""
        return self.on(self.row).trace(syntax(node)).value


def syntax(node: Node) -> ast.expr:
    """The checked node in Python's nodes; ``origin`` leads back."""
    make = SYNTAX.get(type(node))
    made = make(node, [syntax(child) for child in children(node)]) if make else ast.Constant(_constant(node))
    made.origin = node  # type: ignore[attr-defined]
    return made


def _constant(node: Any) -> Any:
    return node.values if hasattr(node, "values") else node.value


SYNTAX: Final[Mapping[type[Any], Callable[[Any, list[ast.expr]], ast.expr]]] = MappingProxyType(
    {
        Name: lambda node, parts: ast.Name(node.name),
        Unary: lambda node, parts: ast.UnaryOp(ast.USub() if node.operator == "-" else ast.Not(), *parts),
        Arithmetic: lambda node, parts: ast.BinOp(parts[0], OPERATORS[node.operator](), parts[1]),
        Comparison: lambda node, parts: ast.Compare(parts[0], [OPERATORS[node.operator]()], parts[1:]),
        Logic: lambda node, parts: ast.BoolOp(OPERATORS[node.operator](), parts),
        Conditional: lambda node, parts: ast.IfExp(*parts),
        Call: lambda node, parts: ast.Call(ast.Name(node.function.name), parts, []),
    }
)
