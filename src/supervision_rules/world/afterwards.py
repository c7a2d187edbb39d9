"""What a document still concerns after it has ended: of what began under it, something is left to do or on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any, Final, cast

from supervision_rules.calendar import Period
from supervision_rules.world.changes import CLOSED
from supervision_rules.world.governing import root
from supervision_rules.world.reopened import reopened
from supervision_rules.world.rows import Row, World
from supervision_rules.world.tenure import has, tenure_of

_LEFT: Final = "what is left after the document has ended, by record, and by whom it names"
_Stretch = tuple[date, date]
_Left = dict[tuple[str, str], list[_Stretch]]


def concerns(row: Row, period: Period) -> bool:
    """Whether a document concerns ``row`` in ``period``.

    Until it ends, it concerns all that is there while it is in force. After that it does a matter, with all that
    belongs to it, that it governs and that is still open there or has something dated in the period; and the entries
    of registers that one of these names.
    """
    since, until = row.world.in_force
    listed: dict[str, Any] = row.source if row.type in row.world.schema.registers else {}
    begun, ended = listed.get("since"), listed.get("until")
    if since is not None and ended is not None and ended < since:
        return False
    if until is None or (period.first <= until and (begun is None or begun <= until)):
        return True
    left = _left(row.world, until).get((row.type, row.id), ())
    return any(first <= period.last and last >= period.first for first, last in left)


def last_concerned(world: World) -> date:
    """The last day up to the day asked on which something of the document is in force, or open."""
    until = world.in_force[1]
    if until is None or until >= world.as_of:
        return world.as_of
    return max((last for stretches in _left(world, until).values() for _, last in stretches), default=until)


def _left(world: World, until: date) -> _Left:
    if _LEFT not in world.memo:
        found: _Left = defaultdict(list)
        for _, rows in world.all():
            for row in rows:
                owner = root(row)
                its = [each for each in _stretches(row) if each[1] > until]
                whole = its if owner is row else [*its, *(each for each in _stretches(owner) if each[1] > until)]
                found[row.type, row.id] += whole
                for named in _named(row, owner) if whole else ():
                    found[named] += whole
        world.memo[_LEFT] = found
    return world.memo[_LEFT]  # type: ignore[no-any-return]  # what is kept is what was put in


def _stretches(row: Row) -> Iterator[_Stretch]:
    """The days on which something of a record is dated; those on which a matter is open, from its first to its last, as
    long as this version has it."""
    as_of, source = row.world.as_of, row.source
    dated: Any = [source[name] for name in ("date", *row.world.schema.dates[row.type])]
    days = [day for day in dated if day is not None and day <= as_of]
    for day in days:
        if has(row, day):
            yield day, day
    done = next((name for name in (*row.world.change.done, CLOSED) if name in source), None)
    if done is not None and days:
        held, closed = tenure_of(row), cast(date | None, source[done])
        again = reopened(row, closed) if closed is not None else ()
        for first, last in ((min(days), closed), *again):
            last = min(last or as_of, as_of)
            if held is not None:
                first, last = max(first, held.first), min(last, held.last)
            if first <= last:
                yield first, last


def _named(row: Row, owner: Row) -> Iterator[tuple[str, str]]:
    """The entries of registers, each by its type and id, that a record names, or the matter that it belongs to."""
    for each in (row,) if owner is row else (row, owner):
        for name, target in each.world.schema.references[each.type].items():
            given: Any = each.source[name] or ()
            for other in (given,) if isinstance(given, str) else given:
                if target in each.world.schema.registers:
                    yield target, other
