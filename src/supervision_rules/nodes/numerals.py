"""Chinese numerals: 三, 十五, 一百二十, 二〇二一."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000, "万": 10000}
NUMERALS: Final = frozenset(_DIGITS) | frozenset(_UNITS)
"""The signs that they are made of."""


def chinese(run: str) -> int:
    """The value of a Chinese numeral; a run without 十, 百, 千, 万 is read digit by digit (二〇二一)."""
    if not any(char in _UNITS for char in run):
        return int("".join(str(_DIGITS[char]) for char in run))
    total = section = digit = 0
    for char in run:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char == "万":
            total, section, digit = (total + section + digit) * _UNITS[char], 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[char], 0
    return total + section + digit
