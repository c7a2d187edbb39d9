"""From Python's syntax tree to the checked tree: a closed list of nodes, every name declared, every type agreeing.

A part that fails gives None and its parents are silent about it, so that each cause is told once and all
causes are told in one run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, Literal

from supervision_rules.expressions.agreement import fits, taken_as
from supervision_rules.expressions.calls import check_call, unquoted
from supervision_rules.expressions.conditions import warn_of_mixed
from supervision_rules.expressions.context import Context, ends_of
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.guide import NO_GUIDE, told_of
from supervision_rules.expressions.literals import TRUTH, constant, items
from supervision_rules.expressions.tree import (
    Arithmetic,
    Comparison,
    Conditional,
    Items,
    Logic,
    Name,
    Node,
    Unary,
    is_constant,
)
from supervision_rules.expressions.types import (
    BOOL,
    DATE,
    MOMENT,
    NUMBER,
    TEXT,
    TEXTS,
    Type,
    near,
)

HYPHENATED: Final = re.compile(r"[A-Za-z_]\w*(?:-\w+)+")
ARITHMETIC: Final[Mapping[type[ast.operator], Literal["+", "-", "*", "/"]]] = MappingProxyType(
    {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
)
COMPARISON: Final[Mapping[type[ast.cmpop], str]] = MappingProxyType(
    {
        ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=",
        ast.Gt: ">", ast.GtE: ">=", ast.In: "in", ast.NotIn: "not in",
    }
)  # fmt: skip


def check(context: Context, syntax: ast.expr) -> Node | None:
    """The checked tree, or None where something was reported."""
    handler = CHECKS.get(type(syntax))
    return handler(context, syntax) if handler else _refused(context, syntax)


def _refused(context: Context, syntax: ast.expr) -> Node | None:
    ends = context.ends(syntax)
    context.report("SR217", ends, found=context.text[slice(*ends)])
    return None


def _name(context: Context, syntax: ast.Name) -> Node | None:
    ends, name = context.ends(syntax), syntax.id
    if name in context.scope.names:
        return Name(context.scope.names[name], *ends, name, name in context.scope.sought)
    if name in TRUTH:
        return constant(context, syntax)
    if context.scope.is_broken(name):
        return None
    if name in context.scope.functions:
        context.report("SR220", ends, function=name)
    else:
        context.report("SR218", ends, **told_of(name, context.scope.names, context.scope.guide))
    return None


def _wanted(context: Context, node: Node, wanted: Type, operator: str) -> bool:
    """Whether an operand has the one type that its operator takes."""
    if node.type == wanted:
        return True
    context.report_types("SR224", ends_of(node), {"expected": wanted, "found": node.type}, operator=operator)
    return False


def _unary(context: Context, syntax: ast.UnaryOp) -> Node | None:
    if not isinstance(syntax.op, ast.Not | ast.USub):
        return _refused(context, syntax)
    operand = check(context, syntax.operand)
    operator: Literal["not", "-"] = "not" if isinstance(syntax.op, ast.Not) else "-"
    wanted = BOOL if operator == "not" else NUMBER
    if operand is None or not _wanted(context, operand, wanted, operator):
        return None
    return Unary(wanted, *context.ends(syntax), operator, operand)


def _arithmetic(context: Context, syntax: ast.BinOp) -> Node | None:
    operator = ARITHMETIC.get(type(syntax.op))
    if operator is None:
        return _refused(context, syntax)
    if _is_hyphenated(context, syntax):
        return None
    left, right = check(context, syntax.left), check(context, syntax.right)
    if left is None or right is None or not all(_wanted(context, node, NUMBER, operator) for node in (left, right)):
        return None
    if operator == "/" and not _divisible(context, right):
        return None
    sum_ = Arithmetic(NUMBER, *context.ends(syntax), operator, left, right, context.if_zero)
    if is_constant(sum_) and compile_node(sum_)({}) is None:
        context.report("SR233", context.ends(syntax), found=context.text[slice(*context.ends(syntax))])
        return None
    return sum_


def _is_hyphenated(context: Context, syntax: ast.BinOp) -> bool:
    """Whether what reads as a difference is a name, told as such, with a hyphen where it has ``_``."""
    start, end = context.ends(syntax)
    written = context.text[start:end]
    meant = written.replace("-", "_")
    if not HYPHENATED.fullmatch(written) or meant not in context.scope.names:
        return False
    if {part.id for part in ast.walk(syntax) if isinstance(part, ast.Name)} <= context.scope.names.keys():
        return False
    context.report("SR218", (start, end), **told_of(written, {meant: context.scope.names[meant]}, NO_GUIDE))
    return True


def _divisible(context: Context, divisor: Node) -> bool:
    if is_constant(divisor):
        if compile_node(divisor)({}) != 0:
            return True
        context.report("SR230", ends_of(divisor))
    elif context.if_zero is None and not context.missing_at_zero:
        context.report(
            "SR229", ends_of(divisor), found=context.text[divisor.start : divisor.end], mend=context.unstated
        )
    else:
        return True
    return False


def _logic(context: Context, syntax: ast.BoolOp) -> Node | None:
    operator: Literal["and", "or"] = "and" if isinstance(syntax.op, ast.And) else "or"
    parts = [check(context, value) for value in syntax.values]
    sound = [part for part in parts if part is not None and _wanted(context, part, BOOL, operator)]
    if len(sound) < len(parts):
        return None
    warn_of_mixed(context, syntax)
    return Logic(BOOL, *context.ends(syntax), operator, tuple(sound))


def _conditional(context: Context, syntax: ast.IfExp) -> Node | None:
    test = check(context, syntax.test)
    sound = test is not None and _wanted(context, test, BOOL, "if")
    branches = _agreeing(context, syntax, check(context, syntax.body), check(context, syntax.orelse), "SR231")
    if branches is None or test is None or not sound:
        return None
    return Conditional(branches[0].type, *context.ends(syntax), test, *branches)


def _agreeing(
    context: Context, syntax: ast.expr, left: Node | None, right: Node | None, code: str
) -> tuple[Node, Node] | None:
    """Two parts as one type, or a report under ``code``."""
    if left is None or right is None:
        return None
    wanted = left.type if fits(right, left.type) else right.type
    if not fits(left, wanted):
        ends = (left.start, right.end) if code == "SR225" else context.ends(syntax)
        context.report_types(code, ends, {"left": left.type, "right": right.type})
        return None
    one, other = taken_as(context, left, wanted), taken_as(context, right, wanted)
    return (one, other) if one and other else None


def _comparison(context: Context, syntax: ast.Compare) -> Node | None:
    operators = [COMPARISON.get(type(op), "") for op in syntax.ops]
    if len(operators) == 1 and operators[0] in ("in", "not in"):
        return _membership(context, syntax, operators[0])
    if not all(operators) or "in" in operators or "not in" in operators:
        return _refused(context, syntax)
    parts = [check(context, part) for part in (syntax.left, *syntax.comparators)]
    pairs = [
        _pair(context, syntax, operator, *pair)
        for operator, pair in zip(operators, zip(parts, parts[1:], strict=False), strict=True)
    ]
    sound = [pair for pair in pairs if pair is not None]
    if len(sound) < len(pairs):
        return None
    return sound[0] if len(sound) == 1 else Logic(BOOL, *context.ends(syntax), "and", tuple(sound))


def _pair(context: Context, syntax: ast.expr, operator: str, left: Node | None, right: Node | None) -> Node | None:
    pair = _agreeing(context, syntax, left, right, "SR225")
    if pair is None:
        return None
    ends, kind = (pair[0].start, pair[1].end), pair[0].type
    if kind == TEXTS or (operator not in ("==", "!=") and kind not in (NUMBER, DATE, MOMENT)):
        context.report_types("SR226", ends, {"found": kind}, operator=operator)
        return None
    return Comparison(BOOL, *ends, operator, *pair)


def _membership(context: Context, syntax: ast.Compare, operator: str) -> Node | None:
    item, listed = check(context, syntax.left), syntax.comparators[0]
    if isinstance(listed, ast.List | ast.Tuple):
        right: Node | None = items(context, listed, item)
    else:
        right = check(context, listed)
        if right is not None and right.type != TEXTS:
            context.report("SR228", ends_of(right), found=context.text[right.start : right.end])
            return None
    if item is None or right is None:
        return None
    if isinstance(right, Items) or item.type == TEXT:
        return Comparison(BOOL, *context.ends(syntax), operator, item, right)
    context.report_types("SR225", ends_of(item), {"left": item.type, "right": right.type})
    return None


def _call(context: Context, syntax: ast.Call) -> Node | None:
    ends = context.ends(syntax)
    if not isinstance(syntax.func, ast.Name) or syntax.keywords:
        return _refused(context, syntax)
    name, functions = syntax.func.id, context.scope.functions
    if name in functions and unquoted(context, functions[name], syntax.args):
        return None
    arguments = [check(context, argument) for argument in syntax.args]
    if name not in functions:
        context.report("SR219", context.ends(syntax.func), name=name, near=near(name, functions))
        return None
    sound = [argument for argument in arguments if argument is not None]
    call = check_call(context, functions[name], ends, sound) if len(sound) == len(arguments) else None
    if call is not None and is_constant(call) and compile_node(call)({}) is None:
        context.report("SR233", ends, found=context.text[slice(*ends)])
        return None
    return call


CHECKS: Final[Mapping[type[ast.expr], Callable[[Context, Any], Node | None]]] = MappingProxyType(
    {
        ast.Constant: constant,
        ast.Name: _name,
        ast.UnaryOp: _unary,
        ast.BinOp: _arithmetic,
        ast.BoolOp: _logic,
        ast.IfExp: _conditional,
        ast.Compare: _comparison,
        ast.Call: _call,
    }
)
