"""Rows: what a file says of one record, before it is known to be one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from supervision_rules.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of a table under which it is read, and the place of their row."""

    names: frozenset[str]
    span: Span
    meant: frozenset[str] = frozenset()
    """What the headings that are none were probably meant to be, which is told."""


@dataclass(slots=True)
class Row:
    """The raw values of one record by field name or heading; ``locate`` finds the place of a key or of its value."""

    values: Mapping[str, object]
    span: Span
    locate: Callable[[str, bool], Span]
    head: Head | None = None
    """Of a row of a table, its headings."""
