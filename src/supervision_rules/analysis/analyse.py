"""One run over a sound pack, under the options that it takes."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_rules.analysis.alike import tell_alike
from supervision_rules.analysis.amounts import examine_amounts
from supervision_rules.analysis.argued import tell_argued
from supervision_rules.analysis.belonging import tell_belonging
from supervision_rules.analysis.clauses import tell_clauses
from supervision_rules.analysis.conditions import examine_conditions
from supervision_rules.analysis.counted import tell_counted
from supervision_rules.analysis.crossed import tell_crossed
from supervision_rules.analysis.days import tell_days
from supervision_rules.analysis.edges import tell_edges
from supervision_rules.analysis.effects import tell_effects
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.exchanged import tell_exchanged
from supervision_rules.analysis.extremes import tell_extremes
from supervision_rules.analysis.ladders import examine_ladders
from supervision_rules.analysis.leeway import tell_leeway
from supervision_rules.analysis.lengths import tell_lengths
from supervision_rules.analysis.levels import tell_levels
from supervision_rules.analysis.listing import tell_listing
from supervision_rules.analysis.periods import tell_periods
from supervision_rules.analysis.polarity import tell_polarity
from supervision_rules.analysis.quotas import examine_quotas
from supervision_rules.analysis.quoting import Quoting, quoting
from supervision_rules.analysis.shares import tell_shares
from supervision_rules.analysis.siblings import tell_siblings
from supervision_rules.analysis.sooner import tell_sooner
from supervision_rules.analysis.tables import examine_tables
from supervision_rules.analysis.unused import tell_unused
from supervision_rules.analysis.words import tell_unstated
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS


def analyse(compiled: CompiledPack, diagnostics: Collector) -> tuple[Examined, ...]:
    """Tell what can be known to be of no use; what was examined, in the order of the pack."""
    tell_unused(compiled, compiled.reach, diagnostics)
    tell_lengths(compiled)
    climbing = [rule.id for rule in compiled.pack.rules if KINDS[rule.kind].climbs]
    # What is told of a condition is not told again of the table that it belongs to.
    conditions = tuple(examine_conditions(compiled.reach, climbing, compiled.in_force, diagnostics))
    examined = (
        *examine_tables(compiled, diagnostics),
        *conditions,
        *examine_ladders(compiled),
        *examine_quotas(compiled),
        *examine_amounts(compiled),
    )
    _hold(compiled, quoting(compiled), diagnostics)
    return examined


def _hold(compiled: CompiledPack, quoted: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Hold what is written against the words, the labels and the options, and against what stands beside it."""
    tell_unstated(compiled, quoted, diagnostics)
    tell_edges(compiled, quoted, diagnostics)
    tell_exchanged(compiled, quoted, diagnostics)
    tell_levels(quoted, diagnostics)
    tell_argued(quoted, diagnostics)
    tell_periods(quoted, diagnostics)
    tell_counted(compiled, quoted, diagnostics)
    tell_shares(compiled, quoted, diagnostics)
    tell_extremes(quoted, diagnostics)
    tell_leeway(compiled, quoted, diagnostics)
    tell_clauses(compiled.text.tree, diagnostics)
    tell_effects(compiled.text.tree, diagnostics)
    tell_belonging(quoted, diagnostics)
    tell_listing(compiled, quoted, diagnostics)
    tell_siblings(quoted, diagnostics)
    tell_polarity(compiled, quoted, diagnostics)
    tell_sooner(quoted, diagnostics)
    tell_days(compiled, diagnostics)
    tell_crossed(compiled, diagnostics)
    # Of a copy that is told to be of the wrong level or end the one cause has been told.
    tell_alike(quoted, diagnostics)
