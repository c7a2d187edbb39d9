"""Derived facts: a named value from an expression, or from the records that belong to a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import itemgetter
from typing import Annotated, Any, cast

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind, add_months
from supervision_rules.diagnostics import nearest
from supervision_rules.expressions import BOOL, DATE, NUMBER, Interval, Type, Value
from supervision_rules.language.aggregates import AGGREGATES
from supervision_rules.language.binding import Expression, TextBinder
from supervision_rules.language.links import link
from supervision_rules.language.spec import Cite, Identifier, Spec
from supervision_rules.world import Deriver, Row

PEERS = "peers"
Window = Annotated[str, Field(pattern=r"^(week|month|quarter|year|\d{1,3} months)$")]


class FactSpec(Spec):
    """派生事实：由一个式子，或由属于某事项、某单位的记录得出的有名字的值。"""

    id: Identifier
    """名字，规则的式子里用它"""
    label: str
    """中文名称"""
    of: str
    """关于哪一类记录（或其一种）：matter、unit……"""
    value: str | int | bool | None = None
    """由本记录各项事实算出的值"""
    count: str | None = None
    """数哪一类记录；peers 指同类的各单位"""
    distinct: str | None = None
    """数哪一类记录的 take 有几个不同的值"""
    sum: str | None = None
    """对哪一类记录的 take 求和"""
    mean: str | None = None
    """对哪一类记录的 take 求平均"""
    max: str | None = None
    """取哪一类记录的 take 中最大的"""
    min: str | None = None
    """取哪一类记录的 take 中最小的"""
    first: str | None = None
    """取哪一类记录中最早一件的 take（不写 take 为其日期）"""
    last: str | None = None
    """取哪一类记录中最近一件的 take（不写 take 为其日期）"""
    any: str | None = None
    """哪一类记录中有符合 where 的"""
    every: str | None = None
    """哪一类记录全都符合 where"""
    where: str | bool | None = None
    """只算符合这个条件的记录"""
    take: str | None = None
    """从每件记录取的值"""
    via: str | None = None
    """记录用哪个字段指向本主体；all 指不论属于谁"""
    by: str | None = None
    """按记录的哪个日期归入时段；不写为其日期"""
    window: Window | None = None
    """只算这个时段内的记录：week、month、quarter、year，或如“12 months”（截至当日的十二个月）"""
    among: list[str] = []
    """只算这些方面与本主体相同的记录（peers 即这些方面相同的单位）"""
    if_zero: int | Decimal | None = None
    """除数为零时的值"""
    cite: Cite | None = None
    """式子里有数字的，写明依据"""
    unquoted: str | None = None
    """数字不见于所引原话时，说明理由"""

    @model_validator(mode="after")
    def _one_way(self) -> FactSpec:
        ways = [name for name in ("value", *AGGREGATES) if getattr(self, name) is not None]
        if len(ways) != 1:
            raise PydanticCustomError("SR150", "one way", {"ways": "、".join(ways) or "—"})
        return self

    @property
    def period(self) -> PeriodKind | None:
        """The calendar period that the fact looks at; None if it has no window or a rolling one."""
        return None if self.window is None or self.window[0].isdigit() else cast(PeriodKind, self.window)

    @cached_property
    def way(self) -> str:
        """How the fact is made: ``value`` or the name of an aggregate."""
        return next(name for name in ("value", *AGGREGATES) if getattr(self, name) is not None)


Alike = tuple[tuple[Expression, Expression], ...]
"""What must be equal for a record to count: each as read of the fact's subject, and as read of the record."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A derived fact bound to the declarations: its type, how it is computed, and the records it rests on."""

    spec: FactSpec
    type: Type
    derive: Deriver
    chosen: Callable[[Row], list[tuple[Row, bool | None]]]
    """The records taken into account, None beside those of which it is unknown; empty for a plain expression."""
    expression: Expression | None
    where: Expression | None = None
    alike: Alike = ()

    @property
    def way(self) -> str:
        return self.spec.way


def bind_fact(spec: FactSpec, binder: TextBinder) -> Fact | None:
    """``spec`` made computable, or None if something in it is wrong, which is then told."""
    if spec.way == "value":
        expression = binder.expression("value", of=spec.of, expected=None, if_zero=spec.if_zero)
        if expression is None:
            return None
        return Fact(spec, expression.checked.type, expression.fast, lambda row: [], expression)
    return _bind_aggregate(spec, binder)


def _bind_aggregate(spec: FactSpec, binder: TextBinder) -> Fact | None:
    counted = getattr(spec, spec.way)
    about = spec.of if counted == PEERS else counted
    if not binder.declarations.exists(about):
        declared = (*binder.declarations.names, *binder.declarations.kinds)
        binder.report("SR301", spec.way, name=counted, hint=nearest(counted, declared))
        return None
    via = "" if counted == PEERS else link(binder, counted, spec.of, spec.via, spec.way)
    where = binder.expression("where", of=about)
    take = binder.expression("take", of=about, expected=None, if_zero=spec.if_zero)
    by = binder.expression("by", of=about, expected=DATE)
    alike = _alike(spec, about, binder)
    if via is None or alike is None or _incomplete(spec, binder, where, take):
        return None
    choose = _Chooser(spec, counted, via, where, by, alike)
    value = take.fast if take else _date
    aggregate = AGGREGATES[spec.way]

    def derive(row: Row) -> Value:
        return aggregate(choose(row), value)

    shared = counted == PEERS or not via
    return Fact(spec, _type(spec, take), _once(choose, derive) if shared else derive, choose, take, where, alike)


