"""Rankings: ties, categories, doubt."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.constructs.ranks import Field, amount
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

AS_OF = date(2021, 12, 31)
Units = list[tuple[int | None, str | None]]


def ranking(more: str = "") -> str:
    return f"""
- kind: ranking
  id: it
  label: 排名
  cite: {{clause: 一, words: 原话}}
  unquoted: 试验
  by: population
  within: [category]
  {more}
"""


def ranked(rules: str, units: Units) -> list[Finding]:
    rows = [
        ("unit", {"id": f"u{number}", "name": f"{number}", "population": population, "category": category})
        for number, (population, category) in enumerate(units, 1)
    ]
    return judged(compiled_of(rules), rows, AS_OF)


def ranks(rules: str, units: Units) -> list[object]:
    return [finding.value for finding in ranked(rules, units)]


STREETS: Units = [(9, "street"), (7, "street"), (9, "street"), (5, "street"), (1, "party")]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", [1, 3, 1, 4, 1]),
        ("ties: dense", [1, 2, 1, 3, 1]),
        ("order: low", [3, 2, 3, 1, 1]),
        ("order: low\n  ties: dense", [3, 2, 3, 1, 1]),
    ],
)
def test_ties_and_order(more: str, expected: list[int]) -> None:
    found = ranked(ranking(more), STREETS)
    assert [finding.value for finding in found] == expected
    assert all(finding.state is State.RANKED and not finding.missing for finding in found)


def test_the_first_and_the_last_are_named() -> None:
    found = [dict(finding.detail) for finding in ranked(ranking("first: 2\n  last: 1"), STREETS)]
    assert [detail["first"] for detail in found] == [True, False, True, False, True]
    assert [detail["last"] for detail in found] == [False, False, False, True, True]
    assert [detail["size"] for detail in found] == [4, 4, 4, 4, 1]


def test_an_unknown_category_is_undetermined_and_may_be_anywhere() -> None:
    found = ranked(ranking("first: 1"), [(9, "street"), (5, "street"), (7, None)])
    assert [finding.value for finding in found] == [1, Interval(2, 3), None]
    assert [finding.state for finding in found] == [State.RANKED, State.UNDETERMINED, State.UNDETERMINED]
    assert {finding.missing for finding in found} == {("unit u3: category",)}  # also for the place from the end
    assert [dict(finding.detail).get("first") for finding in found] == [True, False, None]


def test_an_unknown_value_puts_others_in_doubt() -> None:
    found = ranked(ranking("first: 2\n  last: 1"), [(9, "street"), (None, "street"), (5, "street")])
    assert [finding.value for finding in found] == [Interval(1, 2), Interval(1, 3), Interval(2, 3)]
    assert {finding.missing for finding in found} == {("unit u2: population",)}
    assert [dict(finding.detail)["first"] for finding in found] == [True, None, None]
    assert [dict(finding.detail)["last"] for finding in found] == [False, None, None]


def test_a_rank_is_determined_where_both_ends_agree() -> None:
    rules = (
        ranking().replace("by: population", 'by: points("it-points")')
        + """
- kind: points
  id: it-points
  label: 分
  cite: {clause: 一, words: 原话}
  unquoted: 试验
  count: notice
  each: {by: level, table: {provincial: 3, city: 1}}
  effect: add
