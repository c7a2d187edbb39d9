"""Time limits: from a day, within a period or by a date, by case; judged for each matter on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import OutOfCalendar, WorkCalendar
from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.cases import tell_holes, tell_unreachable, undecided
from supervision_rules.constructs.standing import due_soon_until, lead_unfixed
from supervision_rules.expressions import DATE
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec, Spec
from supervision_rules.language.binding import Binder, CaseTable, Expression
from supervision_rules.language.conventions import Deadline, Limit, LimitText
from supervision_rules.language.doubts import lacking
from supervision_rules.language.reasons import of_days, of_expression, open_to_doubt, reason
from supervision_rules.world import Remembered, Row, World

DEFAULT_LEAD = "3 workdays"
# A finding is a tuple: made as one, it costs half of what its constructor does.
_new = tuple.__new__
_ON_TIME, _LATE, _OVERDUE = State.ON_TIME, State.LATE, State.OVERDUE
_ON_COURSE, _DUE_SOON = State.ON_COURSE, State.DUE_SOON


class LimitCase(Spec):
    """一种情形及其期限：within 写期限长短，due 写到期日，二者写一个。"""

    when: Condition = True
    """什么情形；从上到下取第一个成立的，不写 when 的放在最后"""
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
        if self.within is not None and self.due is not None:
            raise PydanticCustomError("SR153", "within or due", {})
        exactly_one(self, "within", "due")
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
    holes: str | None = None
    """各种情形之间有意留空的，说明理由；不写的，管不到的一段会提醒"""
    lead: LimitText = DEFAULT_LEAD
    """到期前多久提示即将到期"""


Dues = Remembered[date, tuple[date, date | None]]
"""For each day that a limit is counted from, the due day and the first day counted that no notice has fixed."""
_Ready = tuple[Callable[[Row], Any], Dues, bool]
MAX_TABLES: Final = 1_000
"""Of how many limits, each in one calendar, the due days are kept."""


@dataclass(frozen=True, slots=True)
class _Case:
    when: Expression
    start: Expression
    """What the due day is counted from; the due day itself where the case states one."""
    deadline: Deadline | None
    """None: the due day is stated."""
    limit: Limit | None
    workdays: bool
    label: str

    def ready(self, calendar: WorkCalendar) -> _Ready:
        """What reads the day counted from, what it makes of each day, and whether it counts working days."""
        return self.start.fast, _dues(self.deadline, calendar), self.workdays


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit bound to the declarations."""

    info: RuleInfo
    spec: TimeLimitSpec
    when: Expression
    done: Expression
    plain: bool
    """Whether ``done`` is read off dates of events alone: where it is unknown, it has not happened."""
    cases: tuple[_Case, ...]
    lead: Deadline
    table: CaseTable

    def run(self, world: World) -> Iterator[Finding]:
        rows = world.of(self.spec.on)
        if not rows:
            return
        judge = self._judging(world)
        for row in rows:
            finding = judge(row)
            if finding is not None:
                yield finding

    def _judging(self, world: World) -> Callable[[Row], Finding | None]:
        """What judges a row; None where the rule does not apply. Written flat: every record passes here."""
        info, calendar, as_of, plain = self.info, world.calendar, world.as_of, self.plain
        choose, done_of, count = self.table.place, self.done.fast, len(self.cases)
        standing, unfixed = _standing(self.lead, world), calendar.first_unfixed
        cases: Remembered[int, _Ready] = Remembered(lambda index: self.cases[index].ready(calendar))

        def judge(row: Row) -> Finding | None:
            index = choose(row)
            if index is None or index < 0 or index == count:
                return None if index == -1 else self._undecided(row)
            start_of, dues, workdays = cases[index]
            start = start_of(row)
            if start is None:
                return self._unknown(row, index)
            try:
                due, provisional = dues[start]
            except OutOfCalendar as problem:
                return _beyond(info, row, index, problem)
            done: Any = done_of(row)
            if done is None and not plain and open_to_doubt(self.done, row):
                return self._unknown(row, index)
            if done is not None and done > as_of:
                done = None  # a day to come: it has not been done yet
            last = as_of if done is None else done
            if last <= due:
                state, provisional = (_ON_TIME, provisional) if done is not None else standing(due, provisional)
                return _new(Finding, (info, row.source["id"], state, due, 0, index, None, (), (), provisional))
            state, late = _OVERDUE if done is None else _LATE, (last - due).days
            detail = _workdays_late(due, last, calendar) if workdays else ()
            if workdays and provisional is None and last >= unfixed:
                provisional = calendar.provisional(due, last)
            return _new(Finding, (info, row.source["id"], state, due, late, index, None, detail, (), provisional))

        return judge

    def _undecided(self, row: Row) -> Finding:
        """Which case applies is unknown; or none does."""
        if self.when.fast(row) is True and all(case.when.fast(row) is False for case in self.cases):
            return Finding(self.info, row.id, State.UNDETERMINED, detail=(("no_case", True),))
        return self._unknown(row)

    def _unknown(self, row: Row, case: int | None = None) -> Finding:
        """With all facts that may be needed: whether it applies, by which case, from when, and whether it is done."""
        asked = [self.when]
        for each in undecided(self.cases, row):
            asked += (each.when, each.start)
        if not self.plain and self.done.fast(row) is None and open_to_doubt(self.done, row):
            asked.append(self.done)
        return Finding(self.info, row.id, State.UNDETERMINED, case=case, missing=lacking(row, *asked))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [reason("applies", of_expression(self.when, row))] if self.spec.when is not True else []
        parts += self._explain_cases(row, finding)
        if finding.day is not None and finding.case is not None:
            parts += self._explain_due(row, self.cases[finding.case], finding.day)
            parts.append(reason("done", of_expression(self.done, row), as_of=row.world.as_of))
        return tuple(parts)

    def _explain_cases(self, row: Row, finding: Finding) -> Iterator[Explanation]:
        """The cases in order, up to the one that matched; after one that could not be decided only those like it."""
        open_ = False
        for index, case in enumerate(self.cases):
            words = self.spec.cases[index].words or self.spec.cases[index].label or case.label
            hit = case.when.fast(row)
            if hit is False and open_:
                continue
            holds = "case-remaining" if open_ else "case-matched"
            phrase = {True: holds, False: "case-passed"}.get(hit, "case-unknown")  # type: ignore[call-overload]
            yield reason(phrase, of_expression(case.when, row), number=index + 1, words=words)
            if hit is True:
                return
            open_ = open_ or hit is None

    def _explain_due(self, row: Row, case: _Case, due: date) -> list[Explanation]:
        if case.deadline is None:
            return [reason("due-date", of_expression(case.start, row), due=due)]
        start = case.start.fast(row)
        begun = reason("start", of_expression(case.start, row), day=start)
        if not isinstance(start, date) or case.limit is None:
            return [begun]
        limit = f"{case.limit.amount} {case.limit.unit}" if case.limit.amount else "same day"
        days = (of_days(row, start, due),) if case.workdays else ()
        return [begun, reason("limit", *days, limit=limit, due=due)]


