"""The fast evaluator: a checked tree becomes one Python function, without state."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from supervision_rules.expressions.tree import Checked, Constant, Node, is_constant
from supervision_rules.expressions.values import Value
from supervision_rules.expressions.writer import Compiled, Writer


def compile_fast(checked: Checked, straight: Collection[str] = ()) -> Callable[[Any], Value]:
    """The expression as a function of a row. ``straight`` are the names to be read from the row's ``source``."""
    return compile_node(checked.root, straight)


def compile_choice(
    when: Node, cases: Sequence[tuple[Node, Sequence[Node]]], straight: Collection[str] = ()
) -> Callable[[Any], tuple[Any, ...] | None]:
    """The place of the first case that holds, and what is read for it; None if it is unknown which does.

    The place is the number of the cases if none holds, -1 if ``when`` does not; nothing is read then. All in one
    function: calling one for each part would cost as much as what the parts do.
    """
    writer = Writer(straight, folds=True)
    writer.choose(when, cases)
    return writer.made()


def compile_doubt(checked: Checked, straight: Collection[str] = ()) -> Compiled | None:
    """Whether it is in doubt that there is anything that the expression asks for; None where it never is."""
    writer = Writer(straight, folds=False)
    return writer.made() if writer.doubt(checked.root) else None


def compile_node(node: Node, straight: Collection[str] = ()) -> Compiled:
    """The function of a node."""
    if isinstance(node, Constant):
        value = node.value
        return lambda row: value
    writer = Writer(straight, folds=not is_constant(node))
    writer.give(node)
    return writer.made()
