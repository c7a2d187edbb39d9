"""Faults of parts that stand together: cases that nothing reaches, bands and steps out of order, circles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from malformed_slip import Slip, Sort, put, text_of, value
from malformed_source import Source, Spot

from supervision_rules import nodes


def lists(source: Source, *roles: str) -> Iterator[Spot]:
    for spot in source.spots:
        if spot.role in roles and isinstance(spot.node, nodes.Sequence) and spot.path[0] == "rules":
            yield spot


def block(source: Source, node: nodes.Node) -> tuple[int, int]:
    """An item of a list from its dash to the end of its last line."""
    start = source.text.rindex("- ", 0, source.start(node.span) + 1)
    return start, source.end(node.span)


def case_twice(source: Source) -> Iterator[Slip]:
    """A case written once more: the second is never reached."""
    for spot in lists(source, "cases"):
        assert isinstance(spot.node, nodes.Sequence)
        if len(spot.node.items) < 2 or _tells_all(source, spot):
            continue
        item = spot.node.items[0]
        start, end = block(source, item)
        gap = "\n" + " " * (start - source.offset(item.span.line, 1))
        again = source.text[start:end]
        first = item.span.end_line + 1
        told = set(range(first, first + again.count("\n") + 1))
        yield put(source, spot, end, end, gap + again, "SR345", "SR043", "SR362", lines=told)


def _tells_all(source: Source, spot: Spot) -> bool:
    """Whether each case of a rule that holds is told, not the first."""
    rule = next(each for each in source.spots if each.path == spot.path[:2])
    return isinstance(rule.node, nodes.Mapping) and rule.node.key("all") is not None


def case_without_condition(source: Source) -> Iterator[Slip]:
    """The condition of the first case is gone, so that the others are never reached."""
    for spot in lists(source, "cases"):
        assert isinstance(spot.node, nodes.Sequence)
        first = spot.node.items[0]
        if len(spot.node.items) < 2 or _tells_all(source, spot) or not isinstance(first, nodes.Mapping):
            continue
        entries = first.entries
        if entries[0][0].text == "when":
            start, end = source.start(entries[0][0].span), source.start(entries[1][0].span)
            told = set(range(first.span.line - 1, spot.node.span.end_line + 1))
            yield put(source, spot, start, end, "", "SR322", lines=told)


def swapped(*roles: str) -> Sort:
    """The first two of a list in the other order."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in lists(source, *roles):
            assert isinstance(spot.node, nodes.Sequence)
            if len(spot.node.items) < 2 or not any(_refers(item) for item in spot.node.items[:2]):
                continue
            one, other = (block(source, item) for item in spot.node.items[:2])
            text = source.text
            made = text[slice(*other)] + text[one[1] : other[0]] + text[slice(*one)]
            told = set(range(spot.node.span.line, spot.node.span.end_line + 1))
            yield put(source, spot, one[0], other[1], made, lines=told, most=2)

    return sort


def _refers(item: nodes.Node) -> bool:
    """Whether a step names another."""
    return isinstance(item, nodes.Mapping) and any(item.key(name) for name in ("since", "after"))


def last_first(source: Source) -> Iterator[Slip]:
    """The case for all that is left put before the others, which are never reached then."""
    for spot in lists(source, "cases"):
        assert isinstance(spot.node, nodes.Sequence)
        last = spot.node.items[-1]
        if len(spot.node.items) < 2 or _tells_all(source, spot) or has_key(last, "when", "by_reading"):
            continue
        (start, _), (place, end) = block(source, spot.node.items[0]), block(source, last)
        gap = "\n" + " " * (start - source.offset(spot.node.items[0].span.line, 1))
        made = source.text[place:end] + gap + source.text[start:place].rstrip()
        told = set(range(spot.node.span.line, spot.node.span.end_line + 1))
        yield put(source, spot, start, end, made, "SR322", lines=told)


def has_key(node: nodes.Node, *names: str) -> bool:
    return isinstance(node, nodes.Mapping) and any(node.key(name) for name in names)


