"""Points: prices by table, caps with what they cut off, windows, doubt."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, pack_of, phrases, records_of, tried, world_of

from supervision_rules.catalogue import Lang
from supervision_rules.engine import run
from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Run

CITE = "label: 计分\n  cite: {clause: 一, words: 原话}\n  unquoted: 试验"
BLACK = f"""
- kind: points
  id: it
  {CITE}
  of: unit
  window: year
  count: list_notice
  where: list == "black"
  each: {{by: level, table: {{provincial: 2, city: 1}}}}
  effect: deduct
  max: 5
"""
AS_OF = date(2021, 12, 31)
UNITS = [("unit", {"id": "u1", "name": "甲"}), ("unit", {"id": "u2", "name": "乙"})]
Rows = list[tuple[str, dict[str, object]]]


def notice(number: int, level: str | None = "city", unit: str = "u1", **more: object) -> tuple[str, dict[str, object]]:
    facts = {"id": f"n{number}", "kind": "list_notice", "date": date(2021, 6, 1), "list": "black", "level": level}
    return ("notice", facts | {"unit": unit} | more)


def points(rule: str, *rows: tuple[str, dict[str, object]], as_of: date = AS_OF) -> list[Finding]:
    return judged(compiled_of(rule), [*UNITS, *rows], as_of)


def values(rule: str, *rows: tuple[str, dict[str, object]]) -> dict[str, object]:
    return {finding.subject: finding.value for finding in points(rule, *rows)}


@pytest.mark.parametrize(
    ("levels", "raw", "value", "cut"),
    [
        (["city"], 1, 1, 0),
        (["provincial"], 2, 2, 0),
        (["provincial", "provincial"], 4, 4, 0),
        (["provincial", "provincial", "city"], 5, 5, 0),
        (["provincial", "provincial", "provincial"], 6, 5, 1),
    ],
)
def test_a_cap_keeps_what_it_cuts_off(levels: list[str], raw: int, value: int, cut: int) -> None:
    (finding,) = points(BLACK, *(notice(number, level) for number, level in enumerate(levels)))
    detail = dict(finding.detail)
    assert (finding.state, finding.value) == (State.SCORED, value)
    assert (detail["effect"], detail["raw"], detail["cut"]) == ("deduct", raw, cut)
    assert finding.day == AS_OF


def test_the_records_are_listed_with_their_prices() -> None:
    rows = [notice(2, "city", date=date(2021, 3, 1)), notice(1, "provincial")]
    (finding,) = points(BLACK, *rows)
    assert dict(finding.detail)["records"] == ((date(2021, 3, 1), "n2", 1), (date(2021, 6, 1), "n1", 2))


def test_the_explanation_ends_with_the_value() -> None:
    rows = [*UNITS, *(notice(number, "provincial") for number in range(3))]
    ((finding, explanation),) = explained(compiled_of(BLACK), rows, AS_OF)
    assert phrases(explanation).count("points-record") == 3
    last = next(part for part in explanation.parts if part.phrase == "points-deduct-capped")
    assert dict(last.words) == {"raw": 6, "points": 5} and finding.value == 5


def test_each_year_is_a_window_of_its_own() -> None:
    rows = [notice(1), notice(2, date=date(2021, 1, 1)), notice(3, date=date(2020, 12, 31))]
    found = {finding.period.label: finding.value for finding in points(BLACK, *rows) if finding.period}
    assert found == {"2020年": 1, "2021年": 2}


def test_a_total_of_a_year_that_is_not_over_says_so() -> None:
    (finding,) = points(BLACK, notice(1), as_of=date(2021, 7, 1))
    assert dict(finding.detail)["to"] == date(2021, 7, 1)
    (finding,) = points(BLACK, notice(1))
    assert "to" not in dict(finding.detail)


def test_nothing_is_said_of_a_unit_without_records() -> None:
    assert points(BLACK) == []
    assert points(BLACK, notice(1, list="red")) == []


def test_an_unknown_level_makes_an_interval_and_is_named() -> None:
    (finding,) = points(BLACK, notice(1, None), notice(2))
    assert finding.value == Interval(1, 3)
    assert (finding.state, finding.missing) == (State.SCORED, ("notice n1: level",))


def test_a_level_without_a_price_is_in_doubt() -> None:
    (finding,) = points(BLACK, notice(1, "provincial_department"))
    assert finding.value == Interval(0, 2)
    assert finding.missing == ("notice n1: price(level)",)


PAIRS = BLACK.replace("{by: level, table: {provincial: 2, city: 1}}", "{by: [level, list], table: {city: {black: 1}}}")


def test_a_pair_of_levels_without_a_price_is_in_doubt() -> None:
    (finding,) = points(PAIRS, notice(1, "provincial"))
    assert (finding.value, finding.missing) == (Interval(0, 1), ("notice n1: price(level, list)",))
    (finding,) = points(PAIRS, notice(1, None))
    assert (finding.value, finding.missing) == (Interval(0, 1), ("notice n1: level",))


def said_to_be_missing(rule: str, lang: Lang, *rows: tuple[str, dict[str, object]]) -> list[str]:
    """What is missing, in words."""
    compiled = compiled_of(rule)
    world = world_of(compiled, records_of(compiled, [*UNITS, *rows]), AS_OF)
    findings = tuple(run(compiled, world, ()))
    wording = Wording(Run(compiled, world, findings), lang)
    return [wording.missing(fact) for finding in findings for fact in finding.missing]


def test_it_is_the_price_that_is_missing_not_the_level() -> None:
    assert said_to_be_missing(BLACK, "zh", notice(1, "provincial_department")) == [
        "通报 n1计多少（没有定“通报层级＝省直部门（provincial_department）”的）"
    ]
    assert said_to_be_missing(BLACK, "en", notice(1, "provincial_department")) == [
        "what notice n1 counts (nothing is set for level = provincial_department)"
    ]
    assert said_to_be_missing(PAIRS, "zh", notice(1, "provincial")) == [
        "通报 n1计多少（没有定“通报层级＝省级（省、自治区政府）（provincial）、榜别＝黑榜（black）”的）"
    ]
    assert said_to_be_missing(BLACK, "zh", notice(1, None)) == ["通报 n1的通报层级（level）"]


OPEN = BLACK.replace("city: 1}", "city: 1, provincial_department: [0, 2], city_department: [0, 1]}")


def test_a_price_that_the_document_leaves_open_lies_between_its_ends() -> None:
    (finding,) = points(OPEN, notice(1, "city_department"), notice(2))
    assert finding.value == Interval(1, 2)
    assert finding.missing == ("notice n1: price(level)",)
    (finding,) = points(OPEN, notice(1, "provincial"))
    assert (finding.value, finding.missing) == (2, ())


def test_the_ends_of_an_open_price_do_not_cross() -> None:
    compiled, told = tried(OPEN.replace("[0, 2]", "[2, 0]"))
    assert compiled is None
    assert [message.split(" ")[0] for message in told] == ["SR313"]


def test_each_end_of_an_open_price_stands_in_the_words() -> None:
    quoted = OPEN.replace("  unquoted: 试验", "").replace("words: 原话", "words: 扣2分、1分、5分")
    compiled, told = tried(quoted.replace("[0, 2]", "[0, 7]"))
    assert compiled is None
    assert [message.split(" ")[0] for message in told] == ["SR310"]


def test_a_record_that_may_count_costs_from_nothing_to_its_price() -> None:
    (finding,) = points(BLACK, notice(1, "provincial", list=None))
    assert finding.value == Interval(0, 2)
    assert finding.missing == ("notice n1: list",)


def test_doubt_above_the_cap_is_no_doubt() -> None:
    rows = [notice(number, "provincial") for number in range(3)]
    (finding,) = points(BLACK, *rows, notice(9, None))
    assert (finding.value, finding.missing) == (5, ())


GUARDED = BLACK + '  when: group == "municipal"\n'


@pytest.mark.parametrize(("group", "value"), [("municipal", 1), ("county", None), (None, Interval(0, 1))])
def test_a_condition_on_the_unit(group: str | None, value: object) -> None:
    rows: Rows = [("unit", {"id": "u1", "name": "甲", "group": group}), notice(1)]
    found = judged(compiled_of(GUARDED), rows, AS_OF)
    assert [finding.value for finding in found] == ([] if value is None else [value])
    assert all(bool(finding.missing) == (group is None) for finding in found)


SLIPS = f"""
- kind: points
  id: it
  {CITE}
  window: year
  count: reminder
  each: {{by: colour, table: {{blue: 3, yellow: 5, red: 10}}}}
  effect: deduct
