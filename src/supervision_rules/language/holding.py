"""From which day on holds what was found: a lateness from the day after the due day, a step from its own."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from supervision_rules.calendar import DAY_SECONDS
from supervision_rules.findings import PERHAPS, Finding, State

_DAY: Final = timedelta(days=1)
DATED: Final = frozenset({"late", "step", "breached"})
"""The results that hold from a day on which the findings tell."""
_OWED: Final = "at_least"
"""What a finding tells of a duty: how many were owed."""


def may_hold_from(function: str, finding: Finding) -> date | None:
    """The day, earlier than the one told, from which a step may have been reached; None where there is no such day."""
    day = dict(finding.detail).get(PERHAPS) if function == "step" else None
    return day if isinstance(day, date) else None


def holds_from(function: str, finding: Finding) -> date | None:
    """The first day of what a finding gives to ``function``; None where it is not told."""
    if finding.day is None or function not in DATED:
        return None
    if function == "step":
        return finding.day
    owed = function == "late" or finding.state in (State.LATE, State.OVERDUE)
    if owed or (finding.state is State.BREACHED and _OWED in dict(finding.detail)):
        return finding.day if _ends_within(finding) else finding.day + _DAY
    return finding.day if finding.period is None else None


def _ends_within(finding: Finding) -> bool:
    """Whether a limit ends at a moment within its due day, so that it is missed by the close of that day."""
    due: Any = dict(finding.detail).get("due_at")
    return due is not None and (due.second is None or due.second < DAY_SECONDS)
