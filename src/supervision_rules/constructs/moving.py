"""Due days that move: a clock that stops, and extensions, one upon the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from supervision_rules.constructs.clock import OPEN, Counted, union
from supervision_rules.constructs.extensions import Begun, Extended, Extensions
from supervision_rules.constructs.lengths import Clock, is_counted, place
from supervision_rules.constructs.scaling import Factor
from supervision_rules.constructs.stops import Stop, Stops
from supervision_rules.findings import Detail, Explanation
from supervision_rules.world import Row


class Term(NamedTuple):
    """The due day of one matter."""

    due: date
    """The earliest that it can be; OPEN while the clock stands still."""
    first: Counted
    """The due day before any extension."""
    stops: list[Stop]
    extended: Extended
    doubtful: bool
    """Whether it may be later."""
    missing: tuple[str, ...]
    """The facts that would decide it, where it is in doubt."""
    timed: bool

    @property
    def unfixed(self) -> date | None:
        """The first of the days that were looked at that no notice has fixed."""
        days = (count.unfixed for count in (self.first, *self.extended.counts))
        return min((day for day in days if day is not None), default=None)

    @property
    def detail(self) -> Detail:
        """The due days one after the other; since when the clock stands still."""
        due_days = tuple(day for day in self.extended.due_days if day != OPEN)
        told = (("due_days", due_days), ("stopped", self._stopped if self.due == OPEN else None))
        return tuple((name, value) for name, value in told if value)

    @property
    def _stopped(self) -> date | None:
        """Since when the clock stands still; by the hour, the moment of the last stop."""
        known = [stop for stop in self.stops if stop.is_known(self.timed)]
        if self.timed:
            return max((stop.since for stop in known if stop.until == OPEN), key=place, default=None)
        spans = union(stop.span for stop in known)
        return spans[-1][0] if spans else None


@dataclass(frozen=True, slots=True)
class Moving:
    """What moves the due days of a time limit."""

    stops: Stops | None
    extensions: Extensions | None
    factor: Factor | None
    """By how much its lengths are multiplied."""

    def possible(self, row: Row, begun: Begun) -> list[Begun]:
        """What the due day may be made of: several where it is in doubt how often its length counts; none: anything."""
        if self.factor is None or begun.length is None:
            return [begun]
        return [begun._replace(length=length) for length in self.factor.possible(row, begun.length)]

    def term(self, row: Row, begun: Begun) -> Term:
        """The due day of ``row``; the time of day is known that hours are counted from.

        Raises:
            OutOfCalendar: a count leads out of the calendar.
        """
        timed = begun.timed
        stops = self.stops.of(row, begun.done, timed) if self.stops is not None else []
        first, extended = self._judged(row, begun, [stop for stop in stops if stop.is_known(timed)])
        due, doubt = _due(first, extended), extended.doubtful
        missing = self.extensions.missing(row, doubt) if self.extensions is not None and doubt is not None else ()
        doubtful = doubt is not None
        if self.stops is not None and not all(stop.is_known(timed) for stop in stops):
            longest = self._judged(row, begun, stops)
            if _due(*longest) != due or longest[1].due_days != extended.due_days:
                doubtful, missing = True, (*self.stops.missing(stops, timed), *missing)
        return Term(due, first, stops, extended, doubtful, missing, timed)

    def _judged(self, row: Row, begun: Begun, stops: Iterable[Stop]) -> tuple[Counted, Extended]:
        """The first due day and the extensions, the clock stopped by ``stops``."""
        spans = tuple(stop.span for stop in stops)
        clock = Clock(row.world.calendar, spans, tuple(stop.stretch for stop in stops) if begun.timed else ())
        first = None if begun.length is None else clock.on(begun.length, begun.seen(begun.counted_from))
        first = first or Counted(begun.seen(begun.counted_from), (), None)
        if self.extensions is None:
            return first, Extended(())
        return first, self.extensions.of(row, first.due, begun, clock)

    def explain(self, row: Row, term: Term, begun: Begun) -> Iterator[Explanation]:
        """The stops, then the extensions."""
        if self.stops is not None:
            counted = (is_counted(begun.length), *(count.stretches for count in term.extended.counts))
            yield from self.stops.explain(term.stops, term.timed, idle=not any(counted))
        if self.extensions is not None:
            yield from self.extensions.explain(row, begun, term.extended)


def _due(first: Counted, extended: Extended) -> date:
    """The due day in force after all extensions."""
    return extended.steps[-1].due if extended.steps else first.due
