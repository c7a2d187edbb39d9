"""A pack's own tests: cases in YAML beside it, facts in and expectations out."""

from __future__ import annotations

from supervision_rules.testing.cases import Case, CaseFile, Expectation, read_cases
from supervision_rules.testing.runner import Outcome, Report, run_cases

__all__ = ["Case", "CaseFile", "Expectation", "Outcome", "Report", "read_cases", "run_cases"]
