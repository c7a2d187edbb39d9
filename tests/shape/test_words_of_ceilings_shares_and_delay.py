"""全年最高6分 held in each month, 占60% with the share of the other part, 缺报 where what is not late counts."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

POINTS = """\
rules:
  - kind: points
    id: it
    label: 通报
    cite: {clause: 一, words: "%s"}
    of: unit
    window: %s
    count: reminder
    each: 2
    max: 6
    effect: deduct
"""
FACT = """\
facts:
  - {id: slips, label: %s, of: unit, count: reminder, window: %s}
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 催办三次的}
    on: unit
    window: year
    when: slips >= 3
    outcome: 通报
"""


def amiss(text: str, code: str) -> list[str]:
    found = told(text)
    assert not any(each.startswith(("SR0", "SR10", "SR2")) for each, _ in found)
    return [message for each, message in found if each == code]


@pytest.mark.parametrize(
    ("words", "window", "found"),
    [
        ("每次扣2分，全年最高扣6分", "year", 0),
        ("每次扣2分，全年最高扣6分", "month", 1),
        ("每次扣2分，年度内累计最多扣6分", "quarter", 1),
        ("每次扣2分，一年内不超过6分", "month", 1),
        ("每次扣2分，每月最高扣6分", "month", 0),
        ("每月每次扣2分，全年最高扣6分", "month", 0),
        ("每次扣2分，最高扣6分", "month", 0),
        ("每次扣2分，最高扣6分，全年不得评优", "month", 0),
        ("每次扣2分，当月最高扣6分", "year", 1),
        ("每次扣2分，全季最高扣6分", "year", 1),
    ],
)
def test_a_ceiling_is_of_the_window_of_its_words(words: str, window: str, found: int) -> None:
    assert len(amiss(POINTS % (words, window), "SR180")) == found


def test_the_window_to_write_is_said() -> None:
    assert amiss(POINTS % ("每次扣2分，全年最高扣6分", "month"), "SR180") == [
        "原话是“全年最高扣6分”，这里写的是 window: month"
    ]


@pytest.mark.parametrize(
    ("label", "window", "found"),
    [
        ("年度内被催办次数", "year", 0),
        ("年度内被催办次数", "month", 1),
        ("当月被催办次数", "month", 0),
        ("当月被催办次数", "quarter", 0),  # a month of it may be meant
        ("全年各月被催办次数", "month", 0),
        ("年内被催办次数", "12 months", 0),
        ("被催办次数", "month", 0),
    ],
)
def test_a_fact_looks_through_the_window_of_its_label(label: str, window: str, found: int) -> None:
    assert len(amiss(FACT % (label, window), "SR180")) == found


SHARES = """\
facts:
  - {id: regular, label: 平时成绩, of: unit, last: appraisal, take: item_points, window: year}
  - {id: final, label: 年终评议, of: unit, first: appraisal, take: item_points, window: year}
rules:
  - kind: score
    id: total
    label: 得分
    cite: {clause: 一, words: [%s]}
    of: unit
    window: year
    base: %s
    boxes:
      - {id: more, label: 甲, effect: add}
"""
BOTH = "'平时成绩为各月的平均数，占60%%', 年终评议占40%%".replace("%%", "%")


@pytest.mark.parametrize(
    ("words", "base", "found"),
    [
        (BOTH, "regular * 0.6 + final * 0.4", 0),
        (BOTH, "final * 0.4 + regular * 0.6", 0),
        (BOTH, "regular * 0.4 + final * 0.6", 1),
        (BOTH, "0.4 * regular + 0.6 * final", 1),
        (BOTH, "regular * 40 + final * 60", 1),
        ("平时成绩、年终评议分别占40%、60%", "regular * 0.4 + final * 0.6", 0),
        ("占60%的是平时成绩，占40%的是年终评议", "regular * 0.6 + final * 0.4", 0),
        ("平时成绩占60%，缺考的年终评议占60%、平时成绩占40%", "regular * 0.4 + final * 0.6", 0),
    ],
)
def test_each_part_has_the_share_of_its_words(words: str, base: str, found: int) -> None:
    assert len(amiss(SHARES % (words if words == BOTH else f"'{words}'", base), "SR177")) == found


DUTY = """\
records:
  types:
    monthly:
      label: 月报
      label_en: monthly
      date_label: 报送日期
      fields: {unit: {type: unit, label: 单位, label_en: unit}}
rules:
  - kind: duty
    id: return
    label: 月报
    cite: {clause: 一, words: 每月8日前报送}
    of: unit
    each: month
    need: monthly
    due: {day: 8}
  - kind: points
    id: it
    label: 月报计分
    cite: {clause: 二, words: "%s"}
    window: month
    when: %s
    value: 1
    effect: %s
"""


@pytest.mark.parametrize(
    ("words", "when", "effect", "found"),
    [
        ("每缺报或迟报1次扣1分", 'late("return")', "deduct", 0),
        ("每缺报或迟报1次扣1分", 'not late("return")', "deduct", 1),
        ("逾期的扣1分", 'not late("return")', "deduct", 1),
        ("未按时报送的扣1分", 'not late("return")', "deduct", 1),
        ("按时报送的加1分", 'not late("return")', "add", 0),
        ("没有缺报的加1分", 'not late("return")', "add", 0),
        ("未逾期但质量不高的扣1分", 'not late("return")', "deduct", 0),
        ("内容不实的扣1分", 'not late("return")', "deduct", 0),
        ("除逾期的以外，扣1分", 'not late("return")', "deduct", 0),
    ],
)
def test_what_is_not_late_does_not_count_as_late(words: str, when: str, effect: str, found: int) -> None:
    assert len(amiss(DUTY % (words, when, effect), "SR195")) == found
