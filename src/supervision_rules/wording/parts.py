"""Shares of the parts of a sum that stand at other parts than in the words: 平时成绩占60%, 年终评议占40%."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions.tree import Arithmetic, Constant, Name, walk
from supervision_rules.language.binding import Stated
from supervision_rules.language.quotes import folded
from supervision_rules.wording.polarity import label_of
from supervision_rules.wording.quoting import Quoting

_SHARE: Final = re.compile(r"占[^，。；、,;\d]{0,6}(?P<share>\d+(?:\.\d+)?)\s*%(?!的)")
_HUNDRED: Final = 100


class _Part(NamedTuple):
    """What is multiplied by a number."""

    label: str
    factor: Decimal
    span: Span


def tell_parts(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell the first of several parts whose shares are those of the words, each of another part."""
    for each in every.values():
        texts = [folded(quote.scalar.text) for quote in each.quotes]
        for stated in each.binder.stated if any(map(_SHARE.search, texts)) else ():
            parts = list(_parts(compiled, stated))
            said = _said({part.label for part in parts}, texts)
            wrong = _first_amiss(parts, said)
            if wrong is not None:
                share = said[wrong.label]
                how = Bilingual(f"原话里它占 {share}%", f"the words give it {share}%")
                diagnostics.add("SR177", wrong.span, label=wrong.label, given=wrong.factor, how=how)


def _parts(compiled: CompiledPack, stated: Stated) -> Iterator[_Part]:
    for node in walk(stated.checked.root):
        if isinstance(node, Arithmetic) and node.operator == "*":
            for name, number in ((node.left, node.right), (node.right, node.left)):
                if isinstance(name, Name) and isinstance(number, Constant) and isinstance(number.value, int | Decimal):
                    label = label_of(compiled, stated.about, name.name) or ""
                    yield _Part(folded(label), Decimal(number.value), stated.scalar.part(number.start, number.end))


def _said(labels: Iterable[str], texts: Iterable[str]) -> Mapping[str, Decimal]:
    """The one share that the words give each part: the part named last before it. Nothing where one has two."""
    found: dict[str, Decimal] = {}
    for text in texts:
        begin = 0
        for match in _SHARE.finditer(text):
            named = [label for label in labels if label and label in text[begin : match.start()]]
            begin, share = match.end(), Decimal(match["share"])
            if len(named) != 1 or found.get(named[0], share) != share:
                return {}
            found[named[0]] = share
    return found


def _first_amiss(parts: Sequence[_Part], said: Mapping[str, Decimal]) -> _Part | None:
    """The first part with the share of another, where all the shares are there."""
    for scale in (_HUNDRED, 1):
        given = {part.label: part.factor * scale for part in parts}
        exchanged = given.keys() == said.keys() and len(given) == len(parts) and given != said
        if exchanged and sorted(given.values()) == sorted(said.values()):
            return next(part for part in parts if given[part.label] != said[part.label])
    return None
