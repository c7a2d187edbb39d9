"""Both evaluators: the same values, Kleene's logic, intervals that hold what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from expression_samples import LATE, ROW, SCOPE, check, sound, span
from expression_strategies import EXPRESSIONS, condition, number, rows
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import NUMBER, Interval, Scope, Value, compile_fast, parse, reference

SETTINGS = settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))


def both(text: str, row: Mapping[str, Value] = ROW, expected: Any = None, **options: int) -> Value:
    checked, found = check(text, expected, **options)
    assert checked is not None, found
    value = compile_fast(checked)(row)
    assert_same(value, reference(checked, row).value)
    return value


def assert_same(fast: Value, slow: Value) -> None:
    assert (fast, type(fast)) == (slow, type(slow))


@SETTINGS
@given(EXPRESSIONS, rows())
def test_fast_is_reference(text: str, row: dict[str, Value]) -> None:
    checked, _ = check(text, None, if_zero=0)
    if checked is not None:  # too long, or a constant division by zero
        assert_same(compile_fast(checked)(row), reference(checked, row).value)


@SETTINGS
@given(condition(2) | number(2), rows(), st.data())
def test_an_interval_holds_every_number_between_its_ends(text: str, row: dict[str, Value], data: st.DataObject) -> None:
    checked, _ = check(text, None, if_zero=0)
    if checked is None or "known" in text:  # known() asks whether it is an interval
        return
    exact = {name: _inside(value, data) for name, value in row.items()}
    wide, narrow = compile_fast(checked)(row), compile_fast(checked)(exact)
    if isinstance(wide, Interval) and isinstance(narrow, int | Decimal):
        assert wide.low <= narrow <= wide.high
    elif isinstance(wide, bool):
        assert narrow is wide


def _inside(value: Value, data: st.DataObject) -> Value:
    return data.draw(st.sampled_from([value.low, value.high, 1])) if isinstance(value, Interval) else value


def test_the_comparison_of_evaluators_can_fail() -> None:
    with pytest.raises(AssertionError):
        assert_same(1, True)


@pytest.mark.parametrize(("one", "other"), list(product((True, False, None), repeat=2)))
def test_kleene(one: bool | None, other: bool | None) -> None:
    row = {**ROW, "joint": one, "needs_policy": other}
    least, most = sorted([one, other], key=[False, None, True].index)
    assert both("joint and needs_policy", row) is least
    assert both("joint or needs_policy", row) is most
    assert both("joint and needs_policy and joint", row) is least
    assert both("joint or needs_policy or joint or joint", row) is most


def test_unknown_facts() -> None:
    nothing: dict[str, Value] = dict.fromkeys(ROW)
    unknown = ["late_days > 5", "not joint", "score + 1", "1 if joint else 2", "title in units", "level == 'urgent'",
               "late_days in [1]", "year(received)", "late_days == late_days",
               "min(score, 1)", "score / total"]  # fmt: skip
    assert [both(text, nothing, if_zero=0) for text in unknown] == [None] * len(unknown)
    assert both("known(closed)", nothing) is False
    assert both("first_known(closed, received)", {**ROW, "closed": None}) == ROW["received"]
    assert both("joint and false", nothing) is False
    assert both("true or joint", nothing) is True


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("late_days > 9", False), ("late_days >= 0", True), ("late_days > 3", None), ("late_days == 9", False),
        ("late_days == 3", None), ("late_days != 9", True), ("late_days in [1, 9]",
        None), ("late_days in [8, 9]", False),
        ("late_days not in [9]", True), ("3 < late_days", None), ("late_days == late_days", None),
        ("late_days + 1", Interval(1, 6)), ("10 - late_days", Interval(5, 10)), ("late_days * -2", Interval(-10, 0)),
        ("late_days / 2", Interval(Decimal(0), Decimal("2.5"))), ("1 / late_days",
        None), ("-late_days", Interval(-5, 0)),
        ("abs(late_days - 3)", Interval(0, 3)), ("max(late_days, 2)", Interval(2, 5)), ("max(late_days, 9)", 9),
        ("floor(late_days / 2)", Interval(0, 2)), ("known(late_days)", True), ("late_days * 0", 0),
        ("add_days(received, late_days)", None),
    ],
)  # fmt: skip
def test_intervals(text: str, value: Value) -> None:
    assert both(text, {**ROW, "late_days": Interval(0, 5)}, if_zero=0) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.1 + 0.2", Decimal("0.3")), ("1 / 3", Fraction(1, 3)), ("1 / 3 + 1 / 3 + 1 / 3", 1),
        ("100 / 3 * 3 == 100", True), ("2 / 3 > 0.6666", True),
        ("1 / 3 == 0.333333333333333333333333333", False), ("floor(2 / 3, 2)", Decimal("0.66")), ("ceil(2 / 3)", 1),
        ("round_half_up(-2 / 3, 1)", Decimal("-0.7")), ("max(1 / 3, 0.3)", Fraction(1, 3)),
        ("2.50 == 2.5", True), ("7 / 2", Decimal("3.5")),
        ("floor(2.7)", 2), ("floor(-2.75, 1)", Decimal("-2.8")),
        ("ceil(2.1)", 3), ("round_half_up(2.5, 0)", 3), ("round_half_up(-2.345, 2)", Decimal("-2.35")),
        ("floor(12, 2)", 12), ("abs(-3)", 3), ("min(3, 1, 2)", 1), ("weekday(received)", 4),
        ("year(received) * 10000 + month(received) * 100 + day(received)", 20210701),
        ("add_months(date(2021, 1, 31), 1)", date(2021, 2, 28)), ("add_days(received, -1)", date(2021, 6, 30)),
        ("end_of_quarter(received)", date(2021, 9, 30)), ("start_of_year(received)", date(2021, 1, 1)),
        ("days_between(received, closed)", 29), ("count(units)", 2),
        ("months_between(received, closed)", 0), ("months_between(closed, received)", 0),
        ("months_between(date(2021, 1, 31), date(2021, 2, 28))", 1),
        ("months_between(date(2021, 1, 31), date(2021, 2, 27))", 0),
        ("months_between(date(2020, 12, 15), date(2021, 12, 14))", 11),
        ("months_between(date(2020, 12, 15), date(2021, 12, 15))", 12),
        ("months_between(date(2021, 12, 15), date(2020, 12, 14))", -12),
        ("hours_between(at(received, 9), at(received, 10, 30))", Decimal("1.5")),
        ("hours_between(at(received, 9), at(received, 9, 20))", Fraction(1, 3)),
        ("hours_between(at(received, 22), at(add_days(received, 1), 1))", 3),
        ("hours_between(at(received, 10), at(received, 9))", -1), ("add_days(received, score)", None),
        ("add_days(received, 99999 * late_days)", None), ("max(received, closed)", date(2021, 7, 30)),
        ("5 <= late_days <= 8", True), ("5 <= late_days < 7", False), ("late_days in [7.0]", True),
    ],
)  # fmt: skip
def test_values(text: str, value: Value) -> None:
    assert both(text) == value


def test_what_is_too_large_is_unknown() -> None:
    assert both("late_days * late_days", {**ROW, "late_days": 10**20}) is None
    assert both("late_days * late_days", {**ROW, "late_days": Decimal("1E+60")}) is None
    assert both("late_days * late_days", {**ROW, "late_days": 10**13}) == 10**26


def test_names_are_read_only_when_needed() -> None:
    assert compile_fast(sound("joint or late_days > 5"))({"joint": True}) is True
    with pytest.raises(KeyError):
        compile_fast(sound("joint and late_days > 5"))({"joint": True})


def test_functions_of_rules_are_given_the_row_and_the_id() -> None:
    assert both('late("reply")') is True
    assert both('points("reminder") + 1') == Decimal("3.5")
    broken = Scope(SCOPE.names, {"late": LATE})
    diagnostics = Collector()
    assert parse("late(1)", span, broken, None, diagnostics) is None


def test_the_trace_has_the_value_and_the_words_of_every_part() -> None:
    trace = reference(sound("late_days > 9 and (joint or needs_policy)"), ROW)
    assert (trace.value, [(part.text, part.value) for part in trace.parts]) == (
        False,
        [("late_days > 9", False), ("joint or needs_policy", True)],
    )
    assert [(part.text, part.value) for part in trace.parts[0].parts] == [("late_days", 7), ("9", 9)]
    chain = reference(sound("5 <= late_days <= 6"), ROW)
    assert [(part.text, part.value) for part in chain.parts] == [("5 <= late_days", True), ("late_days <= 6", False)]
    chosen = reference(sound("score if joint else total", NUMBER), ROW)
    assert [part.text for part in chosen.parts] == ["joint", "score"]
