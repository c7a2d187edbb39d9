"""Extensions of a time limit: which of them count, and the due days that they led to, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field, model_validator

from supervision_rules.calendar import WorkCalendar
from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.clock import OPEN, Counted
from supervision_rules.expressions import DATE
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Binder
from supervision_rules.language.conventions import Deadline, Limit, LimitText
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import link
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.spec import Condition, Spec
from supervision_rules.world import Row

Outcome = Literal["granted", "capped", "late", "short", "beyond", "doubtful"]
"""Whether an extension counts: it does, up to the most allowed; it was asked for after the due day, too short a
time before it, or once too often."""


class ExtendedSpec(Spec):
    """延期：到期日以前（含当日）申请的才算；to、by、within 写一个。"""

    count: str
    """哪一类记录（或其一种）是延期，如 extension"""
    where: Condition = True
    """其中哪些记录才算，如经谁批准"""
    asked: str | None = None
    """哪一天申请；不写为其日期"""
    before: LimitText | None = None
    """至迟在当时的到期日前多久申请（含那一天），晚于它的不算；不写为到期日当天"""
    to: str | None = None
    """延到哪一天"""
    by: LimitText | None = None
    """每次延长多久，接着当时的到期日数"""
    within: LimitText | None = None
    """延期后的总期限，从起算日数"""
    at_most: int | None = Field(default=None, ge=1, le=10_000)
    """最多延期几次，多的不算"""
    each_up_to: LimitText | None = None
    """每次最多延长多久，从当时的到期日数，多的不算"""
    up_to: LimitText | None = None
    """累计最多延长多久，从原到期日数，多的不算"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

    @model_validator(mode="after")
    def _one_way(self) -> ExtendedSpec:
        exactly_one(self, "to", "by", "within")
        return self


class Step(NamedTuple):
    """What became of one extension."""

    record: Row
    outcome: Outcome
    asked: date | None
    before: date
    """The due day in force until then."""
    due: date
    """The one in force from then on."""
    latest: date
    """The last day on which it could be asked for."""


class Extended(NamedTuple):
    """The extensions of one matter, in the order in which they were asked for, up to one that is in doubt."""

    steps: tuple[Step, ...]
    counts: tuple[Counted, ...] = ()
    """What was counted on the way."""

    @property
    def doubtful(self) -> Row | None:
        """The extension of which it is unknown whether it counts, or what it gives."""
        return self.steps[-1].record if self.steps and self.steps[-1].outcome == "doubtful" else None

    @property
    def due_days(self) -> tuple[date, ...]:
        """The due days in force one after the other; none where no extension counts."""
        granted = [step for step in self.steps if step.outcome in ("granted", "capped")]
        return (granted[0].before, *(step.due for step in granted)) if granted else ()


Run = Callable[[Deadline, date], Counted]
"""Counts a period on from a day."""


