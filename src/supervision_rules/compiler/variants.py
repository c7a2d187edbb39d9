"""The options that a pack does not take: each is checked in the places that it changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.binders import fact_binder, rule_binder
from supervision_rules.compiler.compile import compile_pack
from supervision_rules.compiler.compiled import CompiledPack
from supervision_rules.compiler.declare import known_type
from supervision_rules.compiler.quoted import check_numbers, check_quotes
from supervision_rules.compiler.sequence import may_circle, sequence, tell_cycles
from supervision_rules.compiler.versions import starts
from supervision_rules.compiler.wrong_subject import tell_subject
from supervision_rules.diagnostics import Collector
from supervision_rules.findings import RuleInfo
from supervision_rules.kinds import KINDS
from supervision_rules.language.conventions import Conventions
from supervision_rules.language.dates import check_dates, on_day
from supervision_rules.language.fact_spec import FactSpec
from supervision_rules.language.facts import bind_fact
from supervision_rules.language.readings import Choice, choose, leaning, ways_to
from supervision_rules.language.spec import Spec
from supervision_rules.pack import Document
from supervision_rules.shape import validate

TOGETHER: Final = frozenset({"SR311", "SR320", "SR321"})
"""What only shows in several rules together: a circle of rules, windows that do not fit."""


def check_variants(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell what is wrong with the values under options not taken. Expressions mean the same under every option."""
    tree = compiled.text.tree
    sections: tuple[tuple[str, type[Spec]], ...] = (("document", Document), ("conventions", Conventions))
    for section, model in sections:
        written = tree.get(section)
        for node in _variants(compiled, written, diagnostics) if written is not None else ():
            validate(model, node, diagnostics)
    _check_cycles(compiled, diagnostics)
    for index, fact in enumerate(_items(tree.get("facts"))):
        for node in _variants(compiled, fact, diagnostics):
            _check_fact(compiled, index, node, diagnostics)
    infos = {info.id: info for info in compiled.infos}
    for index, written in enumerate(_items(tree.get("rules"))):
        for chosen in _chosen(compiled, written, diagnostics):
            check_dates(chosen, compiled.in_force, diagnostics)
        for node in _variants(compiled, written, diagnostics):
            _check_rule(compiled, index, node, infos, diagnostics)
    _check_together(compiled, diagnostics)


def _items(section: nodes.Node | None) -> tuple[nodes.Node, ...]:
    """What a section lists; nothing, where the whole of it depends on a reading."""
    return section.items if isinstance(section, nodes.Sequence) else ()


