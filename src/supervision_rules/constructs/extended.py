"""What a due day is made of, and what became of it: each extension, and the due days one after the other."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import Counted
from supervision_rules.constructs.hours import as_moment
from supervision_rules.constructs.lengths import Clock, Length, day_of, is_after
from supervision_rules.world import Row

Outcome = Literal["granted", "capped", "early", "late", "short", "beyond", "doubtful"]
"""Whether an extension counts: it does, up to the most allowed; it was asked for before the limit began, after the due
day, too short a time before it, or once too often."""


class Begun(NamedTuple):
    """What a due day of one matter is made of."""

    length: Length | None
    """None: the due day is stated."""
    counted_from: date
    """The due day itself, where it is stated."""
    start: date | None
    """The day that the rule counts from, as far as it is known."""
    begins: date | None
    """The same as it is on record: a moment may lack its time of day, where ``start`` is the earliest or latest."""
    done: date | None
    timed: bool = False
    """Whether the due day has an hour; without one, moments are their days."""

    def seen(self, value: date) -> date:
        """A day or moment as it is looked at here."""
        return value if self.timed else day_of(value)

    def is_early(self, asked: date | None, due: date) -> bool | None:
        """Whether an extension was asked for before the limit began, as one of the time before it was begun anew; None
        where that hangs on a time of day that is not known.

        A due day that is stated, or counted back, begins with nothing.
        """
        if asked is None or self.length is None or self.begins is None:
            return False
        begins = self.seen(self.begins)
        return is_after(begins, as_moment(asked) or asked if isinstance(begins, Moment) else asked)

    def first_due(self, clock: Clock) -> Counted:
        """The due day before any extension."""
        stated = self.seen(self.counted_from)
        counted = None if self.length is None else clock.begun(stated).on(self.length, stated)
        return counted or Counted(stated, (), None)


class Step(NamedTuple):
    """What became of one extension."""

    record: Row
    outcome: Outcome
    asked: date | None
    before: date
    """The due day, or moment, in force until then."""
    due: date
    """The one in force from then on."""
    latest: date
    """The last day, or moment, at which it could be asked for."""
    granted: int
    """How many before it count."""
    counted: Counted | None = None
    """What was counted up to the due day that it gives."""


class Extended(NamedTuple):
    """What the extensions of one matter come to."""

    due: date
    """The due day in force after all of them: the least, or the greatest, that it can be."""
    steps: tuple[Step, ...] = ()
    """In the order in which they were asked for, up to the first that is in doubt."""
    doubts: tuple[Step, ...] = ()
    """Those of which it is unknown whether they count, or what they give."""
    counts: tuple[Counted, ...] = ()
    """What was counted on the way."""

    @property
    def due_days(self) -> tuple[date, ...]:
        """The due days in force one after the other; none where no extension counts."""
        granted = [step for step in self.steps if step.outcome in ("granted", "capped")]
        return (granted[0].before, *(step.due for step in granted)) if granted else ()
