"""The values of the language and what can be done with them.

``None`` is an unknown value. An ``Interval`` is a number of which only two ends are known. Every operation
is total: what has no result (an overflow, a sum with an unknown part) is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.calendar import Moment, earlier
from supervision_rules.expressions import exact
from supervision_rules.expressions.exact import Number


@dataclass(frozen=True, slots=True)
class Interval:
    """A number that lies between two ends, both included. Equal as an object; ``equal`` compares as a number."""

    low: Number
    high: Number

    def __add__(self, other: Numeric) -> Numeric | None:
        return add(self, other)

    def __radd__(self, other: Number) -> Numeric | None:
        return add(other, self)

    def __sub__(self, other: Numeric) -> Numeric | None:
        return subtract(self, other)

    def __rsub__(self, other: Number) -> Numeric | None:
        return subtract(other, self)

    def __mul__(self, other: Numeric) -> Numeric | None:
        return multiply(self, other)

    def __rmul__(self, other: Number) -> Numeric | None:
        return multiply(other, self)

    def __truediv__(self, other: Numeric) -> Numeric | None:
        return divide(self, other)

    def __rtruediv__(self, other: Number) -> Numeric | None:
        return divide(other, self)

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __lt__(self, other: Numeric) -> bool | None:
        low, high = ends(other)
        return True if self.high < low else False if self.low >= high else None

    def __le__(self, other: Numeric) -> bool | None:
        low, high = ends(other)
        return True if self.high <= low else False if self.low > high else None

    def __gt__(self, other: Numeric) -> bool | None:
        return negation(self <= other)

    def __ge__(self, other: Numeric) -> bool | None:
        return negation(self < other)


# The class with the slowest test for membership stands last.
Numeric = Interval | Number
Value = bool | Number | str | date | tuple[str, ...] | Interval | None


def interval(low: Number, high: Number) -> Numeric:
    """The number between ``low`` and ``high``: itself where they are the same."""
    return low if low == high else Interval(low, high)


def ends(value: Numeric) -> tuple[Number, Number]:
    """The least and the most that ``value`` can be."""
    return (value.low, value.high) if isinstance(value, Interval) else (value, value)


def add(left: Numeric | None, right: Numeric | None) -> Numeric | None:
    return _over(exact.plus, left, right)


def subtract(left: Numeric | None, right: Numeric | None) -> Numeric | None:
    return _over(exact.minus, left, right)


def multiply(left: Numeric | None, right: Numeric | None) -> Numeric | None:
    return _over(exact.times, left, right)


def divide(left: Numeric | None, right: Numeric | None, if_zero: Number | None = None) -> Numeric | None:
    """``left`` by ``right``, exactly; ``if_zero`` where ``right`` is zero, unknown where it may be."""
    if left is None or right is None:
        return None
    low, high = ends(right)
    if low <= 0 <= high:
        return if_zero if low == high else None
    return _over(exact.over, left, right)


def negative(value: Numeric | None) -> Numeric | None:
    return subtract(0, value)


def negation(value: bool | None) -> bool | None:
    """Kleene's not."""
    return None if value is None else not value


def conjunction(values: tuple[bool | None, ...]) -> bool | None:
    """Kleene's and: false decides, then unknown."""
    return False if False in values else None if None in values else True


def disjunction(values: tuple[bool | None, ...]) -> bool | None:
    """Kleene's or: true decides, then unknown."""
    return True if True in values else None if None in values else False


def equal(left: Value, right: Value) -> bool | None:
    if left is None or right is None:
        return None
    if isinstance(left, Interval) or isinstance(right, Interval):
        return _equal_intervals(left, right)
    if isinstance(left, Moment) and isinstance(right, Moment):
        return negation(disjunction((earlier(left, right), earlier(right, left))))
    return left == right


def _equal_intervals(left: Any, right: Any) -> bool | None:
    (low, high), (least, most) = ends(left), ends(right)
    return False if high < least or most < low else None


def unequal(left: Value, right: Value) -> bool | None:
    return negation(equal(left, right))


def less(left: Any, right: Any) -> bool | None:
    if isinstance(left, Moment) and isinstance(right, Moment):
        return earlier(left, right)
    return None if left is None or right is None else left < right


def at_most(left: Any, right: Any) -> bool | None:
    if isinstance(left, Moment) and isinstance(right, Moment):
        return negation(earlier(right, left))
    return None if left is None or right is None else left <= right


def greater(left: Any, right: Any) -> bool | None:
    if isinstance(left, Moment):
        return less(right, left)
    return None if left is None or right is None else left > right


def at_least(left: Any, right: Any) -> bool | None:
    if isinstance(left, Moment):
        return at_most(right, left)
    return None if left is None or right is None else left >= right


def member(item: Value, items: tuple[Value, ...] | None) -> bool | None:
    """Whether ``item`` is one of ``items``; the items of a known list are known."""
    return None if item is None or items is None else disjunction(tuple(equal(item, other) for other in items))


def no_member(item: Value, items: tuple[Value, ...] | None) -> bool | None:
    return negation(member(item, items))


ARITHMETIC: Final[Mapping[str, Callable[..., Numeric | None]]] = MappingProxyType(
    {"+": add, "-": subtract, "*": multiply, "/": divide}
)
COMPARISONS: Final[Mapping[str, Callable[[Any, Any], bool | None]]] = MappingProxyType(
    {
        "==": equal,
        "!=": unequal,
        "<": less,
        "<=": at_most,
        ">": greater,
        ">=": at_least,
        "in": member,
        "not in": no_member,
    }
)


def _over(
    operation: Callable[[Number, Number], Number | None], left: Numeric | None, right: Numeric | None
) -> Numeric | None:
    """The operation on two numbers, or on the corners of two intervals."""
    if left is None or right is None:
        return None
    if isinstance(left, Interval) or isinstance(right, Interval):
        corners = [operation(one, other) for one in ends(left) for other in ends(right)]
        known = [corner for corner in corners if corner is not None]
        return interval(min(known), max(known)) if len(known) == len(corners) else None
    return operation(left, right)
