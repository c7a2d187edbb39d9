"""An amount in the words of a rule stands in the rule, or in what it hangs together with: none is left out."""

from __future__ import annotations

import pytest
from town_pack import REMINDING, places, told

POINTS = (
    REMINDING
    + """\
  - kind: points
    id: reminded
    label: 催办扣分
    cite: {clause: 第九条, words: "WORDS"}
    window: year
    count: reminder
    each: 2
    effect: deduct
"""
)
LATE = (
    REMINDING
    + """\
  - kind: outcome
    id: late
    label: 约谈
    cite: {clause: 第九条, words: "WORDS"}
    on: matter
    when: reminders >= 3
    outcome: 约谈
"""
)
TOTAL = """\
  - kind: score
    id: year
    label: 总分
    cite: {clause: 第七条, words: 满分100分}
    of: unit
    window: year
    base: 100
    boxes:
      - {id: slips, label: 扣分, effect: deduct, max: 10, words: 最多扣10分}
"""


def at(text: str, words: str) -> list[str]:
    """What is told, with what it is told of."""
    found = told(text.replace("WORDS", words))
    return [f"{each.code} {each.params['said']}" if "said" in each.params else each.code for each in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("每次扣2分", []),
        ("每次扣２分", []),
        ("每次扣2分，最多扣二十二点五分", ["SR170 二十二点五分"]),
        ("每次扣2分，另扣三分半", ["SR170 三分半"]),
        ("每次扣2分，两个半小时内", ["SR170 两个半小时"]),
        ("每次扣贰分，最多拾分", ["SR170 十分"]),
        ("每次扣2—5分", ["SR170 5分"]),
        ("每次扣2分（三个月内，90日）", ["SR170 三个月", "SR170 90日"]),
        ("三个月（90日）不报的，每次扣2分", ["SR170 三个月"]),
        ("每次扣两分", []),
        ("每次扣2分，最多扣10分", ["SR170 10分"]),
        ("每次扣2分，扣满十分为止", ["SR170 十分"]),
        ("每次扣2分，最多扣2分", ["SR170 2分"]),
        ("超过30日的，每次扣2分", ["SR170 30日"]),
        ("5个工作日内不报、30日内不办的，每次扣2分", ["SR170 5个工作日", "SR170 30日"]),
        ("占20%的，每次扣2分", ["SR170 20%"]),
        ("每次扣2分，最低扣至0分", []),  # no less than nothing can be left
        ("每次扣2分，扣到零分为止", []),
        ("每次扣2分，由三名督查员核定", []),  # who acts
        ("每次扣2分，派3名以上人员复核", []),
        ("涉及三名工作人员的，每次扣2分", ["SR170 三名"]),
        ("全年3次以上的，每次扣2分", ["SR170 3次"]),
        ("3名以上、5家、4个单位，每次扣2分", ["SR170 3名", "SR170 5家", "SR170 4个"]),
        ("按第十二条、附件3，2021年12月5日以后每次扣2分", []),
        ("每次扣2分（百分制，三个等级，国发〔2021〕12号）", []),
        ("每催办1次扣2分", []),
        ("9时30分前不报的，每次扣2分", []),
        ("第三次起每次扣2分", []),
    ],
)
def test_amounts_of_the_words(words: str, expected: list[str]) -> None:
    assert at(POINTS, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("三次以上的约谈", []),
        ("3次以上、超过10天的约谈", ["SR170 10天"]),
        ("两个月内3次以上的约谈", ["SR170 两个月"]),
    ],
)
def test_amounts_of_conditions(words: str, expected: list[str]) -> None:
    assert at(LATE, words) == expected


def test_where_it_is_told_and_what_is_said() -> None:
    (found,) = told(POINTS.replace("WORDS", "每次扣2分，最多扣10分"))
    assert places([found]) == ["SR170 12:42"]
    assert found.message("zh") == "原话说了“10分”，引这句话的地方却没有写这个数"
    assert found.help("zh").startswith("对照原文：写错的改正，漏写的补上，一般写在 max（封顶）；")


@pytest.mark.parametrize("more", ["max: 10", "each: 2\n    once_per: matter\n    max: 10"])
def test_a_ceiling_carries_the_most(more: str) -> None:
    assert (
        at(
            POINTS.replace("each: 2", f"each: 2\n    {more}".replace("each: 2\n    each", "each")),
            "每次扣2分，最多扣10分",
        )
        == []
    )


@pytest.mark.parametrize(
    ("swapped", "expected"),
    [
        (("", ""), []),
        (("max: 10, ", ""), ["SR170 10分", "SR170 10分"]),
        (("max: 10, words: 最多扣10分", "max: 5, words: 最多扣5分"), ["SR170 10分"]),
    ],
)
def test_the_box_may_hold_it(swapped: tuple[str, str], expected: list[str]) -> None:
    text = POINTS.replace("effect: deduct", "effect: deduct\n    into: slips") + TOTAL
    assert at(text.replace(*swapped), "每次扣2分，最多扣10分") == expected


def test_a_base_is_no_ceiling() -> None:
    text = POINTS + TOTAL.replace("base: 100", "base: 10").replace("满分100分", "基础分10分").replace("max: 10, ", "")
    assert at(text, "每次扣2分") == ["SR170 10分"]


def test_a_ceiling_is_looked_for_under_the_option_taken() -> None:
    reading = """\
readings:
  - {id: cap, words: 最多扣10分, options: {each: 逐项, all: 合计}, taken: each}
facts:
"""
    capped = "each: 2\n    max: {by_reading: cap, each: 10, all: }"
    text = POINTS.replace("facts:\n", reading).replace("each: 2", capped)
    assert at(text, "每次扣2分，最多扣10分") == []
    assert at(text.replace("taken: each", "taken: all"), "每次扣2分，最多扣10分") == ["SR170 10分"]
    only = text.replace("taken: each", "taken: all").replace(
        "window: year", 'window: year\n    when: reading("cap") == "each"'
    )
    assert at(only, "每次扣2分，最多扣10分") == []


