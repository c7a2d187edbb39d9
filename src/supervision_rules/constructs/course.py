"""The course of a procedure: where a subject stands with each step, what is wrong and what cannot be decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.findings import Detail
from supervision_rules.language.conventions import Deadline
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.world import Row

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wait:
    """The length that must pass before a step, counted from another one."""

    text: str
    deadline: Deadline
    workdays: bool
    since: int | None
    """The step counted from; None for the nearest one done before."""
    count_first: bool
    """Whether the day counted from is itself part of the length."""
    clear: bool
    """Whether the step must wait for the day after the last one."""

    def span(self, start: date, row: Row) -> tuple[date, date]:
        """The day before the first one counted, and the last day of the length."""
        if start == date.min:
            raise OutOfCalendar(start, date.min, date.max)
        before = start - _DAY if self.count_first else start
        return before, self.deadline(before, row.world.calendar)


@dataclass(frozen=True, slots=True)
class Step:
    """A step bound to the declarations."""

    id: str
    label: str
    when: Expression | None
    """None: it always applies."""
    done: Expression
    require: Expression | None
    """None: nothing is required of it."""
    wait: Wait | None


class Mark(NamedTuple):
    """Where a subject stands with a step that applies (True) or may apply (None), and the day it was done."""

    place: int
    step: Step
    applies: bool | None
    day: date | None
    doubtful: bool
    """Whether it is unknown if the step is done; without a day, and not doubtful, it is not done."""


class Fault(NamedTuple):
    """What is wrong with a step: ``missing``, ``order``, ``requirement`` or ``length``."""

    place: int
    day: date
    detail: Detail


class Doubt(NamedTuple):
    """A step that may be at fault, and the expressions that are unknown."""

    place: int
    unknown: tuple[Expression, ...]


@dataclass(slots=True)
class Course:
    """What a review of all steps found about one subject."""

    marks: list[Mark]
    done: list[Mark]
    """The steps that are done."""
    faults: list[Fault] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    beyond: date | None = None
    """A day outside the calendar, which a length could not be counted from."""
    provisional: date | None = None

    def reached(self) -> Mark | None:
        """The last step that applies and is done."""
        return next((mark for mark in reversed(self.done) if mark.applies), None)

    @property
    def furthest(self) -> int:
        """The number of the last step that may apply and may be done."""
        return max((mark.place + 1 for mark in self.marks if mark.day is not None or mark.doubtful), default=0)

    def after(self, last: Mark | None) -> Mark | None:
        """The step after the one reached."""
        return next((mark for mark in self.marks if last is None or mark.place > last.place), None)

    def since(self, mark: Mark) -> Mark | None:
        """The step that the length before ``mark`` is counted from; None if there is nothing to count."""
        if mark.step.wait is None:
            return None
        wanted = mark.step.wait.since
        earlier = (other for other in reversed(self.done) if other.place < mark.place)
        return next((other for other in earlier if wanted is None or other.place == wanted), None)

    def nearer(self, since: Mark, mark: Mark) -> list[Mark]:
        """The steps in doubt that the length before ``mark`` would be counted from in the place of ``since``."""
        named = mark.step.wait is not None and mark.step.wait.since is not None
        between = self.marks if not named else []
        return [other for other in between if other.doubtful and since.place < other.place < mark.place]

    def note(self, sure: bool, fault: Fault, unknown: tuple[Expression, ...]) -> None:
        """A fault, or a doubt where it hangs on something unknown."""
        if sure:
            self.faults.append(fault)
        else:
            self.doubts.append(Doubt(fault.place, unknown))


def review(steps: Iterable[Step], row: Row) -> Course:
    """How far ``row`` has come through the steps, and what is wrong with them, in the order of the steps."""
    marks = _marks(steps, row)
    course = Course(marks, [mark for mark in marks if mark.day is not None])
    # Whether it is done, when and by whom: all of a step in doubt is open, and so is how far it has come.
    course.doubts += [Doubt(mark.place, _unknown(mark)) for mark in marks if mark.doubtful]
    if course.done != marks[: len(course.done)]:
        _check_missing(course)
    if any(_days(one, other) < 0 for one, other in pairwise(course.done)):
        _check_order(course)
    for mark in course.done:
        if mark.step.require is not None:
            _check_requirement(course, mark, mark.step.require, row)
        if mark.step.wait is not None:
            _check_length(course, mark, mark.step.wait, row)
    if course.done and course.done[-1] != course.reached():
        # How far it has come hangs on whether the last step done applies.
        course.doubts.append(Doubt(course.done[-1].place, _unknown(course.done[-1])))
    course.faults.sort(key=lambda fault: fault.place)
    return course


def _marks(steps: Iterable[Step], row: Row) -> list[Mark]:
    """The steps that apply or may apply, each with the day it was done; one planned for a day to come is not done."""
    marks = []
    for place, step in enumerate(steps):
        applies = True if step.when is None else step.when.fast(row)
        if applies is not False:
            day = step.done.fast(row)
            doubtful = day is None and open_to_doubt(step.done, row, planned=True)
            done = day if isinstance(day, date) and day <= row.world.as_of else None
            marks.append(Mark(place, step, True if applies else None, done, doubtful))
    return marks


def _check_missing(course: Course) -> None:
    """A step is missing if it is surely not done although a later one is."""
    for mark in course.marks:
        later = [other for other in course.done if other.place > mark.place]
        if mark.day is None and not mark.doubtful and later:
            certain = [other for other in later if other.applies]
            following = (certain or later)[0]
            fault = _fault("missing", mark, following, ("later", following.step.id))
            course.note(bool(mark.applies and certain), fault, _unknown(mark, *later))


def _check_order(course: Course) -> None:
    """No step may be dated before the latest of the steps that stand before it."""
    certain: Mark | None = None
    latest: Mark | None = None
    for mark in course.done:
        if certain is not None and mark.applies and _days(certain, mark) < 0:
            told = (("previous", certain.step.id), ("days", _days(mark, certain)))
            course.faults.append(_fault("order", mark, mark, *told))
        elif latest is not None and _days(latest, mark) < 0:
            course.doubts.append(Doubt(mark.place, _unknown(latest, mark)))
        if latest is None or _days(latest, mark) >= 0:
            latest = mark
        if mark.applies and (certain is None or _days(certain, mark) >= 0):
            certain = mark


def _check_requirement(course: Course, mark: Mark, require: Expression, row: Row) -> None:
    met = require.fast(row)
    if met is not True:
        sure = met is False and mark.applies is True
        course.note(sure, _fault("requirement", mark, mark), (*_unknown(mark), require))


def _check_length(course: Course, mark: Mark, wait: Wait, row: Row) -> None:
    """Whether enough days have passed; a step dated before the one counted from is a matter of order."""
    since = course.since(mark)
    if since is None or since.day is None or mark.day is None or mark.day < since.day:
        return
    try:
        before, last = wait.span(since.day, row)
        unfixed = wait.deadline.unfixed(before, row.world.calendar)
        course.provisional = _earliest(course.provisional, unfixed)
    except OutOfCalendar as problem:
        course.doubts.append(Doubt(mark.place, ()))
        course.beyond = problem.day
        return
    if mark.day < last or (wait.clear and mark.day == last):
        allowed = last + _DAY if wait.clear and last < date.max else last
        told = (("previous", since.step.id), ("allowed", allowed), ("days", (allowed - mark.day).days))
        nearer = course.nearer(since, mark)
        sure = bool(mark.applies and since.applies and not nearer)
        course.note(sure, _fault("length", mark, mark, *told), _unknown(since, *nearer, mark))


def _fault(name: str, mark: Mark, at: Mark, *told: tuple[str, object]) -> Fault:
    """A fault of the step ``mark`` that shows on the day of the step ``at``, which is done."""
    assert at.day is not None
    return Fault(mark.place, at.day, (("fault", name), ("step", mark.step.id), ("label", mark.step.label), *told))


def _unknown(*marks: Mark) -> tuple[Expression, ...]:
    """The conditions of the steps of which it is unknown whether they apply, the days of those that may be done."""
    guards = tuple(mark.step.when for mark in marks if mark.applies is None and mark.step.when is not None)
    return (*guards, *(mark.step.done for mark in marks if mark.doubtful))


def _days(start: Mark, end: Mark) -> int:
    """Calendar days from one step to another; both are done."""
    return (end.day - start.day).days  # type: ignore[operator]


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
