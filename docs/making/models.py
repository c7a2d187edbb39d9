"""What a model says of itself in its source: its docstring, and each key with its type, default and meaning."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from docs.making.words import annotation_words
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from supervision_rules.editor.described import Model, default_words, meaning_of, written
from supervision_rules.editor.described import own as own_fields


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping in a pack."""

    name: str
    kind: str
    """What may be written, in words."""
    default: str
    """What holds if it is left out; empty where it must be written."""
    required: bool
    meaning: str


@dataclass(frozen=True, slots=True)
class Described:
    """A model: what it is, its keys, and the models that its keys lead to."""

    model: Model
    meaning: str
    keys: tuple[Key, ...]
    inner: tuple[Model, ...]


def described(model: Model, *, own: bool = False) -> Described:
    """``model`` with all its keys, or without those of the models it is made from, if ``own``."""
    found = written(model)
    if own:
        inherited = {name for base in model.__mro__[1:] for name, _ in own_fields(base)}
        found = {name: item for name, item in found.items() if name not in inherited}
    keys = tuple(_key(model, name, *found[name]) for name in model.model_fields if name in found)
    inner = dict.fromkeys(each for name in found for each in _models(model.model_fields[name].annotation))
    return Described(model, meaning_of(model), keys, tuple(inner))


def _key(model: Model, name: str, annotation: ast.expr, meaning: str, module: ModuleType) -> Key:
    field: FieldInfo = model.model_fields[name]
    kind = annotation_words(f"{model.__name__}.{name}", annotation, module)
    default = "" if field.is_required() else default_words(field.get_default(call_default_factory=True))
    return Key(field.alias or name, kind, default, field.is_required(), meaning)


def _models(annotation: Any) -> Iterator[Model]:
    """The models that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)
