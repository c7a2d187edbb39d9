"""Points by bands of a number, by how often, and times a factor."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.constructs.bands import Bands
from supervision_rules.constructs.occurrences import Occurrence, sum_within
from supervision_rules.expressions import Interval, Number
from supervision_rules.expressions.values import ends
from supervision_rules.findings import Finding

AS_OF = date(2021, 12, 31)
UNIT = ("unit", {"id": "u1", "name": "甲局", "group": "department"})
HEAD = "- id: it\n  label: 计分\n  cite: {clause: 一, words: 原话}\n  unquoted: 试验\n  window: year"


def by_population(how: str) -> str:
    return f"{HEAD}\n  kind: points\n  value: {{by: population, {how}}}\n  effect: add\n"


def notices(more: str) -> str:
    return f"{HEAD}\n  kind: points\n  count: list_notice\n  {more}\n  effect: deduct\n"


def found(rule: str, rows: Iterable[tuple[str, dict[str, Any]]]) -> list[Finding]:
    return judged(compiled_of(rule), list(rows), AS_OF)


def of_population(how: str, population: int | None) -> Any:
    (finding,) = found(by_population(how), [("unit", {**UNIT[1], "population": population})])
    return finding.value


def notice(number: int, day: date, **more: object) -> tuple[str, dict[str, Any]]:
    fields = {"id": f"n{number}", "kind": "list_notice", "date": day, "list": "black", "unit": "u1"}
    return "notice", fields | more


@pytest.mark.parametrize(
    ("how", "population", "points"),
    [
        ("bands: [{at_least: 20, points: 1}, {at_least: 50, points: 3}]", 19, 0),
        ("bands: [{at_least: 20, points: 1}, {at_least: 50, points: 3}]", 20, 1),
        ("bands: [{at_least: 20, points: 1}, {at_least: 50, points: 3}]", 49, 1),
        ("bands: [{at_least: 20, points: 1}, {at_least: 50, points: 3}]", 50, 3),
        ("bands: [{over: 20, points: 1}, {over: 50, points: 3}]", 20, 0),
        ("bands: [{over: 20, points: 1}, {over: 50, points: 3}]", 21, 1),
        ("bands: [{over: 20, points: 1}, {over: 50, points: 3}]", 50, 1),
        ("bands: [{over: 20, points: 1}, {over: 50, points: 3}]", 51, 3),
        ("bands: [{over: 0, rate: 0.5}, {over: 5, rate: 1}]", 0, 0),
        ("bands: [{over: 0, rate: 0.5}, {over: 5, rate: 1}]", 4, 2),
        ("bands: [{over: 0, rate: 0.5}, {over: 5, rate: 1}]", 5, Decimal("2.5")),
        ("bands: [{over: 0, rate: 0.5}, {over: 5, rate: 1}]", 7, Decimal("4.5")),
        ("bands: [{over: 5, rate: 1.5}]", 5, 0),
        ("bands: [{at_least: 0.5, points: 1}]", 1, 1),
        ("bands: [{at_least: 1, rate: 0.2}, {at_least: 4, rate: 0.5}]", 1, Decimal("0.2")),
        ("bands: [{at_least: 1, rate: 0.2}, {at_least: 4, rate: 0.5}]", 3, Decimal("0.6")),
        ("bands: [{at_least: 1, rate: 0.2}, {at_least: 4, rate: 0.5}]", 4, Decimal("1.1")),
        ("bands: [{at_least: 1, rate: 0.2}, {at_least: 4, rate: 0.5}]", 5, Decimal("1.6")),
    ],
)
def test_a_band_begins_at_its_edge_or_beyond_it(how: str, population: int, points: object) -> None:
    assert of_population(how, population) == points


def test_an_unknown_number_leaves_the_points_unknown() -> None:
    (finding,) = found(by_population("bands: [{at_least: 20, points: 1}]"), [UNIT])
    assert (finding.value, finding.missing) == (None, ("unit u1: population",))


@given(
    st.dictionaries(st.tuples(st.integers(-20, 20), st.integers(0, 1)), st.integers(0, 9), min_size=1, max_size=4),
    st.integers(-25, 25),
    st.integers(0, 20),
    st.booleans(),
)
def test_a_number_in_doubt_gives_the_range_of_what_it_may_give(
    bands: dict[tuple[int, int], int], low: int, length: int, progressive: bool
) -> None:
    edges, points = zip(*sorted(bands.items()), strict=True)
    made = Bands(edges, points, progressive, (None,) * len(edges))
    each = [value for amount in range(low, low + length + 1) if isinstance(value := made.of(amount), Number)]
    bounds = made.of(Interval(low, low + length) if length else low)
    assert len(each) == length + 1 and bounds is not None
    assert ends(bounds) == (min(each), max(each))


@pytest.mark.parametrize(
    ("rule", "codes"),
    [
        (by_population("bands: [{at_least: 50, points: 1}, {at_least: 20, points: 3}]"), ["SR325"]),
        (by_population("bands: [{at_least: 20, points: 1}, {at_least: 20.0, points: 3}]"), ["SR325"]),
        (by_population("bands: [{over: 20, points: 1}, {at_least: 20, points: 3}]"), ["SR325"]),
        (by_population("bands: [{at_least: 20, points: 1}, {at_least: 30, rate: 3}]"), ["SR162"]),
        (by_population("bands: [{at_least: 20, over: 30, points: 3}]"), ["SR154"]),
        (by_population("bands: [{points: 3}]"), ["SR159"]),
        (by_population("bands: [{at_least: 0, rate: 3}]"), ["SR328"]),
        (by_population("bands: [{over: 3, rate: 3}, {at_least: 4, rate: 5}]"), ["SR325"]),
        (by_population("bands: [{over: 0, rate: 3}, {at_least: 1.5, rate: 3}]"), ["SR328"]),
        (by_population("bands: [{at_least: 20, points: 1}], table: {a: 1}"), ["SR154"]),
        (by_population("bands: [{at_least: 20, points: 1}]").replace("population", "[group, group]"), ["SR326"]),
        (by_population("bands: [{at_least: 20, points: 1}]").replace("by: population", "by: group"), ["SR232"]),
        (by_population("bands: [{at_least: 20, points: 1}]") + "  times: 2\n", ["SR161"]),
        (notices("each: 2\n  highest: true\n  at_most: {year: 2}"), ["SR154"]),
        (notices("each: 2\n  at_most: {year: 0}"), ["SR114"]),
    ],
)
def test_what_makes_no_sense_is_told(rule: str, codes: list[str]) -> None:
    assert [line.split()[0] for line in tried(rule)[1]] == codes


DAYS = [date(2021, 1, 5), date(2021, 2, 5), date(2021, 3, 5), date(2021, 4, 5), date(2021, 5, 5), date(2021, 9, 5)]


@pytest.mark.parametrize(
    ("at_most", "points"), [("quarter: 2", 10), ("quarter: 2, year: 3", 6), ("year: 6", 12), ("year: 5", 10)]
)
def test_no_more_count_than_the_most_of_each_period(at_most: str, points: int) -> None:
    rows = [UNIT, *(notice(number, day) for number, day in enumerate(DAYS))]
    (finding,) = found(notices(f"each: 2\n  at_most: {{{at_most}}}"), rows)
    assert finding.value == points


def test_those_beyond_the_most_are_shown_as_such() -> None:
    rows = [UNIT, *(notice(number, day) for number, day in enumerate(DAYS))]
    ((_, explanation),) = explained(compiled_of(notices("each: 2\n  at_most: {year: 4}")), rows, AS_OF)
    said = phrases(explanation)
    assert (said.count("points-record"), said.count("points-record-beyond")) == (4, 2)
    assert "points-at-most-year" in said


def test_the_earliest_count() -> None:
    rule = notices("each: {by: level, table: {provincial: 2, city: 1}}\n  at_most: {year: 1}")
    rows = [UNIT, notice(2, DAYS[0], level="city"), notice(1, DAYS[1], level="provincial")]
    assert [finding.value for finding in found(rule, rows)] == [1]


OCCURRENCES = st.lists(st.tuples(st.integers(0, 200), st.integers(-1, 4), st.booleans()), min_size=1, max_size=6).map(
    lambda rows: [(date(2021, 1, 1) + timedelta(day), points, sure) for day, points, sure in sorted(rows)]
)


@settings(max_examples=200)
@given(OCCURRENCES, st.dictionaries(st.sampled_from(["month", "quarter", "year"]), st.integers(1, 3)))
def test_whatever_happened_of_what_may_have_the_sum_lies_within(
    rows: Sequence[tuple[date, int, bool]], at_most: dict[Any, int]
) -> None:
    bounds = sum_within([Occurrence(*row) for row in rows], at_most)
    assert bounds is not None
    low, high = ends(bounds)
    for chosen in product(*([True] if sure else [True, False] for _, _, sure in rows)):
        world = [Occurrence(day, points, True) for (day, points, _), there in zip(rows, chosen, strict=True) if there]
        value = sum_within(world, at_most)
        assert value is not None and low <= ends(value)[0] <= high


def test_a_factor_doubles_the_price_of_a_table() -> None:
    rule = notices('each: {by: level, table: {provincial: 2, city: 1}}\n  times: 2 if list == "black" else 1')
    rows = [UNIT, notice(1, DAYS[0], level="city"), notice(2, DAYS[1], level="provincial", list="red")]
    assert [finding.value for finding in found(rule, rows)] == [4]


def test_an_unknown_factor_is_named() -> None:
    rule = notices("each: 2\n  times: unit_population")
    (finding,) = found(rule, [UNIT, notice(1, DAYS[0])])
    assert (finding.value, finding.missing) == (None, ("unit u1: population",))


def test_what_costs_nothing_costs_nothing_by_an_unknown_factor() -> None:
    rule = notices("each: {by: level, table: {provincial: 2, city: 0}}\n  times: unit_population")
    (finding,) = found(rule, [UNIT, notice(1, DAYS[0], level="city")])
    assert (finding.value, finding.missing) == (0, ())
    (finding,) = found(rule, [UNIT, notice(1, DAYS[0], level="provincial")])
    assert (finding.value, finding.missing) == (None, ("unit u1: population",))
