"""The amounts that a document's words state, each with what it is of: 5分, 30日, 5个工作日, 三次, 10%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from supervision_rules.language.halves import HALF, POINT
from supervision_rules.language.quotes import MAX_REMEMBERED, folded
from supervision_rules.nodes.numerals import SIGNS, decimal

NUMBER: Final = rf"(?:\d+(?:\.\d+)?|{POINT}|[{SIGNS}]+)"
# Not 第三次, 2021年, 12月5日, 9时30分, 百分之十, 百分制, 三个等级, 两个方面.
_SAID: Final = re.compile(
    rf"(?<![第\d.{SIGNS}])(?!百分)(?P<numbers>{NUMBER}(?:\s*[、,，和或至到~—-]\s*{NUMBER})*)\s*(?P<inner>个半)?"
    r"(?P<unit>个?工作[日天]|个?自然日|个?日历日|[日天](?![常程志报历])"
    r"|个?(?:周(?![年一二三四五六日末])|星期(?![一二三四五六日])|礼拜)|个月|月(?=[以之]?内)|(?<=半)月|个?季度|年(?![度级代月\d])"
    r"|个?(?:办公|工作)?小时|分钟|分(?!为(?!止)|[钟之别管类级析局工配办送档布部值数设解])|[%％]|个?百分点"
    r"|次(?!日)|家|名(?![单义称])|人(?![民员])|件|项|倍|万?元|个(?![等方阶环层类档种月周季工自日小办百半]))(?P<outer>半(?![年月天日个分数]))?"
)
_DATED: Final[Mapping[str, re.Pattern[str]]] = {
    "日": re.compile(r"[年月]\s*$"),
    "月": re.compile(r"年\s*$"),
    "分": re.compile(r"[时点]\s*$"),
}
"""What stands before a day of a month, a month of a year, a minute of an hour: no length of time, and no points."""
_YEARS: Final = Decimal(1000)
"""From which number on it is a year of the calendar."""
_MOST_BEFORE: Final = re.compile(r"(?:最高|最多|至多|不超过|不得超过|不高于|上限|满分|封顶)[^的得，,；;。、\d]{0,6}$")
_MOST_BEHIND: Final = re.compile("为限|封顶|为止|为上限")
_BY: Final = re.compile(r"(?:由|派出?|指派|选派|委派|抽调|安排)(?:不少于|至少)?\s*$")
_STOPS: Final = re.compile("[，,；;。？?！!]")


class Said(NamedTuple):
    """An amount where it stands in some words."""

    number: Decimal
    unit: str
    """As the words have it, without 个."""
    start: int
    end: int
    """Behind the unit; of several numbers with one unit, behind that."""
    shown: str
    """The number and its unit."""
    most: bool
    """Whether so many points are the most that there can be: 最高5分, 10分封顶."""
    piece: str
    """The part of the sentence that it stands in, without white space."""


@lru_cache(maxsize=MAX_REMEMBERED)
def said_in(words: str) -> tuple[Said, ...]:
    """The amounts in ``words``, in order; 一次, 1个 and the like are none: they are of each. Nor are those who act."""
    text = folded(words)
    return tuple(each for each in numbers_said(text) if not _is_each(each) and not _acts(each, text))


def numbers_said(text: str) -> Iterator[Said]:
    """All numbers with a unit in a folded text, in order."""
    for match in _SAID.finditer(text):
        unit = match["unit"] if match["unit"] in ("个", "个月") else match["unit"].removeprefix("个")
        before, behind = text[: match.start()], text[match.end() :]
        dated = unit in _DATED and _DATED[unit].search(before)
        most = unit == "分" and bool(_MOST_BEFORE.search(before) or _MOST_BEHIND.match(behind))
        halved = match["inner"] or match["outer"]
        for number in re.finditer(NUMBER, match["numbers"]):
            value, start = decimal(number[0]) + (HALF if halved else 0), match.start() + number.start()
            if not (dated or (unit == "年" and value >= _YEARS)):
                piece = _piece(text, match.start(), match.end())
                shown = f"{number[0]}{match['inner'] or ''}{match['unit']}{match['outer'] or ''}"
                yield Said(value, unit, start, match.end(), shown, most, piece)


def _piece(text: str, start: int, end: int) -> str:
    begin = max((stop.end() for stop in _STOPS.finditer(text, 0, start)), default=0)
    stop = _STOPS.search(text, end)
    return unspaced(text[begin : stop.start() if stop else None])


def unspaced(text: str) -> str:
    """``text`` without white space, in which copies of a document differ."""
    return "".join(text.split())


def _acts(said: Said, text: str) -> bool:
    """Whether it is by so many people that something is done: 由两名督查员约谈."""
    return said.unit in ("名", "人") and _BY.search(text, 0, said.start) is not None


def _is_each(said: Said) -> bool:
    return said.number == 1 and (said.shown.startswith("一") or said.unit in tuple("次个家名人件项"))
