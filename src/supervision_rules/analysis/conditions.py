"""Conditions that always or never hold by the values that there can be, and parts of them without effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, TOO_MANY, uncut
from supervision_rules.analysis.removal import Removal
from supervision_rules.analysis.told import settled
from supervision_rules.analysis.written import at, is_fixed
from supervision_rules.compiler import Reach
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import BOOL, NOT_CONSTANT
from supervision_rules.expressions.axes import Possible
from supervision_rules.expressions.cells import Cells, is_cut
from supervision_rules.expressions.tree import is_constant
from supervision_rules.language.binding import Stated, TextBinder


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
    origins = binder.declarations.origins.get(each.about, {})
    possible = {key: origin.possible for key, origin in origins.items() if key in checked.names}
    cells = Cells.of((checked,), possible)
    if cells is None:
        return Examined("condition", span, name, reason=TOO_MANY)
    if not any(place.lies_in(span) for place in told):
        _tell(cells, each, possible, diagnostics)
    return Examined("condition", span, name, reason=None if is_cut(checked) else uncut(checked))


def _tell(cells: Cells, each: Stated, possible: Mapping[str, Possible], diagnostics: Collector) -> None:
    """Tell a condition that is the same for every record, else its parts that are without effect."""
    holds, fails = cells.answer(each.checked)
    if cells.every in (holds, fails):
        value = "true" if holds else "false"
        diagnostics.add("SR364", each.scalar.span, found=each.checked.text, value=value)
        return
    come = Removal.of(lambda among, without: among.answer(each.checked, without), cells, (each.checked,), possible)
    come.tell((each,), (), diagnostics, cells.every)
