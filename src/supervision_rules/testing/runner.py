"""Running a pack's cases: each trial is judged afresh and held against what it expects."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.policy import Policy
from supervision_rules.results import Run
from supervision_rules.testing.checks import check
from supervision_rules.testing.compare import Difference
from supervision_rules.testing.holding import compared, differences_of
from supervision_rules.testing.judging import Judging
from supervision_rules.testing.settling import Ready, with_records
from supervision_rules.testing.sides import OneSided, one_sided, side
from supervision_rules.testing.trials import read_cases


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
    ready = with_records(policy, read, diagnostics)
    if diagnostics.failed:
        return None
    wanted = [each for each in ready if chosen is None or chosen(each.trial.name)]
    judging = Judging(policy, [each.trial for each in wanted])
    sides: dict[str, set[bool]] = {}
    outcomes = tuple(_outcome(judging, each, sides) for each in wanted)
    return Report(policy.id, outcomes, tuple(one_sided(policy, sides)) if chosen is None else ())


def _outcome(judging: Judging, ready: Ready, sides: dict[str, set[bool]]) -> Outcome:
    trial, case = ready.trial, ready.trial.case
    run = judging.run(trial, ready.records)
    own = [finding for finding in compared(run, trial) if finding.rule.id == case.rule]
    sides.setdefault(case.rule, set()).add(side(own))
    differences = differences_of(run, trial)
    return Outcome(trial.name, case.rule, case.label, trial.span, differences, run if differences else None)
