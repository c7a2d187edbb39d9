"""Binding a rule's texts to the declarations: expressions checked, typed and made callable on rows."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from supervision_rules import nodes
from supervision_rules.calendar import PeriodKind
from supervision_rules.diagnostics import NOTHING, Collector, Diagnostic, Span, named, nearest
from supervision_rules.expressions import (
    BOOL,
    Checked,
    Function,
    Scope,
    Traced,
    Type,
    Value,
    compile_choice,
    compile_fast,
    parse,
    tracer,
)
from supervision_rules.expressions.conditions import settled_by
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.parse import numbers_in
from supervision_rules.expressions.tree import Call, Constant, Name, walk
from supervision_rules.findings import RuleInfo
from supervision_rules.language.conventions import Conventions, Limit, parse_limit
from supervision_rules.language.leads import leads
from supervision_rules.language.lost import NOTHING_LOST, Lost
from supervision_rules.language.workdays import asks_calendar
from supervision_rules.world import Row

Path = tuple[str | int, ...]
_ALWAYS: Final = Checked("true", Constant(BOOL, 0, len("true"), True), frozenset(), (), (), True)
"""The condition of a rule that states none."""
OF_WINDOW: Final = frozenset(("period_start", "period_end"))
"""What a window is asked for: nothing is known of it where there is none."""


@dataclass(frozen=True)
class Expression:
    """A checked expression in its two forms: ``fast`` decides, ``trace`` explains; both come to the same value."""

    checked: Checked
    fields: frozenset[str] = frozenset()
    """The fields of what it is about, which are read from the record itself."""

    @cached_property
    def fast(self) -> Callable[[Row], Value]:
        """Its value for a row; compiled when it is first asked for, since a check never asks."""
        return compile_fast(self.checked, self.fields)

    @property
    def text(self) -> str:
        return self.checked.text

    def names_only(self, names: Container[str]) -> bool:
        """Whether it reads nothing but these facts, and no result of another rule."""
        return not self.checked.calls and all(name in names for name in self.checked.names)

    def trace(self, row: Row) -> Traced:
        """The value of every part, by the reference evaluator."""
        return self._tracer(row)

    @cached_property
    def _tracer(self) -> Callable[[Row], Traced]:
        return tracer(self.checked)


@dataclass(frozen=True)
class CaseTable:
    """Which of some cases of a rule applies: the first whose condition holds, where ``when`` does."""

    when: Expression
    cases: tuple[tuple[Expression, tuple[Expression, ...]], ...]
    """The condition of each case, and what is read where it applies."""

    @cached_property
    def choice(self) -> Callable[[Row], tuple[Any, ...] | None]:
        """The place of the case, and what is read; None if unknown.

        The place is -1 where ``when`` does not hold, the number of the cases where none does: nothing is read then.
        """
        cases = [(case.checked.root, [each.checked.root for each in read]) for case, read in self.cases]
        return compile_choice(self.when.checked.root, cases, self.when.fields)


@dataclass(slots=True)
class Declarations:
    """What the names of a pack mean: the facts of each record type with their types, and the functions."""

    names: Mapping[str, Mapping[str, Type]]
    broken: Set[str]
    """The ids of derived facts that are declared, but wrong."""
    functions: Mapping[str, Function]
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
    into: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that give their points into each box."""
    boxes: Mapping[str, str] = field(default_factory=dict)
    """The boxes that rules open, each with the type whose total it is part of."""
    lost: Lost = NOTHING_LOST
    """What the pack would declare in parts that are wrong."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """The record types and kinds by their labels."""
    subjects: Mapping[str, str] = field(default_factory=dict)
    """What each rule is about."""
    single: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of the references those that name one record."""

    def looks_through(self, name: str, expressions: Iterable[Expression | None]) -> bool:
        """Whether any of the expressions about ``name`` hangs on the window that the record is looked at through."""
        base = self.base(name)
        read = [each.checked for each in expressions if each is not None]
        if any(call != "reading" for each in read for call, _ in each.calls):
            return True
        return any(name in OF_WINDOW or self._is_made(base, name) for each in read for name in each.names)

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
        return Scope(self.names.get(base, {}), self.functions, frozenset(self.broken), self.sought.get(base, ()), vague)

    def base(self, name: str) -> str:
        return self.kinds.get(name, name)

    def exists(self, name: str) -> bool:
        return name in self.kinds or name in self.names

    def meant(self, name: str) -> str:
        """The record type or kind that ``name``, which is none, may stand for: its label, or something like it."""
        longer = (code for label, code in self.labels.items() if name in label)
        return self.labels.get(name) or next(longer, None) or nearest(name, (*self.names, *self.kinds))


