"""Days, working days and half months: as the turns of a duty, and as the window of rules and facts."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, judged, tried

from supervision_rules.calendar import period_of
from supervision_rules.constructs.turns import Turns, turns_of
from supervision_rules.findings import Finding, State

DUTY = """
- kind: duty
  id: again
  label: 报告
  cite: {clause: 一, words: 每个工作日报告、每3日一次、每5个工作日一次，次日、10日、第2个工作日前}
  of: matter
  start: received
  end: closed
  each: EACH
  need: progress
"""
Turn = tuple[str, State, date | None]


def found_of(rule: str, received: date, reports: list[date], as_of: date, **facts: object) -> list[Finding]:
    matter = {"id": "m1", "kind": "key_work", "date": received, "received": received, **facts}
    rows = [("report", {"id": f"r{day}", "kind": "progress", "date": day, "matter": "m1"}) for day in reports]
    return judged(compiled_of(rule), [("matter", matter), *rows], as_of)


def turns(each: str, received: date, reports: list[date], as_of: date, due: str = "", **facts: object) -> list[Turn]:
    rule = DUTY.replace("EACH", each) + (f"  due: {due}\n" if due else "")
    found = found_of(rule, received, reports, as_of, **facts)
    return [(each.period.label if each.period else "", each.state, each.day) for each in found]


@pytest.mark.parametrize(
    ("kind", "day", "first", "last", "names"),
    [
        ("day", date(2024, 3, 5), date(2024, 3, 5), date(2024, 3, 5), ("2024年3月5日", "2024-03-05")),
        ("half month", date(2024, 2, 1), date(2024, 2, 1), date(2024, 2, 15), ("2024年2月上半月", "2024-02 (1-15)")),
        ("half month", date(2024, 2, 15), date(2024, 2, 1), date(2024, 2, 15), ("2024年2月上半月", "2024-02 (1-15)")),
        ("half month", date(2024, 2, 16), date(2024, 2, 16), date(2024, 2, 29),
         ("2024年2月下半月", "2024-02 (16-29)")),
        ("half month", date(2023, 12, 31), date(2023, 12, 16), date(2023, 12, 31),
         ("2023年12月下半月", "2023-12 (16-31)")),
    ],
)  # fmt: skip
def test_the_periods(kind: str, day: date, first: date, last: date, names: tuple[str, str]) -> None:
    period = period_of(day, kind)  # type: ignore[arg-type]
    assert (period.first, period.last, period.names) == (first, last, names)


def test_every_day() -> None:
    """Friday to Monday, the weekend too."""
    assert turns("day", date(2024, 3, 1), [date(2024, 3, 1), date(2024, 3, 3)], date(2024, 3, 4)) == [
        ("2024年3月1日", State.ON_TIME, date(2024, 3, 1)),
        ("2024年3月2日", State.BREACHED, date(2024, 3, 2)),
        ("2024年3月3日", State.ON_TIME, date(2024, 3, 3)),
        ("2024年3月4日", State.DUE_SOON, date(2024, 3, 4)),
    ]


def test_every_working_day() -> None:
    """Over the weekend of the 9th to the Lantern days; the Sunday of 18 February 2024 is worked."""
    assert turns("workday", date(2024, 2, 8), [], date(2024, 2, 19)) == [
        ("2024年2月8日", State.BREACHED, date(2024, 2, 8)),
        ("2024年2月9日", State.BREACHED, date(2024, 2, 9)),
        ("2024年2月18日", State.BREACHED, date(2024, 2, 18)),
        ("2024年2月19日", State.DUE_SOON, date(2024, 2, 19)),
    ]


def test_a_working_day_of_no_notice_is_provisional() -> None:
    found = found_of(DUTY.replace("EACH", "workday"), date(2030, 3, 4), [], date(2030, 3, 5))
    assert [(each.day, each.provisional) for each in found] == [
        (date(2030, 3, 4), date(2030, 3, 4)),
        (date(2030, 3, 5), date(2030, 3, 5)),
    ]


def test_days_outside_the_calendar_are_undetermined() -> None:
    found = found_of(DUTY.replace("EACH", "workday"), date(2003, 12, 30), [], date(2004, 1, 2))
    assert [(each.state, dict(each.detail).get("out_of_calendar")) for each in found] == [
        (State.UNDETERMINED, date(2003, 12, 30)),
        (State.UNDETERMINED, date(2003, 12, 31)),
        (State.DUE_SOON, None),
    ]


def test_every_three_days_and_every_five_working_days_from_a_start() -> None:
    assert turns("3 days from start", date(2024, 3, 1), [date(2024, 3, 4)], date(2024, 3, 9)) == [
        ("第1个3日（2024-03-01至2024-03-04）", State.ON_TIME, date(2024, 3, 4)),
        ("第2个3日（2024-03-05至2024-03-07）", State.BREACHED, date(2024, 3, 7)),
        ("第3个3日（2024-03-08至2024-03-10）", State.DUE_SOON, date(2024, 3, 10)),
    ]
    assert turns("5 workdays from start", date(2024, 3, 1), [date(2024, 3, 8)], date(2024, 3, 11)) == [
        ("第1个5个工作日（2024-03-01至2024-03-08）", State.ON_TIME, date(2024, 3, 8)),
        ("第2个5个工作日（2024-03-09至2024-03-15）", State.ON_COURSE, date(2024, 3, 15)),
    ]


def test_working_days_from_a_start_that_lead_out_of_the_calendar() -> None:
    found = found_of(DUTY.replace("EACH", "5 workdays from start"), date(2003, 12, 1), [], date(2004, 1, 9))
    assert [(each.state, "out_of_calendar" in dict(each.detail)) for each in found] == [(State.UNDETERMINED, True)]


@pytest.mark.parametrize(
    ("due", "first", "second"),
    [
        ("", date(2024, 3, 1), date(2024, 3, 2)),
        ("{day: 1}", date(2024, 3, 2), date(2024, 3, 3)),
        ("{day: 10}", date(2024, 3, 11), date(2024, 3, 12)),
        ("{day: 1, roll: true}", date(2024, 3, 4), date(2024, 3, 4)),
        ("{workday: 1}", date(2024, 3, 4), date(2024, 3, 4)),
        ("{workday: 2}", date(2024, 3, 5), date(2024, 3, 5)),
    ],
)
def test_what_follows_a_day(due: str, first: date, second: date) -> None:
    """1 March 2024 is a Friday."""
    assert [day for _, _, day in turns("day", date(2024, 3, 1), [], date(2024, 3, 2), due)] == [first, second]


def test_half_months_and_what_follows_them() -> None:
    assert turns("half month", date(2024, 2, 10), [date(2024, 2, 15)], date(2024, 3, 1), "{day: 10}") == [
        ("2024年2月上半月", State.ON_TIME, date(2024, 2, 25)),
        ("2024年2月下半月", State.ON_COURSE, date(2024, 3, 10)),
        ("2024年3月上半月", State.ON_COURSE, date(2024, 3, 25)),
    ]
    own = turns("half month", date(2024, 2, 10), [], date(2024, 2, 16), "{workday: -1, month: 0}")
    assert [day for _, _, day in own] == [date(2024, 2, 9), date(2024, 2, 29)][1:]


POINTS = """
- kind: points
  id: slips
  label: 催办
  cite: {clause: 二, words: 每次扣1分，最多计2次}
  window: EACH
  count: notice
  each: 1
  at_most: {EACH: 2}
  effect: deduct
