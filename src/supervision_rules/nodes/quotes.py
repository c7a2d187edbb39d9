"""Quotes without their partner: where the one opens that a syntax error comes from, and halves of Chinese pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from supervision_rules.nodes.symbols import OPEN_QUOTE, syntax_lines

PAIRS: Final = (("“", "”", '"'), ("‘", "’", "'"), ("＂", "＂", '"'), ("「", "」", '"'), ("『", "』", '"'))
CLOSING: Final = "”“＂」』’‘＇"
QUOTE: Final = re.compile(r"""(?:^|[:,\[{-])\s*(?P<quote>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""")
OPENS: Final = re.compile(r"[\s:,\[{(=]")
WIDE_CLOSE: Final = re.compile(rf"(?P<found>[{CLOSING}])[\"']?\s*(?:[,}}\]].*)?$")


def unclosed(lines: Sequence[str], line: int, column: int) -> tuple[int, int] | None:
    """The line and column (from 0) of the quote that the error at ``line`` and ``column`` comes from, if it does.

    A quote that is not closed goes on to the next that was meant to open, in its own line or in one further down.
    """
    if line < len(lines):
        for found in QUOTE.finditer(lines[line][:column]):
            if found.end() == column and _opens(lines[line], column - 1):
                return line, found.start("quote")
    return next(((number, start) for number, start in _open(lines) if _reaches(lines, number, start, line)), None)


def _open(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where a quote opens that its line does not close."""
    for number, text in syntax_lines(lines):
        found = OPEN_QUOTE.search(text)
        if found:
            yield number, next(at for at in range(found.start(), len(text)) if text[at] in "\"'")


def _reaches(lines: Sequence[str], number: int, start: int, line: int) -> bool:
    """Whether the text that opens there goes on to ``line`` and ends at a quote that was meant to open."""
    quote = lines[number][start]
    end = next((below for below in range(number + 1, len(lines)) if quote in lines[below]), len(lines))
    if number >= line or end < line:
        return False
    return end > line or end == len(lines) or _opens(lines[end], lines[end].index(quote))


def _opens(text: str, at: int) -> bool:
    """Whether the quote at ``at`` looks like one that opens: something other than a text stands before it."""
    return at == 0 or OPENS.match(text[at - 1]) is not None


def wide_close(text: str, opened: int) -> tuple[int, dict[str, str]] | None:
    """The Chinese quote that was written to close the plain one at ``opened``."""
    found = WIDE_CLOSE.search(text, opened + 1)
    return (found.start("found"), {"found": found["found"], "wanted": text[opened]}) if found else None


def half(text: str) -> int | None:
    """Where a text begins or ends with one half of a pair of quotes, and the other is nowhere in it."""
    for opened, closed, _ in PAIRS:
        if text.startswith(opened) and closed not in text[1:]:
            return 0
        if text.endswith(closed) and opened not in text[:-1]:
            return len(text) - 1
    return len(text) - 1 if len(text) > 1 and text[-1] == '"' and text.count('"') % 2 else None
