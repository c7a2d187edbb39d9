"""Half years, and thirds of a month (旬): as the turns of a duty, as the window of rules and facts, beside others."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged, tried

from supervision_rules.findings import State

SINCE = {"half year": date(2023, 1, 1), "ten days": date(2023, 2, 1)}
DUTY = """
- kind: duty
  id: again
  label: 报告
  cite: {clause: 一, words: 每次10日前、3日内、2个工作日内报送}
  of: unit
  each: EACH
  need: notice
  for_period: covers
  due: {day: 10}
"""
POINTS = """
- kind: points
  id: slips
  label: 通报批评
  cite: {clause: 二, words: 每次扣1分，一个时段最多扣2次}
  window: EACH
  count: notice
  each: 1
  at_most: {EACH: 2}
  effect: deduct
- kind: points
  id: quiet
  label: 没有通报的时段
  cite: {clause: 三, words: 没有通报的时段}
  window: LONGER
  value: quiet
  effect: add
- kind: points
  id: after
  label: 上一时段被通报
  cite: {clause: 四, words: 上一时段被通报几次}
  window: EACH
  value: before
  effect: deduct
"""
FACTS = """
- {id: had, label: 本时段被通报, of: unit, count: notice, window: EACH}
- {id: before, label: 上一时段被通报, of: unit, count: notice, window: last EACH}
- {id: quiet, label: 没有通报的时段, of: unit, count: PERIODS, where: had == 0, window: LONGER, unquoted: 没有的}
"""
Turns = list[tuple[str, State, date]]
Amounts = list[tuple[str, str, int]]


def of_kind(text: str, each: str) -> str:
    periods, longer = ("half years", "year") if each == "half year" else (each, "month")
    return text.replace("EACH", each).replace("PERIODS", periods).replace("LONGER", longer)


def duty(each: str, due: str) -> str:
    return of_kind(DUTY, each).replace("  due: {day: 10}\n", due)


def unit(each: str) -> tuple[str, dict[str, object]]:
    return "unit", {"id": "u1", "name": "甲县", "since": SINCE[each]}


def notice(day: date, **fields: object) -> tuple[str, dict[str, object]]:
    return "notice", {"id": f"n{day}", "kind": "list_notice", "date": day, "unit": "u1"} | fields


@pytest.mark.parametrize(
    ("each", "due", "told", "covers", "as_of", "turns"),
    [
        (
            "half year",
            "  due: {day: 10}\n",
            date(2023, 7, 10),
            date(2023, 6, 30),
            date(2024, 1, 11),
            [
                ("2023年上半年", State.ON_TIME, date(2023, 7, 10)),
                ("2023年下半年", State.BREACHED, date(2024, 1, 10)),
                ("2024年上半年", State.ON_COURSE, date(2024, 7, 10)),
            ],
        ),
        (
            "ten days",
            "  due: {day: 3}\n",
            date(2023, 2, 13),
            date(2023, 2, 10),
            date(2023, 3, 4),
            [
                ("2023年2月上旬", State.ON_TIME, date(2023, 2, 13)),
                ("2023年2月中旬", State.BREACHED, date(2023, 2, 23)),
                ("2023年2月下旬", State.BREACHED, date(2023, 3, 3)),
                ("2023年3月上旬", State.ON_COURSE, date(2023, 3, 13)),
            ],
        ),
    ],
)
def test_a_duty_of_each(each: str, due: str, told: date, covers: date, as_of: date, turns: Turns) -> None:
    found = judged(compiled_of(duty(each, due)), [unit(each), notice(told, covers=covers)], as_of)
    assert [(turn.period.label if turn.period else "", turn.state, turn.day) for turn in found] == turns


@pytest.mark.parametrize(
    ("due", "days"),
    [
        # the last day of the ten itself
        ("", [(2, 10), (2, 20), (2, 28)]),
        ("  due: {day: 3, month: 0}\n", [(2, 3), (2, 13), (2, 23)]),
        ("  due: {day: 3, month: 2}\n", [(2, 23), (3, 3), (3, 13)]),
        # a day that the eight days of February do not have is their last
        ("  due: {day: 10, month: 0, roll: false}\n", [(2, 10), (2, 20), (2, 28)]),
        # 11 February is a Saturday: Monday and Tuesday; then Tuesday 21, Wednesday 22; Wednesday 1, Thursday 2 March
        ("  due: {workday: 2}\n", [(2, 14), (2, 22), (3, 2)]),
    ],
)
def test_the_day_by_which_ten_days_are_due(due: str, days: list[tuple[int, int]]) -> None:
    found = judged(compiled_of(duty("ten days", due)), [unit("ten days")], date(2023, 2, 28))
    assert [turn.day for turn in found] == [date(2023, *pair) for pair in days]


@pytest.mark.parametrize(
    ("each", "due", "as_of", "turns"),
    [
        (
            "half year",
            "",
            date(2024, 1, 3),
            [
                ("第1个半年（2023-01-01至2023-07-01）", "half year 1 (2023-01-01 to 2023-07-01)", date(2023, 7, 1)),
                ("第2个半年（2023-07-02至2024-01-01）", "half year 2 (2023-07-02 to 2024-01-01)", date(2024, 1, 1)),
                ("第3个半年（2024-01-02至2024-07-01）", "half year 3 (2024-01-02 to 2024-07-01)", date(2024, 7, 1)),
            ],
        ),
        (
            "ten days",
            "  due: {day: 3}\n",
            date(2023, 2, 22),
            [
                ("第1个十日（2023-02-01至2023-02-11）", "ten days 1 (2023-02-01 to 2023-02-11)", date(2023, 2, 14)),
                ("第2个十日（2023-02-12至2023-02-21）", "ten days 2 (2023-02-12 to 2023-02-21)", date(2023, 2, 24)),
                ("第3个十日（2023-02-22至2023-03-03）", "ten days 3 (2023-02-22 to 2023-03-03)", date(2023, 3, 6)),
            ],
        ),
    ],
)
def test_each_from_a_start(each: str, due: str, as_of: date, turns: list[tuple[str, str, date]]) -> None:
    found = judged(compiled_of(duty(f"{each} from start", due)), [unit(each)], as_of)
    assert [(turn.period.label, turn.period.label_en, turn.day) for turn in found if turn.period] == turns


@pytest.mark.parametrize(
    ("each", "days", "as_of", "amounts"),
    [
        (
            "half year",
            [date(2023, 6, 28), date(2023, 6, 29), date(2023, 6, 30), date(2024, 7, 1)],
            date(2024, 12, 31),
            [
                ("slips", "2023年上半年", 2),
                ("slips", "2024年下半年", 1),
                ("quiet", "2023年", 1),
                ("quiet", "2024年", 1),
                ("after", "2023年下半年", 3),
            ],
        ),
        (
            "ten days",
            [date(2023, 2, 8), date(2023, 2, 9), date(2023, 2, 10), date(2023, 2, 21)],
            date(2023, 2, 28),
            [
                ("slips", "2023年2月上旬", 2),
                ("slips", "2023年2月下旬", 1),
                ("quiet", "2023年2月", 1),
                ("after", "2023年2月中旬", 3),
            ],
        ),
    ],
)
def test_windows_of_rules_and_facts(each: str, days: list[date], as_of: date, amounts: Amounts) -> None:
    compiled = compiled_of(of_kind(POINTS, each), of_kind(FACTS, each))
    found = judged(compiled, [unit(each), *map(notice, days)], as_of)
    told = [(finding.rule.id, finding.period.label if finding.period else "", finding.value) for finding in found]
    assert [amount for amount in told if amount[2]] == amounts


@pytest.mark.parametrize(
    ("each", "window", "fits"),
    [
        ("half year", "quarter", True),
        ("half year", "half year", True),
        ("half year", "year", True),
        ("half year", "week", False),
        ("ten days", "ten days", True),
        ("ten days", "month", True),
        ("ten days", "quarter", True),
        ("ten days", "half year", True),
        ("ten days", "year", True),
        ("ten days", "week", False),
    ],
)
def test_what_fits(each: str, window: str, fits: bool) -> None:
    asking = f"""
- kind: outcome
  id: talk
  label: 约谈
  cite: {{clause: 四, words: 约谈}}
  on: unit
  window: {window}
  when: points("slips") > 0
  outcome: 约谈
"""
    told = tried(of_kind(POINTS, each) + asking, of_kind(FACTS, each))[1]
    assert [message.split()[0] for message in told] == ([] if fits else ["SR320"])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("half-year", "half year"),
        ("半年", "half year"),
        ("6 months", "half year"),
        ("旬", "ten days"),
        ("ten-days", "ten days"),
        # never another length
        ("10 days", "10 days from start"),
    ],
)
def test_what_was_meant_is_told(written: str, told: str | None) -> None:
    hint = f"（是否想写 {told}？）" if told else ""
    assert tried(of_kind(DUTY, written))[1] == [f"SR167 pack.yaml:12:11 “{written}”不是多久一次{hint}"]