- kind: points
  id: before
  label: 上一时段
  cite: {clause: 三, words: 上一时段几次}
  window: EACH
  value: before
  effect: deduct
"""
FACTS = "- {id: before, label: 上一时段, of: unit, count: notice, window: last EACH}"


@pytest.mark.parametrize(
    ("kind", "days", "slips", "before"),
    [
        ("day", [5, 5, 5, 6], ["2024年3月5日", "2024年3月6日"], ["2024年3月6日", "2024年3月7日"]),
        ("half month", [1, 15, 15, 16], ["2024年3月上半月", "2024年3月下半月"], ["2024年3月下半月", "2024年4月上半月"]),
    ],
)
def test_as_windows(kind: str, days: list[int], slips: list[str], before: list[str]) -> None:
    unit = ("unit", {"id": "u1", "name": "甲县", "since": date(2024, 1, 1)})
    rows = [
        ("notice", {"id": f"n{i}", "kind": "list_notice", "date": date(2024, 3, day), "unit": "u1"})
        for i, day in enumerate(days)
    ]
    compiled = compiled_of(POINTS.replace("EACH", kind), FACTS.replace("EACH", kind))
    found = [each for each in judged(compiled, [unit, *rows], date(2024, 4, 3)) if each.value]
    told = [(each.rule.id, each.period.label if each.period else "", each.value) for each in found]
    assert told == [
        ("slips", slips[0], 2), ("slips", slips[1], 1), ("before", before[0], 3), ("before", before[1], 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inner", "outer", "fits"),
    [
        ("day", "week", True), ("day", "half month", True), ("day", "year", True),
        ("half month", "month", True), ("half month", "year", True), ("half month", "2 months", True),
        ("ten days", "half month", False), ("week", "half month", False), ("week", "day", True),
    ],
)  # fmt: skip
def test_which_windows_fit(inner: str, outer: str, fits: bool) -> None:
    rules = f"""
