"""Lengths in days and in hours, counted on from a day or a moment, or back, by a clock that may stand still."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from supervision_rules.calendar import DAY_SECONDS, Moment, WorkCalendar, earlier
from supervision_rules.constructs.clock import OPEN, Counted, Span, count_on
from supervision_rules.constructs.hours import Hours, Stretch, as_moment, hours_of
from supervision_rules.language.conventions import Conventions, Deadline, Limit

_DAY: Final = timedelta(days=1)
Length = Deadline | Hours


def length_of(limit: Limit, conventions: Conventions) -> Length:
    """What counts a limit under the conventions of a pack."""
    return hours_of(limit, conventions) if limit.hourly else limit.deadline(conventions)


def is_counted(length: Length | None) -> bool:
    """Whether anything is counted up to a due day: not where it is stated, nor where it is the same day."""
    return isinstance(length, Hours) or (length is not None and length.limit.amount > 0)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock that stands still for some days, and for some stretches to the second."""

    calendar: WorkCalendar
    spans: tuple[Span, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    def begun(self, start: date) -> Clock:
        """The clock of what begins on a day: before that it stands still, so that no due day moves back there."""
        return Clock(self.calendar, ((date.min, day_of(start) - _DAY), *self.spans), self.stretches)

    def as_known(self, asked: date) -> Clock:
        """The clock as it ran up to a day or moment: what stops it only later is none, what ends later had no end."""
        day = day_of(asked)
        spans = ((since, until if until <= day else OPEN) for since, until in self.spans if since <= day)
        stretches = ((since, _ended(until, asked)) for since, until in self.stretches if not is_after(since, asked))
        return Clock(self.calendar, tuple(spans), tuple(stretches))

    def on(self, length: Length, start: date) -> Counted | None:
        """The end of ``length`` after ``start``, a day or a moment; None where the time of day of that is wanting.

        Hours after a day are counted from its end. Days after a moment lead to the same time of day.

        Raises:
            OutOfCalendar: the count leads out of the calendar.
        """
        if start == OPEN:
            return Counted(OPEN, (), None)
        if isinstance(length, Deadline):
            counted = count_on(length, day_of(start), self.spans, self.calendar)
            return counted._replace(due=_at_the_hour_of(start, counted.due))
        begin = last_moment(start)
        if begin.second is None:
            return None
        due = length.due(begin, self.calendar, self.stretches)
        if due is None:
            return Counted(OPEN, ((start, OPEN),), None)
        return Counted(due, ((start, due.whole),), length.unfixed(begin, due, self.calendar), bool(length.office))

    def back(self, length: Length, due: date) -> Counted | None:
        """What lies ``length`` before ``due``, stops or not; None where the time of day of that is wanting.

        Raises:
            OutOfCalendar: the count leads out of the calendar.
        """
        if due == OPEN:
            return Counted(OPEN, (), None)
        if isinstance(length, Deadline):
            # The limit of a deadline that is counted back is negative: its days are counted from the due day.
            day = length(day_of(due), self.calendar)
            unfixed = self.calendar.provisional(day, day_of(due)) if length.workdays else None
            return Counted(_at_the_hour_of(due, day), (), unfixed)
        end = last_moment(due)
        if end.second is None:
            return None
        begin = length.back(end, self.calendar)
        return Counted(begin, (), length.unfixed(begin, end, self.calendar))


def day_of(value: date) -> date:
    """The day of a day or of a moment."""
    return value.whole if isinstance(value, Moment) else value


def place(value: date) -> tuple[date, int]:
    """Where a due day or moment stands in time: a day ends at 24:00."""
    second = value.second if isinstance(value, Moment) else None
    return day_of(value), DAY_SECONDS if second is None else second


def is_after(value: date, due: date) -> bool | None:
    """Whether something is after a due day or moment; None where it hangs on a time of day that is not known."""
    moment = as_moment(value) if isinstance(due, Moment) else None
    return value > due if moment is None or not isinstance(due, Moment) else earlier(due, moment)


def last_moment(value: date) -> Moment:
    """A moment, or the end of a day."""
    return value if isinstance(value, Moment) else Moment.of(value, DAY_SECONDS)


def _ended(until: Moment | None, asked: date) -> Moment | None:
    return None if until is None or is_after(until, last_moment(asked)) else until


def _at_the_hour_of(moment: date, day: date) -> date:
    return Moment.of(day, moment.second) if isinstance(moment, Moment) and day != OPEN else day
