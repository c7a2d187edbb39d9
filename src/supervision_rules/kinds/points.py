"""Points: what a unit's records of a window add or deduct, each at its own price, or a value computed; with a cap."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.alternatives import exactly_one
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
    to_date,
    total,
)
from supervision_rules.constructs.placing import Entry, Source, bind_source
from supervision_rules.constructs.prices import PriceTable, Pricing, bind_pricing
from supervision_rules.expressions import NUMBER, Interval, Number, Numeric, Traced, Value
from supervision_rules.expressions.tree import Arithmetic
from supervision_rules.expressions.values import ends, subtract
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder, Expression
from supervision_rules.language.doubts import lacking
from supervision_rules.language.reasons import MAX_RECORDS, of_expression, reason
from supervision_rules.world import Row, World


class PointsSpec(RuleSpec):
    """计分：某单位在一个时段内，按记录逐件加分或扣分，或按式子得分，可以封顶。"""

    kind: Literal["points"]
    """规则种类"""
    of: str = "unit"
    """给谁计分"""
    window: PeriodKind | None = None
    """按周、月、季、年计（week、month、quarter、year）；不写则不分时段"""
    when: Condition = True
    """对其中哪些"""
    count: str | None = None
    """对哪一类记录（或其一种）逐件计分；count 与 value 二者写一个"""
    where: Condition | None = None
    """只算符合这个条件的记录"""
    via: str | None = None
    """记录用哪个字段指向被计分者"""
    by: str | None = None
    """按记录的哪个日期归入时段；不写为其日期"""
    each: Price | str | PriceTable | None = None
    """每件的分数：一个数、一个式子，或一张表"""
    once_per: str | None = None
    """这个字段相同的几件只算一次，取分数最高的一件，如 matter（同一事项只算一次）"""
    highest: bool = False
    """只取分数最高的一件；写了 once_per 的，在相同的几件中取"""
    value: str | Points | None = None
    """不逐件计分的，写得分的式子"""
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
    into: str | None = Field(default=None, max_length=100)
    """计入总分（score）的哪一框"""

    @model_validator(mode="after")
    def _one_of_two(self) -> PointsSpec:
        exactly_one(self, "count", "value")
        if self.count is not None and self.each is None:
            raise PydanticCustomError("SR101", "each", {"name": "each"})
        exactly_one(self, "each", "value")
        return self


@dataclass(frozen=True, slots=True)
class PointsRule:
    """An item of points bound to the declarations: ``source`` and ``pricing``, or ``value``."""

    info: RuleInfo
    spec: PointsSpec
    when: Expression
    cap: Cap
    source: Source | None
    pricing: Pricing | None
    once: Expression | None
    value: Expression | None

    def run(self, world: World) -> Iterator[Finding]:
        when, judge = self.when.fast, self._judge_value if self.value else self._counter(world)
        for row in world.window(self.spec.of, self.spec.window):
            applies = when(row)
            if applies is False:
                continue
            finding = judge(row, applies is True)
            if finding is not None:
                yield finding

    def _counter(self, world: World) -> Callable[[Row, bool], Finding | None]:
        """Judges by records; nothing is said where none counts."""
        source, pricing = self.source, self.pricing
        assert source is not None and pricing is not None  # there is a value or a source
        ledger = source.ledger(world, pricing.of)

        def judge(row: Row, sure: bool) -> Finding | None:
            entries = source.entries(ledger, row)
            return self._judge_entries(row, entries, sure) if entries else None

        return judge

    def _judge_entries(self, row: Row, entries: list[Entry], sure: bool) -> Finding:
        grouped = self.once is not None or self.spec.highest
        raw = self._sum_once(row, entries) if grouped else total([price for _, _, price in entries])
        kept = self.cap.keep(raw)
        lack = () if isinstance(kept.value, Number) and sure else self._lacking(row, entries)
        return self._finding(row, kept, sure, lack, (("records", tuple(entries)),))

    def _judge_value(self, row: Row, sure: bool) -> Finding:
        expression = self.value
        assert expression is not None  # there is a value or a source
        value = expression.fast(row)
        kept = self.cap.keep(numeric(value))
        exact = isinstance(kept.value, Number)
        lack = () if exact and sure else lacking(row, self.when, expression)
        by_zero = value == self.spec.if_zero and value is not None and _divides_by_zero(expression.trace(row))
        return self._finding(row, kept, sure, lack, (("divided_by_zero", True),) if by_zero else ())

    def _finding(self, row: Row, kept: Kept, sure: bool, lack: tuple[str, ...], more: Detail) -> Finding:
        value = kept.value if sure else maybe(kept.value)
        state = State.UNDETERMINED if value is None else State.SCORED
        detail = (("effect", self.spec.effect), ("raw", kept.raw), ("cut", kept.cut), *more, *to_date(row))
        day = row.period.last if row.period else None
        return Finding(self.info, str(row["id"]), state, day, value, None, row.period, detail, lack)

    def _sum_once(self, row: Row, entries: list[Entry]) -> Numeric | None:
        """The sum of the highest of each group; one group only where no field is named."""
        source = self.source
        assert source is not None
        groups: dict[Value, list[Numeric | None]] = {}
        if self.once is None:
            groups[True] = [price for _, _, price in entries]
        else:
            for (record, _), (_, _, price) in zip(source.chosen(row, entries), entries, strict=True):
                groups.setdefault(self.once.fast(record), []).append(price)
        unknown = groups.pop(None, [])
        tops = [highest(prices) for prices in groups.values()]
        return _with_unknown(tops, unknown) if unknown else total(tops)

    def _lacking(self, row: Row, entries: list[Entry]) -> tuple[str, ...]:
        """The facts that would decide the item, of the first records in doubt."""
        found = dict.fromkeys(lacking(row, self.when))
        source, pricing, once = self.source, self.pricing, self.once
        assert source is not None and pricing is not None
        for record, sure in source.chosen(row, entries):
            if sure is None:
                found |= dict.fromkeys(source.lacking(record))
            if not isinstance(pricing.of(record), Number):
                found |= dict.fromkeys(pricing.lacking(record))
            if once is not None:
                found |= dict.fromkeys(lacking(record, once))
            if len(found) > MAX_RECORDS:
                break
        return tuple(found)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        detail: dict[str, Any] = dict(finding.detail)
        if self.value is not None:
            parts.append(of_expression(self.value, row))
            if detail.get("divided_by_zero"):
                parts.append(reason("divided-by-zero", points=self.spec.if_zero))
        elif self.source is not None:
            parts += self._explain_records(self.source, row, detail["records"])
        kept = Kept(numeric(detail["raw"]), finding.value, numeric(detail["cut"]))
        parts.append(reason(f"points-{self.spec.effect}{kept.suffix}", raw=kept.raw, points=kept.value))
        return tuple(parts)

    def _explain_records(self, source: Source, row: Row, entries: Sequence[Entry]) -> list[Explanation]:
        shown = entries[:MAX_RECORDS]
        pairs = zip(source.chosen(row, shown), shown, strict=True)
        parts = [self._explain_record(record, price) for (record, _), (_, _, price) in pairs]
        if len(entries) > MAX_RECORDS:
            parts.append(reason("points-more-records", records=len(entries) - MAX_RECORDS))
        if self.once is not None:
            parts.append(reason("points-once", per=self.once.text))
        elif self.spec.highest:
            parts.append(reason("points-highest"))
        return parts

    def _explain_record(self, record: Row, price: Numeric | None) -> Explanation:
        read = [self.source.where if self.source else None, *(self.pricing.expressions if self.pricing else ())]
        shown = (of_expression(expression, record) for expression in read if expression is not None)
        words = {"type": record.type, "id": record["id"], "date": record["date"], "points": price}
        return reason("points-record", *shown, **words)


def highest(prices: Iterable[Numeric | None]) -> Numeric | None:
    """The highest of some amounts, each of which may be an Interval."""
    bounds = [ends(price) if price is not None else None for price in prices]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return None
    low, high = max(low for low, _ in known), max(high for _, high in known)
    return low if low == high else Interval(low, high)


def _with_unknown(tops: list[Numeric | None], unknown: list[Numeric | None]) -> Numeric | None:
    """The sum of the groups' highest, where the group of some records is unknown: each may be of any, or its own."""
    least, most, best = total(tops), total([*tops, *unknown]), highest(unknown)
    if least is None or most is None or best is None:
        return None
    top = max((ends(price)[0] for price in tops if price is not None), default=0)
    low = total([ends(least)[0], subtract(max(ends(best)[0], top), top)])
    return None if low is None else Interval(ends(low)[0], ends(most)[1]) if low != most else low


