"""Due days in another month than the words name, and first days that come after the last."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

DUTY = """\
rules:
  - kind: duty
    id: it
    label: 月报
    cite: {clause: 一, words: %s}
    of: key_work
    start: handed_over
    each: %s
    need: progress
    %s
    unquoted: 试验
"""


def codes(text: str, wanted: str) -> list[str]:
    found = told(text)
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code == wanted]


@pytest.mark.parametrize(
    ("words", "each", "rest", "found"),
    [
        ("每月5日前报上月进展", "month", "for_period: covers\n    due: {day: 5}", None),
        ("每月5日前报上月进展", "month", "for_period: covers\n    due: {day: 5, month: 0}", ("上月", "month: 0")),
        ("每月5日前报上月进展", "month", "due: {day: 5, month: 0}", None),  # what is made in the month
        ("次月5日前报告", "month", "for_period: covers\n    due: {day: 5, month: 0}", ("次月", "month: 0")),
        ("每月25日前报当月进展", "month", "for_period: covers\n    due: {day: 25, month: 0}", None),
        ("每月25日前报当月进展", "month", "for_period: covers\n    due: {day: 25}", ("当月", "due")),
        ("每月25日前报本月进展", "month", "due: {day: 25, month: 1}", ("本月", "month: 1")),
        ("每月25日前报本月进展", "month", "due: {day: 25, month: 2}", ("本月", "month: 2")),
        ("每月5日前报上月进展", "month", "for_period: covers\n    due: {day: 5, month: 9}", ("上月", "month: 9")),
        ("每月5日前报上月进展、本月计划", "month", "due: {day: 5, month: 0}", None),
        ("本季度的，下季度首月5日前报", "quarter", "for_period: covers\n    due: {day: 5}", None),
        ("本季度末月25日前报", "quarter", "due: {day: 25}", ("本季度", "due")),
        ("本月的每季度报", "quarter", "due: {day: 25}", None),
        ("每周五前报本周", "week", "due: {day: 5}", ("本周", "due")),
        ("每月25日前报当月进展", "month from start", "", None),
    ],
)
def test_in_which_month_it_is_due(words: str, each: str, rest: str, found: tuple[str, str] | None) -> None:
    expected = [f"原话说的是“{found[0]}”，到期日写的却是 {found[1]}"] if found else []
    assert codes(DUTY % (words, each, rest), "SR196") == expected


@pytest.mark.parametrize(
    ("words", "each", "month", "carried"),
    [
        ("每月8日前报上月进展", "month", 9, False),  # what is reported, not when
        ("每月8日前报告", "month", 8, False),
        ("每月8日前报告", "month", 1, True),
        ("月后第2个月8日前报告", "month", 2, True),
        ("下下月8日前报告", "month", 2, True),
        ("每年3月8日前报告", "year", 3, True),
        ("每年三月8日前报告", "year", 3, True),
        ("每年3月8日前报告", "year", 2, False),
        ("每年8日前报告", "year", 3, False),
        ("次年底前报告", "year", 12, True),
        ("每季度首月8日前报告", "quarter", 3, False),
        ("下季度末月8日前报告", "quarter", 3, True),
        ("2、5、8、11月8日前报告", "quarter", 2, True),
    ],
)
def test_a_month_that_the_words_do_not_name(words: str, each: str, month: int, carried: bool) -> None:
    text = DUTY.replace("    unquoted: 试验\n", "") % (words, each, f"due: {{day: 8, month: {month}}}")
    found = codes(text, "SR196")
    assert found == ([] if carried else [f"原话没有说到这样一个月，到期日写的却是 month: {month}"])
    assert codes(f"{text}    unquoted: 试验\n", "SR196") == []


SPANS = {
    "duty": "of: key_work\n    each: month\n    need: progress\n    start: %s\n    end: %s",
    "overlap": "on: key_work\n    same: [unit]\n    start: %s\n    end: %s",
    "time_limit": "on: key_work\n    start: %s\n    done: %s\n    cases: [{within: 5 days}]",
}


@pytest.mark.parametrize("kind", SPANS)
@pytest.mark.parametrize(
    ("first", "last", "reversed_"),
    [
        ("handed_over", "closed", False),
        ("closed", "handed_over", True),
        ("closed", "received", True),
        ("replied", "received", True),
        ("received", "replied", False),
        ("closed", "replied", False),  # they have no order
        ("'add_days(closed, 1)'", "handed_over", False),  # no plain date
    ],
)
def test_the_first_day_is_not_after_the_last(kind: str, first: str, last: str, reversed_: bool) -> None:
    head = f"rules:\n  - kind: {kind}\n    id: it\n    label: 一条\n    cite: {{clause: 一, words: 原话}}\n"
    head += "    unquoted: 试验\n    "
    key = "done" if kind == "time_limit" else "end"
    expected = [f"start 的 {first} 总不早于 {key} 的 {last}（这类记录的日期有先后）：还没有开始，就已经结束了"]
    assert codes(head + SPANS[kind] % (first, last) + "\n", "SR385") == (expected if reversed_ else [])
