"""Values of two options that have changed places."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import RULE, told
from town_pack import HEAD

READING = "readings:\n  - {id: way, words: 原话, options: {%s: %s, %s: %s}, taken: %s}\n"


def crossed(options: tuple[str, str, str, str], facts: str, head: str = HEAD, when: str = "many > 1") -> list[str]:
    text = READING % (*options, options[0]) + facts + RULE + f"    when: {when}\n    outcome: 甲\n"
    found = told(text, head=head)
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message.partition(" 的值")[0] for code, message in found if code == "SR379"]


@pytest.mark.parametrize(
    ("options", "values", "found"),
    [
        # by their ids
        (("receipt", "交办", "closing", "办结"), ("received", "closed"), []),
        (("receipt", "交办", "closing", "办结"), ("closed", "received"), ["receipt 和 closing"]),
        (("receipt", "交办", "other", "办结"), ("closed", "received"), []),  # that of the one alone fits
        (("receipt", "交办", "closing", "办结"), ("closed", "first_known(received, closed)"), []),
        (("receipt", "交办", "closing", "办结"), ("date", "received"), []),
        # by their numbers
        (("a", "第20日", "b", "第19日"), ("add_days(date, 20)", "add_days(date, 19)"), []),
        (("a", "第20日", "b", "第19日"), ("add_days(date, 19)", "add_days(date, 20)"), ["a 和 b"]),
        (("a", "第二十日", "b", "第十九日"), ("add_days(date, 19)", "add_days(date, 20)"), ["a 和 b"]),
        (("a", "第20日", "b", "前一日"), ("add_days(date, 19)", "add_days(date, 20)"), []),
    ],
)
def test_values_of_a_fact(options: tuple[str, str, str, str], values: tuple[str, str], found: list[str]) -> None:
    by_reading = f'{{by_reading: way, {options[0]}: "{values[0]}", {options[2]}: "{values[1]}"}}'
    facts = f"facts:\n  - {{id: day, label: 日子, of: matter, value: {by_reading}, unquoted: 试验}}\n"
    facts += "  - {id: many, label: 件数, of: unit, count: matter, where: day > date, window: year}\n"
    assert crossed(options, facts) == found


@pytest.mark.parametrize(
    ("convention", "options", "found"),
    [
        ("day_unit: {by_reading: way, a: calendar, b: working}", ("a", "指自然日", "b", "指工作日"), []),
        ("day_unit: {by_reading: way, a: working, b: calendar}", ("a", "指自然日", "b", "指工作日"), ["a 和 b"]),
        ("roll: {by_reading: way, a: false, b: true}", ("a", "不顺延", "b", "顺延，通报的不顺延"), []),
        ("roll: {by_reading: way, a: true, b: false}", ("a", "不顺延", "b", "顺延，通报的不顺延"), ["a 和 b"]),
    ],
)
def test_conventions(convention: str, options: tuple[str, str, str, str], found: list[str]) -> None:
    facts = "facts:\n  - {id: many, label: 件数, of: unit, count: matter, window: year}\n"
    head = HEAD.partition("conventions:")[0]
    assert crossed(options, facts, head + f"conventions:\n  {convention}\n") == found
