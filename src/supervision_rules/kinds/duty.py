"""Duties that recur: a report each month, at least two inspections a month - a missing one is found by its absence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from pydantic import Field

from supervision_rules.calendar import Moment, Period, PeriodKind
from supervision_rules.constructs.acts import Act, Acts, bind_acts
from supervision_rules.constructs.applying import Applying, applying
from supervision_rules.constructs.cadence import bind_cadence
from supervision_rules.constructs.due_day import DueDay
from supervision_rules.constructs.keeping import Keeping, doubts, told
from supervision_rules.constructs.lengths import day_of
from supervision_rules.constructs.owing import Owing, earliest_day
from supervision_rules.constructs.reversed import tell_reversed
from supervision_rules.constructs.standing import lead_unfixed
from supervision_rules.constructs.terms import Term
from supervision_rules.constructs.turns import Each, turns_of
from supervision_rules.expressions import DATE, MOMENT, interval
from supervision_rules.findings import Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import LimitText
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import MAX_RECORDS, of_days, of_expression, reason
from supervision_rules.language.spec import RecordType
from supervision_rules.world import Row, World, judges

DEFAULT_LEAD = "3 workdays"
_TURNS: Final = "the turns of a duty by the calendar"
_DAY: Final = timedelta(days=1)


class DutySpec(RuleSpec):
    """定期义务：每日、每周、每两周、每旬、每半月、每月、每季、每半年、每年等至少有几件某类记录，没有的查得出来。"""

    kind: Literal["duty"]
    """规则种类"""
    of: RecordType
    """谁的义务：单位 unit、人员 person，或哪一类事项"""
    when: Condition = True
    """对其中哪些"""
    start: str | None = None
    """义务从哪一天起（含）；不写的，名册从 since 起（没有的从最早的记录起），其他从其日期起"""
    end: str | None = None
    """义务到哪一天止（含）；不写的，名册到 until 止，没有的到判定日止"""
    each: Each
    """多久一次：day、workday（每个工作日）、week、ten days（旬）、half month（半月）、month、

    2 months（1至2月、3至4月……）、quarter、4 months、half year、year，首尾不足的也算；

    或自 start 起每满一个月（month from start）、两周（2 weeks from start）、三年（3 years from start）、

    五个工作日（5 workdays from start）一次，end 当日及以后的不算"""
    need: RecordType
    """用哪一类记录（或其一种）履行"""
    where: Condition = True
    """其中哪些记录才算"""
    via: str | None = None
    """记录用哪个字段指向义务人；all 指不论属于谁"""
    at_least: int = Field(default=1, ge=1, le=10_000)
    """每个时段至少几件"""
    by: str | None = None
    """记录的哪一天算履行，不写为其日期；due 有几时的，写时刻字段"""
    for_period: str | None = None
    """记录是关于哪个时段的（时段内任一天）；不写为履行之日所在的时段"""
    through: str | None = None
    """记录延续到哪一天（含）；写了的，跨到几个时段就在几个时段都算，没有这个日期的只算一个时段"""
    due: DueDay | None = None
    """每个时段在哪一天前（含当日）、几时前履行；不写为时段最后一天，不顺延"""
    lead: LimitText = DEFAULT_LEAD
    """到期前多久提示即将到期"""


@dataclass(frozen=True, slots=True)
class Duty:
    """A recurring duty bound to the declarations."""

    info: RuleInfo
    spec: DutySpec
    acts: Acts
    when: Expression
    applying: Applying
    owing: Owing
    keeping: Keeping

    def run(self, world: World) -> Iterator[Finding]:
        earliest = world.as_of if self.owing.start is not None else earliest_day(world)
        for row in world.of(self.spec.of):
            lasts = self.applying.lasts(row)
            if lasts is not False:
                yield from self._judge(row, earliest, lasts)

    def _judge(self, row: Row, earliest: date, lasts: bool | None) -> Iterator[Finding]:
        """``lasts``: whether the parts of ``when`` hold that are the same in each turn."""
        edges = self.owing.edges(row, earliest)
        if edges:
            if self.when.fast(row) is not False:
                yield self._unknown(row, self.when, *edges)
            return
        known = row.world.memo.setdefault((_TURNS, self.info.id, self.info.since), {})
        turns = self.owing.turns(row, earliest, known)
        if self.applying.in_turn:
            yield from self._of_turns(row, turns, lasts)
        elif lasts:
            yield from self._states(row, turns)
        elif any(judges(row.at(None, turn.period)) for turn in turns):
            yield self._unknown(row, self.when)

    def _of_turns(self, row: Row, turns: list[Term], lasts: bool | None) -> Iterator[Finding]:
        """What became of the turns in which the duty applies."""
        seen = [(turn, self.applying.seen(row, turn.period)) for turn in turns]
        applying = {turn.period: self.when.fast(view) for turn, view in seen}
        if lasts is None:
            if any(applying[turn.period] is not False and judges(view) for turn, view in seen):
                yield self._unknown(row, self.when)
            return
        yield from self._states(row, [turn for turn in turns if applying[turn.period] is True])
        for turn, view in seen:
            if applying[turn.period] is None:
                yield self._unknown(view, self.when)._replace(period=turn.period)

    def _states(self, row: Row, turns: list[Term]) -> list[Finding]:
        """What became of each turn: the same for all who owe the same turns, where records count whosever they are."""
        if self.acts.via:
            return self._each_state(row, turns)
        memo, key = row.world.memo, (self.info.id, self.info.since, tuple(turns))
        if key not in memo:
            memo[key] = self._each_state(row, turns)
        return [finding._replace(subject=row.id) for finding in memo[key]]

    def _each_state(self, row: Row, turns: list[Term]) -> list[Finding]:
        acts = self.acts.sorted(row, [turn.period for turn in turns])
        return [self._state(row, *pair) for pair in zip(turns, acts, strict=True)]

    def _state(self, row: Row, turn: Term, acts: list[Act]) -> Finding:
        """The duty is determined only where the least and the most that may have been done come to one state."""
        if turn.beyond is not None:
            outside = (("out_of_calendar", turn.beyond),)
            return Finding(self.info, str(row["id"]), State.UNDETERMINED, period=turn.period, detail=outside)
        worst = self.keeping.worst(acts, turn.due, row.world)
        best = self.keeping.best(acts, turn.due, row.world)
        sure, due, subject = sum(act.sure for act in acts), day_of(turn.due), str(row["id"])
        counted = (
            ("count", interval(sure, len(acts))),
            ("at_least", self.spec.at_least),
            *told(worst, best, turn.due, row.world),
        )
        if worst.state is not best.state:
            facts = doubts(acts, self.acts, turn.due)
            undetermined = Finding(self.info, subject, State.UNDETERMINED, due, None, None, turn.period, counted)
            return undetermined._replace(missing=facts, provisional=turn.unfixed)
        late, open_ = interval(best.number, worst.number), worst.state in (State.ON_COURSE, State.DUE_SOON)
        days = (turn.unfixed, lead_unfixed(self.keeping.lead, row.world) if open_ else None)
        unfixed = min((day for day in days if day is not None), default=None)
        return Finding(self.info, subject, worst.state, due, late, None, turn.period, counted, (), unfixed)

    def _unknown(self, row: Row, *expressions: Expression) -> Finding:
        return Finding(self.info, str(row["id"]), State.UNDETERMINED, missing=lacking(row, *expressions))

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        plain = row.plain
        asked = self.applying.seen(plain, finding.period)
        parts = [reason("applies", of_expression(self.when, asked))] if self.spec.when is not True else []
        parts += [of_expression(each, plain) for each in (self.owing.start, self.owing.end) if each is not None]
        if finding.period is not None and finding.day is not None:
            parts.append(self._explain_turn(plain, self.owing.cadence.term(finding.period, row.world.calendar)))
            parts += self._taken_over(plain, finding.period)
        return tuple(parts)

    def _taken_over(self, row: Row, period: Period) -> Iterator[Explanation]:
        """That another version of the document was in force when the period began."""
        day = row.world.change.took_over
        if day is not None and period.first < day <= period.last and row.type in row.world.schema.registers:
            yield reason("duty-taken-over", day=day)

    def _explain_turn(self, row: Row, turn: Term) -> Explanation:
        acts = self.acts.sorted(row, [turn.period])[0]
        count = interval(sum(act.sure for act in acts), len(acts))
        words = {"first": turn.period.first, "last": turn.period.last, "due": turn.due}
        days = () if turn.looked_at is None else (of_days(row, *turn.looked_at),)
        listed = self.acts.explain(acts[:MAX_RECORDS])
        phrase = "duty-count-hour" if isinstance(turn.due, Moment) else "duty-count"
        return reason(phrase, *days, *listed, count=count, least=self.spec.at_least, **words)


def bind(spec: DutySpec, binder: Binder) -> Duty | None:
    dates = {"by": spec.by, "for_period": spec.for_period, "through": spec.through}
    timed = spec.due is not None and spec.due.hour is not None
    acts = bind_acts(binder, spec.need, spec.of, spec.via, dates, timed)
    if spec.at_least > 1:
        binder.number(spec.at_least, "at_least")
    cadence = bind_cadence(spec.each, spec.due, binder)
    when = binder.condition("when", in_window=True)
    start, end = binder.expression("start", expected=DATE), binder.expression("end", expected=DATE)
    tell_reversed(binder, start, "end", end)
    broken = (start is None and spec.start is not None) or (end is None and spec.end is not None)
    if acts is None or when is None or broken or (timed and not _has_times(acts, binder)):
        return None
    lead = binder.length(spec.lead).deadline(binder.conventions)
    applies, keeping = applying(when, spec.of, cadence.each, binder.declarations), Keeping(spec.at_least, lead)
    return Duty(binder.info, spec, acts, when, applies, Owing(cadence, start, end), keeping)


def _has_times(acts: Acts, binder: Binder) -> bool:
    """Whether the day on which a record fulfils the duty has a time; told if not."""
    if acts.by is not None and acts.by.checked.type == MOMENT:
        return True
    if acts.by is None:
        binder.report("SR335", "due", "hour", given="date")
    else:
        binder.report("SR335", "by", given=acts.by.text)
    return False


def _turns(spec: DutySpec) -> PeriodKind | None:
    turns = turns_of(spec.each)
    return None if turns is None or turns.from_start else turns.kind


def _about(spec: DutySpec) -> tuple[str, str, PeriodKind] | None:
    kind = _turns(spec)
    return None if kind is None or spec.for_period is None else (spec.need, spec.for_period, kind)


KIND = Kind(
    model=DutySpec,
    label=("定期义务", "recurring duty"),
    subject=lambda spec: spec.of,
    bind=bind,
    gives=frozenset({"late", "due", "due_at", "due_soon", "breached"}),
    turns=_turns,
    about=_about,
)
