"""Due days that move: a clock that stops, and extensions, one upon the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import OPEN, Counted, union
from supervision_rules.constructs.extended import Begun, Extended
from supervision_rules.constructs.extensions import Extensions
from supervision_rules.constructs.hours import Hours, as_moment, earliest, latest
from supervision_rules.constructs.lengths import Clock, is_counted, place
from supervision_rules.constructs.scaling import Factor
from supervision_rules.constructs.stops import Stop, Stops
from supervision_rules.findings import Detail, Explanation
from supervision_rules.language.reasons import reason
from supervision_rules.world import Row

Counts = tuple[Counted, Extended]
"""The first due day, and what extensions make of it."""


class Term(NamedTuple):
    """The due day of one matter."""

    shortest: Counts
    """What leads to the earliest due day that there can be."""
    longest: Counts
    """What leads to the latest; the same where nothing is in doubt."""
    stops: list[Stop]
    missing: tuple[str, ...]
    """The facts that would decide it, where it is in doubt; but for the time of day that hours are counted from."""
    doubtful: bool
    """Whether the due day may be one or another."""
    timed: bool

    @property
    def first(self) -> Counted:
        """The due day before any extension, the earliest that it can be."""
        return self.shortest[0]

    @property
    def extended(self) -> Extended:
        """The extensions of the earliest due day."""
        return self.shortest[1]

    @property
    def due(self) -> date:
        """The earliest that the due day can be; OPEN while the clock stands still."""
        return self.shortest[1].due

    @property
    def latest(self) -> date:
        """The latest that it can be; OPEN too where an extension in doubt may lead to any day."""
        return self.longest[1].due

    def unfixed(self, late: bool) -> date | None:
        """The first day looked at that no notice has fixed; for what is ``late``, of those up to the latest too."""
        counts = [self.shortest, self.longest] if late else [self.shortest]
        days = (count.unfixed for first, extended in counts for count in (first, *extended.counts))
        return min((day for day in days if day is not None), default=None)

    @property
    def detail(self) -> Detail:
        """The due days one after the other, where all of them are known; since when the clock stands still."""
        ways = [_places(extended.due_days) for _, extended in (self.shortest, self.longest)]
        due_days = tuple(day for day in self.extended.due_days if day != OPEN) if ways[0] == ways[1] else ()
        told = (("due_days", due_days), ("stopped", self._stopped if self.due == OPEN else None))
        return tuple((name, value) for name, value in told if value)

    @property
    def _stopped(self) -> date | None:
        """Since when the clock stands still; by the hour, the moment of the last stop."""
        known = [stop for stop in self.stops if stop.sure]
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
        """The due day of ``row``, the earliest and the latest that it can be.

        A stop that begins only when all is done puts off what is shown, never whether that was late: the due day
        without it lies before or after that moment, and so does that with it.

        Raises:
            OutOfCalendar: a count leads out of the calendar.
        """
        timed, done = begun.timed, begun.done
        stops = self.stops.of(row, done, timed) if self.stops is not None else []
        sure = [stop for stop in stops if stop.sure]
        before = [stop for stop in sure if stop.precedes(done, timed)]
        early, late = (_begun(begun, edge) if timed else begun for edge in (earliest, latest))
        known = all(stop.is_known(timed) for stop in stops)
        shortest = longest = self._judged(row, early, before, least=True)
        if early != late or not known or len(before) < len(sure) or shortest[1].doubts:
            longest = self._judged(row, late, stops)
        doubtful = _told(shortest[1]) != _told(longest[1])
        if doubtful and len(before) < len(sure):
            shortest = self._judged(row, early, sure, least=True)
        missing = self.stops.missing(stops, timed) if self.stops is not None and doubtful else ()
        if self.extensions is not None and doubtful:
            doubts = (step for _, each in (shortest, longest) for step in each.doubts)
            missing = (*missing, *(fact for step in doubts for fact in self.extensions.missing(row, step, begun)))
        return Term(shortest, longest, stops, tuple(dict.fromkeys(missing)), doubtful, timed)

    def _judged(self, row: Row, begun: Begun, stops: Iterable[Stop], *, least: bool = False) -> Counts:
        """The first due day and the extensions, the clock stopped by ``stops``, as long as they can be or as short."""
        spans = tuple(stop.span for stop in stops)
        stretches = tuple(stop.shortest if least else stop.longest for stop in stops) if begun.timed else ()
        clock = Clock(row.world.calendar, spans, stretches)
        first = begun.first_due(clock)
        if self.extensions is None:
            return first, Extended(first.due)
        return first, self.extensions.of(row, first.due, begun, clock, least=least)

    def explain(self, row: Row, term: Term, begun: Begun) -> Iterator[Explanation]:
        """The stops, then the extensions."""
        if self.stops is not None:
            counted = (is_counted(begun.length), *(count.stretches for count in term.extended.counts))
            yield from self.stops.explain(term.stops, term.timed, idle=not any(counted))
        if self.extensions is not None:
            yield from self.extensions.explain(row, begun, term.extended)
        if term.extended.doubts and term.latest != OPEN:
            phrase = "due-between" if term.doubtful else "due-anyhow"
            yield reason(phrase, due=term.due, latest=term.latest)


def _told(extended: Extended) -> tuple[tuple[date, int], ...]:
    """The due day, and those before it."""
    return _places((extended.due, *extended.due_days))


def _places(days: Iterable[date]) -> tuple[tuple[date, int], ...]:
    return tuple(map(place, days))


def _begun(begun: Begun, edge: Callable[[Moment], Moment]) -> Begun:
    """The same, with the earliest or the latest moment where hours may be counted from any of a day."""
    counted_from = as_moment(begun.counted_from) if isinstance(begun.length, Hours) else None
    start = as_moment(begun.start)
    return begun._replace(
        counted_from=begun.counted_from if counted_from is None else edge(counted_from),
        start=begun.start if start is None else edge(start),
    )
