"""Text in columns: widths of Chinese characters, padding, and characters that must not reach a terminal as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import category, combining, east_asian_width


def width(text: str) -> int:
    """How many columns the text takes: two for a Chinese character, none for a combining one."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)


def pad(text: str, columns: int) -> str:
    """The text with blanks after it, up to a number of columns."""
    return text + " " * (columns - width(text))


def visible(text: str) -> str:
    """The text with control, bidi and other hidden characters written out, so that none acts on the reader's screen.

    A tab is shown as an arrow.
    """
    text = text.replace("\t", "⇥")
    return text if text.isprintable() else "".join(char if _shows(char) else f"\\u{{{ord(char):x}}}" for char in text)


def _shows(char: str) -> bool:
    return char.isprintable() or category(char) == "Zs"


def table(rows: Iterable[Sequence[str]]) -> list[str]:
    """Rows as lines with aligned columns, two blanks between them."""
    lines = [tuple(row) for row in rows]
    widths = [max(width(cell) for cell in column) for column in zip(*lines, strict=True)]
    return ["  ".join(pad(cell, most) for cell, most in zip(line, widths, strict=True)).rstrip() for line in lines]
