"""When what recurs is owed: a condition asked once, or in each turn as things stood when that ended."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.calendar import Period
from supervision_rules.expressions import Value
from supervision_rules.expressions.cells import conjuncts
from supervision_rules.expressions.values import conjunction
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row


@dataclass(frozen=True, slots=True)
class Applying:
    """A condition whose parts may be the same in each turn, or come to another value in the next."""

    when: Expression
    lasting: tuple[Expression, ...]
    """The parts, all of which must hold, that are the same in each turn."""
    in_turn: bool
    """Whether there are others: then it is asked in each turn, and what comes later changes none that is over."""

    def lasts(self, row: Row) -> bool | None:
        """Whether all hold that are the same in each turn."""
        return conjunction(tuple(_truth(part.fast(row)) for part in self.lasting))

    def seen(self, row: Row, period: Period | None) -> Row:
        """``row`` as it is asked about in the turn of a period."""
        return row.world.judged(row, period) if self.in_turn and period is not None else row


def applying(when: Expression, of: str, declarations: Declarations) -> Applying:
    """``when`` of what recurs for each record of the type ``of``."""
    parts = [Expression(part, when.fields) for part in conjuncts(when.checked)]
    lasting = tuple(part for part in parts if not declarations.turns(of, (part,)))
    return Applying(when, lasting, len(lasting) < len(parts))


def _truth(value: Value) -> bool | None:
    return value if isinstance(value, bool) else None
