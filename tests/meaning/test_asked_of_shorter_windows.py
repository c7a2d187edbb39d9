"""A result of many shorter windows of which only the last is there to be had is told; what each was, a fact can ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from little_pack import judged, loaded, rule, told, write

FACTS = "- {id: notices, label: 当月次数, of: unit, count: list_notice, window: month}\n"
LIGHT = rule(
    "kind: outcome\non: unit\nwindow: month\ncases:\n"
    "  - {when: notices >= 2, outcome: 红灯, code: red}\n  - {when: notices >= 1, outcome: 黄灯, code: yellow}",
    "light",
)
PLACE = rule("kind: ranking\nof: unit\nwindow: month\nby: notices", "place")
YEAR = "kind: points\nwindow: {window}\nvalue: 5\neffect: deduct\nwhen: {when}"


def fact(keys: str) -> str:
    return f"{FACTS}- {{id: lit, label: 亮过灯, of: unit, {keys}}}\n"


def lines(tmp_path: Path, when: str, facts: str = FACTS, window: str = "year") -> list[tuple[str, str]]:
    path = write(tmp_path, LIGHT + PLACE + rule(YEAR.format(window=window, when=when)), facts=facts)
    return [(code, underlined) for code, underlined, _ in told(path)]


@pytest.mark.parametrize(
    ("when", "asked"),
    [
        ('outcome("light") == "red"', 'outcome("light")'),
        ('rank("place") == 1', 'rank("place")'),
        ('rank_from_end("place") == 1', 'rank_from_end("place")'),
        ('ranked("place") > 5', 'ranked("place")'),
    ],
)
def test_what_is_asked_of_the_last_month_alone_is_told(tmp_path: Path, when: str, asked: str) -> None:
    found = lines(tmp_path, when)
    assert found == [("SR358", asked)]
    assert lines(tmp_path, when, window="month") == []


@pytest.mark.parametrize(
    ("facts", "asked"),
    [
        (fact("value: 'outcome(\"light\") == \"red\"'"), ['outcome("light")']),
        (fact("any: months, where: 'outcome(\"light\") == \"red\"', window: year"), []),
        (fact("any: months, where: red_then, window: year") + "- {id: red_then, label: 当月红灯, of: unit, "
         "value: 'outcome(\"light\") == \"red\"'}\n", []),
        (fact("any: quarters, where: 'outcome(\"light\") == \"red\"', window: year"), ['outcome("light")']),
        (fact("any: peers, where: 'outcome(\"light\") == \"red\"'"), ['outcome("light")']),
        # A notice asks of its unit, and looks at the month in which it was made.
        (fact("any: list_notice, where: 'outcome(\"light\") == \"red\"', window: year"), []),
    ],
)  # fmt: skip
def test_what_a_fact_asks_is_told_by_the_window_through_which_it_looks(
    tmp_path: Path, facts: str, asked: list[str]
) -> None:
    assert lines(tmp_path, "lit", facts) == [("SR358", text) for text in asked]


def test_sums_and_what_holds_if_any_does_are_not_told(tmp_path: Path) -> None:
    monthly = rule("kind: requirement\non: unit\nwindow: month\nrequire: notices <= 1", "few")
    each = rule("kind: points\nwindow: month\ncount: list_notice\neach: 2\neffect: deduct", "each")
    asking = rule(YEAR.format(window="year", when='breached("few") or points("each") > 3'))
    assert told(write(tmp_path, monthly + each + asking, facts=FACTS)) == []


def test_any_month_is_asked_by_a_fact_over_the_months(tmp_path: Path) -> None:
    facts = fact('any: months, where: \'outcome("light") == "red"\', window: year')
    policy = loaded(tmp_path, LIGHT + rule(YEAR.format(window="year", when="lit")), facts=facts)
    notice = {"type": "notice", "kind": "list_notice", "list": "black", "level": "city", "unit": "u1"}
    days = [date(2021, 3, 1), date(2021, 3, 2), date(2021, 5, 1)]
    records = [{**notice, "id": f"n{number}", "date": day} for number, day in enumerate(days)]
    found = judged(policy, *records).findings
    assert [each.value for each in found if each.rule.id == "it"] == [5]
