"""Why a rule says nothing about a subject."""

from __future__ import annotations

from collections.abc import Iterator, Set

from supervision_rules.api import Run
from supervision_rules.engine import rule_of
from supervision_rules.expressions.tree import is_constant
from supervision_rules.findings import Explanation
from supervision_rules.kinds import Bound
from supervision_rules.language.binding import Expression
from supervision_rules.language.reasons import of_expression, reason, step_tried
from supervision_rules.world import Row


def why_not(run: Run, rule: str, subjects: Set[str]) -> Iterator[Explanation]:
    """For each of the subjects on record, the rule's words and its guard; nothing if it is another pack's."""
    bound = rule_of(run.compiled, rule)
    if bound is None:
        return
    info = bound.info
    since, until = run.compiled.in_force
    force = [reason("in-force", since=since, until=until)] if since is not None and since > run.world.as_of else []
    cites = reason("cites", clause=info.cite.clause, words=" / ".join(info.cite.words), rule=info.id)
    for subject in sorted(subjects):
        for row in _rows(run, info.subject_type, subject):
            words = {"rule": info.label, "subject": subject, "subject_type": row.type}
            yield reason("no-finding", cites, *(force or _guard(bound, _now(bound, row))), **words)


def _rows(run: Run, record_type: str, subject: str) -> list[Row]:
    """The record of this type and id; if there is none, those of other types that have the id."""
    row = run.world.find(record_type, subject)
    if row is not None:
        return [row]
    return [row for name in run.compiled.vocabulary.types if (row := run.world.find(name, subject)) is not None]


def _guard(bound: Bound, row: Row) -> Iterator[Explanation]:
    """The kind of record that the rule is for, then the condition under which it applies."""
    spec = getattr(bound, "spec", None)
    named = getattr(spec, "on", None) or getattr(spec, "of", None)
    wanted = named if isinstance(named, str) else bound.info.subject_type
    if wanted not in (row.type, row["kind"]):
        yield reason("other-kind", wanted=wanted, type=row["kind"] or row.type)
        return
    yield from list(_reasons(bound, row)) or [reason("guard")]


def _reasons(bound: Bound, row: Row) -> Iterator[Explanation]:
    """The condition of the rule; where it may hold, what else was asked."""
    when = getattr(bound, "when", None)
    if isinstance(when, Expression) and not is_constant(when.checked.root):
        yield reason("applies", of_expression(when, row))
        if when.fast(row) is False:
            return
    yield from _steps(bound, row)
    if getattr(bound, "source", None) is not None:
        yield reason("nothing-counted", period=row.period or row.world.as_of)


def _now(bound: Bound, row: Row) -> Row:
    """The row through the window of the rule in which the day asked lies."""
    window = getattr(getattr(bound, "spec", None), "window", None)
    return row.world.through(row, row.world.current(window)) if window is not None else row


def _steps(bound: Bound, row: Row) -> Iterator[Explanation]:
    """What each step of a ladder would take, as things stand on the day asked."""
    for number, step in enumerate(getattr(bound, "steps", ()), 1):
        condition = getattr(step, "condition", None)
        if isinstance(condition, Expression):
            yield step_tried(number, step.spec.words or step.spec.label, condition, row)
