"""Windows other than in the words: 全年最高扣6分 beside ``window: month``, 年度内被催办次数 counted through a month."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import folded
from supervision_rules.language.said import Said, said_in
from supervision_rules.wording.quoting import Quoting

_OVER: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "year": re.compile("全年|年度?内|当年|本年"),
        "quarter": re.compile("全季|季度?内|当季|本季"),
        "month": re.compile("全月|月内|当月|本月"),
    }
)
"""How words speak of a window as a whole."""
_EACH: Final = re.compile("[每逐各分按][个]?(?:年|季|月)|[月季年]度(?!内)|按[月季年]")
_STOP: Final = re.compile("[，,。；;]")
_WINDOW: Final = "window"
_LONGEST: Final = "year"


class _Window(NamedTuple):
    name: str
    shown: str


def tell_through_windows(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each ceiling, and each fact, that is of another window than its words, or its label, say."""
    for each in every.values():
        window = nodes.at(each.written, _WINDOW)
        if isinstance(window, nodes.Scalar) and window.text in _OVER:
            is_rule = each.binder.at("kind") is not None
            said = list(_of_ceiling(each) if is_rule else _of_label(each))
            if len(said) == 1 and said[0].name != window.text:
                shown = {"found": f"{_WINDOW}: {window.text}", "mend": f"{_WINDOW}: {said[0].name}"}
                diagnostics.add("SR180", window.span, words=said[0].shown, **shown)


def _of_ceiling(own: Quoting) -> Iterator[_Window]:
    """The window for which the words say what the most is that is written."""
    most = own.binder.at("max")
    if isinstance(most, nodes.Scalar) and isinstance(most.value, int | Decimal):
        texts = [folded(quote.scalar.text) for quote in own.quotes]
        for text in texts if not any(map(_EACH.search, texts)) else ():
            for said in said_in(text):
                if said.most and said.number == most.value:
                    yield from _named(_piece(text, said))


def _piece(text: str, said: Said) -> str:
    begin = max((stop.end() for stop in _STOP.finditer(text, 0, said.start)), default=0)
    return text[begin : said.end]


def _of_label(own: Quoting) -> Iterator[_Window]:
    """The year of which a label speaks; a month or a quarter may be one of the window."""
    label = own.binder.at("label")
    if isinstance(label, nodes.Scalar) and not _EACH.search(label.text):
        yield from (named for named in _named(label.text) if named.name == _LONGEST)


def _named(text: str) -> Iterator[_Window]:
    yield from (_Window(name, text) for name, form in _OVER.items() if form.search(text))
