"""The numbers that a fact or rule states, each with what it measures: what the words must say of it hangs on that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.tree import Conditional, Constant, Node
from supervision_rules.language.conventions import Unit
from supervision_rules.language.quotes import numerals, shares
from supervision_rules.language.spans_of_time import amounts_of

Measure = Literal["number", "per cent", "factor"] | Unit
"""Of a share, 30 is per cent, 0.3 a factor; a plain number may be either. A unit of time: so many of these."""
PER_CENT: Final = "per cent"
FACTOR: Final = "factor"


class Figure(NamedTuple):
    """A number where it stands in a fact or rule."""

    number: Number
    span: Span
    measure: Measure = "number"


def carried(words: Iterable[str], measure: Measure) -> frozenset[Decimal]:
    """The numbers of some words as they are to be written: of a share only the way that is right there."""
    said = tuple(words)
    plain = numerals(said)
    if measure == "number":
        return plain
    parts = shares(said)
    if measure == PER_CENT:
        return frozenset(part * 100 for part in parts) | (plain - parts)
    if measure == FACTOR:
        return parts | frozenset(number for number in plain if number / 100 not in parts)
    return plain | amounts_of(measure, said)


def meant(number: Number, words: Iterable[str], measure: Measure) -> Decimal | None:
    """What a number that is off by a factor of 100 should be, going by the shares in the words; None if it is not."""
    given, parts = abs(number), shares(words)
    if measure == PER_CENT:
        return next((part * 100 for part in parts if part == given), None)
    return next((part for part in parts if part * 100 == given), None) if measure == FACTOR else None


def as_factors(figures: Iterable[Figure], scalar: nodes.Scalar, root: Node) -> list[Figure]:
    """The figures of an expression, those that it may come to as factors."""
    places = {scalar.part(node.start, node.end) for node in _results(root)}
    return [each._replace(measure=FACTOR) if each.span in places else each for each in figures]


def _results(node: Node) -> Iterator[Constant]:
    """The constants that an expression may come to; not those that it compares or reckons with."""
    if isinstance(node, Conditional):
        yield from _results(node.body)
        yield from _results(node.otherwise)
    elif isinstance(node, Constant):
        yield node
