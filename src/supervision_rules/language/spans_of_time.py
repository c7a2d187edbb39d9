"""The lengths of time that a document's words speak of: 5个工作日, 3个月, 半年, 两周, 工作时间2小时."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules.language.halves import uneven_lengths, without_uneven
from supervision_rules.language.quotes import by_clock, clock_times, folded
from supervision_rules.nodes.numerals import decimal

_CHINESE: Final = "零〇一二两三四五六七八九十百千廿卅"
_AMOUNT: Final = rf"(?<![\d.{_CHINESE}])(?P<amount>\d{{1,4}}|[{_CHINESE}]+)\s*"
# A day of a month (10月5日, 每月5日, 5号) is no length of time.
_DAYS: Final = re.compile(rf"(?<!月){_AMOUNT}个?(?P<unit>工作[日天]|自然日|日历日|[日天])")
# What is said of days behind them: 5日(工作日)内, 10日内(节假日除外).
_OFF: Final = "(?:法定)?(?:节?假日|休息日|双休日)"
_MEANT: Final = re.compile(
    rf"(?:[以之]?内)?\s*[(（](?:(?P<unit>工作日|自然日|日历日)|(?:不[含计]|不包括|扣除|除去?){_OFF}|{_OFF}(?:除外|不[计算含]))"
)
# No length: 第3年, 2021年3月, 三年级, 3周年, 3月 (but 3个月, 3月内), 一季度 (but 一个季度, 一季度内).
_LONG: Final = re.compile(
    rf"(?<!第){_AMOUNT}"
    rf"(?:(?P<week>个?(?:周(?![年一二三四五六日末])|星期(?![一二三四五六日])|礼拜))|(?P<month>个月|月(?=[以之]?内))"
    rf"|(?P<quarter>个季度?|季度?(?=[以之]?内))|(?P<year>年(?![度级代]|[\d{_CHINESE}]{{1,3}}月)))"
)
_NEXT: Final = re.compile(
    r"(?:(?<![\d零一二两三四五六七八九十百几数多首初再末每各本此该当上历批])次|翌)(?P<unit>[日月年])"
)
_DAY_UNITS: Final = MappingProxyType(
    {"工作日": "workday", "工作天": "workday", "自然日": "calendar day", "日历日": "calendar day"}
)
_NEXT_UNITS: Final = MappingProxyType({"月": "month", "年": "year"})
_ANY_DAYS: Final = frozenset(("workday", "day", "calendar day"))
_MADE_OF: Final[Mapping[str, tuple[tuple[str, int], ...]]] = MappingProxyType(
    {"week": (("day", 7), ("calendar day", 7)), "quarter": (("month", 3),), "year": (("month", 12),)}
)
"""What is as long as some lengths, and is written in a limit in their place."""


def units_of(number: int, words: Iterable[str]) -> frozenset[str]:
    """In what the words count ``number``: ``workday`` (5个工作日), ``calendar day`` (5个自然日), ``day`` (5日),
    ``month`` (5个月), ``week``, ``quarter``, ``year``, ``minute``, ``hour``, ``office hour``.

    次日 is the next of whichever days are meant.
    """
    texts = [folded(text) for text in words]
    units = {unit for text in texts for said, unit in _lengths(text) if said == number}
    following = {match["unit"] for text in texts for match in _NEXT.finditer(text)} if number == 1 else set[str]()
    units |= {_NEXT_UNITS[each] for each in following if each in _NEXT_UNITS}
    return frozenset(units | _ANY_DAYS if "日" in following and units.isdisjoint(_ANY_DAYS) else units)


def amounts_of(unit: str, words: Iterable[str]) -> frozenset[Decimal]:
    """How many of ``unit`` some lengths of other units are: two weeks are 14 days, a year is 12 months."""
    return frozenset(
        number * many
        for text in words
        for number, said in _lengths(folded(text))
        for other, many in _MADE_OF.get(said, ())
        if other == unit
    )


def as_limit(number: int, unit: str) -> str:
    """How a limit states so many of a unit that words speak of."""
    other, many = _MADE_OF[unit][0] if unit in ("week", "quarter") else (unit, 1)
    return f"{number * many} {other}{'s' if number * many > 1 else ''}"


def _day_unit(match: re.Match[str]) -> str:
    """Which days they are: as they are called, else as is said of them behind."""
    meant = _MEANT.match(match.string, match.end()) if match["unit"] not in _DAY_UNITS else None
    if meant is None:
        return _DAY_UNITS.get(match["unit"], "day")
    return _DAY_UNITS.get(meant["unit"], "workday")


def _lengths(whole: str) -> Iterator[tuple[Decimal, str]]:
    text = without_uneven(whole)
    yield from ((decimal(match["amount"]), _day_unit(match)) for match in _DAYS.finditer(text))
    yield from ((decimal(match["amount"]), str(match.lastgroup)) for match in _LONG.finditer(text))
    yield from uneven_lengths(whole)
    yield from map(by_clock, clock_times(text))
