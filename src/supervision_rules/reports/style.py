"""Colour, where the reader's screen has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "dim": "2", "good": "32", "bad": "31"}
)


@dataclass(frozen=True, slots=True)
class Style:
    """How emphasis is shown; without colour, not at all."""

    colour: bool = False

    def paint(self, text: str, name: str) -> str:
        """The text in the colour of ``name``: error, warning, note, bold, dim, good, bad."""
        return f"\x1b[{_CODES[name]}m{text}\x1b[0m" if self.colour else text


PLAIN: Final = Style()
