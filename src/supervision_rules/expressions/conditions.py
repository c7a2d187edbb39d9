"""Warnings of conditions that decide nothing: constants, and parts of ``and``/``or`` that settle each other; of such as
may be read in two ways.

What is asked of one name is tried at every value where an answer can change: the constants it is compared
with, the values between and beside them, the levels of an enumeration.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from supervision_rules.expressions.context import Context, ends_of
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.tree import (
    Call,
    Comparison,
    Items,
    Logic,
    Name,
    Node,
    Unary,
    children,
    is_constant,
    walk,
)
from supervision_rules.expressions.types import BOOL, DATE, MOMENT, TEXT, TEXTS, Type
from supervision_rules.expressions.values import Value, add, divide, subtract

_OF_SEVERAL: Final = frozenset(("min", "max", "earliest", "latest", "first_known", "count"))
"""The functions to which nothing is added by giving them the same again."""


def warn_of_fixed_conditions(context: Context, root: Node, is_condition: bool) -> None:
    """Warn of every condition below ``root`` (and of it, if it is one) that is the same for every row.

    One that asks for a reading is so on purpose: it is the switch by which a rule follows the reading.
    """
    if is_constant(root) and not (isinstance(root, Logic) and _asks_for_reading(root)):
        if is_condition and not _asks_for_reading(root):
            _warn_constant(context, root)
        return
    if isinstance(root, Comparison) and (answer := _of_itself(root)) is not None:
        context.report("SR234", ends_of(root), found=context.text[root.start : root.end], value=str(answer).lower())
    for child, decides in _below(root):
        warn_of_fixed_conditions(context, child, decides)
    if isinstance(root, Logic):
        _warn_settled(context, root)
    if isinstance(root, Call) and root.function.name in _OF_SEVERAL:
        _warn_repeated(context, root)


def _warn_repeated(context: Context, call: Call) -> None:
    """``max(a, a)`` is ``a``: most likely one of them was to be another."""
    seen: dict[str, Node] = {}
    for part in call.arguments:
        text = "".join(context.text[part.start : part.end].split())
        if text in seen and not is_constant(part):
            context.report("SR242", ends_of(part), found=context.text[part.start : part.end], name=call.function.name)
        seen.setdefault(text, part)


def warn_of_mixed(context: Context, syntax: ast.BoolOp) -> None:
    """``a and b or c`` is ``(a and b) or c``: whoever writes it may have meant ``a and (b or c)``."""
    inner = [part for part in syntax.values if isinstance(part, ast.BoolOp) and not _is_bracketed(context, part)]
    if inner:
        (start, end), mend = context.ends(syntax), context.text[slice(*context.ends(syntax))]
        for first, last in reversed([context.ends(part) for part in inner]):
            first, last = first - start, last - start
            mend = f"{mend[:first]}({mend[first:last]}){mend[last:]}"
        context.report("SR241", (start, end), found=context.text[start:end], mend=mend)


def _is_bracketed(context: Context, syntax: ast.BoolOp) -> bool:
    start, end = context.ends(syntax)
    return context.text[:start].rstrip().endswith("(") and context.text[end:].lstrip().startswith(")")


def settled_by(root: Node, name: str, value: Value) -> Iterator[tuple[Node, bool]]:
    """The questions below ``root`` that ask about ``name`` alone, each with its answer where that is ``value``."""
    for node in walk(root):
        asked = asked_alone(node) if isinstance(node, Comparison) else None
        if asked is not None and asked.name == name:
            yield node, bool(compile_node(node)({name: value}))


def _below(node: Node) -> Iterator[tuple[Node, bool]]:
    """The children, each with whether it stands as a condition."""
    for position, child in enumerate(children(node)):
        decides = isinstance(node, Logic | Unary) or (position == 0 and not isinstance(node, Comparison))
        yield child, decides and child.type == BOOL


def _asks_for_reading(node: Node) -> bool:
    """Whether a constant is made of a function that is told by name what to look up."""
    return any(isinstance(part, Call) and part.literal for part in walk(node))


def _of_itself(node: Comparison) -> bool | None:
    """What a name compared with itself gives, wherever it is known."""
    same = isinstance(node.left, Name) and isinstance(node.right, Name) and node.left.name == node.right.name
    return node.operator in ("==", "<=", ">=") if same else None


def _warn_constant(context: Context, node: Node) -> None:
    value = compile_node(node)({})
    context.report("SR234", ends_of(node), found=context.text[node.start : node.end], value=str(value).lower())


def _warn_settled(context: Context, logic: Logic) -> None:
    """``n > 5 and n < 3`` is never true, ``n > 5 or n <= 5`` always, whatever else stands beside them."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for each in _flat(logic, logic.operator):
        part = _named(context, each)
        if name := asked_alone(part):
            groups[name.name].append(part)
    for parts in groups.values():
        if len(parts) > 1 and _settled(parts, logic.operator):
            ends = min(part.start for part in parts), max(part.end for part in parts)
            value = "false" if logic.operator == "and" else "true"
            context.report("SR235", ends, found=context.text[slice(*ends)], value=value)


