"""A pack held against its own words: numbers, levels, periods and orders other than it quotes, slips of the hand."""

from __future__ import annotations

from supervision_rules.wording.hold import hold

__all__ = ["hold"]
