"""The records of one evaluation as rules see them: rows of facts, linked to each other, as of one day."""

from __future__ import annotations

from supervision_rules.world.changes import CLOSED, NO_CHANGE, Change, Matter, Tenure
from supervision_rules.world.governing import deciding_day, first_event, root
from supervision_rules.world.inheriting import unplaced
from supervision_rules.world.memo import Remembered
from supervision_rules.world.reopened import reopened
from supervision_rules.world.rows import Alone, Derived, Deriver, Row, Schema, Seeing, Traceable, World
from supervision_rules.world.standing import is_there, lies_in
from supervision_rules.world.tenure import (
    counted_apart,
    divided,
    governed_before,
    had,
    has,
    has_by,
    judges,
    may_count,
    moves,
    passed_later,
    passing,
    tenure_of,
)
from supervision_rules.world.world import FoundOn, KnownWorld

__all__ = [
    "CLOSED",
    "NO_CHANGE",
    "Alone",
    "Change",
    "Derived",
    "Deriver",
    "FoundOn",
    "KnownWorld",
    "Matter",
    "Remembered",
    "Row",
    "Schema",
    "Seeing",
    "Tenure",
    "Traceable",
    "World",
    "counted_apart",
    "deciding_day",
    "divided",
    "first_event",
    "governed_before",
    "had",
    "has",
    "has_by",
    "is_there",
    "judges",
    "lies_in",
    "may_count",
    "moves",
    "passed_later",
    "passing",
    "reopened",
    "root",
    "tenure_of",
    "unplaced",
]
