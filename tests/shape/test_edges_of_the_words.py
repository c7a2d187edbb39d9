"""以上 and 不少于 have the number itself, 超过 and 不足 have not: comparisons part where the words do."""

from __future__ import annotations

import pytest
from town_pack import REMINDING, places, told

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
WITH = (">= 3", "< 3")
"""The number is with what lies above it."""
WITHOUT = ("> 3", "<= 3")


def at(words: str, when: str, text: str = TALK) -> list[str]:
    return [each.code for each in told(text.replace("WORDS", words).replace("WHEN", when))]


@pytest.mark.parametrize(
    ("words", "right", "wrong"),
    [
        *((words, WITH, WITHOUT) for words in ("催办3次以上的", "三次及以上的", "3次（含）以上的", "不少于3次的")),
        *((words, WITH, WITHOUT) for words in ("不低于3次的", "达到3次的", "满三次的", "不满3次的", "不足 3 次的")),
        *((words, WITH, WITHOUT) for words in ("少于3次的", "低于３次的", "未达到3次的", "超过3次（含3次）的")),
        *((words, WITH, WITHOUT) for words in ("3次以下（不含3次）的",)),
        *((words, WITHOUT, WITH) for words in ("超过3次的", "多于3次的", "不超过3次的", "未超过三次的")),
        *((words, WITHOUT, WITH) for words in ("3次以下的", "3次以内的", "3日内的", "3次以上（不含本数）的")),
        *((words, WITHOUT, WITH) for words in ("3次（不含）以上的",)),
    ],
)
def test_where_the_number_itself_is(words: str, right: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert [at(words, each) for each in right] == [[], []]
    assert sorted(at(words, each) for each in wrong) == [["SR171"], ["SR193"]]


@pytest.mark.parametrize(
    ("words", "when", "mend"),
    [
        ("不满3次的", "> 3", "reminders < 3（要的是反面的，reminders >= 3）"),
        ("超过3次的", "< 3", "reminders > 3（要的是反面的，reminders <= 3）"),
        ("3次以下的", ">= 3", "reminders <= 3（要的是反面的，reminders > 3）"),
    ],
)
def test_what_is_neither_as_the_words_say_nor_the_contrary_goes_the_other_way(words: str, when: str, mend: str) -> None:
    (found,) = told(TALK.replace("WORDS", words).replace("WHEN", when))
    assert found.code == "SR193"
    assert found.help("zh").startswith(f"改成 {mend}；")


@pytest.mark.parametrize(
    "words", ["催办3次的", "第3次催办的", "3次以上提醒，3次以下说明的", "超过3次、3日以上的", "3日以内催办3次的"]
)
def test_what_is_not_certain_is_not_told(words: str) -> None:
    assert [at(words, each) for each in (*WITH, *WITHOUT)] == [[], [], [], []]


def test_where_it_is_told_and_the_mend() -> None:
    (found,) = told(TALK.replace("WORDS", "超过3次的").replace("WHEN", ">= 3"))
    assert places([found]) == ["SR171 14:11"]
    assert found.message("zh") == "“超过3次”不含本数，这里写的是 reminders >= 3"
    assert found.help("zh").startswith("改成 reminders > 3；")
    (found,) = told(TALK.replace("WORDS", "3次以下的").replace("reminders WHEN", "3 > reminders"))
    assert found.message("en") == "“3次以下” includes the number, and this is 3 > reminders"
    assert found.help("en").startswith("write 3 >= reminders;")


def test_several_comparisons_with_the_number_are_not_certain() -> None:
    both = TALK.replace("reminders WHEN", "reminders > 3 or days_between(date, as_of) > 3")
    assert at("3次以上的", "", both) == []


def test_reckoned_sides_are_not_certain() -> None:
    assert at("3次以上的", "", TALK.replace("reminders WHEN", "reminders + 0 * reminders > 3")) == []


def test_both_ends_of_a_range() -> None:
    chain = TALK.replace("reminders WHEN", "2 <= reminders <= 5")
    assert at("2次以上不超过5次的", "", chain) == []
    assert at("超过2次不足5次的", "", chain) == ["SR171", "SR171"]


STEPS = (
    REMINDING
    + """\
  - kind: ladder
    id: reminding
    label: 逐级催办
    cite: {clause: 第五条, words: 逐级催办}
    of: matter
    steps:
      - {step: first, label: 提醒, when: reminders > 2, words: 催办超过两次的，提醒}
      - {step: second, label: 满四次, when: reminders >= 4, unquoted: 见标签}
"""
)


def test_each_step_goes_by_its_own_words_and_label() -> None:
    assert told(STEPS) == []
    assert places(told(STEPS.replace("> 2", ">= 2"))) == ["SR171 15:40"]
    assert places(told(STEPS.replace(">= 4", "> 4"))) == ["SR171 16:42"]


def test_the_words_of_another_case_may_make_it_uncertain() -> None:
    text = STEPS.replace(">= 4, unquoted: 见标签", ">= 4, words: 两次以上、四次以上的")
    assert "SR171" not in {each.code for each in told(text.replace("> 2", ">= 2"))}


def test_the_ends_of_a_range_are_not_certain() -> None:
    chain = TALK.replace("reminders WHEN", "2 <= reminders <= 5")
    for words in ("2次至5次的", "2至5次的", "2次至5次的，2次以下、5次以上的除外"):
        assert [at(words, "", chain), at(words, "", chain.replace("<=", "<"))] == [[], []]


def test_percentages() -> None:
    share = "  - {id: share, label: 比例, of: matter, value: reminders / 10, unquoted: 十次}\nrules:\n"
    text = TALK.replace("rules:\n", share).replace("reminders WHEN", "share WHEN")
    assert at("80%以上的", ">= 0.8", text) == []
    assert at("80%以上的", "> 0.8", text) == ["SR171"]


def test_a_fact_goes_by_its_words_or_those_of_the_rules_that_name_it() -> None:
    often = "  - {id: often, label: 多次, of: matter, value: reminders WHEN, unquoted: 见规则}\nrules:\n"
    text = TALK.replace("rules:\n", often).replace("when: reminders WHEN", "when: often")
    assert at("3次以上的", ">= 3", text) == []
    assert at("3次以上的", "> 3", text) == ["SR171"]
    own = text.replace("unquoted: 见规则", "cite: {clause: 第二条, words: 超过3次}")
    assert at("多次的", "> 3", own) == []
    assert at("多次的", ">= 3", own) == ["SR171"]


def test_the_edges_of_bands() -> None:
    text = (
        REMINDING
        + """\
  - kind: points
    id: slow
    label: 催办扣分
    cite: {clause: 第六条, words: 按次数扣分}
    window: year
    count: matter
    each:
      by: reminders
      bands:
        - {at_least: 2, points: 1, words: 2次以上的扣1分}
        - {over: 3, points: 4, words: 超过3次的扣4分}
    effect: deduct
"""
    )
    assert told(text) == []
    assert places(told(text.replace("over", "at_least"))) == ["SR171 19:22"]
    assert told(text.replace("at_least: 2", "over: 2"))[0].code == "SR171"


def test_of_a_reading_what_is_said_of_the_option_taken() -> None:
    reading = """\
readings:
  - id: edge
    words: 催办3次以上的
    options: {with: 3次以上，含3次, without: 超过3次}
    taken: TAKEN
facts:
"""
    text = TALK.replace("facts:\n", reading).replace(
        "reminders WHEN", "{by_reading: edge, with: reminders >= 3, without: reminders > 3}"
    )
    for taken in ("with", "without"):
        assert at("催办3次以上的", "", text.replace("TAKEN", taken)) == []
    swapped = text.replace(">= 3", "@").replace("> 3", ">= 3").replace("@", "> 3")
    for taken in ("with", "without"):
        assert at("催办3次以上的", "", swapped.replace("TAKEN", taken)) == ["SR171"]


def test_a_document_may_leave_the_number_out() -> None:
    said = TALK + "not_computable:\n  - {clause: 第三十条, words: 本办法所称以上、以下不含本数, reason: 用语}\n"
    assert at("3次以上的", "> 3", said) == []
    assert at("3次以上的", ">= 3", said) == ["SR171"]
    assert at("3次（含）以上的", ">= 3", said) == []
    assert at("超过3次的", "> 3", said) == []


def test_it_is_answered_by_a_comment() -> None:
    assert at("超过3次的", ">= 3 # sr: ignore[SR171] 第三十条写明含本数") == []
