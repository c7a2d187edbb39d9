"""The two sides of a rule: a trial in which it takes hold, and one in which it does not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.findings import Finding, State
from supervision_rules.policy import Policy

_TAKES_HOLD: Final = frozenset({State.REACHED, State.DUE_FOR, State.SCORED, State.RANKED, State.CONCLUDED})
_BASE: Final = "base"
"""The part of a score's detail that says how many points it sets out from."""


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
    """Whether a rule that concludes this takes hold; of points it is so if there are any."""
    return state.adverse or state in _TAKES_HOLD


def _idle(finding: Finding) -> bool:
    """Whether no points come of a rule, or nothing has moved a score from its base."""
    return finding.state is State.SCORED and finding.value == dict(finding.detail).get(_BASE, 0)


def side(found: Collection[Finding]) -> bool:
    """Whether a trial shows the rule taking hold, or not: nothing found, or nothing but what is in order."""
    return any(takes_hold(finding.state) and not _idle(finding) for finding in found)


def one_sided(policy: Policy, sides: Mapping[str, Collection[bool]]) -> Iterator[OneSided]:
    """The rules, in the order of the pack, of which the trials show one side only, or none."""
    for index, rule in enumerate(policy.compiled.pack.rules):
        shown = sides.get(rule.id, ())
        if len(shown) < 2:
            span = nodes.locate(policy.text.tree, ("rules", index, "id")).span
            yield OneSided(rule.id, rule.label, span, next(iter(shown), None))
