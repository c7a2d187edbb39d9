"""Due days in another month than the words name: 次月5日前 beside ``due: {day: 5, month: 0}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded, numerals
from supervision_rules.wording.quoting import Quoting

_CALLED: Final[Mapping[str, str]] = MappingProxyType(
    {"week": "周|星期", "ten days": "旬", "half month": "半月", "month": "月", "quarter": "季", "half year": "半年"}
    | {"year": "年"}
)
"""What each turn of a duty is called."""
_LATER: Final = "次|下一?个?|翌|后一?个?"
_SAME: Final = "当|本"
_BEFORE: Final = "上一?个?"
_MONTHS: Final[Mapping[str, int]] = MappingProxyType({"quarter": 3, "half year": 6, "year": 12})
"""How many months each turn has."""
_LAST: Final = re.compile("[末底]|最后")
_OF_DAYS: Final = re.compile(r"[\d零〇一二两三四五六七八九十]+个?(?:日|号|天|工作日|时|点|周|次|份|篇|条)")
_NOT_SAID: Final = Bilingual("原话没有说到这样一个月", "the words name no such month")

_Said = tuple[str, str] | None
"""What words say of the window in which something is due, and the number for that."""


def tell_dues(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each recurring duty that is due in its own window, or in the next one, where the words say the other; or in
    a later month, which they do not say."""
    for each in every.values():
        turns, due = nodes.at(each.written, "each"), nodes.at(each.written, "due")
        if isinstance(turns, nodes.Scalar) and turns.text in _CALLED and isinstance(due, nodes.Mapping):
            said, month = _said(each, _CALLED[turns.text]), due.get("month")
            written = month.text if isinstance(month, nodes.Scalar) else "1" if month is None else ""
            if _is_amiss(each, written, said, turns.text):
                _tell(due, month, said, diagnostics)


def _is_amiss(own: Quoting, written: str, said: _Said, turns: str) -> bool:
    if written in ("0", "1"):
        return said is not None and written != said[1]
    is_argued = said is None and own.binder.at("unquoted") is not None
    return written.isdecimal() and not is_argued and not _is_carried(int(written), _words(own), turns)


def _words(own: Quoting) -> str:
    return "".join(folded(quote.scalar.text) for quote in own.quotes)


def _is_carried(month: int, words: str, turns: str) -> bool:
    """Whether words name the month that is so many after the window: by its number, or as the last of the next one."""
    is_last = month == _MONTHS.get(turns) and _LAST.search(words) is not None
    return is_last or (month == 2 and "下下" in words) or Decimal(month) in numerals([_OF_DAYS.sub("", words)])


def _said(own: Quoting, called: str) -> _Said:
    """The words that tell in which window it is due, and the number for that: 0 the duty's own, 1 the next."""
    found = {
        number: re.search(f"(?:{which})(?:{called})度?", _words(own))
        for number, which in (("1", _LATER), ("before", _BEFORE), ("0", _SAME))
    }
    told = {number: match[0] for number, match in found.items() if match is not None}
    if len(told) != 1:
        return None
    ((number, text),) = told.items()
    # Without for_period a record counts where it was made, and “of last month” says only what is in it.
    if number != "0" and nodes.at(own.written, "for_period") is None:
        return None
    return text, "1" if number == "before" else number


def _tell(due: nodes.Mapping, month: nodes.Node | None, said: _Said, diagnostics: Collector) -> None:
    found = f"month: {month.text}" if isinstance(month, nodes.Scalar) else "due"
    how = _NOT_SAID if said is None else Bilingual(f"原话说的是“{said[0]}”", f"the words say “{said[0]}”")
    span = due.span if month is None else month.span
    diagnostics.add("SR196", span, how=how, found=found, mend=f"month: {'1' if said is None else said[1]}")
