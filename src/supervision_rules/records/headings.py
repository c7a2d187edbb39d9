"""The first row of a table: field names or labels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.records.csv_rows import cell_span
from supervision_rules.records.recognise import TYPE_KEYS, Recogniser
from supervision_rules.records.register import nearest
from supervision_rules.records.rows import Head
from supervision_rules.records.source import Source

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


def known_headings(source: Source, recogniser: Recogniser) -> frozenset[str]:
    """The headings that a table may have: of the type that its source states, else of all."""
    stated = recogniser.type_named(source.record_type) if source.record_type else None
    types = [stated] if stated else list(recogniser.vocabulary.types)
    return frozenset(head for name in types for head in recogniser.known(name, cells=True).columns).union(TYPE_KEYS)


def _folded(heading: str, known: Iterable[str]) -> str:
    """The heading that this one is but for capital letters; empty if there is none."""
    return next((each for each in sorted(known) if each.casefold() == heading.casefold()), "") if heading else ""


class Headings:
    """The first row of a table. A column without a heading is none, unless something stands in it."""

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
        self._named = {index: heading for index, heading in enumerate(headings) if heading}
        self._last = max(self._named)
        self._blank = {index for index, heading in enumerate(headings) if not heading}
        self._span = span
        self._lines = lines
        self._source = source
        self._recogniser = recogniser
        self._diagnostics = diagnostics

    def head(self) -> Head | None:
        """The headings whose columns are read; None, and told, if the table cannot be read under them."""
        possible = known_headings(self._source, self._recogniser)
        if self._run_together(possible):
            return None
        if not any(heading in possible or _folded(heading, possible) for heading in self._headings):
            self._diagnostics.add("SR554", self._span, type=self._label())
            return None
        types = self._types()
        if types is None:
            return None
        columns = (self._recogniser.known(name, cells=True).columns for name in types)
        known = {heading for each in columns for heading in each} | set(TYPE_KEYS)
        meant: set[str] = set()
        for index, heading in self._named.items():
            if heading not in known:
                close = _folded(heading, known) or nearest(heading, known)
                meant.add(close)
                self._diagnostics.add("SR516", self._place(index), heading=heading, type=self._label(), nearest=close)
        if self._repeated(types):
            return None
        return Head(frozenset(known.intersection(self._headings)), self._span, frozenset(meant))

    def fits(self, cells: list[str]) -> bool:
        """Whether a row has a cell for each heading; what stands in it under none is told."""
        if not self._last < len(cells) <= len(self._headings):
            return False
        for index in [index for index in self._blank if index < len(cells) and cells[index]]:
            self._blank.remove(index)
            self._diagnostics.add("SR553", self._place(index), number=index + 1)
        return True

    def _run_together(self, known: frozenset[str]) -> bool:
        """Whether something other than a comma stands between the headings, which makes one of them all; told."""
        if len(self._named) > 1:
            return False
        heading = next(iter(self._named.values()))
        parts = {sign: [part.strip(' "') for part in heading.split(sign)] for sign in _SEPARATORS if sign in heading}
        found = {sign: sum(part in known for part in each) for sign, each in parts.items()}
        sign = max(found, key=lambda sign: found[sign], default="")
        if heading in known or not found.get(sign):
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
            words = self._recogniser.unknown_type(stated) if stated else {"type": stated, "nearest": NOTHING}
            self._diagnostics.add("SR521" if stated else "SR520", self._span, **words)
        return [name] if name else None

    def _label(self) -> Bilingual:
        """What the records of the table are called."""
        named = self._recogniser.type_named(self._source.record_type or "")
        return self._recogniser.vocabulary.types[named].title if named else _ANY_TYPE

    def _repeated(self, types: list[str]) -> bool:
        """Whether two headings mean the same field of some type; told."""
        repeated = False
        for name in types:
            columns = self._recogniser.known(name, cells=True).columns
            seen: set[str] = set()
            for index, heading in self._named.items():
                field = "type" if heading in TYPE_KEYS else columns[heading][0] if heading in columns else f"={heading}"
                if field in seen:
                    repeated = True
                    self._diagnostics.add("SR517", self._place(index), heading=heading, field=field.lstrip("="))
                seen.add(field)
        return repeated

    def _place(self, index: int) -> Span:
        return cell_span(self._span, self._lines, index)
