"""Conditions that always or never hold by the values that there can be, and parts of them without effect."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, TOO_MANY, uncut
from supervision_rules.analysis.written import at, is_fixed
from supervision_rules.compiler import Reach
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import BOOL, NOT_CONSTANT
from supervision_rules.expressions.cells import Cells, is_cut, questions
from supervision_rules.expressions.tree import is_constant
from supervision_rules.language.binding import Stated, TextBinder

SETTLED = ("SR234", "SR235", "SR342")
"""What is told already of conditions that decide nothing."""


def examine_conditions(reach: Reach, diagnostics: Collector) -> Iterator[Examined]:
    """Look into every condition of every fact and rule."""
    told = [found.span for found in diagnostics if found.code in SETTLED and found.span is not None]
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
    origins = binder.declarations.origins.get(each.about, {})
    cells = Cells.of((checked,), {key: origins[key].possible for key in checked.names if key in origins})
    if cells is None:
        return Examined("condition", span, name, reason=TOO_MANY)
    if not any(place.lies_in(span) for place in told):
        _tell(cells, each, diagnostics)
    return Examined("condition", span, name, reason=None if is_cut(checked) else uncut(checked))


def _tell(cells: Cells, each: Stated, diagnostics: Collector) -> None:
    """Tell a condition that is the same for every record, else its parts that are without effect."""
    holds, fails = cells.answer(each.checked)
    if cells.every in (holds, fails):
        value = "true" if holds else "false"
        diagnostics.add("SR364", each.scalar.span, found=each.checked.text, value=value)
        return
    for key, part in questions(each.checked):
        if cells.is_idle((holds, fails), key, cells.every):
            place = each.scalar.part(part.start, part.end)
            diagnostics.add("SR363", place, found=each.checked.text[part.start : part.end])
