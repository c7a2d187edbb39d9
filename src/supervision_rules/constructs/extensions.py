"""Extensions of a time limit: which of them count, and the due days that they led to, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import OPEN, Counted
from supervision_rules.constructs.days_counted import of_count
from supervision_rules.constructs.extended import Begun, Extended, Outcome, Step
from supervision_rules.constructs.hours import Hours, as_moment, days_read, earliest, untimed
from supervision_rules.constructs.lengths import Clock, Length, day_of, is_after, place
from supervision_rules.constructs.scaling import Factor
from supervision_rules.findings import Explanation
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import belonging
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.world import Row

Ends = tuple[Counted, Counted]
"""The least and the greatest that a due day can be; the same where it is known."""
_NO_END: Final = Counted(OPEN, (), None)


class Way(NamedTuple):
    """One way in which it may have come: the due day in force, and after how many extensions that count."""

    due: date
    granted: int
    counts: tuple[Counted, ...]
    taken: tuple[Row, ...] = ()
    """These extensions, in their order."""


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

    def of(self, row: Row, due: date, begun: Begun, clock: Clock, *, least: bool) -> Extended:
        """What the extensions of a matter make of its due day ``due``, the ``least`` that it can be or the greatest.

        What is asked for when it is done is left out. A later due day never gives an earlier one, but one more that
        counts may keep another from counting: of the ways that there are, those with as many are told apart.

        Raises:
            OutOfCalendar: a period leads out of the calendar.
        """
        matter, ways = _Matter(row, begun, clock, least), [Way(due, 0, ())]
        steps: list[Step] = []
        doubts: list[Step] = []
        end = self._end(matter, due)
        for asked, record in self._in_order(row, begun):
            if _after_done(asked, begun):
                continue
            followed = [self._step(matter, record, asked, way, end) for way in ways]
            steps += [] if doubts else [followed[0][0]]
            doubts += [step for step, _ in followed if step.outcome == "doubtful"][:1]
            if asked is None:  # its place among the others is unknown
                ways = [Way(due if least else OPEN, 0, ())]
                break
            ways = matter.apart(way for _, found in followed for way in found)
        last = matter.furthest(ways)
        return Extended(last.due, tuple(steps), tuple(doubts), last.counts)

    def _step(self, matter: _Matter, record: Row, asked: date | None, way: Way, end: Ends) -> tuple[Step, list[Way]]:
        """What becomes of one, and the ways in which it goes on; ``end`` is the latest that it may give."""
        due = way.due if self.before is None else self._due_when(matter, asked, way)
        latest = Counted(due, (), None) if self.before is None else matter.clock.back(self.before, due)
        passed = way._replace(counts=way.counts if latest is None else (*way.counts, latest))
        outcome = self._outcome(record, asked, (way.due, None if latest is None else latest.due), way.granted)
        early = matter.begun.is_early(asked, way.due)
        if early:
            outcome = "early"
        elif outcome == "granted" and None in (early, _after_done(asked, matter.begun)):
            outcome = "doubtful"  # whether it was asked for when the limit had begun, and before all was done
        last = way.due if latest is None else latest.due
        step = Step(record, outcome, asked, due if outcome == "short" else way.due, way.due, last, way.granted)
        if outcome not in ("granted", "doubtful"):
            return step, [passed]
        low, high = self._given(record, way, matter, end)
        given = low if matter.least else high
        counted = Way(given.due, way.granted + 1, (*passed.counts, *given.counts), (*way.taken, record))
        if outcome == "doubtful":
            return step, [passed, counted]
        if place(low.due) != place(high.due):
            return step._replace(outcome="doubtful"), [counted]
        reached = high.counts[-1] if _place(high.counts[-1]) == place(high.due) else None
        return step._replace(outcome=high.outcome, due=high.due, counted=reached), [counted]

    def _given(self, record: Row, way: Way, matter: _Matter, end: Ends) -> list[_Given]:
        """The least and the most that one makes of the due day in force."""
        cap = (_NO_END, _NO_END) if not self.each else matter.ends(self._cap(way.granted), way.due)
        return [_cut(way.due, *each) for each in zip(self._new(record, way.due, matter), cap, end, strict=True)]

    def _due_when(self, matter: _Matter, asked: date | None, way: Way) -> date:
        """The due day in force when one was asked for: what stops the clock only later had not put it off then."""
        clock = matter.clock if asked is None else matter.clock.as_known(asked)
        if clock == matter.clock:
            return way.due
        then = matter._replace(clock=clock)
        due = matter.begun.first_due(clock).due
        end = self._end(then, due)
        for granted, record in enumerate(way.taken):
            low, high = self._given(record, Way(due, granted, ()), then, end)
            due = (low if matter.least else high).due
        return due

    def _end(self, matter: _Matter, due: date) -> Ends:
        """The latest that all extensions together may make of the first due day."""
        return (_NO_END, _NO_END) if self.most is None else matter.ends(self.most, due)

    def _cap(self, granted: int) -> Length | Factor:
        """How much longer an extension after so many others may make it, where that is limited."""
        return self.each[min(granted, len(self.each) - 1)]

    def _in_order(self, row: Row, begun: Begun) -> list[tuple[date | None, Row]]:
        """By the day on which they were asked for, those of which that is unknown first; not those never asked for."""
        found: list[tuple[date | None, Row]] = []
        for record in belonging(row, self.counted, self.via):
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

    def _new(self, record: Row, due: date, matter: _Matter) -> Ends:
        """The due day that an extension gives; of a moment without its time of day, that day from 00:00 to 24:00."""
        begun, clock = matter.begun, matter.clock
        if self.by is not None:
            return _ends(due, clock.on(self.by, due))
        if self.within is not None:
            start = None if begun.start is None else _start_of(self.within, begun.start)
            return _ends(due, None if start is None else clock.on(self.within, start))
        day = self.to.fast(record) if self.to is not None else None
        if not isinstance(day, date):
            return _ends(due, None)
        if begun.timed and isinstance(day, Moment) and day.second is None:
            return Counted(earliest(day), (), None), Counted(day.whole, (), None)
        return _ends(due, Counted(begun.seen(day), (), None))

    def missing(self, row: Row, step: Step, begun: Begun) -> tuple[str, ...]:
        """The facts that would decide an extension in doubt, times of day too where these count."""
        record, expressions = step.record, [each for each in (self.where, self.asked, self.to) if each is not None]
        shares = [share.expression for share in self._shares(step.granted)]
        facts = (*lacking(record, *expressions), *lacking(row, *shares))
        if isinstance(step.before, Moment):
            facts = (*facts, *untimed(record, *expressions))
        over = [] if step.asked is None else [is_after(step.asked, end) for end in (step.before, step.latest)]
        if None in (*over, _after_done(step.asked, begun), begun.is_early(step.asked, step.before)):
            days = ("date",) if self.asked is None else days_read(self.asked)
            facts = (*facts, *(f"{record.type} {record.id}: {name}" for name in days))
        return tuple(dict.fromkeys(facts))

    def _shares(self, granted: int) -> Iterator[Factor]:
        """The shares of the limit that an extension after so many others is held to."""
        caps = (self._cap(granted) if self.each else None, self.most)
        return (cap for cap in caps if isinstance(cap, Factor))

    def explain(self, row: Row, begun: Begun, extended: Extended) -> Iterator[Explanation]:
        """What became of each, and what it rests on."""
        for record, outcome, asked, before, due, latest, granted, counted in extended.steps:
            read = [each for each in (self.where, self.asked, self.to) if each is not None and each.checked.names]
            days = {"before": None if before == OPEN else before, "due": None if due == OPEN else due}
            words = {"type": record.type, "id": record.id, "asked": asked, "latest": latest, **days}
            parts = [of_expression(each, record) for each in read]
            if outcome in ("granted", "capped", "doubtful"):
                parts += [share.explain(row, begun.length) for share in self._shares(granted)]
            parts += [] if counted is None else of_count(row, counted)
            yield reason(f"extension-{outcome}", *parts, **words, most=self.at_most)


class _Given(NamedTuple):
    """What an extension makes of a due day."""

    outcome: Outcome
    due: date
    counts: tuple[Counted, ...]


class _Matter(NamedTuple):
    """A matter whose due day is extended."""

    row: Row
    begun: Begun
    clock: Clock
    least: bool
    """Whether the least that its due day can be is looked for, or the greatest."""

    def ends(self, most: Length | Factor, due: date) -> Ends:
        """The latest to which what is due on ``due`` may be extended."""
        if not isinstance(most, Factor):
            return _ends(due, self.clock.on(most, due))
        lengths = [] if self.begun.length is None else most.possible(self.row, self.begun.length)
        found = [each for length in lengths if (each := self.clock.on(length, due)) is not None]
        return (min(found, key=_place), max(found, key=_place)) if found else _ends(due, None)

    def furthest(self, ways: Iterable[Way]) -> Way:
        """The way that leads to the least due day, or to the greatest."""
        return min(ways, key=_place) if self.least else max(ways, key=_place)

    def apart(self, ways: Iterable[Way]) -> list[Way]:
        """Of those with as many extensions only the one that leads furthest."""
        by_number: dict[int, list[Way]] = {}
        for way in ways:
            by_number.setdefault(way.granted, []).append(way)
        return [self.furthest(each) for each in by_number.values()]


def _after_done(asked: date | None, begun: Begun) -> bool | None:
    """Whether an extension was asked for when all was done; None where it hangs on a time of day that is not known."""
    if begun.done is None or asked is None:
        return False
    return is_after(asked, begun.seen(begun.done))


def _ends(due: date, counted: Counted | None) -> Ends:
    """What is known; of the unknown only that it is not before the due day in force."""
    return (Counted(due, (), None), _NO_END) if counted is None else (counted, counted)


def _cut(due: date, new: Counted, *ends: Counted) -> _Given:
    """A new due day, up to the latest that it may be; one that is earlier than that in force changes nothing."""
    most = min(ends, key=_place)
    if _place(new) <= _place(most):
        return _Given("granted", max(due, new.due, key=place), (new,))
    return _Given("capped", max(due, most.due, key=place), (new, most))


def _place(counted: Counted | Way) -> tuple[date, int]:
    return place(counted.due)


def _begin_of(value: date) -> tuple[date, int]:
    """The earliest that a day or moment can be."""
    return day_of(value), (value.second or 0) if isinstance(value, Moment) else 0


def _start_of(length: Length, start: date) -> date:
    """What a length is counted from: days from a day, hours from a moment, whose time of day may be wanting."""
    return as_moment(start) or start if isinstance(length, Hours) else day_of(start)
