"""The headings of the clauses of a document and their numbers: 第九条, 三、, （四）, 5., 附件."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from supervision_rules.nodes.numerals import chinese

_NUMBER: Final = "[〇零一二两三四五六七八九十百]+"
_ANY_NUMBER: Final = re.compile(rf"\d+|{_NUMBER}")
_ANNEX, _ARTICLE, _PARAGRAPH = 0, 1, 3
_HEADINGS: Final = tuple(
    (level, re.compile(pattern), label)
    for level, pattern, label in (
        (_ANNEX, rf"附件[ \t　]*(\d+|{_NUMBER})[ \t　]*(?=[:：\s]|$)|附件(?=[ \t　]*[:：]?[ \t　]*$)", "附件{}"),
        (_ARTICLE, rf"第[ \t　]*(\d+|{_NUMBER})[ \t　]*条(?![款项、，,和及至])", "第{}条"),
        (2, rf"({_NUMBER})(?:、(?!{_NUMBER}[、等级类项])|[.．](?!\d))", "{}"),
        (_PARAGRAPH, rf"[（(][ \t　]*({_NUMBER})[ \t　]*[）)]", "（{}）"),
        (4, r"(\d{1,2})[ \t　]*[.．、](?!\d)", ".{}"),
        (5, r"[（(][ \t　]*(\d{1,2})[ \t　]*[）)]", "（{}）"),
    )
)
# Within a line a clause begins after what announces it or ends the one before; only one that has a place in the row.
_WITHIN: Final = re.compile(r"[:：;；。][ \t　]*(?=[（(\d])")
_ENDS: Final = ("。", "；", "！", "：")
_FEW: Final = 2
"""After more headings than these the last of a row may be known by its place alone."""
_DIGITS: Final = "〇一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a clause in the text."""

    place: int
    level: int
    number: int
    """0 where it has none."""
    token: str
    """What it adds to the label of the clause that it is part of."""
    slip: str = ""
    """What is written in its place, where that is a number out of the row: 九 between 二 and 四."""


def headings_of(text: str) -> Iterator[Heading]:
    """The headings whose number follows that of the one before on their level, or is a slip for that which does."""
    last: dict[int, int] = {}
    candidates = list(_candidates(text))
    for place, heading in enumerate(candidates):
        # An excerpt may leave articles out, but the parts of one begin with the first.
        due = last.get(heading.level, 0) + 1
        if heading.number not in (0, due):
            after = list(islice(_beside(candidates, place), 2))
            numbers = [candidates[each].number for each in after]
            if _is_exchanged(heading, due, numbers):
                candidates[after[0]] = _slip(candidates[after[0]], due + 1)
                heading = _slip(heading, due)
            elif _goes_on(due, numbers) or _is_last(heading, due, numbers, text):
                heading = _slip(heading, due)
        if heading.number in (0, due) or (heading.level <= _ARTICLE and heading.number > due):
            yield heading
            last = {level: number for level, number in last.items() if level < heading.level}
            last[heading.level] = heading.number


def _beside(candidates: Sequence[Heading], place: int) -> Iterator[int]:
    """The places of the headings that follow one on its level, before any above it."""
    level = candidates[place].level
    for other in range(place + 1, len(candidates)):
        if candidates[other].level < level:
            return
        if candidates[other].level == level:
            yield other


def _is_exchanged(heading: Heading, due: int, after: Sequence[int]) -> bool:
    """Whether a heading and the next have each other's numbers: 一, 三, 二, 四."""
    # Of the last two only articles: a line may well begin within a sentence with 三、.
    is_last = after == [due] and due > 1 and heading.level == _ARTICLE
    return heading.number == due + 1 and (after == [due, due + 2] or is_last)


def _goes_on(due: int, after: Sequence[int]) -> bool:
    """Whether the headings behind one go on as if it had the number that is due."""
    return after == [due + 1, due + 2] or (due > 1 and after[:1] == [due + 1])


def _is_last(heading: Heading, due: int, after: Sequence[int], text: str) -> bool:
    """Whether a heading, that of no article, is the last of a row of several, one number too far on, and stands behind
    the end of a sentence, not within one."""
    before = text[: heading.place]
    begins = heading.level > _ARTICLE and before.endswith("\n") and before.rstrip().endswith(_ENDS)
    return begins and due > _FEW and not after and heading.number == due + 1


def _slip(heading: Heading, number: int) -> Heading:
    return replace(heading, number=number, token=renumbered(heading.token, number), slip=heading.token)


def renumbered(text: str, number: int) -> str:
    """A text with another number in the place of the first in it: the heading of a clause, or the whole clause."""
    return _ANY_NUMBER.sub(lambda match: str(number) if match[0].isdecimal() else in_chinese(number), text, count=1)


def _candidates(text: str) -> Iterator[Heading]:
    begin = 0
    for line in text.splitlines(keepends=True):
        starts = {len(line) - len(line.lstrip()): _ANNEX}
        starts |= {found.end(): _PARAGRAPH for found in _WITHIN.finditer(line)}
        for start, least in starts.items():
            found = _heading(line.rstrip(), start, least)
            if found is not None:
                yield Heading(begin + start, *found)
        begin += len(line)


def _heading(line: str, start: int, least: int) -> tuple[int, int, str] | None:
    for level, pattern, label in _HEADINGS:
        match = pattern.match(line, start) if level >= least else None
        if match:
            written = match[1] or ""
            number = int(written) if written.isdecimal() else chinese(written) if written else 0
            as_cited = in_chinese(number) if level == _ARTICLE else str(number) if written.isdecimal() else written
            return level, number, label.format(as_cited)
    return None


def in_chinese(number: int) -> str:
    """A number of an article as it is written in Chinese: 15 → 十五, 108 → 一百零八."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")