"""


def slip(number: int, colour: str | None, matter: str | None = "m1") -> tuple[str, dict[str, object]]:
    day = date(2021, 6, number)
    return ("reminder", {"id": f"s{number}", "date": day, "unit": "u1", "matter": matter, "colour": colour})


ALL_COLOURS = [slip(1, "blue"), slip(2, "yellow"), slip(3, "red")]


def test_each_slip_of_one_matter_or_the_highest() -> None:
    assert values(SLIPS, *ALL_COLOURS) == {"u1": 18}
    assert values(SLIPS + "  highest: true\n", *ALL_COLOURS, slip(4, "blue", "m2")) == {"u1": 10}
    assert values(SLIPS + "  once_per: matter\n", *ALL_COLOURS, slip(4, "blue", "m2")) == {"u1": 13}
    assert values(SLIPS + "  once_per: matter\n  highest: true\n", *ALL_COLOURS, slip(4, "blue", "m2")) == {"u1": 13}


def test_a_complete_table_leaves_no_room_for_nothing() -> None:
    assert values(SLIPS, slip(1, None)) == {"u1": Interval(3, 10)}


def test_the_highest_of_doubtful_prices() -> None:
    assert values(SLIPS + "  highest: true\n", slip(1, "yellow"), slip(2, None)) == {"u1": Interval(5, 10)}


FORMS = f"""
- kind: points
  id: it
  {CITE}
  window: year
  count: notice
  each: {{by: level, table: {{provincial: 2, city: 1}}}}
  once_per: form
  effect: deduct
