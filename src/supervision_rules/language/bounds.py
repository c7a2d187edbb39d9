"""The days in which a record must lie that counts for a fact, and from which day these are looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from supervision_rules.calendar import months_before
from supervision_rules.expressions.functions import is_doubted
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, EARLIER, FactSpec
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.order import Span, day_of
from supervision_rules.world import Row

_DAY: Final = timedelta(days=1)
Limits = tuple[tuple[Expression, bool], ...]
"""Days of the subject, after which (True) or up to which (False) a record counts."""


@dataclass(frozen=True, slots=True, eq=False)
class Bounds:
    """The window of a fact and its limits, as they lie for a row."""

    spec: FactSpec
    counted: str
    by: Expression | None
    limits: Limits

    def __call__(self, row: Row) -> tuple[Span | None, bool | None]:
        """The days in which a record lies that counts, None where it may lie anywhere; and whether they are known."""
        span, at_its_own = self.window(row), self.at_its_own_day(row)
        own_day = self.day_of(row) if at_its_own else None
        if at_its_own and (span is None or own_day is None):
            span = (date.min, date.max)
        known = not at_its_own or own_day is not None or None
        for limit, begins in self.limits:
            day: Any = limit.fast(row)
            if day is None:
                known = None if _in_doubt(limit, row) else known
                continue
            first, last = span or (date.min, date.max)
            span = (max(first, day + _DAY), last) if begins else (first, min(last, day))
        return span, known

    def stay(self, row: Row) -> Span | None:
        """The days on any of which an entry of a register must be there to count, as of peers; None for records.

        These are those of the fact's own window, else of the one looked at; without any it is the day in the history,
        or the day asked. Where another day places it, as that since which it is there, that decides.
        """
        schema, as_of, period = row.world.schema, row.world.as_of, row.period
        if self.by is not None or schema.base(self.counted) not in schema.registers:
            return None
        own = self.window(row)
        if own is not None:
            return own[0], min(own[1], as_of)
        if row.day is not None or period is None:
            return (row.day or as_of,) * 2
        return period.first, min(period.last, as_of)

    def at_its_own_day(self, row: Row) -> bool:
        """Whether the row looks from the day on which it happened: at what came earlier, and through a window of the
        fact's own at records that are not its own, as a record does that sees a fact of its unit."""
        if self.counted == EARLIER:
            return True
        return self.spec.of_anyone and row.period is None and row.day is None and not is_registered(row)

    def day_of(self, row: Row) -> Any:
        """The day of a row from which it looks: its own, or the one by which what came earlier is told."""
        return day_of(row, self.by if self.counted == EARLIER else None)

    def window(self, row: Row) -> Span | None:
        """The first and the last day of the window; None where there is none.

        It is the one in which the row stands: at the day of its history, or at the end of the window that it is
        looked at through, and what happened after that is not seen; for what came earlier, on the row's own day. Peers
        are met through that window; they are not in it by a date of theirs.
        """
        if self.spec.window is None or self.counted in ALL_PEERS:
            return None
        seen, as_of = row.period, row.world.as_of
        end: Any = row.day or as_of
        end = end if seen is None else min(seen.last, end)
        if self.at_its_own_day(row):
            end = self.day_of(row) or end
        if self.spec.period is None:
            return months_before(end, int(self.spec.window.split()[0])), end
        own = self.counted != EARLIER and seen is not None and seen.kind == self.spec.period
        years = row.world.schema.years
        period = seen if own and seen is not None else years.period_of(end, self.spec.period)
        if self.spec.previous:
            period = years.period_of(period.first - _DAY, period.kind)
        last = period.last
        if seen is not None and seen.last < last and self.counted != EARLIER and self._goes_by_events(row):
            last = max(seen.last, period.first)
        return period.first, last

    def _goes_by_events(self, row: Row) -> bool:
        """Whether a record is placed by the day on which something happened: not by one that is planned, or due."""
        counted = row.world.schema.base(self.counted)
        return self.by is None or self.by.names_only(("date", *row.world.schema.dates.get(counted, ())))


def is_registered(row: Row) -> bool:
    """Whether a row is of a register, as a unit is: not a record of something that happened."""
    return row.type in row.world.schema.registers


def _in_doubt(limit: Expression, row: Row) -> bool:
    """Whether a day that is not there may yet be."""
    doubtable = limit.checked.names & row.world.schema.doubted[row.type].keys()
    return is_doubted(row, tuple(doubtable)) or open_to_doubt(limit, row)
