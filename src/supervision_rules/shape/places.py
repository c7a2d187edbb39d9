"""From pydantic's location of an error to the node of the text that it is about."""

from __future__ import annotations

from collections.abc import Mapping as Words
from dataclasses import dataclass

from pydantic_core import ErrorDetails

from supervision_rules.diagnostics import Span
from supervision_rules.nodes import Mapping, Node, Scalar, child, locate

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A part of pydantic's location that is no part of the text: the branch taken at a union ``depth`` parts down."""

    depth: int
    name: str | int


@dataclass(frozen=True, slots=True)
class Fault:
    """One error of pydantic: its type and words, the path in the text, the branches it lies in."""

    type: str
    message: str
    words: Words[str, object]
    path: Path
    labels: tuple[Label, ...]
    missing: str | int | None = None


def fault(error: ErrorDetails, node: Node) -> Fault:
    """The error with its location split into what the text has and what it has not."""
    location, missing = error["loc"], None
    if error["type"] == "missing" and location:
        location, missing = location[:-1], location[-1]
    words = dict(error.get("ctx", {}))
    below = words.pop("at", ())
    if error["type"] == "extra_forbidden":
        below = location[-1:]  # a key in any case, though something may have it for its value (a rule's id)
        location = location[:-1]
    path, labels = split(node, location)
    return Fault(
        error["type"], error["msg"], words, path + (below if isinstance(below, tuple) else ()), labels, missing
    )


def split(node: Node, location: Path, depth: int = 0) -> tuple[Path, tuple[Label, ...]]:
    """The parts of ``location`` that lead down from ``node``, and the labels of unions between them."""
    if not location:
        return (), ()
    part, rest = location[0], location[1:]
    below = child(node, part)
    skipped = None
    if below is None or _is_tag(node, part):
        path, labels = split(node, rest, depth)
        skipped = path, (Label(depth, part), *labels)
    if below is None:
        return skipped or ((), ())
    path, labels = split(below, rest, depth + 1)
    taken = (part, *path), labels
    return skipped if skipped and len(skipped[1]) <= len(labels) + (not rest) else taken


def _is_tag(node: Node, part: str | int) -> bool:
    """Whether a value of the mapping names a branch like this, so that ``part`` may be a label and no key."""
    values = (value for _, value in node.entries) if isinstance(node, Mapping) else ()
    return any(isinstance(value, Scalar) and value.value == part for value in values)


def spot(node: Node, path: Path) -> Span:
    """Where to point for ``path``: the deepest node on it that the text has."""
    return locate(node, path).span


def key_at(node: Node, path: Path) -> Scalar | None:
    """The key at the end of ``path``."""
    owner = locate(node, path[:-1])
    return owner.key(str(path[-1])) if path and isinstance(owner, Mapping) else None


def first_key(node: Node, path: Path) -> Span:
    """The first key of the mapping at ``path``; the place to tell that another is missing."""
    owner = locate(node, path)
    return owner.entries[0][0].span if isinstance(owner, Mapping) and owner.entries else owner.span
