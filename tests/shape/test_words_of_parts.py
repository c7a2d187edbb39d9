"""Numbers stand in the words of the step, case, box or group that they are in, not in those of its neighbour."""

from __future__ import annotations

import pytest
from town_pack import REMINDING, places, told

LADDER = (
    REMINDING
    + """\
  - kind: ladder
    id: reminding
    label: 逐级催办
    cite: {clause: 第五条, words: 一年内催办}
    of: matter
    steps:
      - {step: first, label: 提醒, when: reminders >= 2, words: 催办两次的，提醒}
      - {step: second, label: 通报, when: reminders >= 3, words: 催办三次的，通报}
"""
)
LIMIT = (
    REMINDING
    + """\
  - kind: time_limit
    id: report
    label: 结果报告
    cite: {clause: 第三条, words: 五个工作日内报告；会同办理的，15日内}
    on: matter
    start: date
    done: reported
    cases:
      - {when: joint, within: 15 days, words: 会同办理的，15日内}
      - {within: 5 workdays, words: 五个工作日内报告}
"""
)
SCORE = (
    REMINDING
    + """\
  - kind: score
    id: year
    label: 总分
    cite: {clause: 第七条, words: 满分100分}
    of: unit
    window: year
    base: 0
    max: 100
    boxes:
      - {id: work, label: 工作, effect: add, base: 60, words: 工作60分}
      - id: other
        label: 其他
        effect: add
        words: 其他40分
        parts:
          - {id: praise, label: 表扬, effect: add, max: 30, words: 表扬不超过30分}
          - {id: blame, label: 批评, effect: add, max: 10, words: 批评不超过10分}
          - {id: rest, label: 其余, effect: add, max: 40}
"""
)


@pytest.mark.parametrize("text", [LADDER, LIMIT, SCORE])
def test_numbers_in_their_own_words(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "swapped", "expected"),
    [
        (LADDER, (">= 2", ">= 3"), ["SR310 15:53", "SR310 16:54"]),
        (LIMIT, ("within: 15 days", "within: 5 workdays"), ["SR310 17:31", "SR310 18:18"]),
        (SCORE, ("max: 30,", "max: 10,"), ["SR310 24:55", "SR310 25:54"]),
        (SCORE, ("base: 60", "max: 40"), ["SR310 18:49", "SR310 26:54"]),
    ],
)
def test_swapped_numbers_are_told(text: str, swapped: tuple[str, str], expected: list[str]) -> None:
    one, other = swapped
    text = text.replace(one, "@").replace(other, one).replace("@", other)
    assert places(told(text)) == expected


def test_the_words_of_the_step_are_shown() -> None:
    (found,) = told(LADDER.replace(">= 2", ">= 3"))
    assert found.message("zh") == "数字 3 不见于所引原话：催办两次的，提醒"


def test_the_words_of_the_whole_may_say_a_number_of_every_step() -> None:
    text = LADDER.replace("一年内催办", "办理超过30日的").replace(
        "when: reminders >= 2", "when: 'reminders >= 2 and days_between(date, as_of) > 30'"
    )
    assert told(text) == []
    assert places(told(text.replace("催办三次的", "催办三次、超过30日的"))) == ["SR310 15:88"]


def test_a_step_without_words_goes_by_those_of_the_whole() -> None:
    text = LADDER.replace(", words: 催办两次的，提醒", "")
    assert places(told(text)) == ["SR310 15:53"]
    assert told(text.replace("一年内催办", "一年内催办两次的，提醒")) == []
    assert places(told(text.replace(">= 2", ">= 3"))) == ["SR310 15:53"]


def test_a_number_of_the_whole_may_stand_in_the_words_of_its_parts() -> None:
    text = LADDER.replace("    of: matter\n", "    of: matter\n    when: reminders >= 2\n")
    assert told(text) == []
    assert places(told(text.replace("when: reminders >= 2\n", "when: reminders >= 7\n"))) == ["SR310 14:24"]


def test_a_reason_takes_the_place_of_the_words() -> None:
    assert told(LADDER.replace(">= 2, words", ">= 3, unquoted: 本镇惯例, words")) == []


BANDS = (
    REMINDING
    + """\
  - kind: points
    id: reminded
    label: 催办扣分
    cite: {clause: 第九条, words: 全年催办扣分}
    unquoted: 最高5分由内部文件定
    window: year
    count: reminder
    max: 5
    each:
      by: matter_reminders
      bands:
        - {at_least: 1, points: 1, words: 第一次扣1分}
        - {at_least: 2, points: 3, words: 第二次扣3分}
        - {at_least: 4, points: 7}
    effect: deduct
"""
)


def test_a_reason_of_the_whole_is_none_for_a_part_with_words_of_its_own() -> None:
    assert told(BANDS) == []
    swapped = BANDS.replace("points: 1", "points: @").replace("points: 3", "points: 1").replace("@", "3")
    assert places(told(swapped)) == ["SR310 20:33", "SR310 21:33"]
    assert places(told(swapped.replace("words: 第一", "unquoted: 写反了, words: 第一"))) == ["SR310 21:33"]
    assert places(told(BANDS.replace("    unquoted: 最高5分由内部文件定\n", ""))) == [
        "SR310 15:10",
        "SR310 21:22",
        "SR310 21:33",
    ]


@pytest.mark.parametrize("words", [", words: 五个工作日内报告}", "}"])
def test_a_reason_for_a_number_is_none_for_the_days_of_one_that_the_words_hold(words: str) -> None:
    text = LIMIT.replace("within: 5 workdays, words: 五个工作日内报告}", f"within: 5 days{words}")
    for reason in ("    unquoted: 惯例\n    on: m", "    on: m"):
        assert places(told(text.replace("    on: m", reason, 1))) == [f"SR318 {19 if 'u' in reason else 18}:18"]
    assert places(told(text.replace("within: 5 days", "within: 5 days, unquoted: 惯例"))) == ["SR318 18:18"]
    assert told(text.replace("within: 5 days", "within: 6 days, unquoted: 惯例")) == []
    answered = "      # sr: ignore[SR318] 会议纪要定为自然日\n      - {within: 5 days"
    assert told(text.replace("      - {within: 5 days", answered)) == []


@pytest.mark.parametrize(
    ("text", "words"), [(SCORE, "words: 工作60分"), (SCORE, "words: 表扬不超过30分"), (LADDER, "words: 催办三次的")]
)
def test_every_part_with_words_may_say_why(text: str, words: str) -> None:
    told_of = text.replace("60,", "61,").replace("30,", "31,").replace(">= 3", ">= 6")
    found = places(told(told_of))
    assert len(places(told(told_of.replace(words, f"unquoted: 另定, {words}")))) == len(found) - 1


@pytest.mark.parametrize("words", ["占60%", "占60％", "占６０ %", "占百分之六十", "占百分之60"])
def test_a_percentage_is_its_hundredth_too(words: str) -> None:
    share = LIMIT.replace("五个工作日内报告；", f"{words}；").replace(
        "on: matter\n", "on: matter\n    when: 'days_between(date, as_of) > 0.6 * 60'\n"
    )
    assert places(told(share)) == []
    assert places(told(share.replace("0.6", "0.06"))) == ["SR310 14:40"]
    assert places(told(share.replace(words, words.replace("%", "分").replace("％", "分").replace("百分之", "")))) == [
        "SR310 14:40"
    ]
