"""Which declared name is meant by one that is not: a slip of the pen, and not another word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

LIKE: Final = 0.6
"""How much a name is like what was written, for it to be shown."""
MOST: Final = 2
"""How many letters a slip changes."""
SHORT: Final = 5
"""Up to this length of a word it changes one."""
LEAST: Final = 3
"""Shorter words are others, and no slips: in, on."""
_DIGIT: Final = re.compile(r"\d")


def slips(written: str, names: Iterable[str]) -> list[str]:
    """The names out of which a slip of the pen makes what is written.

    A word that stands in another name is no slip: next_budget is not this_budget, nor step_2 step_1.
    """
    every = sorted(names)
    words = frozenset(word for name in every for word in name.split("_"))
    return [name for name in every if _is_slip(written.split("_"), name.split("_"), words)]


def resembling(written: str, names: Iterable[str]) -> list[str]:
    """The names that are more or less like what is written, the most alike first."""
    return get_close_matches(written, sorted(names), 3, LIKE)


def _is_slip(written: list[str], name: list[str], words: frozenset[str]) -> bool:
    if len(written) != len(name):
        return "".join(written) == "".join(name)
    pairs = [(one, other) for one, other in zip(written, name, strict=True) if one != other]
    if any(one in words or not _within_reach(one, other) for one, other in pairs):
        return False
    return 0 < sum(_distance(*pair) for pair in pairs) <= MOST


def _within_reach(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    alike = _DIGIT.findall(one) == _DIGIT.findall(other)
    return alike and longest >= LEAST and _distance(one, other) <= (1 if longest <= SHORT else MOST)


def _distance(one: str, other: str) -> int:
    """How many letters are to be put in, left out, changed, or exchanged with the next."""
    if abs(len(one) - len(other)) > MOST:
        return MOST + 1
    before, row = list[int](), list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
