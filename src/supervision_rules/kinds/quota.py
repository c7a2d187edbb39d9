"""Quotas, judged and not awarded: how many of each class were put forward for one set, and who is in excess."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from pydantic import Field as Key
from pydantic import model_validator

from supervision_rules.constructs.alternatives import only_beside
from supervision_rules.constructs.boxes import Points, numeric
from supervision_rules.constructs.events import members
from supervision_rules.constructs.groups import Group, Listed, QuotaGroup, bind_groups, tell_nested
from supervision_rules.constructs.nominees import PLACES, Nomination, Nominee, Sorted, names, nominee, placed
from supervision_rules.constructs.placing import is_written
from supervision_rules.constructs.ranks import Field, amount
from supervision_rules.expressions import NUMBER, Number, Numeric, Value, interval
from supervision_rules.expressions.exact import minus
from supervision_rules.expressions.values import conjunction, ends, negation
from supervision_rules.findings import EACH, NOMINATIONS, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import link
from supervision_rules.language.reasons import MAX_RECORDS, of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Row, World

NO_END: Final = Decimal("Infinity")


class QuotaSpec(RuleSpec):
    """名额：一个项目提出的各类对象是否超额，超出的是谁。"""

    kind: Literal["quota"]
    """规则种类"""
    of: RecordType
    """按哪一类记录分别判定，如 project（每个激励项目）"""
    when: Condition = True
    """对其中哪些"""
    exempt: Condition | None = None
    """其中哪些不受名额限制"""
    members: RecordType
    """提名的记录类型，如 nomination"""
    via: str | None = None
    """提名用哪个字段指向项目"""
    where: Condition | None = None
    """哪些提名算数"""
    left_out: Condition | None = None
    """哪些提名已被取消（如经同意否决）"""
    vacancy: Literal["empty", "refill"] = "empty"
    """取消后的名额：空着不递补（empty），还是由后面的递补（refill）"""
    order: str | None = None
    """按什么数从高到低入选，如 score；不写则超额时不能确定是谁"""
    then: list[str] = []
    """相同的再按什么数从高到低，依次比较，都相同的才依 ties，如 [key_tasks]；要从低到高的写负号"""
    if_zero: Points | None = None
    """式子中的除数为零时，商作多少"""
    ties: Literal["undetermined", "list_order", "all_out"] = "undetermined"
    """名额边上分数相同的：不能确定是谁（undetermined）、按提名先后（list_order）、都不入选（all_out）"""
    name: str | None = None
    """结果中用提名的哪个字段称呼对象，如 unit；不写则用提名的编号"""
    groups: list[QuotaGroup] = Key(min_length=1)
    """各类对象及其名额"""

    @model_validator(mode="after")
    def _beside(self) -> QuotaSpec:
        only_beside(self, "order", "then")
        return self


@dataclass(frozen=True, slots=True)
class Quota:
    """A quota bound to the declarations."""

    info: RuleInfo
    spec: QuotaSpec
    via: str
    when: Expression
    exempt: Expression | None
    where: Expression | None
    left_out: Expression | None
    order: tuple[Expression, ...]
    """What they go in by, then what tells equals apart."""
    groups: tuple[Group, ...]

    def run(self, world: World) -> Iterator[Finding]:
        for row in world.of(self.spec.of):
            if self.when.fast(row) is not False:
                for index, group in enumerate(self.groups):
                    parts = group.parts(members(row, self.spec.members, self.via))
                    if group.each is not None and not self._members(group, parts.get(None, ())):
                        parts.pop(None, None)  # of which it is unknown whose they are, none may count
                    yield from (self._judge(row, index, part, parts[part]) for part in parts)

    def _judge(self, row: Row, index: int, part: Value, listed: Sequence[Listed]) -> Finding:
        group = self.groups[index]
        members, quota = self._members(group, listed), group.quota(row, listed)
        bounds = self._bounds(row, group, quota)
        nominated = interval(sum(member.counts is True for member in members), len(members))
        excess, places = _excess(nominated, bounds), self._sort(members, bounds)
        state = _state(excess)
        detail: Detail = (("group", group.spec.id), *_part(group, part), ("quota", quota), ("nominated", nominated))
        detail += tuple((place, names(places, place)) for place in PLACES)
        detail += ((NOMINATIONS, placed(places)),)
        repeated = tuple(member.name for member in members if member.counted > 1)
        detail += (("repeated", repeated),) if repeated else ()
        detail += (("exempt", True),) if _truth(self.exempt, row, False) is True else ()
        clear = state is State.WITHIN and not names(places, "undetermined")
        lack = () if clear else self._lacking(row, group, listed, places, state)
        return Finding(self.info, str(row["id"]), state, None, excess, index, None, detail, lack)

    def _bounds(self, row: Row, group: Group, quota: Numeric | None) -> tuple[Number, Number]:
        """The least and the most that may be put forward: without end where no quota holds, or may not hold."""
        free = _truth(self.exempt, row, False)
        if free is True:
            return (NO_END, NO_END)
        share = group.spec.share
        least, most = ends(quota) if quota is not None else (share.least if share else 0, NO_END)
        return (least, most if free is False and self.when.fast(row) is True else NO_END)

    def _members(self, group: Group, listed: Sequence[Listed]) -> list[Nominee]:
        """Those put forward in the group, and those who may be, in the order of the list."""
        named: dict[Value, list[Nomination]] = {}
        for place, record, belongs in listed:
            left_out = _truth(self.left_out, record, False)
            counts = conjunction((belongs, _truth(self.where, record, True), _truth(group.when, record, True)))
            if self.spec.vacancy == "refill":
                counts = conjunction((counts, negation(left_out)))
            if counts is not False:
                score = amount([numeric(each.fast(record)) for each in self.order], "high") if self.order else (0, 0)
                nomination = Nomination(record, place, score, counts, left_out)
                named.setdefault(record[self.spec.name or "id"], []).append(nomination)
        by_place = self.spec.ties == "list_order"
        return [nominee(str(name), nominations, by_place) for name, nominations in named.items()]

    def _sort(self, members: list[Nominee], bounds: tuple[Number, Number]) -> Sorted:
        sure = [member.amount for member in members if member.counts]
        field = Field.of(sure, [member.amount for member in members if not member.counts])
        return tuple((member, self._place(member, field, *bounds)) for member in members)

    def _place(self, member: Nominee, field: Field, least: Number, most: Number) -> str:
        if not member.counts:
            return "undetermined"
        if field.maybe_level(member.amount) <= least:
            return {True: "vacated", False: "admitted", None: "undetermined"}[member.left_out]
        above = field.surely_above(member.amount)
        if self.spec.ties == "all_out":
            above = field.surely_level(member.amount) - (member.amount[0] == member.amount[1])
        return "excess" if above >= most else "undetermined"

    def _lacking(
        self, row: Row, group: Group, listed: Sequence[Listed], places: Sorted, state: State
    ) -> tuple[str, ...]:
        """The facts that would decide the state, or the names."""
        found: dict[str, None] = {}
        if state is State.UNDETERMINED:
            found |= dict.fromkeys(lacking(row, self.when, self.exempt))
            for about in group.asked(row, listed):
                found |= dict.fromkeys(lacking(about, group.of))
        for member, place in places:
            several = (self.where, group.when, group.each) if len(member.rows) > 1 else ()
            open_ = (*several, *self.order, self.left_out) if place == "undetermined" else ()
            asked = (self.where, group.when, group.each) if member.counts is None else open_
            for record in member.rows:
                found |= dict.fromkeys(lacking(record, *asked))
        return tuple(found)[:MAX_RECORDS]

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        group = self.groups[finding.case or 0]
        part: Any = dict(finding.detail).get(EACH)
        listed = group.parts(members(row, self.spec.members, self.via))[part]
        quota = group.quota(row, listed)
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        parts += [reason("quota-exempt", of_expression(self.exempt, row))] if self.exempt is not None else []
        share = (of_expression(group.of, group.asked(row, listed)[0]),) if group.of else ()
        named = {"label": group.spec.label, "words": group.spec.words}
        parts.append(reason("quota-quoted" if group.spec.words else "quota-number", *share, quota=quota, **named))
        places = self._sort(self._members(group, listed), self._bounds(row, group, quota))
        best_first = sorted(places, key=lambda pair: pair[0].amount[1], reverse=True)
        parts += [part for pair in best_first[:MAX_RECORDS] for part in self._explain_member(*pair)]
        counted = {"nominated": dict(finding.detail)["nominated"], "quota": quota, "excess": finding.value}
        return (*parts, reason(f"quota-{finding.state}", **counted))

    def _explain_member(self, member: Nominee, place: str) -> Iterator[Explanation]:
        """Its place, by its first nomination; then the others."""
        read = (*self.order, None if member.left_out is False else self.left_out)
        phrase = "quota-doubtful" if place == "undetermined" else f"quota-{place}"
        for record in member.rows:
            shown = [of_expression(expression, record) for expression in read if expression is not None]
            words = {"member": member.name, "name": self.spec.name, "type": record.type, "id": record["id"]}
            yield reason(phrase, *shown, **words)
            phrase = "quota-repeated"


def _truth(expression: Expression | None, row: Row, default: bool) -> bool | None:
    if expression is None:
        return default
    value = expression.fast(row)
    return value if isinstance(value, bool) else None


def _part(group: Group, part: Value) -> Detail:
    """What a quota is for, where there is one for each."""
    return () if group.each is None else ((EACH, part),)


def _excess(nominated: Numeric, bounds: tuple[Number, Number]) -> Numeric:
    """How many more were put forward than the quota, none where it was kept."""
    (few, many), (least, most) = ends(nominated), bounds
    return interval(_beyond(few, most), _beyond(many, least))


def _beyond(number: Number, bound: Number) -> Number:
    over = minus(number, bound) if bound < NO_END else 0
    return over if over is not None and over > 0 else 0


def _state(excess: Numeric) -> State:
    low, high = ends(excess)
    return State.WITHIN if high == 0 else State.OVER if low > 0 else State.UNDETERMINED


def bind(spec: QuotaSpec, binder: Binder) -> Quota | None:
    via = link(binder, spec.members, spec.of, spec.via, "members")
    if via == "":  # a nomination is always for one set
        binder.report("SR302", "via", counted=spec.members, of=spec.of, fields=spec.of)
    when, exempt = binder.condition("when"), binder.expression("exempt")
    where, left_out = binder.expression("where", of=spec.members), binder.expression("left_out", of=spec.members)
    order = binder.expression("order", of=spec.members, expected=NUMBER)
    then = [binder.expression("then", index, of=spec.members, expected=NUMBER) for index in range(len(spec.then))]
    known_name = spec.name is None or binder.expression("name", of=spec.members, expected=None) is not None
    groups = bind_groups(spec.groups, spec.members, binder)
    if spec.order is not None:
        tell_nested(spec.groups, binder)
    optional = {"exempt": exempt, "where": where, "left_out": left_out, "order": order}
    broken = any(expression is None and is_written(binder, name) for name, expression in optional.items())
    keys = tuple(each for each in (order, *then) if each is not None)
    broken |= len(keys) < len(then) + (order is not None)
    if not via or when is None or broken or not known_name or groups is None:
        return None
    return Quota(binder.info, spec, via, when, exempt, where, left_out, keys, groups)


KIND = Kind(
    model=QuotaSpec,
    label=("名额", "quota"),
    subject=lambda spec: spec.of,
    bind=bind,
    gives=frozenset({"breached", "within"}),
    members=lambda spec: (spec.members, spec.via),
)
