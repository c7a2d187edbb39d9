"""Why a finding, and why none: the tree from the conclusion down to the clause, the facts and the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.compiler import CompiledPack, InTime
from supervision_rules.engine import row_of, rule_of
from supervision_rules.expressions.tree import is_constant
from supervision_rules.findings import COUNTED_IN, GOVERNANCE, PLACEMENT, Explanation, Finding, RuleInfo
from supervision_rules.kinds import KINDS, Bound
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.world import Row, World

CITES: Final = "cites"
"""The phrase of the clause and the words that a rule stands on."""
COUNTED_UNIT: Final = "unit"
"""The word of a phrase that is the unit of its amounts."""
NO_FINDING: Final = "no-finding"
"""The phrase of the whole of an explanation why not."""


def explain_finding(compiled: CompiledPack, world: World, finding: Finding) -> Explanation:
    """The reasons for ``finding``, computed afresh by the reference evaluator."""
    parts = [_citation(finding.rule)]
    row = row_of(world, finding)
    bound = rule_of(compiled, finding.rule.id)
    if bound is not None and row is not None:
        parts += _in_units(bound.explain(row, finding), dict(finding.detail).get(COUNTED_IN))
    elif finding.rule.id == GOVERNANCE:
        parts += _governance(compiled)
    elif finding.rule.id == PLACEMENT:
        parts.append(reason("unplaced"))
    parts += [reason("missing", fact=fact) for fact in finding.missing]
    if finding.provisional is not None:
        parts.append(reason("provisional", day=finding.provisional))
    parts += [_reading(compiled, name, option) for name, option in finding.rule.readings]
    return reason("conclusion", *parts, rule=finding.rule.label, subject=finding.subject, finding=finding)


def _in_units(parts: Iterable[Explanation], unit: object) -> tuple[Explanation, ...]:
    """The reasons with the unit of their amounts, where these are not points."""
    return tuple(parts) if unit is None else tuple(_in_unit(part, unit) for part in parts)


def _in_unit(part: Explanation, unit: object) -> Explanation:
    told = {COUNTED_UNIT: unit} if f"{{{COUNTED_UNIT}}}" in PHRASES[part.phrase]["zh"] else {}
    return Explanation(part.phrase, {**part.words, **told}, _in_units(part.parts, unit))


def _governance(compiled: CompiledPack) -> Iterator[Explanation]:
    """The time in force, and what becomes of open matters where one document replaces another."""
    since, until = compiled.in_force
    yield reason("in-force", since=since, until=until)
    changes = [("replaces", compiled.takes_over), *(("replaced", change) for change in compiled.later)]
    for phrase, change in changes:
        if change is not None:
            ending = "open-new" if change.takes_open else "open-old"
            yield reason(f"{phrase}-{ending}", pack=change.pack, day=change.since)


def _citation(rule: RuleInfo) -> Explanation:
    return reason(CITES, clause=rule.cite.clause, words=" / ".join(rule.cite.words), rule=rule.id)


def _reading(compiled: CompiledPack, name: str, option: str) -> Explanation:
    reading = compiled.choice.declared[name]
    return reason("reading", id=name, words=reading.words, option=option, label=reading.options[option])


def why_not(compiled: CompiledPack, world: World, rule: str, subject: str) -> Explanation | None:
    """Why a rule says nothing about a subject; None if the pack has no such rule, or no record of this id is known."""
    bound = rule_of(compiled, rule)
    rows = _records(compiled, world, bound.info.subject_type, subject) if bound is not None else []
    if bound is None or not rows:
        return None
    since = compiled.in_force[0]
    if since is not None and since > world.as_of:
        parts = list(_governance(compiled))
    else:
        parts = [part for row in rows for part in _reasons(bound, _now(bound, row))]
    words = {"rule": bound.info.label, "subject": subject, "subject_type": rows[0].type, "pack": bound.info.pack}
    return reason(NO_FINDING, _citation(bound.info), *parts, **words)


def _records(compiled: CompiledPack, world: World, record_type: str, record_id: str) -> list[Row]:
    """The record of this type and id; if there is none, those of other types that have the id."""
    row = world.find(record_type, record_id)
    if row is not None:
        return [row]
    return [row for name in compiled.vocabulary.types if (row := world.find(name, record_id)) is not None]


def _now(bound: Bound, row: Row) -> Row:
    """The row through the window of the rule in which the day asked lies."""
    window = getattr(bound.spec, "window", None)
    return row.world.judged(row, row.world.current(window)) if window is not None else row


def _reasons(bound: Bound, row: Row) -> Iterator[Explanation]:
    """The kind of record that the rule is for, the condition under which it applies, then what else was asked."""
    kind = KINDS[bound.info.kind]
    wanted = kind.subject(bound.spec)
    if wanted not in (row.type, row["kind"]):
        yield reason("other-kind", wanted=wanted, type=row["kind"] or row.type)
        return
    if row.period is not None:
        yield reason("window-seen", period=row.period)
    parts = []
    if isinstance(bound, InTime):
        bound, values = bound.version_of(row)
        yield values
    if not is_constant(bound.when.checked.root):
        parts.append(reason("applies", of_expression(bound.when, row)))
    if bound.when.fast(row) is not False:
        parts += kind.why_not(bound, row)
    yield from parts or [reason("guard")]
