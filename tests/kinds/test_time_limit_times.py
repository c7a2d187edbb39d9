"""Limits that are multiplied: halved for what is asked again, shortened by a third. Counted by hand.

From Monday 2021-07-05 the working days are 6 (1), 7 (2), 8 (3), 9 (4), 12 (5), 13 (6), 14 (7), 15 (8), 16 (9), 19 (10).
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from clock_pack import loaded, text_of_pack
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules import evaluate, text_of
from supervision_rules.findings import Finding, State

END = date(2021, 12, 31)
HEAD = """
    - kind: time_limit
      id: reply
      label: 批示回复
      cite: {clause: 三, words: "WORDS"}
      on: instruction
      start: received
      done: replied
      cases:
        - {within: LIMIT}
      TIMES
"""
WORDS = (
    "5个工作日、1个工作日、10个工作日、15日、3个月内，会同的减半、缩短三分之一、加倍，不足1日按1日计，延长不超过一半"
)
HALVED = "times: 0.5 if joint else 1\n      round: up"


def day(text: str) -> date:
    return date.fromisoformat(f"2021-{text}")


def rule(times: str, limit: str = "5 workdays") -> str:
    return HEAD.replace("WORDS", WORDS).replace("LIMIT", limit).replace("TIMES", times)


def one(text: str, *others: tuple[str, dict[str, object]], as_of: date = END, **facts: object) -> Finding:
    plain = {"id": "m1", "kind": "instruction", "date": day("07-05"), "received": day("07-05"), "joint": True}
    (finding,) = judged(compiled_of(text), [("matter", {**plain, **facts}), *others], as_of)
    return finding


@pytest.mark.parametrize(
    ("times", "limit", "due"),
    [
        ("times: 0.5\n      round: up", "5 workdays", "07-08"),
        ("times: 0.5\n      round: down", "5 workdays", "07-07"),
        ("times: 0.5\n      round: half_up", "5 workdays", "07-08"),
        ("times: 0.5\n      round: up", "1 workday", "07-06"),
        # down to nothing is the same day
        ("times: 0.5\n      round: down", "1 workday", "07-05"),
        ("times: 0.5", "10 workdays", "07-12"),
        # exact: ten days, not a little more
        ("times: 1 - 1/3", "15 days", "07-15"),
        ("times: 1 - 1/3\n      round: up", "15 days", "07-15"),
        ("times: 2", "5 workdays", "07-19"),
        ("times: 0.5", "same day", "07-05"),
    ],
)
def test_the_due_day(times: str, limit: str, due: str) -> None:
    assert one(rule(times, limit)).day == day(due)


@pytest.mark.parametrize(
    ("joint", "replied", "state", "late"),
    [
        (True, "07-08", State.ON_TIME, 0),
        (True, "07-09", State.LATE, 1),
        (False, "07-12", State.ON_TIME, 0),
        (False, "07-13", State.LATE, 1),
    ],
)
def test_the_factor_goes_by_the_record(joint: bool, replied: str, state: State, late: int) -> None:
    finding = one(rule(HALVED), joint=joint, replied=day(replied))
    assert (finding.state, finding.value) == (state, late)
    assert dict(finding.detail).get("workdays_late") == (1 if late else None)


@pytest.mark.parametrize(
    ("replied", "state"),
    [("07-08", State.ON_TIME), ("07-09", State.UNDETERMINED), ("07-13", State.UNDETERMINED)],
)
def test_an_unknown_factor(replied: str, state: State) -> None:
    """Due on the 8th or on the 12th: in time by both is in time; the day itself is not known."""
    finding = one(rule(HALVED), joint=None, replied=day(replied))
    assert (finding.state, finding.day) == (state, None)
    assert finding.missing == ("matter m1: joint",)


def test_an_unknown_factor_that_changes_nothing() -> None:
    finding = one(rule(HALVED, "1 workday"), joint=None, replied=day("07-07"))
    assert (finding.state, finding.day, finding.value) == (State.LATE, day("07-06"), 1)


@pytest.mark.parametrize(("ordinary", "state"), [(True, State.LATE), (None, State.UNDETERMINED)])
def test_only_the_branches_in_doubt_may_be(ordinary: bool | None, state: State) -> None:
    text = rule("times: 0.5 if ordinary else 2 if joint else 1\n      round: up")
    finding = one(text, joint=None, ordinary=ordinary, replied=day("07-09"))
    assert finding.state is state
    assert finding.missing == (() if ordinary else ("matter m1: ordinary",))


def test_a_factor_below_zero_is_told() -> None:
    """No limit counts less than nothing."""
    fact = "- {id: asked, label: 延期几次, of: matter, count: extension}"
    text = rule("times: 1 - 2 * asked\n      round: up").replace("一半", "一半，2倍")
    request = ("extension", {"id": "e1", "matter": "m1", "date": day("07-06"), "granted": True})
    plain = {"id": "m1", "kind": "instruction", "date": day("07-05"), "received": day("07-05")}
    (finding,) = judged(compiled_of(text, fact), [("matter", plain), request], END)
    assert (finding.state, finding.detail, finding.missing) == (State.UNDETERMINED, (("times", -1),), ())


def test_a_number_of_which_two_ends_are_known() -> None:
    """One request was granted for sure, a second perhaps: 5 or 10 working days."""
    fact = "- {id: requests, label: 批准几次, of: matter, count: extension, where: granted}"
    text = rule("times: requests\n      round: up")
    requests = [
        ("extension", {"id": f"e{number}", "matter": "m1", "date": day("07-06"), "granted": granted})
        for number, granted in enumerate((True, None))
    ]
    plain = {"id": "m1", "kind": "instruction", "date": day("07-05"), "received": day("07-05")}

    def state(replied: str) -> State:
        rows = [("matter", {**plain, "replied": day(replied)}), *requests]
        (finding,) = judged(compiled_of(text, fact), rows, END)
        return finding.state

    assert [state(each) for each in ("07-12", "07-13", "07-19")] == [
        State.ON_TIME,
        State.UNDETERMINED,
        State.UNDETERMINED,
    ]


def test_a_stated_due_day_is_not_multiplied() -> None:
    stated = "{when: known(set_date), due: set_date}\n        - {within: 5 workdays}"
    text = rule(HALVED).replace("{within: 5 workdays}", stated)
    assert one(text, set_date=day("07-30")).day == day("07-30")
    assert one(text, set_date=day("07-30"), joint=None).day == day("07-30")
    assert one(text).day == day("07-08")


def test_stops_and_extensions_go_by_the_multiplied_limit() -> None:
    text = rule(
        "times: 0.5\n      stops: {count: pause, until: resumed}\n"
        "      extended: {count: extension, where: granted, to: new_date, up_to: {share: 0.5, round: up}}",
        "10 workdays",
    )
    pause = ("pause", {"id": "p1", "matter": "m1", "date": day("07-07"), "resumed": day("07-08")})
    assert one(text, pause).day == day("07-13")
    new = {"new_date": day("08-31"), "granted": True}
    request = ("extension", {"id": "e1", "matter": "m1", "date": day("07-12"), **new})
    assert one(text, request).day == day("07-15")


def test_what_is_said() -> None:
    plain = {"id": "m1", "kind": "instruction", "date": day("07-05"), "received": day("07-05"), "joint": True}
    ((_, why),) = explained(compiled_of(rule(HALVED)), [("matter", plain)], END)
    (scaled,) = [each for each in why.parts if each.phrase == "limit-scaled"]
    assert (scaled.words["limit"], scaled.words["length"]) == ("5 workday", "3 workday")
    assert [each.words["limit"] for each in why.parts if each.phrase == "limit"] == ["3 workday"]
    ((_, doubtful),) = explained(compiled_of(rule(HALVED)), [("matter", {**plain, "joint": None})], END)
    assert "limit-scaled" in phrases(doubtful) and "limit" not in phrases(doubtful)


@pytest.mark.parametrize(
    ("times", "limit", "told"),
    [
        ("times: 0.5", "5 workdays", "SR348 pack.yaml:16:12 乘出来可能不是整日，没有写怎样取整"),
        ("times: 0.5 if joint else 1", "5 workdays", "SR348 pack.yaml:16:12 乘出来可能不是整日，没有写怎样取整"),
        ("times: 0.5 if joint else 1", "10 workdays", None),
        ("times: returned / 2", "10 workdays", "SR218 pack.yaml:16:12 没有叫 returned 的字段或事实"),
        ("times: 0.5\n      round: up", "3 months", "SR350 pack.yaml:16:12 第1种情形的期限按月、按年计，不能乘几倍"),
        ("times: 0.7\n      round: up", "5 workdays", "SR310"),
        ("times: 0", "5 workdays", "SR114 pack.yaml:16:12 这里的数要 > 0，写的是 0"),
        ("round: up", "5 workdays", "SR161"),
        ("times: joint", "5 workdays", "SR232"),
        ("times: 0.5\n      extended: {count: extension, to: new_date, up_to: {share: 0.5}}", "10 workdays", "SR348"),
        ("times: 0.5\n      extended: {count: extension, to: new_date, up_to: {share: 1}}", "10 workdays", None),
    ],
)
def test_what_check_says(times: str, limit: str, told: str | None) -> None:
    _, messages = tried(rule(times, limit))
    assert len(messages) == (told is not None), messages
    assert all(message.startswith(told or "") for message in messages), messages


def test_a_factor_of_stated_due_days_is_told() -> None:
    text = rule("times: 0.5").replace("within: 5 workdays", "due: set_date")
    assert tried(text)[1] == ["SR341 pack.yaml:16:12 倍数不起作用：各种情形的到期日都是写明的，没有要数的日子"]


@pytest.mark.parametrize(
    ("limit", "times", "due", "said"),
    [
        ("2 hours", "times: 0.5", "2021-07-05 11:00", "2小时 × 0.5，计1小时"),
        ("1 hour", "times: 0.5", "2021-07-05 10:30", "1小时 × 0.5，计30分钟"),
        ("1 hour", "times: 0.5\nround: up", "2021-07-05 11:00", "1小时 × 0.5，计1小时"),
        ("15 minutes", "times: 0.5\nround: down", "2021-07-05 10:07", "15分钟 × 0.5，计7分钟"),
        ("3 office hours", "times: 0.5", "2021-07-05 11:30", "3个办公小时 × 0.5，计1.5个办公小时"),
        ("4 office hours", "times: 1 - 1/3", "2021-07-05 15:10", "4个办公小时 × 约0.6667，计2.6667个办公小时"),
    ],
)
def test_limits_in_hours(tmp_path: Path, limit: str, times: str, due: str, said: str) -> None:
    words = "2小时、1小时、15分钟、3个办公小时、4个办公小时内，减半、缩短三分之一"
    policy = loaded(tmp_path, text_of_pack(words, f"within: {limit}", more=times))
    received = datetime.fromisoformat("2021-07-05 10:00")
    matter = policy.models["matter"](id="m1", kind="instruction", date=day("07-05"), received_at=received)
    result = evaluate(policy, [matter], as_of=END)
    (finding,) = result.findings
    assert str(dict(finding.detail)["due_at"]) == due
    assert said in text_of(result, result.explain(finding))
