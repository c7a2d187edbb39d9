"""How the steps of a ladder stand: on which day each was reached, once its consent and the step before it are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from operator import itemgetter
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

    def given(self, row: Row, since: date, perhaps_since: date) -> tuple[date | None, date | None]:
        """The first day from ``since`` on by whose close the consent is on record, None if there is none; and the first
        before that (or of all), from ``perhaps_since`` on, on which it may have been."""
        perhaps = None
        for day, then in self._days(row, since, perhaps_since):
            holds = self.condition.fast(then)
            if holds is True and day >= since:
                return day, perhaps
            if perhaps is None and (holds is True or (holds is None and on_record(self.condition, then) is None)):
                perhaps = day
        return (since, None) if self.condition.fast(row) is True else (None, perhaps)

    def _days(self, row: Row, since: date, perhaps_since: date) -> Iterator[tuple[date, Row]]:
        """The days from which the condition of the step holds, or perhaps does; those on which the consent turns."""
        begins = dict.fromkeys((perhaps_since, since))
        turning = ((day, then) for day, then, _ in moments(row, self.reads) if day > perhaps_since and day != since)
        return merge(((day, row.at(day, row.period)) for day in begins), turning, key=itemgetter(0))


class Need(NamedTuple):
    """What a step needs beside its condition."""

    consent: Consent | None
    after: int | None
    """The place of the step that must have been reached before."""


class Standing(NamedTuple):
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
    taken: date | None = None
    """The day on which it would have been reached but for the step before."""
    perhaps: date | None = None
    """An earlier day on which it may have been."""
    agreed: date | None = None
    """Of one whose consent may be on record, the first day on which it may have been reached."""

    @property
    def day(self) -> date:
        """The day that is told."""
        return self.reached or self.taken or self.since


def standings(row: Row, climbed: Climb, needs: Sequence[Need]) -> dict[int, Standing]:
    """How each step stands whose condition held, from the lowest."""
    found: dict[int, Standing] = {}
    for index in sorted(climbed.reached):
        own = _alone(row, climbed, index, needs[index].consent)
        after = needs[index].after
        found[index] = own if after is None else _ordered(own, after, found.get(after), climbed)
    return found


def _alone(row: Row, climbed: Climb, index: int, consent: Consent | None) -> Standing:
    """How a step stands, whatever must come before it."""
    since, perhaps = climbed.reached[index][0], climbed.doubtful.get(index)
    if consent is None:
        return Standing(since, since, perhaps=perhaps)
    day, maybe = consent.given(row, since, since if perhaps is None else min(perhaps, since))
    if day is None:
        consented = on_record(consent.condition, row)
        agreed = None if maybe is None or consented is not None else max(since, maybe)
        return Standing(since, None, consented, perhaps=perhaps, agreed=agreed)
    return Standing(since, day, perhaps=maybe)


def _ordered(own: Standing, after: int, before: Standing | None, climbed: Climb) -> Standing:
    """How a step stands, with regard to the one at ``after`` that must come ``before``.

    While it awaits its own consent, nothing is out of order. If the one before only awaited a consent, this one awaits
    it, too, and is reached with it; if not even its condition had held, the order is broken for good.
    """
    day = own.reached
    if day is None:
        return own
    if before is None or before.since > day:
        return own._replace(in_order=None if _may_precede(climbed, after, day) else False)
    if before.reached is None:
        in_doubt = before.consented is None or before.in_order is None
        return own._replace(reached=None, taken=day, in_order=None if in_doubt else False, awaited=True)
    first = min(day, own.perhaps or day)
    if first < before.since:  # if it was reached as early as that, it came first
        return own._replace(in_order=None)
    reached, perhaps = max(day, before.reached), max(first, before.perhaps or before.reached)
    return own._replace(reached=reached, perhaps=perhaps if perhaps < reached else None)


def _may_precede(climbed: Climb, step: int, day: date) -> bool:
    doubtful = climbed.doubtful.get(step)
    return doubtful is not None and doubtful <= day


def told(climbed: Climb, standing: Mapping[int, Standing], needs: Sequence[Need]) -> list[int]:
    """The steps to be told, in order: the highest of each day on which something newly held, or was newly reached; of
    those not reached those before them that are wanting, too."""
    reached = sorted((each.reached, -index) for index, each in standing.items() if each.reached is not None)
    rungs, top = set(climbed.rungs), -1
    for _, negative in reached:
        if -negative > top:
            top = -negative
            rungs.add(top)
    for index in sorted(rungs, reverse=True):
        rungs |= _wanting(index, standing, needs)
    return [index for _, index in sorted((standing[index].day, index) for index in rungs)]


def _wanting(index: int, standing: Mapping[int, Standing], needs: Sequence[Need]) -> set[int]:
    """The steps that must be reached before one that is not, and are not either, though their conditions hold, and did
    before a higher one was reached."""
    found, after = set[int](), needs[index].after
    while standing[index].reached is None and after is not None and after in standing:
        if standing[after].reached is None and standing[after].since < overtaken(standing, after):
            found.add(after)
        index, after = after, needs[after].after
    return found


def highest(standing: Mapping[int, Standing], below: int, by: date) -> int:
    """The highest step under ``below`` that was reached by the close of a day; -1 if there is none."""
    reached = (index for index, each in standing.items() if index < below and each.reached and each.reached <= by)
    return max(reached, default=-1)


def perhaps_agreed(standing: Mapping[int, Standing], above: int, by: date) -> list[int]:
    """The steps ``above`` one that may have been reached by the close of a day, as their consent may be on record."""
    return [index for index, each in standing.items() if index > above and each.agreed and each.agreed <= by]


def in_doubt(climbed: Climb, standing: Mapping[int, Standing], rungs: Sequence[int]) -> list[list[int]]:
    """The steps that may have been reached and are not told: those below the highest one reached, and those above it
    (also what surely held with a higher one, and perhaps did before).

    Below it only those that may have been before any higher one was: what comes after that is told no more.
    """
    top = max((index for index, each in standing.items() if each.reached), default=-1)
    below, above = list[int](), list[int]()
    for index, day in sorted(climbed.doubtful.items()):
        held = index in climbed.reached
        if index > top and not (held and (index in rungs or climbed.reached[index][0] <= day)):
            above.append(index)
        elif index < top and index not in rungs and day < overtaken(standing, index):
            below.append(index)
    return [steps for steps in (below, above) if steps]


def overtaken(standing: Mapping[int, Standing], index: int) -> date:
    """The first day on which a step above the one at ``index`` was reached; the last of all days if none was."""
    above = (each.reached for other, each in standing.items() if other > index and each.reached)
    return min(above, default=date.max)
