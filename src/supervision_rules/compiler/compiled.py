"""A pack ready to judge records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from supervision_rules.calendar import PeriodKind
from supervision_rules.compiler.reach import Reach, Uses
from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import Bound
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.readings import Choice
from supervision_rules.pack import Pack, PackText
from supervision_rules.records import Vocabulary
from supervision_rules.world import CLOSED, NO_CHANGE, Change, Schema


@dataclass(frozen=True, slots=True)
class Succession:
    """That a document replaces another: what the other one is called, from when, and what becomes of open matters."""

    pack: str
    since: date
    takes_open: bool
    """Whether matters still open on that day pass to the new document; else they stay under the old."""
    done: str
    """The date of a matter on which it is done."""


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
    uses: Mapping[str, Uses]
    """What each rule uses."""
    reach: Reach
    """What its facts and rules read, directly and through each other."""
    lasting: Mapping[str, PeriodKind | None] = field(default_factory=dict)
    """The ids of the rules whose results may be asked for as they were when a window ended, with their own windows,
    which are no shorter than that; None where they have none."""
    looked_back: frozenset[str] = frozenset()
    """These and all that they read."""
    later: tuple[Succession, ...] = ()
    """Which of the packs judged beside it replaces it, which replaces that one, and so on."""
    beside: frozenset[str] = frozenset()
    """The packs judged beside it that it replaces or is replaced by, one after the other."""

    earliest: date | None = None
    """The first day of the earliest of them and itself; None where it is judged alone, or that day is open."""

    @property
    def takes_over(self) -> Succession | None:
        """Which pack it replaces."""
        replaced, since = self.pack.document.replaces, force_of(self.pack)[0]
        if replaced is None or since is None:
            return None
        return Succession(replaced.pack, since, replaced.open_matters == "new", replaced.done or CLOSED)

    @property
    def in_force(self) -> tuple[date | None, date | None]:
        """The first and the last day on which the document is in force, None where it is open."""
        since, until = force_of(self.pack)
        if not self.later:
            return since, until
        last = self.later[0].since - timedelta(days=1)
        return since, last if until is None else min(last, until)

    def change(self, as_of: date) -> Change:
        """When it replaces another, and when it was replaced itself, if that was by ``as_of``."""
        before, after = self.takes_over, self.later[0] if self.later and self.later[0].since <= as_of else None
        told = sorted((each for each in (after, before) if each), key=lambda each: not each.takes_open)
        if not told:
            return NO_CHANGE
        done = tuple(dict.fromkeys(each.done for each in told))
        return Change(before.since if before else None, after.since if after else None, done, self.earliest)

    def governs(self, day: date) -> bool:
        """Whether the document was in force on ``day``."""
        since, until = self.in_force
        return (since is None or day >= since) and (until is None or day <= until)


def force_of(pack: Pack) -> tuple[date | None, date | None]:
    """The first and the last day that a document states to be in force, None where it is open."""
    period = pack.document.in_force
    return (period.since, period.until) if period else (None, None)
