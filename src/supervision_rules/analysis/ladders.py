"""Ladders: steps that nothing reaches, that never stand for themselves, numbers between the steps that reach none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, TAKEN_ONLY, TOO_MANY, Force, inexact, listed
from supervision_rules.analysis.tables import ALWAYS
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.told import covers, settled
from supervision_rules.compiler.written import is_dated, is_fixed
from supervision_rules.constructs.reachable import known_of
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Answer, Cells, conjuncts, is_cut, keys_of
from supervision_rules.kinds import KINDS
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.origins import UNKNOWN


def examine_ladders(compiled: CompiledPack) -> Iterator[Examined]:
    """Look into every ladder: a list of steps each of which, once reached, stays reached."""
    for rule in compiled.pack.rules:
        spec: Any = rule
        if KINDS[rule.kind].climbs:
            binder = compiled.reach.rules[rule.id]
            written = compiled.reach.written[id(binder)]
            parts = [nodes.at(written, key) for key in ("steps", "when")]
            found, reason = (None, DIFFERS) if any(map(is_dated, parts)) else _examine(spec, binder, compiled.in_force)
            if reason not in (DIFFERS, TOO_MANY) and not all(map(is_fixed, parts)):
                found, reason = None, TAKEN_ONLY
            yield Examined("ladder", binder.span("steps"), rule.id, found, reason)


def _examine(spec: Any, binder: TextBinder, force: Force) -> tuple[Bilingual | None, Bilingual | None]:
    """What was proved of a ladder, and why no more."""
    stated = {each.path: each.checked for each in binder.stated}
    steps = [stated.get(("steps", index, "when"), ALWAYS) for index in range(len(spec.steps))]
    guards = list(conjuncts(stated.get(("when",), ALWAYS)))
    known = known_of(binder, (*steps, *guards))
    cells = known.cells((*steps, *guards))
    if cells is None:
        return None, TOO_MANY
    applies = reduce(and_, (cells.answer(part)[0] for part in guards), cells.real)
    answers = [cells.answer(step) for step in steps]
    if applies:
        _tell_steps(spec, binder, cells, [applies & holds for holds, _ in answers])
        if all(map(is_cut, (*steps, *guards))) and all(map(known.may_be_any, cells.axes)):
            _tell_gap(binder, cells, steps, answers, applies)
    return _said(spec, answers, applies), inexact(known, force, *steps, *guards)


def _tell_steps(spec: Any, binder: TextBinder, cells: Cells, held: Sequence[int]) -> None:
    """Tell the steps that nothing reaches, and those with which a higher one is always reached at once."""
    passed = defaultdict[int, list[int]](list)
    for index, holds in enumerate(held):
        higher = [place for place in range(index + 1, len(held)) if spec.steps[place].consent is None]
        above = reduce(or_, (held[place] for place in higher), 0)
        if not holds:
            if not covers(settled(binder.diagnostics), binder.span("steps", index, "when")):
                binder.report("SR367", "steps", index, "when", number=index + 1)
        elif higher and not holds & ~above:
            passed[next(place for place in higher if held[place] & holds & -holds)].append(index)
    for other, steps in passed.items():
        # Where several are passed by one step, it is that one that stands in the wrong place.
        place, first = steps[0] if len(steps) == 1 else other, held[steps[0]] & -held[steps[0]]
        words = {"other": other + 1, "example": cells.example(held[steps[0]], first)}
        binder.report("SR368", "steps", place, "when", number=", ".join(str(step + 1) for step in steps), **words)


def _tell_gap(
    binder: TextBinder, cells: Cells, steps: Sequence[Checked], answers: Sequence[Answer], applies: int
) -> None:
    """Tell a number or day between those of two steps that reaches none, where all steps ask about it; or none but a
    lower one, where these two and all higher ones do: of a number of records, as a length of time passes over none."""
    origins = binder.declarations.origins.get(binder.declarations.base(binder.subject), {})
    for first in range(len(steps) - 1):
        reached = applies & reduce(or_, (holds for holds, _ in answers[first:]), 0)
        none = reduce(and_, (fails for _, fails in answers[first:]), applies)
        asked = [keys_of(step) for step in steps[first:]]
        along = [key for key, axis in cells.axes.items() if axis.ordered and all(key in keys for keys in asked)]
        if first:
            along = [key for key in along if origins.get(str(key), UNKNOWN).counts is not None]
        gap = none & reduce(or_, (cells.between(reached, key) for key in along), 0)
        if gap:
            place = ("steps", first, "when") if first else ("steps",)
            binder.report("SR369", *place, example=cells.example(gap, gap & -gap), **_passed(first + 1))
            return


def _passed(first: int) -> dict[str, Bilingual]:
    """Which steps do not hold in a gap, and which are passed over."""
    if first == 1:
        return {"none": Bilingual("没有哪一档成立", "none holds"), "over": Bilingual("一档也到不了", "reaches none")}
    none = Bilingual(f"第 {first} 档和以上的都不成立", f"neither step {first} nor any above it holds")
    return {"none": none, "over": Bilingual(f"到不了第 {first} 档", f"does not reach step {first}")}


def _said(spec: Any, answers: Sequence[Answer], applies: int) -> Bilingual:
    """When the steps begin anew, which can be reached without the one before, and which by then are out of order."""
    again = Bilingual("一直累计，不重新开始", "never begins anew")
    if spec.window is not None:
        again = Bilingual(f"每{PERIODS[spec.window]}重新开始", f"begins anew each {spec.window}")
    names = [step.step for step in spec.steps]
    places = range(1, len(names))
    direct = [
        place
        for place in places
        if spec.steps[place].after is None and _skips(spec, answers, applies, place - 1, place)
    ]
    skipping = [
        place
        for place in places
        if (after := spec.steps[place].after) is not None and _skips(spec, answers, applies, names.index(after), place)
    ]
    parts = [again, _direct(direct)] if direct else [again]
    parts += [_skipping(skipping)] if skipping else []
    return listed(parts if direct or skipping else [again, _IN_TURN])


def _skips(spec: Any, answers: Sequence[Answer], applies: int, before: int, place: int) -> bool:
    """Whether a step can be reached by who has not reached one before it, or still awaits the consent to that."""
    reached = applies & answers[place][0]
    return bool(reached and (reached & ~answers[before][0] or spec.steps[before].consent is not None))


_IN_TURN: Final = Bilingual("到上一档才到下一档", "no step without the one before")


def _direct(places: Sequence[int]) -> Bilingual:
    numbers = ", ".join(str(place + 1) for place in places)
    return Bilingual(f"可以直接到第 {numbers} 档", f"may be reached at once: {numbers}")


def _skipping(places: Sequence[int]) -> Bilingual:
    numbers = ", ".join(str(place + 1) for place in places)
    return Bilingual(
        f"第 {numbers} 档没有先到过 after 的一档也能到，判为越级",
        f"may be reached without the step in after, and is out of order then: {numbers}",
    )
