"""So many times a length: half of a limit, at least one day; a share of it, rounded as the rule says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Annotated, Final, Literal

from pydantic import Field

from supervision_rules.constructs.boxes import numeric
from supervision_rules.constructs.hours import Hours
from supervision_rules.constructs.lengths import Length
from supervision_rules.expressions import Number, may_be
from supervision_rules.expressions.exact import rounded, times
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.tree import Conditional, Node, is_constant
from supervision_rules.expressions.values import ends
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Limit
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.world import Row

Round = Literal["down", "up", "half_up"]
Times = str | Annotated[int, Field(gt=0)] | Annotated[Decimal, Field(gt=0)]
"""How often something counts: a number, or an expression."""
ROUNDING: Final[Mapping[str, str]] = MappingProxyType(
    {"down": ROUND_FLOOR, "up": ROUND_CEILING, "half_up": ROUND_HALF_UP}
)
_YEAR: Final = 12


@dataclass(frozen=True, slots=True)
class Factor:
    """So many times a length, which the rule may give for each record."""

    expression: Expression
    mode: str | None
    """How what is no whole number of days is rounded; hours are, where it is said."""

    def of(self, row: Row, length: Length | None) -> Length | None:
        """So many times ``length``, as far as the number is known; it is not below zero."""
        number = numeric(self.expression.fast(row))
        return scaled(length, number, self.mode) if length is not None and isinstance(number, Number) else None

    def possible(self, row: Row, length: Length) -> list[Length]:
        """What ``length`` may come to, by the least and the most that the number may be; nothing if it may be any."""
        number = numeric(self.expression.fast(row))
        may = may_be(self.expression.checked.root, row) if number is None else number
        found = [] if may is None else [scaled(length, end, self.mode) for end in ends(may)]
        apart = {each.seconds if isinstance(each, Hours) else each.limit: each for each in found if each is not None}
        return [] if None in found else list(apart.values())

    def explain(self, row: Row, length: Length | None) -> Explanation:
        """What it makes of a length, and why."""
        read, found = of_expression(self.expression, row), self.of(row, length)
        words = {name: None if each is None else str(each) for name, each in (("limit", length), ("length", found))}
        return reason("limit-scaled", read, factor=self.expression.fast(row), **words)


def scaled(length: Length, number: Number, mode: str | None) -> Length | None:
    """``number`` times a length; None where it is too long, or no whole number and nothing says how it is rounded.

    There is none below zero. Hours that are not rounded are kept to the second, years are counted in months.
    """
    if number < 0:
        return None
    if isinstance(length, Hours):
        unit = length.unit_seconds if mode else 1
        amount = _whole(times(Fraction(length.seconds, unit), number), mode or ROUND_HALF_UP)
        return None if amount is None else replace(length, seconds=amount * unit)
    limit = length.limit
    if limit.unit == "year":
        limit = Limit(limit.amount * _YEAR, "month")
    amount = _whole(times(limit.amount, number), mode)
    if amount is None:
        return None
    return replace(length, limit=Limit(amount, limit.unit), rolls=length.rolls if amount > 0 else False)


def _whole(amount: Number | None, mode: str | None) -> int | None:
    found = amount if amount is None or mode is None else rounded(amount, 0, mode)
    return int(found) if found is not None and found == int(found) else None


def bind_factor(binder: Binder, mode: Round | None, *path: str | int) -> Factor | None:
    """The number of times at ``path``; the words need not say that something is counted once."""
    told = len(binder.numbers)
    expression = binder.factor(*path)
    binder.numbers[told:] = [figure for figure in binder.numbers[told:] if figure.number != 1]
    return None if expression is None else Factor(expression, None if mode is None else ROUNDING[mode])


def single(lengths: Iterable[Length | None]) -> list[Length]:
    """One day of each length that is not in hours: a share of it is whole whatever the length is multiplied by."""
    days = (length for length in lengths if length is not None and not isinstance(length, Hours))
    return [replace(length, limit=Limit(1, length.limit.unit)) for length in days]


def tell_fractions(binder: Binder, factor: Factor, lengths: Iterable[Length | None], *path: str | int) -> bool:
    """Tell where what is no whole number of days may come about and nothing says how to round; whether it is told."""
    days = [length for length in lengths if length is not None and not isinstance(length, Hours)]
    numbers = _values(factor.expression.checked.root)
    fractions = numbers is None or any(scaled(length, number, None) is None for length in days for number in numbers)
    told = factor.mode is None and any(length.limit.amount for length in days) and fractions
    if told:
        binder.report("SR348", *path)
    return told


def _values(node: Node) -> frozenset[Number] | None:
    """The numbers that an expression may come to; None where they are not all written in it."""
    if isinstance(node, Conditional):
        body, otherwise = _values(node.body), _values(node.otherwise)
        return None if body is None or otherwise is None else body | otherwise
    value = compile_node(node)({}) if is_constant(node) else None
    return frozenset((value,)) if isinstance(value, Number) and not isinstance(value, bool) else None
