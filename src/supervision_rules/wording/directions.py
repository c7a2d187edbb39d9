"""Which way a comparison has to go by the words: up for 不得低于80%, down for 不得超过五次, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.edges import Edge, edges_in
from supervision_rules.language.quotes import folded, texts_of
from supervision_rules.wording.compared import Compared
from supervision_rules.wording.quoting import Quoting

_FORBIDS: Final = "不得"
_KEEPS: Final = re.compile("不[低少小超高多大]")
"""How words begin that may oblige without 应, and be a condition where 的 follows."""
_TO_REACH: Final = re.compile(r"[应须必需要][^，。；,;]{0,6}(?:达到?|满)\s*$")
_OBLIGES: Final = re.compile("[应须必需要除非]")
"""What stands before that which is to be so, or is left out: a condition may ask for the contrary."""
_TURNS: Final = re.compile("[不没未无非免拒除外禁勿避撤消减少超低高]|其余|其[他它]|否则|反之|例外")
_THAT: Final = re.compile("的?[，,。；;]?")
_CLAUSE, _SENTENCE = re.compile("[，,。；;]"), re.compile("[。；;]")
_JOINED: Final = "，,、且并但而和 "
_HALF: Final = frozenset((Decimal(50), Decimal("0.5")))
"""Of which the rest is as much: 不低于50% may be asked of what is not done."""


def goes_up(asked: Compared, edge: Edge, own: Quoting) -> bool | None:
    """Whether what is asked for has to lie above the number by the words; None where it may lie below as well."""
    key = asked.path[-1] if asked.path else None
    same = [each for each in edges_in(edge.within) if each.shown != NOTHING and each.numbers & edge.numbers]
    cut = edge.within.split(edge.shown)
    if len(cut) != 2 or asked.number in _HALF:
        return None
    certain = (key == "require" and _is_required(edge, cut)) or (
        key == "when" and len(same) == 1 and _is_condition(asked, edge, cut, own)
    )
    return edge.upward if certain else None


def _is_required(edge: Edge, cut: Sequence[str]) -> bool:
    before = edge.within[: edge.said.start]
    rest, sentence = (form.split(cut[1])[0] for form in (_CLAUSE, _SENTENCE))
    if edge.shown.startswith(_FORBIDS):
        return True
    is_duty = _KEEPS.match(edge.shown) is not None or _TO_REACH.search(before) is not None
    return is_duty and "的" not in rest and not _TURNS.search(sentence)


def _is_condition(asked: Compared, edge: Edge, cut: Sequence[str], own: Quoting) -> bool:
    """Whether the words say when it is so: they are all the condition of a part, or lead to what follows from it."""
    if edge.shown.startswith(_FORBIDS) or _OBLIGES.search(_CLAUSE.split(cut[0])[-1]):
        return False
    if edge.within not in _texts(own, (*asked.path[:-1], "words")) and len(asked.path) > 1:
        return False
    if _KEEPS.match(edge.shown) and "的" not in _CLAUSE.split(cut[1])[0]:
        return False
    behind = cut[1]
    for other in edges_in(edge.within):
        behind = behind.lstrip(_JOINED).removeprefix(other.shown) if other.shown != NOTHING else behind
    is_all = len(asked.path) > 1 and "的" in behind and _THAT.fullmatch(behind) is not None
    return is_all or any(_leads(behind, text) for key in ("outcome", "label") for text in _follows(asked, own, key))


def _follows(asked: Compared, own: Quoting, key: str) -> Iterator[str]:
    """What follows where the condition holds."""
    if key == "outcome" or len(asked.path) > 1:
        yield from filter(None, _texts(own, (*asked.path[:-1], key)))


def _leads(behind: str, conclusion: str) -> bool:
    between, found, _ = behind.partition(conclusion)
    return bool(found) and between.count("的") <= 1 and not _TURNS.search(between) and not edges_in(between)


def _texts(own: Quoting, path: tuple[str | int, ...]) -> tuple[str, ...]:
    node = own.binder.at(*path)
    return () if node is None else tuple(map(folded, texts_of(node)))
