"""What a fact or rule compares with a number as it stands: in expressions, and by the edges of bands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.diagnostics import Span
from supervision_rules.expressions.tree import Call, Comparison, Constant, Logic, Name, Node, Unary, walk
from supervision_rules.language.binding import Path, Stated
from supervision_rules.wording.quoting import Quoting

_OTHER: Final[Mapping[str, str]] = MappingProxyType({">=": ">", ">": ">=", "<=": "<", "<": "<="})
_TURNED: Final[Mapping[str, str]] = MappingProxyType({">=": "<=", ">": "<", "<=": ">=", "<": ">"})
_CONTRARY: Final[Mapping[str, str]] = MappingProxyType({">=": "<", ">": "<=", "<=": ">", "<": ">="})
_OPERATOR: Final = re.compile("[<>]=?")
_BANDS: Final[Mapping[str, tuple[bool, str]]] = MappingProxyType(
    {"at_least": (True, "over"), "over": (False, "at_least")}
)
"""The keys of a band: whether the number itself is with what lies above it, and the key of which it is not so."""


class Compared(NamedTuple):
    """A comparison with a number, or the edge of a band."""

    number: Decimal
    above: bool
    span: Span
    found: str
    mend: str
    part: tuple[Span, ...] = ()
    """The items of lists that it stands in."""
    path: Path = ()
    """Where the expression stands; nothing for bands."""
    upward: bool | None = None
    """Whether what is asked for lies above, with each ``not`` around; None where that hangs on more."""
    contrary: str = ""
    """The same the other way round, with the number on the same side."""
    turned: str = ""
    """The same the other way round, with the number on the other side."""


def compared(own: Quoting, drawn: Collection[Decimal]) -> Iterator[Compared]:
    """What it asks of some numbers, each asked once in the part that it stands in."""
    found = [asked for stated in own.binder.stated for asked in _in_expression(stated) if asked.number in drawn]
    found += (asked for asked in _bands(own.parts) if asked.number in drawn)
    parts = tuple(_parts(own.written)) if found else ()
    placed = [each._replace(part=tuple(span for span in parts if each.span.lies_in(span))) for each in found]
    times = Counter((each.number, each.part) for each in placed)
    yield from (each for each in placed if times[each.number, each.part] == 1)


def _parts(node: nodes.Node, in_list: bool = False) -> Iterator[Span]:
    if isinstance(node, nodes.Mapping):
        if in_list:
            yield node.span
        for _, value in node.entries:
            yield from _parts(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _parts(item, in_list=True)


def _in_expression(stated: Stated) -> Iterator[Compared]:
    """The comparisons of something with a number as it stands."""
    sides = dict(_sides(stated.checked.root, True))
    for node in walk(stated.checked.root):
        if not isinstance(node, Comparison) or node.operator not in _OTHER:
            continue
        left, right, operator = node.left, node.right, node.operator
        if isinstance(left, Constant):
            left, right, operator = right, left, _TURNED[operator]
        if isinstance(left, Name | Call) and isinstance(right, Constant) and isinstance(right.value, int | Decimal):
            text = stated.checked.text[node.start : node.end]
            mend, contrary, turned = (
                _OPERATOR.sub(other[node.operator], text, count=1) for other in (_OTHER, _CONTRARY, _TURNED)
            )
            is_so, span = sides.get(id(node)), stated.scalar.part(node.start, node.end)
            upward = None if is_so is None else operator.startswith(">") is is_so
            above = operator in (">=", "<")
            yield Compared(Decimal(right.value), above, span, text, mend, (), stated.path, upward, contrary, turned)


def _sides(node: Node, is_so: bool) -> Iterator[tuple[int, bool]]:
    """The comparisons that make a condition hold, or keep it from holding, with which of both."""
    if isinstance(node, Logic):
        for part in node.parts:
            yield from _sides(part, is_so)
    elif isinstance(node, Unary) and node.operator == "not":
        yield from _sides(node.operand, not is_so)
    elif isinstance(node, Comparison):
        yield id(node), is_so


def _bands(parts: Iterable[nodes.Mapping]) -> Iterator[Compared]:
    for band in parts:
        for name, (above, other) in _BANDS.items():
            number = band.get(name)
            if isinstance(number, nodes.Scalar) and isinstance(number.value, int | Decimal):
                found, mend = f"{name}: {number.text}", f"{other}: {number.text}"
                yield Compared(Decimal(number.value), above, number.span, found, mend)