@dataclass(slots=True)
class TextBinder:
    """Hands out the expressions of one fact or rule, and remembers what they read."""

    declarations: Declarations
    node: nodes.Mapping
    subject: str
    diagnostics: Collector
    calls: set[tuple[str, str]] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    numbers: list[tuple[Number, Span]] = field(default_factory=list)
    readings: set[str] = field(default_factory=set)
    limits: list[tuple[Limit, Path]] = field(default_factory=list)
    links: set[tuple[str, str]] = field(default_factory=set)
    """The records that it looks for: their type or kind, and the field that names the subject."""
    counts: bool = False
    """Whether an expression asks for working days."""

    @property
    def conventions(self) -> Conventions:
        return self.declarations.conventions

    def condition(self, *path: str | int, of: str | None = None, in_window: bool | None = None) -> Expression | None:
        """The condition at ``path``; one that always holds where the rule leaves it out."""
        if self.at(*path) is not None:
            return self.expression(*path, of=of, in_window=in_window)
        about = self.declarations.base(of or self.subject)
        return Expression(_ALWAYS, self.declarations.fields.get(about, frozenset()))

    def limit(self, text: str, *path: str | int) -> Limit:
        """The limit that the checked ``text`` at ``path`` states; its number must stand in the words cited."""
        limit = self.length(text)
        if limit.amount:
            self.number(limit.amount, *path)
            self.limits.append((limit, path))
        return limit

    def length(self, text: str) -> Limit:
        """The length of time that the checked ``text`` states, which is no limit of the document's own."""
        limit = parse_limit(text)
        for convention in limit.leans_on():
            self.hangs_on_convention(convention)
        if limit.unit == "office hour" or (not limit.hourly and limit.deadline(self.conventions).asks_calendar):
            self.hangs_on_place()
        return limit

    def hangs_on_convention(self, name: str) -> None:
        """Note that it goes by a convention of the pack, and with it by the readings that this hangs on."""
        self.readings |= self.declarations.convention_readings.get(name, frozenset())

    def hangs_on_place(self) -> None:
        """Note that it asks which days are worked, and with it where."""
        self.readings |= self.declarations.place_readings

    def expression(
        self,
        *path: str | int,
        of: str | None = None,
        expected: Type | tuple[Type, ...] | None = BOOL,
        if_zero: Decimal | int | None = None,
        in_window: bool | None = None,
    ) -> Expression | None:
        """The expression at ``path`` of the rule about ``of`` (the rule's subject if not given); None if there is none.

        A text that is no proper expression is told and gives None. ``in_window`` tells whether it is
        asked of what is looked at through a window; if not given, it is where the rule has any.
        """
        scalar = self.at(*path)
        if not isinstance(scalar, nodes.Scalar) or scalar.value is None:
            return None
        about = of or self.subject
        scope = self.declarations.scope(about)
        told = len(self.diagnostics.found)
        checked = parse(scalar.text, scalar.part, scope, expected, self.diagnostics, if_zero=if_zero)
        if checked is None:
            self._note_numbers(scalar, self.diagnostics.found[told:])
            return None
        base = self.declarations.base(about)
        if not all(self._leads(call, about, scalar) for call in walk(checked.root) if isinstance(call, Call)):
            return None
        if about in self.declarations.kinds:
            for node, answer in settled_by(checked.root, "kind", about):
                words = {"found": scalar.text[node.start : node.end], "value": str(answer).lower(), "kind": about}
                self.diagnostics.add("SR342", scalar.part(node.start, node.end), **words)
        self.calls.update(checked.calls)
        self.names.update((base, name) for name in checked.names)
        self.numbers.extend((number, scalar.part(start, end)) for number, start, end in checked.numbers)
        if not (self.has_window if in_window is None else in_window):
            self._tell_windows(checked, scalar)
        if asks_calendar(checked.root):
            self.counts = True
            self.readings |= self.declarations.place_readings
        return Expression(checked, self.declarations.fields.get(base, frozenset()))

    @property
    def has_window(self) -> bool:
        """Whether it looks at things through a window: a fact does, where the rule that reads it has one."""
        return True

    def _tell_windows(self, checked: Checked, scalar: nodes.Scalar) -> None:
        """Tell where the window is read of which nothing can ever be known."""
        for part in walk(checked.root) if checked.names & OF_WINDOW else ():
            if isinstance(part, Name) and part.name in OF_WINDOW:
                self.diagnostics.add("SR337", scalar.part(part.start, part.end), name=part.name)

    def _leads(self, call: Call, about: str, scalar: nodes.Scalar) -> bool:
        """Whether it is plain whose result of a rule is asked for; told if not."""
        asker, of = self.declarations.base(about), self.declarations.subjects.get(call.literal or "")
        if of is None or not self.declarations.exists(of) or self.declarations.lost.is_unlinked(asker):
            return True
        fields = self.declarations.single.get(asker, {})
        among = leads(fields, of)
        every = named(name for name, target in fields.items() if target == of)
        words: dict[str, Any] = {"asker": about, "of": of, "fields": every}
        if len(call.arguments) > 1:
            given = call.arguments[1]
            if isinstance(given, Name) and fields.get(given.name) == of:
                return True
            place = scalar.part(given.start, given.end)
            self.diagnostics.add("SR339", place, given=scalar.text[given.start : given.end], rule=call.literal, **words)
        elif of == asker or len(among) == 1:
            return True
        elif among:
            mend = f'{call.function.name}("{call.literal}", {among[0]})'
            self.diagnostics.add("SR338", scalar.part(call.start, call.end), mend=mend, **words)
        else:
            place = scalar.part(call.start, call.end)
            self.diagnostics.add("SR339", place, given=NOTHING, rule=call.literal, **words)
        return False

    def _note_numbers(self, scalar: nodes.Scalar, told: Iterable[Diagnostic]) -> None:
        """Note the numbers of an expression that is wrong elsewhere: the words cited must carry them all the same."""
        wrong = [found.span for found in told if found.span is not None]
        for number, start, end in numbers_in(scalar.text):
            place = scalar.part(start, end)
            if not any(place.lies_in(span) for span in wrong):
                self.numbers.append((number, place))

    def at(self, *path: str | int) -> nodes.Node | None:
        """The node at ``path`` of the rule, None where the rule leaves it out."""
        node: nodes.Node | None = self.node
        for step in path:
            if isinstance(node, nodes.Mapping) and isinstance(step, str):
                node = node.get(step)
            elif isinstance(node, nodes.Sequence) and isinstance(step, int) and step < len(node.items):
                node = node.items[step]
            else:
                return None
        return node

    def span(self, *path: str | int) -> Span:
        """Where the value at ``path`` stands, or the nearest that does."""
        return nodes.locate(self.node, path).span

    def report(self, code: str, *path: str | int, **params: object) -> None:
        """Tell a problem of the value at ``path``."""
        self.diagnostics.add(code, self.span(*path), **params)

    def hear(self, other: TextBinder) -> None:
        """Take what another version of the same text reads for what this one reads."""
        for mine, its in ((self.calls, other.calls), (self.names, other.names), (self.links, other.links)):
            mine |= its
        self.readings |= other.readings
        self.counts |= other.counts

    def number(self, value: Number, *path: str | int) -> None:
        """Note a number that the rule states at ``path``: it must stand in the words cited."""
        self.numbers.append((value, self.span(*path)))


@dataclass(slots=True)
class Binder(TextBinder):
    """What a kind gets to bind one rule."""

    info: RuleInfo = field(kw_only=True)

    @property
    def has_window(self) -> bool:
        """Whether the rule judges by windows: its subject and what it counts are seen through them."""
        return self.declarations.windows.get(self.info.id) is not None
