"""Totals: a base and boxes, caps at each level, boxes in boxes, doubt carried through."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

CITE = "cite: {clause: 一, words: 原话}\n  unquoted: 试验"
AS_OF = date(2021, 12, 31)
Rows = list[tuple[str, dict[str, object]]]


def item(name: str, count: str, each: str, effect: str, more: str = "") -> str:
    return f"""
- kind: points
  id: {name}
  label: {name}
  {CITE}
  window: year
  count: {count}
  each: {each}
  effect: {effect}
  {more}
"""


def score(boxes: str, more: str = "") -> str:
    return f"""
- kind: score
  id: total
  label: 总分
  {CITE}
  window: year
  {more}
  boxes:
{boxes}
"""


BOXES = """
    - {id: additions, label: 动态加分, effect: add, max: 20, words: 不超过20分}
    - {id: deductions, label: 动态扣分, effect: deduct, max: 80, words: 不超过80分}
"""
TABLE = "{by: level, table: {national: 5, provincial: 3, city: 2, district: 1}}"
SLIPS = "{by: colour, table: {blue: 3, yellow: 5, red: 10}}"
# The total stands before its items: the order of the pack is not the order of running.
DISTRICT = (
    score(BOXES, "base: 80")
    + item("praise", "commendation", TABLE, "add", "into: additions")
    + item("slips", "reminder", SLIPS, "deduct", "into: deductions\n  max: 60")
)


def praise(number: int, level: str | None) -> tuple[str, dict[str, object]]:
    facts = {"id": f"c{number}", "kind": "praise", "date": date(2021, 3, 1), "unit": "u1", "level": level}
    return ("commendation", facts)


def slip(number: int, colour: str | None) -> tuple[str, dict[str, object]]:
    facts = {"id": f"s{number:03}", "date": date(2021, 3, 1), "unit": "u1", "matter": "m1", "colour": colour}
    return ("reminder", facts)


def totals(rules: str, *rows: tuple[str, dict[str, object]]) -> list[Finding]:
    found = judged(compiled_of(rules), [("unit", {"id": "u1", "name": "甲"}), *rows], AS_OF)
    return [finding for finding in found if finding.rule.kind == "score"]


def value(rules: str, *rows: tuple[str, dict[str, object]]) -> object:
    (finding,) = totals(rules, *rows)
    return finding.value


def test_a_unit_without_records_has_the_base() -> None:
    (finding,) = totals(DISTRICT)
    assert (finding.state, finding.value) == (State.SCORED, 80)
    assert dict(finding.detail)["boxes"] == (("additions", 0, 0, 0), ("deductions", 0, 0, 0))


@pytest.mark.parametrize(("times", "total", "cut"), [(3, 95, 0), (4, 100, 0), (5, 100, 5)])
def test_the_cap_of_a_box(times: int, total: int, cut: int) -> None:
    (finding,) = totals(DISTRICT, *(praise(number, "national") for number in range(times)))
    assert finding.value == total
    assert dict(finding.detail)["boxes"][0] == ("additions", 5 * times, 5 * times - cut, cut)  # type: ignore[index]


def test_the_item_is_capped_before_its_box() -> None:
    (finding,) = totals(DISTRICT, *(slip(number, "red") for number in range(9)))
    assert finding.value == 20
    assert dict(finding.detail)["boxes"][1] == ("deductions", 60, 60, 0)  # type: ignore[index]


def test_doubt_in_an_item_is_doubt_in_the_total_and_is_named() -> None:
    (finding,) = totals(DISTRICT, praise(1, "city"), slip(1, None))
    assert (finding.value, finding.state) == (Interval(72, 79), State.SCORED)
    assert finding.missing == ("reminder s001: colour",)


def test_doubt_that_a_cap_cuts_off_is_none() -> None:
    rows = [praise(number, "national") for number in range(4)]
    (finding,) = totals(DISTRICT, *rows, praise(9, None))
    assert (finding.value, finding.missing) == (100, ())


def test_the_explanation_shows_items_boxes_and_total() -> None:
    rows: Rows = [("unit", {"id": "u1", "name": "甲"}), slip(1, "blue")]
    rows += [praise(number, "national") for number in range(5)]
    found = explained(compiled_of(DISTRICT), rows, AS_OF)
    finding, tree = next(pair for pair in found if pair[0].rule.kind == "score")
    assert phrases(tree)[2:] == [
        "score-base", "box-add-capped", "box-item-add", "box-deduct", "box-item-deduct", "score-total",
    ]  # fmt: skip
    words = [dict(part.words) for part in tree.parts if part.phrase == "box-add-capped"]
    assert words == [{"label": "动态加分", "raw": 25, "points": 20}]
    assert finding.value == dict(tree.parts[-1].words)["points"] == 97


NESTED = (
    score(
        """
    - id: yearly
      label: 年度
      effect: add
      max: 25
      parts:
        - {id: duty, label: 履职, effect: add, base: 20, min: 0}
        - {id: bonus, label: 加分, effect: add, max: 8}
