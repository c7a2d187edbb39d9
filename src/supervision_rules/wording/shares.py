"""Shares written as products that are not those of the words: ``part * 2 >= whole * 3`` for 三分之二以上."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions.tree import Arithmetic, Comparison, Constant, Node, walk
from supervision_rules.language.binding import Stated
from supervision_rules.language.said import NUMBER
from supervision_rules.nodes.numerals import decimal
from supervision_rules.wording.around import option_said, words_around
from supervision_rules.wording.quoting import Quoting

_SAID: Final = re.compile(
    rf"(?P<before>不少于|不低于|至少|达到?|不?超过|不高于|多于|高于|不足|不到|低于|少于)?\s*"
    rf"(?:(?P<of>{NUMBER})分之(?P<parts>{NUMBER})|(?P<hundredths>\d+(?:\.\d+)?)\s*[%％])\s*(?:及|或者?)?(?P<behind>以上|以下)?"
)
_WAYS: Final[Mapping[str, str]] = MappingProxyType(
    dict.fromkeys(("不少于", "不低于", "至少", "达", "达到", "以上"), ">=")
    | dict.fromkeys(("超过", "多于", "高于"), ">")
    | dict.fromkeys(("不超过", "不高于", "以下"), "<=")
    | dict.fromkeys(("不足", "不到", "低于", "少于"), "<")
)
_TURNED: Final[Mapping[str, str]] = MappingProxyType({">=": "<=", ">": "<", "<=": ">=", "<": ">"})


class _Said(NamedTuple):
    """A share, and how what is required lies to it."""

    share: Fraction
    way: str
    shown: str


def tell_shares(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each requirement that holds two multiples against each other otherwise than the share in its words does."""
    for each in every.values():
        for stated in each.binder.stated:
            said = _said(each, stated) if stated.path[-1] == "require" else None
            for node, mend in _amiss(stated, said) if said is not None else ():
                place = stated.scalar.part(node.start, node.end)
                if said is not None and "不含" not in (option_said(compiled, each, place) or ""):
                    found = stated.checked.text[node.start : node.end]
                    diagnostics.add("SR182", place, words=said.shown, found=found, mend=mend)


def _said(own: Quoting, stated: Stated) -> _Said | None:
    """The one share that the words around a condition name."""
    found = {each[:2]: each for text in words_around(own.binder, stated.path) for each in _shares(text)}
    return next(iter(found.values())) if len(found) == 1 else None


def _shares(text: str) -> Iterator[_Said]:
    for match in _SAID.finditer(text):
        cue = match["before"] or match["behind"]
        share = Fraction(match["hundredths"]) / 100 if match["hundredths"] else _fraction(match)
        if cue is not None and share and not (match["before"] and match["behind"]):
            yield _Said(share, _WAYS[cue], match[0].strip())


def _fraction(match: re.Match[str]) -> Fraction:
    whole = decimal(match["of"]) if match["of"] != "百" else Decimal(100)
    return Fraction(decimal(match["parts"])) / Fraction(whole) if whole else Fraction(0)


def _amiss(stated: Stated, said: _Said) -> Iterator[tuple[Comparison, str]]:
    """The comparisons of multiples that are not as said, each with how it should be written."""
    for node in walk(stated.checked.root):
        if isinstance(node, Comparison) and node.operator in _TURNED:
            left, right = _factor(node.left), _factor(node.right)
            ratio = Fraction(1) if left is None or right is None else Fraction(right.value) / Fraction(left.value)
            way = {said.share: said.way, 1 / said.share: _TURNED[said.way]}.get(ratio)
            if left is not None and right is not None and ratio != 1 and way not in (None, node.operator):
                is_exchanged = ratio != said.share and node.operator == said.way
                yield node, _exchanged(stated, node, left, right) if is_exchanged else _other(stated, node, str(way))


class _Factor(NamedTuple):
    value: Decimal
    start: int
    end: int


def _factor(node: Node) -> _Factor | None:
    """The number that a side is a multiple of, where it is one of a product."""
    if isinstance(node, Arithmetic) and node.operator == "*":
        for part in (node.right, node.left):
            if isinstance(part, Constant) and isinstance(part.value, int | Decimal) and part.value:
                return _Factor(Decimal(part.value), part.start, part.end)
        return _factor(node.left)
    return None


def _other(stated: Stated, node: Comparison, way: str) -> str:
    text = stated.checked.text
    between = text[node.left.end : node.right.start].replace(node.operator, way, 1)
    return text[node.start : node.left.end] + between + text[node.right.start : node.end]


def _exchanged(stated: Stated, node: Comparison, left: _Factor, right: _Factor) -> str:
    text = stated.checked.text
    first, second = text[left.start : left.end], text[right.start : right.end]
    return text[node.start : left.start] + second + text[left.end : right.start] + first + text[right.end : node.end]
