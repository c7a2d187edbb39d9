"""Overlaps: two records of one type that agree in some respects and meet in time, such as repeated inspections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Final, Literal

from supervision_rules.constructs.overlaps import Company, Met, Stay, before_the_first, days_with
from supervision_rules.constructs.reversed import tell_reversed
from supervision_rules.expressions import DATE, Interval, Value, interval
from supervision_rules.expressions.values import ends
from supervision_rules.findings import PERHAPS_FIRST, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import MAX_RECORDS, of_expression, of_fact, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Remembered, Row, World, governed_before, has, judges

Lack = Remembered[str, tuple[str, ...]]
"""The facts that each record lacks, by its id."""
_UNKNOWN: Final = date.min
"""The start of what may have begun on any day: it lies before all others."""


class OverlapSpec(RuleSpec):
    """重复：同类的两件记录，某些方面相同，时间上又有重叠。"""

    kind: Literal["overlap"]
    """规则种类"""
    on: RecordType
    """对哪一类记录（或其一种）"""
    when: Condition = True
    """对其中哪些记录"""
    exempt: Condition | None = None
    """其中哪些不受限制（经批准的除外）；以后的与它重叠，仍算"""
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
    exempt: Expression | None
    start: Expression | None
    end: Expression | None
    same: tuple[Expression, ...]
    differ: tuple[Expression, ...]

    def run(self, world: World) -> Iterator[Finding]:
        """Of two that meet the later record is the subject; one without an earlier beside it is in order."""
        judged = list(self._stays(filter(_counts, world.of(self.spec.on))))
        company = Company(chain(judged, self._stays(_of_versions_before(world, self.spec.on))))
        lack: Lack = Remembered(lambda record: self._lacking(world, record))
        for stay in judged:
            begun = stay.start > _UNKNOWN or not self.spec.in_time
            met = company.met(stay) if begun else Met()
            exempt = self._is_exempt(world, stay)
            if exempt is True or not (met.surely or met.maybe or not begun):
                yield Finding(self.info, stay.id, State.MET)
            elif met.surely and exempt is False:
                yield self._breached(stay, met, lack)
            else:
                yield self._undetermined(stay, met, _facts(lack, stay, *(() if met.surely else met.maybe)), world)

    def _is_exempt(self, world: World, stay: Stay) -> Value:
        """Of the record itself alone: it is still one that those after it may meet."""
        return False if self.exempt is None else self.exempt.fast(self._row(world, stay.id))

    def _row(self, world: World, record: str) -> Row:
        row = world.find(world.schema.base(self.spec.on), record)
        assert row is not None  # it is one of those that the rule is about
        return row

    def _stays(self, rows: Iterable[Row]) -> Iterator[Stay]:
        """Those that the rule is about and that have begun, as spans of time."""
        for row in rows:
            applies = self.when.fast(row)
            stay = None if applies is False else self._stay(row, applies is True)
            if stay is not None:
                yield stay

    def _stay(self, row: Row, sure: bool) -> Stay | None:
        """The record as a span of time; None while it has not begun."""
        start, end = self._span(row)
        if start is None:
            return None
        sure = sure and (start > _UNKNOWN or not self.spec.in_time)
        same, differ = _values(self.same, row), _values(self.differ, row)
        if differ and any(value.__class__ is tuple for value in differ):
            differ = tuple(map(_as_set, differ))
        return Stay(row.id, start, end or date.max, same, differ, sure, end is None)

    def _span(self, row: Row) -> tuple[date | None, date | None]:
        """The first day, None if it has not begun, and the last, None if unknown.

        A record that states an end but has none yet goes on to the day asked.
        """
        start = self.start.fast(row) if self.start is not None else row["date"]
        if not self.spec.in_time:
            return (start if isinstance(start, date) else _UNKNOWN), date.max
        if not isinstance(start, date):
            if self.start is None or not open_to_doubt(self.start, row):
                return None, date.max
            start = _UNKNOWN
        if self.end is None:
            return start, start if start > _UNKNOWN else None
        end = self.end.fast(row)
        if not isinstance(end, date) and open_to_doubt(self.end, row, planned=True):
            return start, None
        return start, max(start, end if isinstance(end, date) else row.world.as_of)

    def _breached(self, stay: Stay, met: Met, lack: Lack) -> Finding:
        first, perhaps = met.surely[0], before_the_first(met)
        detail: Detail = (("other", first.id), *_how_many(met))
        if perhaps:
            detail = (*detail, (PERHAPS_FIRST, tuple(other.id for other in perhaps)))
        missing = _facts(lack, *perhaps)
        if not self.spec.in_time:
            day = stay.start if stay.start > _UNKNOWN else None
            return Finding(self.info, stay.id, State.BREACHED, day, detail=detail, missing=missing)
        # The later one begins within the earlier: their first common day is its first.
        days = days_with(stay, first, perhaps)
        until = min(stay.end, first.end) if days.__class__ is int else None
        detail = (*detail, ("days", days), ("until", until))
        return Finding(self.info, stay.id, State.BREACHED, stay.start, days, detail=detail, missing=missing)

    def _undetermined(self, stay: Stay, met: Met, lack: tuple[str, ...], world: World) -> Finding:
        """It may meet some, of which the first are looked at for what is missing, or may be exempt."""
        others = met.surely or met.maybe
        detail: Detail = (("other", others[0].id), *_how_many(met)) if others else ()
        missing = tuple(dict.fromkeys((*lack, *lacking(self._row(world, stay.id), self.exempt))))
        return Finding(self.info, stay.id, State.UNDETERMINED, detail=detail, missing=missing)

    def _lacking(self, world: World, record: str) -> tuple[str, ...]:
        """The facts that would tell whom a record meets."""
        row = world.find(world.schema.base(self.spec.on), record)
        if row is None:
            return ()
        dates = (self.start, self.end if self._span(row)[1] is None else None) if self.spec.in_time else ()
        return lacking(row, self.when, *dates, *self.same, *self.differ)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [] if self.spec.when is True else [reason("applies", of_expression(self.when, row))]
        parts += [] if self.exempt is None else [reason("overlap-exempt", of_expression(self.exempt, row))]
        parts.append(reason("overlap-one", *self._explain_one(row), id=row["id"]))
        told: dict[str, Any] = dict(finding.detail)
        named = told.get("others", (told["other"],) if "other" in told else ())
        for other in (row.world.find(row.type, each) for each in named):
            if other is not None:
                parts.append(reason("overlap-other", *self._explain_one(other), id=other["id"]))
        if "meets" in told and ends(told["meets"])[1] > len(named):
            parts.append(reason("overlap-more", records=told["meets"]))
        if "days" in told:
            parts.append(reason("overlap-days", days=told["days"], start=finding.day, end=told["until"]))
        return tuple(parts)

    def _explain_one(self, row: Row) -> Iterator[Explanation]:
        if self.spec.in_time and self.start is None:
            yield of_fact("date", row["date"], row)
        span = (self.start, self.end) if self.spec.in_time else ()
        yield from (of_expression(part, row) for part in (*span, *self.same, *self.differ) if part is not None)


def _counts(row: Row) -> bool:
    """Whether this version of the document has the record now, or had it on its day: another of its own may meet it."""
    return judges(row) or has(row, row["date"])


def _of_versions_before(world: World, name: str) -> Iterator[Row]:
    """The records that fall under the versions of the document that this one replaces: others may meet them."""
    if world.change.took_over is not None:
        mine = set(map(id, world.of(name)))
        yield from (row for row in world.dated(name, ever=True) if id(row) not in mine and governed_before(row))


def _facts(lack: Lack, *stays: Stay) -> tuple[str, ...]:
    """What ``stays`` lack, each fact once."""
    return tuple(dict.fromkeys(chain.from_iterable(lack[stay.id] for stay in stays)))[:MAX_RECORDS]


def _how_many(met: Met) -> Detail:
    """The first that it meets, or may meet, and how many there are, where there are several."""
    if met.most < 2:
        return ()
    named = tuple(other.id for other in met.surely or met.maybe)
    return (("others", named), ("meets", interval(met.least, met.most)))


def _values(parts: tuple[Expression, ...], row: Row) -> tuple[Value, ...]:
    """The values of ``parts``; a number of which only the ends are known is unknown here."""
    values = [part.fast(row) for part in parts]
    return tuple([None if value.__class__ is Interval else value for value in values])


def _as_set(value: Value) -> Value:
    """A list whose order and repetitions say nothing."""
    return tuple(sorted(set(value))) if isinstance(value, tuple) else value


def bind(spec: OverlapSpec, binder: Binder) -> Overlap | None:
    when = binder.condition("when")
    exempt = binder.expression("exempt")
    start = binder.expression("start", expected=DATE)
    end = binder.expression("end", expected=DATE)
    same = [binder.expression("same", index, expected=None) for index in range(len(spec.same))]
    differ = [binder.expression("differ", index, expected=None) for index in range(len(spec.differ))]
    tell_reversed(binder, start, "end", end)
    dated = (start or spec.start is None) and (end or spec.end is None)
    if when is None or (exempt is None and spec.exempt is not None) or not dated or None in same or None in differ:
        return None
    same_parts, differ_parts = (tuple(part for part in parts if part) for parts in (same, differ))
    return Overlap(binder.info, spec, when, exempt, start, end, same_parts, differ_parts)


KIND = Kind(
    model=OverlapSpec,
    label=("重复与重叠", "overlap"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"breached"}),
)
