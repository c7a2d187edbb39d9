"""What was done and is open again: a matter that was returned after it had been closed, until it is done anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from supervision_rules.world.rows import Row


def reopened(begun: Row, done: date) -> Iterator[tuple[date, date | None]]:
    """The days from which, and up to which, what was ``done`` on a day is open again, as far as that has come."""
    world = begun.world
    for name, until in world.schema.reopens.items():
        for field in world.schema.belongs[name]:
            named = world.schema.references[name][field] == begun.type
            for record in world.children(name, field, begun.id, ever=True) if named else ():
                first, last = record.source["date"], record.source.get(until)
                if isinstance(first, date) and first >= done:
                    yield first, last if isinstance(last, date) else None
