"""Outcomes: which consequence or assignment a record or a unit comes to, and whether a person must still decide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.constructs.alternatives import exactly_one, only_beside
from supervision_rules.constructs.cases import undecided
from supervision_rules.constructs.deciding import DECISIONS, Decision, state_by
from supervision_rules.constructs.grades import moved, reached
from supervision_rules.constructs.holes import tell_holes
from supervision_rules.constructs.reachable import tell_unreachable
from supervision_rules.constructs.stating import States, bind_states, stated
from supervision_rules.diagnostics import named
from supervision_rules.expressions import NUMBER, may_be
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.kinds.base import Condition, Kind, Read, RuleSpec, Spec
from supervision_rules.language.binding import Binder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import Identifier, RecordType
from supervision_rules.world import Row, World


class OutcomeCase(Spec):
    """一种情形及其后果。"""

    when: Condition = True
    """什么情形；从上到下取第一个成立的，不写 when 的放在最后（all: true 时逐一判定）"""
    outcome: str
    """后果或分工，如“由市政府办公室牵头”"""
    code: str | None = None
    """后果的代号，供程序使用"""
    consent: Condition | None = None
    """需要谁同意：同意已有记录的条件；没有记录的，为“待同意”，记录是否算数不明的，无法判定；不需要的写 true"""
    judgement: Condition | None = None
    """需要人来认定：认定已有记录的条件；没有记录的，为“待认定”，记录是否算数不明的，无法判定；不需要的写 true"""
    words: str | None = None
    """这一情形的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""


class OutcomeSpec(RuleSpec):
    """后果与分工：什么情形有什么后果，由谁负责。"""

    kind: Literal["outcome"]
    """规则种类"""
    on: RecordType
    """对哪一类记录（或其一种）"""
    window: PeriodKind | None = None
    """按日、周、旬、半月、月、季、半年、年判定；记录从其日期起看各时段末日"""
    when: Condition = True
    """对其中哪些记录"""
    outcome: str | None = None
    """只有一种后果时，写在这里"""
    code: str | None = None
    """后果的代号，供程序使用"""
    cases: list[OutcomeCase] | None = Field(default=None, min_length=1)
    """各种情形及其后果；outcome 与 cases 二者写一个"""
    consent: Condition | None = None
    """各种情形都需要的同意（某一情形另有写明的除外）"""
    judgement: Condition | None = None
    """各种情形都需要的认定（某一情形另有写明的除外）"""
    lower: str | int | None = None
    """在 cases 里往下降几级（负数往上升），到最后（最前）一种为止，如 1 if false_report else 0；不写的不升不降"""
    all: bool = False
    """各种后果是否可以并存；不写则只取第一个成立的"""
    holes: str | None = None
    """各种情形之间有意留空的，说明理由；不写的，管不到的一段会提醒"""
    states: list[Identifier] = []
    """结论里一并写明的事实，如通报的件数"""

    @model_validator(mode="after")
    def _one_of_two(self) -> OutcomeSpec:
        exactly_one(self, "outcome", "cases")
        only_beside(self, "cases", "lower")
        if self.all and self.lower is not None:
            both = named(("all", "lower"))
            raise PydanticCustomError("SR154", "one of", {"keys": both, "given": both, "at": ("lower",)})
        return self


@dataclass(frozen=True, slots=True)
class _Case:
    place: int
    when: Expression
    outcome: str
    code: str | None
    words: str
    decisions: tuple[Decision, ...]

    @property
    def named(self) -> Detail:
        code: Detail = (("code", self.code),) if self.code is not None else ()
        return (*code, ("outcome", self.outcome))


