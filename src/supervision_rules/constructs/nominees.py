"""Nominees: who is put forward, by one nomination or by several, which together take one slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from supervision_rules.constructs.ranks import Amount
from supervision_rules.expressions.values import conjunction, disjunction, negation
from supervision_rules.world import Row

PLACES: Final = ("admitted", "excess", "undetermined", "vacated")
REPEATED: Final = "repeated"
"""The place of a nomination of somebody admitted who takes the slot by another."""


class Nomination(NamedTuple):
    """A record that puts somebody forward, or may."""

    row: Row
    place: int
    """On the list, from 0."""
    score: Amount
    """The least and the most that it can be."""
    counts: bool | None
    left_out: bool | None


@dataclass(frozen=True, slots=True)
class Nominee:
    """One who is put forward, or may be."""

    rows: tuple[Row, ...]
    """The nominations, in the order of the list."""
    name: str
    amount: Amount
    """What the nominee is placed by: of several scores any from the least to the most, as nothing says which holds."""
    counts: bool | None
    """Whether any nomination counts."""
    left_out: bool | None
    """Whether all of them that count are left out."""
    counted: int
    """How many of them surely count."""
    slot: Row | None
    """The nomination that takes the slot: the first that counts and is not left out; None where that is unknown."""


Sorted = tuple[tuple[Nominee, str], ...]
"""Each nominee with the place: admitted, excess, undetermined, or vacated (left out, and the slot stays empty)."""


def nominee(name: str, nominations: Sequence[Nomination], by_place: bool) -> Nominee:
    """Who has these nominations; with ``by_place`` those of one score are told apart by the first place."""
    low, high = min(each.score[0] for each in nominations), max(each.score[1] for each in nominations)
    place = nominations[0].place
    return Nominee(
        tuple(each.row for each in nominations),
        name,
        ((low, -place), (high, -place)) if by_place else (low, high),
        disjunction(tuple(each.counts for each in nominations)),
        conjunction(tuple(disjunction((each.left_out, negation(each.counts))) for each in nominations)),
        sum(each.counts is True for each in nominations),
        _slot(nominations),
    )


def _slot(nominations: Sequence[Nomination]) -> Row | None:
    for each in nominations:
        stands = conjunction((each.counts, negation(each.left_out)))
        if stands is not False:
            return each.row if stands else None
    return None


def names(places: Sorted, wanted: str) -> tuple[str, ...]:
    """Who has this place, as the findings name them."""
    return tuple(member.name for member, place in places if place == wanted)


def placed(places: Sorted) -> tuple[tuple[str, str], ...]:
    """Each nomination, by its id, with its place: of several of one who is admitted only one takes the slot.

    Who is left out does not go in, though it may not be known whether the slot is one of those that there are.
    """
    return tuple((record.id, _place(member, record, place)) for member, place in places for record in member.rows)


def _place(member: Nominee, record: Row, place: str) -> str:
    if place == "undetermined" and member.left_out is True:
        return "vacated"
    if place != "admitted" or record is member.slot:
        return place
    return "undetermined" if member.slot is None else REPEATED