def _check_together(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell what rules that read one another would have wrong together where a window or box is another by an option."""
    tree, choice, linked = compiled.text.tree, compiled.choice, compiled.read | compiled.reading
    written: list[nodes.Node] = []
    for index, rule in enumerate(compiled.pack.rules):
        keys = [nodes.child(nodes.locate(tree, ("rules", index)), key) for key in ("window", "into")]
        if rule.id in linked or keys[1] is not None:
            written += [key for key in keys if key is not None]
    for options in dict.fromkeys(way for key in written for way in ways_to(key, choice)):
        apart = Collector()
        compile_pack(compiled.text, {**choice.options, **dict(options)}, apart)
        for found in apart.found:
            if found.code in TOGETHER:
                diagnostics.add(found.code, found.span, **found.params)


def _variants(compiled: CompiledPack, node: nodes.Node, diagnostics: Collector) -> Iterator[nodes.Node]:
    """``node`` under every option not taken, in each of its versions."""
    for chosen in _chosen(compiled, node, diagnostics):
        for day in starts(chosen) or (None,):
            yield on_day(chosen, day)


def _chosen(compiled: CompiledPack, node: nodes.Node, diagnostics: Collector) -> Iterator[nodes.Node]:
    """``node`` under every option not taken that it has a value for, with the options that lead to that value."""
    choice = compiled.choice
    for options in dict.fromkeys(ways_to(node, choice)):
        other = Choice({**choice.options, **dict(options)}, choice.declared, asked=True)
        yield choose(node, other, diagnostics)


def _check_cycles(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell the circles that facts would make under an option not taken; most packs have none under all together."""
    tree, types = compiled.text.tree, compiled.vocabulary.types
    fields = {name: frozenset(spec.fields) for name, spec in types.items()}
    if not may_circle([*_ways(compiled)], compiled.declarations, fields):
        return
    written = nodes.Mapping(tuple(entry for entry in tree.entries if entry[0].text == "facts"), tree.span)
    specs: dict[int, tuple[nodes.Node, FactSpec | None]] = {}
    for chosen in _variants(compiled, written, diagnostics):
        section = nodes.child(chosen, "facts")
        items = section.items if isinstance(section, nodes.Sequence) else ()
        facts = [fact for item in items if (fact := _fact(item, specs, diagnostics)) is not None]
        if len(facts) == len(items):
            tell_cycles(sequence(facts, compiled.declarations, fields)[1], facts, chosen, diagnostics)


def _ways(compiled: CompiledPack) -> Iterator[list[FactSpec]]:
    """Each fact as it is taken, and as it would be under the other options."""
    written = compiled.text.tree.get("facts")
    for index, fact in enumerate(compiled.pack.facts):
        item = nodes.child(written, index) if isinstance(written, nodes.Sequence) else written
        assert item is not None  # the facts have been built from it
        ways = (validate(FactSpec, node, Collector()) for node in _variants(compiled, item, Collector()))
        yield [fact, *(way for way in ways if way is not None)]


def _fact(
    item: nodes.Node, specs: dict[int, tuple[nodes.Node, FactSpec | None]], diagnostics: Collector
) -> FactSpec | None:
    """The model of a fact. Most are the very same node under every option: it is kept, with what was made of it."""
    if id(item) not in specs:
        specs[id(item)] = item, validate(FactSpec, item, diagnostics)
    return specs[id(item)][1]


def _check_fact(compiled: CompiledPack, index: int, node: nodes.Node, diagnostics: Collector) -> None:
    spec = validate(FactSpec, node, diagnostics)
    if spec is None or not isinstance(node, nodes.Mapping):
        return
    if not known_type(compiled.declarations, node, spec.of, diagnostics):
        return
    declared, base = compiled.pack.facts[index], compiled.declarations.base
    if not _same(node, "id", (spec.id, declared.id), diagnostics):
        return
    if not _same(node, "of", (base(spec.of), base(declared.of)), diagnostics):
        return
    binder = fact_binder(compiled.declarations, spec, node, diagnostics)
    fact = bind_fact(spec, binder, {})
    tell_subject(compiled.declarations, node, spec.of, diagnostics)
    written = nodes.locate(compiled.text.tree, ("facts", index))
    check_numbers(binder, spec.cite.quotes if spec.cite else (), _sayings(compiled, written))
    if spec.id in compiled.declarations.taken.get(base(spec.of), ()):
        return  # that the name is used twice is told
    taken = compiled.declarations.names[base(spec.of)].get(spec.id)
    if fact is not None and taken is not None and fact.type != taken:
        place = nodes.locate(node, (spec.way,)).span
        diagnostics.add("SR316", place, fact=spec.id, taken=taken, other=fact.type)


def _check_rule(
    compiled: CompiledPack, index: int, node: nodes.Node, infos: Mapping[str, RuleInfo], diagnostics: Collector
) -> None:
    kind = KINDS[compiled.pack.rules[index].kind]
    spec = validate(kind.model, node, diagnostics)
    if spec is None or not isinstance(node, nodes.Mapping):
        return
    if not known_type(compiled.declarations, node, kind.subject(spec), diagnostics):
        return
    if _same(node, "id", (spec.id, compiled.pack.rules[index].id), diagnostics):
        info = infos.get(spec.id)
        if info is not None:  # else what is wrong with its name or its record type is told
            written = nodes.locate(compiled.text.tree, ("rules", index))
            binder = rule_binder(compiled.declarations, spec, node, diagnostics, info, written)
            kind.bind(spec, binder)
            tell_subject(compiled.declarations, node, kind.subject(spec), diagnostics)
            check_quotes(binder, spec.cite.quotes, written, _sayings(compiled, written))


def _sayings(compiled: CompiledPack, written: nodes.Node) -> tuple[str, ...]:
    """What the readings say that a fact or rule leans on: the words that are open, and the options."""
    leant = (compiled.text.readings.get(name) for name in leaning(written))
    return tuple(text for each in leant if each is not None for text in (each.words, *each.options.values()))


def _same(node: nodes.Mapping, key: str, values: tuple[str, str], diagnostics: Collector) -> bool:
    """Whether what others go by has the value that it has under the option taken; told if not."""
    if values[0] == values[1]:
        return True
    diagnostics.add("SR319", nodes.locate(node, (key,)).span, what=key)
    return False
