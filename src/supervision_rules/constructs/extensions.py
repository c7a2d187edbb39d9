"""Extensions of a time limit: which of them count, and the due days that they led to, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import OPEN, Counted
from supervision_rules.constructs.hours import Hours, as_moment, days_read, untimed
from supervision_rules.constructs.lengths import Clock, Length, day_of, is_after, place
from supervision_rules.constructs.scaling import Factor
from supervision_rules.findings import Explanation
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.world import Row

Outcome = Literal["granted", "capped", "late", "short", "beyond", "doubtful"]
"""Whether an extension counts: it does, up to the most allowed; it was asked for after the due day, too short a
time before it, or once too often."""

_NO_END: Final = Counted(OPEN, (), None)


class Begun(NamedTuple):
    """What a due day of one matter is made of."""

    length: Length | None
    """None: the due day is stated."""
    counted_from: date
    """The due day itself, where it is stated."""
    start: date | None
    """The day that the rule counts from, as far as it is known."""
    done: date | None
    timed: bool = False
    """Whether the due day has an hour; without one, moments are their days."""

    def seen(self, value: date) -> date:
        """A day or moment as it is looked at here."""
        return value if self.timed else day_of(value)


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


class Extended(NamedTuple):
    """The extensions of one matter, in the order in which they were asked for, up to one that is in doubt."""

    steps: tuple[Step, ...]
    counts: tuple[Counted, ...] = ()
    """What was counted on the way."""

    @property
    def doubtful(self) -> Step | None:
        """The extension of which it is unknown whether it counts, or what it gives."""
        return self.steps[-1] if self.steps and self.steps[-1].outcome == "doubtful" else None

    @property
    def granted(self) -> int:
        """How many of them count."""
        return sum(step.outcome in ("granted", "capped") for step in self.steps)

    @property
    def due_days(self) -> tuple[date, ...]:
        """The due days in force one after the other; none where no extension counts."""
        granted = [step for step in self.steps if step.outcome in ("granted", "capped")]
        return (granted[0].before, *(step.due for step in granted)) if granted else ()


@dataclass(frozen=True, slots=True)
class Extensions:
    """What extends a time limit, bound to the declarations."""

    counted: str
    via: str
    where: Expression
    asked: Expression | None
    before: Length | None
    to: Expression | None
    by: Length | None
    within: Length | None
    at_most: int | None
    each: tuple[Length | Factor, ...]
    """How much longer the first, the second and so on may make it; the last goes for all others, none for no limit."""
    most: Length | Factor | None
    """How much longer all of them may make it."""

    def of(self, row: Row, due: date, begun: Begun, clock: Clock) -> Extended:
        """What the extensions of a matter make of its due day ``due``; what is asked for when it is done is left out.

        Raises:
            OutOfCalendar: a period leads out of the calendar.
        """
        matter, extended = _Matter(row, begun, clock), Extended(())
        end = _NO_END if self.most is None else matter.end(self.most, due)
        for asked, record in self._in_order(row, begun):
            if begun.done is not None and asked is not None and is_after(asked, begun.seen(begun.done)):
                continue
            step, counts = self._step(matter, record, asked, extended.granted, due, end)
            extended, due = Extended((*extended.steps, step), (*extended.counts, *counts)), step.due
            if step.outcome == "doubtful":
                break
        return extended

    def _step(
        self, matter: _Matter, record: Row, asked: date | None, granted: int, due: date, end: Counted | None
    ) -> tuple[Step, list[Counted]]:
        """What becomes of one after so many others, and what was counted for it; ``end`` is the latest it may give."""
        latest = Counted(due, (), None) if self.before is None else matter.clock.back(self.before, due)
        counts = [latest] if latest is not None else []
        outcome = self._outcome(record, asked, (due, None if latest is None else latest.due), granted)
        step = Step(record, outcome, asked, due, due, due if latest is None else latest.due, granted)
        if outcome != "granted":
            return step, counts
        count, cap = self._new(record, due, matter), self._cap(granted)
        most = _NO_END if cap is None else matter.end(cap, due)
        if count is None or most is None or end is None:
            return step._replace(outcome="doubtful"), counts
        most = min(most, end, key=lambda each: place(each.due))
        if place(count.due) <= place(most.due):
            return step._replace(due=max(due, count.due, key=place)), [*counts, count]
        return step._replace(outcome="capped", due=max(due, most.due, key=place)), [*counts, count, most]

    def _cap(self, granted: int) -> Length | Factor | None:
        """How much longer an extension after so many others may make it."""
        return self.each[min(granted, len(self.each) - 1)] if self.each else None

    def _in_order(self, row: Row, begun: Begun) -> list[tuple[date | None, Row]]:
        """By the day on which they were asked for, those of which that is unknown first; not those never asked for."""
        found: list[tuple[date | None, Row]] = []
        for record in row.world.children(self.counted, self.via, row.id):
            asked = record.source["date"] if self.asked is None else self.asked.fast(record)
            day = begun.seen(asked) if isinstance(asked, date) else None
            open_ = day is None and self.asked is not None and open_to_doubt(self.asked, record)
            if (day is not None or open_) and self.where.fast(record) is not False:
                found.append((day, record))
        return sorted(found, key=lambda pair: (*_begin_of(pair[0] or date.min), pair[1].id))

    def _outcome(self, record: Row, asked: date | None, ends: tuple[date, date | None], granted: int) -> Outcome:
        """What becomes of one; ``ends`` are the due day in force and, if known, the last day to ask for it."""
        over = [None if asked is None or end is None else is_after(asked, end) for end in ends]
        if True in over:
            return "late" if over[0] else "short"
        if self.at_most is not None and granted >= self.at_most:
            return "beyond"
        return "granted" if None not in over and self.where.fast(record) is True else "doubtful"

    def _new(self, record: Row, due: date, matter: _Matter) -> Counted | None:
        """The due day that an extension gives; None if it does not say."""
        begun, clock = matter.begun, matter.clock
        if self.by is not None:
            return clock.on(self.by, due)
        if self.within is not None:
            return None if begun.start is None else clock.on(self.within, _start_of(self.within, begun.start))
        day = self.to.fast(record) if self.to is not None else None
        known = isinstance(day, date) and (not begun.timed or not isinstance(day, Moment) or day.second is not None)
        return Counted(begun.seen(day), (), None) if known and isinstance(day, date) else None

    def missing(self, row: Row, step: Step) -> tuple[str, ...]:
        """The facts that would decide an extension in doubt, times of day too where these count."""
        record, expressions = step.record, [each for each in (self.where, self.asked, self.to) if each is not None]
        shares = [share.expression for share in (self._cap(step.granted), self.most) if isinstance(share, Factor)]
        facts = (*lacking(record, *expressions), *lacking(row, *shares))
        if isinstance(step.before, Moment):
            facts = (*facts, *untimed(record, *expressions))
        if step.asked is not None and None in (is_after(step.asked, end) for end in (step.before, step.latest)):
            days = ("date",) if self.asked is None else days_read(self.asked)
            facts = (*facts, *(f"{record.type} {record.id}: {name}" for name in days))
        return tuple(dict.fromkeys(facts))

    def explain(self, row: Row, begun: Begun, extended: Extended) -> Iterator[Explanation]:
        """What became of each, and what it rests on."""
        for record, outcome, asked, before, due, latest, granted in extended.steps:
            read = [each for each in (self.where, self.asked, self.to) if each is not None and each.checked.names]
            days = {"before": None if before == OPEN else before, "due": None if due == OPEN else due}
            words = {"type": record.type, "id": record.id, "asked": asked, "latest": latest, **days}
            parts = [of_expression(each, record) for each in read]
            if outcome in ("granted", "capped", "doubtful"):
                shares = (each for each in (self._cap(granted), self.most) if isinstance(each, Factor))
                parts += [share.explain(row, begun.length) for share in shares]
            yield reason(f"extension-{outcome}", *parts, **words, most=self.at_most)


class _Matter(NamedTuple):
    """A matter whose due day is extended."""

    row: Row
    begun: Begun
    clock: Clock

    def end(self, most: Length | Factor, due: date) -> Counted | None:
        """The latest to which what is due on ``due`` may be extended; None where it is unknown."""
        length = most.of(self.row, self.begun.length) if isinstance(most, Factor) else most
        return None if length is None else self.clock.on(length, due)


def _begin_of(value: date) -> tuple[date, int]:
    """The earliest that a day or moment can be."""
    return day_of(value), (value.second or 0) if isinstance(value, Moment) else 0


def _start_of(length: Length, start: date) -> date:
    """What a length is counted from: days from a day, hours from a moment, whose time of day may be wanting."""
    return as_moment(start) or start if isinstance(length, Hours) else day_of(start)
