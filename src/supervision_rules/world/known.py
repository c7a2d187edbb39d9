"""The rows of records as they come into a world: those known by its day, with what had not happened by then hidden."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from supervision_rules.world.rows import Home, Row, hidden


def rows_known(home: Home, sources: Iterable[dict[str, Any]], by_kind: Mapping[Any, list[Row]] | None) -> list[Row]:
    """The rows of what was known by the day asked: recorded by then, or not dated later if no day is recorded.

    Each goes into the list of its kind in ``by_kind`` as well; None: the type has no kinds.
    """
    as_of, events, telling, rows = home.world.as_of, home.events, home.telling, []
    for source in sources:
        known = source["recorded"] or source["date"]
        if known is None or known <= as_of:
            # Written out, and all in one turn while the record is at hand: every record passes here, and few have
            # anything to hide.
            row = Row()
            row.home = home
            row.source = source
            rows.append(row)
            if by_kind is not None:
                by_kind[source["kind"]].append(row)
            for told in telling:
                day = source[told]
                if day is not None and day > as_of:
                    row.source = hidden(source, events, as_of)
    return rows


def rows_happened(home: Home, rows: Iterable[Row]) -> Iterator[Row]:
    """Those of ``rows``, which are of a later day, that had happened by the day asked, whenever known."""
    as_of = home.world.as_of
    for later in rows:
        happened: Any = later.source["date"]
        if happened is None or happened <= as_of:
            row = Row()
            row.home, row.source = home, hidden(later.source, home.events, as_of)
            yield row
