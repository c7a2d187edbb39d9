"""What a plain YAML text means: values, places, and the parts of a text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.nodes import Limits, Mapping, Node, Scalar, Sequence, locate, plain, read


def tree(text: str | bytes) -> Node:
    diagnostics = Collector()
    node = read(text, "example", diagnostics)
    assert [str(each) for each in diagnostics] == []
    assert node is not None
    return node


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("", None),
        ("null", None),
        ("0", 0),
        ("-12", -12),
        ("999999999999999", 999999999999999),
        ("3.10", Decimal("3.10")),
        ("-0.5", Decimal("-0.5")),
        ("2021-06-21", "2021-06-21"),
        ("5 workdays", "5 workdays"),
        ("三（四）", "三（四）"),
        ("一、目标：办结率", "一、目标：办结率"),
        ("1.2.3", "1.2.3"),
        ("“红榜”和“黑榜”", "“红榜”和“黑榜”"),
        ('"yes"', "yes"),
        ("'12:30'", "12:30"),
        ("yesterday", "yesterday"),
        ("甲\u3000乙", "甲\u3000乙"),
    ],
)
def test_value(written: str, value: object) -> None:
    found = plain(tree(f"a: {written}\n"))
    assert found == {"a": value}
    assert type(found["a"]) is type(value)  # type: ignore[index]


def test_collections_and_block_texts() -> None:
    text = "on: instruction\nlist: [1, 甲, {b: 2}]\nwords: >-\n  id：x\n  y: z\nq: |\n  ＃ a\n"
    assert plain(tree(text)) == {"on": "instruction", "list": [1, "甲", {"b": 2}], "words": "id：x y: z", "q": "＃ a\n"}


@pytest.mark.parametrize("text", [b"\xef\xbb\xbfa: 1\r\nb: 2\r\n", "\ufeffa: 1\nb: 2", "---\na: 1\nb: 2\n...\n"])
def test_marks_and_line_ends_that_are_allowed(text: str | bytes) -> None:
    assert plain(tree(text)) == {"a": 1, "b": 2}


def test_a_quoted_text_of_several_lines_may_hold_anything() -> None:
    assert plain(tree('a: "甲\n  id：x\n  乙"\nb: 1\n')) == {"a": "甲 id：x 乙", "b": 1}


def test_places() -> None:
    node = tree("规则:\n  - id: 甲乙\n    days: [1, 2]\n")
    item = locate(node, ("规则", 0))
    assert isinstance(node, Mapping) and isinstance(item, Mapping)
    key = item.key("days")
    assert key is not None and key.span == Span("example", 3, 5, 3, 9)
    assert item.span == Span("example", 2, 5, 3, 17)
    assert locate(item, ("days",)).span == Span("example", 3, 11, 3, 17)
    assert locate(node, ("规则", 0, "days", 7, "x")) is item.get("days")
    assert item.get("none") is None and item.key("none") is None


def test_an_empty_value_stands_behind_its_colon() -> None:
    for text in ("a:\nb: 1\n", "a:   \nb: 1\n"):
        assert locate(tree(text), ("a",)).span == Span("example", 1, 3, 1, 3)
    assert locate(tree("{a: , b: 1}"), ("a",)).span == Span("example", 1, 4, 1, 4)


@pytest.mark.parametrize(
    ("text", "column", "end"),
    [("when: 甲 >= 5\n", 9, 11), ("when: '甲 >= 5'\n", 10, 12), ('when: "甲 >= 5"\n', 10, 12)],
)
def test_a_part_is_exact_where_it_can_be(text: str, column: int, end: int) -> None:
    node = locate(tree(text), ("when",))
    assert isinstance(node, Scalar)
    assert node.part(2, 4) == Span("example", 1, column, 1, end)


@pytest.mark.parametrize("text", ["when: 'it''s >= 5'\n", 'when: "a\\u4e00 >= 5"\n', "when: 'it''s\n  >= 5'\n"])
def test_a_part_is_the_whole_where_the_text_was_escaped(text: str) -> None:
    node = locate(tree(text), ("when",))
    assert isinstance(node, Scalar)
    assert node.part(2, 4) == node.span


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("when: a\n  >= 5\n", (2, 3, 2, 5)),
        ("when: 'a\n  >= 5'\n", (2, 3, 2, 5)),
        ('when: "a\n\n     >= 5"\n', (3, 6, 3, 8)),
        ("when: |\n  a >= 5\n", (2, 5, 2, 7)),
        ("when: >-\n    a\n    >= 5\n", (3, 5, 3, 7)),
        ("when: >-\n\n  a\n  >= 5\nnext: 1\n", (4, 3, 4, 5)),
    ],
)
def test_a_part_of_a_text_over_several_lines_stands_in_its_line(text: str, place: tuple[int, ...]) -> None:
    node = locate(tree(text), ("when",))
    assert isinstance(node, Scalar)
    start = node.text.index(">")
    assert node.part(start, start + 2) == Span("example", *place)
    assert node.part(0, start + 2).end_line == place[2]


def test_limits_are_the_callers() -> None:
    diagnostics = Collector()
    assert read("[[1]]", "example", diagnostics, Limits(depth=1)) is None
    assert [f"{each.code} {each.span}" for each in diagnostics] == ["SR035 example:1:2"]
    assert isinstance(read("[[1]]", "example", Collector(), Limits(depth=2)), Sequence)
