"""Time limits: from a day, within a period or by a date, by case; judged for each matter on its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.constructs.alternatives import only_beside
from supervision_rules.constructs.cases import undecided
from supervision_rules.constructs.concluding import Concluding
from supervision_rules.constructs.dues import lateness_in
from supervision_rules.constructs.extended import Begun
from supervision_rules.constructs.extending import ExtendedSpec, bind_extensions, lengths_of
from supervision_rules.constructs.holes import tell_holes
from supervision_rules.constructs.lengths import Length
from supervision_rules.constructs.limit_cases import LimitCase, bind_case, tell_idle_roll
from supervision_rules.constructs.limits import (
    Limited,
    Ready,
    explain_cases,
    explain_due,
    explain_late,
    explain_moved,
    tell_idle,
)
from supervision_rules.constructs.moving import Moving
from supervision_rules.constructs.reachable import tell_unreachable
from supervision_rules.constructs.reversed import tell_reversed
from supervision_rules.constructs.scaling import Factor, Round, Times, bind_factor, single, tell_fractions
from supervision_rules.constructs.standing import standing_of
from supervision_rules.constructs.stops import StopsSpec, bind_stops
from supervision_rules.constructs.timed import hours_fit
from supervision_rules.expressions import DATE, MOMENT
from supervision_rules.findings import Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Deadline, LimitText, Roll
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import CaseTable, Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Remembered, Row, World

DEFAULT_LEAD = "3 workdays"
# A finding is a tuple: made as one, it costs half of what its constructor does.
_new = tuple.__new__
_ON_TIME, _LATE, _OVERDUE = State.ON_TIME, State.LATE, State.OVERDUE
_ON_COURSE, _DUE_SOON = State.ON_COURSE, State.DUE_SOON


class TimeLimitSpec(RuleSpec):
    """办理时限：从某日起，在期限内或在某日前办完。"""

    kind: Literal["time_limit"]
    """规则种类"""
    on: RecordType
    """对哪一类记录（或其一种）"""
    when: Condition = True
    """对其中哪些记录"""
    start: str
    """从哪一天起算（当天不计）"""
    done: str
    """哪一天算办完"""
    cases: list[LimitCase] = Field(min_length=1)
    """各种情形的期限"""
    holes: str | None = None
    """各种情形之间有意留空的，说明理由；不写的，管不到的一段会提醒"""
    stops: StopsSpec | None = None
    """什么时候停止计时；写明到期日的（due）不受影响"""
    extended: ExtendedSpec | None = None
    """怎样延期"""
    roll: Roll | None = None
    """最后一日是休息日时：true 顺延到下一工作日，back 提前到上一工作日，false 不变；不写的，依 conventions"""
    times: Times | None = None
    """期限乘几，如重复的减半写 0.5 if repeated else 1；写明到期日的（due）不受影响"""
    round: Round | None = None
    """乘出来不是整日的：up 进一（不足1日按1日计），down 舍去，half_up 四舍五入；会出零头的必须写"""
    lead: LimitText = DEFAULT_LEAD
    """到期前多久提示即将到期"""

    @model_validator(mode="after")
    def _round_beside_times(self) -> TimeLimitSpec:
        only_beside(self, "times", "round")
        return self


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit bound to the declarations."""

    info: RuleInfo
    spec: TimeLimitSpec
    when: Expression
    done: Expression
    plain: bool
    """Whether ``done`` is read off dates of events alone: where it is unknown, it has not happened."""
    cases: tuple[Limited, ...]
    lead: Deadline
    table: CaseTable
    start: Expression
    moving: Moving | None
    """What may move the due day of a matter; None: nothing, and no due day has an hour."""

    def run(self, world: World) -> Iterator[Finding]:
        rows = world.of(self.spec.on)
        if rows:
            judge = self._judging(world) if self.moving is None else self._judging_moved(world, self.moving)
            yield from filter(None, map(judge, rows))

    def _judging(self, world: World) -> Callable[[Row], Finding | None]:
        """What judges a row; None where the rule does not apply. Written flat: every record passes here."""
        info, calendar, as_of, plain = self.info, world.calendar, world.as_of, self.plain
        choose, count = self.table.choice, len(self.cases)
        standing, unfixed = standing_of(self.lead, world), calendar.first_unfixed
        cases: Remembered[int, Ready] = Remembered(lambda index: self.cases[index].ready(calendar))
        workdays_late = lateness_in(calendar)

        def judge(row: Row) -> Finding | None:
            index, start, done = choose(row) or (count, None, None)
            if index < 0 or index == count:
                return None if index < 0 else self._undecided(row)
            if start is None:
                return self._unknown(row, index)
            dues, workdays = cases[index]
            try:
                due, provisional = dues[start]
            except OutOfCalendar as problem:
                return _beyond(info, row, index, problem)
            if done is None and not plain and open_to_doubt(self.done, row):
                return self._unknown(row, index)
            if done is not None and done > as_of:
                done = None  # a day to come: it has not been done yet
            last = as_of if done is None else done
            if last <= due:
                state, provisional = (_ON_TIME, provisional) if done is not None else standing(due, provisional)
                return _new(Finding, (info, row.source["id"], state, due, 0, index, None, (), (), provisional))
            state, late = _OVERDUE if done is None else _LATE, (last - due).days
            detail = workdays_late(due, last) if workdays else ()
            if workdays and provisional is None and last >= unfixed:
                provisional = calendar.provisional(due, last)
            return _new(Finding, (info, row.source["id"], state, due, late, index, None, detail, (), provisional))

        return judge

    def _judging_moved(self, world: World, moving: Moving) -> Callable[[Row], Finding | None]:
        """The same where the due day may have moved."""
        choose, count = self.table.choice, len(self.cases)
        concluding = Concluding(self.info, self.done, moving, standing_of(self.lead, world))

        def judge(row: Row) -> Finding | None:
            index, _, _ = choose(row) or (count, None, None)
            if index < 0 or index == count:
                return None if index < 0 else self._undecided(row)
            begun = self._begun(row, index)
            doubtful = begun is not None and begun.done is None and not self.plain and open_to_doubt(self.done, row)
            if begun is None or doubtful:
                return self._unknown(row, index)
            try:
                return concluding.of(row, index, self.cases[index], begun)
            except OutOfCalendar as problem:
                return _beyond(self.info, row, index, problem)

        return judge

    def _begun(self, row: Row, index: int) -> Begun | None:
        """What the due day of ``row`` is made of; None where the day that it is counted from is unknown."""
        case = self.cases[index]
        counted_from, start, done = case.start.fast(row), self.start.fast(row), self.done.fast(row)
        if not isinstance(counted_from, date):
            return None
        known = done if isinstance(done, date) and done <= row.world.as_of else None
        begins = start if isinstance(start, date) else None
        return Begun(case.length, counted_from, begins, begins, known, case.timed)

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
        parts += explain_cases(self.cases, row)
        case = None if finding.case is None else self.cases[finding.case]
        begun = None if finding.case is None or self.moving is None else self._begun(row, finding.case)
        if case is not None and begun is not None and self.moving is not None:
            parts += explain_moved(case, row, begun, self.moving)
        elif case is not None and finding.day is not None:
            parts += explain_due(case, row, finding.day)
        if begun is not None or finding.day is not None:
            parts.append(reason("done", of_expression(self.done, row), as_of=row.world.as_of))
        parts += explain_late(row, finding, self.done)
        return tuple(parts)


