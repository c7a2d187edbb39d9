"""The cases of a time limit: what each counts from and by what, and the reasons for the due day it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from supervision_rules.calendar import Moment, OutOfCalendar, WorkCalendar
from supervision_rules.catalogue import Bilingual
from supervision_rules.constructs.clock import OPEN
from supervision_rules.constructs.days_counted import of_count, of_hours, of_move
from supervision_rules.constructs.dues import Dues, dues_of
from supervision_rules.constructs.extended import Begun
from supervision_rules.constructs.hours import Hours
from supervision_rules.constructs.lengths import Length, day_of, is_counted, last_moment, place
from supervision_rules.constructs.moving import Moving, Term
from supervision_rules.findings import Explanation, Finding, State
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Deadline, Limit
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import of_days, of_days_asked, of_expression, reason
from supervision_rules.world import Row

_DAY: Final = timedelta(days=1)
Ready = tuple[Dues, bool]
_STOPS: Final = Bilingual("停止计时", "the clock that stops")
_TIMES: Final = Bilingual("倍数", "the factor")


@dataclass(frozen=True, slots=True)
class Limited:
    """One case of a time limit bound to the declarations."""

    when: Expression
    start: Expression
    """What the due day is counted from; the due day itself where the case states one."""
    deadline: Deadline | None
    """None: the due day is stated."""
    limit: Limit | None
    workdays: bool
    """Whether it counts working days, or the office hours of them."""
    words: str
    hours: Hours | None = None
    """The length, where it is one of hours."""
    timed: bool = False
    """Whether the due day has an hour."""

    @property
    def length(self) -> Length | None:
        """What it counts; None where the due day is stated."""
        return self.hours or self.deadline

    def ready(self, calendar: WorkCalendar) -> Ready:
        """What it makes of each day that is counted from, and whether it counts working days."""
        return dues_of(self.deadline, calendar), self.workdays


def explain_cases(cases: Iterable[Limited], row: Row) -> Iterator[Explanation]:
    """The cases in order, up to the one that matched; after one that could not be decided only those like it."""
    open_ = False
    for number, case in enumerate(cases, 1):
        hit = case.when.fast(row)
        if hit is False and open_:
            continue
        holds = "case-remaining" if open_ else "case-matched"
        phrase = {True: holds, False: "case-passed"}.get(hit, "case-unknown")  # type: ignore[call-overload]
        yield reason(phrase, of_expression(case.when, row), number=number, words=case.words)
        if hit is True:
            return
        open_ = open_ or hit is None


def explain_due(case: Limited, row: Row, due: date) -> list[Explanation]:
    """What the due day was counted from, and the days counted."""
    if case.limit is None:
        return [reason("due-date", of_expression(case.start, row), *of_days_asked(case.start, row), due=due)]
    start = case.start.fast(row)
    begun = reason("start", of_expression(case.start, row), day=start)
    if not isinstance(start, date):
        return [begun]
    days = [of_days(row, start, due)] if case.workdays else []
    if case.deadline is not None and not case.workdays and (stated := case.deadline.stated(start)) != due:
        days.append(of_move(row, stated, due))
    return [begun, reason("limit", *days, limit=str(case.limit), due=due)]


def explain_moved(case: Limited, row: Row, begun: Begun, moving: Moving) -> Iterator[Explanation]:
    """What the first due day or moment was counted from, then what moved it."""
    read = of_expression(case.start, row)
    hour = "-hour" if case.timed else ""
    if case.limit is not None:
        yield reason(f"start{hour}", read, day=begun.counted_from)
    ways = moving.possible(row, begun)
    if moving.factor is not None and begun.length is not None:
        yield moving.factor.explain(row, begun.length)
    if len(ways) != 1:
        return
    try:
        term = moving.term(row, ways[0])
    except OutOfCalendar:
        return
    due = term.first.due
    final = place(due) == place(term.due) and not term.doubtful
    if case.limit is None:
        stated = "due-hour" if case.timed else "due-date"
        yield reason(stated if final else "due-first", read, *of_days_asked(case.start, row), due=due)
    else:
        days = _of_hours(row, ways[0], term) if case.timed else of_count(row, term.first)
        first = "limit-first" if due == term.longest[0].due else "limit-earliest"
        phrase = "limit-open" if due == OPEN else f"limit{hour}" if final else first
        yield reason(phrase, *days, limit=str(ways[0].length), due=due)
    yield from moving.explain(row, term, ways[0])


def _of_hours(row: Row, begun: Begun, term: Term) -> Iterator[Explanation]:
    """The office hours counted up to the first due moment, each day; none where it is in doubt what is counted."""
    start, due = begun.counted_from, term.first.due
    if not isinstance(begun.length, Hours) or not isinstance(due, Moment) or term.doubtful:
        return
    stops = [stop.longest for stop in term.stops if stop.sure]
    begin, calendar = last_moment(start), row.world.calendar
    if begun.length.office and begin.second is not None and begun.length.due(begin, calendar, stops) == due:
        yield from of_hours(row, begun.length.of_days(begin, due, calendar, stops))


def explain_late(row: Row, finding: Finding, done: Expression) -> Iterator[Explanation]:
    """The days on which the working days, or the office hours, lie that it is late by."""
    detail, day = dict(finding.detail), done.fast(row)
    last = row.world.as_of if finding.state is State.OVERDUE or not isinstance(day, date) else day_of(day)
    if finding.day is not None and "workdays_late" in detail:
        yield reason("late-workdays", of_days(row, finding.day, last))
    if finding.day is not None and "office_hours_late" in detail:
        # The rest of the due day counts too: its office hours after the due moment.
        before = max(finding.day - _DAY, row.world.calendar.first)
        yield reason("late-office-hours", of_days(row, before, last), due=detail["due_at"])


def tell_idle(cases: Iterable[Limited], moving: Moving, binder: Binder) -> None:
    """Tell stops that stop nothing, and a factor of nothing: no case counts days, and no extension does."""
    if any(is_counted(case.length) for case in cases):
        return
    if moving.stops is not None and (moving.extensions is None or moving.extensions.to is not None):
        binder.report("SR341", "stops", what=_STOPS, key="stops")
    if moving.factor is not None:
        binder.report("SR341", "times", what=_TIMES, key="times")
