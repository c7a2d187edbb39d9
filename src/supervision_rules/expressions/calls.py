"""Calls: the number of the arguments, their types, the ids that functions of rules name."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from decimal import Decimal

from supervision_rules.diagnostics import NOTHING, listed
from supervision_rules.expressions.agreement import fits, taken_as
from supervision_rules.expressions.context import Context, Ends, ends_of
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.scope import Function, Parameter
from supervision_rules.expressions.tree import Call, Constant, Node, is_constant
from supervision_rules.expressions.types import DATE, MOMENT, Type, any_of, near


def check_call(context: Context, function: Function, ends: Ends, arguments: list[Node]) -> Call | None:
    """The call of ``function`` with arguments that are themselves checked."""
    if not _right_count(function, len(arguments)):
        context.report("SR221", ends, function=function.name, expected=_count(function), found=len(arguments))
        return None
    literal, result = None, function.result
    if function.literals is not None:
        literal = _literal(context, function, arguments[0])
        if literal is None:
            return None
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


def _literal(context: Context, function: Function, argument: Node) -> str | None:
    choices = function.literals or {}
    if isinstance(argument, Constant) and isinstance(argument.value, str) and argument.value in choices:
        return argument.value
    _refuse_literal(context, function, ends_of(argument))
    return None


def unquoted(context: Context, function: Function, syntax: list[ast.expr]) -> bool:
    """Whether the first argument, which is to be an id, is one without its quotes, or anything else; which is told."""
    first = syntax[0] if syntax and function.literals is not None else None
    if first is None or isinstance(first, ast.Constant):
        return False
    ends = context.ends(first)
    found = context.text[slice(*ends)].replace(" ", "")
    if found in (function.literals or {}):
        context.report("SR238", ends, function=function.name, found=found, mend=f'"{found}"')
    else:
        _refuse_literal(context, function, ends)
    return True


def _refuse_literal(context: Context, function: Function, ends: Ends) -> None:
    choices, found = function.literals or {}, context.text[slice(*ends)]
    bare = found.strip("\"'")
    gives, words = (
        function.elsewhere.get(bare),
        {"function": function.name, "found": found, "near": _near(context, bare, choices)},
    )
    if gives is None:
        context.report("SR223", ends, **words)
    else:
        context.report("SR240", ends, **words, gives=listed(sorted(gives)))


def _near(context: Context, bare: str, choices: Iterable[str]) -> str:
    """The id of the rule with this label, else what resembles it, else all."""
    labelled = context.scope.guide.rules.get(bare)
    return labelled if labelled is not None and labelled in choices else near(bare, choices)


def _typed(context: Context, function: Function, arguments: list[Node]) -> list[Node] | None:
    repeated: Type | None = None
    taken: list[Node | None] = []
    for position, argument in enumerate(arguments):
        parameter = function.parameters[min(position, len(function.parameters) - 1)]
        repeats = function.variadic and parameter == function.parameters[-1]
        wanted = repeated if repeats and repeated else parameter
        taken.append(_argument(context, function, argument, wanted, arguments[0]))
        if repeats and repeated is None:
            repeated = argument.type
    complete = [node for node in taken if node is not None]
    return complete if len(complete) == len(taken) else None


def _argument(context: Context, function: Function, argument: Node, parameter: Parameter, first: Node) -> Node | None:
    if parameter is None:
        return argument
    choices = (parameter,) if isinstance(parameter, Type) else parameter
    wanted = next((choice for choice in choices if fits(argument, choice)), None)
    if wanted is not None:
        return taken_as(context, argument, wanted)
    mixed = choices == (MOMENT,) and argument.type == DATE
    context.report_types(
        "SR222", ends_of(argument), {"found": argument.type},
        function=function.name,
        expected=any_of(choices),
        mend=f"day_of({context.text[slice(*ends_of(first))]})" if mixed else NOTHING,
    )  # fmt: skip
    return None
