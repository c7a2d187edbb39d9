"""Rankings: the place of each unit among those of its category, with a stated rule for ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pydantic import Field as Keyword

from supervision_rules.calendar import Period, PeriodKind
from supervision_rules.constructs.boxes import Points, numeric
from supervision_rules.constructs.ranks import Amount, Field, amount
from supervision_rules.expressions import NUMBER, Interval, Numeric, Value, interval
from supervision_rules.expressions.tree import Call
from supervision_rules.expressions.values import conjunction
from supervision_rules.findings import FROM_END, SIZE, UNSURE, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import MAX_RECORDS, of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.language.valueless import is_valueless
from supervision_rules.world import Row, World, judges


class RankingSpec(RuleSpec):
    """排名：在同类中按某个数排出名次。"""

    kind: Literal["ranking"]
    """规则种类"""
    of: RecordType = "unit"
    """给谁排名"""
    window: PeriodKind | None = None
    """按日、周、旬、半月、月、季、半年、年排；不写则不分时段"""
    when: Condition = True
    """其中哪些参加排名"""
    by: str
    """按什么数排，如 points("annual-score")"""
    then: list[str] = []
    """相同的再按什么数排，依次比较，都相同的才并列，如 [closed_matters]；先后和 order 一样，要反过来的写负号"""
    if_zero: Points | None = None
    """式子中的除数为零时，商作多少"""
    within: list[str] = []
    """在哪些字段都相同的一类中排，如 [category]"""
    order: Literal["high", "low"] = "high"
    """高者在前（high）还是低者在前（low）"""
    ties: Literal["competition", "dense"] = "competition"
    """相同的怎样排：competition 为 1、1、3，dense 为 1、1、2"""
    first: int | None = Keyword(default=None, ge=1)
    """前几名另行标出"""
    last: int | None = Keyword(default=None, ge=1)
    """后几名另行标出"""


Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    row: Row
    values: tuple[Numeric | None, ...]
    """The number it is ranked by, then those that tell equals apart."""
    order: str
    amount: Amount
    sure: bool
    """Whether it is known that it takes part."""
    group: Key
    """The values that make its category, None among them is unknown."""

    @property
    def exact(self) -> bool:
        return bool(self.amount[0] == self.amount[1])

    @property
    def reverse(self) -> Amount:
        """The amount as seen from the bottom."""
        return amount(self.values, "low" if self.order == "high" else "high")

    @property
    def detail(self) -> Detail:
        """What it is ranked by, as findings tell it."""
        first, *then = self.values
        return (
            *(() if self.sure else ((UNSURE, True),)),
            ("value", first),
            *((("then", tuple(then)),) if then else ()),
        )


@dataclass(slots=True)
class _Strays:
    """Those whose category is unknown, by the values that are known of it."""

    by_known: dict[tuple[int, ...], dict[Key, list[_Entry]]] = field(default_factory=dict)

    def add(self, entry: _Entry) -> None:
        known = tuple(place for place, value in enumerate(entry.group) if value is not None)
        alike = self.by_known.setdefault(known, {})
        alike.setdefault(tuple(entry.group[place] for place in known), []).append(entry)

    def possible(self, group: Key) -> list[_Entry]:
        """Those that may be of this category: what is known of theirs agrees."""
        asked = ((tuple(group[place] for place in known), alike) for known, alike in self.by_known.items())
        return [entry for key, alike in asked for entry in alike.get(key, ())]

    @property
    def all(self) -> Iterator[_Entry]:
        return (entry for alike in self.by_known.values() for entries in alike.values() for entry in entries)


@dataclass(frozen=True, slots=True)
class _Places:
    """How the members of one category stand to each other; those of unknown category may be among them."""

    down: Field
    up: Field
    size: Numeric
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ranking:
    """A ranking bound to the declarations."""

    info: RuleInfo
    spec: RankingSpec
    when: Expression
    by: Expression
    then: tuple[Expression, ...]
    within: tuple[Expression, ...]

    def run(self, world: World) -> Iterator[Finding]:
        groups, unplaced = self._groups(world)
        for (period, values), members in groups.items():
            strays = unplaced[period].possible(values) if period in unplaced else []
            places = self._places(members, strays)
            for entry in members:
                yield self._judge(entry, places)
        for found in unplaced.values():
            for entry in found.all:
                yield self._unplaced(entry)

    def _groups(
        self, world: World
    ) -> tuple[dict[tuple[Period | None, Key], list[_Entry]], dict[Period | None, _Strays]]:
        """Those who may take part, by window and category, and those whose category is unknown."""
        groups: dict[tuple[Period | None, Key], list[_Entry]] = defaultdict(list)
        unplaced: dict[Period | None, _Strays] = defaultdict(_Strays)
        order = self.spec.order
        for row in filter(judges, world.window(self.spec.of, self.spec.window)):
            applies = self.when.fast(row)
            if applies is False:
                continue
            numbers = tuple(numeric(each.fast(row)) for each in (self.by, *self.then))
            lacks = numbers[0] is None and is_valueless(self.by.trace(row), row)
            if lacks:
                continue
            values = tuple(_decided(expression.fast(row)) for expression in self.within)
            entry = _Entry(row, numbers, order, amount(numbers, order), applies is True and lacks is False, values)
            if None in values:
                unplaced[row.period].add(entry)
            else:
                groups[(row.period, values)].append(entry)
        return groups, unplaced

    def _places(self, members: list[_Entry], strays: list[_Entry]) -> _Places:
        build = Field.distinct if self.spec.ties == "dense" else Field.of
        sure = [entry for entry in members if entry.sure]
        doubtful = [entry for entry in members if not entry.sure] + strays
        down = build([entry.amount for entry in sure], [entry.amount for entry in doubtful])
        up = build([entry.reverse for entry in sure], [entry.reverse for entry in doubtful])
        size = interval(len(sure), len(sure) + len(doubtful))
        return _Places(down, up, size, self._missing(members, strays))

    def _missing(self, members: Iterable[_Entry], strays: Iterable[_Entry]) -> tuple[str, ...]:
        """The facts that would decide the places in doubt, the first of them."""
        found: dict[str, None] = {}
        for entry in strays:
            found |= dict.fromkeys(lacking(entry.row, *self.within))
        for entry in members:
            if not (entry.sure and entry.exact):
                found |= dict.fromkeys(lacking(entry.row, self.when, self.by, *self.then))
            if len(found) >= MAX_RECORDS:
                break
        return tuple(found)[:MAX_RECORDS]

    def _judge(self, entry: _Entry, places: _Places) -> Finding:
        """One that perhaps takes no part has, perhaps, no rank."""
        rank, from_end = _rank(places.down, entry.amount, entry), _rank(places.up, entry.reverse, entry)
        detail: Detail = (("group", entry.group), *entry.detail, (SIZE, places.size))
        detail += ((FROM_END, from_end if entry.sure else None), *self._named(entry, rank, from_end))
        lack = tuple(dict.fromkeys(self._open(entry, (rank, from_end), places)))
        if entry.sure and not isinstance(rank, Interval):
            return self._finding(entry.row, State.RANKED, rank, detail, lack)
        return self._finding(entry.row, State.UNDETERMINED, rank if entry.sure else None, detail, lack)

    def _open(self, entry: _Entry, ends: tuple[Numeric, Numeric], places: _Places) -> Iterator[str]:
        """The facts that would decide its place from either end; that from the one may be known, from the other not."""
        if not entry.sure or isinstance(ends[0], Interval):
            yield from lacking(entry.row, self.when, self.by, *self.then)
        if any(isinstance(end, Interval) for end in ends):
            yield from places.missing

    def _named(self, entry: _Entry, rank: Numeric, from_end: Numeric) -> Detail:
        """Whether it is among the first and the last ones asked for; None where that is in doubt."""
        named: list[tuple[str, object]] = []
        if self.spec.first is not None:
            named.append(("first", _at_most(rank, self.spec.first, entry)))
        if self.spec.last is not None:
            named.append(("last", _at_most(from_end, self.spec.last, entry)))
        return tuple(named)

    def _unplaced(self, entry: _Entry) -> Finding:
        return self._finding(entry.row, State.UNDETERMINED, None, entry.detail, lacking(entry.row, *self.within))

    def _finding(self, row: Row, state: State, rank: Numeric | None, detail: Detail, lack: tuple[str, ...]) -> Finding:
        day = row.period.last if row.period else None
        return Finding(self.info, str(row["id"]), state, day, rank, None, row.period, detail, lack)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        detail = dict(finding.detail)
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        parts += [of_expression(expression, row) for expression in self.within]
        parts += [of_expression(expression, row) for expression in (self.by, *self.then)]
        if finding.value is not None:
            places = {"above": finding.value - 1, SIZE: detail[SIZE], FROM_END: detail[FROM_END]}
            parts.append(reason("ranked", rank=finding.value, **places))
        return tuple(parts)


def _rank(field: Field, member: Amount, entry: _Entry) -> Numeric:
    """The best and the worst place that ``member`` can come to."""
    itself = 0 if entry.exact else 1
    return interval(1 + field.surely_above(member), 1 + field.maybe_above(member) - itself)


def _at_most(rank: Numeric, bound: int, entry: _Entry) -> bool | None:
    """Whether it is among so many; who perhaps takes no part is not surely among them."""
    return conjunction((entry.sure or None, rank <= bound))


def _decided(value: Value) -> Value:
    """A number of which only the ends are known is unknown as a category."""
    return None if isinstance(value, Interval) else value


def bind(spec: RankingSpec, binder: Binder) -> Ranking | None:
    when = binder.condition("when")
    by = binder.expression("by", expected=NUMBER)
    then = [binder.expression("then", index, expected=NUMBER) for index in range(len(spec.then))]
    within = [binder.expression("within", index, expected=None) for index in range(len(spec.within))]
    for name in ("first", "last"):
        number = getattr(spec, name)
        if number is not None:
            binder.number(number, name)
    if by is not None and "order" not in spec.model_fields_set:
        _tell_deducted(by, binder)
    bound, keys = (tuple(each for each in every if each is not None) for every in (within, then))
    if when is None or by is None or len(bound) < len(within) or len(keys) < len(then):
        return None
    return Ranking(binder.info, spec, when, by, keys, bound)


def _tell_deducted(by: Expression, binder: Binder) -> None:
    """Tell that the most points deducted come first where the order is left to the default."""
    root = by.checked.root
    if isinstance(root, Call) and root.function.name == "points" and root.literal in binder.declarations.deducting:
        binder.report("SR356", "by", rule=root.literal)


def _why_not(ranking: Ranking, row: Row) -> Iterator[Explanation]:
    """That it has nothing to be ranked by, if that is so."""
    if numeric(ranking.by.fast(row)) is None and is_valueless(ranking.by.trace(row), row):
        yield reason("unranked", of_expression(ranking.by, row))


KIND = Kind(
    model=RankingSpec,
    label=("排名", "ranking"),
    subject=lambda spec: spec.of,
    bind=bind,
    gives=frozenset({"rank", "rank_from_end", "ranked"}),
    why_not=_why_not,
)
