"""Fields that mean, left empty, what another record says; records that rules look for, and that name nobody."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from supervision_rules.world.rows import Row, World
from supervision_rules.world.tenure import has

Place = tuple[Row, str]
"""A record and a field of it."""


def origin_of(world: World, row: Row, name: str) -> Place | None:
    """Where the value of a field stands, found by going from record to record; None where it is empty there, too."""
    row, name = _source_of(world, row, name)
    return None if row.source[name] is None else (row, name)


def _source_of(world: World, row: Row, name: str) -> Place:
    """The record that has to say what a field is, and its field: the last that is reached over fields left empty."""
    seen: set[tuple[str, str, str]] = set()
    while row.source[name] is None and (row.type, row.id, name) not in seen:
        seen.add((row.type, row.id, name))
        source = next((each[1:] for each in world.schema.inherits[row.type] if each[0] == name), None)
        other = world.find(world.schema.references[row.type][source[0]], row.source[source[0]]) if source else None
        if source is None or other is None:
            break
        row, name = other, source[1]
    return row, name


def unplaced(world: World) -> Iterator[tuple[Row, tuple[str, ...]]]:
    """The rows that rules look for by some fields, all of them empty, and those fields; and the rows that leave empty
    what others have from them by which rules look for these.

    What would name one of its own type only, as a unit the one above it, may well name none: the topmost does.
    """
    told = set[tuple[str, str]]()
    for name, fields in world.schema.links.items():
        base = world.schema.base(name)
        if not all(world.schema.references[base].get(each) == base for each in fields):
            rows: list[Any] = world.of(name)  # one field after the other: most records name somebody in the first
            for field in fields:
                rows = [row for row in rows if row.source[field] is None]
            told.update((base, row.id) for row in rows)
            yield from ((row, fields) for row in rows if has(row, row.source["date"]))
    empty = {(row.type, row.id, name): row for row, name in _left_empty(world, told)}
    for (type_, id_, name), row in empty.items():
        if (type_, id_) not in told and has(row, row.source["date"]):
            yield row, (name,)


def _left_empty(world: World, told: Container[tuple[str, str]]) -> Iterator[Place]:
    """Where what a row is looked for by ought to stand, which it leaves to another record, and is empty there."""
    for name, fields in world.schema.links.items():
        base = world.schema.base(name)
        for field in {each[0] for each in world.schema.inherits[base]}.intersection(fields):
            for row in world.of(name):
                if row.source[field] is None and (base, row.id) not in told:
                    place = _source_of(world, row, field)
                    if place[0] is not row:
                        yield place