@dataclass(frozen=True, slots=True)
class Outcome:
    """Consequences bound to the declarations."""

    info: RuleInfo
    spec: OutcomeSpec
    when: Expression
    cases: tuple[_Case, ...]
    lower: Expression | None
    """How far down the cases the first that holds is moved."""
    states: States
    """What every finding says besides."""

    def run(self, world: World) -> Iterator[Finding]:
        for row in world.window(self.spec.on, self.spec.window):
            yield from self.judge(row)

    def judge(self, row: Row) -> Iterator[Finding]:
        """What it finds of one record."""
        applies = self.when.fast(row)
        if applies is True:
            yield from self._judge(row) if self.lower is None else self._judge_moved(row, self.lower)
        elif applies is None:
            detail = (("possible", tuple(case.outcome for case in self.cases)),)
            cases = self.cases if self.spec.all else undecided(self.cases, row)
            facts = lacking(row, self.when, *(case.when for case in cases), self.lower)
            yield self._finding(row, State.UNDETERMINED, None, detail, facts)

    @property
    def reads(self) -> Iterator[Read]:
        """What it reads, all of its subject."""
        decisions = (decision.on_record for case in self.cases for decision in case.decisions)
        lower = () if self.lower is None else (self.lower,)
        yield Read(self.spec.on, None, (self.when, *(case.when for case in self.cases), *decisions, *lower))

    def _judge(self, row: Row) -> Iterator[Finding]:
        for index, case in enumerate(self.cases):
            hit = case.when.fast(row)
            if hit is True:
                yield self._conclude(row, index)
            elif hit is None:
                possible = [case] if self.spec.all else list(undecided(self.cases[index:], row))
                detail = (("possible", tuple(each.outcome for each in possible)),)
                facts = lacking(row, *(each.when for each in possible))
                yield self._finding(row, State.UNDETERMINED, index, detail, facts)
            if hit is not False and not self.spec.all:
                return

    def _judge_moved(self, row: Row, lower: Expression) -> Iterator[Finding]:
        """The case to which the first that holds is moved; undetermined unless all that may be come to one."""
        first = list(undecided(self.cases, row))
        if not first:
            return
        steps = lower.fast(row)
        if steps is None:
            steps = may_be(lower.checked.root, row)
        places = reached([case.place for case in first], steps, len(self.cases))
        if first[-1].when.fast(row) is True and len(places) == 1:
            before = first[0] if len(first) == 1 else None
            yield self._conclude(row, places[0], before)
            return
        detail = (("possible", tuple(self.cases[place].outcome for place in places)),)
        facts = lacking(row, *(case.when for case in first), lower)
        yield self._finding(row, State.UNDETERMINED, first[0].place, detail, facts)

    def _conclude(self, row: Row, index: int, before: _Case | None = None) -> Finding:
        """The consequence of a case; ``before`` is the one that holds, where it may have been moved."""
        case = self.cases[index]
        told: Detail = case.named
        if before is not None and before is not case:
            told += (("instead_of", before.outcome),)
        state, wanting, facts = state_by(case.decisions, row)
        return self._finding(row, state, index, told + wanting, facts)

    def _finding(
        self, row: Row, state: State, case: int | None, detail: Detail, facts: tuple[str, ...] = ()
    ) -> Finding:
        period, detail = row.period, (*detail, *stated(self.states, row))
        day = period.last if period else None
        if period is not None and period.last > row.world.as_of:
            # A period still running is judged to the day asked, and says so.
            detail = (*detail, ("to_date", row.world.as_of))
        return Finding(self.info, str(row["id"]), state, day, None, case, period, detail, facts)

    def explain(self, row: Row, finding: Finding) -> tuple[Explanation, ...]:
        parts = [] if self.spec.when is True else [reason("applies", of_expression(self.when, row))]
        if finding.case is None:
            return tuple(parts)
        if self.lower is not None:
            parts += self._explain_moved(row, self.lower, finding)
        else:
            first = finding.case if self.spec.all else 0
            parts += [self._explain_case(row, index) for index in range(first, finding.case + 1)]
        case = self.cases[finding.case]
        if _is_settled(finding):
            parts += [decision.explain(row) for decision in case.decisions]
        return (*parts, *(of_expression(each, row) for each in self.states))

    def _explain_moved(self, row: Row, lower: Expression, finding: Finding) -> Iterator[Explanation]:
        """How each case came out, to the first that holds, and from which to which it was moved."""
        first = list(undecided(self.cases, row))
        yield from (self._explain_case(row, place) for place in range(first[-1].place + 1))
        sure = len(first) == 1 and first[0].when.fast(row) is True
        before, after = first[0] if sure else None, self.cases[finding.case or 0] if _is_settled(finding) else None
        yield moved(of_expression(lower, row), before, after)

    def why_not(self, row: Row) -> Iterator[Explanation]:
        """How each case came out."""
        return (self._explain_case(row, index) for index in range(len(self.cases)))

    def _explain_case(self, row: Row, index: int) -> Explanation:
        case = self.cases[index]
        hit = case.when.fast(row)
        phrase = "case-unclear" if hit is None else "case-matched" if hit else "case-passed"
        return reason(phrase, of_expression(case.when, row), number=index + 1, words=case.words)


