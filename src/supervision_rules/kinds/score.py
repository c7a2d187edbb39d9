"""The total of a unit's points in a window: a base and boxes, boxes in boxes, each capped once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.boxes import (
    Cap,
    Effect,
    Kept,
    Points,
    Price,
    Rounding,
    bind_cap,
    maybe,
    numeric,
    signed,
    to_date,
    total,
)
from supervision_rules.expressions import NUMBER, Interval, Numeric
from supervision_rules.findings import NO_VALUE, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec, Spec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking, missing_of
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import not_fixed, of_expression, reason
from supervision_rules.world import Row, World

MAX_DEPTH = 8
"""How deep boxes may lie in boxes."""


class BoxSpec(Spec):
    """总分中的一框：收进注明 into 的各项计分，可以再分小框。"""

    id: str = Field(pattern=r"^[a-z][a-z0-9_-]*$", max_length=100)
    """框的代号，计分规则的 into 用它"""
    label: str
    """名称"""
    effect: Effect
    """本框算作加分（add）还是扣分（deduct）"""
    base: Points = 0
    """本框的起始分，如“本项20分，扣完为止”的 20"""
    max: Price | None = None
    """本框最高多少分"""
    min: Points | None = None
    """本框最低多少分，如扣完为止的 0"""
    words: str | None = None
    """本框上下限的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""
    parts: list[BoxSpec] = []
    """框中的小框"""


class ScoreSpec(RuleSpec):
    """总分：起始分加上各框的加分，减去各框的扣分；逐项、逐框、总分依次封顶。"""

    kind: Literal["score"]
    """规则种类"""
    of: str = "unit"
    """给谁计分"""
    window: PeriodKind | None = None
    """按周、旬、月、季、半年、年计（week、ten days、month、quarter、half year、year）；不写则不分时段"""
    when: Condition = True
    """对其中哪些"""
    base: str | Points = 0
    """起始分：一个数或一个式子"""
    if_zero: Points | None = None
    """式子中的除数为零时，商作多少"""
    boxes: list[BoxSpec] = Field(min_length=1)
    """加分、扣分的各框"""
    max: Price | None = None
    """总分最高多少"""
    min: Points | None = None
    """总分最低多少"""
    rounding: Rounding | None = None
    """总分怎样取舍；不写则不取舍"""

    @property
    def opens(self) -> tuple[str, ...]:
        """The ids of all boxes, those inside boxes included."""
        return tuple(_ids(self.boxes))


def _ids(boxes: list[BoxSpec]) -> Iterator[str]:
    for box in boxes:
        yield box.id
        yield from _ids(box.parts)


