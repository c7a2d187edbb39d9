"""What can be made of the records that belong to a subject: counts, sums, extremes, firsts - each with its doubt.

Where it is unknown whether a record counts, the result is the interval from the least to the most it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, cast

from supervision_rules.expressions import Interval, Numeric, Value, interval
from supervision_rules.expressions.values import add, divide, ends
from supervision_rules.world import Row

Chosen = Iterable[tuple[Row, bool | None]]
"""Records that count (True) or may count (None, their condition is unknown)."""
Take = Callable[[Row], Value]
RUN: Final = "run"
"""The way that counts the last ones in a row."""


def _count(chosen: Chosen, take: Take) -> Value:
    low = high = 0
    for _, sure in chosen:
        high += 1
        low += sure is True
    return interval(low, high)


def _ordinal(chosen: Chosen, take: Take) -> Value:
    """Which one it is, after those that came before it."""
    return add(cast(Numeric, _count(chosen, take)), 1)


def _run(chosen: Chosen, take: Take) -> Value:
    """How many of the last ones meet a condition, which is taken of those of which it is unknown if they count.

    What surely breaks the run is not among them, nor what came before it.
    """
    low = high = 0
    unbroken = True
    for row, sure in reversed(list(chosen)):
        met = True if sure else take(row)
        unbroken = unbroken and met is True
        low += unbroken and sure is True
        high += met is not False
    return interval(low, high)


def _distinct(chosen: Chosen, take: Take) -> Value:
    pairs = [(_named(take(row)), sure) for row, sure in chosen]
    certain = {value for value, sure in pairs if sure and value is not None}
    possible = {value for value, _ in pairs if value is not None} - certain
    unnamed = [sure for value, sure in pairs if value is None]
    return interval(max(len(certain), True in unnamed), len(certain) + len(possible) + len(unnamed))


def _named(value: Value) -> Value:
    return None if isinstance(value, Interval) else value


def _sum(chosen: Chosen, take: Take) -> Value:
    total: Numeric = 0
    for row, sure in chosen:
        value = take(row)
        if not isinstance(value, Numeric):
            return None
        added = add(total, value if sure else _maybe(value))
        if added is None:
            return None
        total = added
    return total


def _maybe(value: Numeric) -> Numeric:
    low, high = (value.low, value.high) if isinstance(value, Interval) else (value, value)
    return interval(min(0, low), max(0, high))


def _mean(chosen: Chosen, take: Take) -> Value:
    """Unknown where nothing surely counts, or where a value is unknown."""
    pairs = list(chosen)
    certain = [pair for pair in pairs if pair[1]]
    total: Any = _sum(certain, take) if certain else None
    if total is None or len(certain) == len(pairs):
        return divide(total, len(certain))
    possible: list[Any] = [take(row) for row, sure in pairs if not sure]
    if not all(isinstance(value, Numeric) for value in possible):
        return None
    low, high = ends(total)
    least = _lowest_mean(low, len(certain), sorted(ends(value)[0] for value in possible))
    most = _lowest_mean(-high, len(certain), sorted(-ends(value)[1] for value in possible))
    return None if least is None or most is None else interval(least, -most)


def _lowest_mean(total: Any, size: int, others: Iterable[Any]) -> Any:
    """The lowest mean that ``size`` numbers can have with any of ``others``, which ascend: those below it lower it."""
    mean = divide(total, size)
    for other in others:
        if mean is None or other >= mean:
            break
        more, size = add(total, other), size + 1
        total, mean = more, divide(more, size)
    return mean


def _extreme(pick: Callable[[Iterable[Any]], Any]) -> Callable[[Chosen, Take], Value]:
    """Unknown where nothing surely counts, or where something is unknown; of numbers in doubt the ends are known."""

    def extreme(chosen: Chosen, take: Take) -> Value:
        values = [(take(row), sure) for row, sure in chosen]
        if not any(sure for _, sure in values) or any(value is None for value, _ in values):
            return None
        if all(sure and not isinstance(value, Interval) for value, sure in values):
            return cast(Value, pick(value for value, _ in values))
        if not all(isinstance(value, Numeric) for value, _ in values):
            return None
        bounds = [(ends(cast(Numeric, value)), sure) for value, sure in values]
        certain, possible = [pair for pair, sure in bounds if sure], [pair for pair, _ in bounds]
        found = [(pick(low for low, _ in pairs), pick(high for _, high in pairs)) for pairs in (certain, possible)]
        return interval(min(low for low, _ in found), max(high for _, high in found))

    return extreme


def _first(chosen: Chosen, take: Take) -> Value:
    row, sure = next(iter(chosen), (None, None))
    return take(row) if row is not None and sure else None


def _last(chosen: Chosen, take: Take) -> Value:
    return _first(reversed(list(chosen)), take)


def _any(chosen: Chosen, take: Take) -> Value:
    verdicts = [sure for _, sure in chosen]
    return True if True in verdicts else None if verdicts else False


def _every(chosen: Chosen, take: Take) -> Value:
    verdicts = [sure for _, sure in chosen]
    return False if False in verdicts else None if None in verdicts else True


def extreme_level(levels: Sequence[str], way: str) -> Callable[[Chosen, Take], Value]:
    """The level that stands at the top, or the bottom, of its list; unknown where one in doubt may stand beyond."""
    place = {level: index for index, level in enumerate(levels)}
    pick, end = (min, 0) if way == "top" else (max, len(levels) - 1)

    def extreme(chosen: Chosen, take: Take) -> Value:
        found = [(place.get(cast(str, take(row))), sure) for row, sure in chosen]
        certain = [each for each, sure in found if sure and each is not None]
        if not certain:
            return None
        best = pick(certain)
        beyond = any(each is None or pick(each, best) != best for each, _ in found)
        return None if beyond and best != end else levels[best]

    return extreme


AGGREGATES: Mapping[str, Callable[[Chosen, Take], Value]] = MappingProxyType(
    {
        "count": _count,
        RUN: _run,
        "ordinal": _ordinal,
        "distinct": _distinct,
        "sum": _sum,
        "mean": _mean,
        "max": _extreme(max),
        "min": _extreme(min),
        "first": _first,
        "last": _last,
        "any": _any,
        "every": _every,
    }
)

ENDS: Final = ("first", "last")
"""The ways that take one of the records, by their order."""
ORDERED: Final = (*ENDS, RUN)
"""The ways that hang on the order of the records."""
BY_LEVEL: Final = ("top", "bottom")
WAYS: Final = (*AGGREGATES, *BY_LEVEL)
"""How a fact can be made from records."""
