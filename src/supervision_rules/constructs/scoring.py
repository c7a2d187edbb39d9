"""The boxes of a total: what is given into each, those inside it, its floor, its ceiling and its weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Final

from pydantic import Field

from supervision_rules.constructs.boxes import Cap, Effect, Kept, Points, Price, bind_cap, numeric, signed, total
from supervision_rules.expressions import Number, Numeric
from supervision_rules.expressions.values import ends, multiply
from supervision_rules.findings import Detail, Explanation, Finding
from supervision_rules.language.alone import found_then
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import not_fixed, of_expression, reason
from supervision_rules.language.spec import Spec
from supervision_rules.world import Row

WEIGHTED: Final = "weighted"
"""What the detail calls the boxes that have a weight."""
Weight = Annotated[int, Field(gt=0)] | Annotated[Decimal, Field(gt=0)]


class BoxSpec(Spec):
    """总分中的一框：收进注明 into 的各项计分，可以再分小框。"""

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=100)
    """框的代号，计分规则的 into 用它"""
    label: str
    """名称"""
    effect: Effect
    """本框算作加分（add）还是扣分（deduct）；加分的框里，扣分的计分照样从中扣"""
    base: Points = 0
    """本框的起始分，如“本项20分，扣完为止”的 20"""
    max: Price | None = None
    """本框最高多少分"""
    min: Points | None = None
    """本框最低多少分，如扣完为止的 0"""
    weight: Weight | str | None = None
    """本框的分数乘以多少计入，如占30%的 0.3，或关于被计分者的一个式子；先算上下限，再乘"""
    words: str | None = None
    """本框起始分、上下限、权重的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""
    parts: list[BoxSpec] = []
    """框中的小框"""


def all_of(boxes: Iterable[BoxSpec]) -> Iterator[BoxSpec]:
    """All boxes, those inside boxes included."""
    for box in boxes:
        yield box
        yield from all_of(box.parts)


@dataclass(frozen=True, slots=True)
class Box:
    """A box bound to the declarations."""

    spec: BoxSpec
    cap: Cap
    feeds: tuple[str, ...]
    """The rules that give their points into this box itself."""
    parts: tuple[Box, ...]
    weight: Expression | None
    """What it is multiplied by for a subject; None where that is the same for all."""

    @property
    def fed_by(self) -> Iterator[str]:
        """The rules that give their points into it, and into the boxes inside it."""
        yield from self.feeds
        for part in self.parts:
            yield from part.fed_by

    @property
    def weights(self) -> Iterator[Expression]:
        """The weights that are not the same for all, its own and of the boxes inside it."""
        yield from () if self.weight is None else (self.weight,)
        for part in self.parts:
            yield from part.weights

    def start(self, row: Row | None) -> Measured:
        """What it holds before anything is given into it; for anyone (None) where all weights are numbers."""
        return self._measured(row, (), tuple(part.start(row) for part in self.parts))

    def measure(self, row: Row) -> Measured:
        """What it holds for ``row``."""
        items = tuple(finding for rule in self.feeds for finding in _given(row, rule))
        return self._measured(row, items, tuple(part.measure(row) for part in self.parts))

    def _measured(self, row: Row | None, items: tuple[Finding, ...], parts: tuple[Measured, ...]) -> Measured:
        effect = self.spec.effect
        given = [signed(item.value, effect_of(item, effect), effect) for item in items]
        inner = [signed(part.counted, part.box.effect, effect) for part in parts]
        kept = self.cap.keep(total([self.spec.base, *given, *inner]))
        return Measured(self.spec, kept, items, parts, self._weight(row), self.weight)

    def _weight(self, row: Row | None) -> Numeric | None:
        """What it is multiplied by; unknown where that is not known, or is less than nothing."""
        if isinstance(self.spec.weight, Number):
            return self.spec.weight
        weight = None if self.weight is None or row is None else numeric(self.weight.fast(row))
        return None if weight is None or ends(weight)[0] < 0 else weight


@dataclass(frozen=True, slots=True)
class Measured:
    """What a box holds for a subject."""

    box: BoxSpec
    kept: Kept
    """Before its weight."""
    items: tuple[Finding, ...]
    parts: tuple[Measured, ...]
    weight: Numeric | None
    weighing: Expression | None

    @property
    def counted(self) -> Numeric | None:
        """What it comes to in what holds it."""
        return self.kept.value if self.box.weight is None else multiply(self.kept.value, self.weight)

    def flat(self) -> Iterator[Measured]:
        """This box and those inside it."""
        yield self
        for part in self.parts:
            yield from part.flat()

    @property
    def doubtful(self) -> Iterator[Finding]:
        """The items in doubt, of all boxes."""
        return (item for box in self.flat() for item in box.items if item.missing)

    def explain(self, row: Row) -> Explanation:
        """The items and the boxes that it is made of, what was cut off, and what its weight makes of it."""
        box, kept = self.box, self.kept
        base = [reason("score-base", points=box.base)] if box.base else []
        words = {"label": box.label, "raw": kept.raw, "points": self.counted}
        parts = [*base, *map(self._explain_item, self.items), *(part.explain(row) for part in self.parts)]
        if box.weight is None:
            return reason(f"box-{box.effect}{kept.suffix}", *parts, **words)
        words |= {"kept": kept.value, "weight": self.weight}
        parts += [] if self.weighing is None else [of_expression(self.weighing, row)]
        return reason(f"box-{box.effect}{kept.suffix}-weighted", *parts, **words)

    def _explain_item(self, item: Finding) -> Explanation:
        phrase = f"box-item-{effect_of(item, self.box.effect)}"
        words = {"rule": item.rule.id, "label": item.rule.label, "points": item.value}
        return reason(phrase, *not_fixed(item.provisional), **words)


