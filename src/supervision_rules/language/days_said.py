"""The days that some words state: 2021年6月21日, 2021-06-21."""

from __future__ import annotations

import re
from typing import Final

from supervision_rules.language.quotes import folded

_DAY: Final = re.compile(r"(\d{4})\s*(?:年|-|\.)\s*(\d{1,2})\s*(?:月|-|\.)\s*(\d{1,2})")


def days_said(words: str) -> frozenset[str]:
    """The days, as they are written in a pack."""
    return frozenset(f"{year}-{int(month):02}-{int(day):02}" for year, month, day in _DAY.findall(folded(words)))