@lru_cache(maxsize=MAX_TABLES)
def _dues(deadline: Deadline | None, calendar: WorkCalendar) -> Dues:
    """What a case makes of each day, worked out once a day; without a deadline the day is itself the due day."""

    def due(start: date) -> tuple[date, date | None]:
        day = start if deadline is None else deadline(start, calendar)
        return day, None if deadline is None else deadline.unfixed(start, calendar)

    return Remembered(due)


def _standing(lead: Deadline, world: World) -> Callable[[date, date | None], tuple[State, date | None]]:
    """Tells where something not done stands before its due day, and the first day of no notice that this rests on."""
    ends: tuple[date, date | None] | None = None

    def standing(due: date, provisional: date | None) -> tuple[State, date | None]:
        nonlocal ends
        soon, unfixed = ends = ends or (due_soon_until(lead, world), lead_unfixed(lead, world))
        if unfixed is not None:
            provisional = unfixed if provisional is None else min(provisional, unfixed)
        return _DUE_SOON if due <= soon else _ON_COURSE, provisional

    return standing


@lru_cache(maxsize=MAX_TABLES)
def _told(workdays: int) -> Detail:
    """What a finding tells of so many working days; findings share it."""
    return (("workdays_late", workdays),)


def _workdays_late(due: date, last: date, calendar: WorkCalendar) -> Detail:
    """How many working days late; the calendar days alone where the table does not reach that far."""
    try:
        return _told(calendar.workdays_between(due, last))
    except OutOfCalendar as problem:
        return (("out_of_calendar", problem.day),)


def _beyond(info: RuleInfo, row: Row, case: int, problem: OutOfCalendar) -> Finding:
    detail = (("out_of_calendar", problem.day),)
    return Finding(info, row.id, State.UNDETERMINED, case=case, detail=detail)


def bind(spec: TimeLimitSpec, binder: Binder) -> TimeLimit | None:
    when = binder.condition("when")
    start = binder.expression("start", expected=DATE)
    done = binder.expression("done", expected=DATE)
    bound = [_bind_case(case, index, binder, start) for index, case in enumerate(spec.cases)]
    tell_unreachable(binder, len(bound))
    cases = tuple(case for case in bound if case is not None)
    if when is None or start is None or done is None or len(cases) < len(bound):
        return None
    if spec.holes is None:
        tell_holes(binder, when, [case.when for case in cases])
    fields = binder.declarations.events.get(binder.declarations.base(spec.on), frozenset())
    plain = not done.checked.calls and done.checked.names <= fields
    lead = binder.length(spec.lead).deadline(binder.conventions)
    table = CaseTable(when, tuple(case.when for case in cases))
    return TimeLimit(binder.info, spec, when, done, plain, cases, lead, table)


def _bind_case(spec: LimitCase, index: int, binder: Binder, start: Expression | None) -> _Case | None:
    condition = binder.condition("cases", index, "when")
    due = binder.expression("cases", index, "due", expected=DATE)
    limit = binder.limit(spec.within, "cases", index, "within") if spec.within is not None else None
    if condition is None or start is None or (due is None and spec.due is not None):
        return None
    if spec.within is None or limit is None:
        return _Case(condition, due, None, None, False, spec.due) if due and spec.due else None
    workdays = limit.counts_workdays(binder.conventions)
    return _Case(condition, start, limit.deadline(binder.conventions), limit, workdays, spec.within)


KIND = Kind(
    model=TimeLimitSpec,
    label=("办理时限", "time limit"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"late", "due", "breached"}),
)
