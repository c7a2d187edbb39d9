"""The clauses that a pack names: 三（四）, 三（三）（四）, 第四条、第九条, 附件三.1至三.4, 第一条至第三条."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from supervision_rules.sources.clauses import PREAMBLE, Clause
from supervision_rules.sources.folding import fold
from supervision_rules.sources.numbering import in_chinese

_BETWEEN: Final = re.compile("[、，,；;和与及]|以及")
_ARTICLE: Final = re.compile(r"第(\d+)条")
_ITEM: Final = re.compile(r"第[（(]?([〇零一二两三四五六七八九十百\d]+)[）)]?项")
_SECTION: Final = re.compile(r"第[〇零一二两三四五六七八九十百\d]+款")
_POINT: Final = re.compile(r"(?<=[）一二三四五六七八九十件条])\.?(?=\d)|\.$")
_PREFACES: Final = ("前言", "引言", "导言", "正文前", "开头")


def cited(text: str, clauses: Mapping[str, Clause]) -> tuple[list[Clause], list[str]]:
    """The clauses that ``text`` names, and the words in it that name none."""
    found, unknown = list[Clause](), list[str]()
    for item in filter(None, _BETWEEN.split(_plain(text))):
        first, _, last = item.partition("至")
        named = _resolved(first, clauses, found)
        ends = _resolved(last, clauses, named) if last and named else named
        if named is None or ends is None:
            unknown.append(item)
        else:
            found += _from_to(named[0], ends[-1], clauses.values()) if last else named
    return found, unknown


def _plain(text: str) -> str:
    """``text`` as labels are written."""
    folded = fold(text).text.replace("(", "（").replace(")", "）").replace(",", "、")
    folded = _SECTION.sub("", _ITEM.sub(r"（\1）", folded))
    folded = _ARTICLE.sub(lambda match: f"第{in_chinese(int(match[1]))}条", folded)
    return PREAMBLE if folded in _PREFACES else _POINT.sub(lambda match: "." if folded[match.end() :] else "", folded)


def _resolved(item: str, clauses: Mapping[str, Clause], before: Sequence[Clause]) -> list[Clause] | None:
    """The clause named, where need be as a part of what the one named before it is part of; two that stand in one."""
    for label in (item, f".{item}", *(above + item for above in _above(before))):
        if label in clauses:
            return [clauses[label]]
    first, _, last = item.rpartition("）（")
    if first:
        head = _resolved(f"{first}）", clauses, before)
        tail = _resolved(f"（{last}", clauses, head) if head else None
        return [*head, *tail] if head and tail else None
    return None


def _above(before: Sequence[Clause]) -> Iterator[str]:
    """The clause named last and those that it is part of, the innermost first."""
    if before:
        yield before[-1].label
        yield from reversed(before[-1].parents)


def _from_to(first: Clause, last: Clause, clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses of one level from one to another."""
    beside = [clause for clause in clauses if clause.parents == first.parents]
    return [clause for clause in beside if first.begin <= clause.begin <= last.begin]
