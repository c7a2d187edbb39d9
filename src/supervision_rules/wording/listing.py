"""The parts of a rule held against one sentence of its words: steps in another order, an element left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import words_in
from supervision_rules.language.said import unspaced
from supervision_rules.wording.quoting import Quoting

_BEFORE: Final = re.compile("前|先|须|需|应|经|由|待|凡|以(?!后)|依|据|的[，,]")
"""What says between two that the earlier comes later in the sentence: 印发前经市长签批, 印发的，经市长签批."""
_PLANNED: Final = re.compile("拟|需|凡|如|未|不|对")
"""What says before the first that it has not been done by then: 对拟提拔的干部，公示5日."""
_RUN: Final = re.compile("[^，,。；;：:、]+(?:、[^，,。；;：:、]+)+")
_ELEMENT: Final = re.compile("(?:(?!以及|[、和及与]).)+")
_FEWEST: Final = 2
"""How many elements of a list must each have a part for the list to be that of the parts."""


class _Part(NamedTuple):
    """A step or an item, and what it quotes for itself."""

    label: str
    words: str
    node: nodes.Mapping


def tell_listing(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell the steps that their sentence has in another order, and the elements of a list that no part is for."""
    for each in every.values():
        kind = each.binder.at("kind")
        name = kind.text if isinstance(kind, nodes.Scalar) else ""
        parts = tuple(_parts(each.binder.at("steps" if name == "procedure" else "items")))
        sentences = tuple(_sentences(each.binder.at("cite", "words"))) if parts else ()
        for sentence in sentences:
            if name == "procedure":
                _tell_order(parts, unspaced(sentence.text), diagnostics)
            _tell_missing(compiled, each, parts, sentence, diagnostics)


def _parts(node: nodes.Node | None) -> Iterator[_Part]:
    for item in node.items if isinstance(node, nodes.Sequence) else ():
        if isinstance(item, nodes.Mapping):
            label, words = item.get("label"), item.get("words")
            texts = [each.text if isinstance(each, nodes.Scalar) else "" for each in (label, words)]
            yield _Part(texts[0], unspaced(texts[1]), item)


def _sentences(node: nodes.Node | None) -> Iterator[nodes.Scalar]:
    items = node.items if isinstance(node, nodes.Sequence) else (node,)
    yield from (item for item in items if isinstance(item, nodes.Scalar))


def _tell_order(parts: Sequence[_Part], sentence: str, diagnostics: Collector) -> None:
    """Tell the first step that stands before one that comes before it in the sentence."""
    placed = [(sentence.find(part.words), part) for part in parts if part.words and sentence.count(part.words) == 1]
    for (start, part), (other_start, other) in combinations(placed, 2):
        end = other_start + len(other.words)
        between, before = sentence[end:start] + part.words[:1], sentence[max(other_start - 4, 0) : other_start]
        if end <= start and not _BEFORE.search(between) and not _PLANNED.search(before):
            diagnostics.add("SR188", nodes.locate(part.node, ("id",)).span, label=part.label, other=other.label)
            return


def _tell_missing(
    compiled: CompiledPack, own: Quoting, parts: Sequence[_Part], sentence: nodes.Scalar, diagnostics: Collector
) -> None:
    """Tell the one element of a list that no part quotes, where one part is for each of the others."""
    for run in _RUN.finditer(sentence.text):
        elements = list(_ELEMENT.finditer(sentence.text, *run.span()))
        quoting = [[part for part in parts if part.words and _is_in(part.words, each[0])] for each in elements]
        missing = [each for each, found in zip(elements, quoting, strict=True) if not found]
        others = {part.words for found in quoting for part in found}
        is_one_each = all(len(found) <= 1 for found in quoting) and len(others) == len(elements) - 1 >= _FEWEST
        if (
            len(missing) == 1
            and len(missing[0][0]) > 1
            and is_one_each
            and not _elsewhere(compiled, own, unspaced(missing[0][0]))
        ):
            diagnostics.add("SR189", sentence.part(*missing[0].span()), element=missing[0][0])


def _is_in(words: str, element: str) -> bool:
    """Whether one is part of the other: an element may carry the beginning or the end of the sentence."""
    plain = unspaced(element)
    return words in plain or plain in words


def _elsewhere(compiled: CompiledPack, own: Quoting, element: str) -> bool:
    """Whether another fact or rule quotes it, or it is said that it cannot be judged."""
    tree = compiled.text.tree
    texts = [text for key in ("rules", "facts", "not_computable") for text in _quoted(tree.get(key), own)]
    return any(element in unspaced(text) for text in texts)


def _quoted(node: nodes.Node | None, own: Quoting) -> Iterator[str]:
    for item in node.items if isinstance(node, nodes.Sequence) else ():
        if item.span != own.written.span:
            yield from words_in(item)
