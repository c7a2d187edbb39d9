"""Packs and files of cases, as they are shipped and with things in them that may be wrong."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector

Document = dict[str, Any]
Path_ = tuple[str | int, ...]
ROOT = Path(__file__).parents[2]
PACKS = tuple(sorted((ROOT / "policies").glob("*.yaml")))
CASES = tuple(sorted((ROOT / "policies" / "cases").glob("*.yaml")))
HEAD = ("pack", "label", "version", "language", "document", "conventions", "readings", "records")
VALUES: tuple[Any, ...] = (
    *(None, "", " ", "x", "matter", "date", "true", "X!", "2021-02-01", "2021-2-1", "5 workdays", "5 hours", "5 dys"),
    *(True, False, 0, 1, 3, -1, 32, 20_000, Decimal("2.5"), Decimal("-0.5"), "year", "last year", "month from start"),
    *(
        [],
        ["x"],
        [1],
        [None],
        [[1, 2]],
        ["09:00-12:00"],
        {},
        {"x": 1},
        {"x": "y"},
        {"x": None},
        {"clause": "1", "words": "x"},
    ),
    *({"by": "x", "table": {"a": 1}}, {"by": "x", "bands": [{"over": 1, "points": 2}]}, {"day": 3}, {"share": 1}),
)


def read(path: Path) -> Document:
    """A file as its reader has it."""
    tree = nodes.read(path.read_bytes(), path.name, Collector())
    assert tree is not None
    plain = nodes.plain(tree)
    assert isinstance(plain, dict)
    return plain


@cache
def small_packs() -> tuple[Document, ...]:
    """One for each fact and each rule of the shipped packs."""
    return tuple(small for path in PACKS for small in _small_packs(read(path)))


def _small_packs(pack: Document) -> Iterator[Document]:
    head = {key: pack[key] for key in HEAD if key in pack}
    for section in ("facts", "rules"):
        for item in pack.get(section, ()):
            yield {**head, "rules": [], section: [item]}


@cache
def small_cases() -> tuple[Document, ...]:
    """One for each case of the shipped packs."""
    return tuple({**file, "cases": [case]} for file in map(read, CASES) for case in file["cases"])


def paths(part: Any, above: Path_ = ()) -> Iterator[Path_]:
    """The ways to all parts of a document."""
    pairs = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, below in pairs:
        yield (*above, key)
        yield from paths(below, (*above, key))


def at(document: Any, path: Path_) -> Any:
    for key in path:
        document = document[key]
    return document


@st.composite
def mistaken(draw: st.DrawFn, documents: tuple[Document, ...], depend: bool) -> Document:
    """One of the documents with up to three changes; with ``depend`` values may be made to depend."""
    document = deepcopy(draw(st.sampled_from(documents)))
    others = draw(st.sampled_from(documents))
    for _ in range(draw(st.integers(0, 3))):
        ways = [way for way in paths(document) if way[0] not in ("readings", "survivors") and "by_date" not in way[:-1]]
        near = [way for way in ways if way[0] in ("rules", "facts", "cases")]
        path = draw(st.sampled_from(near if near and draw(st.integers(0, 3)) else ways))
        _change(draw, document, path, others, depend and path in near and len(path) > 1)
    return document


def _change(draw: st.DrawFn, document: Document, path: Path_, others: Document, depend: bool) -> None:
    owner, key = at(document, path[:-1]), path[-1]
    ways = ["replace", "remove", "rename", "add", "take", *(["read", "date", "read", "date"] if depend else [])]
    match draw(st.sampled_from(ways)):
        case "replace":
            owner[key] = deepcopy(draw(st.sampled_from(VALUES)))
        case "remove":
            del owner[key]
        case "rename" if isinstance(owner, dict):
            owner[f"{key}x"] = owner.pop(key)
        case "add" if isinstance(owner, dict):
            beside = draw(st.sampled_from([way[-1] for way in paths(others) if isinstance(way[-1], str)]))
            owner.setdefault(beside, deepcopy(draw(st.sampled_from(VALUES))))
        case "take":
            owner[key] = deepcopy(at(others, draw(st.sampled_from(list(paths(others))))))
        case "read" if key != "kind" and document.get("readings"):
            reading = document["readings"][0]
            other = draw(st.sampled_from((owner[key], *VALUES)))
            values = {each: deepcopy(owner[key] if each == reading["taken"] else other) for each in reading["options"]}
            owner[key] = {"by_reading": reading["id"], **values}
        case "date" if key != "kind":
            other = deepcopy(draw(st.sampled_from((owner[key], *VALUES))))
            day = draw(st.sampled_from(("2021-07-01", "2021-07-01", "2021-7-1", "later")))
            owner[key] = {"by_date": {"2000-01-01": owner[key], day: other}}


def as_editor(value: Any) -> Any:
    """A document as an editor has it: a number is a number."""
    if isinstance(value, dict):
        return {key: as_editor(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_editor(each) for each in value]
    return float(value) if isinstance(value, Decimal) else value


def as_text(document: Document) -> bytes:
    """A document as YAML; JSON is."""
    return json.dumps(as_editor(document), ensure_ascii=False).encode()
