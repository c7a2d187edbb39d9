"""What a fact or a rule reads, directly and through the facts it uses: rules, readings, fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from supervision_rules import nodes
from supervision_rules.compiler.sequence import Key, meant
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.readings import leaning


@dataclass(frozen=True, slots=True)
class Uses:
    """What a rule uses, through the facts that it uses, too."""

    names: frozenset[Key]
    """Fields and facts, each with its record type."""
    rules: frozenset[str]
    """The rules whose results it reads, and those whose results these read."""
    hangs: frozenset[str]
    """What it goes by that the whole pack shares: conventions, and ``jurisdiction``."""


@dataclass(slots=True)
class Reach:
    """The facts and rules bound so far, and how they hang together."""

    declarations: Declarations
    facts: dict[Key, TextBinder] = field(default_factory=dict)
    rules: dict[str, TextBinder] = field(default_factory=dict)
    written: dict[int, nodes.Node] = field(default_factory=dict)
    """The text of each, by the identity of its binder, with its readings still open."""

    def rules_read(self, binder: TextBinder) -> set[str]:
        """The rules whose results it reads, through the facts that it uses."""
        return {rule for _, rule in self.asked(binder)}

    def asked(self, binder: TextBinder) -> set[tuple[str, str]]:
        """The results that it asks for, each with the rule, through the facts that it uses."""
        return {call for part in self._parts(binder) for call in part.calls if call[0] != "reading"}

    def asked_through_windows(self, recurring: Container[str]) -> frozenset[str]:
        """The rules without windows whose results a rule with windows asks for, one that is ``recurring``, or a fact,
        which may be seen so."""
        windows = self.declarations.windows
        asking = [binder for rule, binder in self.rules.items() if windows.get(rule) or rule in recurring]
        asked = {
            rule for part in (*asking, *self.facts.values()) for function, rule in part.calls if function != "reading"
        }
        return frozenset(rule for rule in asked & self.rules.keys() if windows.get(rule) is None)

    def closure(self, rules: Iterable[str]) -> frozenset[str]:
        """The rules, and all whose results they read."""
        found: set[str] = set()
        pending = list(rules)
        while pending:
            rule = pending.pop()
            if rule not in found and rule in self.rules:
                found.add(rule)
                pending += self.rules_read(self.rules[rule])
        return frozenset(found)

    def readings(self, rule: str) -> set[str]:
        """The readings that a rule leans on: through its text, its facts and the rules that it reads."""
        found: set[str] = set()
        seen: set[str] = set()
        pending = [rule]
        while pending:
            name = pending.pop()
            if name not in seen and name in self.rules:
                seen.add(name)
                for part in self._parts(self.rules[name]):
                    found |= self._own_readings(part)
                pending += sorted(self.rules_read(self.rules[name]))
        return found

    def counts(self, rule: str) -> bool:
        """Whether a rule asks for working days in an expression, its facts' included, or reads another rule."""
        binder = self.rules[rule]
        return bool(self.rules_read(binder)) or any(part.counts for part in self._parts(binder))

    def uses(self, rule: str) -> Uses:
        """What a rule uses."""
        parts = self._parts(self.rules[rule])
        names = frozenset(
            key for part in parts for record_type, name in part.names for key in self._means(record_type, name)
        )
        others = self.closure(self.rules_read(self.rules[rule]))
        return Uses(names, others, frozenset[str]().union(*(part.hangs for part in parts)))

    def _means(self, record_type: str, name: str) -> Iterator[Key]:
        """A name as it is, and what it means through each reference."""
        yield record_type, name
        for reference, target in self.declarations.references.get(record_type, {}).items():
            if name.startswith(f"{reference}_"):
                yield target, name.removeprefix(f"{reference}_")

    def _own_readings(self, binder: TextBinder) -> set[str]:
        called = {name for function, name in binder.calls if function == "reading"}
        return called | binder.readings | set(leaning(self.written[id(binder)]))

    def _parts(self, binder: TextBinder) -> list[TextBinder]:
        """The binder itself and those of all the facts that it uses."""
        return [binder, *(self.facts[key] for key in self.facts_read(binder))]

    def facts_read(self, binder: TextBinder) -> list[Key]:
        """All the facts that it uses, and that these use."""
        found: dict[Key, None] = {}
        pending = [binder]
        while pending:
            for record_type, name in sorted(pending.pop().names):
                key = self.fact(record_type, name)
                if key is not None and key not in found:
                    found[key] = None
                    pending.append(self.facts[key])
        return list(found)

    def facts_named(self, binder: TextBinder) -> set[Key]:
        """The facts that it names itself."""
        keys = (self.fact(record_type, name) for record_type, name in binder.names)
        return {key for key in keys if key is not None}

    def fact(self, record_type: str, name: str) -> Key | None:
        """The derived fact that a name means, also through a reference."""
        return meant(self.facts, self.declarations.references, record_type, name)

    def links(self) -> set[tuple[str, str]]:
        """The records that anything looks for: their type or kind, and the field that names whose they are."""
        return {link for binder in (*self.facts.values(), *self.rules.values()) for link in binder.links}

    def fields_read(self) -> Mapping[str, set[str]]:
        """The names that anything reads of each record type, through references too."""
        read: dict[str, set[str]] = defaultdict(set)
        for binder in (*self.facts.values(), *self.rules.values()):
            for record_type, name in binder.names:
                for target, inner in self._means(record_type, name):
                    read[target].add(inner)
        return read
