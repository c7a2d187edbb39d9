"""Binding a rule's texts to the declarations: expressions checked, typed and made callable on rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, NamedTuple

from supervision_rules import nodes
from supervision_rules.catalogue.expressions import IF_ZERO
from supervision_rules.diagnostics import Collector, Diagnostic, Span
from supervision_rules.expressions import BOOL, NUMBER, Checked, Type, parse
from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.conditions import settled_by
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.parse import numbers_in
from supervision_rules.expressions.tree import Call, Constant, Name, walk
from supervision_rules.findings import RuleInfo
from supervision_rules.language.amounts import mixed, named_unit
from supervision_rules.language.asked import Asked, results_asked
from supervision_rules.language.conventions import Conventions, Limit, Roll, parse_limit
from supervision_rules.language.declarations import OF_WINDOW, Declarations
from supervision_rules.language.ends import Seen
from supervision_rules.language.expression import Expression
from supervision_rules.language.figures import Figure, Measure, as_factors
from supervision_rules.language.whose import leads_to_one
from supervision_rules.language.workdays import asks_calendar

Path = tuple[str | int, ...]


class Stated(NamedTuple):
    """A checked expression, where it stands in its fact or rule, and the record type or kind that it is about."""

    path: Path
    checked: Checked
    scalar: nodes.Scalar
    about: str
    own: bool = True
    """Whether it is about the subject itself, and not about records that it counts."""


_ALWAYS: Final = Checked("true", Constant(BOOL, 0, len("true"), True), frozenset(), (), (), True)
"""The condition of a rule that states none."""


@dataclass(slots=True)
class TextBinder:
    """Hands out the expressions of one fact or rule, and remembers what they read."""

    declarations: Declarations
    node: nodes.Mapping
    subject: str
    diagnostics: Collector
    if_zero: Number | None = None
    """What a division by zero gives, if it is stated."""
    missing_at_zero: bool = False
    """Whether a division by zero gives nothing, which is stated."""
    states_if_zero: Literal["fact", "rule", "elsewhere"] = "fact"
    """Where that is to be stated."""
    calls: set[tuple[str, str]] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    asked: list[Asked] = field(default_factory=list)
    numbers: list[Figure] = field(default_factory=list)
    readings: set[str] = field(default_factory=set)
    limits: list[tuple[Limit, Path]] = field(default_factory=list)
    links: set[tuple[str, str]] = field(default_factory=set)
    """The records that it looks for: their type or kind, and the field that names the subject."""
    counts: bool = False
    """Whether an expression asks for working days."""
    hangs: set[str] = field(default_factory=set)
    """What it goes by that the whole pack shares: its conventions, and ``jurisdiction``."""
    decided: list[tuple[frozenset[str], Path]] = field(default_factory=list)
    """What is read to tell whether a person has consented, or judged, and where that is written."""

    roll: Roll | None = None
    """What the rule itself says becomes of a last day that is a rest day; None: what the whole pack does."""

    stated: list[Stated] = field(default_factory=list)
    """Its expressions."""

    later: list[Callable[[], None]] = field(default_factory=list)
    """What is looked into as soon as something is known of the results of all rules."""

    @property
    def conventions(self) -> Conventions:
        """Those of the pack, or what the rule has of its own in their place."""
        shared = self.declarations.conventions
        return shared if self.roll is None else shared.model_copy(update={"roll": self.roll})

    def condition(self, *path: str | int, of: str | None = None, in_window: bool | None = None) -> Expression | None:
        """The condition at ``path``; one that always holds where the rule leaves it out."""
        if self.at(*path) is not None:
            return self.expression(*path, of=of, in_window=in_window)
        about = self.declarations.base(of or self.subject)
        return Expression(_ALWAYS, self.declarations.fields.get(about, frozenset()))

    def factor(self, *path: str | int, of: str | None = None) -> Expression | None:
        """The number of times at ``path``: of a share in the words it is the part of one."""
        told = len(self.numbers)
        found = self.expression(*path, of=of, expected=NUMBER)
        if found is not None:
            self.numbers[told:] = as_factors(self.numbers[told:], self.stated[-1].scalar, found.checked.root)
        return found

    def decision(self, *path: str | int) -> Expression | None:
        """The condition at ``path`` that a person's consent or judgement is on record."""
        decided = self.expression(*path)
        if decided is not None:
            self.decided.append((decided.checked.names, path))
        return decided

    def limit(self, text: str, *path: str | int) -> Limit:
        """The limit that the checked ``text`` at ``path`` states; its number must stand in the words cited."""
        limit = self.length(text)
        if limit.amount:
            self.number(limit.amount, *path, measure=limit.unit)
            self.limits.append((limit, path))
        return limit

    def length(self, text: str) -> Limit:
        """The length of time that the checked ``text`` states, which is no limit of the document's own."""
        limit = parse_limit(text)
        for convention in limit.leans_on():
            if convention != "roll" or self.roll is None:
                self.hangs_on_convention(convention)
        if limit.unit == "office hour" or (not limit.hourly and limit.deadline(self.conventions).asks_calendar):
            self.hangs_on_place()
        return limit

    def hangs_on_convention(self, name: str) -> None:
        """Note that it goes by a convention of the pack, and with it by the readings that this hangs on."""
        self.hangs.add(name)
        self.readings |= self.declarations.convention_readings.get(name, frozenset())

    def hangs_on_place(self) -> None:
        """Note that it asks which days are worked, and with it where."""
        self.hangs.add("jurisdiction")
        self.readings |= self.declarations.place_readings

    def counts_workdays(self) -> None:
        """Note that what it comes to hangs on which days are worked, and may be provisional."""
        self.counts = True
        self.hangs_on_place()

    def expression(
        self,
        *path: str | int,
        of: str | None = None,
        expected: Type | tuple[Type, ...] | None = BOOL,
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
        lost = self.declarations.lost
        is_told = lost.speaks_of_refused(scalar.text)
        checked = parse(
            scalar.text,
            scalar.part,
            scope,
            expected,
            self.diagnostics.sifted(lambda found: True) if is_told else self.diagnostics,
            if_zero=self.if_zero,
            missing_at_zero=self.missing_at_zero,
            unstated=IF_ZERO[self.states_if_zero],
        )
        if checked is None:
            self._note_numbers(scalar, self.diagnostics.found[told:])
            return None
        if is_told and any(map(lost.speaks_of_refused, checked.names)):
            return None
        base = self.declarations.base(about)
        calls = (part for part in walk(checked.root) if isinstance(part, Call))
        if not all(leads_to_one(call, about, scalar, self.declarations, self.diagnostics) for call in calls):
            return None
        if about in self.declarations.kinds:
            for node, answer in settled_by(checked.root, "kind", about):
                words = {"found": scalar.text[node.start : node.end], "value": str(answer).lower(), "kind": about}
                self.diagnostics.add("SR342", scalar.part(node.start, node.end), **words)
        for node, one, other in mixed(checked.root, self.declarations.amounts.get(base, {}), self.declarations.counted):
            units = {"one": named_unit(one), "other": named_unit(other)}
            self.diagnostics.add("SR355", scalar.part(node.start, node.end), **units)
        self.stated.append(Stated(path, checked, scalar, base, of is None))
        self.calls.update(checked.calls)
        self.asked += results_asked(checked, base, scalar)
        self.names.update((base, name) for name in checked.names)
        self.numbers.extend(Figure(number, scalar.part(start, end)) for number, start, end in checked.numbers)
        if not (self.has_window if in_window is None else in_window):
            self._tell_windows(checked, scalar)
        if asks_calendar(checked.root):
            self.counts_workdays()
        return Expression(checked, self.declarations.fields.get(base, frozenset()))

    @property
    def days(self) -> Mapping[str, Possible]:
        """How the days lie that go by where it is asked: of a fact nothing is known of these."""
        return {}

    def here(self, own: bool = True) -> tuple[Mapping[str, Possible], Seen]:
        """How the days lie, and the results of rules, where it asks; ``own``: of what it is about, not of records that
        it counts."""
        return self.days if own else {}, self._results(own)

    def _results(self, own: bool) -> Seen:
        return Seen(self.declarations.results, self.declarations.windows)

    @property
    def has_window(self) -> bool:
        """Whether it looks at things through a window: a fact does, where the rule that reads it has one."""
        return True

    def _tell_windows(self, checked: Checked, scalar: nodes.Scalar) -> None:
        """Tell where the window is read of which nothing can ever be known."""
        for part in walk(checked.root) if checked.names & OF_WINDOW else ():
            if isinstance(part, Name) and part.name in OF_WINDOW:
                self.diagnostics.add("SR337", scalar.part(part.start, part.end), name=part.name)

    def _note_numbers(self, scalar: nodes.Scalar, told: Iterable[Diagnostic]) -> None:
        """Note the numbers of an expression that is wrong elsewhere: the words cited must carry them all the same."""
        wrong = [found.span for found in told if found.span is not None]
        for number, start, end in numbers_in(scalar.text):
            place = scalar.part(start, end)
            if not any(place.lies_in(span) for span in wrong):
                self.numbers.append(Figure(number, place))

    def at(self, *path: str | int) -> nodes.Node | None:
        """The node at ``path`` of the rule, None where the rule leaves it out."""
        return nodes.at(self.node, *path)

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
        self.asked += other.asked
        self.readings |= other.readings
        self.hangs |= other.hangs
        self.counts |= other.counts
        self.later += other.later

    def number(self, value: Number, *path: str | int, measure: Measure = "number") -> None:
        """Note a number that the rule states at ``path``: it must stand in the words cited."""
        self.numbers.append(Figure(value, self.span(*path), measure))


@dataclass(slots=True)
class Binder(TextBinder):
    """What a kind gets to bind one rule."""

    info: RuleInfo = field(kw_only=True)
    written: nodes.Node = field(kw_only=True)
    """The text of the rule with all its options and all its values over time."""
    looks_back: bool = field(kw_only=True, default=False)
    """Whether it looks at a subject on the days of its history, not as it stood at the end of the window."""

    @property
    def has_window(self) -> bool:
        """Whether the rule judges by windows: its subject and what it counts are seen through them."""
        return self.declarations.windows.get(self.info.id) is not None

    def _results(self, own: bool) -> Seen:
        declared = self.declarations
        return Seen(declared.results, declared.windows, declared.windows.get(self.info.id), through_any=not own)

    @property
    def days(self) -> Mapping[str, Possible]:
        """How the days lie of the subject and of the window where that is asked about: within the time in force; a
        record is judged as of the end of the window at last."""
        base = self.declarations.base(self.subject)
        governed = self.declarations.governed.get(base, {})
        if not self.has_window:
            return {name: day for name, day in governed.items() if name not in OF_WINDOW}
        begun = frozenset(("period_start",))
        ended = begun if self.looks_back or base in self.declarations.registers else begun | {"as_of"}
        end = replace(governed.get("period_end", ANY_VALUE), never_before=ended)
        return {**governed, "as_of": Possible(never_before=begun), "period_end": end}
