"""No text brings the reader down or out of its limits, and libyaml's events are those of the Python parser."""

from __future__ import annotations

import time
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from supervision_rules.diagnostics import Collector
from supervision_rules.nodes import plain, read
from supervision_rules.nodes.model import Node

PIECES = (
    *"：“”\u3000\t{}[],，、'\"\\#&*!%|>?:-@`~=＃－\n\r\u2028\ufeff\x00\u200b\ud800甲",
    *("id: x\n", "  - a: [1, 2]\n", "\\u200b", "\\U00110000", "---\n", "...\n", "|\n", ">-\n", "\n  ", "a", " # c"),
    *("yes", "0x1", "<<: ", "12:30", "{a: 1}", "a：b\n", "a:b\n", "%YAML 1.1\n", "!t ", "&a ", "*a", " ", "  "),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def run(text: str | bytes) -> tuple[Node | None, Collector]:
    diagnostics = Collector()
    return read(text, "example", diagnostics), diagnostics


@settings(max_examples=400, deadline=None)
@given(TEXTS | st.text(max_size=40))
def test_any_text_is_read_or_refused_in_its_own_lines(text: str) -> None:
    node, diagnostics = run(text)
    assert node is not None or diagnostics.failed
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for each in diagnostics:
        assert each.message("zh") and each.help("en")
        assert each.span is not None and 1 <= each.span.line <= len(lines)
        assert 1 <= each.span.column <= len(lines[each.span.line - 1]) + 1


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=50))
def test_any_bytes(data: bytes) -> None:
    node, diagnostics = run(data)
    assert node is not None or diagnostics.failed


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_libyaml_or_not_the_result_is_the_same(text: str) -> None:
    node, diagnostics = run(text)
    with patch.object(yaml, "CSafeLoader", None):
        slow, others = run(text)
    assert node == slow
    assert diagnostics.sorted() == others.sorted()


def test_the_twin_of_the_comparison_can_fail() -> None:
    """Where the parsers differ they do differ, so that only the choice of the parser makes them agree."""
    text = "a: |#\n  b\n"
    assert list(yaml.parse(text, Loader=yaml.CSafeLoader))
    with pytest.raises(yaml.YAMLError):
        list(yaml.parse(text, Loader=yaml.SafeLoader))
    assert run(text)[0] is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{a: " * 50_000,
        "- " * 200_000,
        "\t" * 300_000,
        "a：b\n" * 50_000,
        "\u200b" * 100_000,
        "\x01\n\x85\r" * 20_000,
        "&" * 200_000,
        '"' + "\\u200b" * 50_000 + '"',
        '"' + "\\" * 300_000,
        "a: ['" * 50_000,
        "a: [" + "甲，" * 50_000 + "]",
        "a: &a [1]\n" + "b: [*a, *a]\n" * 10_000,
    ],
)
def test_hostile_texts_end_soon(text: str) -> None:
    start = time.perf_counter()
    _, diagnostics = run(text)
    assert diagnostics.failed
    assert time.perf_counter() - start < 5


def test_as_many_slips_as_there_may_be_are_counted() -> None:
    _, diagnostics = run("a: yes\n" + "b: no\n" * 300)
    assert len([each for each in diagnostics if each.code == "SR018"]) == 100
    assert diagnostics.left_out["SR018"] == 201


def test_the_tree_is_plain_data() -> None:
    node, _ = run("a: {b: [1, x]}\n")
    assert node is not None and plain(node) == {"a": {"b": [1, "x"]}}
