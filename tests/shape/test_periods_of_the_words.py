"""Periods of rules that are other ones than in the words."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

DUTY = """\
readings:
  - {id: way, words: 每月, options: {calendar: 公历, rolling: 满月}, taken: calendar}
rules:
  - kind: duty
    id: it
    label: %s
    cite: {clause: 一, words: %s}
    of: matter
    start: handed_over
    each: %s
    need: report
    unquoted: 试验
"""
RANKING = """\
rules:
  - kind: ranking
    id: it
    label: 排名
    cite: {clause: 一, words: %s}
    window: %s
    by: points("sum")
  - kind: points
    id: sum
    label: 扣分
    cite: {clause: 一, words: 每月通报一次，每次扣1分}
    window: year
    count: list_notice
    each: 1
    effect: deduct
"""


def amiss(text: str) -> list[str]:
    found = told(text)
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code == "SR180"]


@pytest.mark.parametrize(
    ("words", "each", "found"),
    [
        ("每月报告一次", "month", 0),
        ("每月报告一次", "quarter", 1),
        ("每个月报告一次", "month from start", 0),
        ("每季度首月20日前完成", "month", 1),
        ("每季报告", "3 months from start", 0),
        ("每周报告", "month", 1),
        ("每两周报告", "2 weeks from start", 0),
        ("每两周报告", "week", 1),
        ("每半年报告", "half year", 0),
        ("每半年报告", "year", 1),
        ("每半个月报告", "half month", 0),
        ("每半个月报告", "month", 1),
        ("每旬报告", "ten days", 0),
        ("每天报告", "workday", 0),
        ("每个工作日报告", "week", 1),
        ("每年年底前报告", "year", 0),
        ("逐月报告", "quarter", 1),
        ("按月通报", "quarter", 1),
        ("分月报告", "month from start", 0),
        ("季通报", "month", 1),
        ("月督查、季通报", "year", 0),  # two periods
        ("每月报告、每季度通报", "year", 0),
        ("实行周调度、月通报", "week", 0),
        ("每年报告四次", "quarter", 0),  # once in a quarter
        ("每年6月30日和12月31日前报告", "half year", 0),
        ("每年6月底、12月底前报告", "half year", 0),
        ("每年1月、4月、7月和10月报告", "quarter", 0),
        ("每年1月、4月、7月和10月底前报告", "half year", 1),
        ("每年6月30日前报告", "half year", 1),
        ("每月10日、20日和月底前报告", "ten days", 0),
        ("每年报告四次", "month", 1),
        ("每月开展 2 次以上", "half month", 0),
        ("每月开展 2 次以上", "quarter", 1),
        ("按年度计划报告", "month", 0),
        ("每件报告", "month", 0),
        ("每日常工作", "month", 0),
        ("三个月内报告", "month", 0),
        ("每月报告", "{by_reading: way, calendar: month, rolling: month from start}", 0),
        ("每月报告", "{by_reading: way, calendar: week, rolling: week from start}", 1),
    ],
)
def test_a_duty_recurs_as_its_words_say(words: str, each: str, found: int) -> None:
    assert len(amiss(DUTY % ("报告", words, each))) == found


def test_the_label_counts_where_the_words_say_nothing() -> None:
    assert len(amiss(DUTY % ("每月报告", "按时报告", "quarter"))) == 1
    assert amiss(DUTY % ("每月报告", "每季度报告", "quarter")) == []


@pytest.mark.parametrize(("words", "window", "found"), [("每季度排名", "quarter", 0), ("每季度排名", "month", 1)])
def test_a_ranking_is_of_the_period_of_its_words(words: str, window: str, found: int) -> None:
    assert len(amiss(RANKING % (words, window))) == found


def test_the_period_to_write_is_said() -> None:
    assert amiss(DUTY % ("报告", "每半年报告", "quarter")) == ["原话是“每半年”，这里写的是 each: quarter"]
