"""A text whose plain slips have been mended so that reading can go on, and the way back to the text as written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter


@dataclass(frozen=True, slots=True)
class Fix:
    """The characters ``start`` to ``end`` of a line (both from 0) are refused with ``code`` and read as ``new``.

    Without a code they are not told: they belong to another fix.
    """

    line: int
    start: int
    end: int
    new: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Draft:
    """The mended text beside the lines as written.

    ``origins`` gives for each changed line the written column of every mended column.
    """

    text: str
    written: Sequence[str]
    origins: Mapping[int, Sequence[int]]

    def column(self, line: int, column: int) -> int:
        """The column as written (from 0) of a column of the mended text."""
        columns = self.origins.get(line)
        return column if columns is None else columns[min(column, len(columns) - 1)]


def apply(lines: Sequence[str], fixes: Iterable[Fix]) -> tuple[Draft, list[Fix]]:
    """The lines with the fixes made, and the fixes by place; of two that overlap, only the first is made and kept."""
    mended, origins, kept = list(lines), dict[int, list[int]](), list[Fix]()
    for line, group in groupby(sorted(fixes, key=_place), key=attrgetter("line")):
        made = list(_apart(group))
        mended[line], origins[line] = _rewrite(lines[line], made)
        kept += made
    return Draft("\n".join(mended), lines, origins), kept


def _place(fix: Fix) -> tuple[int, int, int]:
    return fix.line, fix.start, -fix.end


def _apart(fixes: Iterable[Fix]) -> Iterator[Fix]:
    at = 0
    for fix in fixes:
        if fix.start >= at:
            yield fix
            at = fix.end


def _rewrite(line: str, fixes: Iterable[Fix]) -> tuple[str, list[int]]:
    text, origin, at = "", list[int](), 0
    for fix in fixes:
        text += line[at : fix.start] + fix.new
        origin += [*range(at, fix.start), *([fix.start] * len(fix.new))]
        at = fix.end
    return text + line[at:], origin + list(range(at, len(line) + 1))
