"""The options that a pack does not take: each is checked in the places that it changes."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules import nodes
from supervision_rules.compiler.compiled import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.kinds import KINDS
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.conventions import Conventions
from supervision_rules.language.facts import FactSpec, bind_fact
from supervision_rules.language.readings import Choice, choose, leaning
from supervision_rules.language.spec import Spec
from supervision_rules.pack import Document
from supervision_rules.shape import validate


def check_variants(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell what is wrong with the values under options not taken. Expressions mean the same under every option."""
    tree = compiled.text.tree
    sections: tuple[tuple[str, type[Spec]], ...] = (("document", Document), ("conventions", Conventions))
    for section, model in sections:
        written = tree.get(section)
        for node in _variants(compiled, written, diagnostics) if written is not None else ():
            validate(model, node, diagnostics)
    for index in range(len(compiled.pack.facts)):
        for node in _variants(compiled, nodes.locate(tree, ("facts", index)), diagnostics):
            _check_fact(compiled, node, diagnostics)
    for index in range(len(compiled.pack.rules)):
        for node in _variants(compiled, nodes.locate(tree, ("rules", index)), diagnostics):
            _check_rule(compiled, index, node, diagnostics)


def _variants(compiled: CompiledPack, node: nodes.Node, diagnostics: Collector) -> Iterator[nodes.Mapping]:
    """``node`` under every option not taken of every reading that it depends on, one reading changed at a time."""
    choice = compiled.choice
    for name in dict.fromkeys(leaning(node)):
        reading = choice.declared.get(name)
        for option in reading.options if reading else ():
            if option != choice.options[name]:
                other = Choice({**choice.options, name: option}, choice.declared, asked=True)
                chosen = choose(node, other, diagnostics)
                if isinstance(chosen, nodes.Mapping):
                    yield chosen


def _check_fact(compiled: CompiledPack, node: nodes.Mapping, diagnostics: Collector) -> None:
    spec = validate(FactSpec, node, diagnostics)
    if spec is None:
        return
    fact = bind_fact(spec, TextBinder(compiled.declarations, node, spec.of, diagnostics))
    taken = compiled.declarations.names[compiled.declarations.base(spec.of)][spec.id]
    if fact is not None and fact.type != taken:
        place = nodes.locate(node, (spec.way,)).span
        diagnostics.add("SR316", place, fact=spec.id, taken=taken, other=fact.type)


def _check_rule(compiled: CompiledPack, index: int, node: nodes.Mapping, diagnostics: Collector) -> None:
    kind = KINDS[compiled.pack.rules[index].kind]
    spec = validate(kind.model, node, diagnostics)
    if spec is not None:
        info = next(info for info in compiled.infos if info.id == spec.id)
        kind.bind(spec, Binder(compiled.declarations, node, kind.subject(spec), diagnostics, info=info))
