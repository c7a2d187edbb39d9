"""Why a rule with windows says nothing: which windows were judged, with what, and how to ask for one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from little_pack import judged, loaded, matter, rule

from supervision_rules import Result, text_of

LIGHT = (
    "kind: outcome\non: instruction\nwindow: month\nwhen: slips > 0 and period_end <= as_of\noutcome: 红灯\ncode: red"
)
SLIPS = "- {id: slips, label: 当月催办, of: matter, count: reminder, window: month}"


def reminder(number: int, day: str) -> dict[str, object]:
    return {"type": "reminder", "id": f"r{number}", "date": day, "matter": "m1"}


@pytest.fixture
def result(tmp_path: Path) -> Result:
    policy = loaded(tmp_path, rule(LIGHT), facts=SLIPS)
    return judged(policy, matter(), reminder(1, "2021-02-03"), reminder(2, "2021-04-05"), as_of="2021-04-20")


def below(result: Result, lang: str = "zh", **asked: str) -> list[str]:
    """What is said below the clause."""
    return text_of(result, result.why_not("m1", "it", **asked), lang).splitlines()[2:]  # type: ignore[arg-type]


def test_a_window_can_be_asked_for(result: Result) -> None:
    assert below(result, period="2021年3月") == [
        "├ 看的是2021年3月",
        "├ 适用条件",
        "│ └ slips > 0 and period_end <= as_of → 否",
        "│   ├ 当月催办（slips）＝0，由 0 件记录",
        "│   ├ 时段末日（period_end）＝2021-03-31",
        "│   └ 看到2021年3月末日（as_of）＝2021-03-31",
        "└ 判了4个时段，另外3个如下；要看其中一个，写明时段，如 --period 2021年4月",
        "  ├ 2021年1月：条件不成立",
        "  ├ 一条规则｜督查事项 m1：认定，2021年2月，红灯",
        "  └ 2021年4月：条件不成立",
    ]
    assert below(result, "en", period="2021-03")[-4:] == [
        '└ judged in 4 windows, the 3 other(s) below; to see one, name it, as --period "2021-04"',
        "  ├ 2021-01: its condition does not hold",
        "  ├ 一条规则 | matter m1: concluded, 2021-02, code red, 红灯",
        "  └ 2021-04: its condition does not hold",
    ]


def test_a_window_of_which_the_rule_speaks_is_explained(result: Result) -> None:
    for period in (None, "2021年2月", "2021-02"):
        with pytest.raises(ValueError, match="the rule 'it' does say something about 'm1': explain the finding"):
            result.why_not("m1", "it", period)


def test_a_window_that_was_not_judged(result: Result) -> None:
    assert below(result, period="2021年第一季度") == [
        "├ 没有判过2021年第一季度",
        "└ 判过的时段，共4个；要看其中一个，写明时段，如 --period 2021年4月",
        "  ├ 2021年1月：条件不成立",
        "  ├ 一条规则｜督查事项 m1：认定，2021年2月，红灯",
        "  ├ 2021年3月：条件不成立",
        "  └ 2021年4月：条件不成立",
    ]


def test_where_nothing_is_found_the_last_window_is_shown_and_the_others_named(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule(LIGHT), facts=SLIPS)
    result = judged(policy, matter(), as_of="2022-03-15")
    lines = below(result)
    assert lines[0] == "├ 看的是判定日所在的2022年3月"
    assert lines[-14:] == [
        "└ 判了15个时段，另外14个如下；要看其中一个，写明时段，如 --period 2022年2月",
        "  ├ 更早的2个没有列出",
        *(f"  ├ 2021年{month}月：条件不成立" for month in range(3, 13)),
        "  ├ 2022年1月：条件不成立",
        "  └ 2022年2月：条件不成立",
    ]


def test_a_rule_that_counts_nothing_in_any_window(tmp_path: Path) -> None:
    keys = "kind: points\nwindow: quarter\ncount: reminder\neach: 1\neffect: deduct"
    result = judged(loaded(tmp_path, rule(keys)), matter(), as_of="2021-05-01")
    assert text_of(result, result.why_not("u1", "it")).splitlines()[2:] == [
        "├ 看的是判定日所在的2021年第二季度",
        "├ 2021年第二季度没有可以计入的记录",
        "└ 判了2个时段，另外1个如下；要看其中一个，写明时段，如 --period 2021年第一季度",
        "  └ 2021年第一季度：没有结论",
    ]


def test_a_rule_without_windows(tmp_path: Path) -> None:
    policy = loaded(tmp_path, rule("kind: requirement\non: instruction\nrequire: known(closed)"))
    result = judged(policy, matter())
    assert below(result, period="2021年") == ["└ 这条规则不分时段"]
