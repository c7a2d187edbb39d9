"""The stage that turns the text of an expression into a checked tree."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.expressions import IF_ZERO
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.expressions.agreement import fits, taken_as
from supervision_rules.expressions.check import check
from supervision_rules.expressions.conditions import warn_of_fixed_conditions
from supervision_rules.expressions.context import Context, ends_of
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.meant import Meant
from supervision_rules.expressions.scan import MAX_DEPTH, Place, scan
from supervision_rules.expressions.scope import Scope
from supervision_rules.expressions.tree import (
    NOT_CONSTANT,
    Call,
    Checked,
    Name,
    Node,
    is_constant,
    walk,
)
from supervision_rules.expressions.types import BOOL, NUMBER, Type, any_of

MAX_NODES: Final = 100
DIGIT: Final = re.compile("[0-9]")


def parse(
    scalar_text: str,
    place: Place,
    scope: Scope,
    expected: Type | tuple[Type, ...] | None,
    diagnostics: Collector,
    *,
    if_zero: Number | None = None,
    missing_at_zero: bool = False,
    unstated: Bilingual = IF_ZERO["rule"],
) -> Checked | None:
    """The expression, checked; None where an error was reported.

    ``place`` gives the span of the characters from one offset to another; ``if_zero`` is the result of a
    division by zero, ``missing_at_zero`` says that it has none, ``unstated`` where either is to be stated.
    """
    text = scalar_text.rstrip(" \n")
    wanted = (expected,) if isinstance(expected, Type) else expected
    meant = Meant(scope, NUMBER in (wanted or ()))
    syntax = _syntax(text, place, diagnostics) if scan(text, place, diagnostics, meant) else None
    if syntax is None:
        return None
    lead = len(text) - len(text.lstrip(" "))
    context = Context(text, lead, place, scope, diagnostics, if_zero, unstated, missing_at_zero)
    root = _as_expected(context, check(context, syntax), wanted)
    if root is None:
        return None
    warn_of_fixed_conditions(context, root, is_condition=wanted == (BOOL,))
    return _checked(context, root, syntax)


def _syntax(text: str, place: Place, diagnostics: Collector) -> ast.expr | None:
    """Python's tree of the text, if it can be read and is not too large."""
    lead = len(text) - len(text.lstrip(" "))
    try:
        syntax = ast.parse(text[lead:], mode="eval").body
    except SyntaxError as problem:
        at = min(lead + max((problem.offset or 1) - 1, 0), len(text) - 1)
        diagnostics.add("SR216", place(at, at + 1), found=text[at])
        return None
    except (RecursionError, MemoryError, ValueError):
        diagnostics.add("SR202", place(0, len(text)), what=Bilingual("层数", "depth"), limit=MAX_DEPTH)
        return None
    return syntax if _small(syntax, text, place, diagnostics) else None


def _small(syntax: ast.expr, text: str, place: Place, diagnostics: Collector) -> bool:
    """Whether the tree keeps the limits; the items of a written list have a limit of their own."""
    count, depth, level = 0, 0, [syntax]
    while level:
        count, depth = count + len(level), depth + 1
        level = [child for node in level if not isinstance(node, ast.List | ast.Tuple) for child in _parts(node)]
    if count > MAX_NODES:
        diagnostics.add("SR202", place(0, len(text)), what=Bilingual("组成部分的个数", "parts"), limit=MAX_NODES)
    elif depth > MAX_DEPTH:
        diagnostics.add("SR202", place(0, len(text)), what=Bilingual("层数", "depth"), limit=MAX_DEPTH)
    return count <= MAX_NODES and depth <= MAX_DEPTH


def _parts(node: ast.expr) -> list[ast.expr]:
    return [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]


def _as_expected(context: Context, root: Node | None, wanted: tuple[Type, ...] | None) -> Node | None:
    if root is None or wanted is None:
        return root
    chosen = next((choice for choice in wanted if fits(root, choice)), None)
    if chosen is not None:
        return taken_as(context, root, chosen)
    context.report_types(
        "SR232", ends_of(root), {"found": root.type},
        expected=any_of(wanted), mend=_asked(root) if BOOL in wanted else NOTHING,
    )  # fmt: skip
    return None


def _asked(root: Node) -> str:
    """What may be asked of a name that is written where a condition is wanted."""
    if not isinstance(root, Name) or root.type.levels:
        return NOTHING
    return f"{root.name} > 0" if root.type == NUMBER else f"known({root.name})"


def numbers_in(scalar_text: str) -> tuple[tuple[Number, int, int], ...]:
    """The numbers that a text states which is no proper expression; none where it cannot be read as one at all."""
    text, unheard = scalar_text.rstrip(" \n"), Collector()
    meant = Meant(Scope({}, {}), wants_number=False)
    syntax = _syntax(text, _nowhere, unheard) if scan(text, _nowhere, unheard, meant) else None
    context = Context(text, len(text) - len(text.lstrip(" ")), _nowhere, meant.scope, unheard, None, IF_ZERO["rule"])
    return () if syntax is None else _numbers(context, syntax)


def _nowhere(start: int, end: int) -> Span:
    return Span("", 1, start + 1, 1, end + 1)


def _checked(context: Context, root: Node, syntax: ast.expr) -> Checked:
    nodes = tuple(walk(root))
    calls = [(node.function.name, node.literal) for node in nodes if isinstance(node, Call) and node.literal]
    return Checked(
        context.text,
        root,
        frozenset(node.name for node in nodes if isinstance(node, Name)),
        tuple(dict.fromkeys(calls)),
        _numbers(context, syntax),
        compile_node(root)({}) if is_constant(root) else NOT_CONSTANT,
        context.if_zero,
    )


def _numbers(context: Context, syntax: ast.expr) -> tuple[tuple[Number, int, int], ...]:
    """The numbers as written, in their order, without a sign."""
    if not DIGIT.search(context.text):
        return ()
    places = [
        context.ends(node)
        for node in ast.walk(syntax)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool)
    ]
    return tuple((_number(context.text[start:end]), start, end) for start, end in sorted(places))


def _number(text: str) -> Number:
    return Decimal(text) if "." in text else int(text)
