"""The vocabulary that all packs share, and what a pack adds to it."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final, TypeVar

from supervision_rules.diagnostics import Collector, Span
from supervision_rules.nodes import Node, read
from supervision_rules.records.check import Path, Place, check
from supervision_rules.records.declarations import TypeSpec, Vocabulary
from supervision_rules.shape import spot, validate

NAME: Final = "vocabulary.yaml"

Value = TypeVar("Value")


@lru_cache(maxsize=1)
def shared_vocabulary() -> Vocabulary:
    """The record types that ship with the library."""
    diagnostics = Collector()
    vocabulary = read_vocabulary(files(__package__).joinpath(NAME).read_bytes(), NAME, diagnostics)
    if vocabulary is None or diagnostics.failed:
        raise RuntimeError("; ".join(f"{found.span} {found.message('en')}" for found in diagnostics))
    return vocabulary


def read_vocabulary(data: bytes | str, source: str, diagnostics: Collector) -> Vocabulary | None:
    """The vocabulary that a text declares; None if it cannot be read as one."""
    node = read(data, source, diagnostics)
    vocabulary = validate(Vocabulary, node, diagnostics) if node is not None else None
    if vocabulary is not None and node is not None:
        check(vocabulary, places(node), diagnostics)
    return vocabulary


def places(node: Node) -> Place:
    """Where the parts of a text stand that was read to ``node``."""

    def place(path: Path) -> Span | None:
        return spot(node, path)

    return place


def extended(shared: Vocabulary, added: Vocabulary, place: Place, diagnostics: Collector) -> Vocabulary:
    """``shared`` with the types, kinds, fields, orders and scales that a pack adds.

    What the shared vocabulary has with another meaning is told, and stays as it was. ``place`` gives the span of a
    path in the text of ``added``.
    """
    merger = _Merger(place, diagnostics)
    scales = merger.merge(("scales",), shared.scales, added.scales)
    filled = Vocabulary(scales=scales, types=added.types)
    types = dict(shared.types)
    for name, spec in filled.types.items():
        types[name] = merger.merge_type(name, types[name], spec) if name in types else spec
    merged = Vocabulary(scales=scales, types=types)
    check(merged, place, diagnostics, only=filled)
    return merged


class _Merger:
    def __init__(self, place: Place, diagnostics: Collector) -> None:
        self._place = place
        self._diagnostics = diagnostics

    def merge(self, path: Path, shared: dict[str, Value], added: dict[str, Value]) -> dict[str, Value]:
        """Both together; of a name in both the shared meaning stays."""
        for name, value in added.items():
            if name in shared and shared[name] != value:
                self._diagnostics.add("SR506", self._place((*path, name)), name=name)
        return {**added, **shared}

    def merge_type(self, name: str, shared: TypeSpec, added: TypeSpec) -> TypeSpec:
        """The shared type with the kinds, fields and orders of the pack's."""
        path: Path = ("types", name)
        for key in ("label", "label_en", "date_label", "date_required", "is_register"):
            if key in added.model_fields_set and getattr(added, key) != getattr(shared, key):
                written = "register" if key == "is_register" else key
                self._diagnostics.add("SR506", self._place((*path, written)), name=f"{name}.{written}")
        if None not in (shared.reopens, added.reopens) and added.reopens != shared.reopens:
            self._diagnostics.add("SR506", self._place((*path, "reopens")), name=f"{name}.reopens")
        parts = {field.alias or key: getattr(shared, key) for key, field in TypeSpec.model_fields.items()} | {
            "fields": self.merge((*path, "fields"), shared.fields, added.fields),
            "kinds": self.merge((*path, "kinds"), shared.kinds or {}, added.kinds or {}) or None,
            "order": [*shared.order, *added.order],
            "reopens": shared.reopens or added.reopens,
        }
        return TypeSpec(**parts)
