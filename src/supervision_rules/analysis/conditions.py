"""Conditions that always or never hold by the values that there can be, and parts of them without effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, TOO_MANY, inexact
from supervision_rules.analysis.removal import Removal
from supervision_rules.analysis.told import settled
from supervision_rules.analysis.written import at, is_fixed
from supervision_rules.compiler import Reach
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import BOOL, NOT_CONSTANT, Checked
from supervision_rules.expressions.cells import Cells
from supervision_rules.expressions.tree import Node, is_constant
from supervision_rules.language.binding import Stated, TextBinder
from supervision_rules.language.related import Known


def examine_conditions(reach: Reach, diagnostics: Collector) -> Iterator[Examined]:
    """Look into every condition of every fact and rule."""
    told = settled(diagnostics)
    binders = {**{name: binder for (_, name), binder in reach.facts.items()}, **reach.rules}
    for name, binder in binders.items():
        for each in binder.stated:
            if (
                each.checked.type == BOOL
                and each.checked.constant is NOT_CONSTANT
                and not is_constant(each.checked.root)
            ):
                yield _examine(name, binder, each, at(reach.written[id(binder)], *each.path), diagnostics, told)


def _examine(
    name: str,
    binder: TextBinder,
    each: Stated,
    written: nodes.Node | None,
    diagnostics: Collector,
    told: list[Span],
) -> Examined:
    span, checked = each.scalar.span, each.checked
    if written is None or not is_fixed(written):
        return Examined("condition", span, name, reason=DIFFERS)
    known = Known.of(binder.declarations.origins, each.about, (checked,))
    cells = known.cells((checked,))
    if cells is None:
        return Examined("condition", span, name, reason=TOO_MANY)
    if not any(place.lies_in(span) for place in told):
        _tell(cells, each, known, diagnostics)
    return Examined("condition", span, name, reason=inexact(known, checked))


def _tell(cells: Cells, each: Stated, known: Known, diagnostics: Collector) -> None:
    """Tell a condition that is the same for every record, else its parts that are without effect."""
    holds, fails = (part & cells.real for part in cells.answer(each.checked))
    if cells.real in (holds, fails):
        value = "true" if holds else "false"
        diagnostics.add("SR364", each.scalar.span, found=each.checked.text, value=value)
        return
    come = Removal.of(partial(_come, each.checked), cells, (each.checked,), known)
    come.tell((each,), (), diagnostics, cells.real)


def _come(checked: Checked, cells: Cells, without: Sequence[Node]) -> Sequence[int]:
    """The cells in which a condition holds without some of its parts, and those in which it does not."""
    return [part & cells.real for part in cells.answer(checked, without)]
