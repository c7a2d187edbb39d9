"""Time limits: from a day, within a period or by a date, by case; judged for each matter on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import OutOfCalendar, WorkCalendar
from supervision_rules.constructs.standing import before_due
from supervision_rules.expressions import DATE, Value
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec, Spec
from supervision_rules.language.binding import Binder, Expression
from supervision_rules.language.conventions import Deadline, Limit, LimitText, parse_limit
from supervision_rules.language.doubts import lacking
from supervision_rules.language.reasons import of_days, of_expression, open_to_doubt, reason
from supervision_rules.world import Row, World

DEFAULT_LEAD = "3 workdays"
# A finding is a tuple: made as one, it costs half of what its constructor does.
_new = tuple.__new__
_ON_TIME, _LATE, _OVERDUE = State.ON_TIME, State.LATE, State.OVERDUE


class LimitCase(Spec):
    """一种情形及其期限：within 写期限长短，due 写到期日，二者写一个。"""

    when: Condition = True
    """什么情形；从上到下取第一个成立的"""
    within: LimitText | None = None
    """期限：5 workdays、30 days、3 months、1 year、same day"""
    due: str | None = None
    """到期日的式子，如 set_date、date(year(date) + 1, 1, 31)"""
    words: str | None = None
    """这一情形的原话"""
    label: str | None = None
    """这一情形的名称"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_of_two(self) -> LimitCase:
        if (self.within is None) == (self.due is None):
            raise PydanticCustomError("SR153", "within or due", {})
        return self


class TimeLimitSpec(RuleSpec):
    """办理时限：从某日起，在期限内或在某日前办完。"""

    kind: Literal["time_limit"]
    """规则种类"""
    on: str
    """对哪一类记录（或其一种）"""
    when: Condition = True
    """对其中哪些记录"""
    start: str
    """从哪一天起算（当天不计）"""
    done: str
    """哪一天算办完"""
    cases: list[LimitCase]
    """各种情形的期限"""
    lead: LimitText = DEFAULT_LEAD
    """到期前多久提示即将到期"""


