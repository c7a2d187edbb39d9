"""Where something that is due and not yet done stands before its due day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.findings import State
from supervision_rules.language.conventions import Deadline
from supervision_rules.world import World

Standing = Callable[[date, date | None], tuple[State, date | None]]
"""Where something due on a day stands, and the first day of no notice that this rests on, given that of the due day."""


def before_due(due: date, lead: Deadline, world: World) -> State:
    """Due soon within ``lead`` of the due day, else on course."""
    return State.DUE_SOON if due <= due_soon_until(lead, world) else State.ON_COURSE


def due_soon_until(lead: Deadline, world: World) -> date:
    """The last due day that counts as soon: what is due later is on course."""
    try:
        return lead(world.as_of, world.calendar)
    except OutOfCalendar as problem:
        return date.max if problem.last == date.max else date.min  # longer than there are days: all is due soon


def lead_unfixed(lead: Deadline, world: World) -> date | None:
    """The first day that no notice has fixed, of those that tell what is due soon."""
    try:
        return lead.unfixed(world.as_of, world.calendar)
    except OutOfCalendar:
        return None


def standing_of(lead: Deadline, world: World) -> Standing:
    """Tells where something not done stands before its due day, and the first day of no notice that this rests on."""
    ends: tuple[date, date | None] | None = None

    def standing(due: date, provisional: date | None) -> tuple[State, date | None]:
        nonlocal ends
        soon, unfixed = ends = ends or (due_soon_until(lead, world), lead_unfixed(lead, world))
        if unfixed is not None:
            provisional = unfixed if provisional is None else min(provisional, unfixed)
        return State.DUE_SOON if due <= soon else State.ON_COURSE, provisional

    return standing
