"""What is reckoned in a question, taken as if it had a name: its text, the same wherever it is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from supervision_rules.expressions.functions import known
from supervision_rules.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Constant,
    Items,
    Logic,
    Name,
    Node,
    Unary,
    is_constant,
)
from supervision_rules.expressions.types import NUMBER

_KINDS: Final = (NUMBER.kind, "enum")
"""What can be cut where it is compared: days that are reckoned are held against each other as they stand."""


def named(question: Node) -> Node:
    """The question, with a name in the place of what is reckoned in it and compared with constants; else as it is."""
    if isinstance(question, Comparison):
        if _is_plain(question.right) and _is_reckoned(question.left):
            return replace(question, left=_as_name(question.left))
        if _is_plain(question.left) and _is_reckoned(question.right):
            return replace(question, right=_as_name(question.right))
    elif isinstance(question, Call) and question.function.call is known and _is_reckoned(question.arguments[0]):
        return replace(question, arguments=(_as_name(question.arguments[0]),))
    return question


def reckoned_in(question: Node) -> Node | None:
    """What is reckoned in a question that can be cut by it."""
    if named(question) is question:
        return None
    parts = question.arguments if isinstance(question, Call) else (question.left, question.right)  # type: ignore[union-attr]
    return next(part for part in parts if _is_reckoned(part))


def result_of(function: str, rule: str) -> str:
    """What a result of a rule is called among the names."""
    return f'{function}("{rule}")'


def _is_plain(node: Node) -> bool:
    return isinstance(node, Items) or is_constant(node)


def _is_reckoned(node: Node) -> bool:
    plain = isinstance(node, Name | Constant | Items | Comparison | Logic)
    return not plain and node.type.kind in _KINDS and not is_constant(node)


def _as_name(node: Node) -> Name:
    return Name(node.type, node.start, node.end, words_of(node))


def words_of(node: Node) -> str:
    """A node as text, the same for all that say the same."""
    match node:
        case Name():
            return node.name
        case Constant():
            return f'"{node.value}"' if isinstance(node.value, str) else str(node.value)
        case Items():
            return f"[{', '.join(map(repr, node.values))}]"
        case Call():
            return f"{node.function.name}({', '.join(map(words_of, node.arguments))})"
        case Unary():
            return f"{'not ' if node.operator == 'not' else '-'}{_inner(node.operand)}"
        case Conditional():
            return f"{_inner(node.body)} if {_inner(node.test)} else {_inner(node.otherwise)}"
        case Logic():
            return f" {node.operator} ".join(map(_inner, node.parts))
        case Arithmetic() | Comparison():
            sums = node.operator in ("+", "-")
            return f"{_inner(node.left, sums)} {node.operator} {_inner(node.right, sums)}"


def _inner(node: Node, in_sum: bool = False) -> str:
    plain = isinstance(node, Name | Constant | Items | Call)
    plain = plain or (in_sum and isinstance(node, Arithmetic) and node.operator in ("*", "/"))
    return words_of(node) if plain else f"({words_of(node)})"
