"""From which day until which something that recurs is owed, and under which version of a document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from supervision_rules.constructs.cadence import Cadence, Known
from supervision_rules.constructs.terms import Term
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.world import NO_CHANGE, Row, World

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Owing:
    """The turns in which something is owed."""

    cadence: Cadence
    start: Expression | None
    end: Expression | None

    def turns(self, row: Row, earliest: date, known: Known) -> list[Term]:
        """Those that have begun by the day asked; none where it is not known from which day on."""
        start, end = self._start(row, earliest), self._end(row)
        if start is None or (start := self._in_force(row, start)) > row.world.as_of:
            return []
        begun = self.cadence.terms(
            start, _earlier(end, self._last_owed(row)), row.world.as_of, row.world.calendar, known
        )
        return [turn for turn in begun if self._is_owed(row, turn, end) and _falls_due(turn, start, end)]

    def _is_owed(self, row: Row, turn: Term, end: date | None) -> bool:
        """Whether it is owed under this version of the document; a matter owes as long as it falls under it."""
        return row.type not in row.world.schema.registers or row.world.change.owed(turn.period, end)

    def _last_owed(self, row: Row) -> date | None:
        """The last day for which a unit or a person owes anything; where another version follows, that takes over whole
        periods. A matter owes until it is done with."""
        last, gave_way = row.world.in_force[1], row.world.change.gave_way
        taken_over = last is not None and gave_way == last + _DAY
        return None if taken_over or row.type not in row.world.schema.registers else last

    def edges(self, row: Row, earliest: date) -> list[Expression]:
        """The first and the last day, as far as they are in doubt."""
        edges = (
            (self.start, self._start(row, earliest) is None),
            (self.end, self._end(row) is None and not self._open(row)),
        )
        return [edge for edge, doubted in edges if edge is not None and doubted]

    def _start(self, row: Row, earliest: date) -> date | None:
        if self.start is not None:
            return _day(self.start.fast(row))
        own = "since" if row.type in row.world.schema.registers else "date"
        return _day(row[own]) or earliest

    def _end(self, row: Row) -> date | None:
        return _day(row["until"] if self.end is None else self.end.fast(row))

    def _in_force(self, row: Row, start: date) -> date:
        """A calendar period is owed from the day the document is in force; months from a start keep their start.

        A document that replaces another takes over the period of that day as a whole.
        """
        since = row.world.in_force[0]
        if since is None or self.cadence.from_start:
            return start
        taken_over = row.world.change.took_over is not None
        return max(start, self.cadence.beginning(since) if taken_over else since)

    def _open(self, row: Row) -> bool:
        """Whether a day of ending that is not known means that the duty goes on."""
        return self.end is None or not open_to_doubt(self.end, row)


def _falls_due(turn: Term, start: date, end: date | None) -> bool:
    """Whether a turn is due while there is somebody to owe it: not before the first day, nor after the last.

    What may be done all through its period, or after it, is owed for a part of the period, too.
    """
    if turn.beyond is not None or start <= turn.due <= (end or turn.due):
        return True
    return start <= turn.due and not turn.is_early


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None


def earliest_day(world: World) -> date:
    """The day of the first record, the day asked if there is none."""
    days = (row["date"] for _, rows in world.all(ever=world.change != NO_CHANGE) for row in rows)
    return min((day for day in days if isinstance(day, date)), default=world.as_of)
