"""What a model says of itself in its source: its docstring, and each key with its type, default and meaning.

The source is parsed, so that the library need not keep docstrings at run time.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from docs.making.words import TITLES, annotation_words, default_words
from pydantic import BaseModel
from pydantic.fields import FieldInfo

Model = type[BaseModel]


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
    docstring = TITLES.get(model.__name__) or ast.get_docstring(_class(model)) or ""
    written = dict(_written(model))
    if own:
        for base in model.__mro__[1:]:
            written = {name: item for name, item in written.items() if name not in dict(_own(base))}
    keys = tuple(_key(model, name, *written[name]) for name in model.model_fields if name in written)
    inner = dict.fromkeys(found for name in written for found in _models(model.model_fields[name].annotation))
    return Described(model, docstring.partition("\n")[0], keys, tuple(inner))


def _key(model: Model, name: str, annotation: ast.expr, meaning: str, module: ModuleType) -> Key:
    field: FieldInfo = model.model_fields[name]
    kind = annotation_words(f"{model.__name__}.{name}", annotation, module)
    default = "" if field.is_required() else default_words(field.get_default(call_default_factory=True))
    return Key(
        field.alias or name,
        kind,
        default,
        field.is_required(),
        "".join(line.strip() for line in meaning.splitlines()).rstrip("。"),
    )


def _written(model: Model) -> Iterator[tuple[str, tuple[ast.expr, str, ModuleType]]]:
    for base in reversed(model.__mro__):
        yield from _own(base)


def _own(base: type) -> Iterator[tuple[str, tuple[ast.expr, str, ModuleType]]]:
    """The annotated names in the body of a class, each with the docstring below it."""
    if not base.__module__.startswith("supervision_rules"):
        return
    module, body = inspect.getmodule(base), _class(base).body
    for item, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name) and module is not None:
            yield item.target.id, (item.annotation, _text(after), module)


def _text(statement: ast.stmt | None) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return str(value.value) if isinstance(value, ast.Constant) else ""


def _class(model: type) -> ast.ClassDef:
    classes = (node for node in ast.walk(_tree(inspect.getsourcefile(model) or "")) if isinstance(node, ast.ClassDef))
    return next(node for node in classes if node.name == model.__name__)


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text(encoding="utf-8"))


def _models(annotation: Any) -> Iterator[Model]:
    """The models that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _models(part)
