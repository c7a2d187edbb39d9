"""How the steps of a ladder stand: on which day each was reached, once its consent and the step before it are there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from supervision_rules.constructs.climbing import Climb
from supervision_rules.constructs.history import moments
from supervision_rules.constructs.reads import Reads
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import on_record
from supervision_rules.world import Row


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent that a step needs: the condition that it is on record, and what that reads."""

    condition: Expression
    reads: Reads

    def given(self, row: Row, since: date) -> date | None:
        """The first day from ``since`` on by whose close the consent is on record; None if there is none."""
        if self.condition.fast(row.at(since, row.period)) is True:
            return since
        for day, then, _ in moments(row, self.reads):
            if day > since and self.condition.fast(then) is True:
                return day
        return since if self.condition.fast(row) is True else None


class Need(NamedTuple):
    """What a step needs beside its condition."""

    consent: Consent | None
    after: int | None
    """The place of the step that must have been reached before."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a step stands whose condition held."""

    since: date
    """The day on which its condition first held."""
    reached: date | None
    """The day on which it was reached; None while it awaits a consent, its own or that of the step before."""
    consented: bool | None = True
    """Whether the consent that it needs is on record; None where a record of it may count or not."""
    in_order: bool | None = True
    """Whether the step that must come before had been reached by then; None where that is in doubt."""
    awaited: bool = False
    """Whether all that is wanting to the order is the consent to the step before."""

    @property
    def day(self) -> date:
        """The day that is told."""
        return self.reached or self.since


def standings(row: Row, climbed: Climb, needs: Sequence[Need]) -> dict[int, Standing]:
    """How each step stands whose condition held, from the lowest."""
    found: dict[int, Standing] = {}
    for index in sorted(climbed.reached):
        need, since = needs[index], climbed.reached[index][0]
        day = since if need.consent is None else need.consent.given(row, since)
        consented = True if need.consent is None or day is not None else on_record(need.consent.condition, row)
        own = Standing(since, day, consented)
        found[index] = own if need.after is None else _ordered(own, need.after, found.get(need.after), climbed)
    return found


def _ordered(own: Standing, after: int, before: Standing | None, climbed: Climb) -> Standing:
    """How a step stands, with regard to the one at ``after`` that must come ``before``.

    If that only awaited a consent, this one awaits it, too, and is reached with it; if not even its condition had held,
    the order is broken for good.
    """
    if before is not None and before.reached is not None and before.reached <= own.day:
        return own
    if before is None or before.since > own.day:
        doubtful = climbed.doubtful.get(after)
        in_order = None if doubtful is not None and doubtful <= own.day else False
        return Standing(own.since, own.reached, own.consented, in_order)
    if before.reached is not None:
        return Standing(own.since, None if own.reached is None else before.reached, own.consented)
    in_doubt = before.consented is None or before.in_order is None
    return Standing(own.since, None, own.consented, None if in_doubt else False, awaited=True)


def told(climbed: Climb, standing: Mapping[int, Standing]) -> list[int]:
    """The steps to be told, in order: the highest of each day on which something newly held, or was newly reached."""
    reached = sorted((each.reached, -index) for index, each in standing.items() if each.reached is not None)
    rungs, top = set(climbed.rungs), -1
    for _, negative in reached:
        if -negative > top:
            top = -negative
            rungs.add(top)
    return [index for _, index in sorted((standing[index].day, index) for index in rungs)]


def highest(standing: Mapping[int, Standing], below: int, by: date) -> int:
    """The highest step under ``below`` that was reached by the close of a day; -1 if there is none."""
    reached = (index for index, each in standing.items() if index < below and each.reached and each.reached <= by)
    return max(reached, default=-1)


def in_doubt(climbed: Climb, standing: Mapping[int, Standing], rungs: Sequence[int]) -> list[list[int]]:
    """The steps that may have been reached and are not told: those below the highest one reached, and those above it.

    Below it only those that may have been before any higher one was: what comes after that is told no more.
    """
    top = max((index for index, each in standing.items() if each.reached), default=-1)
    below, above = list[int](), list[int]()
    for index, day in sorted(climbed.doubtful.items()):
        if index > top and index not in climbed.reached:
            above.append(index)
        elif index < top and index not in rungs and day < overtaken(standing, index):
            below.append(index)
    return [steps for steps in (below, above) if steps]


def overtaken(standing: Mapping[int, Standing], index: int) -> date:
    """The first day on which a step above the one at ``index`` was reached; the last of all days if none was."""
    above = (each.reached for other, each in standing.items() if other > index and each.reached)
    return min(above, default=date.max)
