"""What a model would have known at a place: its keys and their labels, for "did you mean"."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from supervision_rules.nodes import Mapping as MappingNode
from supervision_rules.nodes import Node, Scalar, child
from supervision_rules.shape.places import Path

KIND: Final = "kind"
"""The key that tells the members of a union apart."""
NO_LABELS: Final[Mapping[str, str]] = MappingProxyType({})

ALIKE_KEYS: Final[Mapping[str, str]] = MappingProxyType({"on": "of", "of": "on", "window": "each"})
"""Keys that say in some parts of a pack what others say elsewhere."""


def fields_at(model: type[BaseModel], node: Node, path: Path) -> dict[str, FieldInfo]:
    """The fields of the models that the text at ``path`` may be, by key."""
    annotations, here = [model], node
    for part in path:
        annotations = [below for each in annotations for below in _below(each, here, part)]
        here = child(here, part) or here
    return {name: field for each in annotations for found in _models(each, here) for name, field in keys(found).items()}


def kinds_with(name: str, model: type[BaseModel], node: Node, path: Path) -> list[str]:
    """The kinds of rules that have a key, where the text at ``path`` is a rule of another kind."""
    annotations, here = [model], node
    for part in path:
        annotations = [below for each in annotations for below in _below(each, here, part)]
        here = child(here, part) or here
    every = [each for annotation in annotations for each in _alternatives(annotation)]
    models = [each for each in every if isinstance(each, type) and issubclass(each, BaseModel)]
    kinds = ((get_args(field.annotation), each) for each in models if (field := keys(each).get(KIND)) is not None)
    return [str(words[0]) for words, each in kinds if words and name in keys(each)]


def keys(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a model by the key that a text uses."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _below(annotation: Any, node: Node, part: str | int) -> Iterator[Any]:
    for each in _alternatives(annotation):
        arguments = [item for item in get_args(each) if item is not Ellipsis]
        if isinstance(each, type) and issubclass(each, BaseModel):
            field = keys(each).get(str(part)) if _fits(each, node) else None
            yield from (field.annotation,) if field else ()
        elif arguments and get_origin(each) is not Literal:
            yield from arguments[-1:] if isinstance(part, str) else arguments


def _models(annotation: Any, node: Node) -> Iterator[type[BaseModel]]:
    for each in _alternatives(annotation):
        if isinstance(each, type) and issubclass(each, BaseModel) and _fits(each, node):
            yield each


def _alternatives(annotation: Any) -> Iterator[Any]:
    """The members of a union, through aliases and annotations."""
    if hasattr(annotation, "__value__"):  # a named alias: type X = …
        yield from _alternatives(annotation.__value__)
    elif get_origin(annotation) is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, UnionType):
        for each in get_args(annotation):
            yield from _alternatives(each)
    else:
        yield annotation


def _fits(model: type[BaseModel], node: Node) -> bool:
    """Whether no field with a fixed word (a ``kind``) contradicts the text."""
    for name, field in keys(model).items():
        value = node.get(name) if isinstance(node, MappingNode) and get_origin(field.annotation) is Literal else None
        if (
            isinstance(value, Scalar)
            and len(get_args(field.annotation)) == 1
            and value.value not in get_args(field.annotation)
        ):
            return False
    return True


def labels_of(fields: Mapping[str, FieldInfo]) -> dict[str, str]:
    """The Chinese label (a field's title) of each key that has one, label first."""
    return {field.title: name for name, field in fields.items() if field.title}


def value_labels(field: FieldInfo | None) -> dict[str, str]:
    """The labels of a choice's values, label first, from ``json_schema_extra={"labels": {value: label}}``."""
    extra = field.json_schema_extra if field and isinstance(field.json_schema_extra, dict) else {}
    labels = extra.get("labels")
    return {str(label): value for value, label in labels.items()} if isinstance(labels, dict) else {}


def nearest(given: str, allowed: Iterable[str], labels: Mapping[str, str] = NO_LABELS) -> str:
    """The allowed word that was probably meant, or nothing; a label (label first) counts for its word.

    Where a number stands before a word (6 months), it is not the word that was meant.
    """
    if given[:1].isdigit():
        return ""
    words = {_folded(word): word for word in allowed} | {_folded(label): word for label, word in labels.items()}
    near = get_close_matches(_folded(given), words, n=1, cutoff=0.6)
    return words[near[0]] if near else ""


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().replace("-", "_").replace(" ", "_")
