"""When one version of a document follows another, and on which days each has the matters that pass between them."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from supervision_rules.calendar import Period

CLOSED: Final = "closed"
"""The date on which a matter is done, unless the pack names another."""
Matter = tuple[str, str]
"""The type and id of a matter."""


class Tenure(NamedTuple):
    """The days, the first and the last included, on which a version has a matter that it has not at all times."""

    matter: Matter
    first: date
    last: date


class Change(NamedTuple):
    """The days on which versions of a document follow each other, as far as they have come by the day asked."""

    took_over: date | None = None
    """From which day on the version at hand replaces another; also where that is still to come."""
    gave_way: date | None = None
    """From which day on another replaces it."""
    done: tuple[str, ...] = ()
    """The fields that tell of what has a course of its own whether it was still open then; first those of a change at
    which what was open passed."""
    first: date | None = None
    """The first day of the earliest version at hand: what lies before it is no version's. None where it is open."""

    def owed(self, period: Period, until: date | None) -> bool:
        """Whether what is due once in a period is due under this version: the one in force when the period ends, or
        when whoever owes it is there for the last time (``until``)."""
        last = period.last if until is None else min(period.last, until)
        return (self.took_over is None or last >= self.took_over) and (self.gave_way is None or last < self.gave_way)

    def has_come(self, day: date) -> bool:
        """Whether one version has followed another by ``day``: what is to be placed may lie before that, or after."""
        return any(change is not None and change <= day for change in (self.took_over, self.gave_way))


NO_CHANGE: Final = Change()
"""Of a document that replaces none and is not replaced."""
