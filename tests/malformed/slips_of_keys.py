"""Keys misspelt, left out, written twice, or that there are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fnmatch import fnmatch

from malformed_slip import Slip, Sort, put, renamed
from malformed_source import Source, Spot

from supervision_rules import nodes

UNKNOWN = ("SR102", "SR103")
NEEDED = {
    "": ("pack", "label", "version", "language", "document", "rules"),
    "document": ("title", "issuer"),
    "readings.*": ("id", "words", "options", "taken"),
    "records.types.*.fields.*": ("type", "label", "label_en"),
    "facts.*": ("id", "label", "of"),
    "rules.*": ("kind", "id", "label", "cite", "on", "steps", "groups", "boxes", "effect", "members", "each", "need"),
    "rules.*.cite": ("clause", "words"),
    "rules.*.items.*": ("label", "require"),
    "rules.*.steps.*": ("id", "step", "label", "done"),
    "rules.*.cases.*": ("outcome", "within", "due"),
    "rules.*.groups.*": ("id", "label", "at_most"),
    "rules.*.boxes.*": ("id", "label", "effect"),
    "rules.*.each": ("by", "table"),
    "not_computable.*": ("clause", "reason"),
}
"""What no part of a pack can be without, by where the part stands."""
Misspelling = Callable[[str], str]


def swapped(key: str) -> str:
    return key[:-2] + key[-1] + key[-2] if key[-1] != key[-2] else key[0] + key[2] + key[1] + key[3:]


MISSPELLINGS: dict[str, Misspelling] = {
    "a letter more": lambda key: f"{key}q",
    "letters swapped": swapped,
    "a letter less": lambda key: key[:-1],
    "capital": str.capitalize,
    "hyphen": lambda key: key.replace("_", "-"),
    "blank inside": lambda key: key.replace("_", " "),
    "in Chinese": lambda key: "名称" if key == "label" else "条款" if key == "clause" else key,
}


def misspelt(how: Misspelling) -> Sort:
    """A key misspelt in one way."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if spot.key is None or spot.is_open or len(spot.key.text) < 2 or spot.key.text == "by_reading":
                continue
            wrong = how(spot.key.text)
            if wrong != spot.key.text and spot.owner_has_not(wrong):
                yield renamed(source, spot, wrong, *UNKNOWN)

    return sort


def by_reading_misspelt(source: Source) -> Iterator[Slip]:
    for spot in source.spots:
        if spot.key is not None and spot.key.text == "by_reading":
            yield renamed(source, spot, "by_readng", "SR103")
            yield renamed(source, spot, "by_readings", "SR103")


def left_out(source: Source) -> Iterator[Slip]:
    """A key that the part cannot be without; told at the first key that is left, or at what the part stands under."""
    for spot in source.spots:
        if spot.key is not None and not spot.is_open and _is_needed(spot):
            assert isinstance(spot.owner, nodes.Mapping)
            if len(spot.owner.entries) > 1:
                yield _without(source, spot, "SR101", "SR151", "SR159")


def option_left_out(source: Source) -> Iterator[Slip]:
    """One of the values by reading."""
    for spot in source.spots:
        if spot.is_option:
            yield _without(source, spot, "SR306")


def _is_needed(spot: Spot) -> bool:
    above, last = ".".join(spot.path[:-1]), spot.path[-1]
    depth = len(spot.path) - 1
    return any(
        last in keys and fnmatch(above, where) and where.count(".") + bool(where) == depth
        for where, keys in NEEDED.items()
    )


def _without(source: Source, spot: Spot, *codes: str) -> Slip:
    assert isinstance(spot.owner, nodes.Mapping) and spot.key is not None
    entries, place = spot.owner.entries, spot.index
    if place + 1 < len(entries):
        start, end = source.start(spot.key.span), source.start(entries[place + 1][0].span)
    else:
        start, end = source.end(entries[place - 1][1].span), source.end(spot.node.span)
    first = entries[0][0].span.line
    lines = {max(spot.owner.span.line - 1, 1), spot.owner.span.line, first}
    return put(source, spot, start, end, "", *codes, lines=lines)


def unknown(source: Source) -> Iterator[Slip]:
    """A key that there is nowhere, before each first key of a part."""
    for spot in source.spots:
        if spot.key is not None and spot.index == 0 and not spot.is_open and spot.key.text != "by_reading":
            start = source.start(spot.key.span)
            gap = ", " if _in_braces(source, spot) else "\n" + " " * (spot.key.span.column - 1)
            yield put(source, spot, start, start, f"nonsense: 1{gap}", *UNKNOWN)


def doubled(source: Source) -> Iterator[Slip]:
    """A key written once more behind its value."""
    for spot in source.spots:
        if (
            spot.key is None
            or not isinstance(spot.node, nodes.Scalar)
            or spot.node.span.line != spot.node.span.end_line
        ):
            continue
        end = source.end(spot.node.span)
        gap = ", " if _in_braces(source, spot) else "\n" + " " * (spot.key.span.column - 1)
        line = spot.key.span.line + (0 if gap == ", " else 1)
        again = f"{gap}{spot.key.text}: {source.raw(spot.node.span)}"
        yield put(source, spot, end, end, again, "SR015", lines={line})


def _in_braces(source: Source, spot: Spot) -> bool:
    return source.raw(spot.owner.span).startswith("{")


SORTS: dict[str, Sort] = {
    **{f"key misspelt: {name}": misspelt(how) for name, how in MISSPELLINGS.items()},
    "by_reading misspelt": by_reading_misspelt,
    "key left out": left_out,
    "option left out": option_left_out,
    "key unknown": unknown,
    "key doubled": doubled,
}
