"""Tables: rows under headings that are field names or labels."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records.csv_rows import MAX_COLUMNS, cell_row, cell_span, csv_rows
from supervision_rules.records.recognise import TYPE_KEYS, Recogniser
from supervision_rules.records.register import nearest
from supervision_rules.records.rows import Row
from supervision_rules.records.source import Source, Unread

_ANY_TYPE: Final = Bilingual("各类记录", "any record type")
"""Whose fields the headings of a table may name that states the type row by row."""

_SEPARATORS: Final[Mapping[str, Bilingual]] = MappingProxyType(
    {
        "，": Bilingual("全角逗号“，”", "a full-width comma"),
        "、": Bilingual("顿号“、”", "an ideographic comma"),
        ";": Bilingual("分号“;”", "a semicolon"),
        "；": Bilingual("全角分号“；”", "a full-width semicolon"),
        "\t": Bilingual("制表符（Tab）", "a tab"),
        "|": Bilingual("竖线“|”", "a bar"),
    }
)
"""What may stand between the cells of a table that is no CSV."""


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
    if len(headings) > MAX_COLUMNS:
        diagnostics.add("SR514", span, what=Bilingual("列数", "columns"), limit=MAX_COLUMNS)
        raise Unread(span)
    known = _Headings(headings, span, lines, source, recogniser, diagnostics).usable()
    if known is None:
        raise Unread(span)
    for row in rows:
        if row is None:
            yield None
            continue
        cells, place, text = row
        if len(cells) != len(headings):
            diagnostics.add("SR518", place, given=len(cells), expected=len(headings))
            yield None
            continue
        yield cell_row(headings, cells, place, text, known)


def _are_headings(source: Source, recogniser: Recogniser, line: str) -> bool:
    """Whether every cell of a line is a heading that is known: then the line has been decoded as it was meant."""
    stated = recogniser.type_named(source.record_type) if source.record_type else None
    types = [stated] if stated else list(recogniser.vocabulary.types)
    known = {heading for name in types for heading in recogniser.known(name, cells=True).columns} | set(TYPE_KEYS)
    try:
        headings = next(csv.reader([line]), [""])
    except csv.Error:
        return False
    return all(heading in known for heading in headings)


class _Headings:
    """The first row of a table."""

    def __init__(
        self,
        headings: list[str],
        span: Span,
        lines: list[str],
        source: Source,
        recogniser: Recogniser,
        diagnostics: Collector,
    ) -> None:
        self._headings = headings
        self._span = span
        self._lines = lines
        self._source = source
        self._recogniser = recogniser
        self._diagnostics = diagnostics

    def usable(self) -> frozenset[str] | None:
        """The headings whose columns are read; None if the table cannot be read under them."""
        if self._run_together():
            return None
        types = self._types()
        if types is None:
            return None
        known = {heading for name in types for heading in self._recogniser.known(name, cells=True).columns}
        known |= set(TYPE_KEYS)
        for index, heading in enumerate(self._headings):
            if heading not in known:
                self._unknown(index, heading, known)
        return None if self._repeated(types) else frozenset(known)

    def _run_together(self) -> bool:
        """Whether something other than a comma stands between the headings, which makes one of them all; told."""
        sign = next((sign for sign in _SEPARATORS if sign in self._headings[0]), None)
        if len(self._headings) > 1 or sign is None:
            return False
        self._diagnostics.add("SR546", self._span, given=_SEPARATORS[sign])
        return True

    def _types(self) -> list[str] | None:
        """The types that the rows may have; None, and told, if they state none."""
        if any(heading in TYPE_KEYS for heading in self._headings):
            return list(self._recogniser.vocabulary.types)
        stated = self._source.record_type
        name = self._recogniser.type_named(stated) if stated else None
        if name is None:
            types = self._recogniser.vocabulary.types
            code = "SR521" if stated else "SR520"
            self._diagnostics.add(code, self._span, type=stated, nearest=nearest(stated or "", types))
        return [name] if name else None

    def _unknown(self, index: int, heading: str, known: set[str]) -> None:
        named = self._recogniser.type_named(self._source.record_type or "")
        label = self._recogniser.vocabulary.types[named].title if named else _ANY_TYPE
        close = nearest(heading, known)
        self._diagnostics.add("SR516", self._place(index), heading=heading, type=label, nearest=close)

    def _repeated(self, types: list[str]) -> bool:
        """Whether two headings mean the same field of some type; told."""
        repeated = False
        for name in types:
            columns = self._recogniser.known(name, cells=True).columns
            seen: set[str] = set()
            for index, heading in enumerate(self._headings):
                field = "type" if heading in TYPE_KEYS else columns[heading][0] if heading in columns else f"={heading}"
                if field in seen:
                    repeated = True
                    self._diagnostics.add("SR517", self._place(index), heading=heading, field=field.lstrip("="))
                seen.add(field)
        return repeated

    def _place(self, index: int) -> Span:
        return cell_span(self._span, self._lines, index)
