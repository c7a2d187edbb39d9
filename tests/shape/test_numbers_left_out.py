"""Comparisons that leave out the number of the words, and shares that are not theirs."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

STEPS = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
rules:
  - kind: ladder
    id: it
    label: 处理
    cite: {clause: 一, words: 按次数处理}
    of: unit
    window: year
    steps:
      - {step: talk, label: 约谈, when: '%s', words: %s}
"""
REQUIREMENT = """\
readings:
  - {id: ends, words: 5-8名, options: {with-ends: 含5名和8名, without-ends: 不含5名和8名}, taken: %s}
rules:
  - kind: requirement
    id: it
    label: 人数
    cite: {clause: 一, words: %s}
    on: staffing
    require: {by_reading: ends, with-ends: '%s', without-ends: '%s'}
    unquoted: 100是百分数的分母
"""


def amiss(text: str) -> list[str]:
    found = told(text)
    assert not any(code.startswith(("SR0", "SR10", "SR2")) for code, _ in found)
    return [message.partition("写的是 ")[2] for code, message in found if code in ("SR181", "SR182")]


@pytest.mark.parametrize(
    ("when", "words", "found"),
    [
        ("slips >= 3", "被催办3次的", []),
        ("slips > 3", "被催办3次的", ["slips > 3"]),
        ("3 < slips", "被催办三次的", ["3 < slips"]),
        ("slips > 3", "第三次被催办的", ["slips > 3"]),
        ("slips > 3", "被催办2次或者3次的", ["slips > 3"]),
        ("slips > 3", "被催办超过3次的", []),
        ("slips > 3", "被催办3次以后", []),
        ("slips > 3", "逾期后每催办3次的", []),
        ("slips > 2", "被催办3次的", []),  # is 3 at least
        ("slips == 3", "被催办3次的", []),
        ("slips < 3", "被催办3次的", []),
        ("slips > 3", "被催办3家的", []),
    ],
)
def test_a_step_is_reached_with_the_number_of_times_in_its_words(when: str, words: str, found: list[str]) -> None:
    assert amiss(STEPS % (when, words)) == found


def test_what_the_words_draw_as_an_edge_is_told_once() -> None:
    found = [code for code, _ in told(STEPS % ("slips > 3", "被催办3次以上的"))]
    assert "SR171" in found
    assert "SR181" not in found


def test_that_a_step_never_stands_for_itself_comes_of_it() -> None:
    steps = (
        STEPS % ("slips > 1", "被催办1次的")
        + "      - {step: notice, label: 通报, when: slips >= 2, words: 被催办2次的}\n"
    )
    assert [code for code, _ in told(steps)] == ["SR181"]
    assert told(steps.replace("slips > 1", "slips >= 1")) == []


@pytest.mark.parametrize(
    ("words", "require", "found"),
    [
        ("5-8名", "5 <= regular_staff <= 8", 0),
        ("5-8名", "5 < regular_staff <= 8", 1),
        ("5至8名", "regular_staff >= 5 and regular_staff < 8", 1),
        ("5名到8名", "5 <= full_time_commissioners + part_time_commissioners < 8", 1),
        ("10%-20%", "regular_staff * 10 < full_time_commissioners * 100 <= regular_staff * 20", 1),
        ("10%-20%", "regular_staff * 10 <= full_time_commissioners * 100 <= regular_staff * 20", 0),
        ("5-8名（不含8名）", "5 <= regular_staff < 8", 0),
        ("5-8名", "regular_staff > 0", 0),
    ],
)
def test_a_range_has_its_ends(words: str, require: str, found: int) -> None:
    assert len(amiss(REQUIREMENT % ("with-ends", words, require, require))) == found


@pytest.mark.parametrize("taken", ["with-ends", "without-ends"])
def test_an_option_may_leave_the_ends_out(taken: str) -> None:
    assert amiss(REQUIREMENT % (taken, "5-8名", "5 <= regular_staff <= 8", "5 < regular_staff < 8")) == []


@pytest.mark.parametrize(
    ("words", "require", "found"),
    [
        ("三分之二以上", "full_time_commissioners * 3 >= regular_staff * 2", 0),
        ("三分之二以上", "regular_staff * 2 <= full_time_commissioners * 3", 0),
        ("三分之二以上", "3 * full_time_commissioners >= 2 * regular_staff", 0),
        ("三分之二以上", "full_time_commissioners * 2 >= regular_staff * 3", 1),
        ("三分之二以上", "full_time_commissioners * 3 <= regular_staff * 2", 1),
        ("三分之二以上", "full_time_commissioners * 3 > regular_staff * 2", 1),
        ("超过三分之二", "full_time_commissioners * 3 > regular_staff * 2", 0),
        ("不超过三分之一", "full_time_commissioners * 3 <= regular_staff", 0),
        ("不低于30%", "full_time_commissioners * 100 >= regular_staff * 30", 0),
        ("不低于30%", "full_time_commissioners * 30 >= regular_staff * 100", 1),
        ("百分之三十以上", "full_time_commissioners * 100 < regular_staff * 30", 1),
        ("三分之二以上的人、四分之一以上的事", "full_time_commissioners * 2 >= regular_staff * 3", 0),
        ("三分之二", "full_time_commissioners * 2 >= regular_staff * 3", 0),
    ],
)
def test_a_share_is_that_of_the_words(words: str, require: str, found: int) -> None:
    assert len(amiss(REQUIREMENT % ("with-ends", words, require, require))) == found
