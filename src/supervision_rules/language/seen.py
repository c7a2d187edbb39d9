"""A fact of a subject as a record sees it that names the subject: through the window that the record lies in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, get_args

from supervision_rules.calendar import PeriodKind
from supervision_rules.world import Row, Seeing

_SHORTEST_FIRST: Final[tuple[PeriodKind, ...]] = get_args(PeriodKind)
_SEEN: Final = "a record as of a day"


@dataclass(frozen=True, slots=True)
class Sight:
    """What a record sees that names the subject of a fact."""

    period: PeriodKind | None = None
    """The fact as it is in the period of this kind in which the record happened."""
    rolling: bool = False
    """The fact as it was on the day on which the record happened, whatever came later."""

    @property
    def windowed(self) -> bool:
        """Whether it matters when the record happened."""
        return self.rolling or self.period is not None

    def of(self, row: Row, reference: str, target: str) -> Row | None:
        """The record of type ``target`` that ``row`` names in the field ``reference``, as ``row`` sees it.

        None too where the day of the row is wanting, and with it what it sees.
        """
        other = row.world.find(target, row[reference])
        if other is None or (self.windowed and row.undated):
            return None
        if row.type in row.world.schema.registers:
            return beside(row, other)
        happened: Any = row["date"]
        if self.rolling and happened is not None:
            return _as_of(other, happened if row.stands is None else min(happened, row.stands))
        if self.period is not None and happened is not None:
            other = row.world.through(other, row.world.schema.years.period_of(happened, self.period))
        return other if row.stands is None else _then(other, row, row.stands)


PLAIN: Final = Sight()
"""A fact that looks through no window."""


def together(sights: Iterable[Sight]) -> Sight:
    """How a value is seen that is computed from facts that are seen so."""
    known = list(sights)
    if any(sight.rolling for sight in known):
        return Sight(rolling=True)
    periods = {sight.period for sight in known}
    return Sight(next((kind for kind in _SHORTEST_FIRST if kind in periods), None))


def beside(row: Row, other: Row) -> Row:
    """What an entry of a register names, as a person its unit, seen as the entry itself is: through its window, as of
    its day. It did not happen on the day of entry."""
    other = through_own_window(row, other)
    return other if row.day is None else _then(other, row, row.day)


def through_own_window(row: Row, other: Row) -> Row:
    """What ``row`` names, through the window that ``row`` is looked at through, where both are of registers."""
    registers = row.world.schema.registers
    if row.period is None or row.type not in registers or other.type not in registers:
        return other
    return row.world.through(other, row.period)


def _then(other: Row, row: Row, day: date) -> Row:
    """``other`` on the day on which ``row`` is looked at; at the end of a window, if that is."""
    view = other.at(day)
    view.closed, view.stepwise = row.closed, row.stepwise
    return view


def _as_of(row: Row, day: date) -> Row:
    """``row`` as of a day: one and the same for all that happened on it."""
    key, memo = (_SEEN, row.type, row.id, day), row.world.memo
    if key not in memo:
        memo[key] = row.at(day)
    found: Row = memo[key]
    return found


def elsewhere(name: str, row: Row) -> tuple[Row, str] | None:
    """The record that ``row`` names and of which ``name`` is a fact, as ``row`` sees it, and what it is called there;
    None if it is a fact of ``row`` itself, or there is no such record."""
    named = named_through(name, row)
    other = None if named is None else named[3].of(row, *named[:2])
    return None if named is None or other is None else (other, named[2])


def named_through(name: str, row: Row) -> tuple[str, str, str, Seeing] | None:
    """The field of ``row`` that leads to the record of which ``name`` is a fact, its type, what it is called there, and
    how ``row`` sees it."""
    schema = row.world.schema
    if name in schema.fields[row.type] or name in schema.derived[row.type]:
        return None
    for reference, target in schema.references[row.type].items():
        inner = name.removeprefix(f"{reference}_")
        derived = schema.derived[target].get(inner)
        if inner != name and (derived is not None or inner in schema.fields[target]):
            return reference, target, inner, PLAIN if derived is None else derived.sight
    return None
