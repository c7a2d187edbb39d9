"""Pack → CompiledPack: names and references resolved, expressions bound, rules ordered by what they read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from supervision_rules import nodes
from supervision_rules.binding import Binder, Declarations, TextBinder
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.facts import Fact, bind_fact
from supervision_rules.findings import Citation, RuleInfo
from supervision_rules.kinds import KINDS, Bound, RuleSpec
from supervision_rules.names import Names, declare_fact, names_of
from supervision_rules.pack import Pack, PackText, build, choice_of
from supervision_rules.quotes import numerals, words_in
from supervision_rules.readings import Choice, leaning
from supervision_rules.records import TypeSpec, Vocabulary, extended, places, shared_vocabulary
from supervision_rules.results import functions
from supervision_rules.world import Schema


@dataclass(frozen=True, slots=True)
class CompiledPack:
    """A pack under one choice of readings, ready to judge records. Immutable and safe to share between threads."""

    pack: Pack
    text: PackText
    choice: Choice
    vocabulary: Vocabulary
    schema: Schema
    rules: tuple[Bound, ...]
    """In the order in which they must run."""
    infos: tuple[RuleInfo, ...]
    """In the pack's own order."""
    read: frozenset[str]
    """The ids of the rules whose results others read."""

    def governs(self, day: date) -> bool:
        """Whether the document was in force on ``day``."""
        period = self.pack.document.in_force
        since, until = (period.since, period.until) if period else (None, None)
        return (since is None or day >= since) and (until is None or day <= until)


def compile_pack(text: PackText, asked: Mapping[str, str], diagnostics: Collector) -> CompiledPack | None:
    """The pack ready to run under the readings asked for, or None if something in it is wrong, which is then told."""
    choice = choice_of(text, asked, diagnostics)
    built = build(text, choice, diagnostics)
    if built is None or diagnostics.failed:
        return None
    pack, tree = built
    vocabulary = shared_vocabulary()
    if pack.records.types:
        vocabulary = extended(vocabulary, pack.records, places(nodes.locate(tree, ("records",))), diagnostics)
    compiled = _Compilation(pack, text, tree, choice, vocabulary, diagnostics).compile()
    return None if diagnostics.failed else compiled


