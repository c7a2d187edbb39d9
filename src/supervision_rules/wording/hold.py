"""One run over a sound pack that is held against its own words."""

from __future__ import annotations

from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.wording.alike import tell_alike
from supervision_rules.wording.argued import tell_argued
from supervision_rules.wording.belonging import tell_belonging
from supervision_rules.wording.clauses import tell_clauses
from supervision_rules.wording.counted import tell_counted
from supervision_rules.wording.crossed import tell_crossed
from supervision_rules.wording.days import tell_days
from supervision_rules.wording.delay import tell_delay
from supervision_rules.wording.dues import tell_dues
from supervision_rules.wording.edges import tell_edges
from supervision_rules.wording.effects import tell_effects
from supervision_rules.wording.exchanged import tell_exchanged
from supervision_rules.wording.extremes import tell_extremes
from supervision_rules.wording.leeway import tell_leeway
from supervision_rules.wording.levels import tell_levels
from supervision_rules.wording.listing import tell_listing
from supervision_rules.wording.parts import tell_parts
from supervision_rules.wording.periods import tell_periods
from supervision_rules.wording.polarity import tell_polarity
from supervision_rules.wording.quoting import quoting
from supervision_rules.wording.ranked import tell_ranked
from supervision_rules.wording.shares import tell_shares
from supervision_rules.wording.siblings import tell_siblings
from supervision_rules.wording.sooner import tell_sooner
from supervision_rules.wording.through_windows import tell_through_windows
from supervision_rules.wording.words import tell_unstated


def hold(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Hold what is written against the words, the labels and the options, and against what stands beside it."""
    quoted = quoting(compiled)
    tell_unstated(compiled, quoted, diagnostics)
    tell_edges(compiled, quoted, diagnostics)
    tell_exchanged(compiled, quoted, diagnostics)
    tell_parts(compiled, quoted, diagnostics)
    tell_levels(quoted, diagnostics)
    tell_argued(quoted, diagnostics)
    tell_periods(quoted, diagnostics)
    tell_dues(quoted, diagnostics)
    tell_through_windows(quoted, diagnostics)
    tell_counted(compiled, quoted, diagnostics)
    tell_shares(compiled, quoted, diagnostics)
    tell_extremes(quoted, diagnostics)
    tell_ranked(compiled, quoted, diagnostics)
    tell_leeway(compiled, quoted, diagnostics)
    tell_clauses(compiled.text.tree, diagnostics)
    tell_effects(compiled.text.tree, diagnostics)
    tell_belonging(quoted, diagnostics)
    tell_listing(compiled, quoted, diagnostics)
    tell_siblings(quoted, diagnostics)
    tell_polarity(compiled, quoted, diagnostics)
    tell_delay(quoted, diagnostics)
    tell_sooner(quoted, diagnostics)
    tell_days(compiled, diagnostics)
    tell_crossed(compiled, diagnostics)
    # Of a copy that is told to be of the wrong level or end the one cause has been told.
    tell_alike(quoted, diagnostics)
