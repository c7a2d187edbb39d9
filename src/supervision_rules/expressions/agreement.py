"""When a part may stand where a type is wanted: it is of that type, a literal for a level, a moment for its day."""

from __future__ import annotations

from dataclasses import replace

from supervision_rules.expressions.context import Context, ends_of
from supervision_rules.expressions.functions import DAY_OF
from supervision_rules.expressions.tree import Call, Conditional, Constant, Node
from supervision_rules.expressions.types import DATE, MOMENT, TEXT, Type


def fits(node: Node, wanted: Type) -> bool:
    """Whether the part may be taken as ``wanted``; whether a literal names a level is not asked yet."""
    return node.type == wanted or (node.type, wanted) == (MOMENT, DATE) or (wanted.kind == "enum" and _is_literal(node))


def _is_literal(node: Node) -> bool:
    if isinstance(node, Conditional):
        return _is_literal(node.body) and _is_literal(node.otherwise)
    return isinstance(node, Constant) and node.type == TEXT


def taken_as(context: Context, node: Node, wanted: Type) -> Node | None:
    """A part that ``fits``, as the wanted type; None and a report where a literal is no level."""
    if node.type == wanted:
        return node
    if wanted == DATE:
        return Call(DATE, node.start, node.end, DAY_OF, (node,), None)
    if isinstance(node, Conditional):
        body, otherwise = taken_as(context, node.body, wanted), taken_as(context, node.otherwise, wanted)
        return replace(node, type=wanted, body=body, otherwise=otherwise) if body and otherwise else None
    if isinstance(node, Constant) and is_level(context, node.value, wanted, ends_of(node)):
        return replace(node, type=wanted)
    return None


def is_level(context: Context, value: object, wanted: Type, ends: tuple[int, int]) -> bool:
    """Whether the enumeration has the level; reported where it has not."""
    if value in wanted.levels:
        return True
    context.report("SR227", ends, found=value, name=wanted.name, near=wanted.nearest(str(value)))
    return False
