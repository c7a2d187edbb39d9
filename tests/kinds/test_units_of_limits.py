"""Units of limits: calendar days whatever 日 means, minutes, and the words held against all of them."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, diagnosed, judged, tried

from supervision_rules.findings import State

WORKING = "conventions: {day_unit: working, office_hours: [09:00-12:00, 14:00-17:00]}\n"
CALENDAR = "conventions: {office_hours: [09:00-12:00, 14:00-17:00]}\n"


def limit(within: str, words: str, start: str = "received", done: str = "replied") -> str:
    return f"""
- kind: time_limit
  id: reply
  label: 回复
  cite: {{clause: 一, words: {words}}}
  on: instruction
  start: {start}
  done: {done}
  cases: [{{within: {within}}}]
"""


def clock(within: str, words: str) -> str:
    return limit(within, f"[{words}, 9时16分]", "at(received, 9)", "at(replied, 9)")


def matter(**fields: object) -> tuple[str, dict[str, object]]:
    return "matter", {
        "id": "m1",
        "kind": "instruction",
        "date": date(2023, 1, 18),
        "received": date(2023, 1, 18),
    } | fields


@pytest.mark.parametrize("more", [WORKING, CALENDAR, "conventions: {roll: false}\n"])
def test_calendar_days_are_days_whatever_the_pack_calls_a_day(more: str) -> None:
    found = judged(compiled_of(limit("10 calendar days", "10个自然日内"), "", more), [matter()], date(2023, 1, 29))
    assert [(each.state, each.day) for each in found] == [(State.OVERDUE, date(2023, 1, 28))]


def test_calendar_days_roll_like_other_days() -> None:
    rolls = compiled_of(limit("7 calendar days", "7个自然日内"), "", "conventions: {day_unit: working, roll: true}\n")
    assert [each.day for each in judged(rolls, [matter()], date(2023, 1, 20))] == [date(2023, 1, 28)]


MEANS = "{}计（本包的“日”、days 是{}：day_unit）"


def warned(said: str, within: str) -> list[str]:
    unit = said if "计" in said else f"{said}计"
    return [f"SR318 pack.yaml:15:22 原话按{unit}，这里写的是 {within}"] if said else []


@pytest.mark.parametrize(
    ("more", "within", "words", "said"),
    [
        (WORKING, "30 days", "30个自然日内", MEANS.format("自然日", "工作日")),
        (WORKING, "30 days", "30日历日内", MEANS.format("自然日", "工作日")),
        (WORKING, "30 calendar days", "30日内", MEANS.format("日、天", "工作日")),
        (WORKING, "30 days", "30日内", ""),
        (WORKING, "30 workdays", "30日内", ""),
        (WORKING, "30 days", "30个工作日内", ""),
        (WORKING, "30 workdays", "30个自然日内", "自然日"),
        (CALENDAR, "30 calendar days", "30日内", ""),
        (CALENDAR, "30 days", "30个自然日内", ""),
        (CALENDAR, "30 days", "30个工作日内", MEANS.format("工作日", "自然日")),
        (CALENDAR, "30 workdays", "30日内", MEANS.format("日、天", "自然日")),
        (CALENDAR, "6 months", "半年内", ""),
        (CALENDAR, "10 workdays", "10日（工作日）内", ""),
        (CALENDAR, "10 workdays", "10日内（节假日除外）", ""),
        (CALENDAR, "10 workdays", "10日（不含法定节假日）内", ""),
        (CALENDAR, "10 days", "10日内（节假日除外）", MEANS.format("工作日", "自然日")),
        (CALENDAR, "10 days", "10日内（遇节假日顺延）", ""),
        (CALENDAR, "10 workdays", "10日内（遇节假日顺延）", MEANS.format("日、天", "自然日")),
        (CALENDAR, "6 days", "半年内", "月"),
        (CALENDAR, "18 months", "一年半内", ""),
        (CALENDAR, "15 days", "半个月内", ""),
        (WORKING, "15 calendar days", "半个月内", ""),
        (CALENDAR, "15 workdays", "半个月内", MEANS.format("日、天", "自然日")),
        (CALENDAR, "45 days", "一个半月内", ""),
        (CALENDAR, "10 days", "一旬内", ""),
        (CALENDAR, "20 days", "廿日内", ""),
        (CALENDAR, "3 days", "3个月内", "月"),
        (CALENDAR, "3 workdays", "三个月内", "月"),
        (CALENDAR, "3 months", "3日内", "日、天"),
        (CALENDAR, "3 months", "3个工作日内", "工作日"),
        (CALENDAR, "3 days", "3小时内", "小时"),
        (CALENDAR, "3 months", "3年内", "年"),
        (CALENDAR, "3 days", "3周内", "周"),
        (CALENDAR, "2 months", "两个季度内", "季度"),
        (CALENDAR, "21 days", "3周内", ""),
        (CALENDAR, "3 months", "一个季度内", ""),
        (CALENDAR, "12 months", "一年内", ""),
        (CALENDAR, "1 year", "1年内", ""),
        (CALENDAR, "3 months", "3月内", ""),
        (CALENDAR, "3 days", "第3年内，3日内", ""),
        (CALENDAR, "1 day", "一年一次，次日内", ""),
        (CALENDAR, "1 workday", "一个月内，次日内", ""),
        (CALENDAR, "3 days", "3月1日起3日内", ""),
        (CALENDAR, "3 days", "3月底前，第三周内，3次", ""),
        (CALENDAR, "3 days", "2023年3月，三年级，3周年", ""),
        (CALENDAR, "1 day", "一季度内，次日内", ""),
        # The words of the rule say what their days are.
        (CALENDAR, "5 workdays", "5日内报告（本条所称日为工作日）", ""),
        (CALENDAR, "5 workdays", "5日内报告，“日”均指工作日", ""),
        (CALENDAR, "5 days", "5日内报告（本条规定的日是指工作日）", MEANS.format("工作日", "自然日")),
        (WORKING, "5 days", "5日内报告（本条所称日为自然日）", MEANS.format("自然日", "工作日")),
        (CALENDAR, "5 workdays", "5日内报告，最后一日为工作日", MEANS.format("日、天", "自然日")),
        (CALENDAR, "5 workdays", "5日内报告，报告日为工作日的", MEANS.format("日、天", "自然日")),
    ],
)
def test_days_that_the_words_do_not_speak_of(more: str, within: str, words: str, said: str) -> None:
    assert tried(limit(within, words), "", more)[1] == warned(said, within)


BY_READING = (
    "conventions: {day_unit: {by_reading: unit, natural: calendar, work: working}}\n"
    "readings:\n  - {id: unit, words: 日, options: {natural: 自然日, work: 工作日}, taken: natural}\n"
)


@pytest.mark.parametrize(
    ("more", "within", "words", "value"),
    [
        (CALENDAR, "30 workdays", "30日内", "working"),
        (WORKING, "30 calendar days", "30 天内", "calendar"),
        (CALENDAR, "30 days", "30个工作日内", None),  # the words leave nothing open
        (CALENDAR, "3 months", "3日内", None),
        (BY_READING, "30 workdays", "30日内", None),  # it is declared
    ],
)
def test_how_to_say_what_a_day_is_told_once(more: str, within: str, words: str, value: str | None) -> None:
    both = limit(within, words) + limit(within, words).replace("id: reply", "id: again")
    mends = [each.help("zh") for each in diagnosed(both, "", more)[1]]
    assert [f"conventions 里写一次 day_unit: {value}" in mend for mend in mends] == [value is not None, False]
    assert ["声明一个理解" in mend for mend in mends] == [True, True]


@pytest.mark.parametrize(
    ("within", "words", "said"),
    [
        ("2 hours", "2个工作小时内", "办公小时"),
        ("2 hours", "2小时（工作时间）内", "办公小时"),
        ("2 hours", "工作时间2小时内", "办公小时"),
        ("2 hours", "2小时内", ""),
        ("2 office hours", "2个工作小时内", ""),
        ("2 office hours", "两小时内", "小时"),
        ("15 minutes", "15分钟内", ""),
        ("15 hours", "15分钟内", "分钟"),
        ("30 minutes", "半小时内", ""),
        ("30 minutes", "半个小时内", ""),
        ("90 minutes", "一个半小时内", ""),
    ],
)
def test_hours_that_the_words_do_not_speak_of(within: str, words: str, said: str) -> None:
    assert tried(clock(within, words), "", CALENDAR)[1] == warned(said, within)


@pytest.mark.parametrize(
    ("rule", "more", "mend"),
    [
        (limit("30 days", "30个自然日内"), WORKING, "30 calendar days"),
        (limit("30 calendar days", "30日内"), WORKING, "30 days"),
        (clock("2 hours", "2个工作小时内"), CALENDAR, "2 office hours"),
        (clock("1 hours", "1个工作小时内"), CALENDAR, "1 office hour"),
        (limit("3 days", "3个月内"), CALENDAR, "3 months"),
        (limit("3 months", "3周内"), CALENDAR, "21 days"),
        (limit("1 day", "一个季度内"), CALENDAR, "3 months"),
        (limit("1 day", "一年内"), CALENDAR, "1 year"),
    ],
)
def test_what_is_offered_instead(rule: str, more: str, mend: str) -> None:
    assert [found.params["mend"] for found in diagnosed(rule, "", more)[1]] == [mend]


def test_minutes_are_counted_by_the_clock() -> None:
    late = clock("15 minutes", "15分钟内").replace("at(replied, 9)", "at(replied, 9, 16)")
    for rule, state in ((late, State.LATE), (late.replace("9, 16)", "9, 15)"), State.ON_TIME)):
        found = judged(compiled_of(rule), [matter(replied=date(2023, 1, 18))], date(2023, 1, 19))
        assert [(each.state, str(dict(each.detail)["due_at"])) for each in found] == [(state, "2023-01-18 09:15")]
