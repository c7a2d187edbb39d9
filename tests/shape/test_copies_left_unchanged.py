"""Facts and parts of rules that are copies, left as they were but for their names."""

from __future__ import annotations

import pytest
from test_what_changes_nothing import told

FACTS = """\
facts:
  - {id: yellow, label: 已发黄色催办单, of: matter, any: reminder, where: colour == "yellow"}
  - %s
rules:
  - kind: outcome
    id: it
    label: 结果
    cite: {clause: 一, words: 发过黄色、红色催办单的，通报}
    on: matter
    when: %s
    outcome: 通报
"""
BY_READING = """\
readings:
  - {id: way, words: 发过黄色, options: {one: 一种, other: 另一种}, taken: one}
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
        ('{id: red, label: 已发红色催办单, of: matter, any: reminder, where: colour == "red"}', 0),
        ('{id: red, label: 已发红色催办单, of: matter, any: reminder, where: colour == "yellow"}', 1),
        # It is called the same as well: no slip of an author who meant another.
        ('{id: red, label: 已发黄色催办单, of: matter, any: reminder, where: colour == "yellow"}', 0),
        ('{label: 已发红色催办单, of: matter, where: colour  ==  "yellow", any: reminder, id: red}', 1),
        ('{id: red, label: 已发红色催办单, of: matter, count: reminder, where: colour == "yellow"}', 0),
        ('{id: red, label: 已发红色催办单, of: matter, any: reminder, where: colour == "yellow", window: year}', 0),
        ('{id: red, label: 已发红色催办单, of: unit, any: reminder, where: colour == "yellow"}', 0),
        (
            "{id: red, label: 红色, of: matter, any: reminder, where: "
            '{by_reading: way, one: colour == "yellow", other: colour == "red"}}',
            0,
        ),
    ],
)
def test_two_facts_that_say_the_very_same(fact: str, found: int) -> None:
    when = (
        "yellow and red > 0" if "count" in fact else "yellow and unit_red" if "of: unit" in fact else "yellow and red"
    )
    assert len(amiss(BY_READING + FACTS % (fact, when))) == found


def test_what_is_said_of_twins() -> None:
    fact = '{id: red, label: 已发红色催办单, of: matter, any: reminder, where: colour == "yellow"}'
    message = "red（已发红色催办单）和 yellow（已发黄色催办单）写的一模一样"
    assert amiss(FACTS % (fact, "yellow and red")) == [message]


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
