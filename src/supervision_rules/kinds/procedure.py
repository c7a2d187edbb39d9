"""Procedures: steps in order, each with what must hold of it, and how long must pass before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.constructs.course import Course, Mark, Step, Wait, review
from supervision_rules.diagnostics import NOTHING, named
from supervision_rules.expressions import DATE, interval
from supervision_rules.findings import Amount, Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec, Spec
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Limit, LimitText
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import missing
from supervision_rules.language.reasons import of_days, of_expression, reason
from supervision_rules.language.spec import RecordType, RuleId
from supervision_rules.world import Row, World


class StepSpec(Spec):
    """程序中的一步。"""

    id: RuleId
    """这一步的代号，本规则内唯一"""
    label: str
    """这一步的名称"""
    done: str
    """哪一天办的这一步；没有日期即还没有办"""
    when: Condition | None = None
    """什么情形下才有这一步"""
    require: Condition | None = None
    """办了这一步时应当符合的条件，如由谁批准"""
    at_least: LimitText | None = None
    """距起算的一步至少多久，如 3 workdays"""
    since: RuleId | None = None
    """at_least 从哪一步起算（当天不计）；不写为已办的前一步"""
    count_first: bool = False
    """起算的当天是否计入"""
    clear: bool = False
    """本步是否要在期满之后（期满次日起）才能办；不写则期满当日即可"""
    words: str | None = None
    """这一步的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""


