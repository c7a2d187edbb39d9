"""Cases by one number or day whose stated ends overlap: what lies there fits both, and the first is taken."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Answer, Cells, keys_of
from supervision_rules.language.binding import TextBinder


def tell_shared(
    binder: TextBinder,
    cells: Cells,
    applies: int,
    cases: Sequence[Checked],
    answers: Sequence[Answer],
    results: Sequence[str],
) -> bool:
    """Tell those that follow each other and come to different things, neither within the other; whether there are any.

    One within another is written on purpose: the narrower comes first. So is a number at which one ends and the next
    begins: 60以上, 60以下.
    """
    asked, told = [keys_of(case) for case in cases], False
    for one, other in pairwise(range(len(cases))):
        if len(asked[one]) != 1 or asked[one] != asked[other] or results[one] == results[other]:
            continue
        (key,) = asked[one]
        mine, its = (applies & answers[index][0] for index in (one, other))
        both = mine & its
        if cells.axes[key].ordered and mine & ~its and its & ~mine and _goes_on(cells, key, both):
            example = cells.example(both, both & -both)
            binder.report("SR384", "cases", other, one=one + 1, other=other + 1, example=example)
            told = True
    return told


def _goes_on(cells: Cells, key: object, among: int) -> bool:
    """Whether there is more than one value of an axis among some cells."""
    places = range(len(cells.axes[key].values))
    return sum(1 for place in places if cells.column(key, place) & among) > 1
