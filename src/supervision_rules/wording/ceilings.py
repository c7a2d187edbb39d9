"""The numbers by which a rule, or the box that it gives its points into, may hold points to the most there can be."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import texts_of
from supervision_rules.language.readings import Choice, choose
from supervision_rules.language.said import Said
from supervision_rules.wording.quoting import Quote, Quoting, overlap
from supervision_rules.wording.stated import numbers_in

_UNDER: Final = re.compile(r"""reading\(["']([\w-]+)["']\) == ["']([\w-]+)["']""")
_ONE_OF: Final = ("once_per", "highest", "at_most")
"""The keys by which points that are given for each of several records come to those of one, or of some."""
_FULL: Final = "满分"


_Options = tuple[tuple[str, str], ...]
"""Readings, each with an option."""


@dataclass(frozen=True)
class Ceilings:
    """The rules of a pack, by which the points that one of them gives may be held to a number."""

    rules: tuple[Quoting, ...]
    taken: Choice
    _made: dict[tuple[str, _Options], nodes.Mapping] = field(default_factory=dict)

    def numbers(self, rule: Quoting, quote: Quote, said: Said) -> frozenset[Decimal] | None:
        """The numbers that may be the most of what some words speak of; None of a rule that gives no points."""
        under = self._under(rule)
        node = self._chosen(rule, under)
        if node.get("boxes") is not None:
            part = next((each for each in mappings(node) if quote.parts and each.span == quote.parts[-1]), None)
            return self._of_total(node, part, said, under)
        if node.get("effect") is None:
            return None
        return _of_points(node).union(*(self._of_boxes(box, said.piece, under) for box in _texts((node,), "into")))

    def _under(self, rule: Quoting) -> _Options:
        """The options under which alone a rule says anything."""
        when = nodes.at(rule.written, "when")
        return tuple(_UNDER.findall(when.text)) if isinstance(when, nodes.Scalar) else ()

    def _chosen(self, rule: Quoting, under: _Options) -> nodes.Mapping:
        """A rule with the options taken, but for those under which it is looked at."""
        if (rule.name, under) not in self._made:
            choice = replace(self.taken, options={**self.taken.options, **dict(under)})
            node = choose(rule.written, choice, Collector())
            assert isinstance(node, nodes.Mapping)  # it has been compiled
            self._made[rule.name, under] = node
        return self._made[rule.name, under]

    def _of_total(
        self, node: nodes.Mapping, part: nodes.Mapping | None, said: Said, under: _Options
    ) -> frozenset[Decimal]:
        """The numbers of a total, or of one of its boxes and of what is around that, and of the rules that feed it."""
        held = part or node
        own = numbers_in(held, () if part is not None or _FULL in said.piece else ("base",))
        above = _most_around(node, part) if part is not None else frozenset[Decimal]()
        givers = (rule for box in _texts(mappings(held), "id") for rule in self._givers.get(box, ()))
        return own.union(above, *(_of_points(self._chosen(rule, under)) for rule in givers))

    def _of_boxes(self, box: str, piece: str, under: _Options) -> Iterator[Decimal]:
        """The most of a box, and of those that it is in; not of one with other words than ``piece``."""
        for rule in self._holders.get(box, ()):
            node = self._chosen(rule, under)
            for each in mappings(node):
                if box in _texts((each,), "id") and _quotes(each, piece):
                    yield from _most_around(node, each)

    @cached_property
    def _givers(self) -> Mapping[str, list[Quoting]]:
        """The rules by the box that they give their points into."""
        found = defaultdict[str, list[Quoting]](list)
        for rule in self.rules:
            for box in _texts(rule.parts, "into"):
                found[box].append(rule)
        return found

    @cached_property
    def _holders(self) -> Mapping[str, list[Quoting]]:
        """The totals by the boxes that they have."""
        found = defaultdict[str, list[Quoting]](list)
        for rule in self.rules:
            for box in _texts(mappings(nodes.at(rule.written, "boxes")), "id"):
                found[box].append(rule)
        return found


def _of_points(node: nodes.Mapping) -> frozenset[Decimal]:
    """The numbers of a rule, without what it gives for each of any number of records."""
    each = node.get("each")
    fixed = isinstance(each, nodes.Scalar) and isinstance(each.value, int | Decimal)
    repeated = fixed and not any(_is_said(node.get(key)) for key in _ONE_OF)
    return numbers_in(node, ("each",) if repeated else ())


def _quotes(box: nodes.Mapping, piece: str) -> bool:
    words = box.get("words")
    return words is None or any(overlap(piece, text) for text in texts_of(words))


def _is_said(value: nodes.Node | None) -> bool:
    return value is not None and nodes.plain(value) not in (None, False, {})


def _most_around(node: nodes.Mapping, part: nodes.Mapping) -> frozenset[Decimal]:
    """The most of a part, and of the parts and the whole that it is in."""
    around = (each for each in mappings(node) if part.span.lies_in(each.span))
    return frozenset[Decimal]().union(*(numbers_in(each.get("max")) for each in around))


def _texts(found: Iterable[nodes.Mapping], key: str) -> Iterator[str]:
    for each in found:
        value = each.get(key)
        if isinstance(value, nodes.Scalar) and isinstance(value.value, str):
            yield value.text