def _divides_by_zero(traced: Traced) -> bool:
    node = traced.node
    if isinstance(node, Arithmetic) and node.operator == "/" and traced.parts[1].value == 0:
        return True
    return any(_divides_by_zero(part) for part in traced.parts)


def bind(spec: PointsSpec, binder: Binder) -> PointsRule | None:
    when = binder.condition("when")
    cap = bind_cap(binder, 0 if spec.min is None and spec.effect == "deduct" else spec.min, spec.max, spec.rounding)
    if spec.value is not None:
        value = binder.expression("value", expected=NUMBER, if_zero=spec.if_zero)
        if when is None or cap is None or value is None:
            return None
        return PointsRule(binder.info, spec, when, cap, None, None, None, value)
    assert spec.count is not None and spec.each is not None  # the model has seen to it
    source = bind_source(binder, spec.count, spec.via, spec.window)
    if source is None or when is None or cap is None:
        return None
    pricing = bind_pricing(binder, "each", spec.each, spec.count)
    once = binder.expression("once_per", of=spec.count, expected=None)
    if pricing is None or (once is None and spec.once_per is not None):
        return None
    return PointsRule(binder.info, spec, when, cap, source, pricing, once, None)


KIND = Kind(
    model=PointsSpec,
    label=("计分", "points"),
    subject=lambda spec: spec.of,
    bind=bind,
    feeds=lambda spec: spec.into,
    gives=frozenset({"points"}),
)
