"""Nominees: who is put forward, by one nomination or by several, which together take one slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from supervision_rules.constructs.ranks import Amount
from supervision_rules.expressions.values import conjunction, disjunction
from supervision_rules.world import Row


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
    """Whether all of them are left out."""


def nominee(name: str, nominations: Sequence[Nomination], by_place: bool) -> Nominee:
    """Who has these nominations; with ``by_place`` those of one score are told apart by the first place."""
    low, high = min(each.score[0] for each in nominations), max(each.score[1] for each in nominations)
    place = nominations[0].place
    return Nominee(
        tuple(each.row for each in nominations),
        name,
        ((low, -place), (high, -place)) if by_place else (low, high),
        disjunction(tuple(each.counts for each in nominations)),
        conjunction(tuple(each.left_out for each in nominations)),
    )
