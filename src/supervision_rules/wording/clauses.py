"""Clauses that are written otherwise than all others of the pack: 第九十条 among 一, 二（三）; a bracket left open."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector

_NUMBER: Final = "[一二三四五六七八九十]+"
_FORMS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {"article": re.compile("第[^、，条]+条"), "section": re.compile(rf"{_NUMBER}(?=$|[、，（(.．和及至与])")}
)
"""How the clauses of a document are counted; the preamble, annexes and the rest go with either."""
_PIECES: Final = re.compile("[、，,与和及至]")
_HEAD: Final = re.compile(
    rf"(?P<before>[^\d一二三四五六七八九十（(.．]*)(?P<number>\d+|{_NUMBER})(?P<behind>[^（(.．]*)"
)
_FEW: Final = 3
"""Of as many clauses of one form a single one of the other is told."""


def tell_clauses(tree: nodes.Mapping, diagnostics: Collector) -> None:
    """Tell the clauses that are not written as clauses are, or not as all others."""
    found = defaultdict[str, list[nodes.Scalar]](list)
    clauses = list(_clauses(tree))
    for clause in clauses:
        if not _is_closed(clause.text):
            diagnostics.add("SR173", clause.span, given=clause.text)
        for name, form in _FORMS.items():
            if form.match(clause.text):
                found[name].append(clause)
    _tell_numerals(clauses, diagnostics)
    for name, other in (("article", "section"), ("section", "article")):
        if len(found[name]) == 1 and len(found[other]) >= _FEW:
            diagnostics.add("SR174", found[name][0].span, given=found[name][0].text, other=found[other][0].text)


def _tell_numerals(clauses: Iterable[nodes.Scalar], diagnostics: Collector) -> None:
    """Tell a clause that counts in other numerals than those like it, or leaves out their 第: 附件4 among 附件四."""
    heads = defaultdict[str, list[nodes.Scalar]](list)
    for clause in clauses:
        for head in {_head(piece) for piece in _PIECES.split(clause.text)}:
            heads[head].append(clause)
    for head, found in heads.items():
        like = max((heads[other] for other in _ways(head) if other in heads), key=len, default=[])
        if len(found) == 1 and len(like) >= _FEW:
            diagnostics.add("SR174", found[0].span, given=found[0].text, other=like[0].text)


def _head(piece: str) -> str:
    """How a clause is counted first, whatever its number: 附件四.5 as 附件一, 第15条（二） as 第1条."""
    found = _HEAD.match(piece)
    return "" if found is None else f"{found['before']}{'1' if found['number'].isdigit() else '一'}{found['behind']}"


def _ways(head: str) -> Iterator[str]:
    """The same in other numerals, or with or without 第."""
    other = head.replace("1", "一") if "1" in head else head.replace("一", "1")
    for each in (head, other):
        bare = each.removeprefix("第")
        yield from {each, bare, f"第{bare}"} - {head} if each.endswith("条") else {each} - {head}


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
