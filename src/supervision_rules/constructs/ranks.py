"""Places in an order of amounts, some of which are only known to lie between two ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from supervision_rules.expressions import Number, Numeric
from supervision_rules.expressions.values import ends, negative

Amount = tuple[Any, Any]
"""The least and the most that something can come to, the higher the better: numbers, or numbers with a tie-breaker."""
Comparable = tuple[float, Number]
"""A number behind its nearest float: they compare as the numbers do, mostly without looking at them."""
ANYTHING: Final[tuple[Number, Number]] = (Decimal("-Infinity"), Decimal("Infinity"))


def amount(values: Sequence[Numeric | None], order: str) -> Amount:
    """The ends of what is compared: of several numbers the first that differs tells."""
    ends = [_ends(value, order) for value in values]
    if len(ends) == 1:
        return ends[0]
    return tuple(low for low, _ in ends), tuple(high for _, high in ends)


def _ends(value: Numeric | None, order: str) -> tuple[Comparable, Comparable]:
    """The ends of ``value`` such that more is better, also where low comes first."""
    if order == "low":
        value = negative(value)
    low, high = ANYTHING if value is None else ends(value)
    least = (float(low), low)
    return least, least if high is low else (float(high), high)


@dataclass(frozen=True, slots=True)
class Field:
    """The amounts to be compared with, sorted by each end. The questions count members in logarithmic time."""

    lows: tuple[Any, ...]
    """Of those that surely take part and, where level ones count as one, cannot be level."""
    highs: tuple[Any, ...]
    """Of all that may take part."""

    @classmethod
    def of(cls, sure: Iterable[Amount], doubtful: Iterable[Amount] = ()) -> Field:
        certain = list(sure)
        every = [*certain, *doubtful]
        return cls(tuple(sorted(low for low, _ in certain)), tuple(sorted(high for _, high in every)))

    @classmethod
    def distinct(cls, sure: Iterable[Amount], doubtful: Iterable[Amount] = ()) -> Field:
        """The field in which those that are level count as one; of amounts in doubt it is unknown whether they are."""
        certain = list(sure)
        every = [*certain, *doubtful]
        exact = {high for low, high in every if low == high}
        return cls(
            tuple(reversed(_apart(certain))),
            tuple(sorted([*exact, *(high for low, high in every if low != high)])),
        )

    def surely_above(self, member: Amount) -> int:
        """How many must be above ``member``."""
        return len(self.lows) - bisect_right(self.lows, member[1])

    def surely_level(self, member: Amount) -> int:
        """How many must be level with it or above, itself included if it is of the field and exact."""
        return len(self.lows) - bisect_left(self.lows, member[1])

    def maybe_above(self, member: Amount) -> int:
        """How many may be above it, itself included if it is of the field and not exact."""
        return len(self.highs) - bisect_right(self.highs, member[0])

    def maybe_level(self, member: Amount) -> int:
        """How many may be level with it or above, itself included if it is of the field."""
        return len(self.highs) - bisect_left(self.highs, member[0])


def _apart(amounts: Iterable[Amount]) -> list[Any]:
    """From the highest down the lows of amounts of which no two can be level, as many as there are.

    Above any bound as many different values are needed as there are of these above it: the others may be level.
    """
    found: list[Any] = []
    for low, high in sorted(amounts, reverse=True):
        if not found or high < found[-1]:
            found.append(low)
    return found
