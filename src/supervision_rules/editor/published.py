"""The schemas as files, and the line by which a file of YAML tells an editor of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.editor.alternatives import Schema
from supervision_rules.editor.schemas import cases_schema, pack_schema

_DEFINITIONS: Final = "$defs"
FOLDER: Final = ".supervision"
"""Where the schemas lie, beside the packs."""
SCHEMAS: Final[Mapping[str, Callable[[Lang], Schema]]] = MappingProxyType({"pack": pack_schema, "cases": cases_schema})
"""What an editor has a schema for."""


def schema_text(name: str, lang: Lang = "zh") -> str:
    """A schema as JSON, its keys in the order in which an editor is to offer them; a definition stands on one line."""
    schema = SCHEMAS[name](lang)
    definitions = {each: _line(part) for each, part in schema.pop(_DEFINITIONS, {}).items()}
    parts = {each: _line(part) for each, part in schema.items()}
    return _lines({**parts, _DEFINITIONS: _lines(definitions)}) + "\n"


def _line(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _lines(parts: Mapping[str, str]) -> str:
    """An object in which each key has a line."""
    return "{\n" + ",\n".join(f"{_line(name)}:{part}" for name, part in parts.items()) + "\n}"


def schema_file(name: str) -> str:
    """What the file of a schema is called."""
    return f"{name}.schema.json"


def modeline(name: str, folder: str) -> str:
    """The comment at the head of a file by which an editor finds its schema, in ``folder`` as seen from the file."""
    return f"# yaml-language-server: $schema={folder}/{schema_file(name)}"
