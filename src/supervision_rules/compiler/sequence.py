"""The order of derived facts: each after those that it uses, wherever they stand in the file."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import names_in
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.fact_spec import OF_ITS_OWN, FactSpec

Key = tuple[str, str]
"""A derived fact: its record type and its id."""


def meant(
    facts: Container[Key], references: Mapping[str, Mapping[str, str]], record_type: str, name: str
) -> Key | None:
    """Which of ``facts`` the ``name`` means to an expression about ``record_type``, also through a reference."""
    if (record_type, name) in facts:
        return (record_type, name)
    for reference, target in references.get(record_type, {}).items():
        inner = name.removeprefix(f"{reference}_")
        if inner != name and (target, inner) in facts:
            return (target, inner)
    return None


def sequence(
    facts: Sequence[FactSpec], declarations: Declarations, fields: Mapping[str, Container[str]]
) -> tuple[list[int], list[list[int]]]:
    """The places of ``facts`` in an order in which each follows those it uses, and the cycles, which are left out.

    ``fields`` are the names that each record type has of itself. A cycle begins with its first fact in the file,
    each is followed by one that it uses, and the first stands at the end again.
    """
    keys = _places(facts, declarations)
    graph = {place: set(_used(fact, keys, declarations, fields)) for place, fact in enumerate(facts)}
    for place, fact in enumerate(facts):
        first = keys[(declarations.base(fact.of), fact.id)]
        graph[place] |= {first} if first != place else set()  # the one that repeats a name is the later one
    cycles: list[list[int]] = []
    while True:
        try:
            return list(TopologicalSorter(graph).static_order()), cycles
        except CycleError as problem:
            cycle = problem.args[1][:0:-1]  # each before one it uses, the repeated one left out
            first = cycle.index(min(cycle))
            cycles.append([*cycle[first:], *cycle[: first + 1]])
            graph = {place: used - set(cycle) for place, used in graph.items() if place not in cycle}


def may_circle(
    facts: Sequence[Sequence[FactSpec]], declarations: Declarations, fields: Mapping[str, Container[str]]
) -> bool:
    """Whether facts could make a circle, each of which may be any of several; the first of these says its name."""
    keys = _places([versions[0] for versions in facts], declarations)
    graph = {
        place: {used for fact in versions for used in _used(fact, keys, declarations, fields)}
        for place, versions in enumerate(facts)
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return len(keys) < len(facts)  # of two that are called the same, the one meant is not known


def _places(facts: Sequence[FactSpec], declarations: Declarations) -> dict[Key, int]:
    """Where each derived fact stands, the first of those that are called the same."""
    keys: dict[Key, int] = {}
    for place, fact in enumerate(facts):
        keys.setdefault((declarations.base(fact.of), fact.id), place)
    return keys


def _used(
    fact: FactSpec, keys: Mapping[Key, int], declarations: Declarations, fields: Mapping[str, Container[str]]
) -> Iterator[int]:
    for about, text in _texts(fact):
        base = declarations.base(about)
        for name in names_in(text):
            key = None if name in fields.get(base, ()) else meant(keys, declarations.references, base, name)
            if key is not None:
                yield keys[key]


def _texts(fact: FactSpec) -> Iterator[tuple[str, str]]:
    """The expressions of a fact, each with the record type or kind that it is about."""
    named = getattr(fact, fact.way)
    counted = fact.of if fact.way == "value" or named in OF_ITS_OWN else named
    for text in (fact.value, fact.since, fact.until, *fact.among):
        yield fact.of, str(text)
    for text in (fact.where, fact.take, fact.by, *fact.among):
        yield counted, str(text)


def tell_cycles(
    cycles: Sequence[Sequence[int]], facts: Sequence[FactSpec], tree: nodes.Node, diagnostics: Collector
) -> None:
    """Tell each cycle with its path, at the fact that it begins with."""
    for cycle in cycles:
        path = " → ".join(facts[place].id for place in cycle)
        diagnostics.add("SR317", nodes.locate(tree, ("facts", cycle[0], "id")).span, cycle=path)