def _named(context: Context, part: Node) -> Node:
    """A comparison of something reckoned with a constant, as if that had a name: itself, wherever it is written so."""
    if not isinstance(part, Comparison) or isinstance(part.left, Name) or isinstance(part.right, Name):
        return part
    if is_constant(part.left) == is_constant(part.right):
        return part
    side = part.right if is_constant(part.left) else part.left
    name = Name(side.type, side.start, side.end, "".join(context.text[side.start : side.end].split()))
    return replace(part, right=name) if is_constant(part.left) else replace(part, left=name)


def _flat(logic: Logic, operator: str) -> Iterator[Node]:
    for part in logic.parts:
        if isinstance(part, Logic) and part.operator == operator:
            yield from _flat(part, operator)
        else:
            yield part


def asked_alone(part: Node) -> Name | None:
    """The name that a simple question asks about: ``n``, ``not n``, ``n < 5``, ``n in [...]``."""
    if isinstance(part, Name):
        return part
    if isinstance(part, Unary):
        return part.operand if isinstance(part.operand, Name) else None
    if not isinstance(part, Comparison):
        return None
    sides = (part.left, part.right)
    names = [side for side in sides if isinstance(side, Name)]
    plain = all(isinstance(side, Name | Items) or is_constant(side) for side in sides)
    return names[0] if plain and len(names) == 1 and names[0].type != TEXTS else None


def _settled(parts: list[Node], operator: str) -> bool:
    name = asked_alone(parts[0])
    if name is None:
        return False
    questions = [compile_node(part) for part in parts]
    candidates = values_between(name.type, parts)
    answers = ([question({name.name: value}) for question in questions] for value in candidates)
    return bool(candidates) and all(any(found) if operator == "or" else not all(found) for found in answers)


def values_between(kind: Type, parts: list[Node]) -> list[Any]:
    """One value of each stretch on which every part gives the same answer."""
    if kind == BOOL:
        return [True, False]
    if kind.kind == "enum":
        return list(kind.levels)
    if kind == MOMENT:
        return []
    constants = sorted({value for value in constants_in(parts) if value is not None})
    if kind == TEXT:
        return [*constants, "".join(constants) + "."]
    return _days(constants) if kind == DATE else _numbers(constants)


def _days(constants: list[date]) -> list[date]:
    """The days and their neighbours, as far as the calendar goes."""
    beside = {day.toordinal() + step for day in constants for step in (-1, 0, 1)}
    return [date.fromordinal(day) for day in beside if 0 < day <= date.max.toordinal()]


def _numbers(constants: list[Number]) -> list[Any]:
    between = [divide(add(low, high), 2) for low, high in zip(constants, constants[1:], strict=False)]
    beside = [subtract(constants[0], 1), add(constants[-1], 1)] if constants else []
    return [value for value in (*constants, *between, *beside) if value is not None]


def constants_in(parts: list[Node]) -> Iterator[Any]:
    """What the name is compared with."""
    for side in (side for part in parts for side in children(part)):
        if isinstance(side, Items):
            yield from side.values
        elif is_constant(side):
            yield compile_node(side)({})
