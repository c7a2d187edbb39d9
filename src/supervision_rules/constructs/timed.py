"""Time limits with an hour: where a matter stands with its due moment; and what such limits need."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from supervision_rules.calendar import Moment
from supervision_rules.constructs.clock import OPEN
from supervision_rules.constructs.extending import ExtendedSpec, lengths_of
from supervision_rules.constructs.extensions import Begun
from supervision_rules.constructs.hours import Hours, as_moment, close_of, untimed
from supervision_rules.constructs.lengths import day_of, is_after
from supervision_rules.constructs.limits import Limited, lacks_hour
from supervision_rules.constructs.moving import Moving
from supervision_rules.constructs.standing import Standing
from supervision_rules.expressions import MOMENT
from supervision_rules.findings import Detail, Finding, RuleInfo, State
from supervision_rules.language.binding import Binder, Path
from supervision_rules.language.conventions import Limit
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row


def timed_finding(
    info: RuleInfo,
    row: Row,
    index: int,
    case: Limited,
    begun: Begun,
    done_of: Expression,
    standing: Standing,
    moving: Moving,
) -> Finding:
    """The finding about ``row``; undetermined where a time of day is wanting that decides it.

    Raises:
        OutOfCalendar: the count leads out of the calendar.
    """
    if lacks_hour(begun):
        return Finding(info, row.id, State.UNDETERMINED, case=index, missing=untimed(row, case.start))
    term, done = moving.term(row, begun), begun.done
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
        missing = untimed(row, done_of, case.start)
        return Finding(info, row.id, State.UNDETERMINED, day, None, index, None, told, missing)
    if not over:
        state, unfixed = (State.ON_TIME, unfixed) if done is not None else standing(day, unfixed)
        return Finding(info, row.id, state, None if term.doubtful else day, 0, index, None, told, (), unfixed)
    last = close_of(row.world.as_of) if done is None else done
    state, days = State.OVERDUE if done is None else State.LATE, (day_of(last) - day).days
    told = (*told, *_late(case, due, as_moment(last), row))
    return Finding(info, row.id, state, day, days, index, None, told, (), unfixed)


def _is_over(due: date, done: date | None, as_of: date) -> bool | None:
    """Whether it was done after it was due, or is not done when the day asked is over."""
    return is_after(close_of(as_of), due) is True if done is None else is_after(done, due)


def _late(case: Limited, due: date, last: Moment | None, row: Row) -> Detail:
    """How late by the clock, where both have a time of day."""
    if not isinstance(due, Moment) or due.second is None or last is None or last.second is None:
        return ()
    return (case.hours or Hours(0, ())).late(due, last, row.world.calendar)


def hours_fit(
    cases: Sequence[Limited], extended: ExtendedSpec | None, start: Expression, done: Expression, binder: Binder
) -> bool:
    """Whether limits with an hour have all that they need; what is wanting is told."""
    told = len(binder.diagnostics.found)
    written: dict[Path, Limit | None] = {("cases", index, "within"): case.limit for index, case in enumerate(cases)}
    written |= dict(lengths_of(extended)) if extended is not None else {}
    hourly = {path: limit for path, limit in written.items() if limit is not None and limit.hourly}
    unstated = not binder.conventions.office and "conventions" not in binder.declarations.lost.open
    for path, limit in hourly.items():
        if limit.unit == "office hour" and unstated:
            binder.report("SR334", *path)
    by_days = next((number for number, case in enumerate(cases, 1) if not case.timed), None)
    extending = next((path for path in hourly if path[0] == "extended"), None)
    if by_days is not None and extending is not None:
        binder.report("SR336", *extending, number=by_days)
    elif (any(case.hours for case in cases) or ("extended", "within") in hourly) and start.checked.type != MOMENT:
        binder.report("SR335", "start", given=start.text)
    if any(case.timed for case in cases) and done.checked.type != MOMENT:
        binder.report("SR335", "done", given=done.text)
    return len(binder.diagnostics.found) == told
