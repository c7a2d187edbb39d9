"""Ladders: steps that follow from how often or how badly something happened; a step once reached stays reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import Field

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.climbing import Climb, climb, doubter
from supervision_rules.constructs.gathering import reads_of
from supervision_rules.constructs.history import moments, records_in
from supervision_rules.constructs.rungs import (
    Consent,
    Need,
    Standing,
    highest,
    in_doubt,
    overtaken,
    perhaps_agreed,
    standings,
    told,
)
from supervision_rules.diagnostics import NOTHING, named
from supervision_rules.expressions import Interval, interval
from supervision_rules.findings import PERHAPS, Amount, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec, Spec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import is_refused, on_record
from supervision_rules.language.reasons import of_expression, reason, step_tried
from supervision_rules.language.spec import RecordType, RuleId
from supervision_rules.world import Row, Schema, World


class StepSpec(Spec):
    """阶梯的一档。"""

    step: RuleId
    """这一档的代号，如 blue"""
    label: str
    """这一档的名称"""
    when: Condition
    """什么情形达到这一档：历史上任何一天成立过即达到，从成立的第一天算，以后不再退回"""
    words: str | None = None
    """这一档的原话"""
    acts: str | None = None
    """由谁处理"""
    copies: list[str] = []
    """抄送谁"""
    consequence: str | None = None
    """后果"""
    consent: Condition | None = None
    """须经谁同意的，同意已有记录的条件；没有记录的，只是“应予”这一档，记录是否算数不明的，无法判定"""
    after: RuleId | None = None
    """须先到过哪一档；没有到过的，算越级"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""


class LadderSpec(RuleSpec):
    """阶梯：按次数或情形逐级加重的处理，一年内或一件事项内计。"""

    kind: Literal["ladder"]
    """规则种类"""
    of: RecordType
    """对谁：单位 unit、人员 person，或哪一类事项"""
    window: PeriodKind | None = None
    """按哪个时段分别计；不写的，从头到判定日一并计"""
    when: Condition = True
    """对其中哪些"""
    steps: list[StepSpec] = Field(min_length=1)
    """各档，从低到高"""


# A finding is a tuple: made as one, it costs half of what its constructor does. Members of an Enum are slow to look up.
_new, _REACHED = tuple.__new__, State.REACHED


@dataclass(frozen=True, slots=True)
class _Step:
    spec: StepSpec
    condition: Expression
    consent: Expression | None
    after: int | None
    """The place of the step that must have been reached before."""
    detail: Detail


