"""The facts of a case: its records as rows that know their places, copied by ``times`` and changed by ``vary``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, Span, nearest
from supervision_rules.records.rows import Row

MAX_COPIES = 10_000
Rows = tuple[Row, ...]


def rows_of(section: nodes.Node | None, diagnostics: Collector) -> Rows:
    """The rows of a list of records."""
    items = section.items if isinstance(section, nodes.Sequence) else ()
    return tuple(row for item in items if isinstance(item, nodes.Mapping) for row in _copies(item, diagnostics))


def _copies(node: nodes.Mapping, diagnostics: Collector) -> Iterator[Row]:
    """The record, or with ``times: n`` that many, ``{n}`` in its texts being the number of each from 1."""
    written = {key.text: nodes.plain(value) for key, value in node.entries if key.text != "times"}
    locate = partial(_locate, node)
    for number in range(1, _times(node, diagnostics) + 1):
        yield Row({key: _numbered(value, number) for key, value in written.items()}, node.span, locate)


def _times(node: nodes.Mapping, diagnostics: Collector) -> int:
    times = node.get("times")
    if times is None:
        return 1
    count = times.value if isinstance(times, nodes.Scalar) else None
    if isinstance(count, int) and not isinstance(count, bool) and 0 <= count <= MAX_COPIES:
        return count
    given = times.text if isinstance(times, nodes.Scalar) else "[…]"
    diagnostics.add("SR609", times.span, given=given, most=MAX_COPIES)
    return 1


def _numbered(value: object, number: int) -> object:
    if isinstance(value, list):
        return [_numbered(item, number) for item in value]
    return value.replace("{n}", str(number)) if isinstance(value, str) else value


def _locate(node: nodes.Mapping, key: str, value: bool) -> Span:
    """The place of a key of the record or of its value; that of the record if it does not write the key."""
    found = node.get(key) if value else node.key(key)
    return found.span if found is not None else node.span


def id_of(row: Row) -> str:
    """The id that the row states, if any."""
    return str(row.values.get("id", ""))


def changed(rows: Rows, changes: nodes.Node | None, diagnostics: Collector) -> Rows:
    """The rows with some values replaced; ``m1: null`` leaves the record m1 out."""
    if not isinstance(changes, nodes.Mapping):
        return rows
    kept: list[Row | None] = list(rows)
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(id_of(row), []).append(place)
    for key, value in changes.entries:
        _change(kept, places, key, value, diagnostics)
    return tuple(row for row in kept if row is not None)


def _change(
    rows: list[Row | None], places: dict[str, list[int]], key: nodes.Scalar, value: nodes.Node, diagnostics: Collector
) -> None:
    whole = key.text in places and nodes.plain(value) is None
    name = key.text if whole else key.text.rpartition(".")[0]
    found = places.get(name, [])
    if not found:
        stated = name or key.text
        diagnostics.add("SR603", key.part(0, len(stated)), place=key.text, hint=nearest(stated, places))
        return
    row = rows[found[0]]
    if len(found) > 1:
        other = rows[found[1]]
        line = other.locate("id", True).line if other is not None else key.span.line
        diagnostics.add("SR611", key.part(0, len(name)), id=name, line=line)
    elif row is not None:
        rows[found[0]] = None if whole else _replaced(row, key, len(name) + 1, value)


def _replaced(row: Row, key: nodes.Scalar, start: int, value: nodes.Node) -> Row:
    """The row with another value, whose place is where the change is written."""
    field = key.text[start:]
    content = nodes.plain(value)
    spans = (key.part(start, len(key.text)), value.span)
    # A field that must be there and is taken away is told where it is taken away.
    span = key.span if content is None else row.span
    return Row({**row.values, field: content}, span, partial(_locate_changed, row.locate, field, spans))


def _locate_changed(
    before: Callable[[str, bool], Span], field: str, spans: tuple[Span, Span], key: str, value: bool
) -> Span:
    return spans[value] if key == field else before(key, value)
