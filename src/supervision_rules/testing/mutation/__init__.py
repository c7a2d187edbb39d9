"""A pack with one value changed after the other: do its cases, or ``check``, tell?"""

from __future__ import annotations

from supervision_rules.testing.mutation.arguments import check_argued
from supervision_rules.testing.mutation.judge import End, Judge, Verdict
from supervision_rules.testing.mutation.mutants import Mutant, mutants

__all__ = ["End", "Judge", "Mutant", "Verdict", "check_argued", "mutants"]
