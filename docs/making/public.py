"""What the names that the library exports say of themselves: their docstrings, parameters, fields, methods, errors.

The source is parsed, as for the models of packs: annotations and defaults are shown as they are written.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

import supervision_rules

_RAISED = re.compile(r"^ {4}([\w, ]+): (.+?)(?=^ {4}\S|\Z)", re.MULTILINE | re.DOTALL)
REACHED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Affected": "supervision_rules.comparison",
        "Change": "supervision_rules.comparison",
        "Citation": "supervision_rules.findings",
        "Difference": "supervision_rules.reports.comparison",
        "Item": "supervision_rules.comparison",
        "Models": "supervision_rules.records",
        "Move": "supervision_rules.comparison",
        "Range": "supervision_rules.comparison",
        "RuleInfo": "supervision_rules.findings",
        "RuleMoves": "supervision_rules.comparison",
        "Run": "supervision_rules.results",
        "Step": "supervision_rules.comparison",
        "Suppressed": "supervision_rules.diagnostics",
        "Switch": "supervision_rules.comparison",
        "Version": "supervision_rules.comparison",
    }
)
"""What is not exported, but held by what is: the rule of a finding, its period."""


@dataclass(frozen=True, slots=True)
class Part:
    """A parameter or a field."""

    key: str
    """``evaluate.as_of``, ``Finding.day``."""
    name: str
    type: str
    default: str
    """Empty where there is none."""
    english: str
    """Its docstring, empty where it has none."""


@dataclass(frozen=True, slots=True)
class Method:
    """What can be asked of an object: a property, or a function with its parameters."""

    key: str
    call: str
    gives: str
    english: str


@dataclass(frozen=True, slots=True)
class Error:
    """What a function raises, and when."""

    key: str
    call: str
    name: str
    english: str


@dataclass(frozen=True, slots=True)
class Public:
    """One exported name."""

    name: str
    call: str
    gives: str
    """What a function returns; empty for a class."""
    english: tuple[str, ...]
    """The paragraphs of its docstring, without the errors."""
    parts: tuple[Part, ...]
    methods: tuple[Method, ...]
    errors: tuple[Error, ...]

    def needed(self) -> Iterator[tuple[str, bool]]:
        """The key of everything that needs words, and whether its docstring has the English ones."""
        yield self.name, True
        yield from ((part.key, bool(part.english)) for part in self.parts)
        yield from ((method.key, bool(method.english)) for method in self.methods)
        yield from ((error.key, True) for error in self.errors)


def public(name: str) -> Public:
    """What is to be said of an exported name, or of what the exported ones hold."""
    home = REACHED.get(name)
    thing = getattr(supervision_rules if home is None else import_module(home), name)
    node = _node(inspect.unwrap(thing))
    if isinstance(node, ast.FunctionDef):
        return Public(name, _call(node), _shown(node.returns), _text(node), _parameters(node), (), _errors(node, name))
    methods = [item for item in node.body if isinstance(item, ast.FunctionDef) and not item.name.startswith("_")]
    errors = [error for method in methods for error in _errors(method, f"{name}.{method.name}")]
    return Public(
        name,
        name,
        "",
        _text(node),
        tuple(_fields(node)),
        tuple(_method(method, name) for method in methods),
        tuple(errors),
    )


def _node(thing: Any) -> ast.FunctionDef | ast.ClassDef:
    nodes = _tree(inspect.getsourcefile(thing) or "").body
    return next(
        node for node in nodes if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name == thing.__name__
    )


@cache
def _tree(path: str) -> ast.Module:
    return ast.parse(Path(path).read_text(encoding="utf-8"))


def _text(node: ast.FunctionDef | ast.ClassDef) -> tuple[str, ...]:
    paragraphs = (ast.get_docstring(node) or "").partition("\n\nRaises:")[0].split("\n\n")
    return tuple(" ".join(paragraph.split()) for paragraph in paragraphs if paragraph)


def _errors(node: ast.FunctionDef, key: str) -> tuple[Error, ...]:
    told = (ast.get_docstring(node) or "").partition("Raises:\n")[2]
    found = (match.groups() for match in _RAISED.finditer(told))
    return tuple(Error(f"{key}!{name}", _call(node), name, " ".join(when.split())) for name, when in found)


def _call(node: ast.FunctionDef) -> str:
    """How it is called: the names of the parameters, those that may be left out in brackets."""
    given = node.args
    sure = len(given.args) - len(given.defaults)
    names = [each.arg if place < sure else f"[{each.arg}]" for place, each in enumerate(given.args)]
    pairs = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    named = [f"{each.arg}=…" if default is None else f"[{each.arg}=…]" for each, default in pairs]
    extra = [f"**{given.kwarg.arg}"] if given.kwarg else []
    return f"{node.name}({', '.join(name for name in (*names, *named, *extra) if name != 'self')})"


def _parameters(node: ast.FunctionDef) -> tuple[Part, ...]:
    given = node.args
    defaults = [None] * (len(given.args) - len(given.defaults)) + given.defaults + given.kw_defaults
    pairs = zip((*given.args, *given.kwonlyargs), defaults, strict=True)
    return tuple(
        Part(f"{node.name}.{each.arg}", each.arg, _shown(each.annotation), _shown(default), "")
        for each, default in pairs
    )


def _fields(node: ast.ClassDef) -> Iterator[Part]:
    """The annotated names of a class that are not its own affair, each with the docstring below it."""
    for item, after in zip(node.body, [*node.body[1:], None], strict=True):
        if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
            kind, name = ast.unparse(item.annotation), item.target.id
            if not name.startswith("_") and not kind.startswith("ClassVar"):
                yield Part(f"{node.name}.{name}", name, kind, _default(item.value), _docstring(after))


def _default(value: ast.expr | None) -> str:
    """What holds without a value; of a call its own default, as ``Field(None, title=…)`` has it."""
    if not isinstance(value, ast.Call):
        return _shown(value)
    factory = next((each.value for each in value.keywords if each.arg == "default_factory"), None)
    if factory is not None:
        return {"list": "[]", "dict": "{}"}.get(ast.unparse(factory), "…")
    return _shown(value.args[0]) if value.args else ""


def _docstring(statement: ast.stmt | None) -> str:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return " ".join(str(value.value).split()) if isinstance(value, ast.Constant) else ""


def _method(node: ast.FunctionDef, owner: str) -> Method:
    is_property = any(ast.unparse(each) in ("property", "cached_property") for each in node.decorator_list)
    call = node.name if is_property else _call(node)
    return Method(f"{owner}.{node.name}", call, _shown(node.returns), " ".join(_text(node)))


def _shown(node: ast.expr | None) -> str:
    return "" if node is None else ast.unparse(node)
