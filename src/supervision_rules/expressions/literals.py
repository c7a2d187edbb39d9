"""What is written out in an expression: numbers, texts, truth, and lists of them, each of one type."""

from __future__ import annotations

import ast
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions.agreement import fits, is_level
from supervision_rules.expressions.context import Context
from supervision_rules.expressions.tree import Constant, Items, Node
from supervision_rules.expressions.types import BOOL, NUMBER, TEXT
from supervision_rules.expressions.values import Value

MAX_ITEMS: Final = 200
TRUTH: Final = MappingProxyType({"true": True, "false": False})


def constant(context: Context, syntax: ast.expr) -> Constant | None:
    """A literal, a minus before a number included; None (nothing reported) for anything else."""
    start, end = context.ends(syntax)
    if isinstance(syntax, ast.UnaryOp) and isinstance(syntax.op, ast.USub):
        number = constant(context, syntax.operand)
        return Constant(NUMBER, start, end, -number.value) if number and _is_number(number.value) else None  # type: ignore[operator]
    if isinstance(syntax, ast.Name) and syntax.id in TRUTH:
        return Constant(BOOL, start, end, TRUTH[syntax.id])
    if not isinstance(syntax, ast.Constant):
        return None
    value: Value = Decimal(context.text[start:end]) if isinstance(syntax.value, float) else syntax.value  # type: ignore[assignment]
    kind = BOOL if isinstance(value, bool) else TEXT if isinstance(value, str) else NUMBER
    return Constant(kind, start, end, value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def items(context: Context, syntax: ast.List | ast.Tuple, item: Node | None) -> Items | None:
    """The constants of a written list, each of the type of ``item``."""
    ends = context.ends(syntax)
    if len(syntax.elts) > MAX_ITEMS:
        context.report("SR202", ends, what=Bilingual("列表的项数", "items of a list"), limit=MAX_ITEMS)
        return None
    if not syntax.elts:
        context.report("SR228", ends, found=context.text[slice(*ends)])
        return None
    found = [_item(context, element, item) for element in syntax.elts]
    values = tuple(each.value for each in found if each is not None)
    return Items(item.type, *ends, values) if item is not None and len(values) == len(found) else None


def _item(context: Context, element: ast.expr, item: Node | None) -> Constant | None:
    start, end = context.ends(element)
    found = constant(context, element)
    if found is None:
        context.report("SR228", (start, end), found=context.text[start:end])
        return None
    if item is None or found.type == item.type:
        return found
    if not fits(found, item.type):
        context.report_types("SR225", (start, end), {"left": item.type, "right": found.type})
        return None
    return found if is_level(context, found.value, item.type, (start, end)) else None
