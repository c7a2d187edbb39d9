"""The same thing counts once, at its highest, and no more count in a period than so many."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.constructs.highest import counted_once, sum_once
from supervision_rules.constructs.occurrences import Occurrence
from supervision_rules.expressions import Interval
from supervision_rules.expressions.values import ends
from supervision_rules.findings import Finding

AS_OF = date(2021, 12, 31)
PRAISED = """\
- id: it
  label: 表扬
  cite: {clause: 六, words: 国家、市每次加3分、1分；同一事项取最高；每季度最多计2次}
  kind: points
  window: year
  count: praise
  each: {by: level, table: {national: 3, city: 1}}
  once_per: matter
  at_most: {quarter: 2}
  effect: add
"""
UNIT = ("unit", {"id": "u1", "name": "甲局"})
MATTERS = [
    ("matter", {"id": f"m{number}", "kind": "instruction", "date": date(2021, 1, 4), "unit": "u1"})
    for number in range(1, 5)
]


def praise(number: int, matter: int | None, day: date, level: str | None = "city") -> tuple[str, dict[str, Any]]:
    fields: dict[str, Any] = {"id": f"c{number}", "kind": "praise", "date": day, "unit": "u1", "level": level}
    return "commendation", fields | ({"matter": f"m{matter}"} if matter else {})


WINTER, LATER, SPRING = date(2021, 1, 20), date(2021, 3, 1), date(2021, 4, 1)


def found(*praises: tuple[str, dict[str, Any]]) -> Finding:
    (finding,) = judged(compiled_of(PRAISED), [UNIT, *MATTERS, *praises], AS_OF)
    return finding


@pytest.mark.parametrize(
    ("praises", "points"),
    [
        # the first of a matter gives way to its higher one, which takes the room of its own quarter
        ([praise(1, 1, WINTER), praise(2, 1, LATER, "national"), praise(3, 2, WINTER), praise(4, 3, LATER)], 4),
        ([praise(1, 1, WINTER), praise(2, 1, SPRING, "national"), praise(3, 2, WINTER), praise(4, 3, LATER)], 5),
        # the same matter twice takes the room of one
        ([praise(1, 1, WINTER), praise(2, 1, WINTER), praise(3, 2, LATER), praise(4, 3, SPRING)], 3),
        ([praise(1, 1, WINTER), praise(2, 2, WINTER), praise(3, 3, LATER, "national")], 2),
    ],
)
def test_first_the_highest_of_each_matter_then_the_cap_of_the_quarter(praises: list[Any], points: int) -> None:
    assert found(*praises).value == points


def test_what_does_not_count_is_told_by_its_reason() -> None:
    """Of six for four matters two give way to another of theirs, and two are beyond the cap."""
    rows = [UNIT, *MATTERS, *(praise(number, 1 + number // 2, LATER) for number in range(1, 7))]
    ((_, explanation),) = explained(compiled_of(PRAISED), rows, AS_OF)
    told = phrases(explanation)
    assert [told.count(f"points-record{which}") for which in ("", "-beyond", "-lower")] == [2, 2, 2]
    assert {"points-once", "points-at-most-quarter"} <= set(told)


@pytest.mark.parametrize("rule", ["once_per: matter", "highest: true"])
def test_the_lines_of_what_counts_come_to_the_sum(rule: str) -> None:
    text = PRAISED.replace("  at_most: {quarter: 2}\n", "").replace("once_per: matter", rule)
    rows = [UNIT, *MATTERS, praise(1, 1, WINTER), praise(2, 1, LATER, "national")]
    ((finding, explanation),) = explained(compiled_of(text), rows, AS_OF)
    shown = [(part.phrase, part.words["points"]) for part in explanation.parts if part.phrase.startswith("points-rec")]
    assert (finding.value, shown) == (3, [("points-record-lower", 1), ("points-record", 3)])


def test_where_it_is_in_doubt_which_is_the_highest_none_is_left_out() -> None:
    rows = [UNIT, *MATTERS, praise(1, 1, WINTER, None), praise(2, 1, LATER)]
    ((_, explanation),) = explained(compiled_of(PRAISED), rows, AS_OF)
    assert phrases(explanation).count("points-record") == 2


def test_a_level_in_doubt_makes_a_range() -> None:
    finding = found(praise(1, 1, WINTER), praise(2, 2, LATER), praise(3, 3, LATER, None))
    assert finding.value == 2  # the two before it have filled the quarter, whatever it is worth
    finding = found(praise(1, 1, WINTER), praise(2, 2, LATER), praise(3, 3, LATER), praise(4, 3, LATER, None))
    assert (finding.value, finding.missing) == (Interval(0, 4), ("commendation c4: level",))
    finding = found(praise(1, 1, WINTER), praise(2, 2, SPRING, None))
    assert (finding.value, finding.missing) == (Interval(1, 4), ("commendation c2: level",))


DAYS = st.sampled_from([WINTER, LATER, SPRING])
ROWS = st.lists(st.tuples(DAYS, st.integers(0, 3), st.booleans(), st.sampled_from([1, 2, None])), max_size=4)


@given(ROWS, st.integers(1, 2))
def test_whatever_is_in_doubt_the_sum_lies_within(
    rows: Sequence[tuple[date, int, bool, int | None]], most: int
) -> None:
    rows = sorted(rows, key=lambda row: row[0])
    occurrences = [Occurrence(day, points, sure) for day, points, sure, _ in rows]
    bounds = sum_once(occurrences, [group for *_, group in rows], {"quarter": most})
    assert bounds is not None
    low, high = ends(bounds)
    there = product(*([True] if sure else [True, False] for _, _, sure, _ in rows))
    for happened, groups in product(list(there), product(*([g] if g else [1, 2, 3] for *_, g in rows))):
        world = [
            (Occurrence(row[0], row[1], True), group)
            for row, group, here in zip(rows, groups, happened, strict=True)
            if here
        ]
        flags = counted_once([each for each, _ in world], [group for _, group in world], {"quarter": most})
        value = sum(int(str(each.points)) for (each, _), flag in zip(world, flags, strict=True) if flag)
        assert low <= value <= high


def test_the_highest_of_all_needs_no_cap() -> None:
    once = PRAISED.replace("once_per: matter", "highest: true")
    (line,) = tried(once)[1]
    assert line == "SR154 pack.yaml:14:14 at_most、highest中只能写一个，这里写了：at_most、highest"
