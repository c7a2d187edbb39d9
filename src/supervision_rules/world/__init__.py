"""The records of one evaluation as rules see them: rows of facts, linked to each other, as of one day."""

from __future__ import annotations

from supervision_rules.world.governing import deciding_day, first_event, owners, root
from supervision_rules.world.memo import Remembered
from supervision_rules.world.rows import Derived, Deriver, Row, Schema, Seeing, Traceable, World
from supervision_rules.world.world import FoundOn, KnownWorld

__all__ = [
    "Derived",
    "Deriver",
    "FoundOn",
    "KnownWorld",
    "Remembered",
    "Row",
    "Schema",
    "Seeing",
    "Traceable",
    "World",
    "deciding_day",
    "first_event",
    "owners",
    "root",
]
