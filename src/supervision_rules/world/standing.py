"""Where rows stand: by whom they name, by date, in a stretch of days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from supervision_rules.calendar import Period
from supervision_rules.world.rows import Row


def by_parent(rows: list[Row], via: str) -> dict[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        parents: Any = row.source[via]
        if parents.__class__ is str:
            index[parents].append(row)
        elif parents is not None:
            for parent in parents:
                index[parent].append(row)
    return dict(index)


def in_order(rows: list[Row]) -> list[Row]:
    """The order of records: by date, on one day by id; those without a date come first."""
    sources: list[Any] = [row.source for row in rows]
    # The keys beside the rows: a function called for each of them would cost as much as the sorting.
    keys = [(source["date"] or date.min, source["id"]) for source in sources]
    return [rows[place] for place in sorted(range(len(rows)), key=keys.__getitem__)]


def there(rows: Iterable[Row], first: date, last: date) -> Iterator[Row]:
    """Those of ``rows`` that hold on any day from ``first`` to ``last``."""
    return (row for row in rows if is_there(row.source, first, last))


def is_there(source: Mapping[str, Any], first: date, last: date) -> bool:
    since, until = source.get("since"), source.get("until")
    return (since is None or since <= last) and (until is None or until >= first)


def has_begun(row: Row, period: Period) -> bool:
    day: Any = row.source["date"]
    return day is None or day <= period.last


def lies_in(inner: Period | None, outer: Period) -> bool:
    """Whether a finding of the period ``inner`` is one of ``outer``: it ends there, or it is of all the time around."""
    if inner is None or outer.first <= inner.last <= outer.last:
        return True
    return inner.first <= outer.first and outer.last <= inner.last
