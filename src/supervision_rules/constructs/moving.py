"""Due days that move: a clock that stops, and extensions, one upon the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple

from supervision_rules.constructs.clock import OPEN, Counted, Span, count_on, union
from supervision_rules.constructs.extensions import Extended, Extensions
from supervision_rules.constructs.stops import Stop, Stops
from supervision_rules.findings import Detail, Explanation
from supervision_rules.language.conventions import Deadline
from supervision_rules.world import Row


class Begun(NamedTuple):
    """What a due day of one matter is made of."""

    deadline: Deadline | None
    """None: the due day is stated."""
    counted_from: date
    """The due day itself, where it is stated."""
    start: date | None
    """The day that the rule counts from, as far as it is known."""
    done: date | None


class Term(NamedTuple):
    """The due day of one matter."""

    due: date
    """The earliest that it can be; OPEN while the clock stands still."""
    first: Counted
    """The due day before any extension."""
    stops: list[Stop]
    extended: Extended
    missing: tuple[str, ...]
    """The facts that would decide it, where it is in doubt."""

    @property
    def unfixed(self) -> date | None:
        """The first of the days that were looked at that no notice has fixed."""
        days = (count.unfixed for count in (self.first, *self.extended.counts))
        return min((day for day in days if day is not None), default=None)

    @property
    def detail(self) -> Detail:
        """The due days one after the other; since when the clock stands still."""
        due_days = tuple(day for day in self.extended.due_days if day != OPEN)
        spans = union(stop.span for stop in self.stops if stop.sure) if self.due == OPEN else []
        told = (("due_days", due_days), ("stopped", spans[-1][0] if spans else None))
        return tuple((name, value) for name, value in told if value)


@dataclass(frozen=True, slots=True)
class Moving:
    """What moves the due days of a time limit."""

    stops: Stops | None
    extensions: Extensions | None

    def term(self, row: Row, begun: Begun) -> Term:
        """The due day of ``row``.

        Raises:
            OutOfCalendar: a count leads out of the calendar.
        """
        stops = self.stops.of(row, begun.done) if self.stops is not None else []
        first, extended = self._judged(row, begun, [stop.span for stop in stops if stop.sure])
        due = _due(first, extended)
        doubtful = extended.doubtful
        missing = self.extensions.missing(doubtful) if self.extensions is not None and doubtful is not None else ()
        if self.stops is not None and not all(stop.sure for stop in stops):
            longest = self._judged(row, begun, [stop.span for stop in stops])
            if _due(*longest) != due or longest[1].due_days != extended.due_days:
                missing = (*self.stops.missing(stops), *missing)
        return Term(due, first, stops, extended, missing)

    def _judged(self, row: Row, begun: Begun, spans: Iterable[Span]) -> tuple[Counted, Extended]:
        """The first due day and the extensions, the clock stopped for ``spans``."""
        run = partial(count_on, stops=tuple(spans), calendar=row.world.calendar)
        deadline, counted_from, start, done = begun
        first = Counted(counted_from, (), None) if deadline is None else run(deadline, counted_from)
        if self.extensions is None:
            return first, Extended(())
        return first, self.extensions.of(row, first.due, start, done, run)

    def explain(self, term: Term, begun: Begun) -> Iterator[Explanation]:
        """The stops, then the extensions."""
        if self.stops is not None:
            counted = (is_counted(begun.deadline), *(count.stretches for count in term.extended.counts))
            yield from self.stops.explain(term.stops, idle=not any(counted))
        if self.extensions is not None:
            yield from self.extensions.explain(term.extended)


def is_counted(deadline: Deadline | None) -> bool:
    """Whether any days are counted up to a due day: not where it is stated, nor where it is the same day."""
    return deadline is not None and deadline.limit.amount > 0


def _due(first: Counted, extended: Extended) -> date:
    """The due day in force after all extensions."""
    return extended.steps[-1].due if extended.steps else first.due
