"""A quotient that is missing where its divisor is zero: it is in no mean, and a rule that needs it is undetermined."""

from __future__ import annotations

from datetime import date

import pytest
from one_rule import compiled_of, explained, judged, tried

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding, State

END = date(2021, 12, 31)
FACTS = """
- {id: received, label: 收到批示件数, of: unit, count: instruction, via: unit}
- {id: done, label: 办结批示件数, of: unit, count: instruction, via: unit, where: ordinary}
- {id: rate, label: 办结率, of: unit, value: done / received, if_zero: missing}
- {id: known_rate, label: 有办结率, of: unit, value: known(rate)}
- {id: mean_rate, label: 平均办结率, of: unit, mean: peers, where: known(rate), take: rate}
- {id: rated, label: 几个单位有办结率, of: unit, count: peers, where: known(rate)}
- {id: sure, label: 确定的批示件数, of: unit, count: instruction, via: unit, where: joint}
- {id: doubtful_rate, label: 会同办结率, of: unit, value: done / sure, if_zero: missing}
- {id: known_doubtful, label: 有会同办结率, of: unit, value: known(doubtful_rate)}
"""
RULE = """
- kind: score
  id: it
  label: 得分
  cite: {clause: 一, words: 按办结率计分}
  WHEN
  unquoted: 试验
  base: BASE
"""
Rows = list[tuple[str, dict[str, object]]]


def rows(*instructions: tuple[str, bool | None, bool | None]) -> Rows:
    units: Rows = [("unit", {"id": name, "name": name}) for name in ("u1", "u2", "u3")]
    plain = {"kind": "instruction", "date": date(2021, 5, 1)}
    return units + [
        ("matter", {"id": f"m{n}", "unit": unit, "ordinary": done, "joint": joint, **plain})
        for n, (unit, done, joint) in enumerate(instructions)
    ]


def found(base: str, records: Rows, when: str = "") -> dict[str, Finding]:
    compiled = compiled_of(RULE.replace("BASE", base).replace("  WHEN\n", f"  {when}\n" if when else ""), FACTS)
    return {finding.subject: finding for finding in judged(compiled, records, END)}


TWO = rows(("u1", True, True), ("u1", False, True), ("u2", True, True))


def test_what_has_no_divisor_is_in_no_mean() -> None:
    """Half of one, all of the other; the third received nothing."""
    assert {each.value for each in found("mean_rate * 100", TWO).values()} == {75}
    assert {each.value for each in found("rated", TWO).values()} == {2}
    assert {name: each.value for name, each in found("1 if known(rate) else 0", TWO).items()} == {
        "u1": 1,
        "u2": 1,
        "u3": 0,
    }


def test_a_rule_that_needs_it_is_undetermined() -> None:
    third = found("rate * 100", TWO)["u3"]
    assert (third.state, third.value, third.missing) == (State.UNDETERMINED, None, ("unit u3: rate",))
    assert set(found("rate * 100", TWO, "when: known(rate)")) == {"u1", "u2"}


def test_it_is_said_that_the_divisor_was_zero() -> None:
    compiled = compiled_of(RULE.replace("BASE", "rate * 100").replace("  WHEN\n", ""), FACTS)
    said = {finding.subject: why for finding, why in explained(compiled, TWO, END)}

    def phrases(name: str) -> list[str]:
        waiting, seen = [said[name]], []
        while waiting:
            each = waiting.pop()
            seen.append(each.phrase)
            waiting += each.parts
        return seen

    assert [phrases(name).count("no-quotient") for name in ("u1", "u2", "u3")] == [0, 0, 1]


def test_a_divisor_that_may_be_zero_leaves_in_doubt_whether_there_is_any() -> None:
    doubtful = rows(("u1", True, None), ("u2", True, True))
    assert {name: each.value for name, each in found("1 if known_doubtful else 0", doubtful).items()} == {
        "u1": None,
        "u2": 1,
        "u3": 0,
    }
    assert {name: each.missing for name, each in found("1 if known_doubtful else 0", doubtful).items()} == {
        "u1": ("matter m0: joint",),
        "u2": (),
        "u3": (),
    }


def test_one_in_doubt_may_be_in_the_mean() -> None:
    """Of the first only that it was done is not known: its rate is between none and one."""
    doubtful = rows(("u1", None, True), ("u2", True, True))
    assert found("mean_rate * 100", doubtful)["u3"].value == Interval(50, 100)


@pytest.mark.parametrize(
    ("fact", "told"),
    [
        ("value: done / received, if_zero: missing", None),
        (
            "mean: instruction, via: unit, take: 1 / unit_received, if_zero: missing",
            "SR168 pack.yaml:16:101 if_zero: missing 只用于 value",
        ),
        ("value: done / received, if_zero: mising", "SR105 pack.yaml:16:70 这里不能写 mising"),
        ("value: done / received, if_zero: 缺", "SR108 pack.yaml:16:70 这里要写数字，写的是 缺"),
        ('value: done / received, if_zero: "0"', 'SR108 pack.yaml:16:70 这里要写数字，写的是 "0"（是否想写 0？）'),
        ("value: done / received", "SR229 pack.yaml:16:51 除数 received 可能是零，没有写明那时得多少"),
    ],
)
def test_what_check_says(fact: str, told: str | None) -> None:
    facts = f"{FACTS.rstrip()}\n- {{id: trial, label: 试, of: unit, {fact}, unquoted: 试验}}\n"
    _, messages = tried(RULE.replace("BASE", "done").replace("  WHEN\n", ""), facts)
    assert messages == ([] if told is None else [told])


def test_a_rule_states_a_number() -> None:
    rule = RULE.replace("BASE", "done / received\n  if_zero: missing").replace("  WHEN\n", "")
    (message,) = tried(rule, FACTS)[1]
    assert message.startswith("SR108 "), message
