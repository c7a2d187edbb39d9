"""Shipped packs broken in one place, many times over: no crash, a refusal with a place, a handful of messages."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from supervision_rules import nodes
from supervision_rules.catalogue import Severity
from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack
from supervision_rules.pack import read_pack

POLICIES = Path(__file__).parents[2] / "policies"
TRIES = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 3
HANDFUL = 12
"""Messages for one cause: a box, a rule or a fact that is gone leaves several names without meaning."""
VALUES = ([], {}, ["x"], {"x": 1}, True, -3, 0, 10**14, "", None, "xyzzy", "2021-13-45")
Path_ = tuple[str | int, ...]
Break = Callable[[Any, Path_, random.Random], None]


@cache
def pack(name: str) -> Any:
    node = nodes.read((POLICIES / f"{name}.yaml").read_bytes(), name, Collector())
    assert node is not None
    return nodes.plain(node)


def places(part: Any, path: Path_ = ()) -> Iterator[Path_]:
    """Every key and item of the pack that another stands or falls with."""
    entries = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in entries:
        yield (*path, key)
        yield from places(value, (*path, key))


def owner(data: Any, path: Path_) -> Any:
    for part in path[:-1]:
        data = data[part]
    return data


def drop(data: Any, path: Path_, chance: random.Random) -> None:
    del owner(data, path)[path[-1]]


def misspell(data: Any, path: Path_, chance: random.Random) -> None:
    parent = owner(data, path)
    if isinstance(parent, dict):
        entries = [(f"{key}q" if key == path[-1] else key, value) for key, value in parent.items()]
        parent.clear()
        parent.update(entries)


def retype(data: Any, path: Path_, chance: random.Random) -> None:
    owner(data, path)[path[-1]] = deepcopy(chance.choice(VALUES))


def double(data: Any, path: Path_, chance: random.Random) -> None:
    parent = owner(data, path)
    if isinstance(parent, list):
        parent.append(deepcopy(parent[path[-1]]))  # type: ignore[index]


@pytest.mark.parametrize("name", sorted(path.stem for path in POLICIES.glob("*.yaml")))
@pytest.mark.parametrize("damage", (drop, misspell, retype, double))
def test_a_broken_pack_is_told_in_a_handful_of_messages(name: str, damage: Break) -> None:
    chance = random.Random(f"{name} {damage.__name__}")
    spots = list(places(pack(name)))
    for path in chance.sample(spots, TRIES):
        data = deepcopy(pack(name))
        damage(data, path, chance)
        diagnostics = Collector()
        text = read_pack(json.dumps(data, default=float, ensure_ascii=False, indent=1).encode(), name, diagnostics)
        compiled = check_pack(text, diagnostics) if text else None
        assert (compiled is None) is diagnostics.failed, path
        found = [each for each in diagnostics if each.severity is Severity.ERROR]
        assert all(each.span for each in found), path
        assert len(found) <= HANDFUL, (path, [each.message("zh") for each in found])
