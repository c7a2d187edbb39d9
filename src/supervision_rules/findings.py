"""What the rules conclude: findings, where they come from, and explanations as trees of data.

A finding is about a matter, a record or a unit; a problem of a text is a diagnostic (see ``diagnostics``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules.calendar import Period
from supervision_rules.expressions import Numeric

Amount = Numeric
Detail = tuple[tuple[str, object], ...]
GOVERNANCE: Final = "in-force"
"""Stands in the place of a rule's id in the findings that say that a record does not fall under the document."""
PLACEMENT: Final = "placement"
"""The same in the findings that say that a record counts for nobody, as it names nobody that it could count for."""
NO_VALUE: Final = "no_value_before"
"""What the detail calls the day from which on a rule has values that change over time, where it has none yet."""
SIZE: Final = "size"
"""What the detail of a rank calls the number of those that are ranked in the class."""
FROM_END: Final = "from_end"
"""What it calls the place from the end; None where the rank is not known to be one."""
PERHAPS: Final = "perhaps_from"
"""What the detail calls the day, earlier than the one told, from which on it may have held."""
PERHAPS_FIRST: Final = "perhaps_first"
"""What the detail calls the records, earlier than the one told, that may have been the first."""
UNSURE: Final = "unsure"
"""Stands in the detail where it is in doubt whether the rule judges the subject at all."""
NOMINATIONS: Final = "nominations"
"""What the detail of a quota calls the nominations, each by its id with its place."""
COUNTED_IN: Final = "counted_in"
"""What the detail calls the unit of its amounts, in Chinese and English; where there is none, they are points."""
NO_WORDS: Mapping[str, object] = MappingProxyType({})


class State(StrEnum):
    """What a finding says of its subject."""

    ON_COURSE = "on_course"
    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    ON_TIME = "on_time"
    LATE = "late"
    MET = "met"
    BREACHED = "breached"
    REACHED = "reached"
    DUE_FOR = "due_for"
    SCORED = "scored"
    RANKED = "ranked"
    WITHIN = "within"
    OVER = "over"
    CONCLUDED = "concluded"
    UNDETERMINED = "undetermined"
    NOT_GOVERNED = "not_governed"

    @property
    def adverse(self) -> bool:
        """Whether the state is a fault: something late, missing, wrong or over."""
        return self in _ADVERSE


_ADVERSE = frozenset({State.OVERDUE, State.LATE, State.BREACHED, State.OVER})


@dataclass(frozen=True, slots=True)
class Citation:
    """The place of the document that a rule stands on: its clause and the words that carry the number or condition."""

    clause: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What every finding of a rule shares."""

    pack: str
    version: str
    id: str
    kind: str
    label: str
    cite: Citation
    severity: str
    subject_type: str
    readings: tuple[tuple[str, str], ...]
    """The readings that the rule leans on, each with the option taken."""
    since: date | None = None
    """The day from which the values of the rule hold, where they change over time."""


class Finding(NamedTuple):
    """One conclusion of one rule about one subject.

    ``day`` is the due day of a limit, the day a step was reached, the last day of a period. ``value`` is in the unit
    of the rule's kind: calendar days late, points, rank, number of the step, number of nominations in excess.
    """

    rule: RuleInfo
    subject: str
    state: State
    day: date | None = None
    value: Amount | None = None
    case: int | None = None
    """Which case, step or group of the rule applied, counted from 0."""
    period: Period | None = None
    detail: Detail = ()
    missing: tuple[str, ...] = ()
    """The facts that would decide an undetermined result, or settle a due day that is left out."""
    provisional: date | None = None
    """The first day counted that no notice has fixed yet."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node of the tree of reasons: a phrase of the catalogue, the words that fill it, and what it rests on."""

    phrase: str
    words: Mapping[str, object] = field(default_factory=lambda: NO_WORDS)
    parts: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a result was computed from, so that ``replay`` can compute it again and compare."""

    library: str
    packs: tuple[tuple[str, str, str], ...]
    """Each pack's id, version and digest."""
    calendars: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Each calendar's jurisdiction, version and the documents laid over it."""
    as_of: date
    readings: tuple[tuple[str, str], ...]
    """The readings asked for other than the ones that the packs take."""
    records: str
    """The digest of the records and the register."""
