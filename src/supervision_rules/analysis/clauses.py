"""Clauses that are written otherwise than all others of the pack: 第九十条 among 一, 二（三）; a bracket left open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.analysis.written import mappings
from supervision_rules.diagnostics import Collector

_NUMBER: Final = "[一二三四五六七八九十]+"
_FORMS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {"article": re.compile("第[^、，条]+条"), "section": re.compile(rf"{_NUMBER}(?=$|[、，（(.．和及至与])")}
)
"""How the clauses of a document are counted; the preamble, annexes and the rest go with either."""
_FEW: Final = 3
"""Of as many clauses of one form a single one of the other is told."""


def tell_clauses(tree: nodes.Mapping, diagnostics: Collector) -> None:
    """Tell the clauses that are not written as clauses are, or not as all others."""
    found = defaultdict[str, list[nodes.Scalar]](list)
    for clause in _clauses(tree):
        if not _is_closed(clause.text):
            diagnostics.add("SR173", clause.span, given=clause.text)
        for name, form in _FORMS.items():
            if form.match(clause.text):
                found[name].append(clause)
    for name, other in (("article", "section"), ("section", "article")):
        if len(found[name]) == 1 and len(found[other]) >= _FEW:
            diagnostics.add("SR174", found[name][0].span, given=found[name][0].text, other=found[other][0].text)


def _clauses(tree: nodes.Mapping) -> Iterator[nodes.Scalar]:
    for each in mappings(tree):
        clause = each.get("clause")
        if isinstance(clause, nodes.Scalar) and isinstance(clause.value, str):
            yield clause


def _is_closed(text: str) -> bool:
    depth = 0
    for sign in text:
        depth += (sign in "（(") - (sign in "）)")
        if depth < 0:
            return False
    return depth == 0
