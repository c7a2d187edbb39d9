"""Calls: the number of the arguments, their types, the ids that functions of rules name."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from supervision_rules.expressions.agreement import fits, taken_as
from supervision_rules.expressions.context import Context, Ends, ends_of
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.scope import Function, Parameter
from supervision_rules.expressions.tree import Call, Constant, Node, is_constant
from supervision_rules.expressions.types import Type, any_of, near

QUOTES: Final = "\"'"


def check_call(context: Context, function: Function, ends: Ends, arguments: list[Node]) -> Call | None:
    """The call of ``function`` with arguments that are themselves checked."""
    if not _right_count(function, len(arguments)):
        context.report("SR221", ends, function=function.name, expected=_count(function), found=len(arguments))
        return None
    literal, result = None, function.result
    if function.literals is not None:
        assert isinstance(arguments[0], Constant)  # as named says
        literal = str(arguments[0].value)
        result = function.literals[literal]
    taken = _typed(context, function, arguments)
    if taken is not None and not all(_is_whole(context, taken[at], *reach) for at, reach in _bounds(function, taken)):
        return None
    return None if taken is None else Call(result or taken[0].type, *ends, function, tuple(taken), literal)


def _bounds(function: Function, arguments: list[Node]) -> Iterator[tuple[int, tuple[int, int]]]:
    return ((place, ends) for place, ends in function.whole.items() if place < len(arguments))


def _is_whole(context: Context, argument: Node, least: int, most: int) -> bool:
    """Whether the argument can be a whole number within these ends; reported where it never is."""
    value = compile_node(argument)({}) if is_constant(argument) else least
    if isinstance(value, int | Decimal) and least <= value <= most and value == int(value):
        return True
    context.report("SR236", ends_of(argument), found=context.text[slice(*ends_of(argument))], least=least, most=most)
    return False


def _right_count(function: Function, count: int) -> bool:
    most = len(function.parameters)
    return count >= most - function.optional and (function.variadic or count <= most)


def _count(function: Function) -> str:
    most = len(function.parameters)
    least = most - function.optional
    return f"≥{least}" if function.variadic else f"{least}–{most}" if function.optional else str(most)


def named(context: Context, function: Function, arguments: Sequence[ast.expr]) -> bool:
    """Whether a function that takes an id is given one; without its quotes an id would be taken for a name."""
    if function.literals is None or not arguments:
        return True
    argument = arguments[0]
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value in function.literals:
        return True
    ends = context.ends(argument)
    found = context.text[slice(*ends)]
    quoted = {f'"{choice}"' for choice in function.literals}
    context.report("SR223", ends, function=function.name, found=found, near=near(f'"{found.strip(QUOTES)}"', quoted))
    return False


def _typed(context: Context, function: Function, arguments: list[Node]) -> list[Node] | None:
    repeated: Type | None = None
    taken: list[Node | None] = []
    for position, argument in enumerate(arguments):
        parameter = function.parameters[min(position, len(function.parameters) - 1)]
        repeats = function.variadic and parameter == function.parameters[-1]
        taken.append(_argument(context, function, argument, repeated if repeats and repeated else parameter))
        if repeats and repeated is None:
            repeated = argument.type
    complete = [node for node in taken if node is not None]
    return complete if len(complete) == len(taken) else None


def _argument(context: Context, function: Function, argument: Node, parameter: Parameter) -> Node | None:
    if parameter is None:
        return argument
    choices = (parameter,) if isinstance(parameter, Type) else parameter
    wanted = next((choice for choice in choices if fits(argument, choice)), None)
    if wanted is not None:
        return taken_as(context, argument, wanted)
    context.report_types(
        "SR222", ends_of(argument), {"found": argument.type},
        function=function.name,
        expected=any_of(choices),
    )  # fmt: skip
    return None
