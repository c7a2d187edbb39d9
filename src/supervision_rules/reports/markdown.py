"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from supervision_rules.reports.columns import visible

_MARKED: Final = r"\`*_[]<>|~"
"""Characters that mean something in a cell."""


def row(cells: Iterable[str]) -> str:
    """A row of a table."""
    return f"| {' | '.join(cells)} |"


def cell(text: str) -> str:
    """A text that is nothing but text, and can be read as it stands."""
    safe = visible(text).replace("&", "&amp;")
    return "".join(f"\\{char}" if char in _MARKED else char for char in safe)
