"""Questions that cannot be cut by one name, and yet have one answer only, by the ends between which their sides lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules.expressions.axes import ANY_VALUE, Axis
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.ranges import ANY, NONE, Named, Range, exactly, range_of
from supervision_rules.expressions.tree import Call, Comparison, Name, Node, is_constant
from supervision_rules.expressions.types import BOOL, DATE, NUMBER


def uncut_axis(asked: Sequence[tuple[Node, str]], named: Named, doubtful: bool = False) -> Axis:
    """The axis of a question that is asked as it is, here or elsewhere: with both answers, unless it is settled."""
    node, text = asked[0]
    answer = settled(node, named)
    answers = (False, True) if answer is None else (answer,)
    return Axis(text, BOOL, (*answers, None) if doubtful else answers, is_name=False)


def settled(node: Node, named: Named) -> bool | None:
    """The answer to a comparison of numbers or days wherever both are known; None where there may be either."""
    if not isinstance(node, Comparison) or node.operator not in _SIGNS:
        return None
    if node.left.type == node.right.type == NUMBER:
        return _SIGNS[node.operator](range_of(node.left, named) - range_of(node.right, named))
    if node.left.type == node.right.type == DATE:
        return _SIGNS[node.operator](_apart(_day_of(node.left, named), _day_of(node.right, named), named))
    return None


class _Day(NamedTuple):
    """So many days after a day that is named, or written (as its number); None where that is not known."""

    of: str | int | None
    later: Range = NONE


_UNKNOWN: Final = _Day(None)


def _day_of(node: Node, named: Named) -> _Day:
    if isinstance(node, Name):
        return _Day(node.name)
    if is_constant(node):
        value = compile_node(node)({})
        return _Day(value.toordinal()) if isinstance(value, date) else _UNKNOWN
    if not isinstance(node, Call) or node.function.name not in _LATER:
        return _UNKNOWN
    start, *steps = node.arguments
    later = _LATER[node.function.name](range_of(steps[0], named) if steps else NONE)
    day = _day_of(start, named)
    return _Day(day.of, day.later + later)


def _apart(one: _Day, other: _Day, named: Named) -> Range:
    """How many days one lies after the other."""
    return _between(one.of, other.of, named) + one.later - other.later


def _between(one: str | int | None, other: str | int | None, named: Named) -> Range:
    if one is None or other is None:
        return ANY
    if isinstance(one, int) or isinstance(other, int):
        return _span(one, named) - _span(other, named)
    if one == other:
        return NONE
    if other in named.get(one, ANY_VALUE).never_before:
        return Range(0)
    return Range(None, 0) if one in named.get(other, ANY_VALUE).never_before else ANY


def _span(day: str | int, named: Named) -> Range:
    """Between which days, by their numbers, a day lies."""
    if isinstance(day, int):
        return exactly(day)
    possible = named.get(day, ANY_VALUE)
    return Range(*(end if end is None else end.toordinal() for end in (possible.first, possible.last)))


def _by_workdays(steps: Range) -> Range:
    """So many working days on are at least as many days, or as many back."""
    forth, back = steps.least is not None and steps.least > 0, steps.most is not None and steps.most < 0
    return Range(steps.least if forth else None, steps.most if back else None)


_LATER: Final[Mapping[str, Callable[[Range], Range]]] = MappingProxyType(
    {
        "add_days": lambda steps: steps,
        "add_months": lambda steps: steps * Range(28, 31),
        "add_workdays": _by_workdays,
        "next_workday": lambda _: Range(0),
        "previous_workday": lambda _: Range(None, 0),
        "start_of_month": lambda _: Range(-30, 0),
        "end_of_month": lambda _: Range(0, 30),
        "start_of_quarter": lambda _: Range(-91, 0),
        "end_of_quarter": lambda _: Range(0, 91),
        "start_of_year": lambda _: Range(-365, 0),
        "end_of_year": lambda _: Range(0, 365),
    }
)
"""How many days later the functions of a day come, by the number that they are given."""


def _below(apart: Range) -> bool | None:
    """Whether one side lies below the other."""
    if apart.most is not None and apart.most < 0:
        return True
    return False if apart.least is not None and apart.least >= 0 else None


def _equal(apart: Range) -> bool | None:
    return True if apart == NONE else False if _below(apart) or _below(-apart) else None


def _denied(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


_SIGNS: Final[Mapping[str, Callable[[Range], bool | None]]] = MappingProxyType(
    {
        "<": _below,
        ">": lambda apart: _below(-apart),
        "<=": lambda apart: _denied(_below(-apart)),
        ">=": lambda apart: _denied(_below(apart)),
        "==": _equal,
        "!=": lambda apart: _denied(_equal(apart)),
    }
)
