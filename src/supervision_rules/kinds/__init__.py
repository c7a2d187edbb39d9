"""The closed set of kinds of rules."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules.kinds import (
    duty,
    ladder,
    outcome,
    overlap,
    points,
    procedure,
    quota,
    ranking,
    requirement,
    score,
    time_limit,
)
from supervision_rules.kinds.base import AnyKind, Bound, Cite, Kind, Read, RuleSpec

_TABLE: tuple[AnyKind, ...] = (
    time_limit.KIND,
    duty.KIND,
    ladder.KIND,
    points.KIND,
    score.KIND,
    ranking.KIND,
    quota.KIND,
    requirement.KIND,
    procedure.KIND,
    overlap.KIND,
    outcome.KIND,
)

KINDS: Mapping[str, AnyKind] = MappingProxyType({kind.name: kind for kind in _TABLE})

__all__ = ["KINDS", "AnyKind", "Bound", "Cite", "Kind", "Read", "RuleSpec"]
