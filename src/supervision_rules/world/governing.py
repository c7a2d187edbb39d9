"""Which day of a record decides by which version of a document, and of its values, it is judged."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from supervision_rules.findings import Finding
from supervision_rules.world.rows import Row, World

_OWNERS: Final = "the types of record that others belong to"
_DECIDING: Final = "the day of each record that decides by which values it is judged"


def root(row: Row) -> Row:
    """The record whose first event decides which document governs ``row``: the one it belongs to, or itself."""
    owner = _owner(row, frozenset())
    return row if owner is None else owner


def _owner(row: Row, passed: frozenset[str]) -> Row | None:
    """The matter or project that ``row`` leads to, over other records too; ``passed`` are the types of those before."""
    schema = row.world.schema
    for name in schema.belongs[row.type]:
        other = row.world.find(schema.references[row.type][name], row[name])
        if other is not None and other.type not in passed:
            found = _owner(other, passed | {row.type}) if schema.belongs[other.type] else other
            if found is not None:
                return found
    return None


def first_event(row: Row) -> date | None:
    """Of a matter or project the first day known by the day asked on which something is dated; of others their own day.

    A notice signed before the day of force and issued after it is a notice of the day on which it was issued.
    """
    as_of, source, own = row.world.as_of, row.source, row.world.schema.dates[row.type]
    day = source["date"]
    if isinstance(day, date) and row.type not in owners(row.world):
        return day
    days: list[Any] = [day for name in ("date", *own) if (day := source.get(name)) is not None]
    return min((day for day in days if day <= as_of), default=None)


def owners(world: World) -> frozenset[str]:
    """The types of record that others belong to: matters and projects, which have a course and no single day."""
    if _OWNERS not in world.memo:
        schema = world.schema
        led_to = {schema.references[name][field] for name, fields in schema.belongs.items() for field in fields}
        world.memo[_OWNERS] = frozenset(name for name in led_to if not schema.belongs[name])
    return world.memo[_OWNERS]  # type: ignore[no-any-return]  # what is kept is what was put in


def deciding_day(world: World, finding: Finding) -> date:
    """The day whose values a finding goes by, within the time in force.

    Through a window it is its first day; of a record without one the day on which it, or the matter that it belongs to,
    began; of a unit or person without one the day asked.
    """
    if finding.period is not None:
        return _within_force(world, finding.period.first)
    days: dict[tuple[str, str], date] = world.memo.setdefault(_DECIDING, {})
    key = finding.rule.subject_type, finding.subject
    if key not in days:
        days[key] = _within_force(world, _begun(world, *key))
    return days[key]


def _begun(world: World, record_type: str, record_id: str) -> date:
    row = world.find(record_type, record_id) if record_type not in world.schema.registers else None
    first = first_event(root(row)) if row is not None else None
    return world.as_of if first is None else first


def _within_force(world: World, day: date) -> date:
    since, until = world.in_force
    return max(day if until is None else min(day, until), since or day)
