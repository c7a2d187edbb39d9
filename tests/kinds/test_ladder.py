"""Ladders: steps by what happened; a step once reached stays reached."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

Row = tuple[str, Mapping[str, object]]

COUNTS = """
- {id: city, label: 市黑榜次数, of: unit, count: notice, where: 'list == "black" and level == "city"', window: year}
- {id: region, label: 区黑榜, of: unit, count: notice, where: 'list == "black" and level == "provincial"', window: year}
"""
TALKS = """
- kind: ladder
  id: talks
  label: 约谈
  cite: {clause: 五（四）, words: 年内}
  of: unit
  window: year
  steps:
    - {step: office, label: 督查室约谈, when: city >= 1, words: 1次, acts: 市政府督查室}
    - {step: vice-mayor, label: 分管副市长约谈, when: city >= 2 or region >= 1, words: 2次或自治区1次}
    - step: mayor
      label: 市长约谈
      when: city >= 3 or region >= 2
      words: 3次或自治区2次及以上
      copies: [纪检监察机关, 组织部门]
"""
REMINDERS = """
- {id: reminders, label: 催办次数, of: matter, count: reminder}
- {id: consented, label: 已同意移交, of: matter, any: consent, where: about == "referral"}
"""
REFERRAL = """
- kind: ladder
  id: referral
  label: 督办
  cite: {clause: 五（一）, words: 被催办}
  of: matter
  steps:
    - {step: notice, label: 督查室通报, when: reminders >= 1, words: 1 次}
    - {step: office-notice, label: 办公室通报, when: reminders >= 2, words: 2次}
    - step: refer
      label: 移交监察部门
      when: reminders >= 3 and not known(closed) and not sufficient_reason
      words: 3 次仍没有落实又不能充分说明原因
      consent: consented
"""
COLOURS = """
- {id: blue, label: 蓝色, of: matter, any: reminder, where: colour == "blue"}
- {id: yellow, label: 黄色, of: matter, any: reminder, where: colour == "yellow"}
- {id: red, label: 红色, of: matter, any: reminder, where: colour == "red"}
"""
SLIPS = """
- kind: ladder
  id: slips
  label: 催办单
  cite: {clause: 第十五条, words: 蓝色、黄色、红色}
  of: matter
  steps:
    - {step: blue, label: 蓝色, when: blue}
    - {step: yellow, label: 黄色, when: yellow, after: blue}
    - {step: red, label: 红色, when: red, after: yellow}
