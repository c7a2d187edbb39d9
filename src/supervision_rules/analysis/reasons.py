"""Why something could not be examined, or not in full."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions import Checked
from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.cells import questions
from supervision_rules.expressions.conditions import constants_in
from supervision_rules.expressions.ranges import Range
from supervision_rules.expressions.settled import settled
from supervision_rules.language.related import Known

DIFFERS: Final = Bilingual("随理解或日期而变", "it differs by option or over time")
TAKEN_ONLY: Final = Bilingual(
    "随理解或日期而变，只看了采用的这一种、最近的日期",
    "it differs by option or over time: only the options taken and the last values were looked at",
)
TOO_MANY: Final = Bilingual("问到的值组合起来太多", "what it asks makes too many combinations")
MOVED: Final = Bilingual("成立的情形还要再升降（lower）", "the case that holds is moved (lower)")
EVERY: Final = Bilingual("成立的情形都适用（all）", "all cases that hold apply (all)")


def uncut(known: Known, *conditions: Checked) -> Bilingual | None:
    """That some questions cannot be cut into values, and are taken to come out either way."""
    asked = {
        checked.text[part.start : part.end]: None
        for checked in conditions
        for key, part in questions(checked)
        if not isinstance(key, str) and settled(part, known.possible) is None
    }
    if not asked:
        return None
    words = "、".join(asked)
    return Bilingual(f"{words}，当作成立、不成立都可能", f"{', '.join(asked)} may hold or not, whatever the rest is")


def loose(known: Known) -> Bilingual:
    """That some names hang together, so that some of their values may never meet."""
    names = "、".join(known.loose)
    return Bilingual(
        f"{names} 彼此牵连，有的值凑不到一起，没有全部看到",
        f"{', '.join(known.loose)} hang together: some of their values never meet, which was not looked into wholly",
    )


def unsure(known: Known, asked: Iterable[object]) -> Bilingual | None:
    """That it is not known whether some names may come to the values for which there is no case."""
    names = [str(each) for each in asked if not known.may_be_any(each)]
    if not names:
        return None
    return Bilingual(
        f"不清楚 {'、'.join(names)} 能不能取到没有一种情形管到的值",
        f"whether {', '.join(names)} may come to values that no case is for is not known",
    )


Force = tuple[date | None, date | None]
"""The first and the last day on which a document is in force."""


def outside(known: Known, force: Force, *conditions: Checked) -> Bilingual | None:
    """That days are asked for by which nothing, or everything, may be governed: that was not looked into."""
    parts = {
        checked.text[part.start : part.end]: None
        for checked in conditions
        for key, part in questions(checked)
        if isinstance(key, str)
        and any(_is_outside(day, known.possible.get(key, ANY_VALUE), force) for day in constants_in([part]))
    }
    if not parts:
        return None
    return Bilingual(
        f"{'、'.join(parts)}，没有和施行期间一起看",
        f"{', '.join(parts)} not held against the time in force",
    )


def _is_outside(day: object, possible: Possible, force: Force) -> bool:
    since, until = force
    before = isinstance(day, date) and since is not None and day <= since and possible.first is None
    return before or (isinstance(day, date) and until is not None and day >= until and possible.last is None)


def inexact(known: Known, force: Force, *conditions: Checked) -> Bilingual | None:
    """Why what was found of some conditions may not be all; None where it is."""
    told = uncut(known, *conditions), loose(known) if known.loose else None, outside(known, force, *conditions)
    reasons = [each for each in told if each is not None]
    return listed(reasons) if reasons else None


def listed(reasons: Sequence[Bilingual]) -> Bilingual:
    """Several reasons as one."""
    return Bilingual("；".join(each.zh for each in reasons), "; ".join(each.en for each in reasons))


ENDLESS: Final = Bilingual(
    "没有写上下限，件数、式子也没有", "no floor or ceiling is written, and neither records nor expressions have one"
)
UNKNOWN: Final = Bilingual("名额是一个没有上限的数", "the number of places has no upper end")


def ends_said(found: Range) -> Bilingual:
    """The ends between which something lies, in words."""
    low, high = found.told()
    if low is None:
        return Bilingual(f"不高于 {high}", f"at most {high}")
    if high is None:
        return Bilingual(f"不低于 {low}，没有上限", f"at least {low}, without an upper end")
    return Bilingual(f"从 {low} 到 {high}", f"from {low} to {high}")
