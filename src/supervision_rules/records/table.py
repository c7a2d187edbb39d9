"""Tables: rows under headings that are field names or labels."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import partial

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector
from supervision_rules.records.csv_rows import MAX_COLUMNS, cell_row, csv_rows
from supervision_rules.records.headings import Headings, known_headings
from supervision_rules.records.recognise import Recogniser
from supervision_rules.records.rows import Row
from supervision_rules.records.source import Source, Unread


def table_rows(source: Source, recogniser: Recogniser, diagnostics: Collector) -> Iterator[Row | None]:
    """A row for each row of the table that is not empty; None for one that is refused.

    Raises:
        Unread: the headings are refused or the quotes do not match, which has been told.
    """
    rows = csv_rows(source, diagnostics, partial(_are_headings, source, recogniser))
    first = next(rows, None)
    if first is None:  # nothing at all: headings that cannot be read are told by ``csv_rows``
        return
    headings, span, lines = first
    if sum(map(bool, headings)) > MAX_COLUMNS:
        diagnostics.add("SR514", span, what=Bilingual("列数", "columns"), limit=MAX_COLUMNS)
        raise Unread(span)
    columns = Headings(headings, span, lines, source, recogniser, diagnostics)
    head = columns.head()
    if head is None:
        raise Unread(span)
    for row in rows:
        if row is None:
            yield None
            continue
        cells, place, text = row
        if not columns.fits(cells):
            diagnostics.add("SR518", place, given=len(cells), expected=len(headings))
            yield None
            continue
        yield cell_row(headings, cells, place, text, head)


def _are_headings(source: Source, recogniser: Recogniser, line: str) -> bool:
    """Whether every cell of a line is a heading that is known: then the line has been decoded as it was meant."""
    try:
        headings = next(csv.reader([line]), [""])
    except csv.Error:
        return False
    known = known_headings(source, recogniser)
    return any(headings) and all(heading in known for heading in headings if heading)
