"""What is too large, too deep or too long is refused soon and with a code; what is just within the limits is taken."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import NUMBER, Scope, parse
from supervision_rules.records import Source, read_batch, shared_vocabulary

SECONDS = 10.0
"""Generous: the slowest takes about a second on a machine that does nothing else."""


@contextmanager
def soon() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < SECONDS


HUGE = {
    "brackets": "[" * 30_000,
    "indents": "".join(f"{' ' * depth}a:\n" for depth in range(2_000)),
    "items": "- 1\n" * 210_000,
    "keys": "".join(f"k{number}: 1\n" for number in range(101_000)),
    "bytes": "a: " + "甲" * 2_000_000,
    "scalar": f"a: {'x' * 70_000}",
    "key": f"{'k' * 200}: 1",
    "aliases": "a: &a [x]\n" + "".join(f"b{number}: &b{number} [*a, *a, *a]\n" for number in range(5_000)),
    "merges": "a: &a {x: 1}\n" + "".join(f"m{number}: {{<<: [*a, *a]}}\n" for number in range(5_000)),
    "digits": "a: " + "9" * 60_000,
    "quotes": '"' * 50_000,
    "colons": "k：v\n" * 20_000,
    "hidden": "\u200b" * 30_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_yaml_is_refused_soon(name: str) -> None:
    diagnostics = Collector()
    with soon():
        nodes.read(HUGE[name].encode(), "huge.yaml", diagnostics)
    assert diagnostics.failed
    assert len(diagnostics.found) <= 1_000


@pytest.mark.parametrize("text", ["[" * 20 + "]" * 20, "- 1\n" * 20_000, f"a: {'x' * 60_000}", f"{'k' * 90}: 1"])
def test_yaml_within_the_limits_is_taken(text: str) -> None:
    diagnostics = Collector()
    with soon():
        assert nodes.read(text.encode(), "large.yaml", diagnostics) is not None
    assert not diagnostics.found


LEDGERS: dict[str, tuple[Any, bytes]] = {
    "json depth": ("json", b"[" * 200_000),
    "line depth": ("jsonl", b'{"a":' * 100_000),
    "digits": ("jsonl", b'{"type":"unit","id":"u","name":"x","population":' + b"9" * 6_000 + b"}"),
    "exponent": ("jsonl", b'{"type":"nomination","id":"n","project":"p","unit":"u","score":1e999999999}'),
    "line": ("jsonl", b'{"type":"unit","id":"' + b"u" * 2_000_000 + b'"}'),
    "columns": ("csv", b",".join(b"c%d" % number for number in range(50_000)) + b"\n1\n"),
    "cell": ("csv", b"id,name\nu1," + b"x" * 200_000 + b"\n"),
    "quote": ("csv", b'id,name\nu1,"' + b"x\n" * 200_000),
}


@pytest.mark.parametrize("name", LEDGERS)
def test_records_are_refused_soon(name: str) -> None:
    kind, content = LEDGERS[name]
    diagnostics = Collector()
    with soon():
        batch = read_batch([Source(name, content, kind, None, "unit")], shared_vocabulary(), diagnostics)
    assert diagnostics.failed and not batch.records
    assert name != "columns" or [found.code for found in diagnostics] == ["SR514"]  # and not one for each column


def test_records_within_the_limits_are_taken() -> None:
    content = b"".join(b'{"type":"unit","id":"u%d","name":"x%d"}\n' % (number, number) for number in range(2_000))
    diagnostics = Collector()
    with soon():
        batch = read_batch([Source("units", content, "jsonl")], shared_vocabulary(), diagnostics)
    assert len(batch.records) == 2_000 and not diagnostics.found


def tried(text: str) -> Collector:
    diagnostics = Collector()
    parse(text, lambda start, end: Span("x", 1, start + 1, 1, end + 1), Scope({"n": NUMBER}, {}), None, diagnostics)
    return diagnostics


@pytest.mark.parametrize(
    "text",
    [
        "(" * 900 + "n",
        "-" * 900 + "n",
        " + ".join(["n"] * 240),
        "not " * 240 + "true",
        "n in [" + "1, " * 320 + "1]",
        "9" * 900,
        "n" * 50_000,
        "n ** n ** n",
        "'" + "x" * 900,
    ],
)
def test_an_expression_is_refused_soon(text: str) -> None:
    with soon():
        assert tried(text).failed


def test_an_expression_within_the_limits_is_taken() -> None:
    assert not tried(" + ".join(["n"] * 15)).found
    assert not tried("n in [" + "1, " * 90 + "1]").failed
