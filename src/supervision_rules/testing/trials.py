"""A file of cases unfolded into trials, each with the places of what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.records.rows import Row
from supervision_rules.shape import validate
from supervision_rules.testing.cases import Case, CaseFile, Expectation, Variation
from supervision_rules.testing.facts import Rows, changed, id_of, rows_of

Places = Mapping[str, tuple[Span, Span]]


@dataclass(frozen=True, slots=True)
class Trial:
    """One set of facts with what must come of it."""

    name: str
    case: Case
    node: nodes.Mapping
    """The case as written."""
    span: Span
    """The place to name if it fails: the case's id, or the variation."""
    as_of: date
    readings: Mapping[str, str]
    asked: Places
    """Where each reading and its option are written."""
    records: Rows
    ids: frozenset[str]
    """The ids of its records, those that a variation leaves out included."""
    expect: tuple[Expectation, ...]
    expected: nodes.Node
    """The list of expectations as written."""


@dataclass(frozen=True, slots=True)
class Argued:
    """Changes of one value of the pack of which it is said why no case could tell them."""

    at: str
    changes: Mapping[str, nodes.Node]
    """What is changed, with where that is written."""
    reason: str
    node: nodes.Node


@dataclass(frozen=True, slots=True)
class Trials:
    """What a file of cases says: for which pack, the trials in the order of the file, what is argued of mutants."""

    pack: nodes.Node
    trials: tuple[Trial, ...]
    shared: Rows = ()
    """The records that all trials share, which come first in each."""
    argued: tuple[Argued, ...] = ()
    written: tuple[nodes.Node, ...] = ()
    """The cases as written, those that are not well formed too."""
    survivors: nodes.Node | None = None
    """What is argued, as written."""


def read_cases(data: bytes, source: str, diagnostics: Collector) -> Trials | None:
    """The trials of a file; None if it is no such file at all. What is wrong with it is told.

    A case that is not well formed is left out, so that the others can still be held against their pack.
    """
    tree = nodes.read(data, source, diagnostics)
    if tree is None:
        return None
    file = validate(CaseFile, tree, diagnostics)
    if not isinstance(tree, nodes.Mapping):
        return None
    section = tree.get("cases")
    items = section.items if isinstance(section, nodes.Sequence) else ()
    if file is not None and not items:
        diagnostics.add("SR608", nodes.locate(tree, ("cases",)).span)
    cases = list(_well_formed(file, items))
    _check_ids([node for _, node in cases], diagnostics)
    shared = rows_of(tree.get("units"), diagnostics)
    found = (trial for case, node in cases for trial in _trials(case, node, shared, diagnostics))
    argued = tuple(_argued(file, tree)) if file else ()
    return Trials(nodes.locate(tree, ("pack",)), tuple(found), shared, argued, tuple(items), tree.get("survivors"))


def _argued(file: CaseFile, tree: nodes.Mapping) -> Iterator[Argued]:
    for number, survivor in enumerate(file.survivors):
        node = nodes.locate(tree, ("survivors", number))
        change = nodes.locate(node, ("change",))
        written = change.items if isinstance(change, nodes.Sequence) else (change,)
        changes = {each.text: each for each in written if isinstance(each, nodes.Scalar)}
        yield Argued(survivor.at, changes, survivor.reason, node)


def _well_formed(file: CaseFile | None, items: tuple[nodes.Node, ...]) -> Iterator[tuple[Case, nodes.Mapping]]:
    read = [validate(Case, node, Collector()) for node in items] if file is None else file.cases
    for case, node in zip(read, items, strict=True):
        if case is not None and isinstance(node, nodes.Mapping):
            yield case, node


def _check_ids(cases: list[nodes.Mapping], diagnostics: Collector) -> None:
    seen: dict[str, nodes.Node] = {}
    for node in cases:
        place = nodes.locate(node, ("id",))
        name = place.text if isinstance(place, nodes.Scalar) else ""
        first = seen.setdefault(name, place)
        if first is not place:
            diagnostics.add("SR601", place.span, id=name, line=first.span.line)


def _trials(case: Case, node: nodes.Mapping, shared: Rows, diagnostics: Collector) -> Iterator[Trial]:
    span = nodes.locate(node, ("id",)).span
    if case.expect is None and not case.vary:
        diagnostics.add("SR602", span, id=case.id)
    records = (*shared, *rows_of(node.get("records"), diagnostics))
    ids, asked, expected = frozenset(map(id_of, records)), _places(node), nodes.locate(node, ("expect",))
    if case.expect is not None:
        expect = tuple(case.expect)
        yield Trial(case.id, case, node, span, case.as_of, case.readings, asked, records, ids, expect, expected)
    for number, variation in enumerate(case.vary):
        part = nodes.locate(node, ("vary", number))
        assert isinstance(part, nodes.Mapping)  # the model has been built from it
        if variation.expect is None:
            diagnostics.add("SR618", part.entries[0][0].span, id=f"{case.id}#{number + 1}")
        told = len(diagnostics.found)
        rows = changed(records, part.get("set"), diagnostics)
        readings = {**case.readings, **variation.readings}
        understood = case.expect is not None and len(diagnostics.found) == told
        if understood and _unchanged(case, variation, readings, records, rows):
            diagnostics.add("SR610", part.entries[0][0].span, id=case.id)
        yield Trial(
            name=f"{case.id}#{number + 1}",
            case=case,
            node=node,
            span=part.entries[0][0].span,
            as_of=variation.as_of or case.as_of,
            readings=readings,
            asked={**asked, **_places(part)},
            records=rows,
            ids=ids | frozenset(map(id_of, rows)),
            expect=tuple(variation.expect or ()),
            expected=nodes.locate(part, ("expect",)),
        )


def _unchanged(case: Case, variation: Variation, readings: Mapping[str, str], before: Rows, after: Rows) -> bool:
    """Whether a variation judges the very facts that its case judges already."""
    if variation.as_of not in (None, case.as_of) or readings != case.readings or len(before) != len(after):
        return False
    return all(old is new or content(old) == content(new) for old, new in zip(before, after, strict=True))


def content(row: Row) -> dict[str, object]:
    """What a row says; a field without a value says nothing."""
    return {key: value for key, value in row.values.items() if value is not None}


def _places(node: nodes.Mapping) -> Places:
    section = node.get("readings")
    entries = section.entries if isinstance(section, nodes.Mapping) else ()
    return {key.text: (key.span, value.span) for key, value in entries}