def with_key(where: Callable[[Spot], bool], line: str, *codes: str, most: int = 1) -> Sort:
    """A key put before the first of a part."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if isinstance(spot.node, nodes.Mapping) and where(spot):
                start = source.start(spot.node.entries[0][0].span)
                flow = source.raw(spot.node.span).startswith("{")
                gap = ", " if flow else "\n" + " " * (spot.node.entries[0][0].span.column - 1)
                yield put(source, spot, start, start, line + gap, *codes, most=most)

    return sort


def is_first_step(spot: Spot) -> bool:
    return len(spot.path) == 4 and spot.path[2] == "steps" and spot.index == 0 and has(spot, "done")


def has(spot: Spot, key: str) -> bool:
    return isinstance(spot.node, nodes.Mapping) and spot.node.key(key) is not None


def itself(source: Source) -> Iterator[Slip]:
    """A fact that hangs on itself."""
    for spot in source.spots:
        if spot.path[0] != "facts" or len(spot.path) != 3 or spot.path[-1] != "value" or text_of(spot) is None:
            continue
        name = spot.path[1].partition("/")[0]
        raw = source.raw(spot.node.span)
        if "\n" not in raw and raw[0] not in "'\"" and (" and " in raw or "==" in raw):
            first = next(each for each in source.spots if each.path == spot.path[:2]).node.span.line
            told = set(range(first, spot.node.span.end_line + 1))
            made = f"{source.raw(spot.node.span)} and known({name})"
            yield value(source, spot, made, "SR317", "SR224", lines=told)


def its_own_result(source: Source) -> Iterator[Slip]:
    """A limit that hangs on its own being late."""
    for spot in source.spots:
        limit = spot.path[0] == "rules" and len(spot.path) == 2 and has(spot, "done") and not has(spot, "when")
        if limit and isinstance(spot.node, nodes.Mapping):
            start = source.start(spot.node.entries[-1][0].span)
            gap = "\n" + " " * (spot.node.entries[-1][0].span.column - 1)
            told = set(range(spot.node.span.line, spot.node.span.end_line + 1))
            yield put(source, spot, start, start, f'when: not late("{spot.path[1]}"){gap}', "SR311", lines=told)


def until_before_since(source: Source) -> Iterator[Slip]:
    for spot in source.spots:
        if spot.path == ("document", "in_force", "since"):
            end = source.end(spot.node.span)
            assert isinstance(spot.owner, nodes.Mapping)
            if spot.owner.key("until") is None and isinstance(spot.node, nodes.Scalar):
                yield put(source, spot, end, end, ", until: 1999-01-01", "SR160")


def of_no_use(section: str, item: str, *codes: str) -> Sort:
    """Something declared that nothing reads."""

    def sort(source: Source) -> Iterator[Slip]:
        for spot in source.spots:
            if spot.path[0] == section and len(spot.path) == 2:
                start = source.offset(spot.node.span.line, 1)
                yield put(source, spot, start, start, f"  - {item}\n", *codes)

    return sort


def lowest_above(source: Source) -> Iterator[Slip]:
    """The least and the most of points changed round."""
    for spot in source.spots:
        if (
            spot.path[-1] == "min"
            and isinstance(spot.owner, nodes.Mapping)
            and re.fullmatch(r"\d+", source.raw(spot.node.span))
        ):
            most = spot.owner.get("max")
            if isinstance(most, nodes.Scalar):
                start, end = source.start(spot.node.span), source.end(most.span)
                text = source.text[start:end]
                low, high = source.raw(spot.node.span), source.raw(most.span)
                made = high + text[len(low) : len(text) - len(high)] + low
                yield put(source, spot, start, end, made, "SR313", lines={spot.node.span.line, most.span.line})


SORTS: dict[str, Sort] = {
    "case twice": case_twice,
    "first case without condition": case_without_condition,
    "steps swapped": swapped("steps"),
    "last case first": last_first,
    "pause before the first step": with_key(is_first_step, "at_least: 3 workdays", "SR156", most=2),
    "fact of itself": itself,
    "rule of itself": its_own_result,
    "until before since": until_before_since,
    "least above most": lowest_above,
    "fact of no use": of_no_use("facts", "{id: spare, label: 备用, of: unit, value: known(parent)}", "SR360"),
    "reading of no use": of_no_use(
        "readings", "{id: spare, words: 文, options: {one: 一, other: 二}, taken: one}", "SR360", "SR361"
    ),
}
