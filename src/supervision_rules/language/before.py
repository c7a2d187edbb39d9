"""How many records came before one: counted once for all that are alike, not anew for each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from typing import Any, Final, NamedTuple

from supervision_rules.expressions import Value, interval
from supervision_rules.language.choosing import Chooser
from supervision_rules.language.fact_spec import EARLIER
from supervision_rules.world import Row, divided

COUNTING: Final = {"count": 0, "ordinal": 1}
"""The ways that tell how many came before; what each makes of none."""


class _Course(NamedTuple):
    """Records in their order, and how many of the first so many count, and may count."""

    places: list[tuple[date, str]]
    sure: list[int]
    possible: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """Counts what came before a record. It gives what the chooser's records come to, where it can tell at once."""

    choose: Chooser

    @classmethod
    def of(cls, choose: Chooser) -> Before | None:
        """None where the fact is another."""
        spec = choose.spec
        plain = choose.counted == EARLIER and spec.way in COUNTING and choose.by is None
        return cls(choose) if plain and not choose.windowed and not choose.stock else None

    def __call__(self, row: Row) -> Value:
        """How many count before ``row``, as an interval where that is in doubt; None: its records must be looked at."""
        day: Any = row.source["date"]
        if row.day is not None or day is None or (row.world.tenures and divided(row, self.choose.via)):
            return None
        own = self.choose.own(row)
        span, begun = self.choose.bounds(row)
        if None in own or begun is not True or span is None:
            return None
        places, sure, possible = self._course(row, own)
        undated = bisect_right(places, (date.min, chr(0x10FFFF)))
        first = max(undated, bisect_left(places, (span[0], "")))
        last = max(first, min(bisect_left(places, (day, row.id)), bisect_right(places, (span[1], chr(0x10FFFF)))))
        low = sure[last] - sure[first]
        high = possible[last] - possible[first] + possible[undated]
        start = COUNTING[self.choose.spec.way]
        return interval(start + low, start + high)

    def _course(self, row: Row, own: tuple[Value, ...]) -> _Course:
        memo, key = row.world.memo, (self, row.period, own)
        if key not in memo:
            memo[key] = self._made(row, self.choose.fitting(row))
        return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in

    def _made(self, row: Row, records: Iterable[Row]) -> _Course:
        kept = list(records)
        verdicts = [self.choose.weighed(row, record) for record in kept]
        days: list[Any] = [record.source["date"] for record in kept]
        places = [(day or date.min, record.id) for day, record in zip(days, kept, strict=True)]
        sure = accumulate((verdict is True for verdict in verdicts), initial=0)
        return _Course(places, list(sure), list(accumulate((each is not False for each in verdicts), initial=0)))