def _given(row: Row, rule: str) -> list[Finding]:
    """What a rule gives of ``row``, as far as that was known on the day on which it is looked at."""
    then = found_then(row, rule, row, every=True)
    return row.world.found(rule, row) if then is None else then


def effect_of(item: Finding, within: str) -> str:
    """Whether an item of points adds or deducts; one that has no value yet goes the way of the box that it is in."""
    return str(dict(item.detail).get("effect", within))


def added(boxes: Iterable[Measured]) -> Iterator[Numeric | None]:
    """What each box comes to in a total to which boxes are added."""
    return (signed(box.counted, box.box.effect, "add") for box in boxes)


def shown(boxes: Sequence[Measured]) -> Detail:
    """All boxes, as findings tell them: raw, kept and cut of each; of those with a weight also what then counts."""
    flat = [part for box in boxes for part in box.flat()]
    weighted = tuple((part.box.id, part.weight, part.counted) for part in flat if part.box.weight is not None)
    detail: Detail = (("boxes", tuple((part.box.id, *part.kept) for part in flat)),)
    return (*detail, (WEIGHTED, weighted)) if weighted else detail


def bind_boxes(specs: Sequence[BoxSpec], binder: Binder, *path: str | int) -> tuple[Box, ...] | None:
    """The boxes of the list at ``path``; None if one of them is wrong, which is told."""
    boxes = [_bind_box(spec, binder, (*path, index)) for index, spec in enumerate(specs)]
    bound = tuple(box for box in boxes if box is not None)
    return bound if len(bound) == len(boxes) else None


def _bind_box(spec: BoxSpec, binder: Binder, path: tuple[str | int, ...]) -> Box | None:
    feeds = binder.declarations.into.get(spec.id, ())
    binder.calls.update(("points", rule) for rule in feeds)
    if spec.base:
        binder.number(spec.base, *path, "base")
    weight = binder.factor(*path, "weight") if isinstance(spec.weight, str) else None
    if isinstance(spec.weight, Number):
        binder.number(spec.weight, *path, "weight", measure="factor")
    cap = bind_cap(binder, spec.min, spec.max, None, *path)
    if spec.effect == "add" and not (feeds or spec.base or spec.min):
        tell_short(spec.max, spec.parts, binder, *path)
    parts = bind_boxes(spec.parts, binder, *path, "parts")
    broken = weight is None and isinstance(spec.weight, str)
    return None if cap is None or parts is None or broken else Box(spec, cap, feeds, parts, weight)


def tell_weights(specs: Sequence[BoxSpec], binder: Binder, *path: str | int) -> None:
    """Warn of parts of a whole that do not make it up: the weights of the boxes of one list do not sum to 1.

    What only adds to the parts, or deducts from them, has no weight and starts from nothing; no whole is known of
    where a box has a start and no weight, or a weight that is not the same for all.
    """
    weights = [box.weight for box in specs if isinstance(box.weight, Number)]
    varies = any(isinstance(box.weight, str) for box in specs)
    others = [box for box in specs if box.weight is None]
    parts = all(box.base for box in specs if box.weight is not None) if others else True
    if len(weights) > 1 and parts and not varies and not any(box.base or box.parts for box in others):
        summed = total(weights)
        if summed != 1:
            binder.report("SR343", *path, summed=summed)
    for index, box in enumerate(specs):
        tell_weights(box.parts, binder, *path, index, "parts")


def tell_short(most: Points | None, boxes: Sequence[BoxSpec], binder: Binder, *path: str | int) -> None:
    """Tell that all boxes together, where they make a sum, never come to the most that the whole may have."""
    known = [(box.max, 1 if box.weight is None else box.weight) for box in boxes]
    parts = [top * weight for top, weight in known if top is not None and isinstance(weight, Number)]
    plain = all(box.effect == "add" and not box.base and not box.min for box in boxes)
    if most is not None and boxes and plain and len(parts) == len(boxes) and sum(parts) < most:
        binder.report("SR347", *path, "max", sum=sum(parts), max=most)
