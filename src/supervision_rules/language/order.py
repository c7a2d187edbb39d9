"""The order in which records stand: by the day that counts, on one day by their own date and their ids."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, Final, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row

_UNDATED: Final = date.min
"""Where a record stands of which the day is not known: before all the others."""
Place = tuple[date, date, str]
Span = tuple[date, date]


class Order(NamedTuple):
    """Records in their order, and the place of each there."""

    places: Sequence[Place]
    records: Sequence[Row]

    @classmethod
    def of(cls, records: Iterable[Row], by: Expression | None) -> Order:
        """In the order of the day ``by``; of their own, in which they come already, without."""
        kept = list(records)
        places = [_place(record, day_of(record, by)) for record in kept]
        if by is not None:
            pairs = sorted(zip(places, kept, strict=True), key=itemgetter(0))
            return cls([place for place, _ in pairs], [record for _, record in pairs])
        return cls(places, kept)

    def before(self, row: Row, day: date, span: Span | None) -> tuple[int, int, int]:
        """How many there are without a day, and where those begin and end that come before ``row`` and in ``span``."""
        undated = bisect_right(self.places, _UNDATED, key=itemgetter(0))
        end = bisect_left(self.places, _place(row, day))
        if span is None:
            return undated, undated, max(undated, end)
        first = max(undated, bisect_left(self.places, span[0], key=itemgetter(0)))
        return undated, first, max(first, min(end, bisect_right(self.places, span[1], key=itemgetter(0))))


def day_of(row: Row, by: Expression | None) -> Any:
    """The day by which a record counts: its own, or another."""
    return row.source["date"] if by is None else by.fast(row)


def time_of(day: date) -> tuple[int, int]:
    """What orders days, and on one day the moments that are known."""
    second = day.second if isinstance(day, Moment) else None
    return day.toordinal(), -1 if second is None else second


def _place(row: Row, day: date | None) -> Place:
    own: Any = row.source["date"]
    return day or _UNDATED, own or _UNDATED, row.id
