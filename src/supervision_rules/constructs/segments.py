"""The stretches of days in which a record stays as it is, in all that is read of it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Any, Final

from supervision_rules.constructs.events import BEFORE, stay, turning_days
from supervision_rules.constructs.gathering import reads_of_rule
from supervision_rules.constructs.reads import Reads
from supervision_rules.world import Row

_READS: Final = "what a rule reads"
_TURNS: Final = "the days on which a record turns, in order"


def turned(row: Row, reads: Reads, day: date) -> date:
    """The last day by ``day`` on which anything turned that is read of ``row``; before all others if none did."""
    if reads.lasts and not reads.registered:
        return BEFORE
    memo, key = row.world.memo, (_TURNS, reads, row.id)
    if key not in memo:
        memo[key] = sorted({*turning_days(row.plain, reads, row.world.as_of), *stay(row)})
    days: list[date] = memo[key]
    place = bisect_right(days, day)
    return days[place - 1] if place else BEFORE


def reads_by_rule(row: Row, rule: str) -> Reads:
    """What ``rule``, one that judges each subject by itself, reads: worked out once."""
    memo: dict[Any, Any] = row.world.memo
    if (_READS, rule) not in memo:
        memo[_READS, rule] = reads_of_rule(row.world.schema, rule)
    found: Reads = memo[_READS, rule]
    return found
