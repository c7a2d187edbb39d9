"""Conditions that come to nothing only when they are read with what their facts say, or with the kind under ``on``."""

from __future__ import annotations

from time import process_time

import pytest
from test_what_changes_nothing import told

FACTS = """\
facts:
  - {id: open, label: 没有办结, of: matter, value: not known(closed)}
  - {id: left, label: 逾期没有办结, of: matter, value: open and received < as_of}
  - {id: oral, label: 口头的, of: matter, value: kind == "instruction" and not known(number)}
"""
RULE = """\
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 原话}
    unquoted: 试验
    on: %s
    %s
"""


def settled(on: str, rest: str, facts: str = FACTS) -> list[str]:
    found = told(facts + RULE % (on, rest))
    return [message for code, message in found if code == "SR364"]


@pytest.mark.parametrize(
    ("on", "condition", "by", "value"),
    [
        ("matter", "left and known(closed)", "left, open", "false"),
        ("matter", "not left or received < as_of", "left, open", "true"),
        ("proposal", "oral", "oral, on: proposal", "false"),
        ("proposal", 'kind == "instruction"', None, None),  # told as what it is, without any fact
        ("instruction", "oral", None, None),
        ("matter", "oral", None, None),
        ("matter", "left and not oral", None, None),
        ("matter", "left or known(closed)", None, None),
    ],
)
def test_a_condition_is_read_with_its_facts_and_its_kind(
    on: str, condition: str, by: str | None, value: str | None
) -> None:
    found = settled(on, f"when: '{condition}'\n    outcome: 甲")
    expected = [f"和 {by} 的写法一起看，按各项的取值范围，“{condition}”总是 {value}"] if by else []
    assert found == expected


def test_a_case_is_read_with_the_when_of_its_rule() -> None:
    cases = "when: left\n    cases:\n      - {when: known(closed), outcome: 甲}\n      - {outcome: 乙}"
    assert settled("matter", cases) == ["和 left, open 的写法一起看，按各项的取值范围，“known(closed)”总是 false"]
    assert settled("matter", cases.replace("known(closed)", "known(number)")) == []
    assert (
        settled("matter", cases.replace("known(closed)", "open")) == []
    )  # what is left to the next case is told there


def test_a_fact_that_differs_by_option_says_nothing_for_sure() -> None:
    reading = "readings:\n  - {id: r, clause: 一, words: 原话, options: {a: 甲, b: 乙}, taken: a}\n"
    facts = FACTS.replace("value: not known(closed)", "value: {by_reading: r, a: not known(closed), b: known(number)}")
    assert settled("matter", "when: left and known(closed)\n    outcome: 甲", reading + facts) == []


def test_the_condition_of_records_that_are_counted_is_read_with_their_facts() -> None:
    facts = FACTS + "  - {id: many, label: 件数, of: unit, count: matter, where: left and known(closed)}\n"
    assert settled("unit", "when: many > 1\n    outcome: 甲", facts) == [
        "和 left, open 的写法一起看，按各项的取值范围，“left and known(closed)”总是 false"
    ]


def test_facts_that_name_others_twice_over_are_left_as_their_names() -> None:
    """Each would come to more than twice as much as the one before it."""
    facts = "facts:\n  - {id: f0, label: 零, of: matter, value: known(closed)}\n"
    for number in range(1, 400):
        before = f"f{number - 1}"
        value = f"{before} or (not {before} and known(number))"
        facts += f"  - {{id: f{number}, label: 事{number}, of: matter, value: {value}}}\n"
    started = process_time()
    assert settled("matter", "when: f399 and not f398\n    outcome: 甲", facts) == []
    assert process_time() - started < 10
    assert settled("matter", "when: f1 and not f0 and not known(number)\n    outcome: 甲", facts) != []
