"""Where the lines of a text stand that goes over several, so that a part of it can be told at its own place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from supervision_rules.diagnostics import Span
from supervision_rules.nodes.model import Piece


def pieces(text: str, lines: Sequence[str], span: Span) -> tuple[Piece, ...]:
    """The lines of ``text`` as written at ``span``; nothing where one reads otherwise, as where it was escaped."""
    found: list[Piece] = []
    at = 0
    for number, column, body in _bodies(lines, span):
        start = text.find(body, at)
        if start < 0 or text[at:start].strip():
            return ()
        found.append(Piece(start, number, column))
        at = start + len(body)
    return tuple(found)


def _bodies(lines: Sequence[str], span: Span) -> Iterator[tuple[int, int, str]]:
    """Each line that is not empty: its number, the column where it begins, and what it says."""
    mark = lines[span.line - 1][span.column - 1 : span.column]
    for number in range(span.line, span.end_line + 1):
        begin = span.column - 1 if number == span.line else 0
        end = span.end_column - 1 if number == span.end_line else len(lines[number - 1])
        if mark in ("'", '"'):
            begin, end = begin + (number == span.line), end - (number == span.end_line)
        line = lines[number - 1][begin:end]
        if line.strip() and not (number == span.line and mark in ("|", ">")):
            yield number, begin + len(line) - len(line.lstrip(" ")) + 1, line.strip(" ")