class ProcedureSpec(RuleSpec):
    """程序：各步按先后办理，每一步由谁批准、间隔多久。"""

    kind: Literal["procedure"]
    """规则种类"""
    on: RecordType
    """对哪一类记录（或其一种）"""
    when: Condition = True
    """对其中哪些记录"""
    steps: list[StepSpec] = Field(min_length=1)
    """各步，按应有的先后"""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure bound to the declarations."""

    info: RuleInfo
    spec: ProcedureSpec
    when: Expression
    steps: tuple[Step, ...]

    def run(self, world: World) -> Iterator[Finding]:
        when = self.when.fast
        for row in world.of(self.spec.on):
            applies = when(row)
            if applies is True:
                yield from self._findings(row, review(self.steps, row))
            elif applies is None:
                doubts = review(self.steps, row).doubts
                lacking = missing(row, self.when, *(expression for doubt in doubts for expression in doubt.unknown))
                yield Finding(self.info, str(row["id"]), State.UNDETERMINED, missing=lacking)

    def _findings(self, row: Row, course: Course) -> Iterator[Finding]:
        """The faults by step; what cannot be decided; if there is neither, how far it has come."""
        info, subject, last, until = self.info, str(row["id"]), course.reached(), course.provisional
        number = interval(last.place + 1 if last else 0, course.furthest)
        for place, day, detail in course.faults:
            yield Finding(info, subject, State.BREACHED, day, number, place, None, detail, (), until)
        if course.doubts:
            yield self._doubtful(row, number, course)
        elif not course.faults:
            case, reached = (last.place, last.day) if last else (None, None)
            yield Finding(info, subject, State.MET, reached, number, case, None, _position(course, last), (), until)

    def _doubtful(self, row: Row, number: Amount, course: Course) -> Finding:
        first = min(doubt.place for doubt in course.doubts)
        lacking = missing(row, *(expression for doubt in course.doubts for expression in doubt.unknown))
        detail: Detail = (("step", self.steps[first].id),)
        if course.beyond is not None:
            detail = (*detail, ("out_of_calendar", course.beyond))
        return Finding(self.info, str(row["id"]), State.UNDETERMINED, None, number, first, None, detail, lacking)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        applies = [] if self.spec.when is True else [reason("applies", of_expression(self.when, row))]
        if self.when.fast(row) is not True:
            return tuple(applies)
        course = review(self.steps, row)
        marks = {mark.place: mark for mark in course.marks}
        steps = [self._explain_step(index, marks.get(index), course, row) for index in range(len(self.steps))]
        return (*applies, *steps, *self._explain_fault(finding))

    def _explain_step(self, index: int, mark: Mark | None, course: Course, row: Row) -> Explanation:
        step = self.steps[index]
        parts = [] if step.when is None else [of_expression(step.when, row)]
        if mark is None:
            return reason("step-skipped", *parts, number=index + 1, label=step.label)
        parts.append(of_expression(step.done, row))
        if mark.day is None:
            phrase = "procedure-step-doubtful" if mark.doubtful else "step-open"
            return reason(phrase, *parts, number=index + 1, label=step.label)
        if step.require is not None:
            parts.append(of_expression(step.require, row))
        parts += _explain_length(mark, course, row)
        return reason("step-done", *parts, number=index + 1, label=step.label, day=mark.day)

    def _explain_fault(self, finding: Finding) -> list[Explanation]:
        if finding.state is not State.BREACHED:
            return []
        told = dict(finding.detail)
        labels = {step.id: step.label for step in self.steps}
        words = {name: value for name, value in told.items() if name not in ("fault", "step", "previous", "later")}
        words |= {name: labels[str(told[name])] for name in ("previous", "later") if name in told}
        return [reason(f"step-fault-{told['fault']}", **words)]


def _position(course: Course, last: Mark | None) -> Detail:
    """The step reached, and the one that comes next."""
    named = (("step", last), ("next", course.after(last)))
    return tuple((name, mark.step.id) for name, mark in named if mark is not None)


def _explain_length(mark: Mark, course: Course, row: Row) -> list[Explanation]:
    wait, since = mark.step.wait, course.since(mark)
    if wait is None or since is None or since.day is None:
        return []
    try:
        before, last = wait.span(since.day, row)
        days = (of_days(row, before, last),) if wait.workdays else ()
    except OutOfCalendar:
        return []
    phrase = "step-length-clear" if wait.clear else "step-length"
    return [reason(phrase, *days, limit=wait.text, since=since.step.label, last=last)]


def bind(spec: ProcedureSpec, binder: Binder) -> Procedure | None:
    when = binder.condition("when")
    steps = [_bind_step(spec.steps, index, binder) for index in range(len(spec.steps))]
    if when is None or None in steps:
        return None
    return Procedure(binder.info, spec, when, tuple(step for step in steps if step))


def _bind_step(steps: list[StepSpec], index: int, binder: Binder) -> Step | None:
    spec, path = steps[index], ("steps", index)
    when = binder.expression(*path, "when")
    done = binder.expression(*path, "done", expected=DATE)
    require = binder.expression(*path, "require")
    bound = (when or spec.when is None) and (require or spec.require is None)
    limit = binder.limit(spec.at_least, *path, "at_least") if spec.at_least is not None else None
    if not _check_place(steps, index, binder) or done is None or not bound:
        return None
    wait = _wait(steps, index, limit, binder) if limit is not None else None
    return Step(spec.id, spec.label, when, done, require, wait)


def _check_place(steps: list[StepSpec], index: int, binder: Binder) -> bool:
    """Whether the step's id is its own, and what its length is counted from stands before it."""
    spec, earlier = steps[index], [step.id for step in steps[:index]]
    if spec.id in earlier:
        binder.report("SR303", "steps", index, "id", what=spec.id, whose=NOTHING)
    elif spec.since is not None and spec.since not in earlier:
        if len({step.id for step in steps}) == len(steps):  # else it is told already that one is called like another
            binder.report("SR155", "steps", index, "since", given=spec.since, steps=named(earlier))
    elif spec.at_least is not None and not earlier:
        binder.report("SR156", "steps", index, "at_least")
    else:
        return True
    return False


def _wait(steps: list[StepSpec], index: int, limit: Limit, binder: Binder) -> Wait:
    """What must pass before a step, which has been found to stand where it may."""
    spec = steps[index]
    since = [step.id for step in steps].index(spec.since) if spec.since is not None else None
    deadline, workdays = limit.deadline(binder.conventions), limit.counts_workdays(binder.conventions)
    return Wait(str(spec.at_least), deadline, workdays, since, spec.count_first, spec.clear)


KIND = Kind(
    model=ProcedureSpec,
    label=("办理程序", "procedure"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"breached", "step"}),
)
