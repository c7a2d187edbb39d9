"""A pack ready to judge records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import Bound
from supervision_rules.language.binding import Declarations
from supervision_rules.language.readings import Choice
from supervision_rules.pack import Pack, PackText
from supervision_rules.records import Vocabulary
from supervision_rules.world import Schema


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """A pack under one choice of readings, ready to judge records. Immutable and safe to share between threads."""

    pack: Pack
    text: PackText
    choice: Choice
    vocabulary: Vocabulary
    declarations: Declarations
    schema: Schema
    rules: tuple[Bound, ...]
    """In the order in which they must run."""
    infos: tuple[RuleInfo, ...]
    """In the pack's own order."""
    read: frozenset[str]
    """The ids of the rules whose results others read."""
    reading: frozenset[str]
    """The ids of the rules that read the results of others."""
    counting: frozenset[str]
    """The ids of the rules that ask for working days in an expression, or read a rule that may."""

    @property
    def in_force(self) -> tuple[date | None, date | None]:
        """The first and the last day on which the document is in force, None where it is open."""
        period = self.pack.document.in_force
        return (period.since, period.until) if period else (None, None)

    def governs(self, day: date) -> bool:
        """Whether the document was in force on ``day``."""
        since, until = self.in_force
        return (since is None or day >= since) and (until is None or day <= until)
