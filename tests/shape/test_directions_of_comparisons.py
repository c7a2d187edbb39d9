"""不得低于80% goes up, 不得超过五次 goes down: comparisons that go the other way, and what they are to be."""

from __future__ import annotations

import pytest
from town_pack import HEAD, REMINDING, places, told

SHARE = (
    HEAD
    + """\
facts:
  - {id: share, label: 完成率, of: unit, last: appraisal, take: item_points, window: year}
rules:
  - kind: requirement
    id: share-kept
    label: 完成率
    cite: {clause: 第一条, words: "WORDS"}
    on: unit
    window: year
    require: REQUIRE
"""
)


def required(words: str, require: str) -> list[str]:
    found = told(SHARE.replace("WORDS", words).replace("REQUIRE", require))
    return [f"{each.code} {each.help('zh').split('；')[0]}" for each in found]


@pytest.mark.parametrize("words", ["完成率不得低于80%", "完成率不低于80%", "应当达到80%", "不得低于80%，低于80%的重做"])
def test_at_least_so_much_is_required(words: str) -> None:
    for right in ("share >= 80", "80 <= share", "not (share < 80)", "not missing or share >= 80"):
        assert required(words, right.replace("missing", "known(share)")) == []
    assert required(words, "share <= 80") == ["SR193 改成 share >= 80"]
    assert required(words, "share < 80") == ["SR193 改成 share >= 80"]
    assert required(words, "80 >= share") == ["SR193 改成 80 <= share"]
    assert required(words, "not (share >= 80)") == ["SR193 改成 share < 80"]
    assert required(words, "not (share > 80)") == ["SR193 改成 share < 80"]
    assert required(words, "share > 80") == ["SR171 改成 share >= 80"]


def test_at_most_so_much_is_required() -> None:
    words = "不得超过五次"
    assert required(words, "share <= 5") == required(words, "not (share > 5)") == []
    assert required(words, "not (share < 5)") == ["SR193 改成 share > 5"]
    assert required(words, "share > 5") == ["SR193 改成 share <= 5"]
    assert required(words, "not share >= 5") == ["SR171 改成 share > 5"]


@pytest.mark.parametrize(
    "words",
    [
        *("完成率不低于80%的，不予通过", "低于80%的，不予通过", "未达到80%，不予通过", "80%以上的不予通过"),
        *("有80%以上的", "达到80%的取消资格", "不低于80%的单位取消资格"),
    ],
)
def test_what_may_be_required_the_other_way_is_not_told(words: str) -> None:
    assert required(words, "share >= 80") == required(words, "share < 80") == []


def test_half_may_be_the_rest() -> None:
    assert required("不得低于50%", "share >= 50") == required("不得低于50%", "share < 50") == []


def test_what_is_no_side_of_the_requirement_is_not_told() -> None:
    assert required("不得低于80%", "(share < 80) == known(share)") == []


def test_where_it_is_told() -> None:
    (found,) = told(SHARE.replace("WORDS", "完成率不得低于80%").replace("REQUIRE", "share <= 80"))
    assert places([found]) == ["SR193 15:14"]
    assert found.message("zh") == "“不得低于80%”，这里的 share <= 80 方向相反"
    assert found.message("en") == "“不得低于80%”, and share <= 80 goes the other way"


TALK = (
    REMINDING
    + """\
  - kind: outcome
    id: talk
    label: 约谈
    cite: {clause: 第九条, words: "WORDS"}
    on: matter
    when: reminders WHEN
    outcome: 约谈
"""
)


def when(words: str, asked: str) -> list[str]:
    return [each.code for each in told(TALK.replace("WORDS", words).replace("WHEN", asked))]


@pytest.mark.parametrize("words", ["催办3次以上的，约谈", "未报送达到3次的，由科室约谈", "不少于3次的，约谈"])
def test_a_condition_whose_words_name_the_outcome(words: str) -> None:
    assert when(words, ">= 3") == []
    assert when(words, "< 3") == when(words, "<= 3") == ["SR193"]
    assert when(words, "> 3") == ["SR171"]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "催办3次以上的，不约谈",
            "除3次以上的外，约谈",
            "3次以上的，提醒，其余的约谈",
            "3次以上的",
            "应达到3次以上，否则约谈",
        ),
        *(
            "不得少于3次，少于3次的约谈",
            "不得少于3次，约谈",
            "约谈3次以上的",
            "应当达到3次，约谈",
            "不少于3次，少于的约谈",
        ),
    ],
)
def test_a_condition_of_the_contrary_is_not_told(words: str) -> None:
    assert when(words, ">= 3") == when(words, "< 3") == []


CASES = (
    REMINDING
    + """\
  - kind: outcome
    id: grade
    label: 等次
    cite: {clause: 第九条, words: 分等次}
    on: matter
    cases:
      - {when: reminders FIRST, outcome: 不合格, words: "WORDS"}
      - {outcome: 合格}
"""
)


@pytest.mark.parametrize("words", ["未达到60次的", "不满60次的为不合格", "少于60次的"])
def test_a_case_goes_by_its_own_words(words: str) -> None:
    text = CASES.replace("WORDS", words)
    assert told(text.replace("FIRST", "< 60")) == []
    assert places(told(text.replace("FIRST", "> 60"))) == ["SR193 15:16"]
    assert places(told(text.replace("FIRST", ">= 60"))) == ["SR193 15:16"]
    assert places(told(text.replace("FIRST", "<= 60"))) == ["SR171 15:16"]


def test_it_is_answered_by_a_comment() -> None:
    assert required("不得低于80%", "share < 80 # sr: ignore[SR193] 另有规定") == []
