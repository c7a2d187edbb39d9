"""What a pack declares to its expressions, and what its vocabulary tells the world of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping
from functools import cache, partial
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.compiler.naming import unnamed_facts
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS
from supervision_rules.language.amounts import POINTS
from supervision_rules.language.conventions import Conventions
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.fact_spec import FactSpec
from supervision_rules.language.facts import Fact
from supervision_rules.language.guidance import Guidance
from supervision_rules.language.links import field_to
from supervision_rules.language.names import Names
from supervision_rules.language.readings import Choice, leaning_at
from supervision_rules.language.results import functions
from supervision_rules.pack import Pack, PackText
from supervision_rules.records import TypeSpec, Vocabulary
from supervision_rules.world import Schema

_DATED: Final = ("date", "moment")
"""The types of fields that name a day."""


def declarations_of(pack: Pack, text: PackText, choice: Choice, vocabulary: Vocabulary, names: Names) -> Declarations:
    """The names, functions and boxes that a pack's expressions and rules may use."""
    tree = text.tree
    kinds = vocabulary.kinds
    subjects: dict[str, tuple[str, frozenset[str]]] = {}
    codes: dict[str, Mapping[str, str]] = {}
    # Of two rules with one id, which is told, it is the first that others mean.
    windows = {rule.id: getattr(rule, "window", None) for rule in reversed(pack.rules)}
    into: dict[str, list[str]] = defaultdict(list)
    members: dict[str, tuple[str, str]] = {}
    single = {
        name: {field: target for field, target, several in spec.references if not several}
        for name, spec in vocabulary.types.items()
    }
    judging = [rule.id for rule in pack.rules if KINDS[rule.kind].judges]
    for rule in pack.rules:
        kind = KINDS[rule.kind]
        subject = kind.subject(rule)
        subjects.setdefault(rule.id, (kinds.get(subject, subject), kind.gives))
        codes.setdefault(rule.id, kind.codes(rule))
        if (judged := kind.members(rule)) is not None:
            base = kinds.get(judged[0], judged[0])
            members.setdefault(rule.id, (base, field_to(subjects[rule.id][0], single.get(base, {}), judged[1]) or ""))
        box = kind.feeds(rule)
        if box is not None:
            into[box].append(rule.id)
    return Declarations(
        names=names.types,
        broken=names.broken,
        days=names.days,
        sought=names.doubted,
        functions=functions(
            choice, subjects, frozenset(filter(windows.get, windows)), codes, single, members, frozenset(judging)
        ),
        guidance=_guidance(pack, text, vocabulary, names, single),
        references={
            name: {field: target for field, target, _ in spec.references} for name, spec in vocabulary.types.items()
        },
        kinds=kinds,
        events={name: frozenset(("date", *_events(spec))) for name, spec in vocabulary.types.items()},
        fields={name: frozenset(_fields(spec)) for name, spec in vocabulary.types.items()},
        registers=frozenset(name for name, spec in vocabulary.types.items() if spec.is_register),
        conventions=pack.conventions,
        convention_readings={name: leaning_at(tree, "conventions", name) for name in Conventions.model_fields},
        place_readings=leaning_at(tree, "document", "jurisdiction"),
        windows=MappingProxyType(windows),
        about=_periods_named(pack, kinds),
        into=MappingProxyType({box: tuple(rules) for box, rules in into.items()}),
        boxes={box: subjects[rule.id][0] for rule in reversed(pack.rules) for box in KINDS[rule.kind].opens(rule)},
        units={
            box: KINDS[rule.kind].unit(rule) for rule in reversed(pack.rules) for box in KINDS[rule.kind].opens(rule)
        },
        amounts=names.amounts,
        counted={
            rule.id: KINDS[rule.kind].unit(rule) or POINTS.zh
            for rule in reversed(pack.rules)
            if "points" in KINDS[rule.kind].gives
        },
        deducting=frozenset(rule.id for rule in pack.rules if getattr(rule, "effect", None) == "deduct"),
        lost=text.lost,
        labels=_labels(vocabulary),
        subjects={rule: about for rule, (about, _) in subjects.items()},
        members={rule: about for rule, (about, _) in members.items()},
        single=single,
        origins=names.origins,
        taken=names.taken,
    )


def _periods_named(pack: Pack, kinds: Mapping[str, str]) -> Mapping[tuple[str, str], PeriodKind]:
    """By record type and field the periods that the field names; the shortest, where rules differ."""
    named: dict[tuple[str, str], PeriodKind] = {}
    for said in filter(None, (KINDS[rule.kind].about(rule) for rule in pack.rules)):
        name, field, kind = said
        key = kinds.get(name, name), field
        if key not in named or lies_within(kind, named[key]):
            named[key] = kind
    return MappingProxyType(named)


def _guidance(
    pack: Pack, text: PackText, vocabulary: Vocabulary, names: Names, single: Mapping[str, Mapping[str, str]]
) -> Guidance:
    facts: dict[str, dict[str, FactSpec]] = defaultdict(dict)
    for fact in pack.facts:
        facts[vocabulary.kinds.get(fact.of, fact.of)][fact.id] = fact
    return Guidance(
        names=names.types,
        labels=names.labels,
        facts=facts,
        rules={rule.label: rule.id for rule in pack.rules},
        references=single,
        adds=frozenset(pack.records.types),
        unnamed=cache(partial(unnamed_facts, text.whole)),
    )


