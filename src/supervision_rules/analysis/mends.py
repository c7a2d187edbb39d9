"""What is to be done about a condition that has one answer only, by what settles it."""

from __future__ import annotations

from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.tree import Name, Node, walk
from supervision_rules.language.related import Known


def mend_of(node: Node, known: Known) -> Bilingual:
    """By its numbers, by the time in force, or by how the days of a window lie."""
    names = {part.name: known.possible.get(part.name, ANY_VALUE) for part in walk(node) if isinstance(part, Name)}
    if any(names.keys() & day.never_before for day in names.values()):
        return _OF_WINDOW
    return _IN_FORCE if any(map(_is_governed, names.values())) else _OF_NUMBERS


def _is_governed(day: Possible) -> bool:
    return day.first is not None or day.last is not None


_OF_NUMBERS: Final = Bilingual(
    "改正其中的数或者比较的方向；只问有没有记载的，写 known(…)",
    "correct a number or the direction of a comparison; to ask whether something is on record use known(…)",
)
_IN_FORCE: Final = Bilingual(
    "改正日期；归本文件管的，没有施行以前的事，以前的由以前的文件判",
    "correct the day; of what this document governs nothing happened before it was in force; that is for others",
)
_OF_WINDOW: Final = Bilingual(
    "分时段判的记录，看到时段末日为止，as_of 不早于 period_start、不晚于 period_end；"
    "时段过后几日内要做的，写一条定期义务（duty），问它的 late(…)",
    "a record judged by windows is seen up to the end of each: as_of lies between period_start and period_end; of what "
    "is due some days after, write a recurring duty and ask for its late(…)",
)
OF_FACTS: Final = Bilingual(
    "对照这个条件、on 和这些事实，改正写错的一处",
    "hold the condition, on and these facts against each other, and correct one",
)
