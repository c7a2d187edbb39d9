"""Facts and parts of rules that are copies, left as they were but for their names."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

FACTS = """\
facts:
  - {id: good, label: 审阅通过过, of: matter, any: review, where: passed}
  - %s
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 审阅通过过、未通过过的，通报}
    on: matter
    when: %s
    outcome: 通报
"""
BY_READING = """\
readings:
  - {id: way, words: 审阅通过过, options: {one: 一种, other: 另一种}, taken: one}
"""
RULE = """\
rules:
  - kind: %s
    id: it
    label: 结果
    cite: {clause: 一, words: 至多3个}
    %s
"""


def amiss(text: str) -> list[str]:
    found = told(text)
    assert not any(code.startswith("SR0") for code, _ in found)
    return [message for code, message in found if code in ("SR178", "SR179")]


@pytest.mark.parametrize(
    ("fact", "found"),
    [
        ("{id: bad, label: 审阅未通过过, of: matter, any: review, where: not passed}", 0),
        ("{id: bad, label: 审阅未通过过, of: matter, any: review, where: passed}", 1),
        # It is called the same as well: no slip of an author who meant another.
        ("{id: bad, label: 审阅通过过, of: matter, any: review, where: passed}", 0),
        ("{label: 审阅未通过过, of: matter, where: passed , any: review, id: bad}", 1),
        ("{id: bad, label: 审阅未通过过, of: matter, count: review, where: passed}", 0),
        ("{id: bad, label: 审阅未通过过, of: matter, any: review, where: passed, window: year}", 0),
        ("{id: bad, label: 审阅未通过过, of: unit, any: review, where: passed}", 0),
        (
            "{id: bad, label: 审阅未通过过, of: matter, any: review, where: "
            "{by_reading: way, one: passed, other: not passed}}",
            0,
        ),
    ],
)
def test_two_facts_that_say_the_very_same(fact: str, found: int) -> None:
    when = "good and bad > 0" if "count" in fact else "good and unit_bad" if "of: unit" in fact else "good and bad"
    assert len(amiss(BY_READING + FACTS % (fact, when))) == found


def test_what_is_said_of_twins() -> None:
    fact = "{id: bad, label: 审阅未通过过, of: matter, any: review, where: passed}"
    message = "bad（审阅未通过过）和 good（审阅通过过）写的一模一样"
    assert amiss(FACTS % (fact, "good and bad")) == [message]


@pytest.mark.parametrize(
    ("kind", "parts", "found"),
    [
        ("requirement", ("{label: 甲, require: known(unit)}", "{label: 乙, require: known(handler)}"), 0),
        ("requirement", ("{label: 甲, require: known(unit)}", "{label: 乙, require: known( unit )}"), 1),
        ("requirement", ("{label: 甲, require: known(unit)}",) + ("{label: 乙, require: known(unit)}",) * 2, 2),
        ("requirement", ("{label: 甲, require: known(unit)}", "{label: 乙, when: joint, require: known(unit)}"), 0),
        ("procedure", ("{id: one, label: 甲, done: issued}", "{id: other, label: 乙, done: closed}"), 0),
        ("procedure", ("{id: one, label: 甲, done: issued}", "{id: other, label: 乙, done: issued}"), 1),
        (
            "procedure",
            ("{id: one, label: 甲, done: issued, require: joint}", "{id: other, label: 乙, done: issued}"),
            0,
        ),
        (
            "quota",
            (
                "{id: one, label: 甲, when: unit_group == 'county', at_most: 3}",
                "{id: other, label: 乙, when: unit_group == 'park', at_most: 3}",
            ),
            0,
        ),
        (
            "quota",
            (
                "{id: one, label: 甲, when: unit_group == 'park', at_most: 3}",
                "{id: other, label: 乙, when: unit_group == 'park', at_most: 3}",
            ),
            1,
        ),
    ],
)
def test_parts_that_ask_the_same(kind: str, parts: tuple[str, ...], found: int) -> None:
    key = {"requirement": "items", "procedure": "steps", "quota": "groups"}[kind]
    about = "of: project\n    members: nomination" if kind == "quota" else "on: matter"
    listed = "".join(f"\n      - {part}" for part in parts)
    messages = amiss(RULE % (kind, f"{about}\n    {key}:{listed}"))
    assert len(messages) == found
    assert all(message.startswith("“乙”和前面的“甲”写的") for message in messages)


def test_the_lists_of_two_options_are_held_apart() -> None:
    option = "\n        - {label: 单位, require: known(unit)}"
    items = f"on: matter\n    items:\n      by_reading: way\n      one:{option}\n      other:{option}\n"
    assert amiss(BY_READING + RULE % ("requirement", items)) == []


def test_of_a_copy_that_asks_for_another_level_than_its_label_that_is_told() -> None:
    red = '{id: bad, label: 已发红色催办单, of: matter, any: reminder, where: colour == "yellow"}'
    yellow = red.replace("红色", "黄色").replace("bad", "good")
    text = FACTS % (red, "good and bad")
    good = next(line for line in text.splitlines() if "id: good" in line)
    assert [code for code, _ in told(text.replace(good, f"  - {yellow}"))] == ["SR378"]