""",
        "min: 0\n  max: 22",
    )
    + item("fault", "reminder", "7.5", "deduct", "into: duty")
    + item("good", "commendation", "4", "add", "into: bonus")
)


@pytest.mark.parametrize(
    ("faults", "goods", "expected", "boxes"),
    [
        (0, 0, 20, (("yearly", 20, 20, 0), ("duty", 20, 20, 0), ("bonus", 0, 0, 0))),
        (0, 3, 22, (("yearly", 28, 25, 3), ("duty", 20, 20, 0), ("bonus", 12, 8, 4))),
        (2, 0, 5, (("yearly", 5, 5, 0), ("duty", 5, 5, 0), ("bonus", 0, 0, 0))),
        (3, 1, 4, (("yearly", 4, 4, 0), ("duty", Decimal("-2.5"), 0, Decimal("-2.5")), ("bonus", 4, 4, 0))),
    ],
)
def test_boxes_in_boxes_each_capped_once(faults: int, goods: int, expected: int, boxes: object) -> None:
    rows = [*(slip(number, "red") for number in range(faults)), *(praise(number, "city") for number in range(goods))]
    (finding,) = totals(NESTED, *rows)
    assert finding.value == expected
    assert dict(finding.detail)["boxes"] == boxes


MONTHLY = score("    - {id: all, label: 全部, effect: deduct}", "base: 100") + item(
    "slips", "reminder", "2", "deduct", "max: 3\n  into: all"
).replace("window: year", "window: month")


def test_items_of_months_add_up_to_a_year() -> None:
    march, may = slip(1, "red"), ("reminder", slip(2, "red")[1] | {"date": date(2021, 5, 1)})
    assert value(MONTHLY, march, slip(3, "red"), may) == 95


def test_a_base_may_be_an_expression() -> None:
    rules = score(BOXES, "base: population / 2\n  rounding: {places: 0, mode: half_up}")
    found = judged(compiled_of(rules), [("unit", {"id": "u1", "name": "甲", "population": 5})], AS_OF)
    assert [finding.value for finding in found] == [3]
    found = judged(compiled_of(rules), [("unit", {"id": "u1", "name": "甲"})], AS_OF)
    assert [(finding.value, finding.state, finding.missing) for finding in found] == [
        (None, State.UNDETERMINED, ("unit u1: population",))
    ]


def test_an_item_of_which_nothing_is_known_leaves_its_box_between_its_bounds() -> None:
    bounded = "    - {id: all, label: 全部, effect: add, min: 0, max: 10}"
    rules = score(bounded, "base: 5") + item("paid", "appraisal", "item_points", "add", "into: all")
    row = ("appraisal", {"id": "a1", "date": AS_OF, "unit": "u1"})
    (finding,) = totals(rules, row)
    assert (finding.value, finding.missing) == (Interval(5, 15), ("appraisal a1: item_points",))


@pytest.mark.parametrize(
    ("boxes", "more", "told"),
    [
        (BOXES, "base: populaton", "SR218"),
        (BOXES, "base: -80", "SR114"),
        (BOXES, "base: population\n  max: 3\n  min: 5", "SR313"),
        (BOXES.replace("deductions", "additions"), "", "SR303"),
        (BOXES.replace("max: 20", "max: 20, min: 21, unquoted: 试验"), "", "SR313"),
    ],
)
def test_what_is_wrong_is_told(boxes: str, more: str, told: str) -> None:
    compiled, problems = tried(score(boxes, more))
    assert compiled is None
    assert [problem.split()[0] for problem in problems] == [told]


COLOURS = st.lists(st.sampled_from(["blue", "yellow", "red"]), max_size=25)
LEVELS = st.lists(st.sampled_from(["national", "provincial", "city", "district"]), max_size=8)


@settings(max_examples=30, deadline=None)
@given(COLOURS, LEVELS, st.sampled_from(["blue", "red", None]))
def test_more_deductions_never_raise_a_score(colours: list[str], levels: list[str], more: str | None) -> None:
    rows = [slip(number, colour) for number, colour in enumerate(colours)]
    rows += [praise(number, level) for number, level in enumerate(levels)]
    before, after = value(DISTRICT, *rows), value(DISTRICT, *rows, slip(99, more))
    assert (after.high if isinstance(after, Interval) else after) <= before  # type: ignore[operator]
    assert 20 <= before <= 100  # type: ignore[operator]
