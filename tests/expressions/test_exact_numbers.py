"""Numbers are exact: no result hangs on the order of its parts, and what is equal compares equal."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision_rules.expressions.exact import DIGITS, LARGEST, as_decimal, rounded
from supervision_rules.expressions.values import add, divide, multiply, subtract

WHOLE = st.integers(-10_000, 10_000)
DIVISORS = st.integers(1, 400)
PARTS = st.lists(st.tuples(WHOLE, DIVISORS), min_size=1, max_size=12)


@given(PARTS, st.randoms())
def test_a_sum_of_quotients_does_not_hang_on_their_order(parts: list[tuple[int, int]], random: object) -> None:
    numbers = [divide(*part) for part in parts]
    exact = sum((Fraction(*part) for part in parts), Fraction())
    random.shuffle(numbers)  # type: ignore[attr-defined]
    assert reduce(add, numbers, 0) == exact


@given(WHOLE, DIVISORS)
def test_a_quotient_times_its_divisor_is_what_was_divided(number: int, divisor: int) -> None:
    assert multiply(divide(number, divisor), divisor) == number
    assert subtract(divide(number, divisor), divide(number, divisor)) == 0


@given(WHOLE, DIVISORS, st.integers(0, 6))
def test_rounding_takes_the_nearest_or_the_next(number: int, divisor: int, places: int) -> None:
    value, unit = divide(number, divisor), Fraction(1, 10**places)
    low, high, near = (rounded(value, places, mode) for mode in (ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_UP))
    assert low <= value <= high and high - low in (0, unit)
    assert abs(Fraction(near) - Fraction(value)) <= unit / 2
    assert abs(rounded(value, places, ROUND_UP)) == max(abs(low), abs(high))


def test_a_quotient_with_an_end_is_a_decimal() -> None:
    assert (divide(7, 8), type(divide(7, 8))) == (Decimal("0.875"), Decimal)
    assert (divide(1, 3), type(divide(1, 3))) == (Fraction(1, 3), Fraction)
    assert type(add(divide(1, 3), divide(2, 3))) is Decimal


def test_a_fraction_is_written_as_a_decimal_of_28_digits() -> None:
    assert str(as_decimal(Fraction(200, 3))) == "66.66666666666666666666666667"


@pytest.mark.parametrize("terms", [10**DIGITS, 3**200])
def test_terms_beyond_every_use_are_cut(terms: int) -> None:
    value = reduce(multiply, [divide(1, 3**20)] * 10)
    assert isinstance(value, Decimal) and abs(Fraction(value) * 3**200 - 1) < Fraction(1, 10**50)
    assert add(LARGEST - 1, 1) is None and divide(terms, 0) is None
