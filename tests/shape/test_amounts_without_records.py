"""What points, totals, ladders and quotas come to for every history: what never binds, what nobody reaches."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import FACTS, told

CITE = "    label: 规则\n    cite: {clause: 一, words: 原话}\n    unquoted: 试验\n"


def points(keys: str, id_: str = "item") -> str:
    lines = "".join(f"    {line}\n" for line in keys.split("; "))
    return f"  - kind: points\n    id: {id_}\n{CITE}{lines}"


def score(keys: str, *boxes: str) -> str:
    listed = "".join(f"      - {{label: 框, {box}}}\n" for box in boxes)
    lines = "".join(f"    {line}\n" for line in keys.split("; "))
    return f"  - kind: score\n    id: total\n{CITE}    window: year\n{lines}    boxes:\n{listed}"


def codes(rules: str, facts: str = "") -> list[str]:
    return [code for code, _ in told(f"{facts}rules:\n{rules}") if code > "SR360"]


def ends(rules: str, facts: str = "") -> list[str]:
    return [message.rpartition("只到得了 ")[2] for code, message in told(f"{facts}rules:\n{rules}") if code == "SR365"]


COUNTED = "window: year; count: reminder; effect: deduct; "


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (COUNTED + "each: 2; at_most: {year: 5}; max: 10", []),
        (COUNTED + "each: 2; at_most: {year: 5}; max: 11", ["10"]),
        (COUNTED + "each: 2; at_most: {quarter: 1}; max: 8", []),
        (COUNTED + "each: 2; at_most: {quarter: 1}; max: 9", ["8"]),
        (COUNTED + "each: 2; at_most: {quarter: 1, year: 3}; max: 7", ["6"]),
        (COUNTED + "each: 2; at_most: {week: 1}; max: 200", []),  # so many weeks lie in a year, or one more
        (COUNTED + "each: 2; highest: true; max: 3", ["2"]),
        (COUNTED + "each: 2; highest: true; once_per: matter; max: 3", []),
        (COUNTED + "each: 2; once_per: unit; max: 3", ["2"]),
        (COUNTED + "each: 2; once_per: unit; max: 2", []),
        (COUNTED + "each: 2; once_per: [unit, matter]; max: 9", []),
        (COUNTED + "each: 2; times: 3; highest: true; max: 7", ["6"]),
        (COUNTED + "each: 2; max: 200", []),
        (COUNTED + "each: 2; at_most: {year: 2}; min: 0", []),
        ("window: year; value: 5; effect: add; max: 5", []),
        ("window: year; value: 5; effect: add; max: 6", ["5"]),
        ("window: year; value: 5 if slips > 3 else 2; effect: add; max: 6; min: 2", ["5"]),
        ("window: year; value: 5 if slips > 3 else 2; effect: add; max: 5; min: 1", ["2"]),
        ("window: year; value: min(slips, 5) * 0.5; effect: add; max: 2.5", []),
        ("window: year; value: min(slips, 5) * 0.5; effect: add; max: 3", ["2.5"]),
        ("window: year; value: slips / 2; effect: add; max: 3", []),
        ("window: year; value: 10 - slips; effect: add; max: 10; min: 0", []),
        ("window: year; value: 10 - slips; effect: add; max: 11", ["10"]),
        ("window: year; value: -slips; effect: add; max: 1", ["0"]),
        ("window: year; value: 2.6; effect: add; rounding: {places: 0}; max: 3", []),
        ("window: year; value: 2.4; effect: add; rounding: {places: 0}; max: 3", ["2"]),
        ("window: year; value: max(slips, 2); effect: add; min: 2; max: 9", []),
        ("window: year; value: 'abs(slips - 3)'; effect: add; max: 9", []),
    ],
)
def test_a_cap_of_points(keys: str, expected: list[str]) -> None:
    assert ends(points(keys), FACTS) == expected


IN = "window: year; effect: add; into: b; value: "


@pytest.mark.parametrize(
    ("keys", "box", "item", "expected"),
    [
        ("max: 100", "id: b, effect: add, base: 80, max: 100", IN + "20", []),
        ("max: 100", "id: b, effect: add, base: 80, max: 100", IN + "19", ["99", "99"]),
        ("base: 20", "id: b, effect: add, max: 20", IN + "20", []),
        ("max: 50; base: 20", "id: b, effect: add, weight: 0.5", IN + "60", []),
        ("max: 51; base: 20", "id: b, effect: add, weight: 0.5", IN + "60", ["50"]),
        ("min: 80; base: 100", "id: b, effect: deduct", IN.replace("add", "deduct") + "20", []),
        ("min: 79; base: 100", "id: b, effect: deduct", IN.replace("add", "deduct") + "20", ["80"]),
        # an item of each month comes into the year twelve times, one of each week nobody knows how often
        ("max: 240", "id: b, effect: add", IN.replace("year", "month") + "20", []),
        ("max: 241", "id: b, effect: add", IN.replace("year", "month") + "20", ["240"]),
        ("max: 9999", "id: b, effect: add", IN.replace("year", "day") + "20", []),
        # what deducts in a box that adds
        ("base: 0", "id: b, effect: add, base: 10, max: 11", IN.replace("add", "deduct") + "5", ["10"]),
        ("base: 0", "id: b, effect: add, base: 10, min: 5", IN.replace("add", "deduct") + "5", []),
        ("base: 0", "id: b, effect: add, base: 10, min: 4", IN.replace("add", "deduct") + "5", ["5"]),
    ],
)
def test_boxes_and_totals(keys: str, box: str, item: str, expected: list[str]) -> None:
    assert ends(score(keys, box) + points(item)) == expected


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        ("each: 20", []),
        ("each: 21", ["SR366"]),
        ("each: {by: colour, table: {yellow: 20, red: 21}}", ["SR366"]),
        ("each: {by: colour, table: {yellow: 20, red: [0, 21]}}", ["SR366"]),
        ("each: {by: matter_late_days, bands: [{at_least: 1, points: 5}, {over: 9, points: 21}]}", ["SR366"]),
        ("each: {by: matter_late_days, bands: [{at_least: 1, rate: 5}, {over: 9, rate: 21}]}", ["SR375"]),
        ("each: 21; times: 0.5", []),
        ("each: 11 + 10", []),  # only what is written down as a price
    ],
)
def test_a_price_above_the_whole(each: str, expected: list[str]) -> None:
    days = "facts:\n  - {id: late_days, label: 天数, of: matter, value: 'days_between(date, as_of)'}\n"
    assert codes(points(f"{COUNTED}{each}; max: 20"), days) == expected
    into = points(f"{COUNTED}{each}; into: b")
    assert codes(score("base: 100", "id: b, effect: deduct, max: 20") + into, days) == expected
    assert codes(score("base: 100", "id: b, effect: add, base: 20, max: 20") + into, days) == []


SAID = "两档之间有空当：slips 是 2 时没有哪一档成立，一天里一下子到了那里的（如同一天记下几次），一档也到不了"


@pytest.mark.parametrize(
    ("own", "box", "expected"),
    [
        ("each: 3; max: 5", "id: b, effect: deduct, max: 2", [("SR366", "一件就是 3 分，全部至多只有 2 分")]),
        ("each: 3; max: 5", "id: b, effect: deduct, max: 3", [("SR366", "本项的 max 是 5 分，全部至多只有 3 分")]),
        ("each: 3; max: 5", "id: b, effect: deduct, max: 5", []),
        ("each: 3; max: 5", "id: b, effect: deduct, max: 9", []),
        ("each: 3; max: 5", "id: b, effect: add, base: 9, max: 9", []),
    ],
)
def test_what_is_more_than_its_box(own: str, box: str, expected: list[tuple[str, str]]) -> None:
    rules = score("base: 100", box) + points(f"{COUNTED}{own}; into: b")
    assert [each for each in told(f"{FACTS}rules:\n{rules}") if each[0] == "SR366"] == expected


def test_what_is_taken_from_its_box_may_be_made_up_for() -> None:
    back = points("window: year; count: commendation; each: 1; effect: add; into: b", "back")
    rules = score("base: 100", "id: b, effect: deduct, max: 3") + points(f"{COUNTED}each: 3; max: 5; into: b")
    assert codes(rules + back) == []
    assert codes(rules) == ["SR366"]


def ladder(*steps: str, keys: str = "", reading: str = "", facts: str = "") -> list[tuple[str, str]]:
    listed = "".join(f"      - {{step: s{place}, label: 档, {step}}}\n" for place, step in enumerate(steps))
    rule = f"  - kind: ladder\n    id: it\n{CITE}    of: unit\n    window: year\n{keys}    steps:\n{listed}"
    return [each for each in told(f"{reading}{FACTS}{facts}rules:\n{rule}") if each[0] > "SR360"]


@pytest.mark.parametrize(
    ("steps", "keys", "expected"),
    [
        (("when: slips >= 2", "when: slips >= 3"), "", []),
        (("when: slips >= 3", "when: slips >= 3"), "", ["SR368"]),
        (("when: slips >= 3", "when: slips >= 2"), "", ["SR368"]),
        (("when: slips >= 3", "when: slips >= 2, consent: late > 0"), "", []),
        (("when: slips >= 2", "when: slips >= 2 and late > 0"), "", []),
        (("when: slips >= 2 and late > 0", "when: slips >= 2"), "", ["SR368"]),
        (("when: slips >= 2", "when: slips >= 3"), "    when: slips < 3\n", ["SR367"]),
        (("when: slips >= 2", "when: slips >= 3"), "    when: slips < 4\n", []),
        (("when: slips == 1", "when: slips == 2"), "", []),
        (("when: slips == 1", "when: slips == 3"), "", ["SR369"]),
        (("when: slips == 1", "when: slips >= 2"), "", []),
        (("when: slips == 1", "when: slips == 3 or late > 0"), "", ["SR369"]),
        (("when: slips >= 1", "when: slips == 3", "when: slips == 5"), "", ["SR369"]),
        (("when: slips >= 1", "when: slips >= 3", "when: slips >= 5"), "", []),
        (("when: slips >= 1", "when: slips == 3", "when: slips >= 4"), "", []),
        (("when: late > 0", "when: slips == 3", "when: slips == 5"), "", ["SR369"]),
    ],
)
def test_steps(steps: tuple[str, ...], keys: str, expected: list[str]) -> None:
    assert [code for code, _ in ladder(*steps, keys=keys)] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("{by_reading: way, a: slips >= 2, b: slips >= 1}", "slips >= 3", []),
        ("{by_reading: way, a: slips >= 3, b: slips >= 1}", "slips >= 3", ["SR368"]),
        ("slips >= 3", "{by_reading: way, a: slips >= 2, b: slips >= 4}", ["SR368"]),
        ("slips >= 3", "{by_reading: way, a: slips >= 4, b: slips >= 2}", []),
        ("{by_date: {2020-01-01: slips >= 1, 2021-01-01: slips >= 3}}", "slips >= 3", []),
    ],
)
def test_steps_that_hang_on_a_reading_are_held_together_under_the_option_taken(
    first: str, second: str, expected: list[str]
) -> None:
    reading = "readings:\n  - {id: way, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
    found = ladder(f"when: {first}", f"when: {second}", reading=reading)
    assert [code for code, _ in found if code not in ("SR360", "SR361")] == expected


def test_steps_are_told_with_an_example() -> None:
    zh = "到第 1 档的，同时就到了第 2 档，如 slips 是 3 的：第 1 档从不单独成立"
    assert ladder("when: slips >= 3", "when: slips >= 2") == [("SR368", zh)]
    moved = "到第 1, 2 档的，同时就到了第 3 档，如 slips 是 5 的：第 1, 2 档从不单独成立"
    assert ladder("when: slips >= 5", "when: slips >= 8", "when: slips >= 2") == [("SR368", moved)]
    assert ladder("when: slips == 1", "when: slips == 3") == [("SR369", SAID)]


def test_a_count_passes_over_a_step_above_a_lower_one() -> None:
    said = (
        "两档之间有空当：{0} 是 4 时第 2 档和以上的都不成立，一天里一下子到了那里的（如同一天记下几次），到不了第 2 档"
    )
    steps = ("when: slips >= 1", "when: slips == 3", "when: slips == 5")
    assert ladder(*steps) == [("SR369", said.format("slips"))]
    days = "  - {id: days, label: 天数, of: unit, value: 'days_between(since, as_of)'}\n"
    in_days = [each.replace("slips", "days") for each in steps]
    assert ladder(*in_days, facts=days) == []  # there is a day on which it is just so many


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ("at_most: 1", []),
        ("at_most: 0", ["SR370"]),
        ("at_most: named", []),
        ("at_most: 'min(named, 1) - 1'", ["SR370"]),
        ("at_most: 'min(named, 2) - 1'", []),
        ("share: {percent: 5, of: named, round: down}", []),
        ("share: {percent: 0, of: named, round: down}", ["SR370"]),
        ("share: {percent: 0, of: named, round: down, least: 1}", []),
        ("share: {percent: 5, of: 'min(named, 19)', round: down}", ["SR370"]),
        ("share: {percent: 5, of: 'min(named, 20)', round: down}", []),
        ("share: {percent: 5, of: 'min(named, 9)', round: half_up}", ["SR370"]),
        ("share: {percent: 5, of: 'min(named, 10)', round: half_up}", []),
        ("share: {percent: 5, of: 'min(named, 1)', round: up}", []),
    ],
)
def test_quotas(places: str, expected: list[str]) -> None:
    facts = "facts:\n  - {id: named, label: 数, of: project, count: nomination}\n"
    groups = f"    groups:\n      - {{id: a, label: 甲, {places}}}\n"
    rule = f"  - kind: quota\n    id: it\n{CITE}    of: project\n    members: nomination\n    name: unit\n{groups}"
    assert codes(rule, facts) == expected


def test_what_differs_by_a_reading_is_not_told() -> None:
    readings = "readings:\n  - {id: way, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
    item = points(COUNTED + "each: 2; at_most: {year: 2}; max: {by_reading: way, a: 5, b: 4}")
    assert [code for code, _ in told(f"{readings}rules:\n{item}")] == []
