"""Running a pack's cases: each trial is judged afresh and held against what it expects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.policy import Policy
from supervision_rules.records import Record
from supervision_rules.results import Run
from supervision_rules.testing.checks import check, situations
from supervision_rules.testing.compare import Difference, compare
from supervision_rules.testing.judging import Judging
from supervision_rules.testing.settling import Settling
from supervision_rules.testing.sides import OneSided, one_sided, side
from supervision_rules.testing.trials import Trial, Trials, read_cases


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one trial: nothing in ``differences`` means that it passed."""

    name: str
    rule: str
    label: str
    span: Span
    differences: tuple[Difference, ...]
    run: Run | None
    """Of a trial that failed, the world that was judged and what the rule found."""

    @property
    def passed(self) -> bool:
        return not self.differences


@dataclass(frozen=True, slots=True)
class Report:
    """The outcomes of a pack's cases, and which rules they do not test on both sides."""

    pack: str
    outcomes: tuple[Outcome, ...]
    one_sided: tuple[OneSided, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if not outcome.passed)

    @property
    def untested(self) -> tuple[str, ...]:
        """Rules without a trial in which they take hold, or without one in which they do not."""
        return tuple(rule.rule for rule in self.one_sided)


class _Ready(NamedTuple):
    trial: Trial
    records: tuple[Record, ...]


def run_cases(
    policy: Policy,
    data: bytes,
    source: str,
    diagnostics: Collector,
    chosen: Callable[[str], bool] | None = None,
) -> Report | None:
    """Run the cases of a file against the pack that it is about; None if the file cannot be used, which is told.

    ``chosen`` says by its name (``in-time``, ``in-time#2``) whether a trial is run; then nothing is said about sides.
    """
    read = read_cases(data, source, diagnostics)
    if read is None or not check(read, policy, diagnostics):
        return None
    ready = _ready(policy, read, diagnostics)
    if diagnostics.failed:
        return None
    wanted = [each for each in ready if chosen is None or chosen(each.trial.name)]
    judging = Judging(policy, [each.trial for each in wanted])
    sides: dict[str, set[bool]] = {}
    outcomes = tuple(_outcome(judging, each, sides) for each in wanted)
    return Report(policy.id, outcomes, tuple(one_sided(policy, sides)) if chosen is None else ())


def _ready(policy: Policy, read: Trials, diagnostics: Collector) -> list[_Ready]:
    """The trials with their records; all that is wrong with any record is told."""
    settling = Settling(policy, diagnostics)
    return [_Ready(trial, settling.records(trial.records)) for trial in read.trials]


def _outcome(judging: Judging, ready: _Ready, sides: dict[str, set[bool]]) -> Outcome:
    trial, case = ready.trial, ready.trial.case
    run = judging.run(trial, ready.records)
    asked = {*case.only, *(wanted.subject for wanted in trial.expect)}
    found = [finding for finding in run.findings if not case.only or finding.subject in asked]
    own = [finding for finding in found if finding.rule.id == case.rule]
    sides.setdefault(case.rule, set()).add(side(own))
    rule = next((spec for spec in run.compiled.pack.rules if spec.id == case.rule), None)
    differences = compare(trial.expect, found, situations(rule) if rule is not None else ())
    return Outcome(trial.name, case.rule, case.label, trial.span, differences, run if differences else None)
