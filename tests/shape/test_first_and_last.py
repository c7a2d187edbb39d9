"""Facts, days and rankings that take the other end than their words speak of."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

FACT = """\
facts:
  - {id: it, label: %s, of: matter, %s}
rules:
  - kind: requirement
    id: told
    label: 报告
    cite: {clause: 一, words: 报告}
    on: matter
    when: known(it)
    require: reported >= received
"""
DAYS = """\
rules:
  - kind: time_limit
    id: it
    label: 报告
    cite: {clause: 一, words: %s}
    on: matter
    start: received
    done: reported
    cases:
      - {due: '%s'}
"""
RANKING = """\
rules:
  - kind: ranking
    id: it
    label: 排名
    cite: {clause: 一, words: %s}
    of: nomination
    by: score
    order: %s
"""


def amiss(text: str) -> list[str]:
    found = told(text)
    assert not any(code.startswith(("SR0", "SR10", "SR2")) for code, _ in found)
    return [message for code, message in found if code == "SR183"]


@pytest.mark.parametrize(
    ("label", "way", "found"),
    [
        ("首次报告日期", "first: report", 0),
        ("首次报告日期", "last: report", 1),
        ("最近一次报告日期", "last: report", 0),
        ("最近一次报告日期", "first: report", 1),
        ("最晚一件上报日期", "max: report, take: date", 0),
        ("最晚一件上报日期", "min: report, take: date", 1),
        ("最早一件上报日期", "max: report, take: date", 1),
        ("最低分", "min: appraisal, take: item_points, via: all", 0),
        ("最低分", "max: appraisal, take: item_points, via: all", 1),
        ("最高分", "min: appraisal, take: item_points, via: all", 1),
        ("首次和最后一次之间", "last: report", 0),
        ("最近报告日期", "first: report", 0),  # of late, and not the last
        ("报告日期", "last: report", 0),
        ("最高分那次的日期", "first: report", 0),
        ("较早的一天", 'value: "max(reported, closed)"', 1),
        ("较早的一天", 'value: "earliest(reported, closed)"', 0),
        ("最晚办结的一天", 'value: "min(set_date, report_by)"', 0),  # the earlier limit is the last day
        ("先到的一天", 'value: "min(first_known(reported, closed), closed)"', 0),
        ("最高不超过5", 'value: "min(5, days_between(received, reported))"', 0),
    ],
)
def test_a_fact_takes_the_end_of_its_label(label: str, way: str, found: int) -> None:
    assert len(amiss(FACT % (label, way))) == found


@pytest.mark.parametrize(
    ("words", "due", "found"),
    [
        ("按两个日期中较早的", "min(set_date, report_by)", []),
        ("按两个日期中较早的", "max(set_date, report_by)", ["这里取的是 max，原话或名称却是“较早”"]),
        ("按两个日期中较晚的", "earliest(set_date, report_by)", ["这里取的是 earliest，原话或名称却是“较晚”"]),
        ("按规定的日期", "earliest(set_date, report_by)", []),
    ],
)
def test_a_day_is_the_one_of_the_words(words: str, due: str, found: list[str]) -> None:
    assert amiss(DAYS % (words, due)) == found


@pytest.mark.parametrize(
    ("words", "order", "found"),
    [
        ("按得分从高到低排名", "high", 0),
        ("按得分从高到低排名", "low", 1),
        ("由低到高排列", "high", 1),
        ("由低到高排列", "low", 0),
        ("进行排名", "low", 0),
    ],
)
def test_a_ranking_goes_the_way_of_its_words(words: str, order: str, found: int) -> None:
    assert len(amiss(RANKING % (words, order))) == found


def test_of_two_facts_that_say_the_same_the_wrong_end_is_told() -> None:
    fact = "{id: early, label: 最早报告日期, of: matter, first: report}"
    text = FACT.replace("rules:", f"  - {fact}\nrules:").replace("known(it)", "known(it) and known(early)")
    found = [code for code, _ in told(text % ("最晚报告日期", "first: report"))]
    assert found == ["SR183"]
