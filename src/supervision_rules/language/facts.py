"""Derived facts: a named value from an expression, or from the records that belong to a subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from supervision_rules.calendar import PeriodKind
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, named
from supervision_rules.expressions import BOOL, DATE, NUMBER, Type, Value
from supervision_rules.expressions.types import any_of
from supervision_rules.language.aggregates import AGGREGATES, BY_LEVEL, ENDS, ORDERED, RUN, extreme_level
from supervision_rules.language.before import Before
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.bounds import Bounds
from supervision_rules.language.choosing import Alike, Choice, Chooser
from supervision_rules.language.day_by import DayBy, bind_day_by
from supervision_rules.language.dividing import divisors_in, may_be_zero
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import (
    ALL_PEERS,
    EARLIER,
    MISSING,
    OF_ITS_OWN,
    PEERS,
    PERIODS,
    WORKDAYS,
    FactSpec,
)
from supervision_rules.language.links import link
from supervision_rules.language.missing import OF_SOMETHING, open_to_doubt
from supervision_rules.language.results import is_last
from supervision_rules.language.seen import PLAIN, Sight, together
from supervision_rules.language.sharing import Sharing
from supervision_rules.language.valueless import is_valueless
from supervision_rules.world import Deriver, Row

TAKEN: Final[Mapping[str, Type | tuple[Type, ...]]] = MappingProxyType(
    {"sum": NUMBER, "mean": NUMBER, "max": (NUMBER, DATE), "min": (NUMBER, DATE)}
)
"""What can be added up, and what has a greatest and a least; other ways take anything."""

_DAYS: Final = ("window", "since", "until")
"""The keys that choose records by a day."""

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
    by: DayBy | None = None
    since: Expression | None = None
    until: Expression | None = None
    tried: Callable[[Row], list[tuple[Row, bool | None]]] = _none
    """The records on which ``where`` is tried."""
    sight: Sight = PLAIN
    """What a record sees of it that names its subject."""
    doubted: Doubter | None = None
    """Whether it is unknown if there is a record to take it from; None where that is always known."""
    via: str = ""
    """The field by which its records name the subject; empty where they do not, or may be anyone's."""
    sharing: Sharing | None = None
    """What of its records counts in which version of a document; None of a plain expression."""

    @property
    def way(self) -> str:
        return self.spec.way

    @property
    def counted(self) -> str:
        """What it is made from: a type or kind of record, the row's peers, its periods; of a plain expression, that."""
        return str(getattr(self.spec, self.spec.way))

    @property
    def period(self) -> PeriodKind | None:
        return self.spec.period

    def undated(self, row: Row, record: Row) -> tuple[Row, ...]:
        """Of the fact's row and one of its records those whose date, which is not known, tells whether this counts."""
        spec = self.spec
        from_its_day = (self.counted == EARLIER and self.by is None) or spec.of_anyone
        bounds = (spec.window, spec.since, spec.until)
        by_day = (
            self.counted == EARLIER or from_its_day or spec.way in ORDERED or any(bound is not None for bound in bounds)
        )
        asked = ((row, from_its_day), (record, by_day and self.by is None))
        return tuple(each for each, tells in asked if tells and each.undated)


def bind_fact(spec: FactSpec, binder: TextBinder, others: Mapping[str, Fact]) -> Fact | None:
    """``spec`` made computable, or None if something in it is wrong, which is then told.

    ``others`` are the facts of its record type that it may use.
    """
    if spec.way == "value":
        expression = binder.expression("value", of=spec.of, expected=None)
        if expression is None:
            return None
        doubted = _doubter_of_value(spec, expression)
        used = (others[name] for name in expression.checked.names if name in others)
        sight = together(fact.sight for fact in used)
        return Fact(spec, expression.checked.type, expression.fast, _none, expression, sight=sight, doubted=doubted)
    return _bind_aggregate(spec, binder)


def _doubter_of_value(spec: FactSpec, expression: Expression) -> Doubter | None:
    """Asked where the value is unknown: whether there may be something that it is taken from, or a quotient."""
    doubted = expression.doubted
    divisors = divisors_in(expression.checked.root) if spec.if_zero == MISSING else ()
    if not divisors:
        return doubted
    return lambda row: (doubted is not None and doubted(row)) or any(may_be_zero(divisor(row)) for divisor in divisors)