def governance_readings(tree: nodes.Mapping) -> frozenset[str]:
    """The readings that it hangs on which records a document governs."""
    return leaning_at(tree, "document", "in_force") | leaning_at(tree, "document", "replaces")


def _labels(vocabulary: Vocabulary) -> dict[str, str]:
    """Each record type and kind by its label, the types first."""
    kinds = ((label, code) for spec in vocabulary.types.values() for code, label in (spec.kinds or {}).items())
    types = {spec.label: name for name, spec in vocabulary.types.items() if spec.label}
    return types | {label: code for label, code in kinds if label not in types}


def _fields(spec: TypeSpec) -> tuple[str, ...]:
    return ("id", "date", "recorded", *(("kind",) if spec.kinds else ()), *spec.fields)


def known_type(declarations: Declarations, node: nodes.Mapping, name: str, diagnostics: Collector) -> bool:
    """Whether there is a record type or kind ``name``, which a fact or rule is about; told under its key if not."""
    if declarations.exists(name):
        return True
    key = "on" if node.get("on") is not None else "of"
    diagnostics.add("SR301", nodes.locate(node, (key,)).span, name=name, hint=declarations.meant(name))
    return False


def schema_of(
    vocabulary: Vocabulary,
    declarations: Declarations,
    names: Names,
    facts: Mapping[str, Mapping[str, Fact]],
    read: Mapping[str, set[str]],
    links: Iterable[tuple[str, str]],
) -> Schema:
    """What the world needs to know of the record types; ``read`` lists the fields that the pack reads, ``links`` those
    by which it looks for records."""
    dates = {name: _events(spec) for name, spec in vocabulary.types.items()}
    return Schema(
        fields={name: _fields(spec) for name, spec in vocabulary.types.items()},
        dates=dates,
        events={name: _hanging(spec, dates[name], read[name]) for name, spec in vocabulary.types.items()},
        days={
            name: tuple(key for key, field in spec.fields.items() if field.type in _DATED and key in read[name])
            for name, spec in vocabulary.types.items()
        },
        inherits={name: _inherits(spec) for name, spec in vocabulary.types.items()},
        belongs=belonging(vocabulary, declarations.registers),
        registers=declarations.registers,
        kinds=declarations.kinds,
        references=declarations.references,
        derive=names.derive,
        derived={name: dict(facts.get(name, {})) for name in vocabulary.types},
        links=_sought(declarations, links),
        labels=names.labels,
        years=declarations.conventions.years,
        doubted=names.doubted,
        reopens={name: spec.reopens for name, spec in vocabulary.types.items() if spec.reopens is not None},
    )


def _sought(declarations: Declarations, links: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """By kind, and by record type where it has no kinds, the fields by which records are looked for."""
    fields: dict[str, set[str]] = defaultdict(set)
    for name, field in links:
        kinds = [kind for kind, base in declarations.kinds.items() if base == name]
        for kind in kinds or [name]:
            fields[kind].add(field)
    return {kind: tuple(sorted(found)) for kind, found in fields.items()}


def _hanging(spec: TypeSpec, dates: Iterable[str], read: Container[str]) -> Mapping[str, str]:
    """The fields read that are not there before a day, and the field that tells which: dates of events, judgements."""
    own = {name: name for name in dates if name in read}
    return {**own, **{name: judgement.on for name, judgement in spec.judged if name in read}}


def _events(spec: TypeSpec) -> tuple[str, ...]:
    return tuple(name for name, field in spec.fields.items() if field.type in _DATED and not field.planned)


def _inherits(spec: TypeSpec) -> tuple[tuple[str, str, str], ...]:
    written = ((name, field.inherits) for name, field in spec.fields.items())
    parts = ((name, *source.partition(".")) for name, source in written if source is not None)
    return tuple((name, reference, inner) for name, reference, _, inner in parts)


def belonging(vocabulary: Vocabulary, registers: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """The fields that lead to the matter or project that a record belongs to, those that it must have first.

    What others cannot be without, and what itself needs no other record, is such a matter or project.
    """
    linked = {name: _links(spec, registers) for name, spec in vocabulary.types.items()}
    needed = {name: {target for _, target, required in links if required} for name, links in linked.items()}
    owners = {target for targets in needed.values() for target in targets if not needed.get(target)}
    leading, before = set(owners), set[str]()
    while leading != before:
        before = set(leading)
        leading |= {name for name, links in linked.items() if any(target in leading for _, target, _ in links)}
    return {
        name: () if name in owners else tuple(field for field, target, _ in links if target in leading)
        for name, links in linked.items()
    }


def dates_of_courses(vocabulary: Vocabulary, registers: frozenset[str]) -> tuple[str, ...]:
    """The dates of matters, projects, and of all else that belongs to no other record."""
    belongs = belonging(vocabulary, registers)
    kept = (name for name in vocabulary.types if name not in registers and not belongs[name])
    return tuple(dict.fromkeys(date for name in kept for date in _events(vocabulary.types[name])))


def _links(spec: TypeSpec, registers: frozenset[str]) -> list[tuple[str, str, bool]]:
    """The fields that name a record of no register: field, type named, whether it must; those that must come first."""
    fields = ((name, field.target, field.required) for name, field in spec.fields.items() if field.target is not None)
    return sorted((link for link in fields if link[1] not in registers), key=lambda link: not link[2])
