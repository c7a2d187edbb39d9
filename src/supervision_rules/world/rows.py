"""A record as rules see it: its own facts, what had not happened yet hidden; derived facts, made when first read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from supervision_rules.calendar import Period, PeriodKind, WorkCalendar
from supervision_rules.expressions import Value
from supervision_rules.findings import Finding
from supervision_rules.world import schema as told
from supervision_rules.world.changes import Change, Tenure

Deriver = Callable[["Row"], Value]


class Row(dict[str, Value]):
    """One record, unit or person: its own facts in ``source``, as known; the derived ones it keeps itself.

    Any fact can be read by its name. A derived one is computed when it is first read.
    """

    __slots__ = ("home", "source")

    home: Home
    source: dict[str, Value]
    """The fields of the record; usually the record's own, and not to be changed."""
    period: Period | None = None
    """The window that the row is looked at through (a unit's year)."""
    day: date | None = None
    """The day in its history up to which events count, None for all that is known."""
    passed: bool = False
    """Whether its window is one of several looked back at from ``day``: what was concluded later does not count."""
    closed: bool = False
    """Whether it is as it stood at the end of its window, which is over, but for what another date places there."""
    onward: bool = False
    """Whether it is a record in a history: what belongs to its window is what is known by ``day``, after it, too."""
    stepwise: bool = False
    """Whether it is one of many such windows: what other rules found is taken from the days that their findings tell,
    where they tell any, as in a history. To judge anew how all stood at the end of each would take much longer."""

    def __missing__(self, name: str) -> Value:
        derive = self.home.derive.get(name)
        if derive is None:
            return self.source.get(name)
        value = self[name] = derive(self)
        return value

    def doubted(self, name: str) -> bool:
        """Whether it is unknown if there is any record that the fact ``name`` could be taken from."""
        return self.home.world.schema.doubted[self.type][name](self)

    @property
    def world(self) -> World:
        return self.home.world

    @property
    def type(self) -> str:
        return self.home.type

    @property
    def id(self) -> str:
        return self.source["id"]  # type: ignore[return-value]  # checked when the record was made

    @property
    def plain(self) -> Row:
        """The same record through no window and as of the day asked."""
        found = self.home.world.find(self.home.type, self.id)
        return self if found is None else found

    @property
    def undated(self) -> bool:
        """Whether it is not on record when it was. An entry of a register needs no date."""
        return self.source["date"] is None and self.home.type not in self.home.world.schema.registers

    def at(self, day: date | None = None, period: Period | None = None) -> View:
        """The same record at another day of its history, or through another window."""
        view, home, source = View(), self.home, self.source
        view.home, view.period, view.day = home, period or self.period, day or self.day
        view.passed, view.closed, view.stepwise = self.passed, self.closed, self.stepwise
        view.onward = self.onward
        view.source = source if day is None or not home.events else hidden(source, home.events, day)
        return view

    @property
    def seen_after(self) -> bool:
        """Whether it is as it stood at the end of its window, seen on a later day of a history."""
        return self.closed and self.onward

    @property
    def stands(self) -> date | None:
        """The day as of which its own facts are: none after the window, in a history of a record that goes on."""
        if not self.seen_after or self.day is None or self.period is None:
            return self.day
        return min(self.day, self.period.last)

    @property
    def seen_on(self) -> date | None:
        """The day as of which all is told of it: the last of its window, where that is over; None: the day asked.
        A record counted in a window is known as of the day asked or looked at, unless seen as it stood at the end."""
        day, period = self.stands, self.period
        if self.closed and day is not None:
            return day
        if period is None or period.last >= self.home.world.as_of:
            return None
        registered = self.home.type in self.home.world.schema.registers
        ended = registered and (day is None or day > period.last)
        return period.last if ended or day == period.last or self.passed else None


class View(Row):
    """A row looked at through a window, or at a day of its history. Most rows never are, and need no room for it."""

    __slots__ = ("closed", "day", "onward", "passed", "period", "stepwise")

    period: Period | None
    day: date | None
    passed: bool
    closed: bool
    onward: bool
    stepwise: bool


def hidden(source: dict[str, Value], events: Iterable[tuple[str, str]], day: date) -> dict[str, Value]:
    """``source`` without the events that lie after ``day``."""
    ahead = [name for name, told in events if (happens := source[told]) is not None and happens > day]  # type: ignore[operator]
    return {**source, **dict.fromkeys(ahead)} if ahead else source


class World(Protocol):
    """All that is known at the close of a day, as rules see it."""

    schema: Schema
    as_of: date
    calendar: WorkCalendar
    in_force: tuple[date | None, date | None]
    """The first and the last day on which the document is in force, None where it is open."""
    change: Change
    """When it replaces another version, or is replaced."""
    before: Sequence[World]
    """How the versions of the document before this one, judged beside it, saw the same records."""
    tenures: dict[tuple[str, str], Tenure]
    """When it has the matters that pass, by the type and id of each of them and of each record that belongs to one."""
    memo: dict[Any, Any]
    """What was worked out once for many rows, under a key of whoever worked it out."""
    lasting: Mapping[str, PeriodKind | None]
    """The rules of which it may be asked what they found as things stood at the end of a window, with their own."""

    def of(self, name: str) -> list[Row]:
        """The rows of a record type or of a kind of one."""

    def all(self, ever: bool = False) -> Iterator[tuple[str, list[Row]]]:
        """The rows of every record type that is no register; ``ever``: those too that the document does not govern."""

    def dated(self, name: str, ever: bool = False) -> list[Row]:
        """The same by date and id; ``ever`` as above: no rule judges these."""

    def find(self, record_type: str, record_id: Value) -> Row | None:
        """The record of this type and id."""

    def children(self, name: str, via: str, parent: str, ever: bool = False) -> list[Row]:
        """The rows of type or kind ``name`` whose field ``via`` names ``parent``, by date and id; ``ever`` as above."""

    def found(self, rule: str, row: Row) -> list[Finding]:
        """What ``rule`` concluded about ``row``; through a window, only what lies within it."""

    def found_on(self, day: date, rule: str, row: Row) -> list[Finding]:
        """What ``rule``, one of those that last, concluded about ``row`` as things stood at the close of ``day``."""

    def window(self, name: str, kind: PeriodKind | None) -> Iterable[Row]:
        """The rows of ``name``, each through every window of this kind in which something is on record."""

    def judged(self, row: Row, period: Period) -> Row:
        """``row`` as ``window`` gives it through ``period``."""

    def through(self, row: Row, period: Period) -> Row:
        """``row`` looked at through ``period``."""

    def periods(self, row: Row, kind: PeriodKind) -> Iterator[Period]:
        """Each period of this kind, the earliest first, in which ``row`` is there up to the day asked."""

    def current(self, kind: PeriodKind) -> Period:
        """The period of this kind in which ``as_of`` lies."""

    def members(self, row: Row) -> Iterable[Row]:
        """All rows of the same type, through the same window."""


class Home:
    """What the rows of one record type share in one world."""

    __slots__ = ("derive", "events", "telling", "type", "world")

    def __init__(self, world: World, record_type: str) -> None:
        schema = world.schema
        self.world, self.type = world, record_type
        self.derive = schema.derive[record_type]
        self.events = tuple(schema.events[record_type].items())
        self.telling = tuple(dict.fromkeys(told for _, told in self.events))


Traceable = told.Traceable[Row]
Seeing = told.Seeing[Row]
Derived = told.Derived[Row]
Alone = told.Alone[Row]
Schema = told.Schema[Row]
