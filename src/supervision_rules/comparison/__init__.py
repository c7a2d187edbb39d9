"""Packs compared: what changed between two versions, who moves by it, and what hangs on which reading."""

from __future__ import annotations

from supervision_rules.comparison.affected import Affected
from supervision_rules.comparison.changes import Change, Step
from supervision_rules.comparison.items import Item
from supervision_rules.comparison.moves import GRAVITY, Move, Moves, RuleMoves, moves_of
from supervision_rules.comparison.packs import PackDiff, Version, diff
from supervision_rules.comparison.ranges import Range
from supervision_rules.comparison.records import Comparison, compare, compared
from supervision_rules.comparison.switching import Sensitivity, Switch, sensitivity

__all__ = [
    "GRAVITY",
    "Affected",
    "Change",
    "Comparison",
    "Item",
    "Move",
    "Moves",
    "PackDiff",
    "Range",
    "RuleMoves",
    "Sensitivity",
    "Step",
    "Switch",
    "Version",
    "compare",
    "compared",
    "diff",
    "moves_of",
    "sensitivity",
]
