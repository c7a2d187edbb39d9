"""What the names of a pack mean."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Final

from supervision_rules.calendar import PeriodKind
from supervision_rules.diagnostics import nearest
from supervision_rules.expressions import Function, Scope, Type
from supervision_rules.expressions.axes import Possible
from supervision_rules.language.conventions import Conventions
from supervision_rules.language.ends import Result
from supervision_rules.language.expression import Expression
from supervision_rules.language.guidance import Guidance
from supervision_rules.language.lost import NOTHING_LOST, Lost
from supervision_rules.language.origins import DAY, Origin

OF_WINDOW: Final = frozenset(("period_start", "period_end"))
"""What a window is asked for: nothing is known of it where there is none."""


@dataclass(slots=True)
class Declarations:
    """What the names of a pack mean: the facts of each record type with their types, and the functions."""

    names: Mapping[str, Mapping[str, Type]]
    broken: Set[str]
    """The ids of derived facts that are declared, but wrong."""
    days: Set[str]
    """The ids of those that are the day of a record, since they do not say what is taken from it."""
    functions: Mapping[str, Function]
    guidance: Guidance
    """What helps where a name is not known."""
    references: Mapping[str, Mapping[str, str]]
    """For each record type its fields that name another record, and that record's type."""
    kinds: Mapping[str, str]
    """Each kind of a record type and the type it belongs to."""
    events: Mapping[str, frozenset[str]]
    """For each record type the fields that date an event."""
    fields: Mapping[str, frozenset[str]]
    """For each record type its own fields, which are read from the record itself."""
    sought: Mapping[str, Container[str]]
    """For each record type the facts that are taken from records that meet a condition."""
    registers: frozenset[str]
    conventions: Conventions
    convention_readings: Mapping[str, frozenset[str]]
    """The readings that each convention (day_unit, roll) of the pack hangs on."""
    place_readings: frozenset[str] = frozenset()
    """The readings that the place hangs on whose working days are counted."""
    windows: Mapping[str, PeriodKind | None] = field(default_factory=dict)
    """By which windows each rule judges, None where it has none."""
    about: Mapping[tuple[str, str], PeriodKind] = field(default_factory=dict)
    """Which periods a field of a record type names by any of their days, as rules say that judge these periods."""
    into: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that give their points into each box."""
    boxes: Mapping[str, str] = field(default_factory=dict)
    """The boxes that rules open, each with the type whose total it is part of."""
    units: Mapping[str, str | None] = field(default_factory=dict)
    """What the amounts in each box are counted in where these are not points."""
    amounts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For each record type the facts that are amounts, and what these are counted in."""
    counted: Mapping[str, str] = field(default_factory=dict)
    """What the points of each rule that gives any are counted in."""
    governed: Mapping[str, Mapping[str, Possible]] = field(default_factory=dict)
    """For each record type the days that lie within the time in force where the pack judges it."""
    deducting: frozenset[str] = frozenset()
    """The rules whose points are deducted: the more of them, the worse."""
    lost: Lost = NOTHING_LOST
    """What the pack would declare in parts that are wrong."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The record types and kinds by their labels."""
    subjects: Mapping[str, str] = field(default_factory=dict)
    """What each rule is about."""
    members: Mapping[str, str] = field(default_factory=dict)
    """What each rule judges together that judges several records for one."""
    single: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of the references those that name one record."""
    taken: Mapping[str, Set[str]] = field(default_factory=dict)
    """For each record type the names that several things are given, which is told."""
    origins: Mapping[str, Mapping[str, Origin]] = field(default_factory=dict)
    """For each record type what the values of its names come from."""
    results: Mapping[str, Result] = field(default_factory=dict)
    """What is known of the results of rules: nothing before all are bound."""

    def looks_through(self, name: str, expressions: Iterable[Expression | None]) -> bool:
        """Whether any of the expressions about ``name`` hangs on the window that the record is looked at through."""
        base = self.base(name)
        read = [each.checked for each in expressions if each is not None]
        if any(call != "reading" for each in read for call, _ in each.calls):
            return True
        return any(name in OF_WINDOW or self._is_made(base, name) for each in read for name in each.names)

    def turns(self, name: str, expressions: Iterable[Expression | None]) -> bool:
        """Whether any of the expressions about ``name`` may come to another value after the day of the record."""
        base = self.base(name)
        read = [each.checked for each in expressions if each is not None]
        asks = any(call != "reading" for each in read for call, _ in each.calls)
        return asks or not all(self._lasts(base, name) for each in read for name in each.names)

    def _lasts(self, base: str, name: str) -> bool:
        """Whether a name means a field of the type itself that neither dates an event nor waits for a judgement."""
        return name in self.fields[base] and (name == "date" or DAY not in self.origins[base][name].roots)

    def _is_made(self, base: str, name: str) -> bool:
        """Whether a name means a derived fact of the type itself, and not what is read of another record."""
        if name in self.fields.get(base, ()) or name not in self.names[base]:
            return False
        inner = ((name.removeprefix(f"{field_}_"), target) for field_, target in self.references.get(base, {}).items())
        return not any(each != name and each in self.names.get(target, ()) for each, target in inner)

    def scope(self, name: str) -> Scope:
        """The names that an expression about ``name``, a record type or a kind of one, may use."""
        base = self.base(name)
        vague = not self.exists(name) or self.lost.is_vague(base)
        names, taken = self.names.get(base, {}), self.taken.get(base, frozenset())
        if taken:
            names = {each: type_ for each, type_ in names.items() if each not in taken}
        broken, days = frozenset(self.broken), frozenset(self.days)
        return Scope(names, self.functions, broken, self.sought.get(base, ()), days, self.guidance.about(base), vague)

    def base(self, name: str) -> str:
        return self.kinds.get(name, name)

    def exists(self, name: str) -> bool:
        return name in self.kinds or name in self.names

    def meant(self, name: str, more: Iterable[str] = ()) -> str:
        """The record type or kind that ``name``, which is none, may stand for: its label, or something like it.

        ``more`` are words that may stand there, too.
        """
        longer = (code for label, code in self.labels.items() if name in label)
        return self.labels.get(name) or next(longer, None) or nearest(name, (*self.names, *self.kinds, *sorted(more)))
