"""Schemas of values that may be of several types, as an editor reads them best: one schema with a list of types."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

Schema = dict[str, Any]
OBJECT: Final = "object"
TYPES: Final = ("string", "number", "boolean", "array", OBJECT)
NOTHING: Final[Schema] = {"not": {"type": list(TYPES)}}
"""Nothing, where a value may be left empty. Not by its type: an editor would offer the word null."""
_ONE: Final = ("items", "additionalProperties", "then", "else", "propertyNames")
_SEVERAL: Final = ("anyOf", "allOf")
_NAMED: Final = ("properties", "$defs")
_SEPARATE: Final = frozenset(("enum", "const", "$ref", "not", "if", "anyOf", "properties"))
"""What is said of a value of any type, and cannot stand beside what is said of another."""


def either(members: Iterable[Schema]) -> Schema:
    """What takes all that one of ``members`` takes; those of different types become one."""
    parts = [part for each in members for part in alternatives(each)]
    merged: list[Schema] = []
    for part in (part for place, part in enumerate(parts) if part not in parts[:place]):
        place = next((place for place, other in enumerate(merged) if _go_together(other, part)), None)
        if place is None:
            merged.append(part)
        else:
            merged[place] = _together(merged[place], part)
    return merged[0] if len(merged) == 1 else {"anyOf": sorted(merged, key=lambda each: each == NOTHING)}


def alternatives(schema: Schema) -> Sequence[Schema]:
    """The members of a union; of what is none, itself."""
    return schema["anyOf"] if schema.keys() == {"anyOf"} else (schema,)


def parts(schema: Schema) -> Iterator[Schema]:
    """A schema and all within it that a value is held against; not what only decides by which it is."""
    yield schema
    below = [part for key in _NAMED for part in schema.get(key, {}).values()]
    below += [schema[key] for key in _ONE if key in schema]
    below += [part for key in _SEVERAL for part in schema.get(key, ())]
    for part in below:
        if isinstance(part, dict):
            yield from parts(part)


def types_of(schema: Schema) -> tuple[str, ...]:
    """The types that a schema names."""
    named = schema.get("type", ())
    return (named,) if isinstance(named, str) else tuple(named)


def _go_together(one: Schema, other: Schema) -> bool:
    """Whether nothing that is said of one touches the other; a number may be whole."""
    apart = not set(types_of(one)) & set(types_of(other))
    return bool(types_of(one) and types_of(other)) and apart and not _SEPARATE & {*one, *other}


def _together(one: Schema, other: Schema) -> Schema:
    types = (*types_of(one), *types_of(other))
    named = [each for each in types if each != "integer" or "number" not in types]
    return {**one, **other, "type": named[0] if len(named) == 1 else named}