@dataclass(frozen=True, slots=True)
class Ladder:
    """A ladder bound to the declarations."""

    info: RuleInfo
    spec: LadderSpec
    when: Expression
    steps: tuple[_Step, ...]
    backward: bool
    """Whether a step asks for a consent, or when those below it were reached, which nothing else does."""

    def run(self, world: World) -> Iterator[Finding]:
        reads = reads_of(world.schema, world.schema.base(self.spec.of), [step.condition for step in self.steps])
        conditions = tuple((index, step.condition.fast) for index, step in enumerate(self.steps))
        perhaps = doubter([step.condition for step in self.steps], reads.totals)
        blank: Any = reads.nothing
        needs = tuple(self._need(step, world.schema) for step in self.steps)
        quiet = reads.counts_from_nothing(self.spec.window) and all(
            condition(blank) is False for _, condition in conditions
        )
        for row in world.window(self.spec.of, self.spec.window):
            applies = self.when.fast(row)
            if applies is False:
                continue
            climbed = climb(moments(row, reads, quiet), conditions, perhaps, again=self.backward)
            yield from self._perhaps(row, climbed) if applies is None else self._judge(row, climbed, needs)

    def _need(self, step: _Step, schema: Schema) -> Need:
        """What a step needs beside its condition."""
        if step.consent is None:
            return Need(None, step.after)
        return Need(Consent(step.consent, reads_of(schema, schema.base(self.spec.of), [step.consent])), step.after)

    def _judge(self, row: Row, climbed: Climb, needs: Sequence[Need]) -> Iterator[Finding]:
        standing = standings(row, climbed, needs)
        rungs = told(climbed, standing, needs) if self.backward else climbed.rungs
        for index in rungs:
            yield self._reached(row, climbed, index, standing)
        if climbed.doubtful:
            for steps in in_doubt(climbed, standing, rungs):
                yield self._between(row, climbed, standing, steps)

    def _reached(self, row: Row, climbed: Climb, index: int, standing: Mapping[int, Standing]) -> Finding:
        """What is said of a step whose condition held."""
        step, its = self.steps[index], standing[index]
        day, value = its.day, index + 1
        detail = step.detail + (("records", records_in(climbed.reached[index][1])),)
        detail += (("due_since", its.since),) if day != its.since else ()
        facts: tuple[str, ...] = ()
        state = _REACHED if its.consented else State.DUE_FOR
        if its.perhaps is not None:
            then = _at(row, its.perhaps)
            detail += ((PERHAPS, its.perhaps),)
            facts += lacking(then, step.condition, step.consent)
        if not its.consented and step.consent is not None:
            facts += lacking(row, step.consent)
            detail += (("refused", "consent"),) if is_refused(step.consent, row) else ()
            if its.consented is None:
                state = State.UNDETERMINED
                detail += (("unclear", "consent"),)
        if its.in_order is None and step.after is not None:
            state, facts = State.UNDETERMINED, facts + self._order_lacks(row, step.after, its)
        elif its.in_order is False:
            state = State.BREACHED
            detail += (("out_of_order", step.spec.after),) + ((("awaited", step.spec.after),) if its.awaited else ())
        amount: Amount = interval(highest(standing, index, day) + 1, value) if state is State.UNDETERMINED else value
        above = self._perhaps_above(row, climbed, index, day) if climbed.doubtful else []
        agreed = perhaps_agreed(standing, index, day) if self.backward else []
        if above or agreed:
            detail += (("perhaps_above", max(*above, *agreed, index) + 1),)
            facts += tuple(fact for place in above for fact in self._lacks(row, climbed, place))
            facts += tuple(fact for place in agreed for fact in lacking(row, self.steps[place].consent))
        facts = tuple(dict.fromkeys(facts))
        return _new(Finding, (self.info, row.source["id"], state, day, amount, index, row.period, detail, facts, None))

    def _perhaps_above(self, row: Row, climbed: Climb, index: int, day: date) -> list[int]:
        """The higher steps that may have been reached by the day of the one at ``index``; that is told no more then."""
        later = (place for place, since in climbed.doubtful.items() if place > index and since <= day)
        consents = ((place, self.steps[place].consent) for place in sorted(later))
        return [place for place, consent in consents if consent is None or on_record(consent, row) is not False]

    def _lacks(self, row: Row, climbed: Climb, place: int) -> tuple[str, ...]:
        """What is missing to tell whether the step at ``place`` was reached from the day on which it may have been."""
        return lacking(_at(row, climbed.doubtful[place]), self.steps[place].condition)

    def _order_lacks(self, row: Row, after: int, its: Standing) -> tuple[str, ...]:
        """What is missing to tell whether the step at ``after`` had been reached before."""
        before = self.steps[after]
        if its.awaited and before.consent is not None:
            return lacking(row, before.consent)
        return lacking(_at(row, its.day), before.condition)

    def _between(self, row: Row, climbed: Climb, standing: Mapping[int, Standing], steps: list[int]) -> Finding:
        """The step lies between the one surely reached and the highest of ``steps``, which may have been."""
        facts: dict[str, None] = {}
        for index in steps:
            facts |= dict.fromkeys(self._lacks(row, climbed, index) + lacking(row, self.steps[index].condition))
        last, subject = max(steps), row.id
        top = highest(standing, last, overtaken(standing, last))
        day = max(climbed.doubtful[last], standing[top].day if top >= 0 else date.min)
        first = min(climbed.doubtful[index] for index in steps)
        detail: Detail = ((PERHAPS, first),) if first < day else ()
        value = interval(top + 1, last + 1)
        return Finding(self.info, subject, State.UNDETERMINED, day, value, last, row.period, detail, tuple(facts))

    def _perhaps(self, row: Row, climbed: Climb) -> Iterator[Finding]:
        """It is not known whether the ladder applies: that matters only if a step may have been reached."""
        top = max((*climbed.reached, *climbed.doubtful), default=-1)
        if top >= 0:
            facts = dict.fromkeys(lacking(row, self.when))
            for index in sorted(climbed.doubtful.keys() - climbed.reached.keys()):
                facts |= dict.fromkeys(self._lacks(row, climbed, index))
            value = interval(0, top + 1)
            yield Finding(self.info, row.id, State.UNDETERMINED, None, value, top, row.period, (), tuple(facts))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        if finding.case is None or finding.day is None:
            return tuple(parts)
        since = dict(finding.detail).get("due_since", finding.day)
        then = _at(row, since if isinstance(since, date) else finding.day)
        first = int(finding.value.low) if isinstance(finding.value, Interval) else finding.case
        for index, step in enumerate(self.steps[first:], first):
            parts.append(step_tried(index + 1, step.spec.words or step.spec.label, step.condition, then))
        step = self.steps[finding.case]
        if step.consent is not None:
            parts.append(reason("step-consent", of_expression(step.consent, row)))
        if finding.state is State.BREACHED and step.after is not None:
            parts.append(reason("step-out-of-order", before=self.steps[step.after].spec.label))
        return tuple(parts)


