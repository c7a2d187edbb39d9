"""The value of a fact made from records, kept up as records come to count, change and no longer count."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from supervision_rules.expressions import Value, interval
from supervision_rules.language.aggregates import AGGREGATES, ENDS

Pair = tuple[Value, bool | None]
"""What is taken of a record, and whether the record surely counts (True) or may count (None)."""
_ALIKE = frozenset({"any", "every", "distinct"})
"""The ways in which two records that say the same count as one."""
_SUMMED = frozenset({"sum", "max", "min"})
"""The ways in which what has been made so far stands for the records that it was made from."""


def _itself(value: Any) -> Value:
    return value  # type: ignore[no-any-return]


class Pool:
    """The records that count for one fact of one subject. Each step takes about as long however many there are."""

    __slots__ = ("_aggregate", "_held", "_pairs", "_places", "_way")

    def __init__(self, way: str) -> None:
        self._way, self._aggregate = way, AGGREGATES[way]
        self._pairs: dict[int, Pair] = {}
        self._places: list[int] = []
        self._held: Counter[Pair] = Counter()

    @property
    def value(self) -> Value:
        """The value while nothing counts."""
        return self._aggregate((), _itself)

    def update(self, before: Value, change: Any) -> Value:
        """The value after ``change``: a record by its place in the order, and its pair, None if it counts no more.

        The places of records without a date are negative.
        """
        place, pair = change
        old = self._pairs.pop(place, None)
        if pair is not None:
            self._pairs[place] = pair
        self._hold(old, pair)
        if self._way in ENDS:
            return self._at_an_end(place, old, pair)
        if self._way == "count":
            return interval(self._held[(None, True)], self._held[(None, True)] + self._held[(None, None)])
        if self._way in _ALIKE:
            return self._aggregate(self._different(), _itself)
        if self._way in _SUMMED and old is None and pair is not None and before is not None and len(self._pairs) > 1:
            return self._aggregate([(before, True), pair], _itself)  # type: ignore[list-item]  # values for rows
        return self._aggregate(self._pairs.values(), _itself)  # type: ignore[arg-type]

    def _hold(self, old: Pair | None, pair: Pair | None) -> None:
        if self._way in (*_SUMMED, *ENDS, "mean"):
            return
        if pair is not None:
            self._held[pair] += 1
        if old is not None:
            self._held[old] -= 1
            if not self._held[old]:
                del self._held[old]

    def _different(self) -> Any:
        """Each pair once; those without a value as often as they are there, since they may say different things."""
        for (value, sure), times in self._held.items():
            for _ in range(times if value is None and self._way == "distinct" else 1):
                yield value, sure

    def _at_an_end(self, place: int, old: Pair | None, pair: Pair | None) -> Value:
        if old is None and pair is not None:
            insort(self._places, place)
        elif old is not None and pair is None:
            del self._places[bisect_left(self._places, place)]
        if len(self._places) > 1 and self._places[0] < 0:
            return None  # one without a date may be the first, and the last
        if self._way == "first":
            return self._aggregate(list(self._until_sure(self._places)), _itself)
        return self._aggregate(list(self._until_sure(reversed(self._places)))[::-1], _itself)

    def _until_sure(self, places: Iterable[int]) -> Iterator[Any]:
        """The pairs from one end on, to the first that surely counts: no other can be the first."""
        for place in places:
            yield self._pairs[place]
            if self._pairs[place][1]:
                return
