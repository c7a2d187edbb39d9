"""The rules of a pack, each bound in all the versions that it has over time."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.binders import rule_binder
from supervision_rules.compiler.chosen import Chosen
from supervision_rules.compiler.compiled import force_of
from supervision_rules.compiler.declare import governance_readings, known_type
from supervision_rules.compiler.reach import Reach
from supervision_rules.compiler.references import check_references
from supervision_rules.compiler.versions import in_time, versions_of
from supervision_rules.compiler.wrong_subject import tell_subject
from supervision_rules.diagnostics import NOTHING
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Citation, RuleInfo
from supervision_rules.kinds import KINDS, Bound, RuleSpec
from supervision_rules.language.binding import Binder
from supervision_rules.language.dates import check_firsts, check_reach


def bind_rules(chosen: Chosen, reach: Reach) -> Mapping[str, Bound]:
    """The rules that could be bound, by id; ``reach`` is told of each that is known by its id."""
    bound = dict[str, Bound]()
    for index, rule in enumerate(chosen.pack.rules):
        made = _bind_rule(chosen, reach, rule, index)
        if made is not None:
            bound[rule.id] = made
    return bound


def info_of(chosen: Chosen, reach: Reach, rule: RuleSpec) -> RuleInfo:
    """What findings say of the rule that they come from, with the readings that it leans on by what ``reach`` knows."""
    leans = reach.readings(rule.id) | set(rule.readings) | governance_readings(chosen.text.tree)
    options = chosen.choice.options
    return RuleInfo(
        pack=chosen.pack.pack,
        version=chosen.pack.version,
        id=rule.id,
        kind=rule.kind,
        label=rule.label,
        cite=Citation(rule.cite.clause, rule.cite.quotes),
        severity=rule.severity,
        subject_type=chosen.declarations.base(KINDS[rule.kind].subject(rule)),
        readings=tuple((name, options[name]) for name in sorted(leans) if name in options),
    )


def _bind_rule(chosen: Chosen, reach: Reach, rule: RuleSpec, index: int) -> Bound | None:
    kind, node, written = KINDS[rule.kind], chosen.node("rules", index), chosen.written("rules", index)
    repeated = rule.id in reach.rules or rule.id in (GOVERNANCE, PLACEMENT)
    if repeated:
        place, whose = nodes.locate(node, ("id",)).span, _other(chosen, rule)
        chosen.diagnostics.add("SR303", place, what=rule.id, whose=whose)
    known = known_type(chosen.declarations, node, kind.subject(rule), chosen.diagnostics)
    check_references(chosen, rule, node)
    info = info_of(chosen, reach, rule)
    binder = rule_binder(chosen.declarations, rule, node, chosen.diagnostics, info, written)
    if known and not repeated:
        reach.rules[rule.id] = binder
        reach.written[id(binder)] = written
    made = kind.bind(rule, binder)
    if known:
        tell_subject(chosen.declarations, node, kind.subject(rule), chosen.diagnostics)
    chosen.check_quotes(binder, rule.cite.quotes, written)
    versions = _bind_versions(chosen, rule, index, binder)
    if made is None or versions is None or not known or repeated:
        return None
    return in_time(made, versions, nodes.locate(chosen.dated, ("rules", index)))


def _other(chosen: Chosen, rule: RuleSpec) -> Bilingual | str:
    """The rule that has the id of another already, if it is one."""
    index, first = next((index, each) for index, each in enumerate(chosen.pack.rules) if each.id == rule.id)
    if first is rule:
        return NOTHING
    line = nodes.locate(chosen.node("rules", index), ("id",)).span.line
    return Bilingual(f"第{line}行的另一条规则：{first.label}", f"another rule, on line {line}: {first.label}")


def _bind_versions(chosen: Chosen, rule: RuleSpec, index: int, last: Binder) -> list[Bound] | None:
    """The rule as it was before its values last changed, the earliest first; ``last`` hears what they read."""
    dated, versions = nodes.locate(chosen.dated, ("rules", index)), list[Bound | None]()
    check_reach(dated, force_of(chosen.pack), chosen.diagnostics)
    window = chosen.declarations.windows.get(rule.id)
    if window is not None and isinstance(dated, nodes.Mapping) and dated.get("count") is not None:
        check_firsts(dated, window, chosen.pack.conventions.years, chosen.diagnostics)
    for spec, node in versions_of(rule, dated, chosen.diagnostics):
        binder = rule_binder(chosen.declarations, spec, node, chosen.diagnostics, last.info, last.written)
        versions.append(KINDS[rule.kind].bind(spec, binder))
        chosen.check_quotes(binder, spec.cite.quotes, chosen.written("rules", index))
        last.hear(binder)
    bound = [version for version in versions if version is not None]
    return bound if len(bound) == len(versions) else None
