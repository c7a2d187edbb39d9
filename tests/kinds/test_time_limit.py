"""Time limits: the due day by case, how late, what is open, what is in doubt, and why. Days counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, phrases

from supervision_rules import evaluate, load_pack
from supervision_rules.findings import Finding, State

# From Tuesday 2021-09-28: 09-29 (1), 09-30 (2), holidays to 10-07, 10-08 (3), Saturday 10-09 worked (4), 10-11 (5).
RULES = """
    - kind: time_limit
      id: reply
      label: 批示回复
      cite: {clause: 三, words: [5个工作日内, 7个工作日内, 30日内]}
      on: instruction
      when: level != "national"
      start: received
      done: replied
      cases:
        - {when: known(assigned), due: assigned, words: 按指定时间}
        - {when: joint, within: 7 workdays, words: 7个工作日内}
        - {when: needs_policy, within: 30 days, words: 30日内}
        - {when: own_remit and ordinary, within: same day, words: 即收即办}
        - {within: 5 workdays, words: 5个工作日内}
"""
PLAIN: dict[str, object] = {
    "id": "m1", "kind": "instruction", "date": date(2021, 9, 27), "received": date(2021, 9, 28), "level": "city",
    "joint": False, "needs_policy": False, "own_remit": False, "ordinary": False,
}  # fmt: skip


def judge(as_of: date = date(2021, 12, 31), **facts: object) -> list[Finding]:
    return judged(compiled_of(RULES), [("matter", {**PLAIN, **facts})], as_of)


def one(as_of: date = date(2021, 12, 31), **facts: object) -> Finding:
    (finding,) = judge(as_of, **facts)
    return finding


@pytest.mark.parametrize(
    ("facts", "case", "due"),
    [
        ({}, 4, date(2021, 10, 11)),
        ({"own_remit": True, "ordinary": True}, 3, date(2021, 9, 28)),
        ({"needs_policy": True}, 2, date(2021, 10, 28)),
        ({"joint": True, "needs_policy": True}, 1, date(2021, 10, 13)),
        ({"assigned": date(2021, 10, 2), "joint": True}, 0, date(2021, 10, 2)),
    ],
)
def test_the_first_case_that_holds_gives_the_due_day(facts: dict[str, object], case: int, due: date) -> None:
    finding = one(**facts)
    assert (finding.case, finding.day) == (case, due)


@pytest.mark.parametrize(
    ("replied", "state", "days", "workdays"),
    [
        (date(2021, 10, 11), State.ON_TIME, 0, None),
        (date(2021, 10, 12), State.LATE, 1, 1),
        (date(2021, 10, 18), State.LATE, 7, 5),
    ],
)
def test_how_late_it_was_done(replied: date, state: State, days: int, workdays: int | None) -> None:
    finding = one(replied=replied)
    assert (finding.state, finding.value, dict(finding.detail).get("workdays_late")) == (state, days, workdays)


@pytest.mark.parametrize(
    ("as_of", "state", "days"),
    [
        (date(2021, 9, 29), State.ON_COURSE, 0),
        (date(2021, 9, 30), State.DUE_SOON, 0),
        (date(2021, 10, 11), State.DUE_SOON, 0),
        (date(2021, 10, 12), State.OVERDUE, 1),
    ],
)
def test_an_open_matter(as_of: date, state: State, days: int) -> None:
    finding = one(as_of)
    assert (finding.state, finding.value) == (state, days)


def test_a_reply_after_the_day_asked_has_not_happened() -> None:
    assert one(date(2021, 10, 12), replied=date(2021, 10, 13)).state is State.OVERDUE


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"joint": None}, "matter m1: joint"),
        ({"received": None}, "matter m1: received"),
        ({"level": None}, "matter m1: level"),
    ],
)
def test_what_is_missing_is_named_and_nothing_guessed(facts: dict[str, object], missing: str) -> None:
    finding = one(**facts)
    assert (finding.state, finding.missing) == (State.UNDETERMINED, (missing,))


def test_what_the_rule_is_not_about_has_no_finding() -> None:
    assert judge(level="national") == []


def test_no_case_is_undetermined() -> None:
    rules = RULES[: RULES.index("        - {within: 5 workdays")]
    (finding,) = judged(compiled_of(rules), [("matter", PLAIN)], date(2021, 12, 31))
    assert (finding.state, finding.detail) == (State.UNDETERMINED, (("no_case", True),))


def test_days_that_no_notice_has_fixed_make_it_provisional() -> None:
    finding = one(date(2029, 12, 31), received=date(2029, 9, 28), date=date(2029, 9, 27))
    assert finding.provisional == date(2029, 9, 29)
    assert one().provisional is None


def test_outside_the_calendar_nothing_is_guessed() -> None:
    finding = one(received=date(1990, 1, 2), date=date(1990, 1, 1))
    assert finding.state is State.UNDETERMINED and "out_of_calendar" in dict(finding.detail)


def test_the_explanation_tells_the_cases_the_start_and_the_days() -> None:
    ((finding, tree),) = explained(compiled_of(RULES), [("matter", PLAIN)], date(2021, 12, 31))
    assert finding.state is State.OVERDUE
    assert [part.phrase for part in tree.parts] == [
        "cites", "applies", *["case-passed"] * 4, "case-matched", "start", "limit", "done", "late-workdays",
    ]  # fmt: skip
    assert phrases(tree.parts[-3]).count("stretch") == 6


def test_a_day_asked_beyond_the_calendar_counts_calendar_days_alone() -> None:
    pack = load_pack("liuzhou")
    matter = pack.models["matter"](
        id="m1",
        kind="instruction",
        level="city",
        date=date(2021, 9, 27),
        received=date(2021, 9, 28),
        needs_policy=False,
        needs_investigation=False,
        joint=True,
    )
    found = {finding.rule.id: finding for finding in evaluate(pack, [matter], as_of=date(2040, 1, 1)).findings}
    reply = found["instruction-reply"]
    assert (reply.state, reply.day, dict(reply.detail).keys()) == (
        State.OVERDUE,
        date(2021, 10, 13),
        {"out_of_calendar"},
    )


@pytest.mark.parametrize(
    ("due", "days"),
    [
        # 22, 23, 24, Sunday 26 worked, 27
        ("add_workdays(received, -5)", [("2021-09-21", "2021-09-27")]),
        ("next_workday(received)", [("2021-09-27", "2021-09-28")]),
        ("previous_workday(add_days(received, 7))", [("2021-09-29", "2021-10-05")]),
        (
            "max(add_workdays(received, 1), next_workday(date))",
            [("2021-09-28", "2021-09-29"), ("2021-09-26", "2021-09-27")],
        ),
        ("received", []),
    ],
)
def test_the_days_that_an_expression_counts_are_listed(due: str, days: list[tuple[str, str]]) -> None:
    rule = f"""
    - kind: time_limit
      id: agenda
      label: 会前
      cite: {{clause: 一, words: 会前5个工作日，会后1个工作日、7日}}
      on: instruction
      start: date
      done: replied
      cases: [{{due: '{due}'}}]
"""
    row = {"id": "m1", "kind": "instruction", "date": date(2021, 9, 27), "received": date(2021, 9, 28)}
    ((_, why),) = explained(compiled_of(rule), [("matter", row)], date(2021, 12, 31))
    (stated,) = (part for part in why.parts if part.phrase == "due-date")
    shown = [(str(each.words["start"]), str(each.words["end"])) for each in stated.parts if each.phrase == "days"]
    assert shown == days
