"""Chinese numerals: 三, 十五, 一百二十, 二〇二一, 廿五, 叁拾, 零点五."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_TENS: Final = {"廿": 20, "卅": 30}
SIGNS: Final = "零〇一二两三四五六七八九十百千万廿卅"
NUMERALS: Final = frozenset(SIGNS)
"""The signs that they are made of."""
_FORMAL: Final = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
# Not 队伍, 陆续, 收拾.
_FORMALLY: Final = re.compile("(?<![队入退行大登着收])[壹贰叁肆伍陆柒捌玖拾佰仟]+(?![续家遗])")


def plainly(text: str) -> str:
    """``text`` with plain numerals for formal ones, sign by sign: 叁拾 → 三十."""
    return _FORMALLY.sub(lambda match: match[0].translate(_FORMAL), text)


def decimal(written: str) -> Decimal:
    """The value of digits, or of a Chinese numeral: 十二点五 → 12.5."""
    if written.isascii():
        return Decimal(written)
    whole, _, behind = written.partition("点")
    # Digit by digit: 零点零五.
    return Decimal(f"{chinese(whole)}.{''.join(str(chinese(sign)) for sign in behind)}")


def chinese(run: str) -> int:
    """The value of a Chinese numeral; a run without 十, 百, 千, 万 is read digit by digit (二〇二一)."""
    if not any(char in _UNITS or char in _TENS for char in run):
        return int("".join(str(_DIGITS[char]) for char in run))
    total = section = digit = 0
    for char in run:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _TENS:
            section, digit = section + _TENS[char], 0
        elif char == "万":
            total, section, digit = (total + section + digit) * _UNITS[char], 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[char], 0
    return total + section + digit
