"""Overlaps: two records of one type that agree in some respects and meet in time, such as repeated inspections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from supervision_rules.constructs.overlaps import Stay, doubtful, overlap_days, pairs
from supervision_rules.expressions import DATE, Interval, Value
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder, Expression
from supervision_rules.language.reasons import missing, of_expression, of_fact, reason
from supervision_rules.world import Row, World


class OverlapSpec(RuleSpec):
    """重复：同类的两件记录，某些方面相同，时间上又有重叠。"""

    kind: Literal["overlap"]
    """规则种类"""
    on: str
    """对哪一类记录（或其一种）"""
    when: Condition = True
    """对其中哪些记录"""
    start: str | None = None
    """从哪一天开始（含当天）；不写为记录的日期"""
    end: str | None = None
    """到哪一天结束（含当天）；没有日期即到判定日还在进行；不写 end 为只有开始那一天"""
    in_time: bool = True
    """是否要时间上有重叠才算；写 false 则不论时间"""
    same: list[str] = []
    """哪些方面相同才算，如 object、matter；几项的字段有一项相同即为相同"""
    differ: list[str] = []
    """哪些方面至少有一项不同才算，如 unit"""


@dataclass(frozen=True, slots=True)
class Overlap:
    """A rule about overlaps, bound to the declarations."""

    info: RuleInfo
    spec: OverlapSpec
    when: Expression
    start: Expression | None
    end: Expression | None
    same: tuple[Expression, ...]
    differ: tuple[Expression, ...]

    def run(self, world: World) -> Iterator[Finding]:
        """Of each pair the later record is the subject; a record without an earlier one beside it is in order."""
        judged = [(row, self.when.fast(row)) for row in world.of(self.spec.on)]
        kept = [(row, self._stay(row, applies is True)) for row, applies in judged if applies is not False]
        stays = [stay for _, stay in kept if stay is not None]
        met, unclear = pairs(stays), doubtful(stays)
        for row, stay in kept:
            if stay is None:
                continue
            yield from (self._pair(stay, other) for other in met.get(stay.id, ()))
            if stay.id in unclear:
                yield Finding(self.info, stay.id, State.UNDETERMINED, missing=self._lacking(row))
            elif stay.sure and stay.id not in met:
                yield Finding(self.info, stay.id, State.MET)

    def _stay(self, row: Row, sure: bool) -> Stay | None:
        """The record as a span of time; None while it has not begun."""
        start, end = self._span(row)
        if start is None:
            return None
        return Stay(str(row["id"]), start, end, _values(self.same, row), _values(self.differ, row), sure)

    def _span(self, row: Row) -> tuple[date | None, date]:
        """The first and the last day; a record that states an end but has none yet goes on to the day asked."""
        start = self.start.fast(row) if self.start is not None else row["date"]
        if not self.spec.in_time:
            return (start if isinstance(start, date) else date.min), date.max
        if not isinstance(start, date):
            return None, date.max
        end = self.end.fast(row) if self.end is not None else start
        return start, max(start, end if isinstance(end, date) else row.world.as_of)

    def _lacking(self, row: Row) -> tuple[str, ...]:
        return missing(row, self.when, *self.same, *self.differ)

    def _pair(self, later: Stay, earlier: Stay) -> Finding:
        detail: Detail = (("other", earlier.id),)
        if not self.spec.in_time:
            day = later.start if later.start > date.min else None
            return Finding(self.info, later.id, State.BREACHED, day, detail=detail)
        days = overlap_days(later, earlier)
        # The later one begins within the earlier: their first common day is its first.
        detail = (*detail, ("days", days), ("until", min(later.end, earlier.end)))
        return Finding(self.info, later.id, State.BREACHED, later.start, days, detail=detail)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [] if self.spec.when is True else [reason("applies", of_expression(self.when, row))]
        parts.append(reason("overlap-one", *self._explain_one(row), id=row["id"]))
        told = dict(finding.detail)
        other = row.world.find(row.type, str(told.get("other")))
        if other is not None:
            parts.append(reason("overlap-other", *self._explain_one(other), id=other["id"]))
        if "days" in told:
            parts.append(reason("overlap-days", days=told["days"], start=finding.day, end=told["until"]))
        return tuple(parts)

    def _explain_one(self, row: Row) -> Iterator[Explanation]:
        if self.spec.in_time and self.start is None:
            yield of_fact("date", row["date"], row)
        span = (self.start, self.end) if self.spec.in_time else ()
        yield from (of_expression(part, row) for part in (*span, *self.same, *self.differ) if part is not None)


def _values(parts: tuple[Expression, ...], row: Row) -> tuple[Value, ...]:
    """The values of ``parts``; a number of which only the ends are known is unknown here."""
    values = (part.fast(row) for part in parts)
    return tuple(None if isinstance(value, Interval) else value for value in values)


def bind(spec: OverlapSpec, binder: Binder) -> Overlap | None:
    when = binder.condition("when")
    start = binder.expression("start", expected=DATE)
    end = binder.expression("end", expected=DATE)
    same = [binder.expression("same", index, expected=None) for index in range(len(spec.same))]
    differ = [binder.expression("differ", index, expected=None) for index in range(len(spec.differ))]
    dated = (start or spec.start is None) and (end or spec.end is None)
    if when is None or not dated or None in same or None in differ:
        return None
    same_parts, differ_parts = (tuple(part for part in parts if part) for parts in (same, differ))
    return Overlap(binder.info, spec, when, start, end, same_parts, differ_parts)


KIND = Kind(
    model=OverlapSpec,
    label=("重复与重叠", "overlap"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"breached"}),
)
