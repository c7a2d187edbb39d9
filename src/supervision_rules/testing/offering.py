"""Boundary cases offered for a pack whose cases have been run."""

from __future__ import annotations

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy
from supervision_rules.testing.boundaries import Offers, offers
from supervision_rules.testing.runner import Report, prepared


def offer(
    policy: Policy, data: bytes, source: str, tested: Report, diagnostics: Collector, chosen: bool = False
) -> Offers | None:
    """What can be offered from the cases that ``tested`` tells of; None where they cannot be used.

    ``chosen``: only some cases have been run, and something is offered for their rules only.
    """
    ready = prepared(policy, data, source, diagnostics)
    if ready is None:
        return None
    hits = [outcome.name for outcome in tested.outcomes if outcome.holds]
    trials, names = [each.trial for each in ready.trials], {outcome.name for outcome in tested.outcomes}
    rules = frozenset(trial.case.rule for trial in trials if trial.name in names)
    return offers(policy, trials, ready.shared, hits, rules if chosen else None)
