"""The climb of a ladder: on which day of a history each of its steps was reached, or perhaps was."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from supervision_rules.constructs.early import may_have_held
from supervision_rules.constructs.history import Change, Moment
from supervision_rules.expressions import Value
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.world import Row

Condition = tuple[int, Callable[[Row], Value]]
"""The place of a step and what leads to it."""
Doubter = Callable[[int, Row], bool]
"""Whether the condition of the step at a place, which is unknown, may hold."""


@dataclass(slots=True)
class Climb:
    """What a history comes to: when each step was surely reached, and by what; the day from which it perhaps was."""

    reached: dict[int, tuple[date, list[Change]]]
    doubtful: dict[int, date]
    rungs: list[int]
    """The steps newly reached, in order: on each day the highest, if it is higher than all before."""

    def by(self, step: int, day: date) -> bool | None:
        """Whether ``step`` had been reached by the close of ``day``."""
        if step in self.reached and self.reached[step][0] <= day:
            return True
        return None if step in self.doubtful and self.doubtful[step] <= day else False


def climb(history: Iterable[Moment], conditions: Sequence[Condition], in_doubt: Doubter, *, again: bool) -> Climb:
    """Try each step on each day until it is surely reached; with ``again`` those below the highest one too."""
    found, top = Climb({}, {}, []), -1
    reached, doubtful, pending = found.reached, found.doubtful, conditions
    for day, row, changes in history:
        highest = -1
        for index, condition in pending:
            holds = condition(row)
            if holds is True:
                reached[index], highest = (day, changes), index
            elif holds is None and index not in doubtful and in_doubt(index, row):
                doubtful[index] = day
        if highest > top:
            found.rungs.append(highest)
            top = highest
        if highest >= 0:
            pending = [one for one in pending if one[0] not in reached] if again else conditions[top + 1 :]
            if not pending:
                break
    return found


def doubter(conditions: Sequence[Expression], totals: bool) -> Doubter:
    """What tells of the condition of a step that is unknown whether it may hold: not if only an event that has not
    happened is missing.

    ``totals``: a result is asked for that is known for the last day only, so that before that it may be too early.
    """

    def in_doubt(index: int, row: Row) -> bool:
        condition = conditions[index]
        if totals and row.day is not None and row.day < row.world.as_of and not may_have_held(condition, row):
            return False
        return bool(condition.checked.calls) or open_to_doubt(condition, row)

    return in_doubt
