"""What hands out the expressions of a fact, and of a rule in one of its versions."""

from __future__ import annotations

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import KINDS, RuleSpec
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.fact_spec import MISSING, FactSpec


def fact_binder(declarations: Declarations, spec: FactSpec, node: nodes.Mapping, diagnostics: Collector) -> TextBinder:
    """That of the fact written at ``node``."""
    missing = spec.if_zero == MISSING
    if_zero = None if isinstance(spec.if_zero, str) else spec.if_zero
    return TextBinder(declarations, node, spec.of, diagnostics, if_zero, missing)


def rule_binder(
    declarations: Declarations,
    spec: RuleSpec,
    node: nodes.Mapping,
    diagnostics: Collector,
    info: RuleInfo,
    written: nodes.Node,
) -> Binder:
    """That of the rule at ``node``; ``written`` is its text with all its options and all its values over time."""
    kind = KINDS[spec.kind]
    return Binder(
        declarations,
        node,
        kind.subject(spec),
        diagnostics,
        getattr(spec, "if_zero", None),
        states_if_zero="rule" if "if_zero" in kind.model.model_fields else "elsewhere",
        info=info,
        written=written,
    )
