"""Where rows stand: by whom they name, by date, in a stretch of days."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Any

from supervision_rules.calendar import Period
from supervision_rules.findings import Finding
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


def looked_up(
    findings: list[Finding], period: Period, known: dict[tuple[str, str], list[date]], key: tuple[str, str]
) -> list[Finding]:
    """Those of many findings that lie in a period, found by the last days of their own, which are ``known`` by a key.

    Where they do not come in the order of their periods, each of them is looked at.
    """
    ends = known.get(key)
    if ends is None or (ends and len(ends) != len(findings)):
        ends = known[key] = _ends_in_order(findings)
    if not ends:
        return [finding for finding in findings if lies_in(finding.period, period)]
    place = bisect_left(ends, period.first)
    stop = bisect_right(ends, period.last, place)
    while stop < len(findings) and lies_in(findings[stop].period, period):
        stop += 1
    return findings[place:stop]


def _ends_in_order(findings: list[Finding]) -> list[date]:
    """The last days of the periods of findings that come in the order of these; none where some do not."""
    ends = [finding.period.last for finding in findings if finding.period is not None]
    return ends if len(ends) == len(findings) and all(one <= other for one, other in pairwise(ends)) else []
