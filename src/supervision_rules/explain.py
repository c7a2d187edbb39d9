"""Why a finding: the tree from the conclusion down to the clause, the facts and the days."""

from __future__ import annotations

from supervision_rules.compiler import CompiledPack
from supervision_rules.engine import row_of, rule_of
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Explanation, Finding
from supervision_rules.language.reasons import reason
from supervision_rules.world import World


def explain_finding(compiled: CompiledPack, world: World, finding: Finding) -> Explanation:
    """The reasons for ``finding``, computed afresh by the reference evaluator."""
    parts = [_citation(finding)]
    row = row_of(world, finding)
    bound = rule_of(compiled, finding.rule.id)
    if bound is not None and row is not None:
        parts += bound.explain(row, finding)
    elif finding.rule.id == GOVERNANCE:
        period = compiled.pack.document.in_force
        parts.append(reason("in-force", since=period.since if period else None, until=period.until if period else None))
    elif finding.rule.id == PLACEMENT:
        parts.append(reason("unplaced"))
    parts += [reason("missing", fact=fact) for fact in finding.missing]
    if finding.provisional is not None:
        parts.append(reason("provisional", day=finding.provisional))
    parts += [_reading(compiled, name, option) for name, option in finding.rule.readings]
    return reason("conclusion", *parts, rule=finding.rule.label, subject=finding.subject, finding=finding)


def _citation(finding: Finding) -> Explanation:
    cite = finding.rule.cite
    return reason("cites", clause=cite.clause, words=" / ".join(cite.words), rule=finding.rule.id)


def _reading(compiled: CompiledPack, name: str, option: str) -> Explanation:
    reading = compiled.choice.declared[name]
    return reason("reading", id=name, words=reading.words, option=option, label=reading.options[option])
