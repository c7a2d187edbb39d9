"""Grades: a case moved up or down the list of all cases, not beyond its ends."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from typing import Protocol

from supervision_rules.expressions import Number, Numeric, Value
from supervision_rules.expressions.values import ends
from supervision_rules.findings import Explanation
from supervision_rules.language.reasons import reason


class Grade(Protocol):
    """A case of a list."""

    @property
    def place(self) -> int: ...

    @property
    def outcome(self) -> str: ...


def reached(places: Sequence[int], steps: Value, count: int) -> tuple[int, ...]:
    """The places among ``count`` that one of ``places`` may come to, ``steps`` further down, in their order.

    Of a number of steps in doubt any whole one between its ends may be meant; of one that is not whole, either beside.
    """
    last = count - 1
    if not isinstance(steps, Numeric):
        return tuple(range(count))
    low, high = (_within(end, last) for end in ends(steps))
    moves = range(floor(low), ceil(high) + 1)
    return tuple(sorted({min(max(place + move, 0), last) for place in places for move in moves}))


def _within(steps: Number, most: int) -> Number:
    """No more steps than there are, either way."""
    return min(max(steps, -most), most)


def moved(steps: Explanation, before: Grade | None, after: Grade | None) -> Explanation:
    """From which case to which, and how far; None where it is not known which."""
    value = steps.words["value"]
    words = {"before": before and before.outcome, "after": after and after.outcome}
    if after is None:
        return reason("outcome-moved-unclear", steps)
    if before is None or not isinstance(value, Number):
        return reason("outcome-moved-alike", steps, **words)
    if value == 0:
        return reason("outcome-kept", steps, **words)
    phrase = "outcome-lowered" if value > 0 else "outcome-raised"
    cut = "" if before.place + value == after.place else "-to-the-end"
    return reason(f"{phrase}{cut}", steps, steps=abs(value), **words)
