"""Rows of a CSV table: headings in the first row, one record in each of the others."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records.models import MAX_TEXT
from supervision_rules.records.rows import Row
from supervision_rules.records.source import Source, Unread, read_lines

MAX_COLUMNS: Final = 100


@dataclass(slots=True)
class _Lines:
    """Hands the lines to the CSV reader and remembers those of the row that it is reading."""

    source: Source
    diagnostics: Collector
    proves: Callable[[str], bool] | None = None
    number: int = 0
    row: list[str] = field(default_factory=list)

    def __iter__(self) -> Iterator[str]:
        for number, line in read_lines(self.source, self.diagnostics, self.proves):
            self.number = number
            if line is None:  # it may open or close a quotation: where the next row begins is not known
                raise Unread(Span(self.source.name, number, 1, number, 1), begun=number > 1)
            self.row.append(line)
            yield line + "\n"

    def span(self) -> Span:
        """The place of the whole row."""
        first = self.number - len(self.row) + 1
        return Span(self.source.name, first, 1, self.number, len(self.row[-1]) + 1 if self.row else 1)


def csv_rows(
    source: Source, diagnostics: Collector, proves: Callable[[str], bool] | None = None
) -> Iterator[tuple[list[str], Span, list[str]]]:
    """The cells of each row that is not empty, with its place and its lines.

    Raises:
        Unread: the quotes do not match, or a line cannot be read, which has been told.
    """
    lines = _Lines(source, diagnostics, proves)
    reader = csv.reader(lines, strict=True)
    while True:
        lines.row = []
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            _tell(lines, problem, diagnostics)
            raise Unread(lines.span(), begun=lines.span().line > 1) from None
        if any(cell.strip() for cell in cells):
            yield [cell.strip() for cell in cells], lines.span(), lines.row


def _tell(lines: _Lines, problem: csv.Error, diagnostics: Collector) -> None:
    """Tell why a row cannot be read: a cell as long as the reader takes is mostly due to a quote left open."""
    place = _open_quote(lines.span(), lines.row)
    if "limit" in str(problem) and place == lines.span():
        what = Bilingual("一处文字的字数", "characters of a text")
        diagnostics.add("SR514", place, what=what, limit=MAX_TEXT)
    else:
        diagnostics.add("SR519", place)


def cell_row(headings: list[str], cells: list[str], span: Span, lines: list[str], known: frozenset[str]) -> Row:
    """A row with the cells by heading, those under no ``known`` heading left out; an empty cell says nothing."""
    values = {heading: cell for heading, cell in zip(headings, cells, strict=True) if cell and heading in known}
    return Row(values, span, partial(_locate, headings, span, lines))


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
