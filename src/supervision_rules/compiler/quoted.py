"""A rule held against the words that it cites: its numbers stand in them, its days are the days that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.units_said import by_reading, check_unit
from supervision_rules.diagnostics import NOTHING, Span
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.figures import PER_CENT, Figure, carried, meant
from supervision_rules.language.quotes import texts_of

_UNCITED: Final = Bilingual("没有引原话作依据", "has no words that it stands on")


def check_quotes(binder: TextBinder, cite: Iterable[str], written: nodes.Node, said: Iterable[str] = ()) -> None:
    """Tell what the words of a fact or rule do not bear out.

    ``unquoted`` says why a number is not in the words; it is no reason why one that is there counts something else.
    ``cite`` are the words of the whole, its parts (steps, cases, boxes) may have words of their own; ``written`` is
    its text with its readings still open.
    """
    check_numbers(binder, cite, said)
    for limit, path in binder.limits:
        if not by_reading(written, path):
            check_unit(binder, limit, path)


def check_numbers(binder: TextBinder, cite: Iterable[str], said: Iterable[str] = ()) -> None:
    """Tell the numbers that stand neither in the words nor in what is ``said`` besides, each place once."""
    figures = [figure for figure in binder.numbers if figure.number]
    if not figures:
        return
    whole, besides, (parts, excuses) = tuple(cite), tuple(said), _around(binder)
    told = {found.span for found in binder.diagnostics if found.code == "SR310"}
    for figure in figures:
        if figure.span not in told and not _is_excused(figure.span, parts, excuses):
            words, allowed = _bearing(whole, parts, figure)
            if abs(figure.number) not in allowed | carried(besides, figure.measure):
                _tell_number(binder, figure, words)


def _tell_number(binder: TextBinder, figure: Figure, words: tuple[str, ...]) -> None:
    right = meant(figure.number, words, figure.measure)
    share = None if right is None else right if figure.measure == PER_CENT else right * 100
    shown: dict[str, object] = {"uncited": NOTHING if words else _UNCITED}
    shown |= {"words": NOTHING if right is not None or not words else " / ".join(words)}
    shown |= {"share": NOTHING if share is None else f"{share.normalize():f}%"}
    shown |= {"meant": NOTHING if right is None else f"{right.normalize():f}"}
    binder.diagnostics.add("SR310", figure.span, number=figure.number, **shown)


@dataclass(frozen=True, slots=True)
class _Part:
    """A step, case, box or band of a rule, with the words that are its own."""

    span: Span
    words: tuple[str, ...]


def _around(binder: TextBinder) -> tuple[tuple[_Part, ...], tuple[Span, ...]]:
    """The parts of a fact or rule, and those that say why their numbers do not stand in the words."""
    return tuple(_parts(binder.node)), tuple(_excuses(binder.node))


def _parts(node: nodes.Node, in_list: bool = False) -> Iterator[_Part]:
    """The entries of all lists in a rule, those that hold others before them."""
    if isinstance(node, nodes.Mapping):
        if in_list:
            words = node.get("words")
            yield _Part(node.span, tuple(texts_of(words)) if words is not None else ())
        for _, value in node.entries:
            yield from _parts(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _parts(item, in_list=True)


def _bearing(
    cite: tuple[str, ...], parts: tuple[_Part, ...], figure: Figure
) -> tuple[tuple[str, ...], frozenset[Decimal]]:
    """The words that a number must stand in, and the numbers that may stand there.

    In a part, they are those of the innermost around it that has any, else those of the whole. A number that the
    words of the whole say of all parts, and those of no other part say of that one, may stand in any.
    """
    measure = figure.measure
    around = [part for part in parts if _inside(figure.span, (part.span,))]
    others = tuple(words for part in parts if part not in around for words in part.words)
    if not around:
        return (*cite, *others), carried((*cite, *others), measure)
    own = next((part.words for part in reversed(around) if part.words), ())
    if not own:
        return cite, carried(cite, measure)
    return own, carried(own, measure) | (carried(cite, measure) - carried(others, measure))


def _is_excused(place: Span, parts: Iterable[_Part], excuses: Iterable[Span]) -> bool:
    """Whether what stands at ``place`` lies in a part that says why; a part in that with words of its own does not."""
    own = [part.span for part in parts if part.words and _inside(place, (part.span,))]
    around = (excuse for excuse in excuses if _inside(place, (excuse,)))
    return any(not any(inner != excuse and inner.lies_in(excuse) for inner in own) for excuse in around)


def _excuses(node: nodes.Node) -> Iterator[Span]:
    """The parts of a rule, and the rule itself, that say why their numbers do not stand in the words."""
    if isinstance(node, nodes.Mapping):
        reason = node.get("unquoted")
        if isinstance(reason, nodes.Scalar) and reason.value is not None:
            yield node.span
        for _, value in node.entries:
            yield from _excuses(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _excuses(item)


def _inside(place: Span, stretches: Iterable[Span]) -> bool:
    begin = (place.line, place.column)
    return any((each.line, each.column) <= begin < (each.end_line, each.end_column) for each in stretches)
