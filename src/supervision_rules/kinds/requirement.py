"""Requirements: a condition, or a list of contents, that a record or a unit (in a period) must meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.stating import States, bind_states, stated
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, Read, RuleSpec, Spec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import Identifier, RecordType
from supervision_rules.world import Row, World


class RequiredItem(Spec):
    """要求的一项内容。"""

    label: str
    """这一项的名称，缺少时列出"""
    require: Condition
    """怎样才算有这一项"""
    when: Condition = True
    """什么情形下才要求这一项"""
    words: str | None = None
    """这一项的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""


class RequirementSpec(RuleSpec):
    """要求：记录或单位应当符合的条件，或应当齐备的各项内容。"""

    kind: Literal["requirement"]
    """规则种类"""
    on: RecordType
    """对哪一类记录（或其一种）"""
    window: PeriodKind | None = None
    """按日、周、旬、半月、月、季、半年、年判定；记录从其日期起看各时段末日"""
    when: Condition = True
    """对其中哪些记录"""
    require: Condition | None = None
    """应当符合的条件"""
    items: list[RequiredItem] | None = Field(default=None, min_length=1)
    """应当齐备的各项内容；require 与 items 二者写一个"""
    if_zero: int | Decimal | None = None
    """条件中的除数为零时，商作多少"""
    states: list[Identifier] = []
    """结论里一并写明的事实，如比率和它的分子、分母"""

    @model_validator(mode="after")
    def _one_of_two(self) -> RequirementSpec:
        exactly_one(self, "require", "items")
        return self


@dataclass(frozen=True, slots=True)
class _Item:
    label: str
    words: str
    when: Expression
    require: Expression

    def verdict(self, row: Row) -> bool | None:
        """Kleene's "required where it applies"."""
        applies = self.when.fast(row)
        if applies is False:
            return True
        met = self.require.fast(row)
        if met is True:
            return True
        return False if met is False and applies is True else None


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement bound to the declarations."""

    info: RuleInfo
    spec: RequirementSpec
    when: Expression
    items: tuple[_Item, ...]
    states: States
    """What every finding says besides."""

    def run(self, world: World) -> Iterator[Finding]:
        for row in world.window(self.spec.on, self.spec.window):
            yield from self.judge(row)

    def judge(self, row: Row) -> Iterator[Finding]:
        """What it finds of one record."""
        applies = self.when.fast(row)
        if applies is True:
            yield self._judge(row)
        elif applies is None:
            facts = lacking(row, self.when, *self._unclear([item.verdict(row) for item in self.items]))
            yield self._finding(row, State.UNDETERMINED, (), facts)

    @property
    def reads(self) -> Iterator[Read]:
        """What it reads to judge, all of its subject."""
        items = (expression for item in self.items for expression in (item.when, item.require))
        yield Read(self.spec.on, None, (self.when, *items))

    def _judge(self, row: Row) -> Finding:
        verdicts = [item.verdict(row) for item in self.items]
        if False in verdicts:
            return self._finding(row, State.BREACHED, self._named(verdicts))
        if None in verdicts:
            facts = lacking(row, *self._unclear(verdicts))
            return self._finding(row, State.UNDETERMINED, self._named(verdicts), facts)
        return self._finding(row, State.MET, ())

    def _named(self, verdicts: list[bool | None]) -> Detail:
        """Which of several items are lacking, and of which it is unknown."""
        if not self.spec.items:
            return ()
        named = (("lacking", self._labels(verdicts, False)), ("unclear", self._labels(verdicts, None)))
        return tuple((name, labels) for name, labels in named if labels)

    def _labels(self, verdicts: list[bool | None], wanted: bool | None) -> tuple[str, ...]:
        return tuple(item.label for item, verdict in zip(self.items, verdicts, strict=True) if verdict is wanted)

    def _unclear(self, verdicts: list[bool | None]) -> Iterator[Expression]:
        """What decides the items that are in doubt; nothing where one is surely lacking, which decides it alone."""
        if False not in verdicts:
            unclear = (item for item, verdict in zip(self.items, verdicts, strict=True) if verdict is None)
            yield from (expression for item in unclear for expression in (item.when, item.require))

    def _finding(self, row: Row, state: State, detail: Detail, facts: tuple[str, ...] = ()) -> Finding:
        period = row.period
        detail = (*detail, *stated(self.states, row))
        if period is None:
            return Finding(self.info, str(row["id"]), state, detail=detail, missing=facts)
        as_of = row.world.as_of
        if period.last > as_of:
            # A period still running is judged to the day asked, and says so.
            detail = (*detail, ("to_date", as_of))
        return Finding(self.info, str(row["id"]), state, period.last, None, None, period, detail, facts)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        applies = [] if self.spec.when is True else [reason("applies", of_expression(self.when, row))]
        if finding.state is State.UNDETERMINED and self.when.fast(row) is None:
            return tuple(applies)
        return (*applies, *(_explain(item, row) for item in self.items))


def _explain(item: _Item, row: Row) -> Explanation:
    applies = item.when.fast(row)
    guard = () if item.when.checked.constant is True else (of_expression(item.when, row),)
    if applies is False:
        return reason("item-skipped", *guard, label=item.label, words=item.words)
    phrase = {True: "item-met", False: "item-lacking", None: "item-unclear"}[item.verdict(row)]
    return reason(phrase, *guard, of_expression(item.require, row), label=item.label, words=item.words)


def bind(spec: RequirementSpec, binder: Binder) -> Requirement | None:
    when = binder.condition("when")
    items = [_bind_item(item, index, spec, binder) for index, item in enumerate(spec.items or ())]
    if spec.items is None:
        items = [_bind_single(spec, binder)]
    states = bind_states(spec.states, binder)
    if when is None or None in items or states is None:
        return None
    return Requirement(binder.info, spec, when, tuple(item for item in items if item), states)


def _bind_single(spec: RequirementSpec, binder: Binder) -> _Item | None:
    always, require = binder.condition("items"), binder.expression("require")
    return _Item(spec.label, "；".join(spec.cite.quotes), always, require) if always and require else None


def _bind_item(item: RequiredItem, index: int, spec: RequirementSpec, binder: Binder) -> _Item | None:
    when = binder.condition("items", index, "when")
    require = binder.expression("items", index, "require")
    if when is None or require is None:
        return None
    return _Item(item.label, item.words or item.label, when, require)


KIND = Kind(
    model=RequirementSpec,
    label=("应符合的要求", "requirement"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"breached"}),
    alone=Requirement.judge,
    reads=lambda rule: rule.reads,
)
