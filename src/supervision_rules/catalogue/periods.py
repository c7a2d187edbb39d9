"""The periods of the calendar in words: the one list of what they are called, and of what a window may be."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

PERIODS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "day": "日",
        "week": "周",
        "ten days": "旬",
        "half month": "半月",
        "month": "月",
        "2 months": "两个月",
        "quarter": "季度",
        "4 months": "四个月",
        "half year": "半年",
        "year": "年",
    }
)
"""What each is called in Chinese, the shortest first."""
NAMED: Final = tuple(period for period in PERIODS if not period[0].isdigit())
"""Those that have a name of their own: a fact looks at one of them, or at the one before it."""
WINDOW: Final = rf"^((?:last )?(?:{'|'.join(NAMED)})|[1-9][0-9]{{0,2}} months)$"
"""The form of a window of a fact."""
NAMED_ZH: Final = "、".join(f"{period}（{PERIODS[period]}）" for period in NAMED)
NAMED_EN: Final = ", ".join(NAMED)
"""All of them, for a message."""
