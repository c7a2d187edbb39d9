"""Trees of text held against pydantic models."""

from __future__ import annotations

from supervision_rules.shape.base import CODE, DAY, DateText, Shape, day_problem, read_day, written_as
from supervision_rules.shape.known import nearest
from supervision_rules.shape.places import key_at, spot
from supervision_rules.shape.sections import part_sections
from supervision_rules.shape.validate import validate

__all__ = [
    "CODE",
    "DAY",
    "DateText",
    "Shape",
    "day_problem",
    "key_at",
    "nearest",
    "part_sections",
    "read_day",
    "spot",
    "validate",
    "written_as",
]
