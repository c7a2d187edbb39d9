"""Names that nothing declares, and names declared twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from malformed_slip import Slip, Sort, put, renamed, text_of, value
from malformed_source import Source, Spot

from supervision_rules import nodes

AGGREGATES = ("count", "any", "first", "last", "min", "max", "sum", "distinct", "run")


def referring(*roles: str, under: str = "", codes: tuple[str, ...] = ()) -> Sort:
    """A reference misspelt."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if spot.role in roles and spot.path[0].startswith(under) and re.fullmatch(r"[a-z_-]+", text_of(spot) or ""):
                yield value(source, spot, f"{text_of(spot)}q", *codes)

    return sort


def items_of(*roles: str, codes: tuple[str, ...] = ()) -> Sort:
    """One of a list of names misspelt."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if spot.role in roles and isinstance(spot.node, nodes.Sequence):
                for item in spot.node.items:
                    if isinstance(item, nodes.Scalar):
                        end = source.end(item.span)
                        yield put(source, spot, end, end, "q", *codes)

    return sort


def reading_of(source: Source) -> Iterator[Slip]:
    for spot in source.spots:
        if spot.key is not None and spot.key.text == "by_reading":
            yield value(source, spot, f"{text_of(spot)}q", "SR305")


def option_of(source: Source) -> Iterator[Slip]:
    """An option misspelt where it is used."""
    for spot in source.spots:
        if spot.is_option:
            assert spot.key is not None
            yield renamed(source, spot, f"{spot.key.text}q", "SR306", "SR307")


def option_declared(source: Source) -> Iterator[Slip]:
    """An option misspelt where it is declared: told there, or wherever it is used."""
    for spot in source.spots:
        if spot.path[0] == "readings" and len(spot.path) == 4:
            assert spot.key is not None
            told = {spot.key.span.line, *_lines_with(source, spot.key.text)}
            made = renamed(source, spot, f"{spot.key.text}q")
            yield put(source, spot, made.start, made.end, made.new, lines=told, most=4)


def declared(section: str, key: str = "id") -> Sort:
    """A name misspelt where it is declared, so that its uses are of none: a few of them are told."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in _ids(source, section, key):
            name = text_of(spot) or ""
            wrong = f"{name}-q" if section != "facts" else f"{name}_q"
            uses = _lines_with(source, name) if section in ("facts", "readings") else _lines_naming(source, name)
            if section == "steps":
                uses &= lines_of(source, spot)
            if uses - {spot.node.span.line}:
                yield value(source, spot, wrong, lines=uses | {spot.node.span.line}, most=6)

    return sort


def twice(section: str, key: str = "id", *codes: str) -> Sort:
    """A name that the one before has."""

    def sort(source: Source) -> Iterator[Slip]:
        spots = list(_ids(source, section, key))
        for before, spot in zip(spots, spots[1:], strict=False):
            if before.path[:-2] == spot.path[:-2] and text_of(before) != text_of(spot):
                uses = {spot.node.span.line, before.node.span.line, *_lines_with(source, text_of(spot) or "")}
                yield value(source, spot, text_of(before) or "", *codes, lines=uses, most=6)

    return sort


def repeated(section: str) -> Sort:
    """A whole item written once more."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if spot.path[0] == section and len(spot.path) == 2 and isinstance(spot.node, nodes.Mapping):
                start, end = source.offset(spot.node.span.line, 1), source.end(spot.node.span)
                text = source.text[start:end]
                below = text.count("\n") + 1
                told = set(range(spot.node.span.line, spot.node.span.end_line + below + 1))
                yield put(source, spot, end, end, f"\n{text}", "SR303", "SR043", lines=told)

    return sort


def _ids(source: Source, section: str, key: str) -> Iterator[Spot]:
    for spot in source.spots:
        deep = 3 if section in ("facts", "readings", "rules") else 5
        where = spot.path[0] == section if deep == 3 else len(spot.path) > 2 and spot.path[2] == section
        if spot.key is not None and spot.key.text == key and where and len(spot.path) == deep and text_of(spot):
            yield spot


def lines_of(source: Source, spot: Spot) -> set[int]:
    """The lines of the fact or rule that a spot is in."""
    span = next(each for each in source.spots if each.path == spot.path[:2]).node.span
    return set(range(span.line, span.end_line + 1))


def _lines_naming(source: Source, word: str) -> set[int]:
    """Where the name of a rule, box or step stands."""
    pattern = re.compile(rf'(into|since|after): {re.escape(word)}(?![\w-])|(?<!reading)\("{re.escape(word)}"')
    return {number for number, line in enumerate(source.lines, 1) if pattern.search(line)}


def _lines_with(source: Source, word: str) -> set[int]:
    pattern = re.compile(rf"(?<![\w-])(?:\w+_)?{re.escape(word)}(?![\w-])")
    return {number for number, line in enumerate(source.lines, 1) if pattern.search(line)}


SORTS: dict[str, Sort] = {
    "record type of a rule": referring("on", "of", under="rules", codes=("SR301",)),
    "record type of a fact": referring("of", under="facts", codes=("SR301",)),
    "record type counted": referring(*AGGREGATES, under="facts", codes=("SR301",)),
    "record type counted by a rule": referring("count", "need", "members", under="rules", codes=("SR301",)),
    "kind of rule": referring("kind", under="rules", codes=("SR104", "SR105")),
    "link": referring("via"),
    "step before": referring("since", "after", under="rules"),
    "box": referring("into", codes=("SR314",)),
    "way to round": referring("round", "mode"),
    "way of ties": referring("ties"),
    "field among": items_of("among", "same", "differ", "once_per", "within", "states"),
    "type of a field": referring("type", under="records", codes=("SR501",)),
    "reading": reading_of,
    "option": option_of,
    "option taken": referring("taken", codes=("SR304",)),
    "option where it is declared": option_declared,
    "reading where it is declared": declared("readings"),
    "fact where it is declared": declared("facts"),
    "rule where it is declared": declared("rules"),
    "box where it is declared": declared("boxes"),
    "step where it is declared": declared("steps"),
    "reading twice": twice("readings"),
    "fact twice": twice("facts"),
    "rule twice": twice("rules"),
    "step twice": twice("steps"),
    "step of a ladder twice": twice("steps", "step"),
    "box twice": twice("boxes"),
    "group twice": twice("groups"),
    "fact written once more": repeated("facts"),
    "rule written once more": repeated("rules"),
    "reading written once more": repeated("readings"),
}
