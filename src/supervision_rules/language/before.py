"""How many records came before one: counted once for all that are alike, not anew for each of them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Final, NamedTuple

from supervision_rules.expressions import Value, interval
from supervision_rules.language.choosing import Chooser
from supervision_rules.language.fact_spec import EARLIER
from supervision_rules.language.order import Order
from supervision_rules.world import Row

COUNTING: Final = {"count": 0, "ordinal": 1}
"""The ways that tell how many came before; what each makes of none."""


class _Course(NamedTuple):
    """Records in their order, and how many of the first so many count, and may count."""

    order: Order
    sure: list[int]
    possible: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """Counts what came before a record. It gives what the chooser's records come to, where it can tell at once."""

    choose: Chooser

    @classmethod
    def of(cls, choose: Chooser) -> Before | None:
        """None where the fact is another."""
        plain = choose.counted == EARLIER and choose.spec.way in COUNTING
        return cls(choose) if plain and not choose.windowed and not choose.stock else None

    def __call__(self, row: Row) -> Value:
        """How many count before ``row``, as an interval where that is in doubt; None: its records must be looked at."""
        if row.day is not None or self.choose.sharing.divided(row):
            return None
        day, own = self.choose.bounds.day_of(row), self.choose.own(row)
        span, begun = self.choose.bounds(row)
        if day is None or None in own or begun is not True:
            return None
        course = self._course(row, own)
        undated, first, last = course.order.before(row, day, span)
        start = COUNTING[self.choose.spec.way]
        low = start + course.sure[last] - course.sure[first]
        high = start + course.possible[last] - course.possible[first] + course.possible[undated]
        return interval(low, high)

    def _course(self, row: Row, own: tuple[Value, ...]) -> _Course:
        memo, key = row.world.memo, (self, row.period, own)
        if key not in memo:
            memo[key] = self._made(row)
        return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in

    def _made(self, row: Row) -> _Course:
        order = self.choose.order(row)
        verdicts = [self.choose.weighed(row, record) for record in order.records]
        sure = accumulate((verdict is True for verdict in verdicts), initial=0)
        return _Course(order, list(sure), list(accumulate((each is not False for each in verdicts), initial=0)))
