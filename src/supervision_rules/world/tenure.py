"""In which version of a document a record counts, where its matter passes from one to the next."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, Final

from supervision_rules.expressions import Value
from supervision_rules.world.changes import NO_CHANGE, Matter, Tenure
from supervision_rules.world.governing import first_event, owners, root
from supervision_rules.world.rows import Row, World

_NAMED: Final = "the records of matters that pass, by whom they name"


def has(record: Row, day: Value, today: date | None = None) -> bool:
    """Whether this version had on ``day`` the matter that ``record`` belongs to; what belongs to none it always has.

    A day that is not known, or lies ahead of ``today`` (the day asked), is taken to be that.
    """
    tenure = tenure_of(record)
    if tenure is None:
        return True
    latest = today or record.world.as_of
    seen = day if isinstance(day, date) and day < latest else latest
    return tenure.first <= seen <= tenure.last


def moves(record: Row) -> bool:
    """Whether a record that is placed by another day than its own counts in the version in force on that day, whichever
    judges the record: it stands alone, with no course of its own, and one version follows another."""
    world = record.world
    alone = root(record) is record and record.type not in owners(world)
    has_course = not set(world.change.done).isdisjoint(world.schema.dates[record.type])
    return world.change != NO_CHANGE and alone and not has_course


def has_by(record: Row, day: Value, today: date | None = None) -> bool:
    """The same as ``has`` of a record that is placed by ``day``, another than its own, and that may be one that this
    version does not judge."""
    world = record.world
    if (record.type, record.id) in world.tenures:
        return has(record, day, today)
    if not may_count(record):
        return False
    latest, (since, until) = today or world.as_of, world.in_force
    decides = day if moves(record) else first_event(root(record))
    seen = decides if isinstance(decides, date) and decides < latest else latest
    return (since is None or since <= seen) and (until is None or seen <= until)


def may_count(record: Row) -> bool:
    """Whether a record falls under any version of the document: none has what lies before the earliest of them."""
    first, begun = record.world.change.first, first_event(root(record))
    return first is None or begun is None or begun >= first


def governed_before(record: Row) -> bool:
    """Whether a record that this version does not judge falls under one that it replaces."""
    took_over, begun = record.world.change.took_over, first_event(root(record))
    return took_over is not None and begun is not None and begun < took_over and may_count(record)


def judges(row: Row) -> bool:
    """Whether what a rule finds of ``row`` is to be told: this version has its matter on the day asked, and if it is
    looked at through a window that is over, on the last day of that.
    """
    return has(row, None if row.period is None else row.period.last)


def had(row: Row) -> bool:
    """Whether this version has had the matter that ``row`` belongs to by the day asked, be it no longer."""
    tenure = tenure_of(row)
    return tenure is None or tenure.first <= row.world.as_of


def passing(record: Row) -> Matter | None:
    """The matter that a record belongs to, where that is one that passes."""
    held = tenure_of(record)
    return None if held is None else held.matter


def passed_later(record: Row) -> Matter | None:
    """The same where the record lies before this version had the matter, whose records it then sees all."""
    return None if has(record, record.source["date"]) else passing(record)


def tenure_of(record: Row) -> Tenure | None:
    """When this version has the matter that a record belongs to, where that is one that passes."""
    return record.world.tenures.get((record.type, record.id))


def divided(subject: Row, via: str) -> bool:
    """Whether the records of a matter that passes count for ``subject`` where they were on their own day.

    For a unit or a person, or whosever they are (no ``via``), they do; what belongs to a matter counts for it whole.
    """
    world = subject.world
    return bool(world.tenures) and (not via or subject.type in world.schema.registers)


def counted_apart(subject: Row) -> tuple[Tenure, ...]:
    """When this version has the matters that pass of which a record names ``subject``, a unit or a person, and lies in
    the window that it is looked at through, as the change may. Each such time once, with the first of these matters.
    """
    memo, period = subject.world.memo, subject.period
    if _NAMED not in memo:
        memo[_NAMED] = _by_who_is_named(subject.world)
    found: dict[tuple[date, date], Tenure] = {}
    for day, tenure in memo[_NAMED].get((subject.type, subject.id), ()):
        days = (day, tenure.first, tenure.last)
        if period is None or day is None or any(period.first <= each <= period.last for each in days):
            found.setdefault((tenure.first, tenure.last), tenure)
    return tuple(found.values())


def _by_who_is_named(world: World) -> dict[tuple[str, str], list[tuple[Value, Tenure]]]:
    """Of the records of matters that pass the day and the tenure, by the type and id of each record that they name."""
    named: dict[tuple[str, str], list[tuple[Value, Tenure]]] = defaultdict(list)
    for (record_type, record_id), tenure in sorted(world.tenures.items()):
        record = world.find(record_type, record_id)
        source: dict[str, Any] = record.source if record is not None else {}
        for name, target in world.schema.references[record_type].items():
            given = source.get(name) or ()
            for other in (given,) if isinstance(given, str) else given:
                named[target, other].append((source["date"], tenure))
    return named
