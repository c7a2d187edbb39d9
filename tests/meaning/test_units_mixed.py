"""Amounts of two units are not added or compared; converted, they may be."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import rule, told, write

PRIZE = rule("kind: points\nwindow: year\ncount: instruction\neach: 50\neffect: add\ncounted_in: 万元", "prize")
MARK = rule("kind: points\nwindow: year\ncount: reminder\neach: 1\neffect: deduct", "mark")
FUND = rule("kind: score\nwindow: year\ncounted_in: 元\nboxes: [{id: b, label: 奖, effect: add}]", "fund")
FACTS = """
- {id: money, label: 奖金, of: unit, value: points("prize")}
- {id: doubled, label: 翻倍, of: unit, value: money + money}
- {id: marks, label: 扣分, of: unit, value: points("mark")}
- {id: all_money, label: 各单位奖金, of: unit, sum: peers, take: money}
- {id: plain, label: 件数, of: unit, count: reminder, window: year}
"""
YEAR = "kind: requirement\non: unit\nwindow: year\nrequire: {}"


def found(folder: Path, condition: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is told: code, text underlined, the two units in English."""
    rules = PRIZE + MARK + FUND + rule(YEAR.format(f"'{condition}'"))
    every = told(write(folder, rules, facts=FACTS))
    return [(code, text, tuple(getattr(word, "en", word) for word in words.values())) for code, text, words in every]


@pytest.mark.parametrize(
    ("condition", "text", "units"),
    [
        ('points("prize") + points("mark") > 5', 'points("prize") + points("mark")', ("万元", "points")),
        ('points("mark") >= points("fund")', 'points("mark") >= points("fund")', ("points", "元")),
        ("money - marks > 0", "money - marks", ("万元", "points")),
        ("doubled > marks", "doubled > marks", ("万元", "points")),
        ("all_money == marks", "all_money == marks", ("万元", "points")),
        ('max(money, 3, points("fund")) > 5', 'max(money, 3, points("fund"))', ("万元", "元")),
        ("marks + (money if plain > 3 else 0) > 5", "marks + (money if plain > 3 else 0)", ("points", "万元")),
        ("floor(marks) > -money", "floor(marks) > -money", ("points", "万元")),
    ],
)
def test_two_units_are_told(tmp_path: Path, condition: str, text: str, units: tuple[str, str]) -> None:
    assert found(tmp_path, condition) == [("SR355", text, units)]


@pytest.mark.parametrize(
    "condition",
    [
        "money + all_money > 5",
        "marks + plain > 5",
        "marks + money * 0.1 > 5",
        "marks + money / 10 > 5",
        'points("fund") > 10000 and points("mark") > 5',
        "money * marks > 5",
        "known(money) and marks in [1, 2]",
    ],
)
def test_one_unit_a_plain_number_and_what_is_converted(tmp_path: Path, condition: str) -> None:
    assert found(tmp_path, condition) == []


def test_what_is_read_of_another_record(tmp_path: Path) -> None:
    rules = PRIZE + MARK + rule("kind: outcome\non: matter\nwhen: unit_money > unit_marks\noutcome: 通报")
    assert [(code, text) for code, text, _ in told(write(tmp_path, rules, facts=FACTS))] == [
        ("SR355", "unit_money > unit_marks")
    ]
