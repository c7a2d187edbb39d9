"""Reading: from files of records to a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from supervision_rules.catalogue import Severity
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records.all_sources import all_sources, check_readers
from supervision_rules.records.batch import Batch
from supervision_rules.records.declarations import Vocabulary
from supervision_rules.records.json_rows import json_array, json_lines
from supervision_rules.records.models import Models
from supervision_rules.records.recognise import Recogniser
from supervision_rules.records.rows import Row
from supervision_rules.records.settle import Placed, settle
from supervision_rules.records.source import Source, Unread
from supervision_rules.records.table import table_rows


def read_batch(
    sources: Iterable[Source], vocabulary: Vocabulary, diagnostics: Collector, models: Models | None = None
) -> Batch:
    """The records of all sources, settled together. ``models`` spares building the vocabulary's models again.

    Raises:
        TypeError: ``sources`` is no list of sources that can be read, ``vocabulary`` or ``diagnostics`` something else.
        ValueError: the format or the encoding of a source is none that is read.
        OSError: a file cannot be read.
    """
    check_readers(vocabulary, diagnostics)
    sources = all_sources(sources)
    before = len(diagnostics.found)
    reading = _Reading(models or Models(vocabulary), diagnostics)
    batch = settle(reading.records(sources), vocabulary, diagnostics, reading.recogniser.refused)
    told = diagnostics.found[before:]
    return replace(
        batch,
        set_aside=tuple(found for found in told if found.severity is Severity.ERROR),
        total=batch.total + reading.refused,
        rejected=batch.rejected + reading.refused,
        unread=tuple(reading.unread),
    )


class _Reading:
    """One reading of sources; ``refused`` counts the rows that are no records, ``unread`` are the places from which
    on the rest of a source could not be read.
    """

    def __init__(self, models: Models, diagnostics: Collector) -> None:
        self.refused = 0
        self.unread: list[Span] = []
        self._diagnostics = diagnostics
        self.recogniser = Recogniser(models, diagnostics)

    def records(self, sources: Iterable[Source]) -> Iterator[Placed]:
        """The records of the sources, one after the other, each with its place."""
        for source in sources:
            try:
                yield from self._of(source)
            except Unread as problem:
                self.unread.append(problem.span)

    def _of(self, source: Source) -> Iterator[Placed]:
        cells = source.format == "csv"
        for row in self._rows(source):
            record = self.recogniser.record(row, source.record_type, cells=cells) if row else None
            if row is not None and record is not None:
                yield record, row.span
            else:
                self.refused += 1

    def _rows(self, source: Source) -> Iterator[Row | None]:
        match source.format:
            case "jsonl":
                return json_lines(source, self._diagnostics)
            case "json":
                return json_array(source, self._diagnostics)
            case "csv":
                return table_rows(source, self.recogniser, self._diagnostics)
