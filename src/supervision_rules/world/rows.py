"""A record as rules see it: facts by name, what had not happened yet hidden, derived facts computed when first read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from supervision_rules.calendar import Period, PeriodKind, WorkCalendar
from supervision_rules.expressions import Traced, Value
from supervision_rules.findings import Finding

Deriver = Callable[["Row"], Value]
ResultKey = tuple[str, Period | None]


class Row(dict[str, Value]):
    """The facts of one record, unit or person, each looked up or computed when it is first read.

    ``period`` is the window that the row is looked at through (a unit's year); ``day`` the day in its history up to
    which events count, None for all that is known.
    """

    __slots__ = ("day", "home", "period", "source")

    home: Home
    source: Mapping[str, Value]
    period: Period | None
    day: date | None

    def __missing__(self, name: str) -> Value:
        home = self.home
        derive = home.derive.get(name)
        if derive is not None:
            value = derive(self)
        else:
            found: Any = self.source.get(name)
            ahead = name in home.events and found is not None and found > (self.day or home.as_of)
            value = None if ahead else found
        self[name] = value
        return value

    @property
    def world(self) -> World:
        return self.home.world

    @property
    def type(self) -> str:
        return self.home.type

    @property
    def id(self) -> str:
        return str(self.source["id"])

    @property
    def key(self) -> ResultKey:
        return (self.id, self.period)

    def at(self, day: date | None = None, period: Period | None = None) -> Row:
        """The same record at another day of its history, or through another window."""
        row = self.home.row(self.source, period or self.period, day or self.day)
        for name in self.home.inherited:
            row[name] = self[name]
        return row


class World(Protocol):
    """All that is known at the close of a day, as rules see it."""

    schema: Schema
    as_of: date
    calendar: WorkCalendar
    in_force: tuple[date | None, date | None]
    """The first and the last day on which the document is in force, None where it is open."""
    memo: dict[Any, Any]
    """What was worked out once for many rows, under a key of whoever worked it out."""

    def of(self, name: str) -> list[Row]:
        """The rows of a record type or of a kind of one."""

    def all(self) -> Iterator[tuple[str, list[Row]]]:
        """The rows of every record type that is no register."""

    def find(self, record_type: str, record_id: Value) -> Row | None:
        """The record of this type and id."""

    def children(self, name: str, via: str, parent: str) -> list[Row]:
        """The rows of type or kind ``name`` whose field ``via`` names ``parent``, by date and id."""

    def found(self, rule: str, row: Row) -> list[Finding]:
        """What ``rule`` concluded about ``row``; through a window, only what lies within it."""

    def window(self, name: str, kind: PeriodKind | None) -> Iterable[Row]:
        """The rows of ``name``, each through every window of this kind in which something is on record."""

    def through(self, row: Row, period: Period) -> Row:
        """``row`` looked at through ``period``."""

    def current(self, kind: PeriodKind) -> Period:
        """The period of this kind in which ``as_of`` lies."""

    def members(self, row: Row) -> Iterator[Row]:
        """All rows of the same type, through the same window."""


class Home:
    """What the rows of one record type share in one world."""

    __slots__ = ("as_of", "derive", "events", "inherited", "type", "world")

    def __init__(self, world: World, record_type: str) -> None:
        schema = world.schema
        self.world, self.type, self.as_of = world, record_type, world.as_of
        self.derive = schema.derive[record_type]
        self.inherited = tuple(name for name, _, _ in schema.inherits[record_type])
        self.events = schema.events[record_type]

    def row(self, source: Mapping[str, Value], period: Period | None = None, day: date | None = None) -> Row:
        """A row of ``source``."""
        row = Row()
        row.home, row.source, row.period, row.day = self, source, period, day
        return row

    def rows(self, sources: Iterable[Mapping[str, Any]]) -> list[Row]:
        """The rows of what was known by the day asked: recorded by then, or not dated later if no day is recorded."""
        as_of, rows = self.as_of, []
        for source in sources:
            known = source["recorded"] or source["date"]
            if known is None or known <= as_of:
                # Written out: every record passes here.
                row = Row()
                row.home, row.source, row.period, row.day = self, source, None, None
                rows.append(row)
        return rows


class Derived(Protocol):
    """A derived fact as an explanation sees it."""

    @property
    def way(self) -> str: ...

    @property
    def expression(self) -> Traceable | None: ...

    @property
    def where(self) -> Traceable | None: ...

    @property
    def alike(self) -> tuple[tuple[Traceable, Traceable], ...]: ...

    def chosen(self, row: Row) -> list[tuple[Row, bool | None]]: ...


class Traceable(Protocol):
    """An expression that can say how it came to its value."""

    @property
    def text(self) -> str: ...

    def trace(self, row: Row) -> Traced: ...


@dataclass(frozen=True, slots=True)
class Schema:
    """What the compiler tells the world of the record types: nothing here depends on records."""

    fields: Mapping[str, tuple[str, ...]]
    """All fields of a record type, in order."""
    dates: Mapping[str, tuple[str, ...]]
    """The fields that date an event: not happened while they lie after the day asked."""
    events: Mapping[str, tuple[str, ...]]
    """Those of them that the pack reads."""
    days: Mapping[str, tuple[str, ...]]
    """The fields of any date, planned ones too, that the pack reads."""
    inherits: Mapping[str, tuple[tuple[str, str, str], ...]]
    """The fields that mean, left empty, what a record named by another field says: (field, that field, its field)."""
    belongs: Mapping[str, tuple[str, ...]]
    """The fields that name the record, no entry of a register, to which every record of the type belongs."""
    registers: frozenset[str]
    kinds: Mapping[str, str]
    """Each kind of a record type (instruction) and the type that it is a kind of (matter)."""
    references: Mapping[str, Mapping[str, str]]
    """For each record type its fields that name another record, and that record's type."""
    derive: Mapping[str, Mapping[str, Deriver]]
    """How the derived facts of a record type are computed."""
    derived: Mapping[str, Mapping[str, Derived]]
    """The same facts, as explanations need them."""
    labels: Mapping[str, Mapping[str, tuple[str, str]]]
    """What the facts of a record type are called in Chinese and English."""

    def base(self, name: str) -> str:
        """The record type that ``name``, a type or a kind of one, belongs to."""
        return self.kinds.get(name, name)
