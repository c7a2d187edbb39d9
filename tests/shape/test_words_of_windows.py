"""So many months back: the number stands in the words of the fact, or of a rule that uses it, or is argued."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import READINGS, told

RULE = """\
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {{clause: 一, words: {words}}}
    on: unit
    when: often
    outcome: 约谈
"""
OFTEN = "  - {id: often, label: 多次, of: unit, value: slips >= 3, cite: {clause: 一, words: 三次}}\n"


def found(window: str, words: str, fact: str = "", rule: str = "") -> list[str]:
    slips = f"  - {{id: slips, label: 次数, of: unit, count: reminder, window: {window}{fact}}}\n"
    text = f"facts:\n{slips}{OFTEN}{RULE.format(words=words)}{rule}"
    return [message for code, message in told(text) if code not in ("SR170", "SR360")]


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("12 months", "12个月内被催办三次的"),
        ("12 months", "十二个月内被催办三次的"),
        ("12 months", "一年内被催办三次的"),
        ("12 months", "近一年被催办三次的"),
        ("12 months", "全年被催办三次的"),
        ("12 months", "年内被催办三次的"),
        ("12 months", "年度内被催办三次的"),
        ("12 months", "１年内被催办三次的"),
        ("24 months", "两年内被催办三次的"),
        ("6 months", "半年内被催办三次的"),
        ("6 months", "近六个月被催办三次的"),
        ("3 months", "一个季度内被催办三次的"),
        ("3 months", "全季被催办三次的"),
        ("year", "被催办三次的"),
        ("last year", "被催办三次的"),
        ("month", "被催办三次的"),
    ],
)
def test_months_that_the_words_of_a_rule_speak_of(window: str, words: str) -> None:
    assert found(window, words) == []


@pytest.mark.parametrize(
    ("window", "words"),
    [
        ("12 months", "6个月内被催办三次的"),
        ("6 months", "一年内被催办三次的"),
        ("24 months", "12个月内被催办三次的"),
        ("12 months", "被催办三次的"),
    ],
)
def test_months_that_no_words_speak_of(window: str, words: str) -> None:
    months = window.split(maxsplit=1)[0]
    assert found(window, words) == [f"数字 {months} 不见于所引原话：{words}"]
    assert found(window, words, fact=f", cite: {{clause: 二, words: 以{months}个月计}}") == []
    assert found(window, words, fact=", unquoted: 会议纪要") == []
    assert found(window, words, rule="    unquoted: 会议纪要\n") == []


def test_of_a_reading_what_is_taken() -> None:
    by_reading = "{by_reading: way, a: 12 months, b: year}"
    text = f"{READINGS}facts:\n  - {{id: slips, label: 次数, of: unit, count: reminder, window: {by_reading}}}\n"
    text += OFTEN
    assert told(text + RULE.format(words="一年内被催办三次的")) == []
    assert [code for code, _ in told(text + RULE.format(words="被催办三次的"))] == ["SR310"]


@pytest.mark.parametrize(("window", "told_"), [("12 months", []), ("11 months", ["SR310"]), ("6 months", ["SR310"])])
def test_of_a_reading_what_is_not_taken(window: str, told_: list[str]) -> None:
    """The number stands in the words, or in what the reading says of it."""
    reading = "readings:\n  - {id: way, words: 年内, options: {a: 公历年, b: 截至当日的十二个月}, taken: a}\n"
    by_reading = f"{{by_reading: way, a: year, b: {window}}}"
    text = f"{reading}facts:\n  - {{id: slips, label: 次数, of: unit, count: reminder, window: {by_reading}}}\n"
    assert [code for code, _ in told(text + OFTEN + RULE.format(words="被催办三次的"))] == told_
    assert told(text + OFTEN + RULE.format(words=f"{window.split(maxsplit=1)[0]}个月内被催办三次的")) == []
