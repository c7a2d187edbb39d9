"""Conditions that are the contrary of their label: ``not listed`` under 列入计划, ``called`` under 不冠以名义."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import BOOL
from supervision_rules.expressions.tree import Call, Name, Node, Unary
from supervision_rules.language.binding import Stated
from supervision_rules.language.quotes import texts_of
from supervision_rules.wording.quoting import Quoting

_NEGATES: Final = re.compile("不(?![仅断少超低高同足定])|没有|没|未|严禁|禁止|无(?![偿论])")
_ANY: Final = re.compile("[不没未无非免拒逾除外禁勿别缺漏误超避防停撤消止控杜绝减少清压降克遏]")
"""What may turn a text about in any way."""
_ALIKE: Final = 4
"""How many signs in a row a label and that of a name share at least where they speak of the same, if it has so many."""
_BRACKETED: Final = re.compile(r"[（(].*?[）)]")
_NEAR: Final = 8
"""How many signs before that a negation stands at most."""


_CONCLUDES: Final = frozenset(("outcome", "ladder"))
"""The kinds of rules that may be about what is not so yet: 应指定责任单位 where none is known."""


class _Asked(NamedTuple):
    """What a condition asks about, and whether it is to be so."""

    name: str
    is_so: bool
    is_known: bool
    """Whether it asks only whether that is on record."""


def tell_polarity(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each condition on one thing alone that is to be so by the label of its part, and is not to be, or the other
    way round."""
    for each in every.values():
        kind = each.binder.at("kind")
        for stated in each.binder.stated if isinstance(kind, nodes.Scalar) else ():
            asked = _asked(stated.checked.root)
            if asked is not None and isinstance(kind, nodes.Scalar) and _is_held(kind.text, stated, asked):
                label = label_of(compiled, stated.about, asked.name)
                called = _contrary(each, stated, asked, label) if label and not _ANY.search(label) else None
                if called is not None:
                    found = stated.checked.text
                    mend = f"not {found}" if asked.is_so else found.removeprefix("not ")
                    words = {"words": called, "label": label, "found": found, "mend": mend}
                    diagnostics.add("SR191", stated.scalar.span, **words)


def _is_held(kind: str, stated: Stated, asked: _Asked) -> bool:
    """Whether a condition is what its label says. To which cases a rule applies the label says in other ways, too."""
    if stated.path[-1] == "when":
        return not asked.is_so and not asked.is_known and kind not in _CONCLUDES
    return stated.path[-1] == "require"


def _asked(root: Node) -> _Asked | None:
    """A name that is to be true, or known, or is not to be."""
    is_so = not (isinstance(root, Unary) and root.operator == "not")
    node = root.operand if isinstance(root, Unary) and not is_so else root
    if isinstance(node, Call) and node.function.name == "known" and isinstance(node.arguments[0], Name):
        return _Asked(node.arguments[0].name, is_so, True)
    return _Asked(node.name, is_so, False) if isinstance(node, Name) and node.type == BOOL else None


def _contrary(own: Quoting, stated: Stated, asked: _Asked, label: str) -> str | None:
    """The label of the part that says the contrary."""
    called = next(_texts(own, (*stated.path[:-1], "label")), "")
    plain = _BRACKETED.sub("", label)
    start, length = _shared(called, plain)
    if not plain or length < min(_ALIKE, len(plain)):
        return None
    if asked.is_so:
        negated = _NEGATES.search(called, max(start - _NEAR, 0), start)
        return called if negated is not None and len(_ANY.findall(called)) == 1 else None  # not 不得没有责任人
    cited = ((*stated.path[:-1], "words"), ("cite", "words"))
    turned = any(_ANY.search(text) for path in cited for text in _texts(own, path))
    return None if turned or _ANY.search(called) else called


def _texts(own: Quoting, path: tuple[str | int, ...]) -> Iterator[str]:
    node = own.binder.at(*path)
    yield from texts_of(node) if node is not None else ()


def _shared(text: str, other: str) -> tuple[int, int]:
    """Where the longest run of signs stands that both have, and how long it is."""
    ends = ((end - start, start) for start in range(len(text)) for end in range(start + 1, len(text) + 1))
    length, start = max(((size, start) for size, start in ends if text[start : start + size] in other), default=(0, 0))
    return start, length


def label_of(compiled: CompiledPack, about: str, name: str) -> str | None:
    """What a name is called: a field, a fact, or either of a record that is named."""
    record, fact = compiled.vocabulary.types.get(about), compiled.reach.facts.get((about, name))
    if record is not None and name in record.fields:
        return str(record.fields[name].label)
    if fact is not None:
        called = fact.at("label")
        return called.text if isinstance(called, nodes.Scalar) else None
    references = compiled.declarations.references.get(about, {})
    inner = ((target, name.removeprefix(f"{each}_")) for each, target in references.items() if name.startswith(each))
    return next((label for target, rest in inner if rest != name and (label := label_of(compiled, target, rest))), None)