def _beyond(info: RuleInfo, row: Row, case: int, problem: OutOfCalendar) -> Finding:
    detail = (("out_of_calendar", problem.day),)
    return Finding(info, row.id, State.UNDETERMINED, case=case, detail=detail)


def bind(spec: TimeLimitSpec, binder: Binder) -> TimeLimit | None:
    when = binder.condition("when")
    start = binder.expression("start", expected=(MOMENT, DATE))
    done = binder.expression("done", expected=(MOMENT, DATE))
    binder.roll = spec.roll
    bound = [bind_case(case, index, binder, start) for index, case in enumerate(spec.cases)]
    tell_unreachable(binder, when, [case.when if case else None for case in bound], every=False)
    cases = tuple(case for case in bound if case is not None)
    if spec.roll is not None and len(cases) == len(bound):
        written = lengths_of(spec.extended) if spec.extended is not None else ()
        tell_idle_roll(cases, (limit for path, limit in written if "before" not in path), binder)
    stops = bind_stops(spec.stops, binder) if spec.stops is not None else None
    limits = [case.length for case in cases]
    shared = [*limits, *(single(limits) if spec.times is not None else ())]
    extensions = bind_extensions(spec.extended, shared, binder) if spec.extended is not None else None
    unmoved = (stops is None and spec.stops is not None) or (extensions is None and spec.extended is not None)
    factor = _bind_times(spec, limits, binder) if spec.times is not None else None
    unmoved = unmoved or (factor is None and spec.times is not None)
    if when is None or start is None or done is None or len(cases) < len(bound) or unmoved:
        return None
    if spec.holes is None:
        tell_holes(binder, when, [case.when for case in cases])
    tell_reversed(binder, start, "done", done)
    fields = binder.declarations.events.get(binder.declarations.base(spec.on), frozenset())
    plain = not done.checked.calls and done.checked.names <= fields
    lead = binder.length(spec.lead).deadline(binder.conventions)
    table = CaseTable(when, tuple((case.when, (case.start, done)) for case in cases))
    if not hours_fit(cases, spec.extended, start, done, binder):
        return None
    moves = stops or extensions or factor or any(case.timed for case in cases)
    moving = Moving(stops, extensions, factor) if moves else None
    if moving is not None:
        tell_idle(cases, moving, binder)
    return TimeLimit(binder.info, spec, when, done, plain, cases, lead, table, start, moving)


def _bind_times(spec: TimeLimitSpec, limits: Sequence[Length | None], binder: Binder) -> Factor | None:
    factor, units = bind_factor(binder, spec.round, "times"), ("month", "year")
    months = [
        number for number, each in enumerate(limits, 1) if isinstance(each, Deadline) and each.limit.unit in units
    ]
    if months:
        binder.report("SR350", "times", number=months[0])
    return None if factor is None or months or tell_fractions(binder, factor, limits, "times") else factor


KIND = Kind(
    model=TimeLimitSpec,
    label=("办理时限", "time limit"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"late", "due", "due_at", "due_soon", "breached"}),
)
