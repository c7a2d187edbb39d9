"""What a pack declares to its expressions, and what its vocabulary tells the world of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from supervision_rules import nodes
from supervision_rules.expressions import Fields
from supervision_rules.kinds import KINDS
from supervision_rules.language.binding import Declarations
from supervision_rules.language.facts import Fact
from supervision_rules.language.names import Names
from supervision_rules.language.readings import Choice, leaning
from supervision_rules.language.results import functions
from supervision_rules.pack import Pack
from supervision_rules.records import TypeSpec, Vocabulary
from supervision_rules.world import Schema


def declarations_of(
    pack: Pack, tree: nodes.Mapping, choice: Choice, vocabulary: Vocabulary, names: Names
) -> Declarations:
    """The names, functions and boxes that a pack's expressions and rules may use.

    ``tree`` is the pack's text with its readings still open.
    """
    kinds = vocabulary.kinds
    subjects: dict[str, tuple[str, frozenset[str]]] = {}
    into: dict[str, list[str]] = defaultdict(list)
    for rule in pack.rules:
        kind = KINDS[rule.kind]
        subject = kind.subject(rule)
        subjects[rule.id] = (kinds.get(subject, subject), kind.gives)
        box = kind.feeds(rule)
        if box is not None:
            into[box].append(rule.id)
    return Declarations(
        names=names.types,
        functions=functions(choice, subjects),
        references={
            name: {field: target for field, target, _ in spec.references} for name, spec in vocabulary.types.items()
        },
        kinds=kinds,
        events={name: frozenset(("date", *_events(spec))) for name, spec in vocabulary.types.items()},
        fields={name: _fields(spec) for name, spec in vocabulary.types.items()},
        registers=frozenset(name for name, spec in vocabulary.types.items() if spec.is_register),
        conventions=pack.conventions,
        convention_readings=_convention_readings(tree),
        into=MappingProxyType({box: tuple(rules) for box, rules in into.items()}),
        boxes=frozenset(box for rule in pack.rules for box in KINDS[rule.kind].opens(rule)),
    )


def _fields(spec: TypeSpec) -> Fields:
    own = frozenset(("id", "date", "recorded", *(("kind",) if spec.kinds else ()), *spec.fields))
    told = own.difference(name for name, _, _ in _inherits(spec))
    return Fields(told.difference(_events(spec)), told.intersection(_events(spec)))


def _convention_readings(tree: nodes.Mapping) -> Mapping[str, frozenset[str]]:
    conventions = tree.get("conventions")
    entries = conventions.entries if isinstance(conventions, nodes.Mapping) else ()
    return {key.text: frozenset(leaning(value)) for key, value in entries}


def schema_of(
    vocabulary: Vocabulary,
    declarations: Declarations,
    names: Names,
    facts: Mapping[str, Mapping[str, Fact]],
    read: Mapping[str, set[str]],
) -> Schema:
    """What the world needs to know of the record types; ``read`` lists the fields that the pack reads."""
    dates = {name: _events(spec) for name, spec in vocabulary.types.items()}
    return Schema(
        fields={
            name: ("id", "date", "recorded", *(("kind",) if spec.kinds else ()), *spec.fields)
            for name, spec in vocabulary.types.items()
        },
        dates=dates,
        events={name: tuple(key for key in keys if key in read[name]) for name, keys in dates.items()},
        days={
            name: tuple(key for key, field in spec.fields.items() if field.type == "date" and key in read[name])
            for name, spec in vocabulary.types.items()
        },
        inherits={name: _inherits(spec) for name, spec in vocabulary.types.items()},
        belongs={name: _belongs(spec, declarations.registers) for name, spec in vocabulary.types.items()},
        registers=declarations.registers,
        kinds=declarations.kinds,
        references=declarations.references,
        derive=names.derive,
        derived={name: dict(facts.get(name, {})) for name in vocabulary.types},
        labels=names.labels,
    )


def _events(spec: TypeSpec) -> tuple[str, ...]:
    return tuple(name for name, field in spec.fields.items() if field.type == "date" and not field.planned)


def _inherits(spec: TypeSpec) -> tuple[tuple[str, str, str], ...]:
    written = ((name, field.inherits) for name, field in spec.fields.items())
    parts = ((name, *source.partition(".")) for name, source in written if source is not None)
    return tuple((name, reference, inner) for name, reference, _, inner in parts)


def _belongs(spec: TypeSpec, registers: frozenset[str]) -> tuple[str, ...]:
    required = (name for name, field in spec.fields.items() if field.required and field.target is not None)
    return tuple(name for name in required if spec.fields[name].target not in registers)