"""
UNIT: Row = ("unit", {"id": "u1", "name": "甲局"})
END = date(2021, 12, 31)


def notice(number: int, day: date, level: str | None = "city") -> Row:
    fields = {"id": f"n{number}", "kind": "list_notice", "date": day, "unit": "u1", "list": "black", "level": level}
    return "notice", fields


def matter(**fields: object) -> Row:
    return "matter", {"id": "m1", "kind": "instruction", "date": date(2021, 1, 1), "sufficient_reason": False} | fields


def reminder(number: int, day: date, **fields: object) -> Row:
    return "reminder", {"id": f"r{number}", "matter": "m1", "date": day} | fields


def shown(findings: list[Finding]) -> list[tuple[State, object, object]]:
    return [(finding.state, finding.value, finding.day) for finding in findings]


@pytest.mark.parametrize(
    ("city", "region", "step"),
    [(0, 0, 0), (1, 0, 1), (2, 0, 2), (3, 0, 3), (4, 0, 3), (0, 1, 2), (1, 1, 2), (2, 1, 2), (0, 2, 3), (1, 2, 3)],
)
def test_the_step_by_counts(city: int, region: int, step: int) -> None:
    rows = [UNIT, *(notice(n, date(2021, 2, 1 + n)) for n in range(city))]
    rows += [notice(10 + n, date(2021, 6, 1 + n), "provincial") for n in range(region)]
    found = judged(compiled_of(TALKS, COUNTS), rows, END)
    assert [finding.value for finding in found][-1:] == ([step] if step else [])


def test_each_step_newly_reached_is_told_with_its_day_and_records() -> None:
    days = [date(2021, 3, 1), date(2021, 7, 1), date(2021, 9, 1), date(2021, 10, 1)]
    found = judged(compiled_of(TALKS, COUNTS), [UNIT, *(notice(n, day) for n, day in enumerate(days))], END)
    assert shown(found) == [(State.REACHED, n + 1, days[n]) for n in range(3)]
    assert [finding.case for finding in found] == [0, 1, 2]
    assert found[0].detail == (
        ("step", "office"), ("label", "督查室约谈"), ("acts", "市政府督查室"), ("records", (("notice", "n0"),))
    )  # fmt: skip
    assert ("copies", ("纪检监察机关", "组织部门")) in found[2].detail


def test_two_on_one_day_reach_the_higher_step_at_once() -> None:
    day = date(2021, 3, 1)
    found = judged(compiled_of(TALKS, COUNTS), [UNIT, notice(1, day), notice(2, day)], END)
    assert shown(found) == [(State.REACHED, 2, day)]


def test_a_lower_step_after_a_higher_one_tells_nothing_new() -> None:
    rows = [UNIT, notice(1, date(2021, 3, 1), "provincial"), notice(2, date(2021, 4, 1))]
    assert shown(judged(compiled_of(TALKS, COUNTS), rows, END)) == [(State.REACHED, 2, date(2021, 3, 1))]


def test_every_year_begins_anew() -> None:
    rows = [UNIT, notice(1, date(2021, 12, 31)), notice(2, date(2022, 1, 1)), notice(3, date(2022, 1, 2))]
    found = judged(compiled_of(TALKS, COUNTS), rows, date(2022, 5, 1))
    steps = [(f.period.label if f.period else "", f.value) for f in found]
    assert steps == [("2021年", 1), ("2022年", 1), ("2022年", 2)]


def test_a_notice_counts_for_the_year_that_it_reports_on_though_issued_after_it() -> None:
    counts = COUNTS.replace("window: year}", "window: year, by: covers}")
    days = [date(2021, 12, 31), date(2022, 1, 20)]
    rows = [UNIT, *(("notice", {**notice(n, day)[1], "covers": date(2021, 12, 31)}) for n, day in enumerate(days))]
    by_issue, by_report = (judged(compiled_of(TALKS, facts), rows, date(2022, 6, 1)) for facts in (COUNTS, counts))
    assert [(f.period.label, f.day, f.value) for f in by_issue if f.period] == [
        ("2021年", date(2021, 12, 31), 1),
        ("2022年", date(2022, 1, 20), 1),
    ]
    assert [(f.period.label, f.day, f.value) for f in by_report if f.period] == [
        ("2021年", date(2021, 12, 31), 1),
        ("2021年", date(2022, 1, 20), 2),
    ]


def test_only_what_had_happened_by_the_day_asked() -> None:
    rows = [UNIT, notice(1, date(2021, 3, 1)), notice(2, date(2021, 7, 1))]
    assert [f.value for f in judged(compiled_of(TALKS, COUNTS), rows, date(2021, 6, 30))] == [1]


def test_doubt_that_cannot_change_the_step_leaves_it_determined() -> None:
    city = [notice(n, date(2021, 2, 1 + n)) for n in range(3)]
    unknown = notice(9, date(2021, 9, 9), None)
    assert [f.state for f in judged(compiled_of(TALKS, COUNTS), [UNIT, *city, unknown], END)] == [State.REACHED] * 3
    found = judged(compiled_of(TALKS, COUNTS), [UNIT, city[0], unknown], END)
    assert shown(found) == [
        (State.REACHED, 1, date(2021, 2, 1)),
        (State.UNDETERMINED, Interval(1, 2), date(2021, 9, 9)),
    ]
    assert found[-1].missing == ("notice n9: level",)


def test_a_third_reminder_unheeded_stays_though_the_matter_is_closed_later() -> None:
    days = [date(2021, 2, 1), date(2021, 3, 1), date(2021, 4, 1)]
    reminders = [reminder(n, day) for n, day in enumerate(days)]
    late = judged(compiled_of(REFERRAL, REMINDERS), [matter(closed=date(2021, 4, 2)), *reminders], END)
    assert shown(late)[-1] == (State.DUE_FOR, 3, days[2])
    closed_that_day = judged(compiled_of(REFERRAL, REMINDERS), [matter(closed=date(2021, 4, 1)), *reminders], END)
    assert shown(closed_that_day)[-1] == (State.REACHED, 2, days[1])


def test_without_the_consent_on_record_the_step_is_only_due() -> None:
    rows = [matter(), *(reminder(n, date(2021, 2, 1 + n)) for n in range(3))]
    consent: Row = ("consent", {"id": "c1", "matter": "m1", "date": date(2021, 5, 1), "about": "referral"})
    compiled = compiled_of(REFERRAL, REMINDERS)
    assert judged(compiled, rows, END)[-1].state is State.DUE_FOR
    assert judged(compiled, [*rows, consent], date(2021, 4, 30))[-1].state is State.DUE_FOR
    assert judged(compiled, [*rows, consent], END)[-1].state is State.REACHED
    unclear: Row = ("consent", {"id": "c1", "matter": "m1", "date": date(2021, 5, 1)})
    last = judged(compiled, [*rows, unclear], END)[-1]
    assert (last.state, last.value, last.missing) == (State.UNDETERMINED, Interval(2, 3), ("consent c1: about",))
    other: Row = ("consent", {"id": "c2", "matter": "m1", "date": date(2021, 5, 1), "about": "other"})
    assert judged(compiled, [*rows, other], END)[-1].state is State.DUE_FOR


TALKED = """
- {id: blacks, label: 黑榜, of: unit, count: list_notice, window: year}
- {id: agreed, label: 已同意, of: unit, any: consent, where: role == "mayor", via: unit, window: year}
"""
GUARDED = """
- kind: ladder
  id: guarded
  label: 逐级
  cite: {clause: 一, words: 1次、2次、3次、4次}
  of: unit
  window: year
  steps:
    - {step: notice, label: 提醒, when: blacks >= 1}
    - {step: talk, label: 约谈, when: blacks >= 2, consent: agreed}
    - {step: refer, label: 移送, when: blacks >= 3, after: talk}
    - {step: dismiss, label: 免职, when: blacks >= 4, after: refer}
