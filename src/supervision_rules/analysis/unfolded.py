"""Conditions with what their facts say in the place of the facts' names: what shows when both are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import Reach
from supervision_rules.compiler.written import is_fixed
from supervision_rules.diagnostics import listed
from supervision_rules.expressions import BOOL, Checked
from supervision_rules.expressions.tree import Comparison, Constant, Logic, Name, Node, Unary, walk
from supervision_rules.language.binding import Stated, TextBinder

KIND: Final = "kind"
"""The field that tells the kinds of a record type from each other."""


MOST: Final = 100
"""So many parts a fact may come to, with all that it names; what is longer is left as its name."""


class _Said(NamedTuple):
    """What a fact says, all that it names unfolded, and the names of that."""

    root: Node
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unfolding:
    """The facts that say whether something is so by an expression of their own, the same under every option."""

    reach: Reach
    _facts: dict[tuple[str, str], _Said] = field(default_factory=dict)

    @classmethod
    def of_facts(cls, reach: Reach) -> Unfolding:
        """Those of a pack. Each has been bound after those that it names, so that these are unfolded already."""
        found = cls(reach)
        for key, binder in reach.facts.items():
            root, met = _root(binder, reach), dict[str, None]()
            whole = None if root is None else found._unfold(root, key[0], met)
            if whole is not None and sum(1 for _ in islice(walk(whole), MOST + 1)) <= MOST:
                found._facts[key] = _Said(whole, tuple(met))
        return found

    def of(self, stated: Stated) -> tuple[Checked, tuple[str, ...]]:
        """A condition with all such facts unfolded, and the names of those."""
        base, met = self.reach.declarations.base(stated.about), dict[str, None]()
        root = self._unfold(stated.checked.root, base, met)
        if not met:
            return stated.checked, ()
        names = frozenset(part.name for part in walk(root) if isinstance(part, Name))
        return replace(stated.checked, root=root, names=names), tuple(met)

    def kind_of(self, subject: str, stated: Stated) -> Checked | None:
        """That the subject of a fact or rule is of its kind; None where it is any record of a type."""
        declared = self.reach.declarations
        type_ = declared.names[declared.base(subject)].get(KIND)
        if subject not in declared.kinds or type_ is None or not stated.own:
            return None
        root = Comparison(BOOL, 0, 0, "==", Name(type_, 0, 0, KIND), Constant(type_, 0, 0, subject))
        return replace(stated.checked, root=root, names=frozenset((KIND,)))

    def _unfold(self, node: Node, base: str, met: dict[str, None]) -> Node:
        if isinstance(node, Name):
            said = self._facts.get((base, node.name))
            if said is None:
                return node
            met |= dict.fromkeys((node.name, *said.names))
            return said.root
        if isinstance(node, Unary):
            return replace(node, operand=self._unfold(node.operand, base, met))
        if isinstance(node, Logic):
            return replace(node, parts=tuple(self._unfold(part, base, met) for part in node.parts))
        return node


def _root(fact: TextBinder, reach: Reach) -> Node | None:
    """What a fact says whether something is so by."""
    if not is_fixed(nodes.at(reach.written[id(fact)], "value")):
        return None
    values = [each.checked.root for each in fact.stated if each.path == ("value",)]
    return values[0] if values and values[0].type == BOOL else None


def together(
    unfolding: Unfolding, subject: str, asked: Stated, given: Sequence[Stated]
) -> Iterator[tuple[Checked, tuple[str, ...]]]:
    """The condition asked and those that are given, each unfolded, and the kind of record that it is asked of."""
    for stated in (asked, *given):
        yield unfolding.of(stated)
    kind = unfolding.kind_of(subject, asked)
    if kind is not None:
        yield kind, (f"on: {subject}",)


def by_what(names: Iterable[str]) -> Bilingual:
    """The words of a message for what is read together."""
    every = listed(names)
    return Bilingual(f"和 {every} 的写法一起看，", f"with what {every} says, ")
