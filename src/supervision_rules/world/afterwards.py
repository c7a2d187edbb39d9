"""Whom a document still concerns after it has ended: of what began under it, something is left to do or on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from supervision_rules.calendar import Period
from supervision_rules.world.changes import CLOSED
from supervision_rules.world.governing import root
from supervision_rules.world.rows import Row, World
from supervision_rules.world.tenure import has

_LEFT: Final = "what is left after the document has ended, by whom it names"
_Stretch = tuple[date, date]


def concerns(row: Row, period: Period) -> bool:
    """Whether a document concerns ``row``, an entry of a register, in ``period``.

    Until it ends, it concerns all. After that it does whom a record names that it governs, or the matter of one, if
    that is dated in the period, or the matter is still open there.
    """
    until = row.world.in_force[1]
    if until is None or period.first <= until or row.type not in row.world.schema.registers:
        return True
    memo = row.world.memo
    if _LEFT not in memo:
        memo[_LEFT] = _left(row.world, until)
    return any(first <= period.last and last >= period.first for first, last in memo[_LEFT].get((row.type, row.id), ()))


def _left(world: World, until: date) -> dict[tuple[str, str], list[_Stretch]]:
    found: dict[tuple[str, str], list[_Stretch]] = defaultdict(list)
    for _, rows in world.all():
        for row in rows:
            stretches = [each for each in _stretches(row) if each[1] > until]
            for named in _named(row) if stretches else ():
                found[named] += stretches
    return found


def _stretches(row: Row) -> Iterator[_Stretch]:
    """The days on which something of a record is dated; those on which a matter is open, from its first to today."""
    as_of, source = row.world.as_of, row.source
    dated: Any = [source[name] for name in ("date", *row.world.schema.days[row.type])]
    days = [day for day in dated if day is not None and day <= as_of]
    for day in days:
        if has(row, day):
            yield day, day
    if CLOSED in source and source[CLOSED] is None and days and has(row, as_of):
        yield min(days), as_of


def _named(row: Row) -> Iterator[tuple[str, str]]:
    """The entries of registers, each by its type and id, that a record names, or the matter that it belongs to."""
    for each in {id(row): row, id(root(row)): root(row)}.values():
        for name, target in each.world.schema.references[each.type].items():
            given: Any = each.source[name] or ()
            for other in (given,) if isinstance(given, str) else given:
                yield target, other
