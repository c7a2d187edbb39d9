"""The groups of a quota: who belongs to one, and how many may be put forward, as a number or as a share of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import Field as Key
from pydantic import model_validator

from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.boxes import Points, numeric, over_ends
from supervision_rules.constructs.scaling import ROUNDING, Round
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions import NUMBER, Interval, Number, Numeric, Value, interval
from supervision_rules.expressions.exact import rounded
from supervision_rules.expressions.values import divide, ends, multiply
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.spec import Condition, Spec
from supervision_rules.world import Row


class ShareSpec(Spec):
    """名额按比例计算。"""

    percent: Points = Key(ge=0, le=100)
    """百分之几"""
    of: str
    """谁的百分之几：关于这一组的数，如派生事实 townships；写了 each 的，关于提名的数，如 unit_alike"""
    round: Round
    """不足一个时：down 舍去，up 进一，half_up 四舍五入"""
    least: int = Key(default=0, ge=0)
    """至少几个"""


class QuotaGroup(Spec):
    """一类对象的名额：at_most 写个数，share 写比例，二者写一个。"""

    id: str = Key(pattern=r"^[a-z][a-z0-9_-]*$", max_length=100)
    """这一类的代号"""
    label: str
    """名称"""
    when: Condition = True
    """哪些对象属于这一类；不写的，全部"""
    each: str | None = None
    """按提名的什么各算各的，如 unit_parent（每个市各有这么多名额）；不写的，合起来算"""
    at_most: Annotated[int, Key(ge=0)] | str | None = None
    """至多几个：一个数，或关于这一组的一个式子，如派生事实 places；写了 each 的，式子是关于提名的"""
    share: ShareSpec | None = None
    """至多占百分之几"""
    words: str | None = None
    """这一类名额的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_of_two(self) -> QuotaGroup:
        exactly_one(self, "at_most", "share")
        return self


class Listed(NamedTuple):
    """A nomination with its place on the list, from 0."""

    place: int
    record: Row
    belongs: bool | None
    """Whether it belongs to the part that it is listed in; None where that is unknown."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group bound to the declarations."""

    spec: QuotaGroup
    when: Expression
    each: Expression | None
    of: Expression | None
    """The number, or what the share is a share of, asked of the set; with ``each`` of the nominations, which tell what
    their quota is for. None where the number is stated."""

    def parts(self, listed: Sequence[Row]) -> dict[Value, list[Listed]]:
        """The nominations by what each quota is for. One of which that is unknown may belong to any of them, or to one
        of its own, which stands under None; without ``each`` all stand there."""
        if self.each is None:
            return {None: [Listed(place, record, True) for place, record in enumerate(listed)]}
        values = [self._value(record) for record in listed]
        parts: dict[Value, list[Listed]] = {value: [] for value in sorted(set(values), key=str)}
        for place, (record, value) in enumerate(zip(listed, values, strict=True)):
            for part in parts if value is None else (value,):
                parts[part].append(Listed(place, record, None if value is None else True))
        return parts

    def _value(self, record: Row) -> Value:
        value = self.each.fast(record) if self.each is not None else None
        return None if isinstance(value, Interval) else value

    def quota(self, row: Row, listed: Sequence[Listed]) -> Numeric | None:
        """How many of those ``listed`` may be put forward for the set ``row``; None where that is unknown."""
        share, stated = self.spec.share, self.spec.at_most
        if self.of is None:
            return stated if isinstance(stated, int) else None
        given = self._given(self.of, row, listed)
        if share is None:
            return None if given is None else over_ends(given, lambda value: max(0, int(value // 1)))
        whole = divide(multiply(given, share.percent), 100)
        return None if whole is None else over_ends(whole, lambda value: _whole(value, share))

    def asked(self, row: Row, listed: Sequence[Listed]) -> list[Row]:
        """What tells the number: of several nominations all that surely belong, which are to say the same."""
        if self.each is None:
            return [row]
        return [each.record for each in listed if each.belongs] or [each.record for each in listed]

    def _given(self, of: Expression, row: Row, listed: Sequence[Listed]) -> Numeric | None:
        found = [numeric(of.fast(each)) for each in self.asked(row, listed)]
        known = [ends(each) for each in found if each is not None]
        if len(known) < len(found) or not known:
            return None
        return interval(min(low for low, _ in known), max(high for _, high in known))


def _whole(value: Number, share: ShareSpec) -> int:
    return max(share.least, int(rounded(value, 0, ROUNDING[share.round]) or 0))


def bind_groups(groups: Sequence[QuotaGroup], members: str, binder: Binder) -> tuple[Group, ...] | None:
    """Those of a rule, for nominations of the type ``members``; None if one of them is wrong, which is told."""
    bound = [_bind_group(groups, index, members, binder) for index in range(len(groups))]
    sound = tuple(group for group in bound if group is not None)
    return sound if len(sound) == len(groups) else None


def _bind_group(groups: Sequence[QuotaGroup], index: int, members: str, binder: Binder) -> Group | None:
    path, spec = ("groups", index), groups[index]
    if spec.id in {group.id for group in groups[:index]}:
        binder.report("SR303", *path, "id", what=spec.id, whose=NOTHING)
    when = binder.condition(*path, "when", of=members)
    each = binder.expression(*path, "each", of=members, expected=None)
    if each is None and spec.each is not None:
        return None
    about = None if each is None else members
    if isinstance(spec.at_most, str):
        of = binder.expression(*path, "at_most", of=about, expected=NUMBER)
        return Group(spec, when, each, of) if when and of else None
    if spec.at_most is not None:
        binder.number(spec.at_most, *path, "at_most")
    if spec.share is None:
        return Group(spec, when, each, None) if when else None
    binder.number(spec.share.percent, *path, "share", "percent", measure="per cent")
    binder.number(spec.share.least, *path, "share", "least")
    of = binder.expression(*path, "share", "of", of=about, expected=NUMBER)
    return Group(spec, when, each, of) if when and of else None


def tell_nested(groups: Sequence[QuotaGroup], binder: Binder) -> None:
    """Tell groups that take in all others: who is in excess in one of these takes a place there all the same."""
    for index, group in enumerate(groups if len(groups) > 1 else ()):
        if group.when is True:
            binder.report("SR357", "groups", index, label=group.label)
