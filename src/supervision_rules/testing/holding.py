"""What was found in a trial held against what it expects."""

from __future__ import annotations

from supervision_rules.findings import Finding
from supervision_rules.results import Run
from supervision_rules.testing.checks import situations
from supervision_rules.testing.compare import Difference, compare
from supervision_rules.testing.trials import Trial


def compared(run: Run, trial: Trial) -> list[Finding]:
    """What was found of the subjects that the trial is about."""
    only = trial.case.only
    asked = {*only, *(wanted.subject for wanted in trial.expect)}
    return [finding for finding in run.findings if not only or finding.subject in asked]


def differences_of(run: Run, trial: Trial) -> tuple[Difference, ...]:
    """All that is not as expected."""
    rule = next((spec for spec in run.compiled.pack.rules if spec.id == trial.case.rule), None)
    return compare(trial.expect, compared(run, trial), situations(rule) if rule is not None else ())
