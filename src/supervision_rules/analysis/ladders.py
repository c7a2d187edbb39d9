"""Ladders: steps that nothing reaches, that never stand for themselves, numbers between the steps that reach none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, TOO_MANY, uncut
from supervision_rules.analysis.tables import ALWAYS
from supervision_rules.analysis.written import at, is_fixed
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.compiler import CompiledPack
from supervision_rules.constructs.reachable import possible_values
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Answer, Cells, conjuncts, is_cut
from supervision_rules.kinds import KINDS
from supervision_rules.language.binding import TextBinder


def examine_ladders(compiled: CompiledPack) -> Iterator[Examined]:
    """Look into every ladder: a list of steps each of which, once reached, stays reached."""
    for rule in compiled.pack.rules:
        spec: Any = rule
        if KINDS[rule.kind].climbs:
            binder = compiled.reach.rules[rule.id]
            written = compiled.reach.written[id(binder)]
            fixed = is_fixed(at(written, "steps")) and is_fixed(at(written, "when"))
            found, reason = _examine(spec, binder) if fixed else (None, DIFFERS)
            yield Examined("ladder", binder.span("steps"), rule.id, found, reason)


def _examine(spec: Any, binder: TextBinder) -> tuple[Bilingual | None, Bilingual | None]:
    """What was proved of a ladder, and why no more."""
    stated = {each.path: each.checked for each in binder.stated}
    steps = [stated.get(("steps", index, "when"), ALWAYS) for index in range(len(spec.steps))]
    guards = list(conjuncts(stated.get(("when",), ALWAYS)))
    cells = Cells.of((*steps, *guards), possible_values(binder, (*steps, *guards)))
    if cells is None:
        return None, TOO_MANY
    applies = reduce(and_, (cells.answer(part)[0] for part in guards), cells.every)
    answers = [cells.answer(step) for step in steps]
    if applies:
        _tell_steps(spec, binder, cells, [applies & holds for holds, _ in answers])
        if all(map(is_cut, (*steps, *guards))):
            _tell_gap(binder, cells, steps, answers, applies)
    inexact = None if all(map(is_cut, (*steps, *guards))) else uncut(*steps, *guards)
    return _said(spec, answers, applies), inexact


def _tell_steps(spec: Any, binder: TextBinder, cells: Cells, held: Sequence[int]) -> None:
    """Tell the steps that nothing reaches, and those with which a higher one is always reached at once."""
    for index, holds in enumerate(held):
        higher = [place for place in range(index + 1, len(held)) if spec.steps[place].consent is None]
        above = reduce(or_, (held[place] for place in higher), 0)
        if not holds:
            binder.report("SR367", "steps", index, "when", number=index + 1)
        elif higher and not holds & ~above:
            first = holds & -holds
            other = next(place for place in higher if held[place] & first) + 1
            words = {"number": index + 1, "other": other, "example": cells.example(holds, first)}
            binder.report("SR368", "steps", index, "when", **words)


def _tell_gap(
    binder: TextBinder, cells: Cells, steps: Sequence[Checked], answers: Sequence[Answer], applies: int
) -> None:
    """Tell a number or day between those of two steps that reaches none, where all steps ask about it."""
    reached = applies & reduce(or_, (holds for holds, _ in answers), 0)
    none = reduce(and_, (fails for _, fails in answers), applies)
    along = [key for key, axis in cells.axes.items() if axis.ordered and all(key in step.names for step in steps)]
    gap = none & reduce(or_, (cells.between(reached, key) for key in along), 0)
    if gap:
        binder.report("SR369", "steps", example=cells.example(gap, gap & -gap))


def _said(spec: Any, answers: Sequence[Answer], applies: int) -> Bilingual:
    """When the steps begin anew, and which can be reached without the one before."""
    direct = [
        place + 1
        for place in range(1, len(answers))
        if applies & answers[place][0] & ~answers[place - 1][0] and spec.steps[place].after is None
    ]
    again = Bilingual("一直累计，不重新开始", "never begins anew")
    if spec.window is not None:
        again = Bilingual(f"每{PERIODS[spec.window]}重新开始", f"begins anew each {spec.window}")
    if not direct:
        return Bilingual(f"{again.zh}；到上一档才到下一档", f"{again.en}; no step without the one before")
    numbers = ", ".join(map(str, direct))
    return Bilingual(f"{again.zh}；可以直接到第 {numbers} 档", f"{again.en}; may be reached at once: {numbers}")
