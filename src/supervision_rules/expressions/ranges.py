"""Between which ends a number expression lies, whatever the values of its names are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType
from typing import Final

from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.exact import Number, minus, over, plus, times
from supervision_rules.expressions.reckoned import result_of
from supervision_rules.expressions.tree import Arithmetic, Call, Conditional, Constant, Name, Node, Unary
from supervision_rules.expressions.values import Value


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most that a number can be; None where there is no end."""

    least: Number | None = None
    most: Number | None = None

    def __or__(self, other: Range) -> Range:
        """That of what may be either."""
        return Range(_of_both(min, self.least, other.least), _of_both(max, self.most, other.most))

    def __add__(self, other: Range) -> Range:
        return Range(_both(plus, self.least, other.least), _both(plus, self.most, other.most))

    def __neg__(self) -> Range:
        return Range(_both(minus, 0, self.most), _both(minus, 0, self.least))

    def __sub__(self, other: Range) -> Range:
        return self + -other

    def __mul__(self, other: Range) -> Range:
        ends = (self.least, self.most), (other.least, other.most)
        if None not in (*ends[0], *ends[1]):
            products = [_both(times, one, another) for one, another in product(*ends)]
            return _around(products)
        if self.least is None or other.least is None or self.least < 0 or other.least < 0:
            return ANY
        return Range(_both(times, self.least, other.least), NONE.most if NONE in (self, other) else None)

    def told(self) -> tuple[Number | None, Number | None]:
        """Its ends without zeros that say nothing."""
        low, high = (end if end is None or end != int(end) else int(end) for end in (self.least, self.most))
        return low, high

    def within(self, least: Number | None, most: Number | None) -> Range:
        """What a floor and a ceiling make of it."""
        low, high = self.least, self.most
        if least is not None:
            low, high = least if low is None else max(low, least), None if high is None else max(high, least)
        if most is not None:
            low, high = None if low is None else min(low, most), most if high is None else min(high, most)
        return Range(low, high)

    def each(self, change: Callable[[Number], Number | None]) -> Range:
        """Both ends after a change that never falls."""
        return Range(*(None if end is None else change(end) for end in (self.least, self.most)))


ANY: Final = Range()
NONE: Final = Range(0, 0)
Named = Mapping[str, Possible]
_COUNTED: Final = frozenset(
    ("count", "days_between", "months_between", "workdays_between", "year", "month", "day", "weekday")
)
"""The functions that give whole numbers."""
_ROUNDED: Final = frozenset(("floor", "ceil", "round_half_up"))
_OF_ANY: Final = frozenset(("min", "max", "abs", "first_known"))
"""Those that give one of their arguments, but for its sign."""
_GIVEN: Final = MappingProxyType(
    {
        "count": Range(0),
        "month": Range(1, 12),
        "day": Range(1, 31),
        "weekday": Range(1, 7),
    }
)
"""Between which ends functions give numbers, whatever they are given."""


def exactly(value: Number) -> Range:
    """That of one number."""
    return Range(value, value)


def around(values: Iterable[Number]) -> Range:
    """That of any of some numbers."""
    return _around(list(values))


def range_of(node: Node, named: Named) -> Range:
    """Between which ends a number expression lies, by what is known of the names in it."""
    if isinstance(node, Constant):
        return _of_constant(node.value)
    if isinstance(node, Name) or (isinstance(node, Call) and node.literal is not None):
        possible = _known_of(node, named)
        return Range(possible.least, possible.most)
    if isinstance(node, Unary):
        return -range_of(node.operand, named)
    if isinstance(node, Conditional):
        return range_of(node.body, named) | range_of(node.otherwise, named)
    if isinstance(node, Arithmetic):
        return _of_arithmetic(node, range_of(node.left, named), range_of(node.right, named))
    return _of_call(node, named) if isinstance(node, Call) else ANY


