"""The two sides of a rule: a trial in which it takes hold, and one in which it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.api import Policy
from supervision_rules.diagnostics import Span
from supervision_rules.findings import Finding, State

_TAKES_HOLD: Final = frozenset({State.REACHED, State.DUE_FOR, State.SCORED, State.RANKED, State.CONCLUDED})


@dataclass(frozen=True, slots=True)
class OneSided:
    """A rule that the cases do not show on both sides."""

    rule: str
    label: str
    span: Span
    """The rule's id in the pack."""
    shown: bool | None
    """The only side shown: that it takes hold, or that it does not; None if no case tests the rule."""


def takes_hold(state: State) -> bool:
    """Whether a rule that concludes this takes hold."""
    return state.adverse or state in _TAKES_HOLD


def side(found: Collection[Finding]) -> bool:
    """Whether a trial shows the rule taking hold, or not: nothing found, or nothing but what is in order."""
    return any(takes_hold(finding.state) for finding in found)


def one_sided(policy: Policy, sides: Mapping[str, Collection[bool]]) -> Iterator[OneSided]:
    """The rules, in the order of the pack, of which the trials show one side only, or none."""
    for index, rule in enumerate(policy.compiled.pack.rules):
        shown = sides.get(rule.id, ())
        if len(shown) < 2:
            span = nodes.locate(policy.text.tree, ("rules", index, "id")).span
            yield OneSided(rule.id, rule.label, span, next(iter(shown), None))
