"""Cases of which the first that holds applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from supervision_rules.language.binding import Binder, Expression
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
