"""Rules of one shape of which one lacks a key that all others have: four quotas, three of them with ``left_out``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, listed
from supervision_rules.wording.quoting import Quoting

_SAY_NOTHING: Final = frozenset(("id", "label", "cite", "note", "unquoted", "readings", "severity", "holes", "name"))
_VARY: Final = frozenset(("when", "where"))
"""The keys that rules of one shape have as their matter needs."""
_ABOUT: Final = ("kind", "on", "of", "members", "need", "count", "into")
"""What rules must share to be of one shape."""
_COMMENT: Final = re.compile(r"(?:^|\s)#(?!\s*[=-]{4})")
"""A comment that is no line across the page."""
_FEWEST: Final = 3
"""How many others must have the key, with the same value."""

Shape = tuple[str, ...]


def tell_siblings(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each rule that says nothing of one key that all others of its shape have, and not why."""
    families = defaultdict[Shape, list[nodes.Mapping]](list)
    for each in every.values():
        if isinstance(each.written, nodes.Mapping) and each.written.get("kind") is not None:
            families[tuple(_text(each.written, key) for key in _ABOUT)].append(each.written)
    for family in families.values():
        if len(family) > _FEWEST:
            for rule, key, others in _lacking(family):
                if not _explains(rule, diagnostics):
                    words = {"name": _text(rule, "id"), "key": key.text, "others": others}
                    diagnostics.add("SR190", nodes.locate(rule, ("id",)).span, **words)


def _lacking(family: Sequence[nodes.Mapping]) -> Iterator[tuple[nodes.Mapping, nodes.Scalar, str]]:
    """The one rule that lacks a key, the key, which all others have, and their ids."""
    shapes = [frozenset(_keys(rule)) for rule in family]
    (usual, _), *odd = Counter(shapes).most_common()
    lacking = usual.difference(*(shape for shape, _ in odd))
    if [count for _, count in odd] != [1] or len(lacking) != 1 or len(usual) != len(odd[0][0]) + 1 or lacking & _VARY:
        return
    (key,), rule = lacking, family[shapes.index(odd[0][0])]
    others = [other for other in family if other is not rule]
    values = Counter(_text(other, key) for other in others)
    if any(count >= _FEWEST for value, count in values.items() if value):
        yield rule, _keys(others[0])[key], listed(_text(other, "id") for other in others)


def _keys(rule: nodes.Mapping) -> dict[str, nodes.Scalar]:
    return {key.text: key for key, _ in rule.entries if key.text not in _SAY_NOTHING}


def _explains(rule: nodes.Mapping, diagnostics: Collector) -> bool:
    """Whether it has a note, or a comment in it or right above it."""
    lines = diagnostics.lines(rule.span.source)[max(rule.span.line - 2, 0) : rule.span.end_line]
    return rule.get("note") is not None or any(map(_COMMENT.search, lines))


def _text(rule: nodes.Mapping, key: str) -> str:
    value = rule.get(key)
    return value.text if isinstance(value, nodes.Scalar) else ""