"""
FEB, MARCH, MAY, JUNE, JULY = (date(2021, month, 10) for month in (2, 3, 5, 6, 7))


def guarded(as_of: date, agreed: date | None, *days: date, role: str | None = "mayor") -> list[Finding]:
    rows = [UNIT, *(notice(number, day) for number, day in enumerate(days))]
    if agreed is not None:
        rows.append(("consent", {"id": "c1", "unit": "u1", "date": agreed, "role": role}))
    return judged(compiled_of(GUARDED, TALKED), rows, as_of)


def since(finding: Finding) -> object:
    return dict(finding.detail).get("due_since")


def test_a_step_is_reached_once_its_consent_is_on_record() -> None:
    found = guarded(JULY, JUNE, FEB, MARCH)
    assert shown(found) == [(State.REACHED, 1, FEB), (State.REACHED, 2, JUNE)]
    assert [since(each) for each in found] == [None, MARCH]
    assert shown(guarded(MAY, JUNE, FEB, MARCH)) == [(State.REACHED, 1, FEB), (State.DUE_FOR, 2, MARCH)]
    before = guarded(JULY, date(2021, 3, 1), FEB, MARCH)
    assert [(each.day, since(each)) for each in before] == [(FEB, None), (MARCH, None)]


def test_the_step_below_one_that_awaits_its_consent_is_reached() -> None:
    assert shown(guarded(MAY, JUNE, MARCH, MARCH)) == [(State.REACHED, 1, MARCH), (State.DUE_FOR, 2, MARCH)]
    assert shown(guarded(JULY, JUNE, MARCH, MARCH)) == [(State.REACHED, 1, MARCH), (State.REACHED, 2, JUNE)]


def test_a_step_after_one_that_awaits_its_consent_is_out_of_order_until_that_is_given() -> None:
    first = (State.REACHED, 1, FEB)
    waiting = [first, (State.DUE_FOR, 2, MARCH), (State.BREACHED, 3, MAY)]
    for agreed in (JUNE, None):
        found = guarded(date(2021, 5, 31), agreed, FEB, MARCH, MAY)
        assert shown(found) == waiting
        assert dict(found[-1].detail)["awaited"] == dict(found[-1].detail)["out_of_order"] == "talk"
    given_ = guarded(END, JUNE, FEB, MARCH, MAY)
    assert shown(given_) == [first, (State.REACHED, 2, JUNE), (State.REACHED, 3, JUNE)]
    assert [since(each) for each in given_] == [None, MARCH, MAY]
    in_turn = guarded(END, JUNE, FEB, MARCH, JULY)
    assert shown(in_turn) == [first, (State.REACHED, 2, JUNE), (State.REACHED, 3, JULY)]


def test_what_comes_after_a_step_that_is_out_of_order_for_want_of_a_consent_is_so_too() -> None:
    four = (FEB, MARCH, MAY, date(2021, 5, 20))
    assert shown(guarded(date(2021, 5, 31), JUNE, *four))[2:] == [
        (State.BREACHED, 3, MAY),
        (State.BREACHED, 4, date(2021, 5, 20)),
    ]
    assert shown(guarded(END, JUNE, *four))[1:] == [(State.REACHED, step, JUNE) for step in (2, 3, 4)]


def test_where_the_consent_is_in_doubt_so_is_the_order() -> None:
    found = guarded(END, JUNE, FEB, MARCH, MAY, role=None)
    assert shown(found) == [
        (State.REACHED, 1, FEB),
        (State.UNDETERMINED, Interval(1, 2), MARCH),
        (State.UNDETERMINED, Interval(1, 3), MAY),
    ]
    assert found[1].missing == found[2].missing == ("consent c1: role",)


@pytest.mark.parametrize(
    ("asked", "days"),
    [("1", ["2月", "3月", "4月", "5月"]), ("2", []), ("3", ["6月", "7月"])],
)
def test_what_others_ask_of_a_ladder_goes_by_the_day_of_the_consent(asked: str, days: list[str]) -> None:
    months = f"""
