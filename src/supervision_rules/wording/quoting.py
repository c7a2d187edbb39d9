"""A fact or rule with the words that it quotes, and the numbers that it states beside these."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Span
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.edges import edges_in
from supervision_rules.language.quotes import numerals, texts_of
from supervision_rules.language.said import Said, said_in, unspaced
from supervision_rules.wording.stated import numbers_in

UNMISTAKABLE = 8
"""Of how many signs part of a sentence is the same one wherever it stands; a shorter one may be of another clause."""


class Quote(NamedTuple):
    """A quotation, with the places of the items of lists (steps, cases, boxes) around it, the outermost first."""

    scalar: nodes.Scalar
    parts: tuple[Span, ...]


@dataclass(frozen=True)
class Quoting:
    """A fact or rule, as it is written with all its options and all its values over time."""

    name: str
    binder: TextBinder
    written: nodes.Node

    @cached_property
    def clause(self) -> str:
        """The clause that it cites."""
        clause = nodes.at(self.written, "cite", "clause")
        return clause.text if isinstance(clause, nodes.Scalar) else ""

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        """All that it states."""
        return numbers_in(self.written)

    @cached_property
    def parts(self) -> tuple[nodes.Mapping, ...]:
        """All mappings in it, itself among them."""
        return tuple(mappings(self.written))

    @cached_property
    def _worded(self) -> tuple[tuple[tuple[Span, ...], nodes.Node], ...]:
        return tuple(worded(self.written, ()))

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What it quotes, what its parts quote before what the whole does."""
        found = (Quote(text, parts) for parts, words in self._worded for text in _scalars(words))
        return tuple(sorted(found, key=lambda each: -len(each.parts)))

    @cached_property
    def amounts(self) -> tuple[tuple[Quote, Said], ...]:
        """The amounts that its words state."""
        return tuple((quote, said) for quote in self.quotes for said in said_in(quote.scalar.text))

    @cached_property
    def drawn(self) -> frozenset[Decimal]:
        """The numbers at which its words and labels draw edges."""
        labels = (label.text for part in self.parts if isinstance(label := part.get("label"), nodes.Scalar))
        texts = (*(quote.scalar.text for quote in self.quotes), *labels)
        return frozenset(number for text in texts for edge in edges_in(text) for number in edge.numbers)

    def quotes_also(self, piece: str, clause: str) -> bool:
        """Whether it quotes part of a sentence of a clause, too."""
        is_same = self.clause == clause or len(piece) >= UNMISTAKABLE
        return is_same and any(piece in unspaced(quote.scalar.text) for quote in self.quotes)

    def beside(self, quote: Quote, piece: str) -> frozenset[Decimal]:
        """The numbers around some words: of other parts that quote amounts of their own only those that these words
        do not say."""
        foreign = dict(self._foreign(quote, piece))
        found = numbers_in(self.written, without=foreign.keys())
        parts = ((part, foreign[part.span]) for part in self.parts if part.span in foreign)
        return found.union(*(numbers_in(part) - numerals(words) for part, words in parts))

    def before(self, quote: Quote) -> frozenset[Decimal]:
        """The numbers of the items that come before the one that quotes, in the same list: of cases the first holds."""
        if not quote.parts:
            return frozenset()
        lists = (value for part in self.parts for _, value in part.entries)
        within = (each.items for each in lists if isinstance(each, nodes.Sequence))
        found = next((items for items in within if any(item.span == quote.parts[-1] for item in items)), ())
        earlier = takewhile(lambda item: item.span != quote.parts[-1], found)
        return frozenset[Decimal]().union(*map(numbers_in, earlier))

    def _foreign(self, quote: Quote, piece: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
        for parts, words in self._worded:
            apart = parts and parts[-1] not in quote.parts and not (quote.parts and quote.parts[-1] in parts)
            texts = tuple(texts_of(words))
            if apart and any(map(said_in, texts)) and not any(overlap(piece, text) for text in texts):
                yield parts[-1], texts

    @cached_property
    def excusing(self) -> tuple[Span, ...]:
        """The whole or the parts of it that have numbers of their own in place of those in their words, and say why."""
        reasons = (part for part in self.parts if part.get("unquoted") is not None)
        return tuple(part.span for part in reasons if self._reckons(part))

    def _reckons(self, part: nodes.Mapping) -> bool:
        own = [each.scalar.text for each in self.quotes if each.scalar.span.lies_in(part.span)]
        carried = numerals(own or [each.scalar.text for each in self.quotes])
        figures = (each for each in self.binder.numbers if each.span.lies_in(part.span))
        return any(abs(each.number) not in carried for each in figures)

    def excuses(self, quote: Quote) -> bool:
        """Whether the numbers of some words may have others in their place."""
        return any(not quote.parts or quote.scalar.span.lies_in(span) for span in self.excusing)


def quoting(compiled: CompiledPack) -> dict[int, Quoting]:
    """The facts and rules of a pack, by the identity of their binders."""
    reach = compiled.reach
    binders = [*((name, binder) for (_, name), binder in reach.facts.items()), *reach.rules.items()]
    return {id(binder): Quoting(name, binder, reach.written[id(binder)]) for name, binder in binders}


def worded(
    node: nodes.Node, parts: tuple[Span, ...], in_list: bool = False
) -> Iterator[tuple[tuple[Span, ...], nodes.Node]]:
    """What stands under each key ``words``, with the places of the items of lists around it."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from worded(item, parts, in_list=True)
    elif isinstance(node, nodes.Mapping):
        around = (*parts, node.span) if in_list else parts
        for key, value in node.entries:
            if key.text == "words":
                yield around, value
            else:
                yield from worded(value, around)


def overlap(piece: str, words: str) -> bool:
    """Whether some words quote part of a sentence that states an amount, or part of that."""
    return any(piece in said.piece or said.piece in piece for said in said_in(words))


def _scalars(words: nodes.Node) -> Iterator[nodes.Scalar]:
    items = words.items if isinstance(words, nodes.Sequence) else (words,)
    yield from (item for item in items if isinstance(item, nodes.Scalar))
