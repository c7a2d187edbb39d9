"""The numbers that a fact or rule states, wherever they stand in it, to hold the words that it quotes against them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.language.quotes import numerals
from supervision_rules.language.said import Said

_SAYS_NOTHING: Final = frozenset(("id", "cite", "clause", "words", "note", "unquoted"))
"""The keys that state nothing: what is written there is quoted, or said of it."""
_DIGITS: Final = re.compile(r"\d+(?:\.\d+)?")
_HALF_MONTH: Final = Decimal(15)
_PERIODS: Final[Mapping[str, tuple[int, ...]]] = MappingProxyType(
    {"half_year": (6, 2), "half year": (6, 2), "year": (1, 12), "quarter": (1, 3, 4), "month": (1, 12), "week": (1, 7)}
    | {"day": (1,), "half month": (15,), "ten days": (10,)}
)
"""The numbers that a period goes for in words: each half year is six months, or twice a year."""


def numbers_in(
    node: nodes.Node | None, besides: Collection[str] = (), without: Collection[Span] = ()
) -> frozenset[Decimal]:
    """Every number below ``node``, but what stands under keys that state none, or under those ``besides``, and but
    the items of lists ``without`` which it is looked at."""
    if node is None:
        return frozenset()
    found = frozenset(_numbers(node, _SAYS_NOTHING.union(besides), without))
    # The fifth day after the first half of a month is its 20th.
    return found | {number + _HALF_MONTH for number in found} if _HALF_MONTH in found else found


def _numbers(node: nodes.Node, besides: Collection[str], without: Collection[Span]) -> Iterator[Decimal]:
    if isinstance(node, nodes.Scalar):
        yield from _of_scalar(node)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            if item.span not in without:
                yield from _numbers(item, besides, without)
    else:
        for key, value in node.entries:
            if key.text not in besides:
                yield from _numbers(value, besides, without)
                yield from map(Decimal, _DIGITS.findall(key.text))
                yield from _of_periods(key.text)


def _of_scalar(scalar: nodes.Scalar) -> Iterator[Decimal]:
    if isinstance(scalar.value, str):
        yield from numerals((scalar.text,))
        yield from _of_periods(scalar.text)
    elif isinstance(scalar.value, int | Decimal) and not isinstance(scalar.value, bool):
        yield abs(Decimal(scalar.value))


def _of_periods(text: str) -> Iterator[Decimal]:
    yield from (Decimal(many) for period, all_ in _PERIODS.items() if period in text for many in all_)


def is_stated(said: Said, numbers: Collection[Decimal]) -> bool:
    """Whether an amount of the words is among some numbers, in one of the ways in which it may be written."""
    return not _ways(said).isdisjoint(numbers)


def _ways(said: Said) -> set[Decimal]:
    number, unit = said.number, said.unit
    if unit in tuple("%％") or unit == "百分点":
        return {number, number / 100, 100 - number, 100 + number, 1 - number / 100, 1 + number / 100}
    times = {"周": 7, "星期": 7, "礼拜": 7, "季度": 3, "年": 12, "小时": 60, "万元": 10_000}
    if number % 1:
        times |= {"月": 30, "天": 24, "日": 24}
    ways = {number, number * times.get(unit, 1)}
    if unit == "小时":
        ways.add(number / 24)
    elif unit == "元":
        ways.add(number / times["万元"])
    elif unit == "倍":
        ways |= {number - 1, number + 1}
    return ways