@dataclass(frozen=True, slots=True)
class _Box:
    spec: BoxSpec
    cap: Cap
    feeds: tuple[str, ...]
    """The rules that give their points into this box itself."""
    parts: tuple[_Box, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a box holds for a subject."""

    box: BoxSpec
    kept: Kept
    items: tuple[Finding, ...]
    parts: tuple[Measured, ...]

    def flat(self) -> Iterator[Measured]:
        """This box and those inside it."""
        yield self
        for part in self.parts:
            yield from part.flat()

    @property
    def doubtful(self) -> Iterator[Finding]:
        """The items in doubt, of all boxes."""
        return (item for box in self.flat() for item in box.items if item.missing)


@dataclass(frozen=True, slots=True)
class Score:
    """A total bound to the declarations."""

    info: RuleInfo
    spec: ScoreSpec
    when: Expression
    base: Expression | None
    boxes: tuple[_Box, ...]
    cap: Cap

    def run(self, world: World) -> Iterator[Finding]:
        when = self.when.fast
        for row in world.window(self.spec.of, self.spec.window):
            applies = when(row)
            if applies is not False:
                yield self._judge(row, applies is True)

    def _judge(self, row: Row, sure: bool) -> Finding:
        base, boxes, kept = self._measure(row)
        value = kept.value if sure else maybe(kept.value)
        state = State.UNDETERMINED if value is None else State.SCORED
        exact = sure and value is not None and not isinstance(value, Interval)
        lack = () if exact else self._lacking(row, boxes)
        shown = tuple((part.box.id, *part.kept) for box in boxes for part in box.flat())
        detail = (("base", base), ("boxes", shown), ("raw", kept.raw), ("cut", kept.cut), *_early(boxes), *to_date(row))
        day = row.period.last if row.period else None
        return Finding(self.info, str(row["id"]), state, day, value, None, row.period, detail, lack)

    def _measure(self, row: Row) -> tuple[Numeric | None, tuple[Measured, ...], Kept]:
        base = numeric(self.base.fast(row)) if self.base else 0
        boxes = tuple(_measure(box, row) for box in self.boxes)
        amounts = (signed(box.kept.value, box.box.effect, "add") for box in boxes)
        return base, boxes, self.cap.keep(total([base, *amounts]))

    def _lacking(self, row: Row, boxes: tuple[Measured, ...]) -> tuple[str, ...]:
        own = lacking(row, self.when, self.base)
        fed = missing_of(finding for box in boxes for finding in box.doubtful)
        return tuple(dict.fromkeys(own + fed))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        base, boxes, kept = self._measure(row)
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        shown = (of_expression(self.base, row),) if self.base and isinstance(self.spec.base, str) else ()
        parts.append(reason("score-base", *shown, points=base))
        parts += [_explain(box) for box in boxes]
        phrase = f"score-total{kept.suffix}"
        return (*parts, reason(phrase, raw=kept.raw, points=finding.value))


def _measure(box: _Box, row: Row) -> Measured:
    effect, world = box.spec.effect, row.world
    items = tuple(finding for rule in box.feeds for finding in world.found(rule, row))
    parts = tuple(_measure(part, row) for part in box.parts)
    given = [signed(item.value, effect_of(item, effect), effect) for item in items]
    inner = [signed(part.kept.value, part.box.effect, effect) for part in parts]
    return Measured(box.spec, box.cap.keep(total([box.spec.base, *given, *inner])), items, parts)


def effect_of(item: Finding, within: str) -> str:
    """Whether an item of points adds or deducts; one that has no value yet goes the way of the box that it is in."""
    return str(dict(item.detail).get("effect", within))


def _early(boxes: Iterable[Measured]) -> Detail:
    """From which day on all items have values, if some have none yet."""
    items = (item for box in boxes for part in box.flat() for item in part.items)
    days = [day for item in items for name, day in item.detail if name == NO_VALUE and isinstance(day, date)]
    return ((NO_VALUE, max(days)),) if days else ()


def _explain(measured: Measured) -> Explanation:
    items = [
        reason(
            f"box-item-{effect_of(item, measured.box.effect)}",
            *not_fixed(item.provisional),
            rule=item.rule.id,
            label=item.rule.label,
            points=item.value,
        )
        for item in measured.items
    ]
    box, kept = measured.box, measured.kept
    phrase = f"box-{box.effect}{kept.suffix}"
    words = {"label": box.label, "raw": kept.raw, "points": kept.value}
    return reason(phrase, *items, *map(_explain, measured.parts), **words)


def bind(spec: ScoreSpec, binder: Binder) -> Score | None:
    when = binder.condition("when")
    base = binder.expression("base", expected=NUMBER, if_zero=spec.if_zero)
    boxes = _bind_boxes(spec.boxes, binder, ("boxes",))
    cap = bind_cap(binder, spec.min, spec.max, spec.rounding)
    seen: set[str] = set()
    for box in spec.opens:
        if box in seen:
            binder.report("SR303", "boxes", what=box)
        seen.add(box)
    broken = base is None and binder.at("base") is not None
    if when is None or cap is None or boxes is None or broken:
        return None
    return Score(binder.info, spec, when, base, boxes, cap)


def _bind_boxes(specs: list[BoxSpec], binder: Binder, path: tuple[str | int, ...]) -> tuple[_Box, ...] | None:
    boxes = [_bind_box(spec, binder, (*path, index)) for index, spec in enumerate(specs)]
    bound = tuple(box for box in boxes if box is not None)
    return bound if len(bound) == len(boxes) else None


def _bind_box(spec: BoxSpec, binder: Binder, path: tuple[str | int, ...]) -> _Box | None:
    feeds = binder.declarations.into.get(spec.id, ())
    binder.calls.update(("points", rule) for rule in feeds)
    if spec.base:
        binder.number(spec.base, *path, "base")
    cap = bind_cap(binder, spec.min, spec.max, None, *path)
    parts = _bind_boxes(spec.parts, binder, (*path, "parts"))
    return _Box(spec, cap, feeds, parts) if cap is not None and parts is not None else None


KIND = Kind(
    model=ScoreSpec,
    label=("总分", "score"),
    subject=lambda spec: spec.of,
    bind=bind,
    opens=lambda spec: spec.opens,
    gives=frozenset({"points"}),
)
