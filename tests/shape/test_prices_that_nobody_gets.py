"""Bands and prices of tables that nothing ever comes to: told with the reason; what may come to them is not."""

from __future__ import annotations

import pytest
from test_amounts_without_records import points, score
from test_what_changes_nothing import READINGS, told

FACTS = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: share, label: 办结百分之几, of: unit, value: "min(slips, 100)", unquoted: 试验}
  - {id: most, label: 至多, of: unit, value: {by_reading: way, a: "min(slips, 3)", b: slips}, unquoted: 试验}
  - {id: nth, label: 第几次, of: reminder, ordinal: earlier, among: [unit], window: year}
  - {id: days, label: 天数, of: reminder, value: "days_between(date, as_of)"}
"""


def unreached(rules: str, facts: str = FACTS) -> list[str]:
    return [message for code, message in told(f"{READINGS}{facts}rules:\n{rules}") if code == "SR375"]


def bands(by: str, *listed: str, keys: str = "") -> list[str]:
    """What is told of the bands of a unit's own number."""
    given = ", ".join(f"{{{band}}}" for band in listed)
    return unreached(points(f"window: year; value: {{by: '{by}', bands: [{given}]}}; effect: add{keys}"))


def counted(each: str, keys: str = "", count: str = "reminder") -> list[str]:
    return unreached(points(f"window: year; count: {count}; each: {each}; effect: deduct{keys}"))


def nobody(what: str, by: str) -> list[str]:
    return [f"{what}永远用不到：{by} 没有这样的值"]


@pytest.mark.parametrize(
    ("by", "listed", "expected"),
    [
        ("slips", ("at_least: 0, points: 1", "at_least: 3, points: 2"), []),
        ("slips", ("at_least: 1, points: 1", "at_least: 2, points: 2"), []),
        ("slips", ("at_least: 1, points: 1", "over: 1, points: 2"), []),
        ("slips", ("over: 1, points: 1", "at_least: 2, points: 2"), nobody("第 1 档", "slips")),  # none by halves
        ("slips", ("at_least: -5, points: 1", "at_least: 0, points: 2"), nobody("第 1 档", "slips")),
        ("slips", ("at_least: -5, points: 1", "over: 0, points: 2"), []),
        ("share", ("at_least: 60, points: 1", "at_least: 100, points: 2"), []),
        ("share", ("at_least: 60, points: 1", "over: 100, points: 2"), nobody("第 2 档", "share")),
        ("share", ("at_least: 60, points: 1", "at_least: 120, points: 2"), nobody("第 2 档", "share")),
        ("share", ("over: 60, rate: 1", "over: 100, rate: 2"), nobody("第 2 档", "share")),
        ("share", ("at_least: 60, rate: 1", "at_least: 100, rate: 2"), []),
        ("most", ("at_least: 1, points: 1", "at_least: 9, points: 2"), []),  # of it nothing is known under b
        ("share / 2", ("at_least: 30, points: 1", "over: 50, points: 2"), nobody("第 2 档", "share / 2")),
        ("100 - share", ("at_least: 30, points: 1", "at_least: 100, points: 2"), []),
        ("100 - share", ("at_least: 30, points: 1", "over: 100, points: 2"), nobody("第 2 档", "100 - share")),
    ],
)
def test_bands_in_which_no_value_lies(by: str, listed: tuple[str, ...], expected: list[str]) -> None:
    assert bands(by, *listed) == expected


def test_bands_are_held_against_what_is_chosen() -> None:
    of_slips = ("slips", "at_least: 1, points: 1", "at_least: 4, points: 2")
    assert bands(*of_slips, keys="; when: slips < 4") == ["第 2 档永远用不到：挑选出来的，slips 没有这样的值"]
    assert bands(*of_slips, keys="; when: slips < 5") == []
    assert bands(*of_slips, keys="; when: {by_reading: way, a: slips < 4, b: slips < 9}") == []
    assert bands(*of_slips, keys="; when: slips < 0") == []  # that it never holds is told
    of_nth = "{by: nth, bands: [{at_least: 1, points: 1}, {at_least: 4, points: 2}]}"
    assert counted(of_nth) == []
    assert counted(of_nth, "; where: nth <= 3") == ["第 2 档永远用不到：挑选出来的，nth 没有这样的值"]
    below = of_nth.replace("at_least: 1,", "at_least: 0,").replace("at_least: 4", "at_least: 1")
    assert counted(below) == nobody("第 1 档", "nth")


@pytest.mark.parametrize(
    ("each", "where", "expected"),
    [
        ("{by: colour, table: {red: 2, yellow: 1}}", "", []),
        ("{by: colour, table: {red: 2, yellow: 1}}", 'colour != "blue"', []),
        ("{by: colour, table: {red: 2, yellow: 1}}", 'colour in ["red", "blue"]', ["“yellow”的分数"]),
        ("{by: [colour, matter_importance], table: {red: {special: 2}, blue: {special: 1}}}", 'colour == "red"',
         ["“blue”、“special”的分数"]),
        ("{by: [colour, matter_importance], table: {red: {special: 2, greater: 1}}}",
         'colour == "blue" or matter_importance == "greater"', ["“red”、“special”的分数"]),
        ("{by: matter_id, table: {m1: 2, m2: 1}}", 'matter_id == "m1"', ["“m2”的分数"]),
        ("{by: matter_id, table: {m1: 2, m2: 1}}", 'matter_id != "m3"', []),
    ],
)  # fmt: skip
def test_prices_of_levels_that_are_not_chosen(each: str, where: str, expected: list[str]) -> None:
    found = counted(each, f"; where: '{where}'" if where else "")
    assert [message.partition("永远用不到")[0] for message in found] == expected


def test_a_price_by_kind_of_records_of_one_kind() -> None:
    table = "{by: kind, table: {summoned: 1, criticised: 2}}"
    assert counted(table, count="sanction") == []
    assert counted(table, count="summoned") == ["“criticised”的分数永远用不到：挑选出来的，kind 没有这样的值"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("max: 9", []),
        ("max: 5", ["第 2 档永远用不到：到 5 已经是 5 分，全部至多只有 5 分"]),
        ("max: 5.5", []),
        ("times: 0.5; max: 5", []),
        ("into: b", ["第 2 档永远用不到：到 5 已经是 5 分，全部至多只有 4 分"]),
        ("max: {by_reading: way, a: 5, b: 9}", []),
    ],
)
def test_bands_that_begin_where_all_has_been_given(more: str, expected: list[str]) -> None:
    item = points(
        "window: year; count: reminder; each: {by: days, bands: [{over: 0, rate: 1}, {over: 5, rate: 2}]}; "
        f"effect: deduct; {more}"
    )
    assert unreached(score("base: 100", "id: b, effect: deduct, max: 4") + item) == expected
    assert unreached(score("base: 100", "id: b, effect: deduct") + item) == ([] if "into" in more else expected)