@dataclass(frozen=True, slots=True)
class _Case:
    when: Callable[[Row], Value]
    deadline: Deadline | None
    due: Callable[[Row], Value] | None
    limit: Limit | None
    workdays: bool
    condition: Expression
    date: Expression | None
    label: str


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit bound to the declarations."""

    info: RuleInfo
    spec: TimeLimitSpec
    when: Expression
    start: Expression
    done: Expression
    plain: bool
    """Whether ``done`` is read off dates of events alone: where it is unknown, it has not happened."""
    cases: tuple[_Case, ...]
    lead: Deadline

    def run(self, world: World) -> Iterator[Finding]:
        when, judge = self.when.fast, self._judge
        for row in world.of(self.spec.on):
            applies = when(row)
            if applies is True:
                yield judge(row)
            elif applies is None:
                yield self._unknown(row, self.when)

    def _judge(self, row: Row) -> Finding:
        for index, case in enumerate(self.cases):
            hit = case.when(row)
            if hit is True:
                return self._within(row, index, case)
            if hit is None:
                return self._unknown(row, case.condition)
        return Finding(self.info, str(row["id"]), State.UNDETERMINED, detail=(("no_case", True),))

    def _within(self, row: Row, index: int, case: _Case) -> Finding:
        """Hold the day on which it was done against the due day. Written flat: every record passes here."""
        world = row.home.world
        calendar = world.calendar
        start: Any = None
        due: Any = None
        if case.due is not None:
            due = case.due(row)
        elif case.deadline is not None:
            start = self.start.fast(row)
            try:
                due = None if start is None else case.deadline(start, calendar)
            except OutOfCalendar as problem:
                return _beyond(self.info, row, index, problem)
        if due is None:
            return self._unknown(row, case.date or self.start, index)
        done: Any = self.done.fast(row)
        if done is None and not self.plain and open_to_doubt(self.done, row):
            return self._unknown(row, self.done, index)
        last = world.as_of if done is None else done
        late = (last - due).days if last > due else 0
        detail: Detail = ()
        if late:
            state = _OVERDUE if done is None else _LATE
            if case.workdays:
                detail = _workdays_late(due, last, calendar)
        else:
            state = before_due(due, self.lead, world) if done is None else _ON_TIME
        provisional = calendar.provisional(start, due) if case.workdays else None
        return _new(Finding, (self.info, row.source["id"], state, due, late, index, None, detail, (), provisional))

    def _unknown(self, row: Row, expression: Expression, case: int | None = None) -> Finding:
        return Finding(self.info, str(row["id"]), State.UNDETERMINED, case=case, missing=lacking(row, expression))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        parts += self._explain_cases(row, finding)
        if finding.day is not None and finding.case is not None:
            parts += self._explain_due(row, self.cases[finding.case], finding.day)
            parts.append(reason("done", of_expression(self.done, row), as_of=row.world.as_of))
        return tuple(parts)

    def _explain_cases(self, row: Row, finding: Finding) -> Iterator[Explanation]:
        """The cases in order, up to the one that matched or could not be decided."""
        for index, case in enumerate(self.cases):
            words = self.spec.cases[index].words or self.spec.cases[index].label or case.label
            hit = case.when(row)
            phrase = {True: "case-matched", False: "case-passed"}.get(hit, "case-unknown")  # type: ignore[call-overload]
            yield reason(phrase, of_expression(case.condition, row), number=index + 1, words=words)
            if hit is not False:
                return

    def _explain_due(self, row: Row, case: _Case, due: date) -> list[Explanation]:
        if case.date is not None:
            return [reason("due-date", of_expression(case.date, row), due=due)]
        start = self.start.fast(row)
        begun = reason("start", of_expression(self.start, row), day=start)
        if not isinstance(start, date) or case.limit is None:
            return [begun]
        limit = f"{case.limit.amount} {case.limit.unit}" if case.limit.amount else "same day"
        days = (of_days(row, start, due),) if case.workdays else ()
        return [begun, reason("limit", *days, limit=limit, due=due)]


def _workdays_late(due: date, last: date, calendar: WorkCalendar) -> Detail:
    """How many working days late; the calendar days alone where the table does not reach that far."""
    try:
        return (("workdays_late", calendar.workdays_between(due, last)),)
    except OutOfCalendar as problem:
        return (("out_of_calendar", problem.day),)


def _beyond(info: RuleInfo, row: Row, case: int, problem: OutOfCalendar) -> Finding:
    detail = (("out_of_calendar", problem.day),)
    return Finding(info, str(row["id"]), State.UNDETERMINED, case=case, detail=detail)


def bind(spec: TimeLimitSpec, binder: Binder) -> TimeLimit | None:
    when = binder.condition("when")
    start = binder.expression("start", expected=DATE)
    done = binder.expression("done", expected=DATE)
    cases = [_bind_case(case, index, binder) for index, case in enumerate(spec.cases)]
    if when is None or start is None or done is None or None in cases:
        return None
    fields = binder.declarations.events.get(binder.declarations.base(spec.on), frozenset())
    plain = not done.checked.calls and done.checked.names <= fields
    lead = parse_limit(spec.lead).deadline(binder.conventions)
    return TimeLimit(binder.info, spec, when, start, done, plain, tuple(case for case in cases if case), lead)


def _bind_case(spec: LimitCase, index: int, binder: Binder) -> _Case | None:
    condition = binder.condition("cases", index, "when")
    due = binder.expression("cases", index, "due", expected=DATE)
    if condition is None or (due is None and spec.due is not None):
        return None
    if spec.within is None:
        return _Case(condition.fast, None, due.fast if due else None, None, False, condition, due, spec.due or "")
    limit = binder.limit(spec.within, "cases", index, "within")
    deadline = limit.deadline(binder.conventions)
    return _Case(
        condition.fast, deadline, None, limit, limit.counts_workdays(binder.conventions), condition, None, spec.within
    )


KIND = Kind(
    model=TimeLimitSpec,
    label=("办理时限", "time limit"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"late", "due", "breached"}),
)
