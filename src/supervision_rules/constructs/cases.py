"""Cases of which the first that holds applies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

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
