"""A document that a pack was written from: its text, folded, and its clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from hashlib import sha256
from typing import Final
from unicodedata import normalize

from supervision_rules import nodes
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.sources.clauses import Clause, clauses_of
from supervision_rules.sources.folding import fold
from supervision_rules.sources.numbering import Heading, headings_of, renumbered

ALIKE: Final = 0.7
"""From which share of signs on words are taken to be meant by others."""
Stretch = tuple[int, int]
"""Where something begins and ends in the folded text, the end exclusive."""
_MARGIN: Final = 4
"""By how many signs what stands there may begin or end elsewhere than the words that it is the nearest to."""
_SPACE: Final = re.compile(r"\s+")
_ELLIPSIS: Final = re.compile(r"\.{3,}")
_SENTENCE: Final = re.compile(r"[^。;!?]+[。;!?]?")


@dataclass(frozen=True)
class Document:
    """A text and its clauses, by label in order."""

    source: str
    text: str
    folded: str
    places: tuple[int, ...]
    clauses: Mapping[str, Clause]
    slips: tuple[Heading, ...] = ()
    """The headings whose numbers are out of the row."""

    @cached_property
    def digest(self) -> str:
        """The sha256 of its NFC text without white space, as packs state it."""
        return sha256(_SPACE.sub("", self.text).encode()).hexdigest()

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def span(self, begin: int, end: int) -> Span:
        """Where a stretch of the folded text stands in the file."""
        return Span(self.source, *self._position(self.places[begin]), *self._position(self.places[end - 1] + 1))

    def line(self, heading: Heading) -> Span:
        """The line that a heading begins."""
        line, column = self._position(heading.place)
        shown = self.text[heading.place :].split("\n", 1)[0].rstrip()
        return Span(self.source, line, column, line, column + len(shown))

    def _position(self, place: int) -> tuple[int, int]:
        line = bisect_right(self._lines, place)
        return line, place - self._lines[line - 1] + 1

    def stands(self, words: str, within: Iterable[Clause] | None = None) -> list[Stretch]:
        """Where ``words`` stand, in the whole or in some clauses; … stands for what is left out of one clause."""
        folded = fold(words).text
        parts = list(filter(None, _ELLIPSIS.split(folded))) or [folded]
        bounds = [(0, len(self.folded))] if within is None else [(clause.begin, clause.end) for clause in within]
        found = {stretch for begin, end in bounds for stretch in self._each(parts, begin, end)}
        return sorted(found)

    def _each(self, parts: list[str], begin: int, end: int) -> Iterator[Stretch]:
        first = self.folded.find(parts[0], begin, end)
        while parts[0] and first >= 0:
            last = first + len(parts[0])
            for part in parts[1:]:
                after = self.folded.find(part, last, self._clause_end(first, end))
                last = after + len(part) if after >= 0 else -1
                if last < 0:
                    break
            if last >= 0:
                yield first, last
            first = self.folded.find(parts[0], first + 1, end)

    def _clause_end(self, place: int, end: int) -> int:
        inner = self.at(place)
        return min(end, inner.end) if inner else end

    def at(self, place: int) -> Clause | None:
        """The innermost clause at a place of the folded text."""
        return next((clause for clause in self.clauses.values() if clause.begin <= place < clause.own_end), None)

    def nearest(self, words: str) -> str:
        """What stands in it instead of ``words``, if all but a few signs agree; else nothing."""
        found = self.meant(words)
        return NOTHING if found is None else self.said(*found)

    def said(self, begin: int, end: int) -> str:
        """A stretch of the folded text as it is written."""
        return self.text[self.places[begin] : self.places[end - 1] + 1]

    def meant(self, words: str) -> Stretch | None:
        """Where that stands."""
        if not self.folded:
            return None
        folded = fold(words).text
        longest = SequenceMatcher(None, self.folded, folded, autojunk=False).find_longest_match()
        begin = longest.a - longest.b
        around = range(-_MARGIN, _MARGIN + 1)
        stretches = {(max(begin + more, 0), begin + len(folded) + less) for more in around for less in around}
        alike, begin, end = max((self._alike(folded, *each), *each) for each in stretches if each[0] < each[1])
        return (begin, min(end, len(self.places))) if alike >= ALIKE else None

    def _alike(self, folded: str, begin: int, end: int) -> float:
        return SequenceMatcher(None, self.folded[begin:end], folded, autojunk=False).ratio()

    def sentences(self) -> Iterator[tuple[Clause, int, int]]:
        """The sentences of all clauses, in order."""
        for clause in self.clauses.values():
            for match in _SENTENCE.finditer(self.folded, clause.begin, clause.own_end):
                yield clause, match.start(), match.end()

    def digests(self) -> dict[str, str]:
        """Of each clause what tells its own words from any others, under the number that is due."""
        due = {bisect_left(self.places, slip.place): slip.number for slip in self.slips}
        return {label: self._digest(clause, due.get(clause.begin)) for label, clause in self.clauses.items()}

    def _digest(self, clause: Clause, due: int | None) -> str:
        words = self.folded[clause.begin : clause.own_end]
        return sha256((words if due is None else renumbered(words, due)).encode()).hexdigest()[:16]


def read_document(data: bytes | str, source: str, diagnostics: Collector) -> Document | None:
    """The document in the bytes of a file of plain text; None if they are none, which is told."""
    decoded = nodes.decode(data, source, diagnostics, nodes.Limits())
    if decoded is None:
        return None
    text = normalize("NFC", decoded)
    diagnostics.register(source, text)
    folded = fold(text)
    clauses: dict[str, Clause] = {}
    headings = tuple(headings_of(text))
    for clause in clauses_of(headings, folded.places):
        clauses.setdefault(clause.label, clause)
    slips = tuple(heading for heading in headings if heading.slip)
    return Document(source, text, folded.text, folded.places, clauses, slips)
