"""Whether a turn of a duty was kept: in time, late or not at all; to the second where it is due at an hour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.constructs.acts import Act, Acts
from supervision_rules.constructs.hours import Hours, as_moment, close_of, earliest, latest, untimed
from supervision_rules.constructs.lengths import day_of, is_after, place
from supervision_rules.constructs.standing import before_due
from supervision_rules.findings import Detail, State
from supervision_rules.language.conventions import Deadline
from supervision_rules.language.office_hours import OfficeHours
from supervision_rules.world import World

_BY_THE_CLOCK: Final = Hours(0, OfficeHours())


class Kept(NamedTuple):
    """What became of a turn, by one view of when its acts were done."""

    state: State
    number: int
    """How many days late, or how many acts are wanting."""
    fulfilled: date | None
    """When the last of the acts that are needed was done, if all were."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """How many acts a turn needs, and how long before the due day it is due soon."""

    needed: int
    lead: Deadline

    def worst(self, acts: Iterable[Act], due: date, world: World) -> Kept:
        """If only the acts that are sure were done, each as late as it may have been."""
        days = (act.done for act in acts if act.sure and act.done is not None)
        if isinstance(due, Moment):
            return self._kept_by([latest(_moment(day)) for day in days], due, world)
        return self._kept([*days], due, world)

    def best(self, acts: Iterable[Act], due: date, world: World) -> Kept:
        """If all acts were done, each as early as it may have been."""
        days = (act.done or date.min for act in acts)
        if isinstance(due, Moment):
            return self._kept_by([earliest(_moment(day)) for day in days], due, world)
        return self._kept([*days], due, world)

    def _kept(self, done: list[date], due: date, world: World) -> Kept:
        """By days alone."""
        if len(done) >= self.needed:
            fulfilled = sorted(done)[self.needed - 1]
            late = (fulfilled - due).days
            return Kept(State.LATE, late, fulfilled) if late > 0 else Kept(State.ON_TIME, 0, fulfilled)
        if world.as_of > due:
            return Kept(State.BREACHED, self.needed - len(done), None)
        return Kept(before_due(due, self.lead, world), 0, None)

    def _kept_by(self, done: list[Moment], due: Moment, world: World) -> Kept:
        """To the second; of all moments the time of day is known."""
        if len(done) >= self.needed:
            fulfilled = sorted(done, key=place)[self.needed - 1]
            late = is_after(fulfilled, due) is True
            days = (fulfilled.whole - due.whole).days if late else 0
            return Kept(State.LATE if late else State.ON_TIME, days, fulfilled)
        if is_after(close_of(world.as_of), due):
            return Kept(State.BREACHED, self.needed - len(done), None)
        return Kept(before_due(due.whole, self.lead, world), 0, None)


def told(worst: Kept, best: Kept, due: date, world: World) -> Detail:
    """The due moment, and how late by the clock, as far as the times of day are known."""
    if not isinstance(due, Moment):
        return ()
    late: Detail = ()
    if worst == best and worst.state is State.LATE and isinstance(worst.fulfilled, Moment):
        late, _ = _BY_THE_CLOCK.late(due, worst.fulfilled, world.calendar)
    return (("due_at", due), *late)


def doubts(acts: Iterable[Act], how: Acts, due: date) -> tuple[str, ...]:
    """The facts that would tell which acts count and when they were done; the time of day, where that matters."""
    listed = list(acts)
    untold = (act.row for act in listed if isinstance(due, Moment) and act.sure and act.done == day_of(due))
    times = (name for row in untold if how.by is not None for name in untimed(row, how.by))
    return tuple(dict.fromkeys((*how.doubts(listed), *times)))


def _moment(day: date) -> Moment:
    return as_moment(day) or Moment.of(day)