@dataclass(frozen=True, slots=True)
class Extensions:
    """What extends a time limit, bound to the declarations."""

    counted: str
    via: str
    where: Expression
    asked: Expression | None
    before: Deadline | None
    to: Expression | None
    by: Deadline | None
    within: Deadline | None
    at_most: int | None
    each_up_to: Deadline | None
    up_to: Deadline | None

    def of(self, row: Row, due: date, start: date | None, done: date | None, run: Run) -> Extended:
        """What the extensions make of the due day ``due`` of a matter counted from ``start``.

        What is asked for when it is done extends nothing.

        Raises:
            OutOfCalendar: a period leads out of the calendar.
        """
        steps: list[Step] = []
        counts: list[Counted] = []
        longest = run(self.up_to, due).due if self.up_to is not None else date.max
        for asked, record in self._in_order(row):
            if done is not None and asked is not None and asked > done:
                continue
            latest = self._latest(due, row.world.calendar)
            counts.append(latest)
            outcome = self._outcome(
                record, asked, (due, latest.due), sum(step.outcome in ("granted", "capped") for step in steps)
            )
            count = self._new(record, due, start, run) if outcome == "granted" else None
            if outcome == "granted" and count is None:
                outcome = "doubtful"
            before, most = due, longest
            if count is not None:
                counts.append(count)
                most = longest if self.each_up_to is None else min(longest, run(self.each_up_to, due).due)
                due = max(due, min(count.due, most))
            capped = count is not None and count.due > most
            steps.append(Step(record, "capped" if capped else outcome, asked, before, due, latest.due))
            if outcome == "doubtful":
                break
        return Extended(tuple(steps), tuple(counts))

    def _in_order(self, row: Row) -> list[tuple[date | None, Row]]:
        """By the day on which they were asked for, those of which that is unknown first; not those never asked for."""
        found = []
        for record in row.world.children(self.counted, self.via, row.id):
            asked = record.source["date"] if self.asked is None else self.asked.fast(record)
            day = asked if isinstance(asked, date) else None
            open_ = day is None and self.asked is not None and open_to_doubt(self.asked, record)
            if (day is not None or open_) and self.where.fast(record) is not False:
                found.append((day, record))
        return sorted(found, key=lambda pair: (pair[0] or date.min, pair[1].id))

    def _latest(self, due: date, calendar: WorkCalendar) -> Counted:
        """The last day on which an extension of what is due on ``due`` can be asked for.

        Raises:
            OutOfCalendar: the period leads out of the calendar.
        """
        if self.before is None or due == OPEN:
            return Counted(due, (), None)
        latest = self.before(due, calendar)
        return Counted(latest, (), calendar.provisional(latest, due) if self.before.workdays else None)

    def _outcome(self, record: Row, asked: date | None, ends: tuple[date, date], granted: int) -> Outcome:
        """What becomes of one; ``ends`` are the due day in force and the last day to ask for it."""
        if asked is not None and asked > min(ends):
            return "late" if asked > ends[0] else "short"
        if self.at_most is not None and granted >= self.at_most:
            return "beyond"
        return "granted" if asked is not None and self.where.fast(record) is True else "doubtful"

    def _new(self, record: Row, due: date, start: date | None, run: Run) -> Counted | None:
        """The due day that an extension gives; None if it does not say."""
        if self.by is not None:
            return run(self.by, due)
        if self.within is not None:
            return None if start is None else run(self.within, start)
        day = self.to.fast(record) if self.to is not None else None
        return Counted(day, (), None) if isinstance(day, date) else None

    def missing(self, record: Row) -> tuple[str, ...]:
        """The facts that would decide an extension in doubt."""
        return lacking(record, self.where, self.asked, self.to)

    def explain(self, extended: Extended) -> Iterator[Explanation]:
        """What became of each, and what it rests on."""
        for record, outcome, asked, before, due, latest in extended.steps:
            read = [each for each in (self.where, self.asked, self.to) if each is not None and each.checked.names]
            days = {"before": None if before == OPEN else before, "due": None if due == OPEN else due}
            words = {"type": record.type, "id": record.id, "asked": asked, "latest": latest, **days}
            parts = [of_expression(each, record) for each in read]
            yield reason(f"extension-{outcome}", *parts, **words, most=self.at_most)


def bind_extensions(spec: ExtendedSpec, binder: Binder) -> Extensions | None:
    """What ``spec`` under the key ``extended`` of a rule says; None if something in it is wrong, which is then told."""
    via = link(binder, spec.count, binder.subject, None, "extended", "count")
    lengths = {name: _length(spec, name, binder) for name in ("by", "within", "each_up_to", "up_to")}
    if spec.at_most is not None:
        binder.number(spec.at_most, "extended", "at_most")
    if via is None:
        return None
    where = binder.condition("extended", "where", of=spec.count)
    asked = binder.expression("extended", "asked", of=spec.count, expected=DATE)
    to = binder.expression("extended", "to", of=spec.count, expected=DATE)
    if where is None or (asked is None and spec.asked is not None) or (to is None and spec.to is not None):
        return None
    before = None if spec.before is None else _backwards(binder.limit(spec.before, "extended", "before"), binder)
    return Extensions(spec.count, via, where, asked, before, to, at_most=spec.at_most, **lengths)


def _backwards(limit: Limit, binder: Binder) -> Deadline:
    """What gives the day that lies so long before a day."""
    return Deadline(Limit(-limit.amount, limit.unit), limit.counts_workdays(binder.conventions), False)


def _length(spec: ExtendedSpec, name: str, binder: Binder) -> Deadline | None:
    text = getattr(spec, name)
    return None if text is None else binder.limit(text, "extended", name).deadline(binder.conventions)
