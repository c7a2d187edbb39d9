"""The values of a fact through the history of a record: gone through once, then looked up for any day."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Final

from supervision_rules.constructs.gathering import reads_of
from supervision_rules.constructs.history import moments
from supervision_rules.constructs.reads import Reads
from supervision_rules.expressions import Value
from supervision_rules.language.facts import Fact
from supervision_rules.language.spec import ALL
from supervision_rules.world import Derived, Row

_READS: Final = "what a fact reads"
_LINE: Final = "the values of a fact by day"
_Line = tuple[list[date], list[Value]]


def value_on(row: Row, name: str) -> Value:
    """The fact ``name`` of ``row`` on the day of its history on which ``row`` is looked at."""
    if row.day is None or name in row:
        return row[name]
    whose = None if _is_common(row.world.schema.derived[row.type][name]) else row.id
    key, memo = (_LINE, row.type, whose, name), row.world.memo
    if key not in memo:
        memo[key] = _line(row, name)
    days, values = memo[key]
    place = bisect_right(days, row.day)
    return values[place - 1] if place else row[name]


def _is_common(fact: Derived) -> bool:
    """Whether the fact is the same of every row: all records count for each."""
    return isinstance(fact, Fact) and fact.spec.via == ALL and not fact.alike and not (fact.since or fact.until)


def _line(row: Row, name: str) -> _Line:
    """The days from which on the fact has another value, and these values."""
    days: list[date] = []
    values: list[Value] = []
    for day, then, _ in moments(row.plain, _reads(row, name)):
        value = then[name]
        if not values or value != values[-1]:
            days.append(day)
            values.append(value)
    return days, values


def _reads(row: Row, name: str) -> Reads:
    key, memo = (_READS, row.type, name), row.world.memo
    if key not in memo:
        memo[key] = reads_of(row.world.schema, row.type, (), (name,))
    reads: Reads = memo[key]
    return reads
