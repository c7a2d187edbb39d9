"""How much longer an extension may make a limit: differently by its order, and by a share of the limit itself.

From Monday 2021-07-05 the 10th working day is 19 July; then 26 July (5 more), 29 July (3), 3 August (3).
"""

from __future__ import annotations

from datetime import date, datetime

import pytest
from clock_pack import loaded, text_of_pack
from one_rule import compiled_of, explained, judged, phrases, tried

from supervision_rules import evaluate
from supervision_rules.expressions import Interval
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
      extended: {count: extension, where: granted, EXTENDED}
"""
Rows = list[tuple[str, dict[str, object]]]


def day(text: str) -> date:
    return date.fromisoformat(f"2021-{text}")


def rule(extended: str, words: str = "延长", limit: str = "10 workdays") -> str:
    said = f"10个工作日、1个月、1年、15日、9个工作日、7个工作日内，{words}"
    return HEAD.replace("WORDS", said).replace("LIMIT", limit).replace("EXTENDED", extended)


def rows(*extensions: tuple[str, str | None], **facts: object) -> Rows:
    matter = {"id": "m1", "kind": "instruction", "date": day("07-05"), "received": day("07-05"), **facts}
    records: Rows = [("matter", matter)]
    for number, (asked, until) in enumerate(extensions, 1):
        new = {"new_date": None if until is None else day(until)}
        record = {"id": f"e{number}", "matter": "m1", "date": day(asked), "granted": True, **new}
        records.append(("extension", record))
    return records


def one(text: str, *extensions: tuple[str, str | None], **facts: object) -> Finding:
    (finding,) = judged(compiled_of(text), rows(*extensions, **facts), END)
    return finding


def due_days(finding: Finding) -> list[str]:
    found = dict(finding.detail).get("due_days", ())
    assert isinstance(found, tuple)
    return [each.isoformat()[5:] for each in found]


BY_ORDER = rule("to: new_date, each_up_to: [5 workdays, 3 workdays]", "第一次不超过5个工作日，第二次不超过3个工作日")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        # the first: up to five working days
        ([("07-19", "07-25")], ["07-19", "07-25"]),
        ([("07-19", "07-26")], ["07-19", "07-26"]),
        ([("07-19", "07-27")], ["07-19", "07-26"]),
        # the second: up to three from where the first led
        ([("07-19", "07-26"), ("07-26", "07-29")], ["07-19", "07-26", "07-29"]),
        ([("07-19", "07-26"), ("07-26", "07-30")], ["07-19", "07-26", "07-29"]),
        ([("07-19", "07-20"), ("07-20", "07-30")], ["07-19", "07-20", "07-23"]),
        # the last one written goes for every other
        ([("07-19", "07-26"), ("07-26", "07-29"), ("07-29", "08-31")], ["07-19", "07-26", "07-29", "08-03"]),
        # one that does not count is none in the order
        ([("07-19", "07-26"), ("07-28", "08-10"), ("07-29", "08-10")], ["07-19", "07-26"]),
    ],
)
def test_the_most_goes_by_the_order_of_those_that_count(asked: list[tuple[str, str]], expected: list[str]) -> None:
    assert due_days(one(BY_ORDER, *asked)) == expected


@pytest.mark.parametrize(
    ("limit", "most", "first", "latest"),
    [
        ("10 workdays", "{share: 0.5}", "07-19", "07-26"),
        ("10 workdays", "{share: 1}", "07-19", "08-02"),
        ("9 workdays", "{share: 1/3}", "07-16", "07-21"),
        ("9 workdays", "{share: 0.5, round: down}", "07-16", "07-22"),
        ("9 workdays", "{share: 0.5, round: up}", "07-16", "07-23"),
        ("7 workdays", "{share: 0.5, round: half_up}", "07-14", "07-20"),
        ("15 days", "{share: 1/3}", "07-20", "07-25"),
        ("1 month", "{share: 1}", "08-05", "09-05"),
        ("1 year", "{share: 0.5}", "2022-07-05", "2023-01-05"),
    ],
)
def test_a_share_of_the_limit(limit: str, most: str, first: str, latest: str) -> None:
    text = rule(f"to: new_date, up_to: {most}", "不超过原时限的一半，三分之一", limit)
    records = rows(("07-06", None))
    records[1][1]["new_date"] = date(2024, 1, 1)
    (finding,) = judged(compiled_of(text), records, END)
    wanted = tuple(each if len(each) > 5 else f"2021-{each}" for each in (first, latest))
    assert tuple(map(str, dict(finding.detail)["due_days"])) == wanted  # type: ignore[call-overload]


def test_a_share_each_time() -> None:
    text = rule("to: new_date, each_up_to: [{share: 0.5}, 1 workday]", "首次不超过原时限的一半，以后每次1个工作日")
    assert due_days(one(text, ("07-19", "12-01"), ("07-26", "12-01"))) == ["07-19", "07-26", "07-27"]


def test_a_share_that_goes_by_the_matter() -> None:
    text = rule("to: new_date, up_to: {share: 0.5 if joint else 1}", "会同办理的不超过一半，其余不超过原时限")
    assert due_days(one(text, ("07-19", "12-01"), joint=True)) == ["07-19", "07-26"]
    assert due_days(one(text, ("07-19", "12-01"), joint=False)) == ["07-19", "08-02"]
    found = {each: one(text, ("07-19", "12-01"), replied=day(each)) for each in ("07-26", "07-27", "08-02", "08-03")}
    states = [State.ON_TIME, State.UNDETERMINED, State.UNDETERMINED, State.LATE]
    assert [each.state for each in found.values()] == states
    assert {each.missing for each in found.values()} == {("matter m1: joint",)}
    assert (found["08-03"].day, found["08-03"].value) == (None, Interval(1, 8))
    assert one(text, ("07-19", "12-01"), replied=day("07-19")).state is State.ON_TIME


def test_what_is_said_of_a_share() -> None:
    text = rule("to: new_date, up_to: {share: 0.5, round: up}", "不超过原时限的一半", "9 workdays")
    ((_, why),) = explained(compiled_of(text), rows(("07-06", "12-01")), END)
    (capped,) = [each for each in why.parts if each.phrase == "extension-capped"]
    (scaled,) = [each for each in capped.parts if each.phrase == "limit-scaled"]
    assert (scaled.words["limit"], scaled.words["length"]) == ("9 workday", "5 workday")
    assert "extension-capped" in phrases(why)


HALF = "不超过原时限的一半"


@pytest.mark.parametrize(
    ("extended", "limit", "told"),
    [
        ("up_to: {share: 0.5}", "9 workdays", ["SR348 pack.yaml:16:71 乘出来可能不是整日，没有写怎样取整"]),
        ("up_to: {share: 0.5, round: down}", "9 workdays", []),
        ("up_to: {share: 0.5}", "10 workdays", []),
        (
            "up_to: {share: 0.5 if joint else 1}",
            "9 workdays",
            ["SR348 pack.yaml:16:71 乘出来可能不是整日，没有写怎样取整"],
        ),
        ("up_to: {share: 0.6}", "10 workdays", ["SR310 pack.yaml:16:79 数字 0.6 "]),
        ("each_up_to: [3 workdays, {share: 0.5}]", "9 workdays", ["SR310", "SR348"]),
        ("each_up_to: []", "10 workdays", ["SR118"]),
        ("each_up_to: 5", "10 workdays", ["SR152"]),
        ("each_up_to: [10 workdays, 五日]", "10 workdays", ["SR152"]),
        ("each_up_to: {share: 0}", "10 workdays", ["SR114"]),
        ("each_up_to: {shares: 0.5}", "10 workdays", ["SR103"]),
        (
            "up_to: [5 workdays]",
            "10 workdays",
            ["SR152 pack.yaml:16:71 “[5 workdays]”不是期限：期限要写明数和单位（是否想写 5 workdays？）"],
        ),
        (
            "up_to: [5 workdays, {share: 1}]",
            "10 workdays",
            ["SR152 pack.yaml:16:71 “[5 workdays, {share: 1}]”不是期限：期限要写明数和单位"],
        ),
        ("up_to: true", "10 workdays", ["SR152 pack.yaml:16:71 “true”不是期限：期限要写明数和单位"]),
    ],
)
def test_what_check_says(extended: str, limit: str, told: list[str]) -> None:
    _, messages = tried(rule(f"to: new_date, {extended}", HALF, limit))
    assert len(messages) == len(told), messages
    assert all(message.startswith(start) for message, start in zip(messages, told, strict=True)), messages


def test_a_stated_due_day_has_no_share() -> None:
    text = rule("to: new_date, up_to: {share: 0.5}", HALF).replace("within: 10 workdays", "due: set_date")
    assert tried(text)[1] == ["SR349 pack.yaml:16:79 第1种情形写的是到期日，没有原时限可以按比例算"]


@pytest.mark.parametrize(
    ("limit", "most", "due"),
    [
        ("4 office hours", "{share: 0.5}", "2021-07-06 10:00"),
        ("3 office hours", "{share: 0.5}", "2021-07-05 17:00"),
        ("3 office hours", "{share: 0.5, round: down}", "2021-07-05 16:30"),
        ("3 office hours", "{share: 0.5, round: up}", "2021-07-05 17:30"),
        ("1 hour", "{share: 1/3}", "2021-07-05 11:20"),
    ],
)
def test_a_share_of_a_limit_in_hours(tmp_path: object, limit: str, most: str, due: str) -> None:
    """Received at 10:00. Hours are cut to the second where no rounding is said."""
    asked, until = (f"{{type: moment, label: {label}, label_en: {label}}}" for label in ("申请时刻", "延至时刻"))
    moments = f"extension: {{fields: {{asked_at: {asked}, until_at: {until}}}}}\n"
    text = text_of_pack(
        "4个办公小时、3个办公小时、1小时内，不超过原时限的一半、三分之一",
        f"within: {limit}",
        types=moments,
        more=f"extended: {{count: extension, asked: asked_at, to: until_at, up_to: {most}}}",
    )
    policy = loaded(tmp_path, text)  # type: ignore[arg-type]
    facts = {
        "id": "m1",
        "kind": "instruction",
        "date": day("07-05"),
        "received_at": datetime.fromisoformat("2021-07-05 10:00"),
    }
    matter = policy.models["matter"](**facts)
    new = {"asked_at": facts["received_at"], "until_at": datetime.fromisoformat("2021-07-30 10:00")}
    request = policy.models["extension"](id="e1", matter="m1", date=day("07-05"), granted=True, **new)
    (finding,) = evaluate(policy, [matter, request], as_of=END).findings
    assert str(dict(finding.detail)["due_at"]) == due
