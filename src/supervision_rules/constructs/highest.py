"""Of several amounts for the same thing only the highest counts; each may be in doubt, and so may what it is for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from supervision_rules.constructs.boxes import total
from supervision_rules.expressions import Interval, Numeric
from supervision_rules.expressions.values import ends, subtract


def sum_of_highest(groups: Mapping[Any, list[Numeric | None]]) -> Numeric | None:
    """The sum of the highest of each group; what lies under None may belong to any group, or make one of its own."""
    tops = [_highest(prices) for group, prices in groups.items() if group is not None]
    return _with_unknown(tops, groups[None]) if None in groups else total(tops)


def _highest(prices: Iterable[Numeric | None]) -> Numeric | None:
    """The highest of some amounts, each of which may be an Interval."""
    bounds = [ends(price) if price is not None else None for price in prices]
    known = [bound for bound in bounds if bound is not None]
    if len(known) < len(bounds):
        return None
    low, high = max(low for low, _ in known), max(high for _, high in known)
    return low if low == high else Interval(low, high)


def _with_unknown(tops: list[Numeric | None], unknown: list[Numeric | None]) -> Numeric | None:
    """The sum of the groups' highest, where the group of some records is unknown: each may be of any, or its own."""
    least, most, best = total(tops), total([*tops, *unknown]), _highest(unknown)
    if least is None or most is None or best is None:
        return None
    top = max((ends(price)[0] for price in tops if price is not None), default=0)
    low = total([ends(least)[0], subtract(max(ends(best)[0], top), top)])
    return None if low is None else Interval(ends(low)[0], ends(most)[1]) if low != most else low
