"""Time limits with an hour: where a matter stands with its due moment, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from supervision_rules.calendar import Moment, OutOfCalendar, earlier
from supervision_rules.constructs.clock import OPEN
from supervision_rules.constructs.hours import Hours, as_moment, close_of, untimed
from supervision_rules.constructs.limits import Limited
from supervision_rules.constructs.moving import Begun
from supervision_rules.constructs.standing import Standing
from supervision_rules.constructs.stops import Stop, Stops
from supervision_rules.expressions import MOMENT
from supervision_rules.findings import Detail, Explanation, Finding, RuleInfo, State
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_days, of_expression, reason
from supervision_rules.world import Row


def timed_finding(
    info: RuleInfo,
    row: Row,
    index: int,
    case: Limited,
    begun: Begun,
    done_of: Expression,
    standing: Standing,
    stops: Stops | None,
) -> Finding:
    """The finding about ``row``; undetermined where a time of day is wanting that decides it.

    Raises:
        OutOfCalendar: the count leads out of the calendar.
    """
    as_of, (due, found, doubtful) = row.world.as_of, _due(case, begun, row, stops)
    if due is None and not found:
        return Finding(info, row.id, State.UNDETERMINED, case=index, missing=untimed(row, case.start))
    if due is None:
        state = State.ON_COURSE if begun.done is None else State.ON_TIME
        since = max(stop.since for stop in found if stop.until == OPEN and stop.exact)
        return Finding(info, row.id, state, None, 0, index, None, (("stopped", since),))
    told: Detail = () if due.second is None else (("due_at", due),)
    done, unfixed = as_moment(begun.done), _unfixed(case, begun, due, row)
    last = close_of(as_of) if done is None else done
    over = due < as_of or (due.second is not None and due <= as_of) if done is None else earlier(due, done)
    if doubtful and stops is not None and (done is None or over is not False):
        return Finding(info, row.id, State.UNDETERMINED, case=index, missing=stops.missing(found, timed=True))
    if over is None:
        missing = untimed(row, done_of, case.start)
        return Finding(info, row.id, State.UNDETERMINED, due.whole, None, index, None, told, missing)
    if not over:
        state, unfixed = (State.ON_TIME, unfixed) if done is not None else standing(due.whole, unfixed)
        return Finding(info, row.id, state, due.whole, 0, index, None, told, (), unfixed)
    state, days = State.OVERDUE if done is None else State.LATE, (last.whole - due.whole).days
    if due.second is not None and last.second is not None:
        told = (*told, *(case.hours or Hours(0, ())).late(due, last, row.world.calendar))
    return Finding(info, row.id, state, due.whole, days, index, None, told, (), unfixed)


def _due(case: Limited, begun: Begun, row: Row, stops: Stops | None) -> tuple[Moment | None, list[Stop], bool]:
    """The earliest due moment that there can be, the stops of the clock, and whether one in doubt may put it off.

    There is none where the time of day is unknown that it is counted from, or while the clock stands still. A due
    moment that is stated does not move.
    """
    start, calendar = as_moment(begun.counted_from), row.world.calendar
    if case.hours is None or start is None or start.second is None:
        return start if case.hours is None else None, [], False
    found = stops.to_the_second(row, as_moment(begun.done)) if stops is not None else []
    due = case.hours.due(start, calendar, [stop.stretch for stop in found if stop.exact])
    exact = all(stop.exact for stop in found)
    longest = due if exact else case.hours.due(start, calendar, [stop.stretch for stop in found])
    return due, found, longest != due


def _unfixed(case: Limited, begun: Begun, due: Moment, row: Row) -> date | None:
    start = as_moment(begun.counted_from)
    return case.hours.unfixed(start, due, row.world.calendar) if case.hours is not None and start is not None else None


def explain_timed(case: Limited, row: Row, begun: Begun, stops: Stops | None) -> Iterator[Explanation]:
    """What the due moment was counted from, the days whose office hours were counted, and what stopped the clock."""
    try:
        due, found, doubtful = _due(case, begun, row, stops)
    except OutOfCalendar:
        return
    read = of_expression(case.start, row)
    if case.hours is None:
        yield reason("due-hour", read, due=due)
        return
    yield reason("start-hour", read, day=begun.counted_from)
    if due is not None:
        days = [of_days(row, begun.counted_from, due.whole)] if case.hours.office and not found else []
        yield reason("limit-first" if doubtful else "limit-hour", *days, limit=str(case.limit), due=due)
    elif found:
        yield reason("limit-open", limit=str(case.limit))
    if stops is not None:
        yield from stops.explain(found, timed=True)


def hours_fit(cases: Sequence[Limited], start: Expression, done: Expression, binder: Binder) -> bool:
    """Whether limits with an hour have all that they need; what is wanting is told."""
    told = len(binder.diagnostics.found)
    timed = [index for index, case in enumerate(cases) if case.timed]
    unstated = not binder.conventions.office and "conventions" not in binder.declarations.lost.open
    for index in timed:
        limit = cases[index].limit
        if limit is not None and limit.unit == "office hour" and unstated:
            binder.report("SR334", "cases", index, "within")
    if any(cases[index].hours for index in timed) and start.checked.type != MOMENT:
        binder.report("SR335", "start", given=start.text)
    if timed and done.checked.type != MOMENT:
        binder.report("SR335", "done", given=done.text)
    if timed and binder.at("extended") is not None:
        binder.report("SR336", "extended", key="extended")
    return len(binder.diagnostics.found) == told
