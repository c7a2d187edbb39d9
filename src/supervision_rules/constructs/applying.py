"""When what recurs is owed: a condition asked once, or in each turn as things stood when that ended."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.calendar import Period, lies_within
from supervision_rules.constructs.turns import Turns
from supervision_rules.expressions import Value
from supervision_rules.expressions.cells import conjuncts
from supervision_rules.expressions.values import conjunction
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row


@dataclass(frozen=True, slots=True)
class Applying:
    """A condition whose parts may be the same in each turn, or come to another value in the next."""

    lasting: tuple[Expression, ...]
    """The parts, all of which must hold, that are the same in each turn."""
    in_turn: bool
    """Whether there are others: then it is asked in each turn, and what comes later changes none that is over."""
    stepwise: bool
    """Whether there may be too many turns to judge anew how all stood at the end of each."""

    def lasts(self, row: Row) -> bool | None:
        """Whether all hold that are the same in each turn."""
        return conjunction(tuple(_truth(part.fast(row)) for part in self.lasting))

    def seen(self, row: Row, period: Period | None) -> Row:
        """``row`` as it is asked about in the turn of a period."""
        if not self.in_turn or period is None:
            return row
        return self._at_its_end(row, period) if self.stepwise else row.world.judged(row, period)

    def _at_its_end(self, row: Row, period: Period) -> Row:
        if period.last >= row.world.as_of:
            return row.at(None, period)
        view = row.at(period.last, period)
        view.closed = view.stepwise = True
        return view


def applying(when: Expression, of: str, turns: Turns, declarations: Declarations) -> Applying:
    """``when`` of what recurs so often for each record of the type ``of``."""
    parts = [Expression(part, when.fields) for part in conjuncts(when.checked)]
    lasting = tuple(part for part in parts if not declarations.turns(of, (part,)))
    stepwise = turns.from_start or not lies_within("month", turns.kind)
    return Applying(lasting, len(lasting) < len(parts), stepwise)


def _truth(value: Value) -> bool | None:
    return value if isinstance(value, bool) else None
