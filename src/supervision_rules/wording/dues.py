"""Due days in another month than the words name: 次月5日前 beside ``due: {day: 5, month: 0}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded
from supervision_rules.wording.quoting import Quoting

_CALLED: Final[Mapping[str, str]] = MappingProxyType(
    {"week": "周|星期", "ten days": "旬", "half month": "半月", "month": "月", "quarter": "季", "half year": "半年"}
    | {"year": "年"}
)
"""What each turn of a duty is called."""
_LATER: Final = "次|下一?个?|翌|后一?个?"
_SAME: Final = "当|本"
_BEFORE: Final = "上一?个?"


def tell_dues(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each recurring duty that is due in its own window, or in the next one, where the words say the other."""
    for each in every.values():
        turns, due = nodes.at(each.written, "each"), nodes.at(each.written, "due")
        called = _CALLED.get(turns.text) if isinstance(turns, nodes.Scalar) else None
        if called is not None and isinstance(due, nodes.Mapping):
            month = due.get("month")
            said = _said("".join(folded(quote.scalar.text) for quote in each.quotes), called)
            # Without it a record counts where it was made, and “of last month” says only what is in it.
            placed = nodes.at(each.written, "for_period") is not None
            if said is not None and (said[1] == "0" or placed):
                _tell(due, month, said, diagnostics)


def _said(words: str, called: str) -> tuple[str, str] | None:
    """The words that tell in which window it is due, and the number for that: 0 the duty's own, 1 the next."""
    found = {
        number: re.search(f"(?:{which})(?:{called})度?", words)
        for number, which in (("1", _LATER), ("before", _BEFORE), ("0", _SAME))
    }
    told = {number: match[0] for number, match in found.items() if match is not None}
    if len(told) != 1:
        return None
    ((number, text),) = told.items()
    return text, "1" if number == "before" else number


def _tell(due: nodes.Mapping, month: nodes.Node | None, said: tuple[str, str], diagnostics: Collector) -> None:
    text, number = said
    written = month.text if isinstance(month, nodes.Scalar) else "1" if month is None else ""
    if written in ("0", "1") and written != number:
        found = "month: 0" if written == "0" else "month: 1" if month is not None else "due"
        span = due.span if month is None else month.span
        diagnostics.add("SR196", span, words=text, found=found, mend=f"month: {number}")