def _once(choose: _Chooser, derive: Deriver) -> Deriver:
    """``derive``, computed once for all subjects that are alike: they take the same records into account."""

    def derive_once(row: Row) -> Value:
        if row.day is not None and choose.counted != PEERS:
            return derive(row)
        memo, key = row.world.memo, (derive, row.period, choose.own(row))
        if key not in memo:
            memo[key] = derive(row)
        return cast(Value, memo[key])

    return derive_once


def _alike(spec: FactSpec, about: str, binder: TextBinder) -> Alike | None:
    """What ``among`` names, read of both sides; None if one of them has no such fact, which is then told."""
    pairs = []
    for index in range(len(spec.among)):
        own = binder.expression("among", index, expected=None)
        its = binder.expression("among", index, of=about, expected=None) if own else None
        if own is None or its is None:
            return None
        pairs.append((own, its))
    return tuple(pairs)


def _incomplete(spec: FactSpec, binder: TextBinder, where: Expression | None, take: Expression | None) -> bool:
    """Whether a text of the fact failed to bind, or one that its way needs is left out."""
    lacks_take = take is None and spec.way in ("sum", "mean", "max", "min", "distinct")
    if lacks_take and spec.take is None:
        binder.report("SR151", spec.way, way=spec.way)
    broken_where = where is None and spec.where is not None
    broken_take = take is None and spec.take is not None
    return lacks_take or broken_where or broken_take


def _date(row: Row) -> Value:
    return row.source["date"]


def _type(spec: FactSpec, take: Expression | None) -> Type:
    if spec.way in ("count", "distinct", "sum", "mean"):
        return NUMBER
    if spec.way in ("any", "every"):
        return BOOL
    return take.checked.type if take else DATE


@dataclass(frozen=True, slots=True, eq=False)
class _Chooser:
    """Finds the records that a fact of a row takes into account."""

    spec: FactSpec
    counted: str
    via: str
    where: Expression | None
    by: Expression | None
    alike: Alike

    def __call__(self, row: Row) -> list[tuple[Row, bool | None]]:
        judged = ((record, self._verdict(row, record)) for record in self._candidates(row))
        keep_false = self.spec.way == "every"
        return [(record, verdict) for record, verdict in judged if keep_false or verdict is not False]

    def own(self, row: Row) -> tuple[Value, ...]:
        """What must be equal for a record to count, as read of the subject; None where it is not known exactly."""
        return tuple(_exact(own.fast(row)) for own, _ in self.alike)

    def _candidates(self, row: Row) -> Iterable[Row]:
        if self.alike and (self.counted == PEERS or (not self.via and row.day is None)):
            return self._possibly_alike(row)
        return self._all(row)

    def _possibly_alike(self, row: Row) -> Iterable[Row]:
        """The records that may be like the subject, in order."""
        own, memo = self.own(row), row.world.memo
        if None in own:
            return self._all(row)
        key = (self, row.period)
        groups = memo.get(key)
        if groups is None:
            groups = memo[key] = self._groups(row)
        # Those of which something is unknown lie under None: they may be like anyone.
        fitting = groups.get(own, []) + groups.get(None, [])
        return [record for _, record in sorted(fitting, key=itemgetter(0))]

    def _groups(self, row: Row) -> dict[Any, list[tuple[int, Row]]]:
        """All records by what must be equal, each with its place in the order."""
        groups: dict[Any, list[tuple[int, Row]]] = {}
        for place, record in enumerate(self._all(row)):
            its = tuple(_exact(its.fast(record)) for _, its in self.alike)
            groups.setdefault(None if None in its else its, []).append((place, record))
        return groups

    def _all(self, row: Row) -> Iterator[Row]:
        world, day = row.world, row.day
        if self.counted == PEERS:
            yield from world.members(row)
            return
        records = world.children(self.counted, self.via, row.id) if self.via else world.of(self.counted)
        for record in records:
            happened = record.source["date"]
            if day is None:
                yield record
            elif not isinstance(happened, date) or happened <= day:
                yield record.at(day)

    def _verdict(self, row: Row, record: Row) -> bool | None:
        """Kleene's and of: in the window, among the peers asked for, as the condition says."""
        # Peers are met through the subject's own window; they are not in it by a date of theirs.
        windowed = self.spec.window is not None and self.counted != PEERS
        inside = self._inside(row, record) if windowed else True
        alike = _agree(row, record, self.alike) if self.alike else True
        if inside is False or alike is False:
            return False
        wanted = self.where.fast(record) if self.where else True
        if wanted is False:
            return False
        return True if inside and alike and wanted else None

    def _inside(self, row: Row, record: Row) -> bool | None:
        day = self.by.fast(record) if self.by else record.source["date"]
        if not isinstance(day, date):
            return None
        if self.spec.window and self.spec.window[0].isdigit():
            end = row.day or row.world.as_of
            return add_months(end, -int(self.spec.window.split()[0])) < day <= end
        period = row.period or row.world.current(self.spec.period or "year")
        return period.first <= day <= period.last


def _agree(row: Row, record: Row, alike: Alike) -> bool | None:
    """Kleene's and of the equalities; a number of which only the ends are known is unknown here."""
    pairs = [(_exact(own.fast(row)), _exact(its.fast(record))) for own, its in alike]
    if any(a != b for a, b in pairs if a is not None and b is not None):
        return False
    return None if any(a is None or b is None for a, b in pairs) else True


def _exact(value: Value) -> Value:
    return None if isinstance(value, Interval) else value
