"""What a model says of itself in its source: its docstring, and the text under each of its keys.

The source is parsed where this is wanted (the reference, the editor's schemas), so that no start of the library pays.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from types import MappingProxyType, ModuleType
from typing import Final

import yaml
from pydantic import BaseModel

from supervision_rules.catalogue import Lang

Model = type[BaseModel]
NO_DEFAULT: Final = "—"
TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Vocabulary": "记录类型的声明。",
        "TypeSpec": "一类记录：只给共用类型添字段的，名称不必再写。",
        "FieldSpec": "一个字段。",
    }
)
"""What models are whose docstrings are for programmers."""


def meaning_of(model: Model) -> str:
    """What a model is, in Chinese."""
    docstring = TITLES.get(model.__name__) or ast.get_docstring(_class(model)) or ""
    return docstring.partition("\n")[0]


def meanings(model: Model) -> dict[str, str]:
    """What each field of a model means, in Chinese."""
    return {name: meaning for name, (_, meaning, _) in written(model).items()}


def written(model: Model) -> dict[str, tuple[ast.expr, str, ModuleType]]:
    """The fields of a model as its source, and that of its bases, has them: annotation, meaning, where."""
    return {name: found for base in reversed(model.__mro__) for name, found in own(base)}


def own(base: type) -> Iterator[tuple[str, tuple[ast.expr, str, ModuleType]]]:
    """The annotated names in the body of a class, each with the text below it."""
    module = inspect.getmodule(base)
    if module is None or not base.__module__.startswith("supervision_rules"):
        return
    body = _class(base).body
    for item, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            yield item.target.id, (item.annotation, _text(after), module)


def _text(statement: ast.stmt | None) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    text = str(value.value) if isinstance(value, ast.Constant) else ""
    return "".join(line.strip() for line in text.splitlines()).rstrip("。")


def _class(model: type) -> ast.ClassDef:
    classes = (node for node in ast.walk(_tree(model.__module__)) if isinstance(node, ast.ClassDef))
    return next(node for node in classes if node.name == model.__name__)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


@cache
def key_words() -> Mapping[str, str]:
    """What is written of each model and each key, in English, by what is written in Chinese."""
    path = files("supervision_rules") / "editor" / "key_words.yaml"
    return MappingProxyType(yaml.safe_load(path.read_text(encoding="utf-8")))


def said(chinese: str, lang: Lang) -> str:
    """What a model or a key means, in one language; empty in English where that is not written yet, which a test
    tells."""
    return chinese if lang == "zh" else key_words().get(chinese, "")


def default_words(value: object) -> str:
    """A default as it would be written; a dash where leaving the key out means that there is none."""
    if value is None or value in ([], {}, ()) or isinstance(value, BaseModel):
        return NO_DEFAULT
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if isinstance(value, str | int | Decimal) and value != "" else NO_DEFAULT
