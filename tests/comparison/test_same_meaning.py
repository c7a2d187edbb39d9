"""Every shipped pack: written in another way it is no other pack, and one number changed is told as one change."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from supervision_rules.catalogue import keys as catalogue
from supervision_rules.comparison import diff
from supervision_rules.diagnostics import Collector
from supervision_rules.library import shipped
from supervision_rules.nodes import Mapping, Node, Scalar
from supervision_rules.pack import PackText, read_pack
from supervision_rules.policy import Policy, load_pack
from supervision_rules.testing.mutation import Mutant, mutants

PACKS = sorted(shipped())
CHANGED = 40 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 10
"""How many changes are tried of each pack."""
FLOW = 0.3
"""How often what could stand in lines stands in braces."""
STEP = 3
KEYS = frozenset(key for key in catalogue.KEYS if "." not in key)
"""The keys of models; other names may be those of choices."""


@cache
def policy(name: str) -> Policy:
    return load_pack(name)


def written(node: Node, random: Random, indent: int, flow: bool) -> str:
    """The text of a tree from the end of the line before on: in braces or in lines, its keys in another order."""
    if isinstance(node, Scalar):
        return f" {_quoted(node, random)}"
    flow = flow or random.random() < FLOW
    parts = _entries(node, random) if isinstance(node, Mapping) else [("", item) for item in node.items]
    texts = [(key, written(value, random, indent + STEP, flow)) for key, value in parts]
    if flow or not texts:
        brackets = "{}" if isinstance(node, Mapping) else "[]"
        return (
            f" {brackets[0]}{', '.join(f'{key}:{text}' if key else text.strip() for key, text in texts)}{brackets[1]}"
        )
    begin = "\n" + " " * indent
    remark = f"{begin}# 注" if random.random() < FLOW else ""
    return remark + "".join(f"{begin}{key}:{text}" if key else f"{begin}-{text}" for key, text in texts)


def _entries(node: Mapping, random: Random) -> list[tuple[str, Node]]:
    """Keys in another order, where that says nothing: of choices it does, and what depends begins with how."""
    entries = [(key.text, value) for key, value in node.entries]
    choices = all(isinstance(value, Scalar) for _, value in entries) and not all(key in KEYS for key, _ in entries)
    if node.key("by_reading") is None and not choices:
        random.shuffle(entries)
    return entries


def _quoted(node: Scalar, random: Random) -> str:
    """A value as it was, or a text in quotes."""
    if node.plain and not isinstance(node.value, str):
        return node.text
    return "'" + node.text.replace("'", "''") + "'"


def rewritten(text: PackText, random: Random) -> PackText:
    """The pack in other lines, its keys in another order, and comments between."""
    diagnostics = Collector()
    data = f"# {text.id}\n{written(text.tree, random, 0, False).lstrip()}\n".encode()
    read = read_pack(data, "rewritten.yaml", diagnostics)
    assert read is not None and not list(diagnostics), [(each.code, each.span) for each in diagnostics][:3]
    return read


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("seed", range(3))
def test_written_in_another_way_it_is_the_same_pack(name: str, seed: int) -> None:
    old = policy(name)
    text = rewritten(old.text, Random(seed))
    assert diff(old, replace(old, text=text)).items == ()
    assert diff(replace(old, text=text), old).same


def numbers(name: str) -> Iterator[Mutant]:
    """Some of the changes of one number or unit, all over the pack."""
    found = [
        each for each in mutants(policy(name).text) if each.change.kind in ("number", "unit", "cap", "date", "effect")
    ]
    return iter(Random(name).sample(found, min(CHANGED, len(found))))


@pytest.mark.parametrize("name", PACKS)
def test_one_number_is_one_change_at_its_line(name: str) -> None:
    old = policy(name)
    for mutant in numbers(name):
        found = diff(old, replace(old, text=mutant.of(old.text)))
        assert [len(item.changes) for item in found.items] == [1], mutant.place.name
        item, change = found.items[0], found.items[0].changes[0]
        assert change.before_span is not None and mutant.place.node.span.lies_in(change.before_span)
        assert (item.section, item.id) in (mutant.place.path[:2], (mutant.place.path[0], "")), mutant.place.name
        assert mutant.place.key in change.name.split("/"), (mutant.place.name, change.name)
