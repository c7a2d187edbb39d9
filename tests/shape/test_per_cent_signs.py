"""30% in an expression: the message says 30 or 0.3, by what the name beside it counts."""

from __future__ import annotations

import pytest
from town_pack import PACK, told

FACTS = """\
  - {id: rate, label: 催办率, of: matter, value: reminders * 100 / 7, unquoted: 百分数}
  - {id: part, label: 催办占比, of: matter, value: reminders / 7, unquoted: 份额}
  - {id: share, label: 比率（%）, of: matter, sum: reminder, take: 1, unquoted: 试}
  - {id: kept, label: 数, of: matter, value: reminders + 1, unquoted: 试}
rules:
"""
MENDS = [
    ("rate >= 30%", "写 30", "write 30"),
    ("rate >= 30％", "写 30", "write 30"),
    ("12.5% < rate", "写 12.5", "write 12.5"),
    ("share >= 30 %", "写 30", "write 30"),
    ("part >= 30%", "写 0.3", "write 0.3"),
    ("part < 12.5%", "写 0.125", "write 0.125"),
    ("kept >= 30%", "比率是 0 到 1 的写 0.3，按百分数算的写 30",
     "write 0.3 if it is a part of 1, 30 if it is in per cent"),
    ("kept > 1 and part >= 5% and joint", "写 0.05", "write 0.05"),
]  # fmt: skip


@pytest.mark.parametrize(("condition", "zh", "en"), MENDS)
def test_a_percentage_is_told_as_what_it_is_compared_with(condition: str, zh: str, en: str) -> None:
    text = (
        PACK.replace("rules:\n", FACTS, 1)
        .replace("when: often or", f"when: '{condition} or often or")
        .replace('late("report")', 'late("report")\'')
    )
    (found,) = (each for each in told(text) if each.code == "SR208")
    assert (found.help("zh"), found.help("en")) == (zh, en)


def test_a_remainder_is_no_percentage() -> None:
    (found,) = (each for each in told(PACK.replace("reminders >= 2", "reminders % 2 == 1")) if each.code == "SR208")
    assert found.help("zh") == "只用比较、in、and、or、not、加减乘除、if else、括号和函数"
