"""The first taken for the last, the highest for the lowest: ``last`` under 首次, ``max`` under 最低分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import DATE
from supervision_rules.expressions.tree import Call, walk
from supervision_rules.language.quotes import texts_of
from supervision_rules.wording.around import words_around
from supervision_rules.wording.quoting import Quoting

End = Literal["low", "high"]
_OF_TIME: Final[Mapping[End, re.Pattern[str]]] = MappingProxyType(
    {
        "low": re.compile("首次|首[张件个份]|初次|第一次|第1次|最[早先初]|[较孰]早|先到的?"),
        "high": re.compile("最近一[次张件个份]|末次|最[晚后]|最新|[较孰]晚|后到的?"),
    }
)
"""How words speak of the earlier records, and of the later ones."""
_OF_DAYS: Final[Mapping[End, re.Pattern[str]]] = MappingProxyType(
    {"low": re.compile("[较孰]早|先到的?"), "high": re.compile("[较孰]晚|后到的?")}
)
"""How they speak of one of several days; the last day for something is the earliest of its limits."""
_OF_NUMBERS: Final[Mapping[End, re.Pattern[str]]] = MappingProxyType(
    {"low": re.compile("最[低少小]|[较孰][低少小]"), "high": re.compile("最[高多大]|[较孰][高多大]")}
)
_ENDS: Final[Mapping[str, End]] = MappingProxyType(
    {"first": "low", "min": "low", "earliest": "low", "last": "high", "max": "high", "latest": "high"}
)
_OTHER: Final[Mapping[str, str]] = MappingProxyType(
    {"first": "last", "last": "first", "min": "max", "max": "min", "earliest": "latest", "latest": "earliest"}
)
_DOWN: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {"high": re.compile("[从由]低[到至向]高"), "low": re.compile("[从由]高[到至向]低")}
)
"""How words speak of the other order of a ranking."""


class _Taken(NamedTuple):
    """What takes one end, and the words for it."""

    way: str
    forms: Mapping[End, re.Pattern[str]]
    span: Span
    texts: list[str]


def tell_extremes(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each fact, day and ranking that takes the other end than the words, or the label, speak of."""
    for each in every.values():
        for taken in (*_way(each), *_called(each)):
            words = _other_end(taken)
            if words is not None:
                diagnostics.add("SR183", taken.span, words=words, found=taken.way, mend=_OTHER[taken.way])
        _tell_order(each, diagnostics)


def _other_end(taken: _Taken) -> str | None:
    """The words that speak of the other end alone."""
    end = _ENDS[taken.way]
    for text in taken.texts:
        said = {side: form.search(text) for side, form in taken.forms.items()}
        other = said["high" if end == "low" else "low"]
        if any(said.values()):
            return other[0] if other is not None and said[end] is None else None
    return None


def _way(own: Quoting) -> Iterator[_Taken]:
    """How a fact chooses among records."""
    node = own.binder.node
    if node.get("kind") is not None:
        return
    for key, value in node.entries:
        if key.text in _OTHER and isinstance(value, nodes.Scalar):
            is_date = own.binder.declarations.names[own.binder.declarations.base(own.binder.subject)].get(own.name)
            of_time = key.text in ("first", "last") or is_date == DATE
            yield _Taken(key.text, _OF_TIME if of_time else _OF_NUMBERS, key.span, _texts(own))


def _called(own: Quoting) -> Iterator[_Taken]:
    """The one end that an expression takes of several days; of numbers ``min`` is how the most is held to."""
    for stated in own.binder.stated:
        calls = [node for node in walk(stated.checked.root) if isinstance(node, Call) and node.function.name in _OTHER]
        calls = [call for call in calls if call.type == DATE]
        if calls and len({_ENDS[call.function.name] for call in calls}) == 1:
            of_fact = own.binder.node.get("kind") is None
            texts = _texts(own) if of_fact else words_around(own.binder, stated.path)
            place = stated.scalar.part(calls[0].start, calls[0].end)
            yield _Taken(calls[0].function.name, _OF_DAYS, place, texts)


def _texts(own: Quoting) -> list[str]:
    label, words = own.binder.at("label"), own.binder.at("cite", "words")
    return [text for node in (label, words) if node is not None for text in texts_of(node)]


def _tell_order(own: Quoting, diagnostics: Collector) -> None:
    """Tell a ranking that goes the other way."""
    order = own.binder.at("order")
    kind = own.binder.at("kind")
    if isinstance(kind, nodes.Scalar) and kind.text == "ranking":
        given = order.text if isinstance(order, nodes.Scalar) else "high"
        said = [found for text in words_around(own.binder, ("by",)) if (found := _DOWN[given].search(text))]
        if said:
            other = "low" if given == "high" else "high"
            place = own.binder.span("order") if order is not None else own.binder.span("by")
            diagnostics.add("SR183", place, words=said[0][0], found=f"order: {given}", mend=f"order: {other}")
