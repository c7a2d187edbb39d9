"""Why a finding, and why none: the tree from the conclusion down to the clause, the facts and the days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from supervision_rules.calendar import Period
from supervision_rules.catalogue.phrases import PHRASES
from supervision_rules.compiler import CompiledPack, InTime
from supervision_rules.engine import row_of, rule_of
from supervision_rules.expressions.tree import is_constant
from supervision_rules.findings import COUNTED_IN, GOVERNANCE, PLACEMENT, Explanation, Finding, RuleInfo
from supervision_rules.kinds import KINDS, Bound
from supervision_rules.language.reasons import of_expression, reason
from supervision_rules.language.told_once import told_once
from supervision_rules.world import Row, World, counted_apart

CITES: Final = "cites"
"""The phrase of the clause and the words that a rule stands on."""
COUNTED_UNIT: Final = "unit"
"""The word of a phrase that is the unit of its amounts."""
NO_FINDING: Final = "no-finding"
"""The phrase of the whole of an explanation why not."""
_DAY: Final = timedelta(days=1)
MAX_WINDOWS: Final = 12
"""How many windows are listed beside the one that is explained."""


def explain_finding(compiled: CompiledPack, world: World, finding: Finding) -> Explanation:
    """The reasons for ``finding``, computed afresh by the reference evaluator."""
    parts = [_citation(finding.rule)]
    row = row_of(world, finding)
    bound = rule_of(compiled, finding.rule.id)
    if bound is not None and row is not None:
        parts += _in_units(bound.explain(row, finding), dict(finding.detail).get(COUNTED_IN))
        parts += _change(compiled, row) if world.tenures else ()
    elif finding.rule.id == GOVERNANCE:
        parts += _governance(compiled)
    elif finding.rule.id == PLACEMENT:
        parts.append(reason("unplaced"))
    parts += [reason("missing", fact=fact) for fact in finding.missing]
    if finding.provisional is not None:
        parts.append(reason("provisional", day=finding.provisional))
    parts += [_reading(compiled, name, option) for name, option in finding.rule.readings]
    return told_once(reason("conclusion", *parts, rule=finding.rule.label, subject=finding.subject, finding=finding))


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


def _change(compiled: CompiledPack, row: Row) -> Iterator[Explanation]:
    """Why this version of a document judges a matter that passed, or which of its records count here."""
    passed = row.world.tenures.get((row.type, row.id))
    for tenure in counted_apart(row) if passed is None else (passed,):
        whose = "counted" if passed is None else "passed"
        before, after = compiled.takes_over, [to for to in compiled.later if to.since - _DAY == tenure.last]
        if before is not None and tenure.first > date.min:
            yield reason(f"{whose}-from", matter=tenure.matter[1], pack=before.pack, day=tenure.first)
        for to in after:
            yield reason(f"{whose}-to", matter=tenure.matter[1], pack=to.pack, day=to.since)


def _citation(rule: RuleInfo) -> Explanation:
    return reason(CITES, clause=rule.cite.clause, words=" / ".join(rule.cite.words), rule=rule.id)


def _reading(compiled: CompiledPack, name: str, option: str) -> Explanation:
    reading = compiled.choice.declared[name]
    return reason("reading", id=name, words=reading.words, option=option, label=reading.options[option])


def why_not(
    compiled: CompiledPack,
    world: World,
    rule: str,
    subject: str,
    found: Sequence[Finding] = (),
    period: str | None = None,
) -> Explanation | None:
    """Why a rule says nothing about a subject; None if the pack has no such rule, or no record of this id is known.

    ``found`` is what the rule says about it in other windows than the one asked for, which ``period`` names; without,
    it is that in which the day asked lies.
    """
    bound = rule_of(compiled, rule)
    rows = _records(compiled, world, bound.info.subject_type, subject) if bound is not None else []
    if bound is None or not rows:
        return None
    since = compiled.in_force[0]
    if since is not None and since > world.as_of:
        parts = list(_governance(compiled))
    else:
        parts = [part for row in rows for part in _of_row(bound, row, found, period)]
    words = {"rule": bound.info.label, "subject": subject, "subject_type": rows[0].type, "pack": bound.info.pack}
    return told_once(reason(NO_FINDING, _citation(bound.info), *parts, **words))


def _records(compiled: CompiledPack, world: World, record_type: str, record_id: str) -> list[Row]:
    """The record of this type and id; if there is none, those of other types that have the id."""
    row = world.find(record_type, record_id)
    if row is not None:
        return [row]
    return [row for name in compiled.vocabulary.types if (row := world.find(name, record_id)) is not None]


def _of_row(bound: Bound, row: Row, found: Sequence[Finding], asked: str | None) -> Iterator[Explanation]:
    """The kind of record that the rule is for; else what it came to in one window, and then in the others."""
    wanted = KINDS[bound.info.kind].subject(bound.spec)
    if wanted not in (row.type, row["kind"]):
        yield reason("other-kind", wanted=wanted, type=row["kind"] or row.type)
        return
    kind = getattr(bound.spec, "window", None)
    stated = (each.period for each in found if each.period is not None)
    judged = list(row.world.periods(row, kind) if kind is not None else dict.fromkeys(stated))
    seen = next((each for each in judged if asked in each.names), None) if asked is not None else None
    if asked is None:
        seen = row.world.current(kind) if kind is not None else None
    if seen is not None:
        yield reason("window-seen" if asked is None else "window-asked", period=seen)
    elif asked is not None:
        yield reason("window-unjudged", asked=asked) if judged or kind is not None else reason("no-windows")
    if seen is not None or asked is None:
        yield from _reasons(bound, row if seen is None else row.world.judged(row, seen))
    yield from _others(bound, row, found, judged, seen)


def _others(
    bound: Bound, row: Row, found: Sequence[Finding], judged: Sequence[Period], seen: Period | None
) -> Iterator[Explanation]:
    """What the rule came to in the windows other than the one ``seen``, the latest of them."""
    others = [period for period in judged if period != seen]
    if not others:
        return
    parts = [part for period in others[-MAX_WINDOWS:] for part in _in_window(bound, row, found, period)]
    if len(others) > MAX_WINDOWS:
        parts.insert(0, reason("windows-more", windows=len(others) - MAX_WINDOWS))
    phrase = "windows-all" if seen is None else "windows-others"
    yield reason(phrase, *parts, windows=len(judged), others=len(others), period=others[-1])


def _in_window(bound: Bound, row: Row, found: Sequence[Finding], period: Period) -> Iterator[Explanation]:
    """The findings of one window, or that there is none, and whether the condition of the rule holds there."""
    findings = [each for each in found if each.period == period]
    for each in findings:
        yield reason("asked-finding", rule=each.rule.label, subject=each.subject, finding=each, period=period)
    if not findings:
        view = row.world.judged(row, period)
        applies = _version(bound, view)[0].when.fast(view)
        yield reason("window-passed" if applies is False else "window-silent", period=period)


def _version(bound: Bound, row: Row) -> tuple[Bound, tuple[Explanation, ...]]:
    """The rule with the values of the day of ``row``, and why these, where they change over time."""
    if not isinstance(bound, InTime):
        return bound, ()
    version, values = bound.version_of(row)
    return version, (values,)


def _reasons(bound: Bound, row: Row) -> Iterator[Explanation]:
    """The condition under which the rule applies, then what else was asked."""
    bound, values = _version(bound, row)
    yield from values
    parts = []
    if not is_constant(bound.when.checked.root):
        parts.append(reason("applies", of_expression(bound.when, row)))
    if bound.when.fast(row) is not False:
        parts += KINDS[bound.info.kind].why_not(bound, row)
    yield from parts or [reason("guard")]