def test_another_rule_that_quotes_the_same() -> None:
    other = LATE.removeprefix(REMINDING).replace("WORDS", "3次以上的约谈")
    assert at(POINTS + other, "3次以上的约谈，每次扣2分") == []
    assert at(POINTS + other.replace("第九条", "第三条"), "3次以上的约谈，每次扣2分") == ["SR170 3次"]
    assert at(POINTS + other, "超过3次，每次扣2分") == ["SR170 3次"]


def test_what_cannot_be_computed_may_quote_it() -> None:
    left = "not_computable:\n  - {clause: 第九条, words: 占20%的, reason: 没有登记}\n"
    assert at(POINTS + left, "占20%的，每次扣2分") == []


def test_the_facts_that_it_uses() -> None:
    text = LATE.replace("reminders >= 3", "often").replace(
        "rules:\n", "  - {id: often, label: 多次, of: matter, value: reminders >= 3, unquoted: 三次}\nrules:\n"
    )
    assert at(text, "三次以上的约谈") == []


def test_the_bounds_of_a_field_that_it_names() -> None:
    field = "weight: {type: number, label: 扣分, label_en: points, minimum: 1, maximum: 5}"
    types = f"records:\n  types:\n    finding:\n      fields:\n        {field}\nfacts:\n"
    text = POINTS.replace("facts:\n", types).replace("count: reminder\n    each: 2", "count: finding\n    each: weight")
    assert at(text, "视情节扣1至5分") == []
    assert at(text.replace("maximum: 5", "maximum: 4"), "视情节扣1至5分") == ["SR170 5分"]


LIMIT = """\
  - kind: time_limit
    id: report
    label: 报告
    cite: {clause: 第三条, words: "WORDS"}
    on: matter
    start: date
    done: closed
    cases:
      - {within: VALUE}
"""


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("三个月（90日）内报告", "3 months", []),
        ("三个月（90日）内报告", "90 days", []),
        ("三个月（即90日）内报告", "3 months", []),
        ("三个月内(约90天)报告", "3 months", []),
        ("十五个工作日（三周）内报告", "15 workdays", []),
        ("十五个工作日（三周）内报告", "21 days", []),
        ("5个工作日（一周）内报告", "7 days", []),
        ("48小时（2日）内报告", "2 days", []),
        ("三个月（紧急的90日）内报告", "3 months", ["SR170 90日"]),
        ("三个月（10日）内报告", "3 months", ["SR170 10日"]),
        ("三个月（3次）内报告", "3 months", []),
        ("三个月（4次）内报告", "3 months", ["SR170 4次"]),
        ("5—7个工作日内报告", "7 workdays", []),
        ("5个工作日至7个工作日内报告", "7 workdays", []),
        ("5至7个工作日内报告", "5 workdays", ["SR170 7个工作日"]),
        ("5个工作日内报告，7个工作日内反馈", "7 workdays", ["SR170 5个工作日"]),
        ("5、7个工作日内报告", "7 workdays", ["SR170 5个工作日"]),
    ],
)
def test_an_amount_that_another_beside_it_stands_for(words: str, value: str, expected: list[str]) -> None:
    assert at(REMINDING + LIMIT.replace("VALUE", value), words) == expected


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("两周内", "14 days"),
        ("一个季度内", "3 months"),
        ("半年内", "6 months"),
        ("一年半内", "18 months"),
        ("两年半内", "30 months"),
        ("两个半月内", "75 days"),
        ("叁拾日内", "30 days"),
        ("2年内", "24 months"),
        ("5个工作日内", "5 workdays"),
    ],
)
def test_other_ways_of_writing_it(words: str, value: str) -> None:
    text = f"""\
  - kind: time_limit
    id: report
    label: 报告
    cite: {{clause: 第三条, words: {words}报告}}
    on: matter
    start: date
    done: closed
    cases:
      - {{within: {value}}}
"""
    assert at(REMINDING + text, "") == []


def test_numbers_reckoned_from_those_of_the_words() -> None:
    slips = "  - {id: slips, label: 次数, of: unit, count: reminder, window: year}\nrules:\n"
    text = POINTS.replace("rules:\n", slips).replace("count: reminder\n    each: 2", "value: 6 - 2 * slips")
    words = "第一次得4分，第二次得2分"
    assert "SR310" in at(text, words)
    assert at(text.replace("    value", "    unquoted: 由原话算出\n    value"), words) == []


def test_it_is_answered_by_a_comment() -> None:
    line = "    # sr: ignore[SR170] 封顶由另一份文件定\n    cite: {clause: 第九条"
    text = POINTS.replace("    cite: {clause: 第九条", line)
    assert at(text, "每次扣2分，最多扣10分") == []
    assert at(text, "每次扣2分") == ["SR937"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("3次以上不足5次的", []),
        ("3次至5次的", []),
        ("3次、5次的", ["SR170 5次"]),
        ("3次以上不足6次的", ["SR170 6次"]),
    ],
)
def test_the_upper_end_of_a_case_may_stand_in_the_case_before(second: str, expected: list[str]) -> None:
    cases = f"""    cases:
      - {{when: reminders >= 5, outcome: 通报, words: 5次以上的}}
      - {{when: reminders >= 3, outcome: 约谈, words: {second}}}
"""
    text = LATE.replace("    when: reminders >= 3\n    outcome: 约谈\n", cases)
    assert at(text, "催办多的，予以处理") == expected