def _why_not(ladder: Ladder, row: Row) -> Iterator[Explanation]:
    """What each step would take, as things stand on the day asked."""
    for number, step in enumerate(ladder.steps, 1):
        yield step_tried(number, step.spec.words or step.spec.label, step.condition, row)


def _at(row: Row, day: date) -> Row:
    """The row as of the close of ``day``, through the same window."""
    return row.at(day, row.period)


def bind(spec: LadderSpec, binder: Binder) -> Ladder | None:
    when = binder.condition("when")
    steps: list[_Step] = []
    for index in range(len(spec.steps)):
        step = _bind_step(spec, index, binder)
        if step is not None:
            steps.append(step)
    if when is None or len(steps) < len(spec.steps):
        return None
    backward = any(step.after is not None or step.consent is not None for step in steps)
    return Ladder(binder.info, spec, when, tuple(steps), backward)


def _bind_step(spec: LadderSpec, index: int, binder: Binder) -> _Step | None:
    step = spec.steps[index]
    before = [earlier.step for earlier in spec.steps[:index]]
    condition = binder.condition("steps", index, "when")
    consent = binder.decision("steps", index, "consent")
    if step.step in before:
        binder.report("SR303", "steps", index, "step", what=step.step, whose=NOTHING)
        return None
    if step.after is not None and step.after not in before:
        if _all_differ(spec):  # else it is told already that one is called like another
            binder.report("SR157", "steps", index, "after", given=step.after, steps=named(before))
        return None
    if condition is None or (consent is None and step.consent is not None):
        return None
    return _Step(step, condition, consent, before.index(step.after) if step.after else None, _detail(step))


def _all_differ(spec: LadderSpec) -> bool:
    names = [step.step for step in spec.steps]
    return len(set(names)) == len(names)


def _detail(step: StepSpec) -> Detail:
    extras = (("acts", step.acts), ("copies", tuple(step.copies)), ("consequence", step.consequence))
    return (("step", step.step), ("label", step.label), *((name, value) for name, value in extras if value))


KIND = Kind(
    model=LadderSpec,
    label=("阶梯", "ladder"),
    subject=lambda spec: spec.of,
    bind=bind,
    gives=frozenset({"step"}),
    climbs=True,
    why_not=_why_not,
)
