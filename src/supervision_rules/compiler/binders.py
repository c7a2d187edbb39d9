"""What hands out the expressions of a fact, and of a rule in one of its versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from supervision_rules import nodes
from supervision_rules.calendar import OF_A_YEAR
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import KINDS, RuleSpec
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.fact_spec import MISSING, PERIODS, FactSpec


def fact_binder(declarations: Declarations, spec: FactSpec, node: nodes.Mapping, diagnostics: Collector) -> TextBinder:
    """That of the fact written at ``node``."""
    missing = spec.if_zero == MISSING
    if_zero = None if isinstance(spec.if_zero, str) else spec.if_zero
    binder = TextBinder(declarations, node, spec.of, diagnostics, if_zero, missing)
    counted = None if spec.way == "value" else PERIODS.get(str(getattr(spec, spec.way)))
    if OF_A_YEAR & {spec.period, counted}:
        binder.hangs_on_convention("year_begins")
    return binder


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
    binder = Binder(
        declarations,
        node,
        kind.subject(spec),
        diagnostics,
        getattr(spec, "if_zero", None),
        states_if_zero="rule" if "if_zero" in kind.model.model_fields else "elsewhere",
        info=info,
        written=written,
        looks_back=kind.climbs,
    )
    if OF_A_YEAR.intersection(_periods_of(spec)):
        binder.hangs_on_convention("year_begins")
    return binder


def _periods_of(spec: RuleSpec) -> Iterator[str]:
    """The periods by which a rule judges, recurs, or counts so many at most."""
    yield from (value for key in ("window", "each") if isinstance(value := getattr(spec, key, None), str))
    most = getattr(spec, "at_most", None)
    yield from most if isinstance(most, Mapping) else ()
