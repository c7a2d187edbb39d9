"""Where a pack may say that a value depends on a reading, or changes over time, instead of the value itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import Any, Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.editor import BY_DATE_TEXT, BY_READING_TEXT
from supervision_rules.editor.alternatives import NOTHING, OBJECT, Schema, alternatives, either, types_of
from supervision_rules.editor.offers import skeleton, words
from supervision_rules.language.dates import BY_DATE
from supervision_rules.language.readings import BY_READING
from supervision_rules.shape import DAY

_ABOUT: Final = ("description",)
"""What is said of a place, not of what stands there."""
_FIXED: Final = "const"
"""A word by which a mapping is known, and that is always written out."""
_WORDS: Final = frozenset(("enum", "const"))


@dataclass(frozen=True, slots=True)
class _Place:
    """What stands somewhere in a pack."""

    schema: Schema
    dated: bool
    """Whether it may change over time."""
    may_lack: bool
    """Whether it may be left out, and so may be empty from a day on."""
    keyed: bool = True
    """Whether it stands under a key; not, as an item of a list."""

    def __str__(self) -> str:
        return json.dumps((self.schema, self.dated, self.may_lack, self.keyed), sort_keys=True, ensure_ascii=False)


@dataclass(slots=True)
class Openings:
    """Makes the schema of what is written out of that of what is meant, with the definitions that it needs.

    Definitions hold what many places have in common; they are numbered in the order in which they are met.
    """

    lang: Lang
    definitions: dict[str, Schema]
    names: dict[str, str] = field(default_factory=dict)

    def model(self, shape: Schema, *, dated: Container[str] = (), fixed: Container[str] = ()) -> Schema:
        """A mapping, of which the ``dated`` keys may change over time, and only the ``fixed`` ones may not depend."""
        properties, required = dict(shape["properties"]), shape.get("required", ())
        for key, value in properties.items():
            if _FIXED not in value and key not in fixed:
                core = {name: each for name, each in value.items() if name not in _ABOUT}
                about = {name: value[name] for name in _ABOUT if name in value}
                properties[key] = {**about, **self._written(_Place(core, key in dated, key not in required))}
        return {**shape, "properties": properties}

    def _written(self, place: _Place) -> Schema:
        """The value itself, or how it depends."""
        return self._definition("value", place, self._value)

    def _value(self, place: _Place) -> Schema:
        core, depends = place.schema, self._depends(place)
        members = [self._inside(each, place.dated) for each in alternatives(core) if each != NOTHING]
        shown = {**skeleton(core, self.definitions), **words(members)} if place.keyed else {}
        if any("$ref" in each or OBJECT in types_of(each) for each in members):
            ways = [{"required": [key]} for key in ((BY_READING, BY_DATE) if place.dated else (BY_READING,))]
            found: Schema = {"if": {"type": OBJECT, "anyOf": ways}, "then": depends, "else": either(members)}
            if len(members) == 1 and types_of(members[0]) in ((), (OBJECT,)):
                found = {"type": OBJECT, **found}
        elif len(members) > 1 or _WORDS & members[0].keys():
            found = {"if": {"type": OBJECT}, "then": depends, "else": either(members)}
        else:
            found = {**members[0], "type": [*types_of(members[0]), OBJECT], "if": {"type": OBJECT}, "then": depends}
        return {"anyOf": [found, NOTHING], **shown} if NOTHING in alternatives(core) else {**found, **shown}

    def _inside(self, member: Schema, dated: bool) -> Schema:
        """A list whose items, or a mapping whose values may depend, too."""
        opened = dict(member)
        if "items" in member:
            opened["items"] = self._written(_Place(member["items"], dated, may_lack=False, keyed=False))
        if "additionalProperties" in member:
            opened["additionalProperties"] = self._written(_Place(member["additionalProperties"], dated, may_lack=True))
        return opened

    def _depends(self, place: _Place) -> Schema:
        by_reading = self._definition(BY_READING, place, self._by_reading)
        if not place.dated:
            return by_reading
        by_date = self._definition(BY_DATE, place, self._by_date)
        return {"if": {"required": [BY_DATE]}, "then": by_date, "else": by_reading}

    def _by_reading(self, place: _Place) -> Schema:
        """The name of a reading, and the value under each of its options."""
        name = self._shared("reading", {"type": "string", "description": BY_READING_TEXT.said(self.lang)})
        return {**_mapping(BY_READING, name), "additionalProperties": self._written(place)}

    def _by_date(self, place: _Place) -> Schema:
        """The value from each of some days on; where it may be left out, none."""
        schema = either([place.schema, NOTHING]) if place.may_lack else place.schema
        value = self._written(_Place(schema, True, place.may_lack, place.keyed))
        days = {
            "type": OBJECT,
            "minProperties": 1,
            "propertyNames": self._shared("day", dict(DAY)),
            "additionalProperties": value,
        }
        about = {"description": BY_DATE_TEXT.said(self.lang)}
        return {**_mapping(BY_DATE, {**about, **days}), "additionalProperties": False}

    def _shared(self, name: str, schema: Schema) -> Schema:
        """A reference to what is the same wherever it stands."""
        self.definitions.setdefault(name, schema)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, kind: str, place: _Place, make: Callable[[_Place], Schema]) -> Schema:
        """A reference to what ``make`` makes of a place, which is made once."""
        key = f"{kind} {place}"
        if key not in self.names:
            name = f"{kind}-{sum(name.startswith(kind) for name in self.names.values()) + 1}"
            self.names[key] = name
            self.definitions[name] = {}  # it stands here in the order of references, and may lead to itself
            self.definitions[name] = make(place)
        return {"$ref": f"#/$defs/{self.names[key]}"}


def _mapping(key: str, value: Any) -> Schema:
    return {"type": OBJECT, "properties": {key: value}, "required": [key]}