"""


@pytest.mark.parametrize(
    ("forms", "value"),
    [
        ([("city", "bulletin"), ("city", "bulletin")], 1),
        ([("city", "bulletin"), ("city", "other")], 2),
        ([("city", "bulletin"), ("city", None)], Interval(1, 2)),
        ([("city", "bulletin"), ("provincial", None)], Interval(2, 3)),
        ([("city", None), ("city", None)], Interval(1, 2)),
        ([("city", None)], 1),
    ],
)
def test_an_unknown_group_may_be_any_or_its_own(forms: list[tuple[str, str | None]], value: object) -> None:
    rows = [notice(number, level, form=form) for number, (level, form) in enumerate(forms)]
    assert values(FORMS, *rows) == {"u1": value}


@pytest.mark.parametrize(
    ("drawn", "value"),
    [
        ([("city", "bulletin"), ("city", "bulletin")], 1),
        ([("city", "bulletin"), ("city", "other")], 2),
        ([("city", "bulletin"), ("provincial", "bulletin")], 3),
        ([("city", "bulletin"), ("city", None)], Interval(1, 2)),
    ],
)
def test_those_alike_in_several_fields_count_once(drawn: list[tuple[str, str | None]], value: object) -> None:
    rows = [notice(number, level, form=form) for number, (level, form) in enumerate(drawn)]
    assert values(FORMS.replace("once_per: form", "once_per: [level, form]"), *rows) == {"u1": value}


TWO_WAYS = f"""
- kind: points
  id: it
  {CITE}
  window: year
  count: sanction
  each: {{by: [kind, level], table: {{criticised: {{city: 1, provincial: 2}}, summoned: {{city: 3}}}}}}
  effect: deduct
