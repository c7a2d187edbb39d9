"""Where a matter stands with a due day that may have moved, or that has an hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import OPEN
from supervision_rules.constructs.dues import lateness_in
from supervision_rules.constructs.extensions import Begun
from supervision_rules.constructs.hours import Hours, as_moment, close_of, untimed
from supervision_rules.constructs.lengths import day_of, is_after
from supervision_rules.constructs.limits import Limited, lacks_hour
from supervision_rules.constructs.moving import Moving
from supervision_rules.constructs.standing import Standing
from supervision_rules.findings import Detail, Finding, RuleInfo, State
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
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
        by = self._by_the_hour if case.timed else self._by_days
        found = [by(row, index, case, way) for way in self.moving.possible(row, begun)]
        if found and all(each == found[0] for each in found):
            return found[0]
        if found and all(each.state is State.ON_TIME for each in found):
            return found[0]._replace(day=None, detail=())
        factor = self.moving.factor
        missing = lacking(row, factor.expression) if factor is not None else ()
        facts = missing or (() if factor is None else (f"{row.type} {row.id}: {factor.expression.text}",))
        return Finding(self.info, row.id, State.UNDETERMINED, case=index, missing=facts)

    def _by_days(self, row: Row, index: int, case: Limited, begun: Begun) -> Finding:
        """What is done by the earliest due day that there can be is on time."""
        term, done = self.moving.term(row, begun), begun.done
        due, unfixed, detail = term.due, term.unfixed, term.detail
        last, day = row.world.as_of if done is None else done, None if due == OPEN or term.doubtful else due
        late = 0
        if term.doubtful and (done is None or done > due):
            return Finding(self.info, row.id, State.UNDETERMINED, None, None, index, None, detail, term.missing)
        if done is not None and done <= due:
            state = State.ON_TIME
        elif due == OPEN:
            state = State.ON_COURSE
        elif last <= due:
            state, unfixed = self.standing(due, unfixed)
        else:
            state, late = State.OVERDUE if done is None else State.LATE, (last - due).days
            detail = (*detail, *(lateness_in(row.world.calendar)(due, last) if case.workdays else ()))
            if case.workdays and unfixed is None:
                unfixed = row.world.calendar.provisional(due, last)
        return Finding(self.info, row.id, state, day, late, index, None, detail, (), unfixed)

    def _by_the_hour(self, row: Row, index: int, case: Limited, begun: Begun) -> Finding:
        """The same with a due moment; undetermined where a time of day is wanting that decides it."""
        info = self.info
        if lacks_hour(begun):
            return Finding(info, row.id, State.UNDETERMINED, case=index, missing=untimed(row, case.start))
        term, done = self.moving.term(row, begun), begun.done
        due, unfixed, day = term.due, term.unfixed, day_of(term.due)
        over = _is_over(due, done, row.world.as_of)
        if term.doubtful and (done is None or over is not False):
            missing = tuple(dict.fromkeys((*term.missing, *untimed(row, case.start))))
            return Finding(info, row.id, State.UNDETERMINED, None, None, index, None, term.detail, missing)
        if due == OPEN:
            state = State.ON_COURSE if done is None else State.ON_TIME
            return Finding(info, row.id, state, None, 0, index, None, term.detail)
        told = (*((("due_at", due),) if isinstance(due, Moment) and due.second is not None else ()), *term.detail)
        if over is None:
            missing = untimed(row, self.done, case.start)
            return Finding(info, row.id, State.UNDETERMINED, day, None, index, None, told, missing)
        if not over:
            state, unfixed = (State.ON_TIME, unfixed) if done is not None else self.standing(day, unfixed)
            return Finding(info, row.id, state, None if term.doubtful else day, 0, index, None, told, (), unfixed)
        last = close_of(row.world.as_of) if done is None else done
        state, days = State.OVERDUE if done is None else State.LATE, (day_of(last) - day).days
        late, looked_at = _late(case, due, as_moment(last), row)
        told, unfixed = (*told, *late), unfixed or looked_at
        return Finding(info, row.id, state, day, days, index, None, told, (), unfixed)


def _is_over(due: date, done: date | None, as_of: date) -> bool | None:
    """Whether it was done after it was due, or is not done when the day asked is over."""
    return is_after(close_of(as_of), due) is True if done is None else is_after(done, due)


def _late(case: Limited, due: date, last: Moment | None, row: Row) -> tuple[Detail, date | None]:
    """How late by the clock, where both have a time of day; the first day looked at that no notice has fixed."""
    if not isinstance(due, Moment) or due.second is None or last is None or last.second is None:
        return (), None
    return (case.hours or Hours(0, ())).late(due, last, row.world.calendar)
