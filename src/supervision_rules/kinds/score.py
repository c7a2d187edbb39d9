"""The total of a unit's points in a window: a base and boxes, boxes in boxes, each capped once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.alternatives import only_beside
from supervision_rules.constructs.amounts import Amounts
from supervision_rules.constructs.boxes import (
    Cap,
    Kept,
    Points,
    Price,
    Rounding,
    bind_cap,
    counted_in,
    numeric,
    to_date,
    total,
)
from supervision_rules.constructs.scoring import (
    Box,
    BoxSpec,
    Measured,
    added,
    all_of,
    bind_boxes,
    shown,
    tell_short,
    tell_weights,
)
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions import NUMBER, Interval, Numeric
from supervision_rules.expressions.ranges import Range, exactly
from supervision_rules.expressions.values import add
from supervision_rules.findings import NO_VALUE, UNSURE, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, Read, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking, missing_of
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Row, World


class ScoreSpec(RuleSpec):
    """总分：起始分加上各框的加分，减去各框的扣分；逐项、逐框、总分依次封顶。"""

    kind: Literal["score"]
    """规则种类"""
    of: RecordType = "unit"
    """给谁计分"""
    window: PeriodKind | None = None
    """按日、周、旬、半月、月、季、半年、年计；不写则不分时段"""
    when: Condition = True
    """对其中哪些"""
    base: str | Price = 0
    """起始分：一个数或一个式子"""
    if_zero: Points | None = None
    """式子中的除数为零时，商作多少"""
    boxes: list[BoxSpec] = []
    """加分、扣分的各框；base 是一个式子、分数由它就算得出的，不必写；base 是数的，要写"""
    holes: str | None = None
    """各框的权重加起来有意不是 1 的，说明理由；不写的，会提醒"""
    max: Price | None = None
    """总分最高多少"""
    min: Points | None = None
    """总分最低多少"""
    rounding: Rounding | None = None
    """总分怎样取舍；不写则不取舍"""

    counted_in: str | None = None
    """不按分计的，写按什么计，如 万元；不写则为分"""
    counted_in_en: str | None = None
    """按什么计的英文，如 ten thousand yuan；不写则用中文"""

    @model_validator(mode="after")
    def _beside(self) -> ScoreSpec:
        only_beside(self, "counted_in", "counted_in_en")
        if not self.boxes and not isinstance(self.base, str):
            raise PydanticCustomError("SR101", "boxes", {"name": "boxes"})
        return self

    @property
    def opens(self) -> dict[str, str]:
        """The labels of all boxes by their ids, those inside boxes included."""
        return {box.id: box.label for box in all_of(self.boxes)}


@dataclass(frozen=True, slots=True)
class Score:
    """A total bound to the declarations."""

    info: RuleInfo
    spec: ScoreSpec
    when: Expression
    base: Expression | None
    boxes: tuple[Box, ...]
    cap: Cap
    start: Numeric | None
    """What the boxes come to before anything is given into them, where that is the same for all."""
    weights: tuple[Expression, ...]
    """The weights of boxes that are not the same for all."""

    def run(self, world: World) -> Iterator[Finding]:
        for row in world.window(self.spec.of, self.spec.window):
            yield from self.judge(row)

    def judge(self, row: Row) -> Iterator[Finding]:
        """What it finds of one subject."""
        applies = self.when.fast(row)
        if applies is not False:
            yield self._judge(row, applies is True)

    @property
    def reads(self) -> Iterator[Read]:
        """What it reads of its subject, beside what is given into its boxes."""
        base = () if self.base is None else (self.base,)
        yield Read(self.spec.of, None, (self.when, *base, *self.weights))

    @property
    def fed_by(self) -> Iterator[str]:
        """The rules that give their points into its boxes."""
        return (rule for box in self.boxes for rule in box.fed_by)

    def _judge(self, row: Row, sure: bool) -> Finding:
        base, boxes, kept = self._measure(row)
        value = kept.value if sure else None
        state = State.UNDETERMINED if value is None else State.SCORED
        exact = sure and value is not None and not isinstance(value, Interval)
        lack = () if exact else self._lacking(row, boxes)
        detail: Detail = (
            *(() if sure else ((UNSURE, True),)),
            ("base", add(base, self._start(row))),
            *shown(boxes),
            ("raw", kept.raw),
            ("cut", kept.cut),
            *_early(boxes),
            *to_date(row),
            *counted_in(self.spec),
        )
        day = row.period.last if row.period else None
        return Finding(self.info, str(row["id"]), state, day, value, None, row.period, detail, lack)

    def _start(self, row: Row) -> Numeric | None:
        return total(added(box.start(row) for box in self.boxes)) if self.weights else self.start

    def _measure(self, row: Row) -> tuple[Numeric | None, tuple[Measured, ...], Kept]:
        base = numeric(self.base.fast(row)) if self.base else 0
        boxes = tuple(box.measure(row) for box in self.boxes)
        return base, boxes, self.cap.keep(total([base, *added(boxes)]))

    def _lacking(self, row: Row, boxes: tuple[Measured, ...]) -> tuple[str, ...]:
        own = lacking(row, self.when, self.base, *self.weights)
        fed = missing_of(finding for box in boxes for finding in box.doubtful)
        return tuple(dict.fromkeys(own + fed))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        base, boxes, kept = self._measure(row)
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        read = (of_expression(self.base, row),) if self.base and isinstance(self.spec.base, str) else ()
        parts.append(reason("score-base", *read, points=base))
        parts += [box.explain(row) for box in boxes]
        phrase = f"score-total{kept.suffix}"
        return (*parts, reason(phrase, raw=kept.raw, points=finding.value))


def _early(boxes: Iterable[Measured]) -> Detail:
    """From which day on all items have values, if some have none yet."""
    items = (item for box in boxes for part in box.flat() for item in part.items)
    days = [day for item in items for name, day in item.detail if name == NO_VALUE and isinstance(day, date)]
    return ((NO_VALUE, max(days)),) if days else ()


def bind(spec: ScoreSpec, binder: Binder) -> Score | None:
    when = binder.condition("when")
    base = binder.expression("base", expected=NUMBER)
    boxes = bind_boxes(spec.boxes, binder, "boxes")
    if spec.holes is None:
        tell_weights(spec.boxes, binder, "boxes")
    cap = bind_cap(binder, spec.min, spec.max, spec.rounding)
    seen: set[str] = set()
    for box in all_of(spec.boxes):
        if box.id in seen:
            binder.report("SR303", "boxes", what=box.id, whose=NOTHING)
        seen.add(box.id)
    if spec.base == 0 and not spec.min:
        tell_short(spec.max, spec.boxes, binder)
    broken = base is None and binder.at("base") is not None
    if when is None or cap is None or boxes is None or broken:
        return None
    weights = tuple(weight for box in boxes for weight in box.weights)
    start = None if weights else total(added(box.start(None) for box in boxes))
    return Score(binder.info, spec, when, base, boxes, cap, start, weights)


def _range(spec: ScoreSpec, amounts: Amounts) -> Range:
    """Between which ends the total lies."""
    raw = amounts.of("base") if isinstance(spec.base, str) else exactly(spec.base)
    for index, box in enumerate(spec.boxes):
        inner = amounts.box(box, "boxes", index)
        raw = raw + (inner if box.effect == "add" else -inner)
    return amounts.kept(raw, spec, spec.min, spec.rounding)


KIND = Kind(
    model=ScoreSpec,
    label=("总分", "score"),
    subject=lambda spec: spec.of,
    bind=bind,
    opens=lambda spec: spec.opens,
    unit=lambda spec: spec.counted_in,
    gives=frozenset({"points"}),
    judges=True,
    alone=Score.judge,
    reads=lambda rule: rule.reads,
    asks=lambda rule: rule.fed_by,
    range=_range,
)
