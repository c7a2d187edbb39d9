"""A pack of one rule, judged: the shortest way from a rule's YAML to its findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from textwrap import dedent, indent

from supervision_rules import engine
from supervision_rules.api import calendar_of
from supervision_rules.compiler import CompiledPack, compile_pack
from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.explain import explain_finding
from supervision_rules.findings import Explanation, Finding
from supervision_rules.pack import read_pack
from supervision_rules.records import Models, Record
from supervision_rules.world import World

_HEAD = """\
pack: trial
label: 试验
version: 1.0.0
language: 1
document: {title: 办法, issuer: 政府}
"""


def pack_of(rules: str, facts: str = "", more: str = "") -> str:
    """The text of a pack with these lists of rules and facts, and more sections."""
    section = f"facts:\n{_items(facts)}" if facts else ""
    return f"{_HEAD}{more}{section}rules:\n{_items(rules)}"


def _items(text: str) -> str:
    return indent(dedent(text).strip("\n"), "  ") + "\n"


@lru_cache(maxsize=64)
def compiled_of(rules: str, facts: str = "", more: str = "") -> CompiledPack:
    """The pack, compiled; it must have nothing wrong."""
    compiled, told = tried(rules, facts, more)
    assert compiled is not None, told
    return compiled


def tried(rules: str, facts: str = "", more: str = "") -> tuple[CompiledPack | None, list[str]]:
    """The pack, compiled, and what was told: code, place and message."""
    compiled, told = diagnosed(rules, facts, more)
    return compiled, [f"{found.code} {found.span} {found.message('zh')}" for found in told]


def diagnosed(rules: str, facts: str = "", more: str = "") -> tuple[CompiledPack | None, list[Diagnostic]]:
    """The pack, compiled, and what was told."""
    diagnostics = Collector()
    text = read_pack(pack_of(rules, facts, more).encode(), "pack.yaml", diagnostics)
    compiled = compile_pack(text, {}, diagnostics) if text else None
    return compiled, diagnostics.sorted()


def world_of(compiled: CompiledPack, records: Iterable[Record], as_of: date) -> World:
    """The world of these records."""
    return engine.build_world(compiled, records, as_of, calendar_of(compiled, ()))[0]


def records_of(compiled: CompiledPack, rows: Iterable[tuple[str, Mapping[str, object]]]) -> list[Record]:
    """Records from their type and fields."""
    models = Models(compiled.vocabulary)
    return [models[record_type](**fields) for record_type, fields in rows]


def judged(compiled: CompiledPack, rows: Iterable[tuple[str, Mapping[str, object]]], as_of: date) -> list[Finding]:
    """The findings about records given by type and fields."""
    return engine.run(compiled, world_of(compiled, records_of(compiled, rows), as_of), ())


def explained(
    compiled: CompiledPack, rows: Iterable[tuple[str, Mapping[str, object]]], as_of: date
) -> list[tuple[Finding, Explanation]]:
    """The findings, each with its explanation."""
    world = world_of(compiled, records_of(compiled, rows), as_of)
    return [(finding, explain_finding(compiled, world, finding)) for finding in engine.run(compiled, world, ())]


def phrases(explanation: Explanation) -> list[str]:
    """The phrases of the tree, top down."""
    return [explanation.phrase, *(phrase for part in explanation.parts for phrase in phrases(part))]
