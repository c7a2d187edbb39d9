"""Cases of which the first that holds applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from supervision_rules.expressions import Number
from supervision_rules.expressions.conditions import stretches
from supervision_rules.expressions.fast import compile_node
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row


class Case(Protocol):
    """One of several cases."""

    @property
    def when(self) -> Expression: ...


C = TypeVar("C", bound=Case)


def undecided(cases: Iterable[C], row: Row) -> Iterator[C]:
    """The cases of which one applies or may: those that do not surely fail, up to the first that surely holds."""
    for case in cases:
        holds = case.when.fast(row)
        if holds is not False:
            yield case
        if holds is True:
            return


def tell_unreachable(binder: Binder, count: int) -> None:
    """Tell the first of the ``count`` cases of a rule that has no condition although others follow it."""
    always = [index for index in range(count - 1) if binder.at("cases", index, "when") is None]
    for index in always[:1]:
        binder.report("SR322", "cases", index, number=index + 1)


def tell_holes(binder: Binder, when: Expression, conditions: Sequence[Expression], inner: bool = False) -> None:
    """Warn of a value for which the rule holds and no case does, where all cases ask about one fact alone.

    With ``inner`` only of a number or day between others for which some case does: what lies below or above all, and
    a level that is left out, may be meant so.
    """
    read = frozenset[str]().union(*(each.checked.names for each in conditions))
    asked = [when] if when.checked.names & read else []  # what it asks of other facts may hold at any value of this one
    found = stretches([each.checked.root for each in (*asked, *conditions)])
    if found is None:
        return
    name, values = found
    if inner and not all(isinstance(value, Number | date) for value in values):
        return
    holds, asks = ([compile_node(each.checked.root) for each in some] for some in (conditions, asked))
    rows: list[Any] = [{name: value} for value in values]
    covered = [any(each(row) for each in holds) for row in rows]
    first, last = (covered.index(True), len(covered) - covered[::-1].index(True)) if True in covered else (0, 0)
    for place, row in enumerate(rows):
        if not covered[place] and all(each(row) for each in asks) and (not inner or first < place < last):
            binder.report("SR327", "cases", name=name, value=row[name])
            return
