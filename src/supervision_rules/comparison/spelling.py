"""The old version of a pack, with what is the same and has another name in the new one under its new name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.keys import key_label
from supervision_rules.comparison.changes import Change, Step
from supervision_rules.comparison.places import Names
from supervision_rules.language.readings import BY_READING

Renamed = Mapping[str, str]
"""Old names, each with the new one."""


@dataclass(frozen=True, slots=True)
class Respelling:
    """What is called otherwise."""

    readings: Renamed
    options: Mapping[str, Renamed]
    """Of readings, by their old ids."""
    fields: Mapping[str, Renamed]
    """Of record types."""

    def names(self, taken: frozenset[str]) -> Names:
        """The same as expressions have it: a field also through each of the references in ``taken``."""
        found = [(f"reading {old}", f"reading {new}") for old, new in self.readings.items()]
        found += [
            (f"{reading} {old}", f"{reading} {new}") for reading in self.options for old, new in self._of(reading)
        ]
        for renamed in self.fields.values():
            for old, new in renamed.items():
                found += [(old, new), *((f"{other}_{old}", f"{other}_{new}") for other in sorted(taken))]
        return tuple(found)

    def _of(self, reading: str) -> Iterator[tuple[str, str]]:
        yield from self.options[reading].items()

    def spelt(self, pack: nodes.Mapping) -> nodes.Mapping:
        """The old version with its readings, options and fields under their new names; its expressions as they are."""
        spelt = (self._section(key, value) for key, value in pack.entries)
        return nodes.Mapping(tuple(spelt), pack.span)

    def _section(self, key: nodes.Scalar, value: nodes.Node) -> tuple[nodes.Scalar, nodes.Node]:
        if key.text == "readings" and isinstance(value, nodes.Sequence):
            return key, nodes.Sequence(tuple(map(self._reading, value.items)), value.span)
        if key.text == "records":
            return key, self._records(self._depending(value))
        return key, self._depending(value)

    def _reading(self, node: nodes.Node) -> nodes.Node:
        if not isinstance(node, nodes.Mapping):
            return node
        name = node.get("id")
        of = self.options.get(name.text, {}) if isinstance(name, nodes.Scalar) else {}
        changed: dict[str, Renamed] = {"id": self.readings, "taken": of}
        entries: list[tuple[nodes.Scalar, nodes.Node]] = []
        for key, value in node.entries:
            if isinstance(value, nodes.Scalar) and key.text in changed:
                entries.append((key, _called(value, changed[key.text])))
            else:
                entries.append((key, _with_keys(value, of) if key.text == "options" else value))
        return nodes.Mapping(tuple(entries), node.span)

    def _records(self, node: nodes.Node) -> nodes.Node:
        """The fields of record types under their new names."""
        types = node.get("types") if isinstance(node, nodes.Mapping) else None
        if not isinstance(node, nodes.Mapping) or not isinstance(types, nodes.Mapping):
            return node
        spelt = ((key, _with(each, "fields", self.fields.get(key.text, {}))) for key, each in types.entries)
        now = nodes.Mapping(tuple(spelt), types.span)
        return nodes.Mapping(tuple((key, now if value is types else value) for key, value in node.entries), node.span)

    def _depending(self, node: nodes.Node) -> nodes.Node:
        """Values by readings, with the names of these and of their options."""
        if isinstance(node, nodes.Sequence):
            return nodes.Sequence(tuple(map(self._depending, node.items)), node.span)
        if not isinstance(node, nodes.Mapping):
            return node
        by = node.get(BY_READING)
        of = self.options.get(by.text, {}) if isinstance(by, nodes.Scalar) else {}
        entries: list[tuple[nodes.Scalar, nodes.Node]] = []
        for key, value in node.entries:
            if key.text == BY_READING and isinstance(value, nodes.Scalar):
                entries.append((key, _called(value, self.readings)))
            elif key.text == "readings":
                entries.append((key, self._listed(value)))
            else:
                entries.append((_called(key, of), self._depending(value)))
        return nodes.Mapping(tuple(entries), node.span)

    def _listed(self, node: nodes.Node) -> nodes.Node:
        """The readings that a rule names."""
        if not isinstance(node, nodes.Sequence):
            return node
        items = (_called(each, self.readings) if isinstance(each, nodes.Scalar) else each for each in node.items)
        return nodes.Sequence(tuple(items), node.span)


def told(key: str, renamed: Renamed, old: nodes.Node | None, new: nodes.Node) -> Iterator[Change]:
    """What under a key of a part has another name now."""
    before, after = ({each.text: (each, value) for each, value in _entries(node, key)} for node in (old, new))
    for was, now in renamed.items():
        name, value = after[now]
        label = value.get("label") if isinstance(value, nodes.Mapping) else value
        called = label.text if isinstance(label, nodes.Scalar) else now
        steps = Step("key", key, key_label("", key)), Step("name", now, Bilingual(called, now)), _ID
        span = before[was][0].span if was in before else None
        # Records have to bear the new name of a field, too.
        yield Change("changed", steps, was, now, span, name.span, wording=key != "fields")


def _entries(node: nodes.Node | None, key: str) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    below = node.get(key) if isinstance(node, nodes.Mapping) else None
    return below.entries if isinstance(below, nodes.Mapping) else ()


_ID: Final = Step("key", "id", key_label("", "id"))


def _called(scalar: nodes.Scalar, renamed: Renamed) -> nodes.Scalar:
    name = renamed.get(scalar.text)
    return scalar if name is None else replace(scalar, value=name, text=name)


def _with_keys(node: nodes.Node, renamed: Renamed) -> nodes.Node:
    if not isinstance(node, nodes.Mapping):
        return node
    return nodes.Mapping(tuple((_called(key, renamed), value) for key, value in node.entries), node.span)


def _with(node: nodes.Node, name: str, renamed: Renamed) -> nodes.Node:
    """A mapping, with the keys of what stands under one of its own renamed."""
    if not isinstance(node, nodes.Mapping):
        return node
    entries = ((key, _with_keys(value, renamed) if key.text == name else value) for key, value in node.entries)
    return nodes.Mapping(tuple(entries), node.span)