"""
    )
    rows: list[tuple[str, dict[str, object]]] = [
        ("unit", {"id": f"u{number}", "name": f"{number}", "category": "street"}) for number in range(1, 4)
    ]
    levels = {"u1": ["provincial", "provincial"], "u2": [None], "u3": []}
    for unit, found in levels.items():
        rows += [
            ("notice", {"id": f"{unit}-{n}", "kind": "list_notice", "date": AS_OF, "unit": unit, "level": level})
            for n, level in enumerate(found)
        ]
    results = [finding for finding in judged(compiled_of(rules), rows, AS_OF) if finding.rule.kind == "ranking"]
    assert [finding.value for finding in results] == [1, 2, Interval(2, 3)]
    assert results[2].missing == ("notice u2-0: level",)


def test_who_may_not_take_part_is_not_surely_above() -> None:
    rules = ranking('when: group == "street"\n  first: 1')
    rows: list[tuple[str, dict[str, object]]] = [
        ("unit", {"id": "u1", "name": "1", "population": 9, "category": "street"}),
        ("unit", {"id": "u2", "name": "2", "population": 5, "category": "street", "group": "street"}),
        ("unit", {"id": "u3", "name": "3", "population": 7, "category": "street", "group": "park"}),
    ]
    found = judged(compiled_of(rules), rows, AS_OF)
    # One that perhaps takes no part has perhaps no rank, nor is it surely among the first.
    assert [(finding.subject, finding.value) for finding in found] == [("u1", None), ("u2", Interval(1, 2))]
    assert [dict(finding.detail)["first"] for finding in found] == [None, None]
    assert [finding.state for finding in found] == [State.UNDETERMINED, State.UNDETERMINED]
    assert {finding.missing for finding in found} == {("unit u1: group",)}


def test_the_explanation_ends_with_the_rank() -> None:
    rows = [("unit", {"id": f"u{n}", "name": f"{n}", "population": n, "category": "street"}) for n in range(3)]
    for finding, tree in explained(compiled_of(ranking()), rows, AS_OF):
        (last,) = [part for part in tree.parts if part.phrase == "ranked"]
        above = finding.value - 1  # type: ignore[operator]
        assert dict(last.words) == {"rank": finding.value, "above": above, "size": 3, "from_end": 3 - above}
        assert phrases(tree).count("expression") == 2


@pytest.mark.parametrize(("name", "slip"), [("[category]", "[categry]"), ("by: population", "by: populaton")])
def test_what_is_wrong_is_told(name: str, slip: str) -> None:
    compiled, problems = tried(ranking().replace(name, slip))
    assert compiled is None
    assert [problem.split()[0] for problem in problems] == ["SR218"]


ENDS = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=200, deadline=None)
@given(st.lists(ENDS, min_size=1, max_size=5))
def test_places_hold_for_every_way_the_doubt_may_be_settled(members: list[tuple[int, int]]) -> None:
    """Against all possible worlds: the best and the worst place are reached, and never passed."""
    field, dense = Field.of(members), Field.distinct(members)
    worlds = list(product(*(range(low, high + 1) for low, high in members)))
    for index, member in enumerate(members):
        itself = member[0] != member[1]
        places = [1 + sum(other > world[index] for other in world) for world in worlds]
        assert (1 + field.surely_above(member), 1 + field.maybe_above(member) - itself) == (min(places), max(places))
        steps = [1 + len({other for other in world if other > world[index]}) for world in worlds]
        assert 1 + dense.surely_above(member) == min(steps)
        assert max(steps) <= 1 + dense.maybe_above(member) - itself


def test_a_part_of_a_category_that_is_known_tells_where_one_is_not() -> None:
    rules = ranking().replace("within: [category]", "within: [category, group]")
    units = [("economy", "county", 9), ("economy", "county", 5), ("service", None, 7), (None, "county", 1)]
    rows = [
        ("unit", {"id": f"u{n}", "name": f"{n}", "category": category, "group": group, "population": population})
        for n, (category, group, population) in enumerate(units, 1)
    ]
    found = judged(compiled_of(rules), rows, AS_OF)
    assert [(finding.value, finding.missing) for finding in found] == [
        (1, ("unit u4: category",)),  # which may be last, or not of the class
        (2, ("unit u4: category",)),
        (None, ("unit u3: group",)),
        (None, ("unit u4: category",)),
    ]
    assert dict(found[0].detail)["size"] == Interval(2, 3)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from(["street", "party"])), max_size=8))
def test_known_values_are_ranked_as_by_counting(units: list[tuple[int, str]]) -> None:
    expected = [
        1 + sum(other > own for other, other_class in units if other_class == own_class) for own, own_class in units
    ]
    assert ranks(ranking(), list(units)) == expected


def test_low_comes_first_where_asked() -> None:
    assert [number for _, number in amount([Interval(1, 3)], "low")] == [-3, -1]
    assert [number for _, number in amount([2], "high")] == [2, 2]


def test_numbers_of_one_float_are_told_apart() -> None:
    third = Fraction(1, 3)
    below, above = amount([third], "high"), amount([third + Fraction(1, 10**20)], "high")
    assert below[0][0] == above[0][0] and below < above


THEN = ranking('then: [count(aliases), "-days_between(date(2020, 1, 1), since)"]').replace("within: [category]\n", "\n")


def of_two_keys(*rows: tuple[int | None, int | None, int]) -> list[Finding]:
    units = [
        (
            "unit",
            {"id": f"u{number}", "name": f"{number}", "population": population, "since": date(2020, 1, day)}
            | ({} if names is None else {"aliases": tuple(f"{number}-{name}" for name in range(names))}),
        )
        for number, (population, names, day) in enumerate(rows, 1)
    ]
    return judged(compiled_of(THEN), units, AS_OF)


def test_equals_are_told_apart_by_what_comes_then() -> None:
    found = of_two_keys((9, 1, 5), (9, 2, 5), (7, 3, 5), (9, 1, 5), (9, 1, 2))
    assert [finding.value for finding in found] == [3, 1, 5, 3, 2]
    assert [dict(finding.detail)["value"] for finding in found] == [9, 9, 7, 9, 9]
    assert [dict(finding.detail)["then"] for finding in found] == [(1, -4), (2, -4), (3, -4), (1, -4), (1, -1)]


def test_doubt_in_what_comes_then_matters_among_equals_alone() -> None:
    found = of_two_keys((9, None, 5), (9, 2, 5), (7, 3, 5))
    assert [finding.value for finding in found] == [Interval(1, 2), Interval(1, 2), 3]
    assert [finding.missing for finding in found] == [("unit u1: aliases",), ("unit u1: aliases",), ()]


def test_an_explanation_shows_each_key() -> None:
    units = [("unit", {"id": "u1", "name": "1", "population": 9, "aliases": ("a",), "since": date(2020, 1, 5)})]
    ((_, explanation),) = explained(compiled_of(THEN), units, AS_OF)
    texts = [part.words["text"] for part in explanation.parts if part.phrase == "expression"]
    assert texts == ["population", "count(aliases)", "-days_between(date(2020, 1, 1), since)"]
