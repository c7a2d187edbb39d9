"""What the compiler tells the world of the record types and of what is derived from them: nothing here has records.

The row that a derived fact is read from is named by whoever has rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from supervision_rules.calendar import PeriodKind, Years
from supervision_rules.expressions import Traced, Value
from supervision_rules.findings import Finding

_Row = TypeVar("_Row")
_Seen_contra = TypeVar("_Seen_contra", contravariant=True)


class Traceable(Protocol[_Seen_contra]):
    """An expression that can say how it came to its value."""

    @property
    def text(self) -> str: ...

    def trace(self, row: _Seen_contra) -> Traced: ...


class Seeing(Protocol[_Row]):
    """How a fact is seen from a record that names its subject."""

    @property
    def windowed(self) -> bool: ...

    def of(self, row: _Row, reference: str, target: str) -> _Row | None: ...


class Derived(Protocol[_Row]):
    """A derived fact as an explanation sees it."""

    @property
    def way(self) -> str: ...

    @property
    def counted(self) -> str: ...

    @property
    def expression(self) -> Traceable[_Row] | None: ...

    @property
    def where(self) -> Traceable[_Row] | None: ...

    @property
    def alike(self) -> tuple[tuple[Traceable[_Row], Traceable[_Row]], ...]: ...

    @property
    def by(self) -> Traceable[_Row] | None: ...

    @property
    def since(self) -> Traceable[_Row] | None: ...

    @property
    def until(self) -> Traceable[_Row] | None: ...

    @property
    def period(self) -> PeriodKind | None: ...

    @property
    def via(self) -> str: ...

    @property
    def sight(self) -> Seeing[_Row]: ...

    def undated(self, row: _Row, record: _Row) -> tuple[_Row, ...]: ...

    def tried(self, row: _Row) -> list[tuple[_Row, bool | None]]: ...

    def chosen(self, row: _Row) -> list[tuple[_Row, bool | None]]: ...


@dataclass(frozen=True)
class Alone(Generic[_Row]):
    """A rule that judges each record of a type or kind (``name``) by itself: what it said on any day can be told."""

    name: str
    window: PeriodKind | None
    reads: tuple[tuple[str, str | None, tuple[Any, ...]], ...]
    """What it reads: of the type or kind named, by the field that names the subject, None of the subject itself."""
    asks: tuple[str, ...]
    judge: Callable[[_Row], Iterable[Finding]]
    turned: Callable[[_Row, date], date]
    """The last day by another on which what it reads of a subject turned."""


@dataclass(frozen=True)
class Schema(Generic[_Row]):
    """What the compiler tells the world of the record types: nothing here depends on records."""

    fields: Mapping[str, tuple[str, ...]]
    """All fields of a record type, in order."""
    dates: Mapping[str, tuple[str, ...]]
    """The fields that date an event: not happened while they lie after the day asked."""
    events: Mapping[str, Mapping[str, str]]
    """The fields that the pack reads and that are not there before a day, each with the field that tells the day:
    the dates of events, and what a person judged."""
    days: Mapping[str, tuple[str, ...]]
    """The fields of any date, planned ones too, that the pack reads."""
    inherits: Mapping[str, tuple[tuple[str, str, str], ...]]
    """The fields that mean, left empty, what a record named by another field says: (field, that field, its field)."""
    belongs: Mapping[str, tuple[str, ...]]
    """The fields that lead to the matter or project that a record belongs to; none where it is one itself."""
    registers: frozenset[str]
    kinds: Mapping[str, str]
    """Each kind of a record type (instruction) and the type that it is a kind of (matter)."""
    references: Mapping[str, Mapping[str, str]]
    """For each record type its fields that name another record, and that record's type."""
    derive: Mapping[str, Mapping[str, Callable[[_Row], Value]]]
    """How the derived facts of a record type are computed."""
    derived: Mapping[str, Mapping[str, Derived[_Row]]]
    """The same facts, as explanations need them."""
    doubted: Mapping[str, Mapping[str, Callable[[_Row], bool]]]
    """Of facts taken from records that meet a condition: whether it is unknown if any does."""
    links: Mapping[str, tuple[str, ...]]
    """For each kind of record, and each type without kinds, the fields by which rules look for records."""
    labels: Mapping[str, Mapping[str, tuple[str, str]]]
    """What the facts of a record type are called in Chinese and English."""
    years: Years
    """Where the years of the pack begin."""
    alone: Mapping[str, Alone[_Row]] = field(default_factory=dict)
    """The rules of which it can be told on any day of a history what they said then."""
    reopens: Mapping[str, str] = field(default_factory=dict)
    """The types of record by which what was done is open again, each with the field that dates when it is done anew."""
    periodic: frozenset[str] = frozenset()
    """The rules that judge by windows, or by periods of their own."""
    recurring: frozenset[str] = frozenset()
    """Those that judge by periods of their own."""
    by_period: Mapping[str, str] = field(default_factory=dict)
    """The periodic rules about records, with the type of these: each period falls to one version of the document."""

    def base(self, name: str) -> str:
        """The record type that ``name``, a type or a kind of one, belongs to."""
        return self.kinds.get(name, name)
