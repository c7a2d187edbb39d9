"""One run over a sound pack, under the options that it takes."""

from __future__ import annotations

from supervision_rules.analysis.amounts import examine_amounts
from supervision_rules.analysis.conditions import examine_conditions
from supervision_rules.analysis.contrary import tell_contrary
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.ladders import examine_ladders
from supervision_rules.analysis.lengths import tell_lengths
from supervision_rules.analysis.quotas import examine_quotas
from supervision_rules.analysis.tables import examine_tables
from supervision_rules.analysis.twins import tell_twins
from supervision_rules.analysis.unused import tell_unused
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS
from supervision_rules.wording import hold


def analyse(compiled: CompiledPack, diagnostics: Collector) -> tuple[Examined, ...]:
    """Tell what can be known to be of no use; what was examined, in the order of the pack."""
    tell_unused(compiled, compiled.reach, diagnostics)
    tell_lengths(compiled)
    tell_twins(compiled)
    tell_contrary(compiled)
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
    hold(compiled, diagnostics)
    return examined