def is_whole(node: Node, named: Named) -> bool:
    """Whether a number expression never comes to a fraction, by what is known of the names in it."""
    if isinstance(node, Constant):
        return isinstance(node.value, Number) and node.value == int(node.value)
    if isinstance(node, Name) or (isinstance(node, Call) and node.literal is not None):
        return _known_of(node, named).whole
    if isinstance(node, Unary):
        return is_whole(node.operand, named)
    if isinstance(node, Conditional):
        return is_whole(node.body, named) and is_whole(node.otherwise, named)
    if isinstance(node, Arithmetic):
        return node.operator != "/" and is_whole(node.left, named) and is_whole(node.right, named)
    return isinstance(node, Call) and _gives_whole(node, named)


def _known_of(node: Name | Call, named: Named) -> Possible:
    """What is known of a name, or of a result of another rule."""
    name = node.name if isinstance(node, Name) else result_of(node.function.name, node.literal or "")
    return named.get(name, ANY_VALUE)


def possible_of_node(node: Node, named: Named) -> Possible:
    """What is known of the value of something reckoned, by what is known of the names in it."""
    if isinstance(node, Call) and node.literal is not None:
        return _known_of(node, named)
    range_ = range_of(node, named)
    return Possible(range_.least, range_.most, whole=is_whole(node, named), full=False)


def _gives_whole(node: Call, named: Named) -> bool:
    name, places = node.function.name, node.arguments[1:]
    if name in _ROUNDED:
        return all(isinstance(each, Constant) and each.value == 0 for each in places)
    return name in _COUNTED or (name in _OF_ANY and all(is_whole(each, named) for each in node.arguments))


def _of_constant(value: Value) -> Range:
    return exactly(value) if isinstance(value, Number) and not isinstance(value, bool) else ANY


def _of_arithmetic(node: Arithmetic, left: Range, right: Range) -> Range:
    if node.operator != "/":
        return left + right if node.operator == "+" else left - right if node.operator == "-" else left * right
    instead = exactly(node.if_zero) if node.if_zero is not None else None
    low, high = right.least, right.most
    if low is not None and low == high and low != 0:
        quotient = _around([None if end is None else over(end, low) for end in (left.least, left.most)])
        if None in (left.least, left.most):
            quotient = Range(0, None) if left.least is not None and left.least >= 0 and low > 0 else ANY
        return quotient
    positive = low is not None and low >= 0 and left.least is not None and left.least >= 0
    quotient = Range(0, None) if positive else ANY
    return quotient if instead is None else quotient | instead


def _of_call(node: Call, named: Named) -> Range:
    name, given = node.function.name, [range_of(each, named) for each in node.arguments]
    if name == "max":
        return _of_greatest(given)
    if name == "min":
        return -_of_greatest([-each for each in given])
    if name == "abs":
        whole = given[0] | -given[0]
        return Range(0, whole.most)
    if name in ("floor", "ceil", "round_half_up") and all(isinstance(each, Constant) for each in node.arguments[1:]):
        others = [each.value for each in node.arguments[1:] if isinstance(each, Constant)]
        return given[0].each(lambda end: _number(node.function.call(end, *others)))
    return _GIVEN.get(name, ANY)


def _of_greatest(given: list[Range]) -> Range:
    lows = [each.least for each in given if each.least is not None]
    return Range(max(lows, default=None), _greatest([each.most for each in given]))


def _greatest(ends: list[Number | None]) -> Number | None:
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _number(value: Value) -> Number | None:
    return value if isinstance(value, Number) and not isinstance(value, bool) else None


def _around(values: list[Number | None]) -> Range:
    known = [value for value in values if value is not None]
    return Range(min(known), max(known)) if known and len(known) == len(values) else ANY


def _both(change: Callable[[Number, Number], Number | None], one: Number | None, other: Number | None) -> Number | None:
    return None if one is None or other is None else change(one, other)


def _of_both(choose: Callable[[Number, Number], Number], one: Number | None, other: Number | None) -> Number | None:
    return None if one is None or other is None else choose(one, other)
