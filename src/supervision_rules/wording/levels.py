"""Conditions that ask for another level than their own words and label name: 比较重要 for what asks ``ordinary``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.written import is_fixed
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions.tree import Comparison, Constant, Items, Name, Node, walk
from supervision_rules.expressions.types import Type
from supervision_rules.language.binding import Stated
from supervision_rules.language.quotes import folded, texts_of
from supervision_rules.wording.naming import Names
from supervision_rules.wording.quoting import Quoting

_Scales = dict[tuple[tuple[str, ...], tuple[str, ...]], Names]
"""By the levels and their labels."""
_SAYING: Final = ("words", "label")
# Whoever else there is, and not the level that no other is: 低于其他单位平均.
_COMPARED: Final = re.compile(
    "(?<=[于与和比较过])其[他它][^,，。;；、]{0,4}|其[他它][^,，。;；、]{0,4}?(?=的?(?:平均|均值|最))"
)


def tell_levels(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each question for levels of which the words beside it name none, but another of the same scale."""
    scales: _Scales = {}
    for each in every.values():
        for stated in each.binder.stated:
            questions = list(_asked(stated.checked.root))
            is_one = bool(questions) and is_fixed(nodes.at(each.written, *stated.path))
            texts = list(_beside(each.written, stated)) if is_one else []
            for place, type_, asked in questions if texts else ():
                text = _COMPARED.sub(" ", folded(" ".join(texts)))
                named = _others_named(text, _scale(type_, scales), type_, asked)
                if named:
                    _tell(stated, place, type_, asked, named, diagnostics)


def _tell(
    stated: Stated, place: Node, type_: Type, asked: Iterable[str], named: Iterable[str], diagnostics: Collector
) -> None:
    labels = dict(zip(type_.levels, type_.labels, strict=True))
    text = stated.checked.text[place.start : place.end]
    found, said = ("、".join(labels[level] for level in type_.levels if level in each) for each in (asked, named))
    mend = ", ".join(f'"{level}"' for level in type_.levels if level in named)
    span = stated.scalar.part(place.start, place.end)
    diagnostics.add("SR378", span, text=text, found=found, said=said, mend=mend)


def _asked(root: Node) -> Iterator[tuple[Comparison, Type, set[str]]]:
    """For each name the first question for levels of it, and all the levels that are asked for."""
    questions = defaultdict[str, list[Comparison]](list)
    for node in walk(root):
        if isinstance(node, Comparison) and isinstance(node.left, Name) and node.left.type.labels:
            questions[node.left.name].append(node)
    for found in questions.values():
        if all(node.operator in ("==", "in") for node in found):
            levels = [level for node in found for level in _levels(node.right)]
            if levels:
                yield found[0], found[0].left.type, set(levels)


def _levels(node: Node) -> Iterator[str]:
    if isinstance(node, Constant):
        yield str(node.value)
    elif isinstance(node, Items):
        yield from map(str, node.values)


def _beside(written: nodes.Node, stated: Stated) -> Iterator[str]:
    """The words and the label of the part that a condition stands in; none where it has no words of its own."""
    part = nodes.at(written, *stated.path[:-1])
    for key in _SAYING:
        said = nodes.at(part, key)
        if said is not None:
            yield from texts_of(said)
    cited = nodes.at(part, "cite", "words")
    if cited is not None:
        yield from texts_of(cited)


def _scale(type_: Type, scales: _Scales) -> Names:
    key = type_.levels, type_.labels
    if key not in scales:
        scales[key] = Names(dict(zip(type_.levels, map(folded, type_.labels), strict=True)))
    return scales[key]


def _others_named(text: str, names: Names, type_: Type, asked: Set[str]) -> Set[str]:
    """The levels that a text names, where it names none of those asked for, nor takes them in."""
    said = list(names.said(text))
    taken_in = any(asked <= side for level, goes_on in said if goes_on for side in _sides(level, type_))
    if taken_in or any(names.may_name(level, text) for level in asked):
        return set()
    named = {level for level, _ in said}
    return named if named.isdisjoint(asked) else set()


def _sides(level: str, type_: Type) -> Iterator[Set[str]]:
    """The levels before and behind one; a scale may begin with its highest or with its lowest."""
    place = type_.levels.index(level)
    yield set(type_.levels[: place + 1])
    yield set(type_.levels[place:])
