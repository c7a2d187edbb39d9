"""Which of two lines that are not aligned is the one to mend: the parser stops at the second."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from supervision_rules.nodes.flow import NAME

STEP: Final = 2
"""How much deeper each level begins, in the manual and in what is written by ``new``."""
OWNER: Final = re.compile(rf"(?P<before>\s*(?:-\s+)*){NAME}:\s*(?:#.*)?$")
DASH: Final = re.compile(r"(?P<before>\s*)-\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str

    @property
    def column(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    @property
    def content(self) -> int | None:
        """Where what an item says begins; None if it is no item of a list."""
        found = DASH.match(self.text)
        return found.end() if found else None


def first_item(lines: Sequence[str], number: int) -> int:
    """The line of the first item of a list, if what stands at ``number`` is aligned and that item is not; else
    ``number`` itself. The level of the items is seen by the key above them, and by the items below."""
    every = [_Line(at, text) for at, text in enumerate(lines) if text.strip() and not text.lstrip().startswith("#")]
    place = next((at for at, line in enumerate(every) if line.number == number), None)
    if place is not None and (lone := _without_dash(every, place)) is not None:
        return lone
    above = range(place - 1, 0, -1) if place is not None else ()
    first = next((at for at in above if every[at].content is not None and OWNER.match(every[at - 1].text)), None)
    if place is None or first is None:
        return number
    owner = OWNER.match(every[first - 1].text)
    level = len(owner["before"]) if owner else 0
    return every[first].number if _is_off(every, first, place, (level, level + STEP)) else number


def _without_dash(every: Sequence[_Line], place: int) -> int | None:
    """The line below the key of a list that has no dash, where the item at ``place`` shows that it lacks one."""
    item = every[place]
    owner = next((at for at in range(place - 1, -1, -1) if every[at].column < item.column), None)
    if item.content is None or owner is None or every[owner].content is not None or not OWNER.match(every[owner].text):
        return None
    first = every[owner + 1]
    return first.number if owner + 1 < place and first.content is None and first.column == item.content else None


def _is_off(every: Sequence[_Line], first: int, place: int, levels: tuple[int, int]) -> bool:
    """Whether the first item begins at no proper level, and the line at ``place`` fits an item that does."""
    item, line = every[first], every[place]
    if line.content is not None:  # another item: of the two the one at a proper level is right
        alone = all(each.column > item.column for each in every[first + 1 : place])
        return alone and line.column in levels and item.column not in levels
    if place != first + 1 or line.column == item.content:
        return False
    below = next(
        (each.column for each in every[place:] if each.content is not None and each.column < line.column), None
    )
    proper = {level + STEP for level in levels} | ({below + STEP} if below is not None else set())
    return line.column in proper and item.content not in proper
