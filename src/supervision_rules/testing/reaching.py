"""Which parts of a rule a finding rests on: told by the finding itself, and by what its explanation has looked up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from supervision_rules import nodes
from supervision_rules.expressions import Number
from supervision_rules.findings import Explanation, Finding, State
from supervision_rules.testing.parts import NUMBERED, TABLE, Part, parts_of


def reached(rule: nodes.Mapping, finding: Finding, reasons: tuple[Explanation, ...]) -> Iterator[nodes.Node]:
    """The parts of ``rule``, whose readings have been chosen, to which a finding about something comes."""
    if finding.state is not State.UNDETERMINED and finding.case is not None:
        yield from _numbered(rule, finding.case)
    detail = dict(finding.detail)
    parts = list(parts_of(rule))
    yield from _boxes(parts, detail.get("boxes", ()))
    lacking = detail.get("lacking", ())
    yield from (part.node for part in parts if part.sort == "item" and _text(part.node, "label") in _tuple(lacking))
    found = list(_looked_up(reasons))
    for table in _tables(rule):
        for values in found:
            yield from _priced(table, values)


def _numbered(rule: nodes.Mapping, place: int) -> Iterator[nodes.Node]:
    listed = next((rule.get(key) for key in NUMBERED if rule.get(key) is not None), None)
    if isinstance(listed, nodes.Sequence) and place < len(listed.items):
        yield listed.items[place]


def _boxes(parts: list[Part], told: object) -> Iterator[nodes.Node]:
    """The boxes into which anything has been given."""
    filled = {each[0] for each in _tuple(told) if isinstance(each, tuple) and each[1] not in (0, None)}
    yield from (part.node for part in parts if part.sort == "box" and _text(part.node, "id") in filled)


def _looked_up(reasons: tuple[Explanation, ...]) -> Iterator[Mapping[str, object]]:
    """The values of the expressions that stand together in an explanation, by their texts."""
    values = {str(each.words["text"]): each.words["value"] for each in reasons if each.phrase == "expression"}
    if values:
        yield values
    for each in reasons:
        yield from _looked_up(each.parts)


def _tables(node: nodes.Node) -> Iterator[nodes.Mapping]:
    """Everything in a rule that says what by which prices or bands are found."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _tables(item)
    elif isinstance(node, nodes.Mapping):
        if node.get("by") is not None and (node.get(TABLE) is not None or node.get("bands") is not None):
            yield node
        for _, value in node.entries:
            yield from _tables(value)


def _priced(table: nodes.Mapping, values: Mapping[str, object]) -> Iterator[nodes.Node]:
    by = table.get("by")
    looked_up_by = by.items if isinstance(by, nodes.Sequence) else (by,)
    texts = [each.text.strip() for each in looked_up_by if isinstance(each, nodes.Scalar)]
    if not texts or any(text not in values for text in texts):
        return
    bands = table.get("bands")
    if isinstance(bands, nodes.Sequence):
        yield from _banded(bands, values[texts[0]])
        return
    found: nodes.Node | None = table.get(TABLE)
    for text in texts:
        found = found.get(str(values[text])) if isinstance(found, nodes.Mapping) else None
    if found is not None:
        yield found


def _banded(bands: nodes.Sequence, value: object) -> Iterator[nodes.Node]:
    """The band in which a number lies; of bands of which each has its own price, all up to there."""
    if not isinstance(value, Number):
        return
    come_to = [band for band in bands.items if _has_come_to(band, value)]
    yield from come_to if any(nodes.child(band, "rate") is not None for band in come_to) else come_to[-1:]


def _has_come_to(band: nodes.Node, value: Number) -> bool:
    least, over = _number(band, "at_least"), _number(band, "over")
    return value > over if over is not None else least is not None and value >= least


def _number(node: nodes.Node, key: str) -> int | Decimal | None:
    found = nodes.child(node, key)
    value = found.value if isinstance(found, nodes.Scalar) else None
    return value if isinstance(value, int | Decimal) else None


def _text(node: nodes.Node, key: str) -> str | None:
    found = nodes.child(node, key)
    return found.text if isinstance(found, nodes.Scalar) else None


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
