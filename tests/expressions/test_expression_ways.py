"""What a number may come to where conditions in it are unknown: all that it can be, and what is known as it is."""

from __future__ import annotations

from itertools import product

import pytest
from expression_samples import ROW, check
from expression_strategies import number, rows
from hypothesis import given, settings

from supervision_rules.expressions import NUMBER, Interval, Value, compile_fast, may_be
from supervision_rules.expressions.values import ends

OPEN = ("joint", "needs_policy")


def ways(text: str, row: dict[str, Value]) -> Value:
    checked, found = check(text, NUMBER, if_zero=0)
    assert checked is not None, found
    return may_be(checked.root, row)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(1 if joint else 0) + (1 if needs_policy else 0)", Interval(0, 2)),
        ("-(3 if joint else 2) * 2", Interval(-6, -4)),
        ("6 / (3 if joint else 2)", Interval(2, 3)),
        ("2 if joint else 2", 2),
        ("2 if joint else (5 if needs_policy else 1)", Interval(1, 5)),
        ("2 if joint else score", None),
    ],
)
def test_either_branch_of_an_unknown_condition(text: str, expected: Value) -> None:
    assert ways(text, dict(ROW) | {"joint": None, "needs_policy": None, "score": None}) == expected


@settings(max_examples=300, deadline=None)
@given(number(3), rows())
def test_it_holds_all_that_may_be(text: str, row: dict[str, Value]) -> None:
    checked, _ = check(text, NUMBER, if_zero=0)
    if checked is None or "known" in text:  # known() asks what is unknown
        return
    fast = compile_fast(checked)
    if fast(row) is not None:
        assert may_be(checked.root, row) == fast(row)
    around = may_be(checked.root, row | dict.fromkeys(OPEN))
    for truths in product((True, False), repeat=len(OPEN)):
        value = fast(row | dict(zip(OPEN, truths, strict=True)))
        if around is not None:
            assert value is not None
            (low, high), (least, most) = ends(value), ends(around)  # type: ignore[arg-type]
            assert least <= low and high <= most
