"""Amounts that words state in ways of their own: 一分半, 一年半, 半个月, 两旬, 零点五."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules.nodes.numerals import SIGNS, decimal

HALF: Final = Decimal("0.5")
POINT: Final = rf"(?<![午晚早夜日{SIGNS}])[{SIGNS}]+点[零〇一二三四五六七八九]+(?![十百时点]|分[前后钟])"
"""A decimal, and no time of day: 上午八点五分."""
_POINT: Final = re.compile(POINT)
_SAID: Final = rf"(?<![第\d.{SIGNS}])(?:\d{{1,2}}|[{SIGNS}]+)"
# 一分半, 一年半; not 第一年半年报.
_AND_A_HALF: Final = re.compile(rf"(?P<whole>{_SAID})(?P<unit>分|天|年|周|个?百分点|倍)半(?![年月天日个分数])")
# 半分, 半个月, 一个半月; not 上半年, 一半分数, 减半分档.
_HALF: Final = re.compile(
    rf"(?:(?P<whole>{_SAID})个|(?<![上下前后大小多一减过各对折{SIGNS}]))半(?:个(?=月|工|百)|(?!个))"
    r"(?P<unit>分(?![数值类成之档别组])|天|日|年|月|个?工作日|百分点)"
)
_TEN_DAYS: Final = re.compile(rf"(?P<many>{_SAID})?个?(?<![上中下])旬")
_MADE_OF: Final[Mapping[str, tuple[tuple[int, str], ...]]] = MappingProxyType(
    {
        "年": ((12, "month"),),
        "月": ((30, "day"), (30, "calendar day")),
        "天": ((24, "hour"), (8, "office hour")),
        "日": ((24, "hour"), (8, "office hour")),
        "工作日": ((8, "office hour"),),
        "周": ((7, "day"),),
    }
)
"""How many of smaller units there are in one."""


def uneven(plain: str) -> Iterator[Decimal]:
    """The numbers that a folded text states in such ways: 一分半 → 1.5, 一年半 → 18 and 1.5, 两旬 → 20."""
    yield from (decimal(match[0]) for match in _POINT.finditer(plain))
    yield from (number for number, _ in _halves(plain))
    yield from (number for number, _ in uneven_lengths(plain))


def uneven_lengths(plain: str) -> Iterator[tuple[Decimal, str]]:
    """The lengths of time among them, in smaller units: 一年半 → 18 months, 半个月 → 15 days, 两旬 → 20 days."""
    for number, unit in _halves(plain):
        yield from ((number * many, smaller) for many, smaller in _MADE_OF.get(unit, ()))
    for match in _TEN_DAYS.finditer(plain):
        many = decimal(match["many"]) if match["many"] else Decimal(1)
        yield from ((many * 10, unit) for unit in ("day", "calendar day"))


def without_uneven(plain: str) -> str:
    """The rest of a folded text, in which numerals stand for themselves: 两旬 may be two windows, too."""
    for pattern in (_POINT, _AND_A_HALF, _HALF):
        plain = pattern.sub(" ", plain)
    return plain


def _halves(plain: str) -> Iterator[tuple[Decimal, str]]:
    for pattern in (_AND_A_HALF, _HALF):
        for match in pattern.finditer(plain):
            whole = decimal(match["whole"]) if match["whole"] else Decimal(0)
            yield whole + HALF, match["unit"].removeprefix("个")
