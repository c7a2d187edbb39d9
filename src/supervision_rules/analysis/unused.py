"""What a pack declares and never uses: derived facts, fields and record types of its own, readings without effect."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack, Reach
from supervision_rules.compiler.naming import is_among, words_of
from supervision_rules.compiler.written import differing, mappings
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.language.readings import BY_READING, leaning

Found = tuple[Span, Bilingual, str]
SHOWN: Final = frozenset(("name", "title", "label", "aliases"))
"""The fields by which findings name a record, and by which it is found."""


def tell_unused(compiled: CompiledPack, reach: Reach, diagnostics: Collector) -> None:
    """Tell what the pack itself declares that none of its rules uses, under any option and on any day."""
    if not compiled.pack.rules:
        return  # it is not written yet
    tree = compiled.text.tree
    others = frozenset[str]().union(*map(words_of, differing(tree)))
    words = (
        words_of(tree.get("facts")) | words_of(tree.get("rules")) if nodes.at(tree, "records", "types") else frozenset()
    )
    types = list(_types(tree, words))
    unwritten = {name for _, _, name in types}
    fields = (each for each in _fields(compiled, reach) if each[0] not in unwritten)
    found = [*_facts(compiled, reach, others), *(found for _, found in fields), *types]
    for span, sort, name in found:
        diagnostics.add("SR360", span, sort=sort, name=name)
    for span, reading in _readings(compiled, reach, others):
        diagnostics.add("SR361", span, reading=reading)


def _facts(compiled: CompiledPack, reach: Reach, others: frozenset[str]) -> Iterator[Found]:
    """The derived facts that no rule reads, nor any other fact."""
    used = {key for binder in (*reach.rules.values(), *reach.facts.values()) for key in reach.facts_named(binder)}
    for index, fact in enumerate(compiled.pack.facts):
        key = compiled.declarations.base(fact.of), fact.id
        if key in reach.facts and key not in used and not is_among(fact.id, others):
            yield _id_span(compiled, "facts", index), Bilingual("派生事实", "the derived fact"), fact.id


def _fields(compiled: CompiledPack, reach: Reach) -> Iterator[tuple[str, Found]]:
    """The fields that the pack adds, and nothing in it names nor shows, each with its record type."""
    tree = compiled.text.tree
    read, links = reach.fields_read(), reach.links()
    kinds = compiled.declarations.kinds
    words = _words_beside_records(tree) if nodes.at(tree, "records", "types") else frozenset[str]()
    for name, written in _types_written(tree):
        linked = {by for record_type, by in links if kinds.get(record_type, record_type) == name}
        fields = written.get("fields")
        beside = _names_in_declaration(written) | SHOWN
        said = {
            by for by, _, _ in compiled.vocabulary.types[name].references
        }  # whose a record is, its readers must know
        for key, _ in _entries(fields):
            if key.text not in read[name] | said | linked | beside and not is_among(key.text, words):
                yield name, (key.span, Bilingual(f"{name} 的字段", f"the field of {name}"), key.text)


def _words_beside_records(tree: nodes.Mapping) -> frozenset[str]:
    return frozenset[str]().union(*(words_of(value) for key, value in tree.entries if key.text != "records"))


def _names_in_declaration(written: nodes.Mapping) -> frozenset[str]:
    """What the declaration of a record type itself names: who has judged and when, what follows what."""
    judged = (nodes.at(each, "judgement") for each in mappings(written.get("fields")))
    return words_of(written.get("order")).union(*map(words_of, judged))


def _types(tree: nodes.Mapping, words: frozenset[str]) -> Iterator[Found]:
    """The record types that the pack adds, and nothing in it names."""
    written = dict(_types_written(tree))
    for name, spec in written.items():
        named = words.union(*(words_of(other.get("fields")) for each, other in written.items() if each != name))
        own = frozenset(words_of(spec.get("kinds")))
        if spec.get("label") is not None and not {name, *own} & named:
            place = next(key.span for key, _ in _entries(nodes.at(tree, "records", "types")) if key.text == name)
            yield place, Bilingual("记录类型", "the record type"), name


def _types_written(tree: nodes.Mapping) -> Iterator[tuple[str, nodes.Mapping]]:
    for key, value in _entries(nodes.at(tree, "records", "types")):
        if isinstance(value, nodes.Mapping):
            yield key.text, value


def _entries(node: nodes.Node | None) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    return node.entries if isinstance(node, nodes.Mapping) else ()


def _readings(compiled: CompiledPack, reach: Reach, others: frozenset[str]) -> Iterator[tuple[Span, str]]:
    """The readings that nothing depends on, and the values that are the same under all options of one."""
    tree = compiled.text.tree
    asked = {name for binder in (*reach.rules.values(), *reach.facts.values()) for _, name in binder.calls}
    asked |= {name for rule in compiled.pack.rules for name in rule.readings}
    used = asked | set(leaning(tree)) | others
    for index, reading in enumerate(compiled.pack.readings):
        if reading.id not in used:
            yield _id_span(compiled, "readings", index), reading.id
    for value in mappings(tree):
        name = value.get(BY_READING)
        options = [_plain(option) for key, option in value.entries if key.text != BY_READING]
        if isinstance(name, nodes.Scalar) and len(options) > 1 and all(each == options[0] for each in options):
            yield value.span, name.text


def _plain(node: nodes.Node) -> object:
    return nodes.plain(node)


def _id_span(compiled: CompiledPack, section: str, index: int) -> Span:
    return nodes.locate(compiled.text.tree, (section, index, "id")).span
