"""Boundary cases, offered to be confirmed: just before, at and after the numbers of a pack's rules."""

from __future__ import annotations

from supervision_rules.testing.boundaries.edges import Edge, Variant
from supervision_rules.testing.boundaries.offers import Left, Offers, offers

__all__ = ["Edge", "Left", "Offers", "Variant", "offers"]
