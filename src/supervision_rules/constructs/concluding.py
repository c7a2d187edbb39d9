"""Where a matter stands with a due day that may have moved, or that has an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supervision_rules.calendar import Moment
from supervision_rules.constructs.boxes import numeric
from supervision_rules.constructs.clock import OPEN
from supervision_rules.constructs.dues import lateness_in
from supervision_rules.constructs.extended import Begun
from supervision_rules.constructs.hours import Hours, as_moment, close_of, earliest, latest, untimed
from supervision_rules.constructs.lengths import day_of, is_after
from supervision_rules.constructs.limits import Limited
from supervision_rules.constructs.moving import Moving, Term
from supervision_rules.constructs.scaling import Factor
from supervision_rules.constructs.standing import Standing
from supervision_rules.expressions import Number
from supervision_rules.expressions.values import interval
from supervision_rules.findings import Amount, Detail, Finding, RuleInfo, State
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.office_hours import OfficeHours
from supervision_rules.world import Row


@dataclass(frozen=True, slots=True)
class Concluding:
    """What concludes where matters stand on one day."""

    info: RuleInfo
    done: Expression
    moving: Moving
    standing: Standing

    def of(self, row: Row, index: int, case: Limited, begun: Begun) -> Finding:
        """The finding about ``row``, for which the case in place ``index`` holds.

        Where it is in doubt how often the length counts, it is what all ways come to. Done in time by each of them is
        on time; else, where they differ, it is undetermined.

        Raises:
            OutOfCalendar: a count leads out of the calendar.
        """
        found = [self._one(row, index, case, way) for way in self.moving.possible(row, begun)]
        if found and all(each == found[0] for each in found):
            return found[0]
        if found and all(each.state is State.ON_TIME for each in found):
            facts = self._undecided(row, index, self.moving.factor).missing
            missing = tuple(dict.fromkeys((*facts, *(fact for each in found for fact in each.missing))))
            return found[0]._replace(day=None, detail=(), missing=missing)
        return self._undecided(row, index, self.moving.factor)

    def _undecided(self, row: Row, index: int, factor: Factor | None) -> Finding:
        """With what is wanting of the factor, or with the factor itself where it fits no length."""
        found = Finding(self.info, row.id, State.UNDETERMINED, case=index)
        if factor is None:
            return found
        number, missing = numeric(factor.expression.fast(row)), lacking(row, factor.expression)
        if isinstance(number, Number):
            return found._replace(detail=(("times", number),))
        return found._replace(missing=missing or (f"{row.type} {row.id}: {factor.expression.text}",))

    def _one(self, row: Row, index: int, case: Limited, begun: Begun) -> Finding:
        """What holds for every due day that there can be; undetermined where they come to more than one state."""
        term, done = self.moving.term(row, begun), begun.done
        over = _is_over(term, done, row.world.as_of)
        state, unfixed = self._state(term, done, over)
        day = None if term.doubtful or term.due == OPEN else day_of(term.due)
        told, missing = _told(term, day), self._missing(row, case, term, done if over is None else None)
        if state is State.UNDETERMINED:
            return Finding(self.info, row.id, state, day, None, index, None, told, missing)
        days: Amount = 0
        if over:
            last = close_of(row.world.as_of) if done is None else done
            days = interval((day_of(last) - day_of(term.latest)).days, (day_of(last) - day_of(term.due)).days)
            late, looked_at = _late(case, term.due, last, row) if day is not None else ((), None)
            told, unfixed = (*told, *late), unfixed or looked_at
        return Finding(self.info, row.id, state, day, days, index, None, told, missing, unfixed)

    def _state(self, term: Term, done: date | None, over: bool | None) -> tuple[State, date | None]:
        """Where it stands, and the first day that this rests on and that no notice has fixed."""
        if over is None:
            return State.UNDETERMINED, None
        if over or done is not None:
            late = State.OVERDUE if done is None else State.LATE
            return late if over else State.ON_TIME, term.unfixed(late=over)
        unfixed = term.unfixed(late=True)
        dues = (term.due, term.latest)
        ways = [(State.ON_COURSE, unfixed) if due == OPEN else self.standing(day_of(due), unfixed) for due in dues]
        return ways[0] if ways[0][0] is ways[1][0] else (State.UNDETERMINED, None)

    def _missing(self, row: Row, case: Limited, term: Term, deciding: date | None) -> tuple[str, ...]:
        """The facts that would settle the due day, or whether what was done at ``deciding`` was late."""
        start = untimed(row, case.start) if case.timed and (term.doubtful or deciding is not None) else ()
        facts = (*term.missing, *start)
        done = case.timed and (deciding is not None or (term.doubtful and not facts))
        return tuple(dict.fromkeys((*term.missing, *(untimed(row, self.done) if done else ()), *start)))


def _is_over(term: Term, done: date | None, as_of: date) -> bool | None:
    """Whether it was done after it was due, or is not done when the day asked is over; None where that is in doubt."""
    if done is None:
        close = close_of(as_of)
        return is_after(close, term.latest) is True or (None if is_after(close, term.due) is True else False)
    moment = as_moment(done) if term.timed else None
    first, last = (done, done) if moment is None else (earliest(moment), latest(moment))
    return is_after(first, term.latest) is True or (False if is_after(last, term.due) is False else None)


def _told(term: Term, day: date | None) -> Detail:
    """The due moment, where it is known, and how the due day came about."""
    due = term.due
    known = day is not None and isinstance(due, Moment) and due.second is not None
    return (("due_at", due), *term.detail) if known else term.detail


def _late(case: Limited, due: date, last: date, row: Row) -> tuple[Detail, date | None]:
    """How late in working days, or by the clock, as far as times of day are known; the first day of no notice in it."""
    calendar, moment = row.world.calendar, as_moment(last)
    if not case.timed:
        days = (due, day_of(last))
        return (lateness_in(calendar)(*days), calendar.provisional(*days)) if case.workdays else ((), None)
    if not isinstance(due, Moment) or due.second is None or moment is None or moment.second is None:
        return (), None
    return (case.hours or Hours(0, OfficeHours())).late(due, moment, calendar)
