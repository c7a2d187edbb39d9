"""Amounts of time that stand for one another in some words: 三个月（90日）, 5—7个工作日."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules.language.quotes import folded
from supervision_rules.language.said import NUMBER, Said, numbers_said

_DAYS: Final[Mapping[str, Decimal]] = MappingProxyType(
    dict.fromkeys(("日", "天", "自然日", "日历日"), Decimal(1))
    | dict.fromkeys(("工作日", "工作天"), Decimal("1.4"))
    | dict.fromkeys(("周", "星期", "礼拜"), Decimal(7))
    | dict.fromkeys(("月", "个月"), Decimal(30))
    | {"季度": Decimal(91), "年": Decimal(365), "小时": Decimal(1) / 24}
)
"""About how many days a unit of time has."""
_ABOUT: Final = Decimal("0.12")
"""By how much two lengths may differ that say the same: 20个工作日（一个月）."""
_BRACKET: Final = re.compile(r"(?:以?内)?\s*[（(]\s*(?:即|约|共|计|合计|合|相当于|也就是)?\s*")
_CLOSED: Final = re.compile(r"(?:以?内)?\s*[）)]")
_RANGE: Final = re.compile(rf"{NUMBER}[^\s\d，,、；;。]{{0,5}}?\s*[至到~～—–－-]+\s*")


def standing_for(words: str, said: Said) -> Iterator[Said]:
    """What says the same as an amount, in brackets right behind it, and the longer end of the range that it begins."""
    text = folded(words)
    for other in numbers_said(text):
        one, its = _length(said), _length(other)
        if one is None or its is None or other.start == said.start:
            continue
        first, last = sorted((said, other), key=lambda each: each.start)
        is_alike = abs(one - its) <= _ABOUT * max(one, its)
        if (is_alike and _is_in_brackets(text, first, last)) or (one < its and _is_range(text, said, other)):
            yield other


def _length(said: Said) -> Decimal | None:
    return said.number * _DAYS[said.unit] if said.unit in _DAYS else None


def _is_in_brackets(text: str, first: Said, last: Said) -> bool:
    return bool(_BRACKET.fullmatch(text[first.end : last.start]) and _CLOSED.match(text, last.end))


def _is_range(text: str, first: Said, last: Said) -> bool:
    return first.start < last.start and _RANGE.fullmatch(text[first.start : last.start]) is not None
