"""The order in which records stand, and those that come before one of them: by their own day, or by another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, Final

from supervision_rules.language.expression import Expression
from supervision_rules.world import Row

_DATED: Final = date.min + timedelta(days=1)
"""Where the records with a day begin, in the order of records."""
Placed = tuple[list[tuple[date, date, str]], list[Row]]
"""Records in the order of a day, of their own and of their ids, and the place of each there."""


def before(row: Row, records: Sequence[Row], since: date | None) -> Iterable[Row]:
    """Those of ``records``, by date and id, that come before ``row`` and not before ``since``; those without a date."""
    if row.source["date"] is None:
        return [record for record in records if record.id != row.id]
    undated = bisect_left(records, (_DATED, ""), key=_place)
    first = undated if since is None else max(undated, bisect_left(records, (since, ""), key=_place))
    return (*records[:undated], *records[first : bisect_left(records, _place(row), key=_place)])


def placed(by: Expression, records: Iterable[Row]) -> Placed:
    """The records in the order of the day ``by``."""
    pairs: list[Any] = [((by.fast(record) or date.min, *_place(record)), record) for record in records]
    pairs.sort(key=itemgetter(0))
    return [place for place, _ in pairs], [record for _, record in pairs]


def before_by(row: Row, own: date | None, others: Placed, since: date | None) -> Iterable[Row]:
    """The same in the order of another day, which is ``own`` for ``row``."""
    places, records = others
    if own is None:
        return [record for record in records if record.id != row.id]
    undated = bisect_left(places, (_DATED, date.min, ""))
    first = undated if since is None else max(undated, bisect_left(places, (since, date.min, "")))
    return (*records[:undated], *records[first : bisect_left(places, (own, *_place(row)))])


def _place(row: Row) -> tuple[date, str]:
    """Where a record stands in the order of records."""
    day: Any = row.source["date"]
    return (day or date.min, row.id)
