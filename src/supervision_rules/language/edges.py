"""The edges that a document's words draw at a number: 3次以上 has the number itself, 超过3次 has not.

By the convention of the law 以上, 以下, 以内 have the number itself, 超过, 不足, 不满 have not, unless the words say
otherwise: 3次以上（不含3次）.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.quotes import MAX_REMEMBERED, folded
from supervision_rules.language.said import NUMBER, Said, numbers_said

_BEFORE: Final = re.compile(
    r"(?P<not>不得?|未)?(?P<cue>超过|超出|大于|高于|多于|少于|低于|小于|达到|达|满|足|(?<=[不未])到)\s*$"
)
_WITH: Final = r"[（(]\s*(?P<{}>不含|不包括|含|包括)[^）)]{{0,8}}[）)]"
_BEHIND: Final = re.compile(
    rf"\s*(?:{_WITH.format('inner')})?\s*(?:及其?|或者?|含|和)?\s*(?P<cue>以上|以下|以内|之内|内)(?:{_WITH.format('outer')})?"
)
_WITH_IT: Final = re.compile(rf"\s*{_WITH.format('outer')}")
_FROM: Final = re.compile(rf"{NUMBER}\s*[^\d\s，。；、]{{0,4}}?\s*[至到~—-]\s*{NUMBER}")
_TO: Final = re.compile(rf"{NUMBER}\s*[^\d\s，。；、]{{0,4}}?\s*[至到~—-]\s*$")
_BEYOND: Final = frozenset(("超过", "超出", "大于", "高于", "多于"))
"""The words by which the number itself lies below the edge, with 不 as without."""
_BELOW: Final = frozenset(("少于", "低于", "小于"))
_WITHIN: Final = frozenset(("以内", "之内", "内"))
_UNDER: Final = _WITHIN | {"以下"}
_WINDOWS: Final = frozenset(("个月", "月", "年", "季度", "周", "星期", "礼拜"))
EXCLUDED: Final = re.compile("以[上下内][^。；;]{0,20}(?:不含|不包括)本[数级]")
"""That a document has 以上 and 以下 mean more and less than the number."""


class Edge(NamedTuple):
    """An edge at a number."""

    said: Said
    above: bool
    """Whether the number itself is with what lies above it: ``>=`` and ``<`` part there, else ``>`` and ``<=``."""
    shown: str
    """How the words draw it; nothing for the ends of a range (50%至70%), which is not certain to have these itself."""
    has_it: bool
    """Whether what the words speak of has the number itself."""
    by_convention: bool
    """Whether that is so by what 以上, 以下 and 以内 mean, and not said there."""
    within: str
    """The words, folded."""

    @property
    def upward(self) -> bool:
        """Whether what the words speak of lies above."""
        return self.has_it is self.above

    @property
    def numbers(self) -> frozenset[Decimal]:
        """The number as an expression may have it."""
        is_share = self.said.unit in ("%", "％")
        return frozenset((self.said.number, self.said.number / 100)) if is_share else frozenset((self.said.number,))

    def without_it(self) -> Edge:
        """The same where it leaves the number itself out."""
        return self._replace(above=not self.above, has_it=False)


@lru_cache(maxsize=MAX_REMEMBERED)
def edges_in(words: str) -> tuple[Edge, ...]:
    """The edges in some words, in order."""
    return tuple(_edges(folded(words)))


def _edges(text: str) -> Iterator[Edge]:
    amounts = tuple(numbers_said(text))
    for said in amounts:
        if _FROM.match(text, said.start) or _TO.search(text, 0, said.start):
            yield Edge(said, _FROM.match(text, said.start) is not None, NOTHING, True, True, text)
        elif sum(each.end == said.end for each in amounts) > 1:
            continue  # of several numbers with one unit it is not certain of which it is said
        else:
            yield from _edge_at(said, text)


def _edge_at(said: Said, text: str) -> Iterator[Edge]:
    before, behind = _BEFORE.search(text, 0, said.start), _BEHIND.match(text, said.end)
    if before is not None:
        upward = (before["cue"] not in _BELOW) is not bool(before["not"])
        has_it = (before["cue"] not in _BEYOND) is upward
        more = _WITH_IT.match(text, said.end)
        shown = before[0].strip() + said.shown + (more[0] if more else "")
        yield _edge(said, upward, has_it, more["outer"] if more else None, shown, text)
    elif behind is not None and not (behind["cue"] in _WITHIN and _is_window(said)):
        given = behind["inner"] or behind["outer"]
        yield _edge(said, behind["cue"] not in _UNDER, True, given, said.shown + behind[0].strip(), text, law=not given)


def _is_window(said: Said) -> bool:
    """Whether what lies within may be looked at through a window (3个月内催办3次的), and no length is asked for."""
    return said.number == 1 or said.unit in _WINDOWS


def _edge(
    said: Said, upward: bool, has_it: bool, given: str | None, shown: str, text: str, *, law: bool = False
) -> Edge:
    has_it = has_it if given is None else not given.startswith("不")
    return Edge(said, has_it is upward, shown, has_it, law, text)
