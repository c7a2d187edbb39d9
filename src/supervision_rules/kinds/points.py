"""Points: what a unit's records of a window add or deduct, each at its own price, or a value computed; with a cap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.alternatives import exactly_one, only_beside
from supervision_rules.constructs.amounts import Amounts
from supervision_rules.constructs.boxes import (
    Cap,
    Effect,
    Kept,
    Points,
    Price,
    Rounding,
    bind_cap,
    counted_in,
    maybe,
    numeric,
    to_date,
)
from supervision_rules.constructs.counting import Counting
from supervision_rules.constructs.highest import bind_once
from supervision_rules.constructs.occurrences import tell_most
from supervision_rules.constructs.placing import Entry, bind_source
from supervision_rules.constructs.prices import (
    PriceTable,
    Pricing,
    bind_pricing,
    bind_value,
    multiplied,
)
from supervision_rules.diagnostics import named
from supervision_rules.expressions import Number
from supervision_rules.expressions.ranges import NONE, Range
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, Read, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.dividing import divides_by_zero
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Row, World


class PointsSpec(RuleSpec):
    """计分：某单位在一个时段内，按记录逐件加分或扣分，或按式子得分，可以封顶。"""

    kind: Literal["points"]
    """规则种类"""
    of: RecordType = "unit"
    """给谁计分"""
    window: PeriodKind | None = None
    """按日、周、旬、半月、月、季、半年、年计；不写则不分时段"""
    when: Condition = True
    """对其中哪些"""
    count: RecordType | None = None
    """对哪一类记录（或其一种）逐件计分；count 与 value 二者写一个"""
    where: Condition | None = None
    """只算符合这个条件的记录"""
    via: str | None = None
    """记录用哪个字段指向被计分者"""
    by: str | None = None
    """按记录的哪个日期归入时段；不写为其日期"""
    each: Price | str | PriceTable | None = None
    """每件的分数：一个数、一个式子、一张表，或按一个数分档"""
    times: str | Points | None = None
    """每件的分数再乘几倍，如 2 if key_project else 1（重点项目加倍）"""
    at_most: dict[PeriodKind, Annotated[int, Field(ge=1)]] = {}
    """每日、周、旬、半月、月、季、半年、年最多计几件，按先后计满为止，不得分、不扣分的不占，

    如 {quarter: 2, year: 6}；有 once_per 的先取一件"""
    once_per: str | Annotated[list[str], Field(min_length=1)] | None = None
    """这个字段（或这几个字段）相同的几件，一个时段里只算一次，取分数最高的一件，如 matter（同一事项只算一次）"""
    highest: bool = False
    """只取分数最高的一件；写了 once_per 的，在相同的几件中取"""
    value: str | Points | PriceTable | None = None
    """不逐件计分的，写得分的式子，或一张表、按一个数分档"""
    if_zero: Points | None = None
    """式子中的除数为零时，商作多少"""
    effect: Effect
    """加分（add）还是扣分（deduct）；分数本身都写正数"""
    max: Price | None = None
    """本项最高多少分"""
    min: Points | None = None
    """本项最低多少分；扣分项不写为 0"""
    rounding: Rounding | None = None
    """怎样取舍；不写则不取舍"""
    counted_in: str | None = None
    """不按分计的，写按什么计，如 万元；不写则为分"""
    counted_in_en: str | None = None
    """按什么计的英文，如 ten thousand yuan；不写则用中文"""
    into: str | None = Field(default=None, max_length=100)
    """计入总分（score）的哪一框"""

    @model_validator(mode="after")
    def _one_of_two(self) -> PointsSpec:
        exactly_one(self, "count", "value")
        if self.count is not None and self.each is None:
            raise PydanticCustomError("SR101", "each", {"name": "each"})
        exactly_one(self, "each", "value")
        only_beside(self, "count", "times", "at_most", "once_per", "highest")
        only_beside(self, "counted_in", "counted_in_en")
        if self.at_most and self.highest and self.once_per is None:
            both = named(("at_most", "highest"))
            raise PydanticCustomError("SR154", "one of", {"keys": both, "given": both, "at": ("highest",)})
        return self


@dataclass(frozen=True, slots=True)
class PointsRule:
    """An item of points bound to the declarations."""

    info: RuleInfo
    spec: PointsSpec
    when: Expression
    cap: Cap
    made: Counting | Pricing
    """Of which records the points are made, or the price of the subject itself."""

    def run(self, world: World) -> Iterator[Finding]:
        when, judge = self.when.fast, self._judging(world)
        for row in world.window(self.spec.of, self.spec.window):
            applies = when(row)
            if applies is False:
                continue
            finding = judge(row, applies is True)
            if finding is not None:
                yield finding

    def judge(self, row: Row) -> Iterator[Finding]:
        """What it finds of one subject on a day of its history."""
        applies, made = self.when.fast(row), self.made
        if applies is False:
            return
        if isinstance(made, Pricing):
            yield self._judge_value(row, made, applies is True)
        elif entries := made.entries_then(row):
            yield self._judge_entries(row, made, entries, applies is True)

    @property
    def reads(self) -> Iterator[Read]:
        """What it reads of its subject, and of the records that it counts."""
        made = self.made
        if isinstance(made, Pricing):
            yield Read(self.spec.of, None, (self.when, *made.read))
        else:
            yield Read(self.spec.of, None, (self.when,))
            yield Read(made.source.name, made.source.via, made.read)

    def _judging(self, world: World) -> Callable[[Row, bool], Finding | None]:
        """What judges a row; by records nothing is said where none counts."""
        made = self.made
        if isinstance(made, Pricing):
            return lambda row, sure: self._judge_value(row, made, sure)
        entries_of = made.entries(world)

        def judge(row: Row, sure: bool) -> Finding | None:
            entries = entries_of(row)
            return self._judge_entries(row, made, entries, sure) if entries else None

        return judge

    def _judge_entries(self, row: Row, counting: Counting, entries: list[Entry], sure: bool) -> Finding:
        kept = self.cap.keep(counting.sum_of(row, entries))
        lack = () if isinstance(kept.value, Number) and sure else counting.lacking(row, entries, self.when)
        return self._finding(row, kept, sure, lack, (("records", tuple(entries)),))

    def _judge_value(self, row: Row, pricing: Pricing, sure: bool) -> Finding:
        read = pricing.expressions
        kept = self.cap.keep(pricing.of(row))
        exact = isinstance(kept.value, Number)
        lack = () if exact and sure else lacking(row, self.when, *read)
        zero = self.spec.if_zero
        by_zero = zero is not None and any(each.fast(row) == zero and divides_by_zero(each.trace(row)) for each in read)
        return self._finding(row, kept, sure, lack, (("divided_by_zero", True),) if by_zero else ())

    def _finding(self, row: Row, kept: Kept, sure: bool, lack: tuple[str, ...], more: Detail) -> Finding:
        value = kept.value if sure else maybe(kept.value)
        state = State.UNDETERMINED if value is None else State.SCORED
        detail = (
            ("effect", self.spec.effect),
            ("raw", kept.raw),
            ("cut", kept.cut),
            *more,
            *to_date(row),
            *counted_in(self.spec),
        )
        day = row.period.last if row.period else None
        return Finding(self.info, str(row["id"]), state, day, value, None, row.period, detail, lack)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        detail: dict[str, Any] = dict(finding.detail)
        if isinstance(self.made, Counting):
            parts += self.made.explain(row, detail["records"])
        else:
            parts += [of_expression(each, row) for each in self.made.expressions]
            parts += self.made.explain(row)
            if detail.get("divided_by_zero"):
                parts.append(reason("divided-by-zero", points=self.spec.if_zero))
        kept = Kept(numeric(detail["raw"]), finding.value, numeric(detail["cut"]))
        parts.append(reason(f"points-{self.spec.effect}{kept.suffix}", raw=kept.raw, points=kept.value))
        return tuple(parts)


def _why_not(rule: PointsRule, row: Row) -> Iterator[Explanation]:
    """That no record counts, if the points are those of records."""
    if isinstance(rule.made, Counting):
        yield reason("nothing-counted", period=row.period or row.world.as_of)


def bind(spec: PointsSpec, binder: Binder) -> PointsRule | None:
    when = binder.condition("when")
    cap = bind_cap(binder, 0 if spec.min is None and spec.effect == "deduct" else spec.min, spec.max, spec.rounding)
    if spec.value is not None:
        value = bind_value(binder, "value", spec.value, None)
        if when is None or cap is None or value is None:
            return None
        return PointsRule(binder.info, spec, when, cap, value)
    assert spec.count is not None and spec.each is not None  # the model has seen to it
    pricing = bind_pricing(binder, "each", spec.each, spec.count)
    times = binder.factor("times", of=spec.count)
    once = bind_once(binder, spec.once_per, spec.count)
    read = (times, *(once or ()), *(pricing.expressions if pricing is not None else ()))
    source = bind_source(binder, spec.count, spec.via, spec.window, read)
    tell_most(binder, spec.at_most, spec.window)
    if source is None or when is None or cap is None or pricing is None:
        return None
    if once is None or (times is None and spec.times is not None):
        return None
    priced = pricing if times is None else multiplied(pricing, times)
    return PointsRule(binder.info, spec, when, cap, Counting(source, priced, once, spec.highest, spec.at_most))


def _range(spec: PointsSpec, amounts: Amounts) -> Range:
    """Between which ends the points lie; told if a price is more than all of them may be."""
    key, given = ("each", spec.each) if spec.value is None else ("value", spec.value)
    raw = amounts.counted(spec) if spec.value is None else amounts.price(key, given)
    if spec.times is None:
        box = amounts.boxes.get(spec.into or "")
        amounts.tell_dear(key, given, spec.max, box if box is not None and box.effect == spec.effect else None)
    least = 0 if spec.min is None and spec.effect == "deduct" else spec.min
    found = amounts.kept(raw, spec, least, spec.rounding)
    return found if spec.when is True else found | NONE  # who is not meant has none


KIND = Kind(
    model=PointsSpec,
    label=("计分", "points"),
    subject=lambda spec: spec.of,
    bind=bind,
    feeds=lambda spec: spec.into,
    unit=lambda spec: spec.counted_in,
    gives=frozenset({"points"}),
    why_not=_why_not,
    alone=PointsRule.judge,
    reads=lambda rule: rule.reads,
    range=_range,
)
