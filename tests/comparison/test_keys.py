"""Every key of a pack has a few words by which a change of it is told, and no words are left over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel

from supervision_rules.catalogue.keys import KEYS
from supervision_rules.pack import MODEL


def models(hint: Any, seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The models that a type leads to, each once."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        if hint not in seen:
            seen.add(hint)
            yield hint
            for field in hint.model_fields.values():
                yield from models(field.annotation, seen)
        return
    for part in get_args(hint):
        yield from models(part, seen)


def test_each_key_has_its_words() -> None:
    found = list(models(MODEL, set()))
    keys = {(model.__name__, field.alias or name) for model in found for name, field in model.model_fields.items()}
    names = {key for _, key in keys}
    assert sorted(names - KEYS.keys()) == []
    left = {name for name in KEYS if name not in names and tuple(name.split(".")) not in keys}
    assert sorted(left) == []
