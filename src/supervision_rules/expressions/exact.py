"""Exact arithmetic on single numbers: whole numbers, decimals, and fractions where a quotient has no end.

What is added up does not hang on the order of its parts, and what is equal compares equal: three thirds are one.
Python compares the three kinds with one another exactly. Only numbers beyond every use are cut to ``DIGITS`` digits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import (
    ROUND_CEILING,
    ROUND_DOWN,
    ROUND_FLOOR,
    ROUND_HALF_DOWN,
    ROUND_HALF_EVEN,
    ROUND_HALF_UP,
    ROUND_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)
from fractions import Fraction
from math import ceil, floor, trunc
from operator import add, mul, sub, truediv
from types import MappingProxyType
from typing import Any, Final

Number = int | Decimal | Fraction
LARGEST: Final = 10**28
"""Whole numbers beyond it are unknown."""
DIGITS: Final = 64
SHOWN_DIGITS: Final = 28
"""Those of a quotient without end where it is written as a decimal."""
_TERMS: Final = 10**DIGITS


def _context(digits: int) -> Context:
    traps = [Overflow, InvalidOperation, DivisionByZero]
    return Context(prec=digits, rounding=ROUND_HALF_EVEN, Emin=-99, Emax=99, traps=traps)


# Contexts are only written to through their flags, which nothing here reads.
EXACT: Final = _context(DIGITS)
_SHOWN: Final = _context(SHOWN_DIGITS)


def _away(value: Fraction) -> int:
    return ceil(value) if value > 0 else floor(value)


_TO_WHOLE: Final[Mapping[str, Callable[[Fraction], int]]] = MappingProxyType(
    {
        ROUND_FLOOR: floor,
        ROUND_CEILING: ceil,
        ROUND_DOWN: trunc,
        ROUND_UP: _away,
        # A quotient without end never lies in the middle.
        ROUND_HALF_UP: round,
        ROUND_HALF_EVEN: round,
        ROUND_HALF_DOWN: round,
    }
)


def plus(left: Number, right: Number) -> Number | None:
    """The sum; None where it is too large."""
    if left.__class__ is int and right.__class__ is int:
        return _bounded(left + right)
    if not left or not right:
        return left or right
    return _over(EXACT.add, add, left, right)


def minus(left: Number, right: Number) -> Number | None:
    """The difference; None where it is too large."""
    if left.__class__ is int and right.__class__ is int:
        return _bounded(left - right)
    if not right:
        return left
    return _over(EXACT.subtract, sub, left, right)


def times(left: Number, right: Number) -> Number | None:
    """The product; None where it is too large."""
    if left.__class__ is int and right.__class__ is int:
        return _bounded(left * right)
    return _over(EXACT.multiply, mul, left, right)


def over(left: Number, right: Number) -> Number | None:
    """The quotient; None where it is too large or ``right`` is zero."""
    return _settled(truediv, left, right)


def rounded(value: Number, places: int, mode: str) -> Number | None:
    """``value`` to so many places, in a mode of ``decimal``; None where it is too large to have them."""
    if isinstance(value, int):
        return value
    try:
        if isinstance(value, Fraction):
            result = EXACT.scaleb(Decimal(_TO_WHOLE[mode](value * 10**places)), -places)
        else:
            result = value.quantize(Decimal(1).scaleb(-places), mode, EXACT)
    except ArithmeticError:
        return None
    return result if places else int(result)


def as_decimal(value: Decimal | Fraction) -> Decimal:
    """The decimal that a number is written as."""
    if isinstance(value, Decimal):
        return value
    return _SHOWN.divide(Decimal(value.numerator), Decimal(value.denominator))


def _bounded(value: int) -> int | None:
    return value if -LARGEST < value < LARGEST else None


def _over(
    decimal: Callable[[Any, Any], Decimal], exact: Callable[[Any, Any], Fraction], left: Number, right: Number
) -> Number | None:
    if left.__class__ is Fraction or right.__class__ is Fraction:
        return _settled(exact, left, right)
    try:
        return decimal(left, right)
    except ArithmeticError:
        return None


def _settled(operation: Callable[[Any, Any], Fraction], left: Number, right: Number) -> Number | None:
    """The result as a decimal if it has an end, or terms beyond every use; else as a fraction."""
    try:
        value = operation(_fraction(left), _fraction(right))
        # What divides a power of ten is the denominator of a decimal with an end.
        if _TERMS % value.denominator == 0 or max(abs(value.numerator), value.denominator) > _TERMS:
            return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))
    except ArithmeticError:
        return None
    return value


def _fraction(value: Number) -> Fraction:
    return value if value.__class__ is Fraction else Fraction(value)
