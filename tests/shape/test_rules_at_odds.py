"""Rules that say the same twice, give one record two due days, or cannot both be met; what may well be meant is not."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

ASKED = ("SR381", "SR382", "SR383")
LIMIT = """\
  - kind: time_limit
    id: {id}
    label: 办结{id}
    cite: {{clause: 三, words: {words}}}
    unquoted: 试验
    on: {on}
{more}    start: {start}
    done: {done}
    cases: [{cases}]
"""
REQUIREMENT = """\
  - kind: requirement
    id: {id}
    label: 要求{id}
    cite: {{clause: 四, words: {words}}}
    unquoted: 试验
    on: {on}
{more}    {require}
"""
POINTS = """\
  - kind: points
    id: {id}
    label: 扣分{id}
    cite: {{clause: 四, words: 每次扣1分}}
    window: year
    count: reminder
    each: {each}
    effect: deduct
"""
READINGS = "readings:\n  - {id: how, words: 原话, options: {short: 五日, long: 十日}, taken: short}\n"


def limit(id_: str = "a", cases: str = "{within: 20 days}", **keys: str) -> str:
    usual = {"words": "原话", "on": "meeting_item", "start": "date", "done": "closed", "more": ""}
    return LIMIT.format(id=id_, cases=cases, **{**usual, **keys})


def requirement(id_: str, require: str, **keys: str) -> str:
    usual = {"words": "原话", "on": "extension", "more": ""}
    return REQUIREMENT.format(id=id_, require=require, **{**usual, **keys})


def found(*rules: str, before: str = "") -> list[tuple[str, str]]:
    return [(code, message) for code, message in told(f"{before}rules:\n{''.join(rules)}") if code in ASKED]


@pytest.mark.parametrize(
    "rules",
    [
        (limit(), limit("b")),
        (limit(), limit("b", words="别处的原话", more="    note: 说明\n")),
        (limit(), limit("b", cases="{within: 20 days, label: 一般的}")),
        (POINTS.format(id="a", each=1), POINTS.format(id="b", each=1)),
        (requirement("a", "require: granted"), requirement("b", "require: granted")),
    ],
)
def test_the_same_under_two_ids(rules: tuple[str, ...]) -> None:
    assert [code for code, _ in found(*rules)] == ["SR381"]
    assert found(*rules)[0][1].startswith("和第8行的 a 除了名称、依据以外一样")


@pytest.mark.parametrize(
    "rules",
    [
        (POINTS.format(id="a", each=1), POINTS.format(id="b", each=2)),
        (limit(), limit("b", on="instruction")),
        (limit(), limit("b", done="replied")),
        (requirement("a", "require: granted"), requirement("b", "require: granted", more="    severity: warning\n")),
    ],
)
def test_what_differs_is_not_the_same(rules: tuple[str, ...]) -> None:
    assert found(*rules) == []


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("{within: 20 days}", "{within: 15 days}", "，那里是 20 days，这里是 15 days"),
        ("{within: 20 days}", '{due: "date(2022, 6, 30)"}', "，那里是 20 days，这里是 date(2022, 6, 30)"),
        (
            "{when: joint, within: 20 days}, {within: 10 days}",
            "{within: 10 days}",
            "：joint 是 true 的，那里是 20 days，这里是 10 days",
        ),
        (
            "{when: joint, within: 20 days}, {within: 10 days}",
            "{when: needs_policy, within: 30 days}, {within: 10 days}",
            "：joint 是 true、needs_policy 是 true 的，那里是 20 days，这里是 30 days",
        ),
    ],
)
def test_two_lengths_for_one_thing(one: str, other: str, how: str) -> None:
    rules = limit(cases=one), limit("b", cases=other)
    assert found(*rules) == [("SR382", f"和第8行的 a 从同一天算到同一件事，期限却不同{how}")]
    rules = (
        limit(cases=one, more="    when: known(received)\n"),
        limit("b", other, more="    when: known( received )\n"),
    )
    assert [code for code, _ in found(*rules)] == ["SR382"]


@pytest.mark.parametrize(
    "other",
    [
        {"more": "    severity: warning\n"},
        {"more": "    when: joint\n"},
        {"done": "replied"},
        {"start": "received"},
        {"on": "instruction"},
        {"words": "原则上15日内"},
        {"words": "法律法规另有规定的从其规定"},
    ],
)
def test_lengths_that_may_be_beside_each_other(other: dict[str, str]) -> None:
    assert found(limit(), limit("b", "{within: 15 days}", **other)) == []


@pytest.mark.parametrize(
    "cases",
    [
        "{within: {by_reading: how, short: 5 days, long: 10 days}}",
        "{within: {by_date: {2020-01-01: 5 days, 2021-01-01: 9 days}}}",
    ],
)
def test_lengths_by_option_or_over_time(cases: str) -> None:
    assert found(limit(), limit("b", cases), before=READINGS) == []


def test_each_rule_is_told_once() -> None:
    rules = [limit(f"l{days}", f"{{within: {days} days}}") for days in range(1, 6)]
    assert [code for code, _ in found(*rules)] == ["SR382"] * 4


@pytest.mark.parametrize(
    ("one", "other", "example"),
    [
        ("require: granted", "require: not granted", "granted 是 true 的，"),
        ("require: known(approved)", "require: not known(approved)", "approved 有记载 的，"),
        (
            "items: [{label: 一, require: granted}]",
            "items: [{label: 二, require: not granted}]",
            "granted 是 true 的，",
        ),
        ('require: late("l")', 'require: not late("l")', 'late("l") 是 true 的，'),
    ],
)
def test_requirements_that_exclude_each_other(one: str, other: str, example: str) -> None:
    on = "meeting_item" if "late" in one else "extension"
    rules = requirement("a", one, on=on), requirement("b", other, on=on)
    told = found(*rules, limit("l"))
    assert told == [("SR383", f"和第8行的 a 没有一件能都符合：{example}符合那一条就违反这一条")]


@pytest.mark.parametrize(
    ("other", "keys"),
    [
        ("require: granted or known(approved)", {}),
        ("require: not granted", {"more": "    when: not granted\n"}),
        ("require: not granted", {"more": "    severity: warning\n"}),
        ("require: not granted", {"words": "紧急的除外"}),
        ("require: not granted", {"more": "    window: year\n"}),
    ],
)
def test_requirements_that_may_both_be_met(other: str, keys: dict[str, str]) -> None:
    mine = {"more": "    when: granted\n"} if "when" in keys.get("more", "") else {}
    assert found(requirement("a", "require: granted", **mine), requirement("b", other, **keys)) == []
