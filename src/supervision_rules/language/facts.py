"""Derived facts: a named value from an expression, or from the records that belong to a subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Final, cast

from supervision_rules.calendar import PeriodKind, add_months, period_of
from supervision_rules.diagnostics import nearest
from supervision_rules.expressions import BOOL, DATE, NUMBER, Interval, Type, Value
from supervision_rules.expressions.functions import is_doubted, sought_in
from supervision_rules.expressions.values import conjunction
from supervision_rules.language.aggregates import AGGREGATES
from supervision_rules.language.binding import Expression, TextBinder
from supervision_rules.language.fact_spec import PEERS, FactSpec
from supervision_rules.language.links import link
from supervision_rules.language.reasons import open_to_doubt
from supervision_rules.world import Deriver, Row

_DAY: Final = timedelta(days=1)
_TAKEN: Final[Mapping[str, Type | tuple[Type, ...]]] = MappingProxyType(
    {"sum": NUMBER, "mean": NUMBER, "max": (NUMBER, DATE), "min": (NUMBER, DATE)}
)
"""What can be added up, and what has a greatest and a least; other ways take anything."""

Alike = tuple[tuple[Expression, Expression], ...]
"""What must be equal for a record to count: each as read of the fact's subject, and as read of the record."""


Doubter = Callable[[Row], bool]


def _none(row: Row) -> list[tuple[Row, bool | None]]:
    return []


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
    by: Expression | None = None
    tried: Callable[[Row], list[tuple[Row, bool | None]]] = _none
    """The records on which ``where`` is tried."""
    doubted: Doubter | None = None
    """Whether it is unknown if there is a record to take it from; None where that is always known."""

    @property
    def way(self) -> str:
        return self.spec.way

    @property
    def period(self) -> PeriodKind | None:
        return self.spec.period


def bind_fact(spec: FactSpec, binder: TextBinder) -> Fact | None:
    """``spec`` made computable, or None if something in it is wrong, which is then told."""
    if spec.way == "value":
        expression = binder.expression("value", of=spec.of, expected=None, if_zero=spec.if_zero)
        if expression is None:
            return None
        sought = sought_in(expression.checked.root)
        doubted = (lambda row: is_doubted(row, sought)) if sought else None
        return Fact(spec, expression.checked.type, expression.fast, _none, expression, doubted=doubted)
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
    take = binder.expression("take", of=about, expected=_TAKEN.get(spec.way), if_zero=spec.if_zero)
    by = binder.expression("by", of=about, expected=DATE)
    alike = _alike(spec, about, binder)
    if via is None or alike is None or _incomplete(spec, binder, where, take):
        return None
    choose, tried = (_Chooser(spec, counted, via, condition, by, alike) for condition in (where, None))
    value = take.fast if take else _date
    aggregate = AGGREGATES[spec.way]

    def derive(row: Row) -> Value:
        return aggregate(choose(row), value)

    shared = counted == PEERS or not via
    derive_once = _once(choose, derive) if shared else derive
    doubted = _doubter(choose) if spec.way in ("first", "last", "max", "min", "mean") else None
    return Fact(spec, _type(spec, take), derive_once, choose, take, where, alike, by, tried, doubted)


def _doubter(choose: _Chooser) -> Doubter:
    """Asked where the value is unknown: whether that is because it is unknown if a record counts."""
    way = choose.spec.way

    def doubted(row: Row) -> bool:
        verdicts = [sure for _, sure in choose(row)]
        decisive = {"first": verdicts[:1], "last": verdicts[-1:]}.get(way, verdicts)
        return None in decisive

    return doubted


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
        """Each with Kleene's and of: in the window, like the subject, as the condition says. Written out for speed.

        Where every record must be as the condition says, one that is so decides nothing, and one that is not does.
        """
        span, where, by = self._span(row), self.where and self.where.fast, self.by and self.by.fast
        chosen, every = [], self.spec.way == "every"
        for record in self._candidates(row):
            sure: Any = True
            if span is not None:
                day: Any = by(record) if by else record.source["date"]
                sure = self._undated(record) if day is None else span[0] <= day <= span[1]
            if self.alike and sure is not False:
                sure = conjunction((sure, _agree(row, record, self.alike)))
            if sure is False:
                continue
            if where:
                wanted = where(record)
                sure = wanted if sure or wanted is every else None
            if every or sure is not False:
                chosen.append((record, sure))
        return chosen

    def _undated(self, record: Row) -> bool | None:
        """Whether a record without a day of its own lies in a window: not, if what gives the day has not happened."""
        return None if self.by is None or open_to_doubt(self.by, record) else False

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

    def _all(self, row: Row) -> Iterable[Row]:
        world, day = row.world, row.day
        if self.counted == PEERS:
            return world.members(row)
        records = world.children(self.counted, self.via, row.id) if self.via else world.dated(self.counted)
        return records if day is None else _by(day, records)

    def _span(self, row: Row) -> tuple[date, date] | None:
        """The first and the last day of the window; None where there is none.

        It is the one in which the row stands: at the day of its history, or at the end of the window that it is
        looked at through. Peers are met through that window; they are not in it by a date of theirs.
        """
        if self.spec.window is None or self.counted == PEERS:
            return None
        seen, as_of = row.period, row.world.as_of
        if seen is not None and seen.kind == self.spec.period:
            return seen.first, seen.last
        end = row.day or (as_of if seen is None else min(seen.last, as_of))
        if self.spec.period is None:
            return add_months(end, -int(self.spec.window.split()[0])) + _DAY, end
        period = period_of(end, self.spec.period)
        return period.first, period.last


def _by(day: date, records: Iterable[Row]) -> Iterator[Row]:
    """The records that had happened by ``day``, as of it; those without a date too."""
    for record in records:
        happened: Any = record.source["date"]
        if happened is None or happened <= day:
            yield record.at(day)


def _agree(row: Row, record: Row, alike: Alike) -> bool | None:
    """Kleene's and of the equalities; a number of which only the ends are known is unknown here."""
    pairs = [(_exact(own.fast(row)), _exact(its.fast(record))) for own, its in alike]
    if any(a != b for a, b in pairs if a is not None and b is not None):
        return False
    return None if any(a is None or b is None for a, b in pairs) else True


def _exact(value: Value) -> Value:
    return None if isinstance(value, Interval) else value