- kind: outcome
  id: seen
  label: 各月所见
  cite: {{clause: 一, words: 原话}}
  unquoted: 试
  of: unit
  window: month
  when: step("guarded") == {asked}
  outcome: 有
""".replace("  of: unit", "  on: unit")
    ladder = GUARDED.replace("  window: year\n", "")
    rows = [UNIT, *(notice(number, day) for number, day in enumerate((FEB, MARCH, MAY)))]
    rows.append(("consent", {"id": "c1", "unit": "u1", "date": JUNE, "role": "mayor"}))
    found = judged(compiled_of(ladder + months, TALKED), rows, date(2021, 7, 31))
    assert [each.period.label.removeprefix("2021年") for each in found if each.period] == days


def test_an_unknown_guard_leaves_the_step_open_between_two() -> None:
    rows = [matter(sufficient_reason=None), *(reminder(n, date(2021, 2, 1 + n)) for n in range(3))]
    last = judged(compiled_of(REFERRAL, REMINDERS), rows, END)[-1]
    assert (last.state, last.value, last.missing) == (
        State.UNDETERMINED,
        Interval(2, 3),
        ("matter m1: sufficient_reason",),
    )


def test_it_matters_whether_the_ladder_applies_only_if_a_step_may_be_reached() -> None:
    rule = REFERRAL.replace("  of: matter\n", "  of: matter\n  when: fulfilled\n")
    compiled = compiled_of(rule, REMINDERS)
    assert judged(compiled, [matter()], END) == []
    found = judged(compiled, [matter(), reminder(1, date(2021, 2, 1))], END)
    assert [(f.state, f.value, f.missing) for f in found] == [
        (State.UNDETERMINED, Interval(0, 1), ("matter m1: fulfilled",))
    ]


def test_yellow_without_blue_is_reached_and_breaks_the_order() -> None:
    compiled = compiled_of(SLIPS, COLOURS)
    yellow = reminder(1, date(2021, 3, 1), colour="yellow")
    found = judged(compiled, [matter(), yellow], END)
    assert shown(found) == [(State.BREACHED, 2, date(2021, 3, 1))]
    assert ("out_of_order", "blue") in found[0].detail
    blue_first = judged(compiled, [matter(), reminder(2, date(2021, 2, 1), colour="blue"), yellow], END)
    assert [f.state for f in blue_first] == [State.REACHED, State.REACHED]
    blue_after = judged(compiled, [matter(), reminder(2, date(2021, 3, 2), colour="blue"), yellow], END)
    assert shown(blue_after) == [(State.BREACHED, 2, date(2021, 3, 1))]


def test_a_condition_on_what_happened_to_a_record_later_is_seen_as_it_was() -> None:
    facts = "- {id: unanswered, label: 未回复, of: matter, count: reminder, where: not known(answered)}"
    rule = SLIPS.split("  steps:", maxsplit=1)[0] + "  steps:\n    - {step: blue, label: 一, when: unanswered >= 1}\n"
    rule = rule.rstrip() + "\n    - {step: yellow, label: 二, when: unanswered >= 2, unquoted: 试}\n"
    answered = reminder(1, date(2021, 2, 1), answered=date(2021, 2, 5))
    compiled = compiled_of(rule.replace("words: 蓝色、黄色、红色", "words: 1、2"), facts)
    after = reminder(2, date(2021, 2, 6), answered=date(2021, 2, 7))
    assert shown(judged(compiled, [matter(), answered, after], END)) == [(State.REACHED, 1, date(2021, 2, 1))]
    assert shown(judged(compiled, [matter(), answered, reminder(2, date(2021, 2, 4))], END)) == [
        (State.REACHED, 1, date(2021, 2, 1)),
        (State.REACHED, 2, date(2021, 2, 4)),
    ]


def test_a_step_that_a_later_event_of_a_record_brings_is_reached_on_that_day() -> None:
    facts = "- {id: replies, label: 已回复, of: matter, any: reminder, where: known(answered)}"
    rule = SLIPS.split("    - ", maxsplit=1)[0] + "    - {step: replied, label: 已回复, when: replies}\n"
    rows = [matter(), reminder(1, date(2021, 2, 1), answered=date(2021, 2, 5)), reminder(2, date(2021, 3, 1))]
    found = judged(compiled_of(rule, facts), rows, END)
    assert shown(found) == [(State.REACHED, 1, date(2021, 2, 5))]


def test_the_explanation_is_of_the_day_the_step_was_reached() -> None:
    rows = [UNIT, *(notice(n, date(2021, 2, 1 + n)) for n in range(3))]
    pairs = explained(compiled_of(TALKS, COUNTS), rows, END)
    for finding, why in pairs:
        tried_steps = [part for part in why.parts if part.phrase.startswith("step-")]
        assert tried_steps[0].phrase == "step-reached"
        assert tried_steps[0].words["number"] == finding.value
        assert {part.phrase for part in tried_steps[1:]} <= {"step-passed"}
    assert phrases(pairs[1][1]).count("record") == 2  # told of the condition reached, and referred to in the next one


def test_what_cannot_be_bound_is_told() -> None:
    compiled, told = tried(SLIPS.replace("after: blue", "after: bleu"), COLOURS)
    assert compiled is None
    assert told == ["SR157 pack.yaml:18:56 “bleu”不是本档之前的一档（前面有：blue）"]
    assert tried(SLIPS.replace("step: yellow", "step: blue"), COLOURS)[1][0].startswith("SR303 pack.yaml:18:")


days = st.dates(date(2021, 1, 1), date(2022, 12, 31))
slips = st.tuples(days, st.sampled_from(["city", "provincial", None]))


def last_step(rows: list[Row]) -> tuple[int, int]:
    """The least and the most that the last step of 2021 can be."""
    found = [f for f in judged(compiled_of(TALKS, COUNTS), rows, END) if f.period and f.period.label == "2021年"]
    value = found[-1].value if found else 0
    return (int(value.low), int(value.high)) if isinstance(value, Interval) else (int(value or 0), int(value or 0))


@settings(max_examples=60, deadline=None)
@given(st.lists(slips, max_size=7), slips, st.integers())
def test_a_ladder_never_goes_down_and_the_order_of_records_does_not_matter(
    given_: list[tuple[date, str | None]], more: tuple[date, str | None], seed: int
) -> None:
    rows = [UNIT, *(notice(n, *slip) for n, slip in enumerate(given_))]
    less, most = last_step(rows), last_step([*rows, notice(99, *more)])
    assert most[0] >= less[0] and most[1] >= less[1]
    mixed = Random(seed).sample(rows, len(rows))
    assert judged(compiled_of(TALKS, COUNTS), mixed, END) == judged(compiled_of(TALKS, COUNTS), rows, END)


@settings(max_examples=60, deadline=None)
@given(st.lists(slips, max_size=7))
def test_the_history_says_what_asking_on_every_day_would(given_: list[tuple[date, str | None]]) -> None:
    rows = [UNIT, *(notice(n, *slip) for n, slip in enumerate(given_) if slip[0].year == 2021)]
    counts = {"city": 0, "provincial": 0, "maybe": 0}
    reached: dict[int, date] = {}
    day = date(2021, 1, 1)
    while day.year == 2021:
        for happened, level in given_:
            counts[level or "maybe"] += happened == day
        city, region = counts["city"], counts["provincial"]
        step = 3 if city >= 3 or region >= 2 else 2 if city >= 2 or region >= 1 else 1 if city else 0
        if step > max(reached, default=0):
            reached[step] = day
        day += timedelta(days=1)
    found = [f for f in judged(compiled_of(TALKS, COUNTS), rows, END) if f.state is State.REACHED]
    assert {f.value: f.day for f in found} == reached


OPEN = """
- {id: unanswered, label: 未回复, of: matter, count: reminder, where: not known(answered)}
- {id: sent, label: 已催办, of: matter, count: reminder}
- {id: latest, label: 最近催办事由, of: matter, last: reminder, take: cause}
- {id: pressing, label: 仍须催办, of: matter, value: unanswered > 0 and not known(closed), unquoted: 试验}
"""
PRESSED = """
- kind: ladder
  id: pressed
  label: 催办
  cite: {clause: 第十五条, words: 催办}
  unquoted: 试验
  of: matter
  steps:
    - {step: first, label: 一, when: pressing}
    - {step: second, label: 二, when: sent >= 2 and not known(closed)}
    - {step: third, label: 三, when: latest == "ignored" and unanswered >= 2}
"""
causes = st.sampled_from(["ignored", "passive"])
sent = st.tuples(st.integers(0, 40), st.none() | st.integers(0, 20), causes)


@settings(max_examples=60, deadline=None)
@given(st.lists(sent, max_size=5), st.none() | st.integers(0, 60), st.integers(0, 70))
def test_what_was_known_on_a_day_is_what_the_history_says_of_it(
    slips_: list[tuple[int, int | None, str]], closed: int | None, asked: int
) -> None:
    """Facts that go up and down, own dates and facts of facts: all as they stood."""
    begin = date(2021, 1, 1)

    def day(number: int | None) -> date | None:
        return None if number is None else begin + timedelta(days=number)

    rows = [matter(closed=day(closed))]
    for number, (at, after, cause) in enumerate(slips_):
        answered = day(None if after is None else at + after)
        rows.append(reminder(number, begin + timedelta(days=at), answered=answered, cause=cause))
    compiled, as_of = compiled_of(PRESSED, OPEN), begin + timedelta(days=asked)
    whole = [(f.value, f.day) for f in judged(compiled, rows, END) if f.day and f.day <= as_of]
    assert whole == [(f.value, f.day) for f in judged(compiled, rows, as_of)]