class _Compilation:
    """One run of the compiler over a pack."""

    def __init__(
        self, pack: Pack, text: PackText, tree: nodes.Mapping, choice: Choice, vocabulary: Vocabulary, diagnostics: Collector
    ) -> None:
        self.pack, self.text, self.tree, self.choice = pack, text, tree, choice
        self.vocabulary, self.diagnostics = vocabulary, diagnostics
        self.names: Names = names_of(vocabulary)
        self.facts: dict[str, dict[str, Fact]] = defaultdict(dict)
        self.fact_binders: dict[tuple[str, str], TextBinder] = {}
        self.declarations = self._declarations()

    def compile(self) -> CompiledPack | None:
        self._bind_facts()
        infos, binders, bound = self._bind_rules()
        order = self._order(binders)
        if order is None:
            return None
        read = set().union(*(self._reads(binder, set()) for binder in binders.values()))
        rules = tuple(bound[rule] for rule in order if rule in bound)
        return CompiledPack(
            self.pack, self.text, self.choice, self.vocabulary, self._schema(binders.values()), rules, tuple(infos), frozenset(read)
        )

    def _declarations(self) -> Declarations:
        base = self.vocabulary.kinds
        subjects = {}
        into: dict[str, list[str]] = defaultdict(list)
        for rule in self.pack.rules:
            kind = KINDS[rule.kind]
            subject = kind.subject(rule)
            subjects[rule.id] = (base.get(subject, subject), kind.gives)
            box = getattr(rule, "into", None)
            if box is not None:
                into[box].append(rule.id)
        references = {
            name: {field: target for field, target, _ in spec.references} for name, spec in self.vocabulary.types.items()
        }
        conventions = self.text.tree.get("conventions")
        leans = {
            key.text: frozenset(leaning(value))
            for key, value in (conventions.entries if isinstance(conventions, nodes.Mapping) else ())
        }
        return Declarations(
            names=self.names.types,
            functions=functions(self.choice, subjects),
            references=references,
            kinds=base,
            registers=frozenset(name for name, spec in self.vocabulary.types.items() if spec.is_register),
            conventions=self.pack.conventions,
            convention_readings=leans,
            into=MappingProxyType({box: tuple(rules) for box, rules in into.items()}),
        )

    def _bind_facts(self) -> None:
        for index, spec in enumerate(self.pack.facts):
            node = self._node("facts", index)
            base = self.declarations.base(spec.of)
            if not self._known(node, "of", spec.of):
                continue
            if spec.id in self.names.types[base]:
                self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=spec.id)
                continue
            binder = TextBinder(self.declarations, node, spec.of, self.diagnostics)
            fact = bind_fact(spec, binder)
            if fact is not None:
                declare_fact(self.names, base, fact)
                self.facts[base][spec.id] = fact
                self.fact_binders[(base, spec.id)] = binder
                self._check_numbers(binder, spec.cite.quotes if spec.cite else (), spec.unquoted)

    def _bind_rules(self) -> tuple[list[RuleInfo], dict[str, TextBinder], dict[str, Bound]]:
        infos: list[RuleInfo] = []
        binders: dict[str, TextBinder] = {}
        bound: dict[str, Bound] = {}
        for index, rule in enumerate(self.pack.rules):
            node = self._node("rules", index)
            kind = KINDS[rule.kind]
            subject = kind.subject(rule)
            if rule.id in binders:
                self.diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=rule.id)
                continue
            if not self._known(node, "on" if node.get("on") is not None else "of", subject):
                continue
            info = self._info(rule, subject)
            binder = Binder(self.declarations, node, subject, self.diagnostics, info=info)
            binders[rule.id] = binder
            made = kind.bind(rule, binder)
            info = replace(info, readings=self._readings(rule, index, binder))
            infos.append(info)
            self._check_numbers(binder, tuple(words_in(node)), rule.unquoted)
            if made is not None:
                bound[rule.id] = replace(made, info=info)
        return infos, binders, bound

    def _info(self, rule: RuleSpec, subject: str) -> RuleInfo:
        cite = Citation(rule.cite.clause, rule.cite.quotes)
        pack = self.pack
        return RuleInfo(
            pack.pack, pack.version, rule.id, rule.kind, rule.label, cite, rule.severity, self.declarations.base(subject), ()
        )

    def _node(self, section: str, index: int) -> nodes.Mapping:
        node = nodes.locate(self.tree, (section, index))
        assert isinstance(node, nodes.Mapping)  # the model has been built from it
        return node

    def _known(self, node: nodes.Mapping, key: str, name: str) -> bool:
        if self.declarations.exists(name):
            return True
        choices = (*self.names.types, *self.declarations.kinds)
        self.diagnostics.add("SR301", nodes.locate(node, (key,)).span, name=name, hint=nearest(name, choices))
        return False

    def _readings(self, rule: RuleSpec, index: int, binder: TextBinder) -> tuple[tuple[str, str], ...]:
        """The readings that a rule leans on: named by itself, by its parameters, and by the facts that it uses."""
        written = nodes.locate(self.text.tree, ("rules", index))
        found = set(rule.readings) | set(leaning(written)) | self._leans(binder, set())
        for name in rule.readings:
            if name not in self.choice.declared:
                place = nodes.locate(written, ("readings", rule.readings.index(name))).span
                self.diagnostics.add("SR305", place, given=name, hint=nearest(name, self.choice.declared))
        return tuple((name, self.choice.options[name]) for name in sorted(found) if name in self.choice.options)

    def _leans(self, binder: TextBinder, seen: set[tuple[str, str]]) -> set[str]:
        found = set(binder.readings) | {name for function, name in binder.calls if function == "reading"}
        for record_type, name in binder.names:
            key = self._fact(record_type, name)
            if key is not None and key not in seen:
                seen.add(key)
                found |= set(leaning(self._fact_text(key))) | self._leans(self.fact_binders[key], seen)
        return found

    def _fact(self, record_type: str, name: str) -> tuple[str, str] | None:
        """The derived fact that a name means, also through a reference."""
        if (record_type, name) in self.fact_binders:
            return (record_type, name)
        for reference, target in self.declarations.references.get(record_type, {}).items():
            inner = name.removeprefix(f"{reference}_")
            if inner != name and (target, inner) in self.fact_binders:
                return (target, inner)
        return None

    def _fact_text(self, key: tuple[str, str]) -> nodes.Node:
        index = next(i for i, spec in enumerate(self.pack.facts) if (self.declarations.base(spec.of), spec.id) == key)
        return nodes.locate(self.text.tree, ("facts", index))

    def _order(self, binders: Mapping[str, TextBinder]) -> list[str] | None:
        """The rules in an order in which each runs after those that it reads; a cycle is told."""
        graph = {rule: sorted(self._reads(binder, set())) for rule, binder in binders.items()}
        try:
            return list(TopologicalSorter(graph).static_order())
        except CycleError as problem:
            cycle = problem.args[1]
            index = next(i for i, rule in enumerate(self.pack.rules) if rule.id == cycle[0])
            self.diagnostics.add("SR311", self._node("rules", index).span, cycle=" → ".join(cycle))
            return None

    def _reads(self, binder: TextBinder, seen: set[tuple[str, str]]) -> set[str]:
        found = {rule for function, rule in binder.calls if function != "reading"}
        for record_type, name in binder.names:
            key = self._fact(record_type, name)
            if key is not None and key not in seen:
                seen.add(key)
                found |= self._reads(self.fact_binders[key], seen)
        return found

    def _check_numbers(self, binder: TextBinder, words: Iterable[str], unquoted: str | None) -> None:
        """Every number of a rule stands in the words that it cites, unless the rule says why not."""
        if unquoted is not None or self.choice.asked:
            return
        quoted = numerals(words)
        for number, span in binder.numbers:
            if number and abs(number) not in quoted:
                self.diagnostics.add("SR310", span, number=number, words=" / ".join(words) or "—")

    def _schema(self, binders: Iterable[TextBinder]) -> Schema:
        read = self._fields_read(binders)
        dates = {
            name: tuple(key for key, field in spec.fields.items() if field.type == "date" and not field.planned)
            for name, spec in self.vocabulary.types.items()
        }
        return Schema(
            fields={name: _fields(spec) for name, spec in self.vocabulary.types.items()},
            dates=dates,
            events={name: tuple(key for key in keys if key in read[name]) for name, keys in dates.items()},
            registers=self.declarations.registers,
            kinds=self.declarations.kinds,
            references=self.declarations.references,
            derive=self.names.derive,
            derived={name: dict(self.facts[name]) for name in self.vocabulary.types},
            labels=self.names.labels,
        )

    def _fields_read(self, binders: Iterable[TextBinder]) -> Mapping[str, set[str]]:
        """The names that anything in the pack reads of each record type, through references too."""
        read: dict[str, set[str]] = defaultdict(set)
        for binder in (*binders, *self.fact_binders.values()):
            for record_type, name in binder.names:
                read[record_type].add(name)
                for reference, target in self.declarations.references.get(record_type, {}).items():
                    if name.startswith(f"{reference}_"):
                        read[target].add(name.removeprefix(f"{reference}_"))
        return read


def _fields(spec: TypeSpec) -> tuple[str, ...]:
    return ("id", "date", "recorded", *(("kind",) if spec.kinds else ()), *spec.fields)

