"""Running a pack's cases: each trial is judged afresh and held against what it expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from supervision_rules.api import PackError, Policy, calendar_of
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.engine import GOVERNANCE, build_world, run
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding
from supervision_rules.records import Models, Record, settle
from supervision_rules.records.recognise import Recogniser
from supervision_rules.records.rows import Row
from supervision_rules.testing.cases import Expectation, Raw, Trial, read_cases


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trial: nothing in ``differences`` means that it passed."""

    name: str
    rule: str
    label: str
    span: Span
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of a pack's cases, and which rules no case tests on both sides."""

    pack: str
    outcomes: tuple[Outcome, ...]
    untested: tuple[str, ...]
    """Rules without a case that they hit, or without one that they just do not."""

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)


def run_cases(policy: Policy, data: bytes, source: str, diagnostics: Collector) -> Report | None:
    """Run every case of a file against the pack that it is about; None if the file cannot be used, which is told."""
    read = read_cases(data, source, diagnostics)
    if read is None or diagnostics.failed:
        return None
    file, trials = read
    if file.pack != policy.id:
        diagnostics.add("SR604", None, given=file.pack, pack=policy.id)
        return None
    runner = _Runner(policy, diagnostics)
    outcomes = tuple(runner.outcome(trial) for trial in trials)
    return Report(policy.id, outcomes, tuple(runner.untested()))


class _Runner:
    """Runs trials, keeping the pack compiled under each set of readings asked for."""

    def __init__(self, policy: Policy, diagnostics: Collector) -> None:
        self.policy = policy
        self.diagnostics = diagnostics
        self.models = Models(policy.compiled.vocabulary)
        self.compiled: dict[tuple[tuple[str, str], ...], CompiledPack] = {}
        self.sides: dict[str, set[bool]] = {}

    def outcome(self, trial: Trial) -> Outcome:
        case = trial.case
        differences = tuple(self._differences(trial))
        return Outcome(trial.name, case.rule, case.label, trial.span, differences)

    def untested(self) -> Iterator[str]:
        """The rules that the cases do not show on both sides: an adverse or positive result, and the other."""
        for info in self.policy.compiled.infos:
            if len(self.sides.get(info.id, ())) < 2:
                yield info.id

    def _differences(self, trial: Trial) -> Iterator[str]:
        rules = {info.id for info in self.policy.compiled.infos} | {GOVERNANCE}
        if trial.case.rule not in rules:
            yield f"没有规则 no rule: {trial.case.rule}"
            return
        records = self._records(trial)
        problems = Collector()
        batch = settle(records, self.policy.compiled.vocabulary, problems)
        yield from (f"{problem.code} {problem.message('zh')}" for problem in problems)
        try:
            compiled = self._compiled(trial.readings)
        except PackError as problem:
            yield str(problem)
            return
        world, outside = build_world(compiled, batch.records, trial.as_of, calendar_of(compiled, ()))
        found = [finding for finding in run(compiled, world, outside) if finding.rule.id == trial.case.rule]
        self.sides.setdefault(trial.case.rule, set()).update(_sides(found))
        yield from _compare(trial.expect, found)

    def _compiled(self, readings: Mapping[str, str]) -> CompiledPack:
        key = tuple(sorted(readings.items()))
        if key not in self.compiled:
            self.compiled[key] = self.policy.under(readings)
        return self.compiled[key]

    def _records(self, trial: Trial) -> list[Record]:
        recogniser = Recogniser(self.models, self.diagnostics)
        return [
            record for raw in trial.records if (record := recogniser.record(_row(raw, trial.span), None, cells=False))
        ]


def _row(raw: Raw, span: Span) -> Row:
    return Row(raw, span, lambda key, value: span)


def _sides(found: list[Finding]) -> set[bool]:
    """Whether a trial shows the rule taking hold, or not: nothing found, or nothing but what is in order."""
    return {any(finding.state.adverse or finding.state.value in _TAKES_HOLD for finding in found)}


_TAKES_HOLD = frozenset({"reached", "due_for", "scored", "ranked", "concluded"})


def _compare(expected: tuple[Expectation, ...], found: list[Finding]) -> Iterator[str]:
    if len(expected) != len(found):
        yield (
            f"应有 {len(expected)} 个结论，得出 {len(found)} 个 (expected {len(expected)}, found {len(found)}): "
            + "; ".join(_shown(finding) for finding in found)
        )
        return
    for number, (wanted, finding) in enumerate(zip(expected, found, strict=True), start=1):
        for name, want, got in _pairs(wanted, finding):
            if want != got:
                yield f"结论 {number} 的 {name}：应为 {want}，得出 {got} (expected {want}, found {got})"


def _pairs(wanted: Expectation, finding: Finding) -> Iterator[tuple[str, object, object]]:
    """What is compared: only what the expectation states."""
    got = {
        "subject": finding.subject,
        "state": finding.state,
        "day": finding.day,
        "value": _value(finding.value),
        "case": None if finding.case is None else finding.case + 1,
        "period": finding.period.label if finding.period else None,
        "missing": list(finding.missing),
        "provisional": finding.provisional,
        "severity": finding.rule.severity,
    }
    for name in wanted.model_fields_set - {"detail"}:
        yield name, getattr(wanted, name), got[name]
    detail = dict(finding.detail)
    for name, want in wanted.detail.items():
        yield f"detail.{name}", _plain(want), _plain(detail.get(name))


def _value(value: object) -> object:
    return [value.low, value.high] if isinstance(value, Interval) else value


def _plain(value: object) -> object:
    """Details are compared as they would be written in YAML."""
    if isinstance(value, Interval):
        return [_plain(value.low), _plain(value.high)]
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, bool | None):
        return value
    return Decimal(value) if isinstance(value, int | Decimal) else str(value)


def _shown(finding: Finding) -> str:
    parts = (finding.subject, finding.state.value, finding.day, _value(finding.value), finding.missing or None)
    return " ".join(str(part) for part in parts if part is not None)