"""


@pytest.mark.parametrize(
    ("kind", "level", "value"),
    [
        ("criticised", "city", 1),
        ("criticised", "provincial", 2),
        ("summoned", "city", 3),
        ("summoned", "provincial", Interval(0, 3)),
        ("criticised", None, Interval(0, 2)),
        ("held_to_account", None, Interval(0, 3)),
    ],
)
def test_a_table_in_two_dimensions(kind: str, level: str | None, value: object) -> None:
    row = ("sanction", {"id": "s1", "date": AS_OF, "unit": "u1", "kind": kind, "level": level})
    assert values(TWO_WAYS, row) == {"u1": value}


def rule(keys: str) -> str:
    return f"\n- kind: points\n  id: it\n  {CITE}\n  window: year\n{keys}"


def matter(number: int, **more: object) -> tuple[str, dict[str, object]]:
    return ("matter", {"id": f"m{number}", "kind": "minutes", "unit": "u1"} | more)


def test_the_date_that_places_a_record() -> None:
    by = rule("  count: matter\n  by: closed\n  each: 1.5\n  effect: add\n")
    matters: Rows = [
        matter(1, date=date(2020, 5, 1), closed=date(2021, 2, 1)),
        matter(2, date=date(2021, 5, 1)),
    ]
    (finding,) = points(by, *matters)
    assert (finding.value, finding.period and finding.period.label) == (Decimal("1.5"), "2021年")


def test_an_event_of_another_record_that_has_not_happened_places_it_in_no_window() -> None:
    by = rule("  count: reminder\n  by: matter_closed\n  each: 1\n  effect: add\n")
    reminder = ("reminder", {"id": "r1", "date": date(2021, 6, 1), "matter": "m1", "unit": "u1"})
    assert points(by, matter(1, date=date(2021, 5, 1)), reminder) == []
    (finding,) = points(by, matter(1, date=date(2021, 5, 1), closed=date(2021, 7, 1)), reminder)
    assert finding.value == 1


def test_a_record_without_a_day_may_lie_in_any_year() -> None:
    (finding,) = points(rule("  count: matter\n  each: 2\n  effect: add\n"), matter(1))
    assert (finding.value, finding.missing) == (Interval(0, 2), ("matter m1: date",))


RATIO = rule("  value: 10 * population / population\n  if_zero: 0\n  effect: add\n  rounding: {places: 1}\n")


def test_a_value_and_a_division_by_zero() -> None:
    rows: Rows = [("unit", {"id": f"u{n}", "name": f"{n}", "population": n}) for n in (0, 3)]
    rows.append(("unit", {"id": "u9", "name": "9"}))
    findings = {finding.subject: finding for finding in judged(compiled_of(RATIO), rows, AS_OF)}
    assert {name: finding.value for name, finding in findings.items()} == {"u0": 0, "u3": 10, "u9": None}
    assert dict(findings["u0"].detail)["divided_by_zero"] is True
    assert "divided_by_zero" not in dict(findings["u3"].detail)
    assert (findings["u9"].state, findings["u9"].missing) == (State.UNDETERMINED, ("unit u9: population",))
    explanations = {finding.subject: phrases(tree) for finding, tree in explained(compiled_of(RATIO), rows, AS_OF)}
    assert "divided-by-zero" in explanations["u0"] and "divided-by-zero" not in explanations["u3"]


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("each: 4 / unit_population", 7),
        ("each: 1\n  times: 4 / unit_population", 7),
        ("each: 1\n  where: 4 / unit_population == 7", 1),
        ("each: 1\n  when: 4 / population == 7", 1),
        ("each: {by: 4 / unit_population, bands: [{at_least: 0, points: 1}, {at_least: 7, points: 2}]}", 2),
        ("each: 3\n  once_per: 4 / unit_population", 3),
    ],
)
def test_a_division_by_zero_anywhere_in_the_rule(keys: str, value: int) -> None:
    rows: Rows = [("unit", {"id": "u1", "name": "1", "population": 0}), matter(1, date=date(2021, 5, 1))]
    text = rule(f"  count: matter\n  {keys}\n  if_zero: 7\n  effect: add\n")
    assert [finding.value for finding in judged(compiled_of(text), rows, AS_OF)] == [value]


@pytest.mark.parametrize(("mode", "value"), [("half_up", 3), ("half_even", 2), ("down", 2), ("up", 3)])
def test_rounding_is_as_stated(mode: str, value: int) -> None:
    text = rule(f"  value: population / 2\n  effect: add\n  rounding: {{mode: {mode}}}\n")
    rows: Rows = [("unit", {"id": "u1", "name": "1", "population": 5})]
    assert [finding.value for finding in judged(compiled_of(text), rows, AS_OF)] == [value]


def test_a_deduction_is_never_negative_unless_stated() -> None:
    rows: Rows = [("unit", {"id": "u1", "name": "1", "population": 5})]
    text = rule("  value: 3 - population\n  effect: deduct\n")
    assert [finding.value for finding in judged(compiled_of(text), rows, AS_OF)] == [0]
    assert [finding.value for finding in judged(compiled_of(text + "  min: -9\n"), rows, AS_OF)] == [-2]


def test_a_price_may_be_an_expression() -> None:
    text = rule("  count: appraisal\n  each: item_points / 4\n  effect: add\n")
    row = ("appraisal", {"id": "a1", "date": AS_OF, "unit": "u1", "item_points": Decimal("5")})
    assert values(text, row) == {"u1": Decimal("1.25")}
    (finding,) = points(text, ("appraisal", {"id": "a1", "date": AS_OF, "unit": "u1"}))
    assert (finding.state, finding.value, finding.missing) == (State.UNDETERMINED, None, ("appraisal a1: item_points",))


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("  count: nothing\n  each: 1\n  effect: add\n", "SR301"),
        ("  count: publicity\n  via: project\n  each: 1\n  effect: add\n", "SR302"),
        ("  count: notice\n  each: {by: level, table: {citi: 1}}\n  effect: add\n", "SR227"),
        ("  count: notice\n  each: {by: date, table: {city: 1}}\n  effect: add\n", "SR232"),
        ("  count: notice\n  each: {by: [level, kind], table: {city: 1}}\n  effect: add\n", "SR312"),
        ("  count: notice\n  each: {by: [level kind], table: {city: {a: 1}}}\n  effect: add\n", "SR215"),
        ("  count: notice\n  each: 1\n  max: 3\n  min: 4\n  effect: add\n", "SR313"),
        ("  count: notice\n  effect: add\n", "SR101"),
        ("  count: notice\n  value: 3\n  each: 1\n  effect: add\n", "SR154"),
        ("  count: notice\n  where: lst == 1\n  each: 1\n  effect: add\n", "SR218"),
        ("  count: notice\n  once_per: mattr\n  each: 1\n  effect: add\n", "SR218"),
        ("  count: notice\n  once_per: [matter, levl]\n  each: 1\n  effect: add\n", "SR218"),
        ("  count: notice\n  once_per: []\n  each: 1\n  effect: add\n", "SR118"),
    ],
)
def test_what_is_wrong_is_told(keys: str, told: str) -> None:
    compiled, problems = tried(rule(keys))
    assert compiled is None
    assert [problem.split()[0] for problem in problems] == [told]


@pytest.mark.parametrize(
    ("each", "wrong"),
    [
        ("{by: level, table: {city: 1, county: 2}}", "county"),
        ("{by: [list, level], table: {black: {市级: 1}}}", "市级"),
    ],
)
def test_a_level_that_is_none_is_told_at_its_key(each: str, wrong: str) -> None:
    text = rule(f"  count: notice\n  each: {each}\n  effect: add\n")
    (told,) = tried(text)[1]
    lines = pack_of(text).splitlines()
    line = next(number for number, written in enumerate(lines) if wrong in written)
    assert told.startswith(f"SR227 pack.yaml:{line + 1}:{lines[line].index(wrong) + 1} ")


LEVELS = st.sampled_from(["city", "provincial", "provincial_department", None])
COLOURS = st.sampled_from(["black", "red", None])
NOTICES = st.lists(st.tuples(LEVELS, COLOURS, st.sampled_from(["u1", "u2"])), max_size=8)


def ends(value: object) -> tuple[object, object]:
    return (value.low, value.high) if isinstance(value, Interval) else (value, value)


Drawn = list[tuple[str | None, str | None, str]]


def made(drawn: Drawn) -> Rows:
    return [notice(number, level, unit, list=colour) for number, (level, colour, unit) in enumerate(drawn)]


@settings(max_examples=40, deadline=None)
@given(NOTICES, st.randoms(use_true_random=False))
def test_never_above_the_cap_and_the_same_in_any_order(drawn: Drawn, shuffle: object) -> None:
    rows = made(drawn)
    found = points(BLACK, *rows)
    for finding in found:
        low, high = ends(finding.value)
        detail = dict(finding.detail)
        assert 0 <= low <= high <= 5  # type: ignore[operator]
        if not isinstance(finding.value, Interval) and not isinstance(detail["raw"], Interval):
            assert detail["raw"] == finding.value + detail["cut"]  # type: ignore[operator]
    shuffle.shuffle(rows)  # type: ignore[attr-defined]
    assert points(BLACK, *rows) == found


@settings(max_examples=40, deadline=None)
@given(NOTICES, st.sampled_from(["", "  highest: true\n", "  once_per: form\n"]))
def test_doubt_settled_lies_within_the_interval(drawn: Drawn, more: str) -> None:
    rows = made(drawn)
    settled = [
        (name, facts | {"list": facts["list"] or "black", "level": facts["level"] or "city", "form": "other"})
        for name, facts in rows
    ]
    before, after = values(BLACK + more, *rows), values(BLACK + more, *settled)
    for unit, value in after.items():
        (low, high), (least, most) = ends(before[unit]), ends(value)
        assert low <= least and most <= high  # type: ignore[operator]
