"""The numbers that stand in a document's words, as digits or as Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.language.halves import HALF, POINT, uneven, without_uneven
from supervision_rules.nodes.numerals import SIGNS, chinese, decimal, plainly

MAX_REMEMBERED: Final = 4_000
"""Of how many texts the numbers are kept: the words of a rule are looked through for each of its numbers."""
_DIGITS: Final = MappingProxyType({ord("０") + digit: str(digit) for digit in range(10)})
_ARABIC: Final = re.compile(r"\d+(?:\.\d+)?")
_CHINESE: Final = re.compile(rf"[{SIGNS}]+")
_PER_CENT: Final = re.compile(rf"(?P<before>\d+(?:\.\d+)?)\s*[%％]|百分之(?P<after>\d+(?:\.\d+)?|{POINT}|[{SIGNS}]+)")
# 八成, 八成五: so many tenths; not 第一成果, 统一成立.
_TENTHS: Final = re.compile(
    r"(?P<tenths>[一二两三四五六七八九])成(?P<more>[一二三四五六七八九])?(?![立员果为绩效品套功分])"
)
_PARTS: Final = re.compile(
    r"(?P<of>\d+|[二两三四五六七八九十百千万]+)分之(?P<parts>\d+(?:\.\d+)?|[一二两三四五六七八九十百]+)"
)
# 0.3, if it is not 0.3% or 0.3个百分点.
_FRACTION: Final = re.compile(r"(?<![\d.])0\.\d+(?![\d]|\s*[%％]|个?百分点)")
_A_HALF: Final = ("一半", "减半", "半数")
_WORDS: Final[Mapping[str, Decimal]] = MappingProxyType(
    dict.fromkeys(_A_HALF, HALF)
    | dict.fromkeys(("加倍", "翻倍", "双倍", "隔日", "隔天", "隔月", "隔年"), Decimal(2))
    | dict.fromkeys(("首次", "初次", "首件", "首位", "末位"), Decimal(1))
    | {"再次": Decimal(2), "隔周": Decimal(14)}
)
"""The words that mean a number: a factor, a place in an order."""
# 次日, 翌年, 下月: one after; not 每次日常检查, 三次年度考核, 当次月报, 以下月份.
_NEXT: Final = re.compile(
    r"(?:(?<![\d零一二两三四五六七八九十百几数多首初再末每各本此该当上历批])次|翌|(?<!以)下个?)(?:日|周|月|季|年)"
)
_CLOCK: Final = re.compile(
    r"(?P<before>(?:工作|办公|上班)时间内?的?)?(?<![\d.零〇一二两三四五六七八九十百千])"
    r"(?P<amount>\d{1,4}|[零〇一二两三四五六七八九十百千]+|(?:[\d一二两三四五六七八九十]+个)?半)\s*个?"
    r"(?P<unit>(?P<office>工作|办公|上班)?(?:小时|钟头)|分钟)(?P<after>[（(]?(?:工作|办公|上班)时间)?"
)
# 下午5时, 晚8点: an hour of the second half of the day; 9点半.
_AFTERNOON: Final = re.compile(r"(?:下午|午后|傍晚|晚上?|夜间)(?P<hour>\d{1,2}|[一二两三四五六七八九十]+)[时点]")
_HALF_PAST: Final = re.compile("[时点]半")


def numerals(words: Iterable[str]) -> frozenset[Decimal]:
    """Every number in ``words``: 5个 → 5, 10%, 百分之十 → 10 and 0.1, 四分之三 → 4, 3, 0.75 and 75, 八成 → 0.8 and 80,
    一半 → 0.5, 加倍, 再次 → 2, 首次, 次日 → 1, 半年 → 6 (months), 半小时 → 30 (minutes), 下午5时 → 17,
    9点半 → 9 and 30; full-width digits too."""
    return frozenset(number for text in words for number in _numbers_of(text))


@lru_cache(maxsize=MAX_REMEMBERED)
def _numbers_of(text: str) -> tuple[Decimal, ...]:
    return tuple(_numbers(text))


def shares(words: Iterable[str]) -> frozenset[Decimal]:
    """Every share of a whole in ``words``, as a part of one: 30%, 百分之三十, 三成, 0.3 → 0.3, 一半 → 0.5."""
    return frozenset(share for text in words for share in _shares(folded(text)))


def _shares(plain: str) -> Iterator[Decimal]:
    yield from (share for share, _ in _shares_said(plain))
    yield from (Decimal(match) for match in _FRACTION.findall(plain))
    yield from (HALF for word in _A_HALF if word in plain)


def _shares_said(plain: str) -> Iterator[tuple[Decimal, bool]]:
    """The shares, and whether their number of hundredths stands there as it is."""
    for match in _TENTHS.finditer(plain):
        yield (Decimal(chinese(match["tenths"])) + Decimal(chinese(match["more"] or "零")) / 10) / 10, False
    for match in _PARTS.finditer(plain.replace("百分之", "")):
        yield decimal(match["parts"]) / decimal(match["of"]) if decimal(match["of"]) else Decimal(0), False
    for match in _PER_CENT.finditer(plain):
        yield decimal(match["before"] or match["after"]) / 100, True


def _numbers(text: str) -> Iterator[Decimal]:
    whole = folded(text)
    yield from uneven(whole)
    plain = without_uneven(whole)
    yield from (Decimal(match) for match in _ARABIC.findall(plain))
    for run in _CHINESE.findall(_TENTHS.sub("成", plain).replace("百分之", "分之").replace("一半", "半")):
        yield Decimal(chinese(run))
    yield from (number for word, number in _WORDS.items() if word in plain)
    yield from (Decimal(1) for _ in _NEXT.finditer(plain))
    for share, per_cent in _shares_said(whole):
        yield from (share,) if per_cent else (share, share * 100)
    yield from (by_clock(match)[0] for match in _CLOCK.finditer(plain))
    yield from (decimal(match["hour"]) + 12 for match in _AFTERNOON.finditer(plain))
    yield from (Decimal(30) for _ in _HALF_PAST.finditer(plain))


@lru_cache(maxsize=MAX_REMEMBERED)
def folded(text: str) -> str:
    """``text`` with plain digits for full-width ones, and plain numerals for formal ones, sign by sign."""
    return plainly(text.translate(_DIGITS))


def clock_times(text: str) -> Iterator[re.Match[str]]:
    """The lengths by the clock in a folded text."""
    return _CLOCK.finditer(text)


def by_clock(match: re.Match[str]) -> tuple[Decimal, str]:
    """The amount and the unit; half hours are told in minutes."""
    if match["unit"] == "分钟":
        return decimal(match["amount"]), "minute"
    whole, half, _ = match["amount"].partition("半")
    if half:
        return decimal(whole.removesuffix("个")) * 60 + 30 if whole else Decimal(30), "minute"
    return decimal(match["amount"]), "office hour" if match["office"] or match["before"] or match["after"] else "hour"


def words_in(node: nodes.Node) -> Iterator[str]:
    """Every text under a key ``words`` anywhere in a rule."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from words_in(item)
    elif isinstance(node, nodes.Mapping):
        for key, value in node.entries:
            if key.text == "words":
                yield from texts_of(value)
            else:
                yield from words_in(value)


def texts_of(node: nodes.Node) -> Iterator[str]:
    """The text, or the texts of a list."""
    if isinstance(node, nodes.Scalar):
        yield node.text
    elif isinstance(node, nodes.Sequence):
        yield from (item.text for item in node.items if isinstance(item, nodes.Scalar))
