"""The results of rules that an expression asks for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.expressions import Checked
from supervision_rules.expressions.tree import Call, walk


class Asked(NamedTuple):
    """A result of a rule that an expression asks for, of the record that the expression is about."""

    about: str
    function: str
    rule: str
    span: Span


def results_asked(checked: Checked, about: str, scalar: nodes.Scalar) -> Iterator[Asked]:
    """The results that a checked expression about ``about`` asks for, of the record itself."""
    for part in walk(checked.root) if checked.calls else ():
        if isinstance(part, Call) and part.literal is not None and len(part.arguments) == 1:
            yield Asked(about, part.function.name, part.literal, scalar.part(part.start, part.end))