- {{kind: points, id: inner, label: 甲, cite: {{clause: 一, words: 扣1分}}, window: {inner}, value: 1, effect: deduct}}
- {{kind: points, id: outer, label: 乙, cite: {{clause: 二, words: 合计}}, window: {outer}, value: 'points("inner")',
   effect: deduct}}
"""
    assert [message.split()[0] for message in tried(rules)[1]] == ([] if fits else ["SR320"])


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("每日", "day"), ("每天", "day"), ("daily", "day"), ("day from start", "day"),
        ("每个工作日", "workday"), ("workdays", "workday"), ("working day", "workday"),
        ("每两天", "2 days from start"), ("每5个工作日", "5 workdays from start"), ("3 days", "3 days from start"),
        ("每半月", "half month"), ("半个月", "half month"), ("half-month", "half month"),
        ("half month from start", "half month"),
    ],
)  # fmt: skip
def test_what_was_meant_is_told(written: str, meant: str) -> None:
    told = tried(DUTY.replace("EACH", f'"{written}"'))[1]
    assert told == [f"SR167 pack.yaml:14:11 “{written}”不是多久一次（是否想写 {meant}？）"]


def test_the_turns() -> None:
    assert turns_of("workday") == Turns(1, "day", False, True)
    assert turns_of("5 workdays from start") == Turns(5, "day", True, True)
    assert turns_of("15 days from start") == Turns(15, "day", True)
    assert turns_of("workday from start") is None


@pytest.mark.parametrize(
    ("each", "due", "told"),
    [
        ("day", "{day: 1, month: 1}", ["SR353 pack.yaml:16:26 按日的义务，到期日不能写 month: 1"]),
        ("workday", "{day: -1}", ["SR353 pack.yaml:16:16 按日的义务，到期日不能写 day: -1"]),
        ("3 days from start", "{workday: -2}", ["SR353 pack.yaml:16:20 按日的义务，到期日不能写 workday: -2"]),
        ("half month", "{day: -1, month: 0}", []),
        ("7 days from start", "{day: 1}", ["SR310 pack.yaml:14:11 数字 7 "]),
    ],
)
def test_a_due_day_that_cannot_be(each: str, due: str, told: list[str]) -> None:
    found = tried(f"{DUTY.replace('EACH', each)}  due: {due}\n")[1]
    assert len(found) == len(told)
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True))
