"""A pack's own tests: cases in YAML beside it, facts in and expectations out."""

from __future__ import annotations

from supervision_rules.testing.boundaries import Edge, Offers, Variant
from supervision_rules.testing.cases import Case, CaseFile, Expectation
from supervision_rules.testing.compare import Difference
from supervision_rules.testing.coverage import Coverage, RuleCoverage, Watch
from supervision_rules.testing.mutating import Judged, MutationReport, mutate
from supervision_rules.testing.offering import offer
from supervision_rules.testing.runner import Outcome, Report, run_cases
from supervision_rules.testing.sides import OneSided, takes_hold
from supervision_rules.testing.trials import read_cases

__all__ = [
    "Case",
    "CaseFile",
    "Coverage",
    "Difference",
    "Edge",
    "Expectation",
    "Judged",
    "MutationReport",
    "Offers",
    "OneSided",
    "Outcome",
    "Report",
    "RuleCoverage",
    "Variant",
    "Watch",
    "mutate",
    "offer",
    "read_cases",
    "run_cases",
    "takes_hold",
]