def _is_settled(finding: Finding) -> bool:
    """Whether it is known which case applies, whatever a person must still decide."""
    return finding.state is not State.UNDETERMINED or "unclear" in dict(finding.detail)


def bind(spec: OutcomeSpec, binder: Binder) -> Outcome | None:
    when = binder.condition("when")
    if spec.outcome is not None:
        single = OutcomeCase(outcome=spec.outcome, code=spec.code, consent=spec.consent, judgement=spec.judgement)
        cases = [_bind_case(single, (), spec, binder)]
    else:
        cases = [_bind_case(case, ("cases", index), spec, binder) for index, case in enumerate(spec.cases or ())]
        if spec.lower is None:  # else the result may move to a case that none comes to by itself
            tell_unreachable(binder, when, [case.when if case else None for case in cases], every=spec.all)
    if when is None or None in cases:
        return None
    lower, states = binder.expression("lower", expected=NUMBER), bind_states(spec.states, binder)
    if (lower is None and spec.lower is not None) or states is None:
        return None
    bound = tuple(case for case in cases if case)
    if not spec.all and spec.holes is None:
        tell_holes(binder, when, [case.when for case in bound], inner=True)
    return Outcome(binder.info, spec, when, bound, lower, states)


def _bind_case(case: OutcomeCase, path: tuple[str | int, ...], spec: OutcomeSpec, binder: Binder) -> _Case | None:
    # The rule's own condition is asked once, for all cases.
    when = binder.condition(*path, "when") if path else binder.condition("cases")
    asked = {name: getattr(case, name) or getattr(spec, name) for name in DECISIONS}
    needed = [name for name, condition in asked.items() if condition is not None]
    decisions = [(name, _decision(case, name, path, binder)) for name in needed if not (path and asked[name] is True)]
    if when is None or any(decided is None for _, decided in decisions):
        return None
    stated = tuple(Decision(name, decided) for name, decided in decisions if decided is not None)
    return _Case(int(path[1]) if path else 0, when, case.outcome, case.code, case.words or case.outcome, stated)


def _decision(case: OutcomeCase, name: str, path: tuple[str | int, ...], binder: Binder) -> Expression | None:
    """The condition that a decision is on record: the case's own, or the rule's."""
    return binder.decision(*(path if getattr(case, name) is not None else ()), name)


def _codes(spec: OutcomeSpec) -> dict[str, str]:
    """The codes of all cases; none where they may hold together, or one has no code."""
    cases = spec.cases or [OutcomeCase(outcome=spec.outcome or "", code=spec.code)]
    codes = {case.code: case.outcome for case in cases if case.code is not None}
    return {} if spec.all or any(case.code is None for case in cases) else codes


KIND = Kind(
    model=OutcomeSpec,
    label=("后果与分工", "outcome"),
    subject=lambda spec: spec.on,
    bind=bind,
    gives=frozenset({"outcome"}),
    codes=_codes,
    alone=Outcome.judge,
    reads=lambda rule: rule.reads,
    why_not=Outcome.why_not,
)
