"""Binding a rule's texts to the declarations: expressions checked, typed and made callable on rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.expressions import (
    BOOL,
    Checked,
    Fields,
    Function,
    Scope,
    Traced,
    Type,
    Value,
    compile_fast,
    parse,
    reference,
)
from supervision_rules.findings import RuleInfo
from supervision_rules.language.conventions import Conventions, Limit, parse_limit
from supervision_rules.world import Row

_NOTHING = Scope({}, {})


@dataclass(frozen=True, slots=True)
class Expression:
    """A checked expression in its two forms: ``fast`` decides, ``trace`` explains; both come to the same value."""

    checked: Checked
    fast: Callable[[Row], Value]

    @property
    def text(self) -> str:
        return self.checked.text

    def trace(self, row: Row) -> Traced:
        """The value of every part, by the reference evaluator."""
        return reference(self.checked, row)


@dataclass(slots=True)
class Declarations:
    """What the names of a pack mean: the facts of each record type with their types, and the functions."""

    names: Mapping[str, Mapping[str, Type]]
    functions: Mapping[str, Function]
    references: Mapping[str, Mapping[str, str]]
    """For each record type its fields that name another record, and that record's type."""
    kinds: Mapping[str, str]
    """Each kind of a record type and the type it belongs to."""
    events: Mapping[str, frozenset[str]]
    """For each record type the fields that date an event."""
    fields: Mapping[str, Fields]
    """For each record type the fields that the record itself tells, and no other fills."""
    registers: frozenset[str]
    conventions: Conventions
    convention_readings: Mapping[str, frozenset[str]]
    """The readings that each convention (day_unit, roll) of the pack hangs on."""
    into: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The rules that give their points into each box."""
    boxes: frozenset[str] = frozenset()
    """The boxes that rules open."""

    def scope(self, name: str) -> Scope:
        """The names that an expression about ``name``, a record type or a kind of one, may use."""
        return Scope(self.names.get(self.base(name), {}), self.functions)

    def base(self, name: str) -> str:
        return self.kinds.get(name, name)

    def exists(self, name: str) -> bool:
        return name in self.kinds or name in self.names


@dataclass(slots=True)
class TextBinder:
    """Hands out the expressions of one fact or rule, and remembers what they read."""

    declarations: Declarations
    node: nodes.Mapping
    subject: str
    diagnostics: Collector
    calls: set[tuple[str, str]] = field(default_factory=set)
    names: set[tuple[str, str]] = field(default_factory=set)
    numbers: list[tuple[int | Decimal, Span]] = field(default_factory=list)
    readings: set[str] = field(default_factory=set)

    @property
    def conventions(self) -> Conventions:
        return self.declarations.conventions

    def condition(self, *path: str | int, of: str | None = None) -> Expression | None:
        """The condition at ``path``; one that always holds where the rule leaves it out."""
        if self.at(*path) is not None:
            return self.expression(*path, of=of)
        checked = parse("true", lambda start, end: self.span(*path), _NOTHING, BOOL, Collector())
        return Expression(checked, compile_fast(checked)) if checked else None

    def limit(self, text: str, *path: str | int) -> Limit:
        """The limit that the checked ``text`` at ``path`` states; its number must stand in the words cited."""
        limit = parse_limit(text)
        if limit.amount:
            self.number(limit.amount, *path)
        for convention in limit.leans_on():
            self.readings |= self.declarations.convention_readings.get(convention, frozenset())
        return limit

    def expression(
        self,
        *path: str | int,
        of: str | None = None,
        expected: Type | tuple[Type, ...] | None = BOOL,
        if_zero: Decimal | int | None = None,
    ) -> Expression | None:
        """The expression at ``path`` of the rule about ``of`` (the rule's subject if not given); None if there is none.

        A text that is no proper expression is told and gives None.
        """
        scalar = self.at(*path)
        if not isinstance(scalar, nodes.Scalar) or scalar.value is None:
            return None
        about = of or self.subject
        scope = self.declarations.scope(about)
        checked = parse(scalar.text, scalar.part, scope, expected, self.diagnostics, if_zero=if_zero)
        if checked is None:
            return None
        base = self.declarations.base(about)
        self.calls.update(checked.calls)
        self.names.update((base, name) for name in checked.names)
        self.numbers.extend((number, scalar.part(start, end)) for number, start, end in checked.numbers)
        return Expression(checked, compile_fast(checked, self.declarations.fields[base]))

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

    def number(self, value: int | Decimal, *path: str | int) -> None:
        """Note a number that the rule states at ``path``: it must stand in the words cited."""
        self.numbers.append((value, self.span(*path)))


@dataclass(slots=True)
class Binder(TextBinder):
    """What a kind gets to bind one rule."""

    info: RuleInfo = field(kw_only=True)
