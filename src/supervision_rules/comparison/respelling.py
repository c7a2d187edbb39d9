"""Readings, their options and fields of records that bear another name in the new version, and are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from supervision_rules import nodes
from supervision_rules.comparison.changes import Change
from supervision_rules.comparison.meaning import meaning
from supervision_rules.comparison.places import WHOLE
from supervision_rules.comparison.spelling import Renamed, Respelling, told


def respelling(old: nodes.Mapping, new: nodes.Mapping, shared: frozenset[str]) -> Respelling:
    """What is called otherwise in the new version; no field by a name that is one of those ``shared`` by all packs."""
    before, after = _readings(old), _readings(new)
    readings = dict(_pairs(_said(before), _said(after)))
    options = {
        name: dict(_pairs(_options(node), _options(after[there])))
        for name, node in before.items()
        if (there := readings.get(name, name)) in after
    }
    types = _types(old), _types(new)
    fields = {
        name: {here: there for here, there in _pairs(*found) if not {here, there} & shared}
        for name in types[0].keys() & types[1].keys()
        if (found := (_fields(types[0][name]), _fields(types[1][name])))
    }
    return Respelling(readings, {name: each for name, each in options.items() if each}, _unmistaken(fields, types[1]))


class Respelt(NamedTuple):
    """What is called otherwise in a reading or a record type."""

    section: Literal["readings", "records"]
    before: str
    """What it was called itself; empty where that is the same."""
    changes: list[Change]
    old: nodes.Node
    new: nodes.Node


def respelt(
    section: Literal["readings", "records"], called: Respelling, old: nodes.Mapping, new: nodes.Mapping
) -> Iterator[tuple[str, Respelt]]:
    """The parts of a section in which something is called otherwise, by their new names."""
    find, key = (_readings, "options") if section == "readings" else (_types, "fields")
    renamed = called.options if section == "readings" else called.fields
    parts, itself = (find(old), find(new)), called.readings if section == "readings" else {}
    for name, node in parts[0].items():
        now = itself.get(name, name)
        if name in itself or renamed.get(name):
            changes = list(told(key, renamed.get(name, {}), node, parts[1][now]))
            yield now, Respelt(section, name if name in itself else "", changes, node, parts[1][now])


def _unmistaken(fields: Mapping[str, Renamed], types: Mapping[str, nodes.Mapping]) -> Mapping[str, Renamed]:
    """Those of which the old name is that of no field any more: an expression names fields of any record."""
    still = {name for each in types.values() for name in _fields(each)}
    return {name: {old: new for old, new in each.items() if old not in still} for name, each in fields.items()}


def _pairs(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The names of one version alone that stand for the same, if no others do."""
    gone = {name: said for name, said in old.items() if name not in new}
    come = {name: said for name, said in new.items() if name not in old}
    for name, said in gone.items():
        same = [there for there, each in come.items() if each == said]
        if len(same) == 1 and list(gone.values()).count(said) == 1:
            yield name, same[0]


def _readings(pack: nodes.Mapping) -> dict[str, nodes.Mapping]:
    written = pack.get("readings")
    items = written.items if isinstance(written, nodes.Sequence) else ()
    named = ((each.get("id"), each) for each in items if isinstance(each, nodes.Mapping))
    return {name.text: each for name, each in named if isinstance(name, nodes.Scalar)}


def _said(readings: Mapping[str, nodes.Mapping]) -> dict[str, object]:
    """What readings are about: their words and what their options say."""
    return {name: (nodes.plain(nodes.locate(node, ("words",))), sorted(map(str, _options(node).values())))
            for name, node in readings.items()}  # fmt: skip


def _options(reading: nodes.Mapping) -> dict[str, object]:
    options = reading.get("options")
    return (
        {key.text: nodes.plain(value) for key, value in options.entries} if isinstance(options, nodes.Mapping) else {}
    )


def _types(pack: nodes.Mapping) -> dict[str, nodes.Mapping]:
    types = nodes.at(pack, "records", "types")
    entries = types.entries if isinstance(types, nodes.Mapping) else ()
    return {key.text: value for key, value in entries if isinstance(value, nodes.Mapping)}


def _fields(spec: nodes.Mapping) -> dict[str, object]:
    fields = spec.get("fields")
    entries = fields.entries if isinstance(fields, nodes.Mapping) else ()
    place = WHOLE.under("records", None).under("types", None).under("", None).under("fields", spec).under("", None)
    return {key.text: meaning(value, place) for key, value in entries}
