"""Results of cases that look copied: the same for neighbouring ranges, one code for different outcomes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from supervision_rules import nodes
from supervision_rules.compiler.told import NEVER, SETTLED, covers, settled
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import DATE, NUMBER, Checked
from supervision_rules.expressions.axes import questions_of
from supervision_rules.expressions.cells import Cells, questions
from supervision_rules.expressions.reckoned import named
from supervision_rules.expressions.tree import Name, walk
from supervision_rules.language.binding import TextBinder


def tell_copies(
    binder: TextBinder, cases: Sequence[Checked], results: Sequence[str], diagnostics: Collector, all_hold: bool
) -> None:
    """Tell the cases that follow each other, ask for one number or day alone and come to the same; and the codes.

    Where ``all_hold`` may apply at once, each has a result of its own.
    """
    told = settled(diagnostics, (*SETTLED, *NEVER, "SR362"))
    for index, (one, other) in enumerate(pairwise(cases)):
        name = _range_of_one(one)
        alike = name == _range_of_one(other) and results[index] == results[index + 1] and _meet(one, other)
        known = any(covers(told, binder.span("cases", place)) for place in (index, index + 1))
        if name is not None and alike and not all_hold and not known:
            binder.report("SR372", "cases", index + 1, number=index + 1, other=index + 2, name=name)
    _tell_codes(binder)


def _range_of_one(checked: Checked) -> str | None:
    """The number or day that a condition asks for, and nothing else."""
    keys = {key for key, _ in questions(checked)}
    key = next(iter(keys), None)
    types = {node.type for part in questions_of(checked.root) for node in walk(named(part)) if isinstance(node, Name)}
    return key if len(keys) == 1 and isinstance(key, str) and types <= {NUMBER, DATE} else None


def _meet(one: Checked, other: Checked) -> bool:
    """Whether there is nothing between the values of one name for which they hold."""
    cells = Cells.of((one, other), {})
    held = 0 if cells is None else cells.answer(one)[0] | cells.answer(other)[0]
    places = held // (held & -held) if held else 0
    return held != 0 and places & (places + 1) == 0


def _tell_codes(binder: TextBinder) -> None:
    cases = binder.at("cases")
    first: dict[str, str] = {}
    for index, case in enumerate(cases.items if isinstance(cases, nodes.Sequence) else ()):
        outcome, code = (case.get(key) if isinstance(case, nodes.Mapping) else None for key in ("outcome", "code"))
        if isinstance(outcome, nodes.Scalar) and isinstance(code, nodes.Scalar):
            one = first.setdefault(code.text, outcome.text)
            if one != outcome.text:
                binder.report("SR373", "cases", index, "code", one=one, other=outcome.text, shared=code.text)
