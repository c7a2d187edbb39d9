"""Cases that nothing is left for by the values that there can be, the last one without a condition, too."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_rules.analysis.reasons import ends_said
from supervision_rules.catalogue import Bilingual
from supervision_rules.constructs.reachable import Blocked, blocked_in
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions.cells import Answer, Cells
from supervision_rules.expressions.ranges import ANY, Range
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.related import Known


def tell_dead(binder: TextBinder, known: Known, cells: Cells, applies: int, answers: Sequence[Answer]) -> None:
    """Tell them together, with what is in the way of the first; ``applies``: the cells in which the rule does."""
    left, before, dead = applies, list[tuple[int, int, int]](), dict[int, Blocked]()
    for index, (holds, fails) in enumerate(answers):
        if applies & holds and not left & holds:
            dead[index] = blocked_in(cells, applies & holds, before)
        left &= fails
        before.append((index, holds, fails))
    for index, blocked in list(dead.items())[:1]:
        numbers = ", ".join(str(each + 1) for each in dead)
        words = {"example": blocked.example, "how": blocked.how, "range": _ranges(known, cells)}
        binder.report("SR380", "cases", index, number=numbers, **words)


def _ranges(known: Known, cells: Cells) -> Bilingual | str:
    """Between which ends the results of rules lie that are asked for."""
    asked = [(name, known.results.get(str(name))) for name in cells.axes]
    ends = [(name, Range(each.least, each.most)) for name, each in asked if each is not None]
    said = [(name, ends_said(range_)) for name, range_ in ends if range_ != ANY]
    if not said:
        return NOTHING
    return Bilingual(
        "、".join(f"{name} {each.zh}" for name, each in said), ", ".join(f"{name} {each.en}" for name, each in said)
    )