def _bind_aggregate(spec: FactSpec, binder: TextBinder) -> Fact | None:
    counted = getattr(spec, spec.way)
    about = spec.of if counted in OF_ITS_OWN else counted
    if not binder.declarations.exists(about):
        binder.report("SR301", spec.way, name=counted, hint=binder.declarations.meant(counted, OF_ITS_OWN))
        via = None
    else:
        via = "" if counted in OF_ITS_OWN else link(binder, counted, spec.of, spec.via, spec.way)
    if counted == WORKDAYS:
        binder.counts_workdays()
    where = binder.expression("where", of=about)
    take = binder.expression("take", of=about, expected=TAKEN.get(spec.way))
    by = bind_day_by(binder, about, spec.period)
    since, until = (binder.expression(key, expected=DATE, of=spec.of) for key in ("since", "until"))
    _tell_idle_day(spec, binder)
    alike = _alike(spec, about, binder)
    broken = (by is None and spec.by is not None) or any(
        bound is None and written is not None for bound, written in ((since, spec.since), (until, spec.until))
    )
    incomplete = _incomplete(spec, binder, where, take) or broken
    if via is None or alike is None or incomplete:
        return None
    limits = tuple((bound, begins) for bound, begins in ((since, True), (until, False)) if bound is not None)
    windowed = binder.declarations.looks_through(about, (where, take, by, *(its for _, its in alike)))
    stock = spec.window is None and binder.declarations.turns(about, (where, take, by, *(its for _, its in alike)))
    bounds = Bounds(spec, counted, by, limits)
    sharing = Sharing(spec, counted, via, by, where, take)
    choose, tried = (
        Chooser(spec, counted, via, condition, by, bounds, alike, windowed, stock, sharing)
        for condition in (where, None)
    )
    taken = where if spec.way == RUN else take
    value = taken.fast if taken else by.fast if by else _date
    by_level = take is not None and spec.way in BY_LEVEL
    aggregate = extreme_level(take.checked.type.levels, spec.way) if take and by_level else AGGREGATES[spec.way]

    def chosen(row: Row) -> list[tuple[Row, bool | None]]:
        """Without those that have nothing to be taken of, and those of which that has not happened."""
        kept = choose(row)
        if take is None or spec.way not in TAKEN:
            return kept
        return [each for each in kept if value(each[0]) is not None or _may_be_taken(take, each[0])]

    before = Before.of(choose)

    def derive(row: Row) -> Value:
        counted = before(row) if before is not None else None
        if counted is not None:
            return counted
        found = aggregate(choose(row), value)
        return aggregate(chosen(row), value) if found is None and spec.way in TAKEN else found

    shared = counted == PEERS or not (via or limits or counted in OF_ITS_OWN)
    derive_once = _once(choose, derive) if shared else derive
    doubted = _doubter(choose, chosen, take) if spec.way in OF_SOMETHING else _always
    sight = Sight(spec.period, spec.rolling)
    type_ = _type(spec, take)
    return Fact(
        spec, type_, derive_once, chosen, take, where, alike, by, since, until, tried, sight, doubted, via, sharing
    )


def _tell_idle_day(spec: FactSpec, binder: TextBinder) -> None:
    """Tell ``by`` where no days are chosen, by any option, and nothing hangs on the order of the records."""
    ordered = spec.way in ORDERED or getattr(spec, spec.way) == EARLIER
    if spec.by is not None and not ordered and not any(map(binder.at, _DAYS)):
        binder.report("SR161", "by", key="by", beside=named(_DAYS))


def _doubter(choose: Chooser, chosen: Callable[[Row], list[Choice]], take: Expression | None) -> Doubter:
    """Asked where the value is unknown: whether that is because it is unknown if a record counts, or what is taken of
    one that does: there is a mean, or a worst light, though nobody knows which."""
    way = choose.spec.way

    def doubted(row: Row) -> bool:
        found = choose(row)
        decisive = {"first": found[:1], "last": found[-1:]}.get(way)
        if any(sure is None for _, sure in (found if decisive is None else decisive)):
            return True
        if way in TAKEN:  # what has nothing to be taken is not among the chosen
            return take is not None and any(take.fast(record) is None for record, _ in chosen(row))
        taken = chosen(row) if decisive is None else decisive
        return take is not None and any(_is_open(take, record, way) for record, _ in taken)

    return doubted


def _may_be_taken(take: Expression, record: Row, *, planned: bool = False) -> bool:
    """Whether there is, or may be, what is taken of a record, though it is unknown: the day of an event has not
    happened, a planned one may be any; with ``planned``, one that is left blank is not set."""
    if take.checked.type == NUMBER:
        return not is_valueless(take.trace(record), record)
    return open_to_doubt(take, record, planned=planned)


def _is_open(take: Expression, record: Row, way: str) -> bool:
    """Whether what is taken of a record is unknown, but not because there is nothing to be taken."""
    if take.fast(record) is not None:
        return False
    return (
        way in BY_LEVEL
        or _may_be_taken(take, record, planned=True)
        or (take.doubted is not None and take.doubted(record))
    )


def _always(row: Row) -> bool:
    """There is always a count: one that is unknown is not lacking."""
    return True


def _once(choose: Chooser, derive: Deriver) -> Deriver:
    """``derive``, computed once for all subjects that are alike: they take the same records into account.

    Of peers it is known for the last day of a history only.
    """

    def derive_once(row: Row) -> Value:
        if row.day is not None and choose.counted in ALL_PEERS and not is_last(row, row.day):
            return None
        if row.day is not None and choose.counted not in ALL_PEERS:
            return derive(row)
        day = row.source["date"] if choose.bounds.at_its_own_day(row) else None
        memo, key = row.world.memo, (derive, row.period, day, choose.own(row), choose.sharing.whole(row))
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
    undated = ENDS if getattr(spec, spec.way) in PERIODS else ()
    lacks_take = take is None and spec.way in ("sum", "mean", "max", "min", "distinct", *BY_LEVEL, *undated)
    if lacks_take and spec.take is None:
        binder.report("SR151", spec.way, way=spec.way)
    broken_where = where is None and spec.where is not None
    broken_take = take is None and spec.take is not None
    if take is not None and spec.way in BY_LEVEL and take.checked.type.kind != "enum":
        expected = Bilingual("选项", "an enumeration")
        binder.report("SR232", "take", found=any_of([take.checked.type]), expected=expected, why=NOTHING, mend=NOTHING)
        return True
    return lacks_take or broken_where or broken_take


def _date(row: Row) -> Value:
    return row.source["date"]


def _type(spec: FactSpec, take: Expression | None) -> Type:
    if spec.way in ("count", RUN, "ordinal", "distinct", "sum", "mean"):
        return NUMBER
    if spec.way in ("any", "every"):
        return BOOL
    return take.checked.type if take else DATE
