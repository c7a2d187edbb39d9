"""An expression bound to the declarations: computed for a row, or explained; and the choice among cases."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from supervision_rules.expressions import Checked, Traced, Value, compile_choice, compile_doubt, compile_fast, tracer
from supervision_rules.world import Row


@dataclass(frozen=True)
class Expression:
    """A checked expression in its two forms: ``fast`` decides, ``trace`` explains; both come to the same value."""

    checked: Checked
    fields: frozenset[str] = frozenset()
    """The fields of what it is about, which are read from the record itself."""

    @cached_property
    def fast(self) -> Callable[[Row], Value]:
        """Its value for a row; compiled when it is first asked for, since a check never asks."""
        return compile_fast(self.checked, self.fields)

    @cached_property
    def doubted(self) -> Callable[[Row], bool] | None:
        """Asked where the value is unknown: whether there may be none. None if there is no such doubt."""
        return compile_doubt(self.checked, self.fields)

    @property
    def text(self) -> str:
        return self.checked.text

    def names_only(self, names: Container[str]) -> bool:
        """Whether it reads nothing but these facts, and no result of another rule."""
        return not self.checked.calls and all(name in names for name in self.checked.names)

    def trace(self, row: Row) -> Traced:
        """The value of every part, by the reference evaluator."""
        return self._tracer(row)

    @cached_property
    def _tracer(self) -> Callable[[Row], Traced]:
        return tracer(self.checked)


@dataclass(frozen=True)
class CaseTable:
    """Which of some cases of a rule applies: the first whose condition holds, where ``when`` does."""

    when: Expression
    cases: tuple[tuple[Expression, tuple[Expression, ...]], ...]
    """The condition of each case, and what is read where it applies."""

    @cached_property
    def choice(self) -> Callable[[Row], tuple[Any, ...] | None]:
        """The place of the case, and what is read; None if unknown.

        The place is -1 where ``when`` does not hold, the number of the cases where none does: nothing is read then.
        """
        cases = [(case.checked.root, [each.checked.root for each in read]) for case, read in self.cases]
        return compile_choice(self.when.checked.root, cases, self.when.fields)
