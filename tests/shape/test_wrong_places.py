"""Points in the wrong box, classes that are left out, limits that begin with their end."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

SCORE = """\
rules:
  - kind: score
    id: total
    label: 得分
    cite: {clause: 一, words: 得分80分}
    of: unit
    window: year
    base: 80
    boxes:
      - {id: more, label: 甲, effect: add}
%s"""
POINTS = """\
  - kind: points
    id: p%s
    label: 计分
    cite: {clause: 一, words: 每次3分}
    of: unit
    window: year
    count: reminder
    each: 3
    effect: %s
    into: %s
"""
BOTH = "      - {id: less, label: 乙, effect: deduct}\n"
FACT = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
  - {id: most, label: %s, of: unit, window: year, %s}
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 按催办次数处理}
    on: unit
    window: year
    when: most == slips
    outcome: 通报
"""
RANKING = """\
facts:
  - {id: slips, label: 催办次数, of: unit, count: reminder, window: year}
rules:
  - kind: ranking
    id: it
    label: %s
    cite: {clause: 一, words: %s}
    of: unit
    window: year
    by: slips
%s"""
LIMIT = """\
rules:
  - kind: time_limit
    id: it
    label: 反馈
    cite: {clause: 一, words: 2日内反馈}
    on: reminder
    start: %s
    done: %s
    cases:
      - {%s}
"""


def codes(text: str) -> list[str]:
    found = [code for code, _ in told(text)]
    assert not any(code.startswith(("SR0", "SR10", "SR2")) for code in found)
    return [code for code in found if "SR185" <= code <= "SR187"]


@pytest.mark.parametrize(
    ("boxes", "fed", "found"),
    [
        (BOTH, [("add", "more"), ("deduct", "less")], 0),
        (BOTH, [("add", "more"), ("deduct", "more"), ("deduct", "less")], 1),
        (BOTH, [("deduct", "less"), ("deduct", "less"), ("add", "less"), ("add", "more")], 1),
        (BOTH, [("add", "more"), ("deduct", "more"), ("deduct", "more"), ("deduct", "less")], 0),  # it is so throughout
        (BOTH, [("add", "more"), ("deduct", "more")], 0),  # that nothing goes into the other box is told
        ("", [("add", "more"), ("deduct", "more")], 0),  # there is no other box
    ],
)
def test_points_go_into_the_box_of_their_effect(boxes: str, fed: list[tuple[str, str]], found: int) -> None:
    points = "".join(POINTS % (index, *each) for index, each in enumerate(fed))
    assert codes(SCORE % boxes + points) == ["SR185"] * found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("引发舆情的从加分中扣3分", 0),
        ("引发舆情的，在奖励分内扣减3分", 0),
        ("引发舆情的，从甲扣3分", 1),  # too short to tell a box by
        ("引发舆情的从甲项得分中扣3分", 0),
        ("引发舆情的从总分中扣3分", 1),
        ("引发舆情的从扣分中扣3分", 1),
        ("在加强管理的同时，每次扣3分", 1),
    ],
)
def test_points_are_taken_from_a_box_that_their_words_name(words: str, found: int) -> None:
    fed = [("add", "more"), ("deduct", "more"), ("deduct", "less")]
    points = [POINTS % (index, *each) for index, each in enumerate(fed)]
    points[1] = points[1].replace("每次3分", words)
    assert codes(SCORE % BOTH + "".join(points)) == ["SR185"] * found


@pytest.mark.parametrize(
    ("label", "way", "found"),
    [
        ("本类别最多的次数", "max: peers, take: slips, among: [category]", 0),
        ("本类别最多的次数", "max: peers, take: slips", 1),
        ("最多的次数", "max: peers, take: slips", 0),
        ("同类次数", "count: reminder, via: all", 1),
        ("同类次数", "count: reminder", 0),  # its own
        ("同类型次数", "count: reminder, via: all", 0),
    ],
)
def test_a_fact_is_taken_from_the_class_of_its_label(label: str, way: str, found: int) -> None:
    assert codes(FACT % (label, way)) == ["SR186"] * found


@pytest.mark.parametrize(
    ("label", "words", "more", "found"),
    [
        ("排名", "分类考核排名", "    within: [category]\n", 0),
        ("排名", "分类考核排名", "", 1),
        ("同类单位排名", "排名", "", 1),
        ("排名", "分类考核排名", "    when: group == 'county'\n", 0),  # of one class
        ("排名", "全部单位一起排名", "", 0),
        ("排名", "得分按乡镇、县直单位分别排名", "", 1),
        ("排名", "按乡镇和部门分别排序", "    when: group in ['township', 'department']\n", 1),
        ("排名", "得分按乡镇、县直单位分别排名", "    within: [group]\n", 0),
        ("排名", "得分按乡镇、县直单位分别排名", "    when: group == 'township'\n", 0),
        ("排名", "得分按乡镇、县直单位分别排名", "    when: group in ['township']\n", 0),
        ("排名", "按总分、办结率分别排名", "", 0),  # by each measure
        ("排名", "按月、按年分别排名", "", 0),
    ],
)
def test_a_ranking_is_within_the_class_of_its_words(label: str, words: str, more: str, found: int) -> None:
    assert codes(RANKING % (label, words, more)) == ["SR186"] * found


@pytest.mark.parametrize(
    ("start", "done", "case", "found"),
    [
        ("date", "answered", "within: 2 days", 0),
        ("date", "date", "within: 2 days", 1),
        ("first_known(signed, date)", "first_known(signed,date)", "within: 2 days", 1),
        ("date", "date", "due: 'add_days(signed, 2)'", 0),  # not counted from the start
    ],
)
def test_a_limit_is_from_one_day_to_another(start: str, done: str, case: str, found: int) -> None:
    assert codes(LIMIT % (start, done, case)) == ["SR187"] * found
