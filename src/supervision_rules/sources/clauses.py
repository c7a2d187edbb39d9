"""The clauses of a document, by their headings."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from supervision_rules.sources.numbering import Heading

PREAMBLE: Final = "序言"
"""What packs call the text before the first clause."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause: its label as packs cite it, and where it lies in the folded text, its end exclusive."""

    label: str
    parents: tuple[str, ...]
    """The labels of the clauses that it is part of, the outermost first."""
    begin: int
    own_end: int
    """Where the first of its parts begins."""
    end: int

    def holds(self, begin: int, end: int) -> bool:
        return self.begin <= begin and end <= self.end

    def says(self, begin: int, end: int) -> bool:
        """Whether some of a stretch lies in what it says itself, outside its parts."""
        return begin < self.own_end and self.begin < end


def clauses_of(headings: Sequence[Heading], places: tuple[int, ...]) -> Iterator[Clause]:
    """The clauses that begin with these headings, the preamble first; ``places`` are those of the signs of the folded
    text."""
    begins = [bisect_left(places, heading.place) for heading in headings]
    if not begins or begins[0]:
        yield Clause(PREAMBLE, (), 0, begins[0] if begins else len(places), begins[0] if begins else len(places))
    open_: list[tuple[int, str]] = []
    for index, heading in enumerate(headings):
        open_ = [pair for pair in open_ if pair[0] < heading.level]
        parents = tuple(label for _, label in open_)
        label = (parents[-1] if parents else "") + heading.token
        open_.append((heading.level, label))
        after = range(index + 1, len(headings))
        own_end = begins[index + 1] if index + 1 < len(begins) else len(places)
        end = next((begins[each] for each in after if headings[each].level <= heading.level), len(places))
        yield Clause(label, parents, begins[index], own_end, end)
