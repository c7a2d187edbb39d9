"""What was examined, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked into without records: a table, a condition, an amount, a ladder, a quota."""

    sort: str
    """``table``, ``condition``, ``amount``, ``ladder`` or ``quota``."""
    span: Span
    about: str
    """The id of the rule or fact that it belongs to."""
    found: Bilingual | None = None
    """What was proved, where that is more than that nothing is wrong."""
    reason: Bilingual | None = None
    """Why nothing, or not all, could be proved; None where it was examined in full."""
    under: tuple[tuple[str, str], ...] = ()
    """Of what was proved the readings that it hangs on, each with the option under which it was."""
