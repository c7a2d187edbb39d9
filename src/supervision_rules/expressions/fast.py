"""The fast evaluator: a checked tree becomes nested closures, specialised by shape, without state.

Each closure takes the row and reads from it only the names that it needs: through the row, which computes, hides and
remembers; or, where that is not needed, from the row's ``source``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import eq, ge, gt, itemgetter, le, lt, ne
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.expressions.tree import (
    Arithmetic,
    Call,
    Checked,
    Comparison,
    Conditional,
    Constant,
    Items,
    Logic,
    Name,
    Node,
    Part,
    Unary,
    is_constant,
)
from supervision_rules.expressions.types import NUMBER
from supervision_rules.expressions.values import ARITHMETIC, COMPARISONS, Interval, Value, divide, negative

Row = Mapping[str, Value]
Compiled = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a record type that can be read straight from the ``source`` of a row, without asking the row."""

    fixed: frozenset[str] = frozenset()
    """Those that are as the record says, whatever the day."""
    events: frozenset[str] = frozenset()
    """Those that date an event."""


NO_FIELDS: Final = Fields()

# Plain comparisons of known values; an Interval answers the ordered ones itself.
ORDERED: Final[Mapping[str, Callable[[Any, Any], Any]]] = MappingProxyType({"<": lt, "<=": le, ">": gt, ">=": ge})
EQUALITY: Final[Mapping[str, Callable[[Any, Any], Any]]] = MappingProxyType({"==": eq, "!=": ne})
MIRRORED: Final[Mapping[str, str]] = MappingProxyType(
    {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
)


def compile_fast(checked: Checked, fields: Fields = NO_FIELDS) -> Callable[[Any], Value]:
    """The expression as a function of a row. ``fields`` are those of what it is about."""
    return compile_node(checked.root, fields)


def compile_node(node: Node, fields: Fields = NO_FIELDS) -> Compiled:
    """The closure of a node; a constant part is computed here, once."""
    closure = COMPILERS[type(node)](node, fields)
    if is_constant(node) and not isinstance(node, Constant | Items):
        return _constant(closure({}))
    return closure


def _constant(value: Value) -> Compiled:
    return lambda row: value


def _compile_constant(node: Constant, fields: Fields) -> Compiled:
    return _constant(node.value)


def _compile_items(node: Items, fields: Fields) -> Compiled:
    return _constant(node.values)  # type: ignore[arg-type]  # a list of constants, read by ``in`` only


def _compile_name(node: Name, fields: Fields) -> Compiled:
    name = node.name
    if name in fields.fixed:
        return lambda row: row.source.get(name)
    return _event(name) if name in fields.events else itemgetter(name)


def _event(name: str) -> Compiled:
    """The day of an event; unknown while it lies ahead. A row on its way through its history has its own answer."""

    def event(row: Any) -> Any:
        if row.day is not None:
            return row[name]
        day = row.source.get(name)
        return day if day is None or day <= row.home.as_of else None

    return event


def _compile_unary(node: Unary, fields: Fields) -> Compiled:
    operand = compile_node(node.operand, fields)
    if node.operator == "-":
        return lambda row: negative(operand(row))

    def negation(row: Row) -> Any:
        value = operand(row)
        return None if value is None else not value

    return negation


def _compile_arithmetic(node: Arithmetic, fields: Fields) -> Compiled:
    left, right = compile_node(node.left, fields), compile_node(node.right, fields)
    if node.operator == "/":
        if_zero = node.if_zero
        return lambda row: divide(left(row), right(row), if_zero)
    operation = ARITHMETIC[node.operator]
    return lambda row: operation(left(row), right(row))


def _compile_comparison(node: Comparison, fields: Fields) -> Compiled:
    if isinstance(node.right, Items):
        return _compile_membership(node, node.right, fields)
    if node.operator in MIRRORED and isinstance(node.left, Constant) and not isinstance(node.right, Constant):
        return _against_constant(node.right, MIRRORED[node.operator], node.left.value, fields)
    if node.operator in MIRRORED and isinstance(node.right, Constant):
        return _against_constant(node.left, node.operator, node.right.value, fields)
    left, right, compare = compile_node(node.left, fields), compile_node(node.right, fields), COMPARISONS[node.operator]
    return lambda row: compare(left(row), right(row))


def _against_constant(node: Node, operator: str, constant: Any, fields: Fields) -> Compiled:
    """The commonest shape: something compared with a constant."""
    if operator in EQUALITY and node.type == NUMBER:
        return _number_equals(compile_node(node, fields), operator, constant)
    if isinstance(node, Name) and node.name in fields.fixed:
        return FIELD_AGAINST[operator](node.name, constant)
    operand, compare = compile_node(node, fields), (ORDERED if operator in ORDERED else EQUALITY)[operator]

    def against(row: Row) -> Any:
        value = operand(row)
        return None if value is None else compare(value, constant)

    return against


def _number_equals(operand: Compiled, operator: str, constant: Any) -> Compiled:
    """Equality asks an Interval in three values, which ``==`` cannot give."""
    compare, general = EQUALITY[operator], COMPARISONS[operator]

    def equals(row: Row) -> Any:
        value = operand(row)
        if value is None:
            return None
        return general(value, constant) if value.__class__ is Interval else compare(value, constant)

    return equals


def _compile_membership(node: Comparison, items: Items, fields: Fields) -> Compiled:
    operand, general, values = compile_node(node.left, fields), COMPARISONS[node.operator], items.values
    choices, found = frozenset(values), node.operator == "in"

    def among(row: Row) -> Any:
        value = operand(row)
        if value is None:
            return None
        if value.__class__ is Interval:
            return general(value, values)
        return (value in choices) is found

    return among


def _compile_logic(node: Logic, fields: Fields) -> Compiled:
    parts = tuple(compile_node(part, fields) for part in node.parts)
    decisive = node.operator == "or"
    if len(parts) == 2:
        return _pair(parts[0], parts[1], decisive)
    if len(parts) == 3:
        return _triple(parts[0], parts[1], parts[2], decisive)
    return _many(parts, decisive)


def _pair(first: Compiled, second: Compiled, decisive: bool) -> Compiled:
    """``decisive`` settles the whole (False for and, True for or); else unknown prevails."""

    def pair(row: Row) -> Any:
        one = first(row)
        if one is decisive:
            return decisive
        other = second(row)
        return other if one is not None or other is decisive else None

    return pair


def _triple(first: Compiled, second: Compiled, third: Compiled, decisive: bool) -> Compiled:
    def triple(row: Row) -> Any:
        one = first(row)
        if one is decisive:
            return decisive
        two = second(row)
        if two is decisive:
            return decisive
        last = third(row)
        return last if last is decisive or (one is not None and two is not None) else None

    return triple


def _many(parts: tuple[Compiled, ...], decisive: bool) -> Compiled:
    def many(row: Row) -> Any:
        result: bool | None = not decisive
        for part in parts:
            value = part(row)
            if value is decisive:
                return decisive
            if value is None:
                result = None
        return result

    return many


def _compile_conditional(node: Conditional, fields: Fields) -> Compiled:
    test, body = compile_node(node.test, fields), compile_node(node.body, fields)
    otherwise = compile_node(node.otherwise, fields)

    def conditional(row: Row) -> Any:
        chosen = test(row)
        return None if chosen is None else body(row) if chosen else otherwise(row)

    return conditional


def _compile_call(node: Call, fields: Fields) -> Compiled:
    function = node.function
    if function.name == "first_known":
        return _first_known(tuple(compile_node(argument, fields) for argument in node.arguments))
    call, arguments = function.call, tuple(compile_node(argument, fields) for argument in node.arguments)
    checked = not function.takes_unknown, not function.takes_interval
    if len(arguments) == 1 and not function.wants_row and not isinstance(node.arguments[0], Constant):
        return _call_one(call, arguments[0], *checked)
    if function.wants_row and all(isinstance(argument, Constant) for argument in node.arguments):
        values = [argument.value for argument in node.arguments if isinstance(argument, Constant)]
        return lambda row: call(row, *values)
    return _call_many(call, arguments, function.wants_row, *checked)


def _first_known(arguments: tuple[Compiled, ...]) -> Compiled:
    """Like the function, but later arguments are asked for only while the earlier ones are unknown."""

    def first_known(row: Row) -> Any:
        doubtful = None
        for argument in arguments:
            value = argument(row)
            if value is not None:
                if value.__class__ is not Interval:
                    return value
                doubtful = value if doubtful is None else doubtful
        return doubtful

    return first_known


def _call_one(call: Callable[..., Value], argument: Compiled, no_unknown: bool, no_interval: bool) -> Compiled:
    def one(row: Row) -> Any:
        value = argument(row)
        if (value is None and no_unknown) or (value.__class__ is Interval and no_interval):
            return None
        return call(value)

    return one


def _call_many(
    call: Callable[..., Value], arguments: tuple[Compiled, ...], wants_row: bool, no_unknown: bool, no_interval: bool
) -> Compiled:
    def many(row: Row) -> Any:
        values = [argument(row) for argument in arguments]
        for value in values:
            if (value is None and no_unknown) or (value.__class__ is Interval and no_interval):
                return None
        return call(row, *values) if wants_row else call(*values)

    return many


# The operator is written out for each: a call less in the innermost step of most conditions.
FIELD_AGAINST: Final[Mapping[str, Callable[[str, Any], Compiled]]] = MappingProxyType(
    {
        "<": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value < constant,
        "<=": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value <= constant,
        ">": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value > constant,
        ">=": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value >= constant,
        "==": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value == constant,
        "!=": lambda name, constant: lambda row: None if (value := row.source.get(name)) is None else value != constant,
    }
)
COMPILERS: Final[Mapping[type[Part], Callable[[Any, Fields], Compiled]]] = MappingProxyType(
    {
        Constant: _compile_constant,
        Items: _compile_items,
        Name: _compile_name,
        Unary: _compile_unary,
        Arithmetic: _compile_arithmetic,
        Comparison: _compile_comparison,
        Logic: _compile_logic,
        Conditional: _compile_conditional,
        Call: _compile_call,
    }
)
