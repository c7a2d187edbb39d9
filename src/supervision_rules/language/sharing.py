"""Which records count for a fact in one version of a document and which in the next, so that each counts once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from supervision_rules.language.aggregates import ORDERED
from supervision_rules.language.day_by import DayBy
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, OF_ITS_OWN, PERIODS, FactSpec
from supervision_rules.language.levels import is_recurring, turns_of
from supervision_rules.world import (
    NO_CHANGE,
    Matter,
    Row,
    World,
    divided,
    has,
    has_by,
    may_count,
    moves,
    passed_later,
    passing,
)

_LEVEL: Final = "whether a fact tells how many there are on a day"
_RECURS: Final = "whether what a fact takes, or counts by, comes of what recurs alone"


@dataclass(frozen=True, slots=True, eq=False)
class Sharing:
    """What of the records of a fact's subject counts in the version at hand."""

    spec: FactSpec
    counted: str
    via: str
    by: DayBy | None
    where: Expression | None
    """The condition of the fact, also where the records are told on which it is tried."""
    taken: Expression | None = None
    """What is taken of each record."""

    def divided(self, row: Row) -> bool:
        """Whether of the records of one version of the document and of the next only some count in this."""
        of_records = self.counted not in ALL_PEERS and self.counted not in PERIODS
        moving = moves_by(self.by, row.world)
        return (moving or divided(row, self.via)) and of_records and not self.spec.ungoverned

    def counts(self, row: Row, record: Row, whole: Matter | None) -> bool | None:
        """Whether this version had the record on the day by which it counts, None where that day is in doubt; what is
        of the matter ``whole`` it has."""
        if whole is not None and passing(record) == whole:
            return True
        if self.by is not None:
            return counts_by(record, self.by, row.day)
        level, recurs = self.is_level(row.world), self._recurs(row.world)
        if (recurs or not level) and has(record, record.source["date"], row.day):
            return True
        # Of what recurs each period tells in one version alone: both look at the record.
        return (recurs or level) and has(record, _seen_from(row), row.day)

    def whole(self, row: Row) -> Matter | None:
        """The matter, one that passes, of which all counts for a record of it: where it is counted by the matter, not
        for a unit or a person, or the record lies before this version had the matter."""
        if not row.world.tenures or not self.divided(row):
            return None
        by_matter = any(name in self.spec.among for name in row.world.schema.belongs[row.type])
        return passing(row) if by_matter else passed_later(row)

    def is_level(self, world: World) -> bool:
        """Whether the fact tells what there is on a day, how many are open then, and not what has come to pass by then:
        what it takes of a record may be another on another day, or it has no window, and what counts may count no more
        some day."""
        memo, key = world.memo, (self, _LEVEL)
        if key not in memo:
            memo[key] = self._may_go(world)
        return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in

    def _recurs(self, world: World) -> bool:
        memo, key = world.memo, (self, _RECURS)
        if key not in memo:
            base, asked = world.schema.base(self.counted), self.taken or self.where
            of_records = self.counted not in OF_ITS_OWN
            memo[key] = asked is not None and of_records and is_recurring(asked, base, world.schema)
        return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in

    def _may_go(self, world: World) -> bool:
        spec, base = self.spec, world.schema.base(self.counted)
        bounded = (spec.by, spec.since, spec.until) != (None, None, None)
        if bounded or self.counted in OF_ITS_OWN or spec.way in ORDERED:
            return False
        if self.taken is not None and turns_of(self.taken, base, world.schema).goes:
            return True
        if spec.window is not None or self.where is None:
            return False
        turns = turns_of(self.where, base, world.schema)
        # Of all of them it is those that are not so that tell.
        return turns.comes if spec.way == "every" else turns.goes


def _seen_from(row: Row) -> date:
    """The day on which it is looked how many there are."""
    day = row.day or row.world.as_of
    return day if row.period is None else min(day, row.period.last)


def ever(spec: FactSpec, by: DayBy | None, world: World) -> bool:
    """Whether a fact looks at records, too, that this version of the document does not judge."""
    return bool(spec.ungoverned) or moves_by(by, world)


def counts_by(record: Row, by: DayBy, today: date | None = None) -> bool | None:
    """Whether the version at hand has a record by the day ``by``, where that decides; None where it may have it.

    ``today`` is the day on which it is looked at, where that is not the day asked.
    """
    world, moving = record.world, moves_by(by, record.world)
    may_be_either = passing(record) is not None or (moving and moves(record) and may_count(record))
    if may_be_either and world.change.has_come(today or world.as_of) and by.is_in_doubt(record):
        return None
    here = has_by if moving else has
    return here(record, by.deciding(record), today)


def moves_by(by: DayBy | None, world: World) -> bool:
    """Whether records may count in another version than the one of their own day: they do by the day ``by``,
    if that is no result of a rule: of what a version does not judge it finds none."""
    return by is not None and not by.asks and world.change != NO_CHANGE
