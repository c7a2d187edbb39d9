"""Where something that is due and not yet done stands before its due day."""

from __future__ import annotations

from datetime import date

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.findings import State
from supervision_rules.language.conventions import Deadline
from supervision_rules.world import World


def before_due(due: date, lead: Deadline, world: World) -> State:
    """Due soon within ``lead`` of the due day, else on course."""
    try:
        soon = due <= lead(world.as_of, world.calendar)
    except OutOfCalendar:
        soon = False
    return State.DUE_SOON if soon else State.ON_COURSE
