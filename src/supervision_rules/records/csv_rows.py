"""Rows of a CSV table: headings in the first row, one record in each of the others."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records.models import MAX_TEXT
from supervision_rules.records.rows import Head, Row
from supervision_rules.records.source import MAX_LINE, Source, Unread, read_lines, tell_too_long

MAX_COLUMNS: Final = 100


_SKIPPED: Final = MappingProxyType(
    {
        "start": re.compile(r'(?:(?:"[^"]*(?:""[^"]*){0,50}"|[^",][^,]*)?,){0,200}'),
        "text": re.compile("[^,]*"),
        "quoted": re.compile(r'[^"]*(?:""[^"]*){0,50}'),
        "closed": re.compile(""),
    }
)
"""What changes nothing, passed over at once: whole cells; the rest of a cell up to the sign that ends it.

Repetition is bounded, as each turn is kept in memory. Possessive repetition fails in Python before 3.11.5.
"""
_NEXT: Final = MappingProxyType(
    {
        "start": MappingProxyType({'"': "quoted", ",": "start"}),
        "text": MappingProxyType({",": "start"}),
        "quoted": MappingProxyType({'"': "closed"}),
        "closed": MappingProxyType({'"': "quoted", ",": "start", "\r": "closed", "\n": "closed"}),
    }
)
"""What each sign leads to; a quotation mark behind one is doubled."""
_OTHERWISE: Final = MappingProxyType({"start": "text", "closed": "broken"})


@dataclass(slots=True)
class _Quotes:
    """How the quotation marks of a line stand, of which it is shown one piece after the other."""

    state: str = "start"

    def take(self, piece: str) -> None:
        position = 0
        while self.state != "broken":
            position = _SKIPPED[self.state].match(piece, position).end()  # type: ignore[union-attr]  # matches nothing, too
            if position == len(piece):
                return
            self.state = _NEXT[self.state].get(piece[position]) or _OTHERWISE[self.state]
            position += 1

    @property
    def closed(self) -> bool:
        """Whether the line ends outside all quotations."""
        return self.state not in ("quoted", "broken")


@dataclass(slots=True)
class _Lines:
    """Hands the lines to the CSV reader and remembers those of the row that it is reading.

    For a line that is too long it hands out an empty one, if the next surely begins a row.
    """

    source: Source
    diagnostics: Collector
    proves: Callable[[str], bool] | None = None
    number: int = 0
    row: list[str] = field(default_factory=list)
    passed: bool = False
    """Whether the line was too long."""
    headed: bool = False
    """Whether a row has been read: the headings."""
    quotes: _Quotes = field(default_factory=_Quotes)

    def __iter__(self) -> Iterator[str]:
        shown = read_lines(self.source, self.diagnostics, self.proves, lambda piece: self.quotes.take(piece))
        for number, line in shown:
            self.number = number
            if line is None:
                self._pass_over()
                yield "\n"
            else:
                self.row.append(line)
                yield line + "\n"

    def _pass_over(self) -> None:
        """Tell a line that is too long.

        Raises:
            Unread: it may begin or end inside a quotation, and the next row anywhere; or these are the headings.
        """
        sound, self.quotes, self.passed = not self.row and self.quotes.closed, _Quotes(), True
        if sound:
            tell_too_long(self.source, self.number, self.diagnostics)
        else:
            self.diagnostics.add("SR549", Span(self.source.name, self.number, 1, self.number, 1), limit=MAX_LINE)
        if not sound or not self.headed:
            raise Unread(Span(self.source.name, self.number - len(self.row), 1, self.number, 1))

    def span(self) -> Span:
        """The place of the whole row."""
        first = self.number - len(self.row) + 1
        return Span(self.source.name, first, 1, self.number, len(self.row[-1]) + 1 if self.row else 1)


CsvRow = tuple[list[str], Span, list[str]]
"""The cells of a row, its place and its lines."""


def csv_rows(
    source: Source, diagnostics: Collector, proves: Callable[[str], bool] | None = None
) -> Iterator[CsvRow | None]:
    """Each row that is not empty; None, and told, for one below the first that is too long.

    Raises:
        Unread: the quotes do not match, or a line cannot be read, which has been told.
    """
    lines = _Lines(source, diagnostics, proves)
    unread = iter(lines)
    reader = csv.reader(unread, strict=True)
    while True:
        lines.row, lines.passed = [], False
        try:
            cells = next(reader, None)
        except csv.Error as problem:
            _refuse(lines, problem, diagnostics)
            reader = csv.reader(unread, strict=True)
            yield None
            continue
        if cells is None:
            return
        if lines.passed:
            yield None
        elif any(cell.strip() for cell in cells):
            lines.headed = True
            yield [cell.strip() for cell in cells], lines.span(), lines.row


def _refuse(lines: _Lines, problem: csv.Error, diagnostics: Collector) -> None:
    """Tell why a row cannot be read: a cell as long as the reader takes is mostly due to a quote left open.

    Raises:
        Unread: it is not known where the next row begins, or these are the headings.
    """
    place = _open_quote(lines.span(), lines.row)
    too_long = "limit" in str(problem) and place == lines.span()
    if too_long:
        what = Bilingual("一处文字的字数", "characters of a text")
        diagnostics.add("SR514", place, what=what, limit=MAX_TEXT)
    else:
        diagnostics.add("SR519", place)
    if not too_long or not lines.headed or len(lines.row) > 1:
        raise Unread(lines.span())


def cell_row(headings: list[str], cells: list[str], span: Span, lines: list[str], head: Head) -> Row:
    """A row with the cells by heading, those under no heading of ``head`` left out; an empty cell says nothing."""
    values = {heading: cell for heading, cell in zip(headings, cells, strict=False) if cell and heading in head.names}
    return Row(values, span, partial(_locate, headings, span, lines), head)


def _locate(headings: list[str], span: Span, lines: list[str], key: str, value: bool) -> Span:
    return cell_span(span, lines, headings.index(key)) if key in headings else span


def cell_span(span: Span, lines: list[str], index: int) -> Span:
    """The place of a cell of a row on one line; the row's if it goes over several."""
    if len(lines) != 1:
        return span
    starts, _ = _cells(lines[0])
    if index >= len(starts):
        return span
    end = starts[index + 1] - 1 if index + 1 < len(starts) else len(lines[0])
    return Span(span.source, span.line, starts[index] + 1, span.line, end + 1)


def _open_quote(span: Span, lines: list[str]) -> Span:
    """The place of the quotation mark that is not closed on the row's first line."""
    _, quote = _cells(lines[0]) if lines else ([], None)
    return span if quote is None else Span(span.source, span.line, quote + 1, span.line, quote + 2)


def _cells(line: str) -> tuple[list[int], int | None]:
    """Where each cell of a line begins, and where a quotation mark stands that is not closed."""
    starts, quote, position = [0], None, 0
    while position < len(line):
        if quote is None and line[position] == '"' and position == starts[-1]:
            quote = position
        elif quote is not None and line[position] == '"':
            position, quote = (position + 1, quote) if line[position + 1 : position + 2] == '"' else (position, None)
        elif quote is None and line[position] == ",":
            starts.append(position + 1)
        position += 1
    return starts, quote
