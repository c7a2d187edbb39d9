"""Comparisons that leave out the number that the words name: ``> 3`` for 被催办3次的, ``5 < n <= 8`` for 5-8名."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.told import covers, settled
from supervision_rules.diagnostics import Collector, Diagnostic, Span
from supervision_rules.expressions.tree import Comparison, Constant, Node, walk
from supervision_rules.language.binding import Stated
from supervision_rules.language.said import NUMBER
from supervision_rules.nodes.numerals import decimal
from supervision_rules.wording.around import option_said, own_words, words_around
from supervision_rules.wording.quoting import Quoting

_MORE: Final = re.compile("超|逾|多于|大于|高于|以[上下内外后]|不[足满到]|[少低小]于|每")
"""What says on which side of a number something lies, or that it is said of each."""
_TIMES: Final = re.compile(rf"(?<![\d.])第?(?P<number>{NUMBER})\s*次(?![日性序])")
_RANGE: Final = re.compile(
    rf"(?<![\d.])(?P<from>{NUMBER})\s*(?P<unit>[%％名人个家件项次])?\s*[至到~—-]\s*(?P<to>{NUMBER})\s*[%％名人个家件项次]"
)
_WITHOUT: Final = re.compile("不含|不包括|不算|以上|以下")
_PIECES: Final = re.compile("[，,；;。、]|或者?")
_STRICT: Final[Mapping[str, str]] = MappingProxyType({">": ">=", "<": "<="})


def tell_counted(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each step or case that is reached after the number of times in its own words, and each requirement that
    leaves out an end of the range in its words."""
    told = settled(diagnostics, ("SR171", "SR193"))
    for each in every.values():
        for stated in each.binder.stated:
            amiss = _amiss(stated, each) if each.binder.at("kind") is not None else ()
            for node, words in amiss:
                place = stated.scalar.part(node.start, node.end)
                is_open = _WITHOUT.search(option_said(compiled, each, place) or "")
                if not is_open and not covers(told, place):
                    found = stated.checked.text[node.start : node.end]
                    mend = found.replace(node.operator, _STRICT[node.operator], 1)
                    diagnostics.add("SR181", place, words=words, found=found, mend=mend)
                    diagnostics.withdraw(each for each in diagnostics if _comes_of(each, place))


def _comes_of(found: Diagnostic, place: Span) -> bool:
    """Whether it is told of a step that it never stands for itself, since it is reached too late."""
    return found.code == "SR368" and found.span is not None and covers((found.span,), place)


def _amiss(stated: Stated, own: Quoting) -> Iterator[tuple[Comparison, str]]:
    """The comparisons that leave a number out, each with the words that name it."""
    strict = [node for node in walk(stated.checked.root) if isinstance(node, Comparison) and node.operator in _STRICT]
    if not strict:
        return
    if stated.path[0] in ("steps", "cases") and stated.path[-1] != "require":
        said = dict(_times(own_words(own.binder, stated.path)))
        yield from ((node, said[number]) for node in strict if (number := _exceeded(node)) in said)
    elif stated.path[-1] == "require":
        for low, high, words in _ranges(words_around(own.binder, stated.path)):
            ends = {number for node in walk(stated.checked.root) for number in _numbers(node)}
            if {low, high} <= ends:
                yield from ((node, words) for node in strict if {low, high} & set(_sides(node)))


def _times(texts: list[str]) -> Iterator[tuple[Decimal | None, str]]:
    """The numbers of times that stand in some words as they are."""
    for text in texts:
        for piece in _PIECES.split(text):
            match = _TIMES.search(piece)
            if match is not None and not _MORE.search(piece):
                yield decimal(match["number"]), match[0]


def _exceeded(node: Comparison) -> Decimal | None:
    """The number that something is to be more than."""
    number = node.right if node.operator == ">" else node.left
    return next(_numbers(number), None)


def _ranges(texts: list[str]) -> Iterator[tuple[Decimal, Decimal, str]]:
    for text in texts:
        for match in _RANGE.finditer(text) if not _WITHOUT.search(text) else ():
            yield decimal(match["from"]), decimal(match["to"]), match[0]


def _sides(node: Comparison) -> Iterator[Decimal]:
    """The numbers on the sides of a comparison, those that a side is a multiple of included."""
    for side in (node.left, node.right):
        yield from (number for part in walk(side) for number in _numbers(part))


def _numbers(node: Node) -> Iterator[Decimal]:
    if isinstance(node, Constant) and isinstance(node.value, int | Decimal) and not isinstance(node.value, bool):
        yield Decimal(node.value)
