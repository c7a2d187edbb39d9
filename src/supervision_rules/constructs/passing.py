"""What turns as time alone passes: the comparisons of an expression that the day asked has a part in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from supervision_rules.expressions import BOOL, Value
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.tree import Arithmetic, Call, Comparison, Constant, Name, Node, Unary, children, walk
from supervision_rules.language.facts import Fact
from supervision_rules.world import Row, Schema

_DAY: Final = timedelta(days=1)
_RISING: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("add_days", "add_months", "add_workdays", "max", "min", "earliest", "latest", "first_known"), (1, 1)
        ),
        **dict.fromkeys(("next_workday", "previous_workday", "year", "start_of_month", "end_of_month"), (1,)),
        **dict.fromkeys(("start_of_quarter", "end_of_quarter", "start_of_year", "end_of_year"), (1,)),
        **dict.fromkeys(("floor", "ceil", "round_half_up"), (1, 0)),
        **dict.fromkeys(("days_between", "workdays_between"), (-1, 1)),
    }
)
"""Whether a function rises (1) or falls (-1) with each of its arguments, the last standing for all that follow."""
_STEADY: Final = 0
_OF_THE_WINDOW: Final = frozenset(("as_of", "period_start", "period_end"))


@dataclass(frozen=True, slots=True)
class Passing:
    """A comparison whose verdict may change from one day to the next though nothing is on record."""

    verdict: Callable[[Row], Value]
    once: bool
    """Whether it changes one way only, so that the day can be searched for; else every day is looked at."""
    plain: bool = False
    """Whether it is about nothing but the day asked and the window: what happens in between decides nothing."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells how what is read of a record type moves with the day asked."""

    schema: Schema
    record_type: str

    def passing(self, node: Node) -> Iterator[Passing]:
        """The comparisons of a condition that time turns, those of the facts that it uses included."""
        if self._pace(node) == _STEADY:
            return
        if isinstance(node, Name):
            inner = self._value(node.name)
            if inner is not None and node.type == BOOL:
                yield from self.passing(inner)
            else:
                yield self._watched(node, once=False)
        elif isinstance(node, Comparison):
            yield from self._turns(node)
        elif node.type == BOOL and not isinstance(node, Call):
            for part in children(node):
                yield from self.passing(part)
        else:
            yield self._watched(node, once=False)

    def steady(self, node: Node) -> bool:
        """Whether the value stays as it is while nothing happens."""
        return self._pace(node) == _STEADY

    def _turns(self, node: Comparison) -> Iterator[Passing]:
        known = _together(self._pace(node.left), _against(self._pace(node.right)))
        if known is None or node.operator in ("in", "not in"):
            yield self._watched(node, once=False)
        elif node.operator in ("==", "!="):
            # It holds between two turns of the comparisons of order.
            yield from (self._watched(replace(node, operator=order), once=True) for order in (">=", ">"))
        else:
            yield self._watched(node, once=True)

    def _watched(self, node: Node, once: bool) -> Passing:
        names = {part.name for part in walk(node) if isinstance(part, Name)}
        return Passing(compile_node(node, self.schema.fields[self.record_type]), once, names <= _OF_THE_WINDOW)

    def _value(self, name: str) -> Node | None:
        """What the derived fact ``name`` computes from the record's own facts."""
        fact = self.schema.derived[self.record_type].get(name)
        own = name not in self.schema.fields[self.record_type]
        return (
            fact.expression.checked.root
            if own and isinstance(fact, Fact) and fact.way == "value" and fact.expression
            else None
        )

    def _pace(self, node: Node) -> int | None:
        """1: it rises with the day asked, -1: it falls, 0: it is the same on every day; None: it moves otherwise."""
        if isinstance(node, Name):
            return self._pace_of_name(node.name)
        paces = [self._pace(part) for part in children(node)]
        if not any(pace != _STEADY for pace in paces):
            return _STEADY
        if isinstance(node, Unary) and node.operator == "-":
            return _against(paces[0])
        if isinstance(node, Arithmetic):
            return _pace_of_sum(node, paces)
        if isinstance(node, Call) and node.function.name in _RISING:
            signs = _RISING[node.function.name]
            return _together(*(_times(signs[min(place, len(signs) - 1)], pace) for place, pace in enumerate(paces)))
        return None

    def _pace_of_name(self, name: str) -> int | None:
        if name == "as_of":
            return 1
        if name in self.schema.fields[self.record_type]:
            return _STEADY
        inner = self._value(name)
        if inner is not None:
            return self._pace(inner)
        fact = self.schema.derived[self.record_type].get(name)
        if isinstance(fact, Fact):
            return _STEADY if is_steady(self.schema, fact) else None
        for reference, target in self.schema.references[self.record_type].items():
            told = name.removeprefix(f"{reference}_")
            if told != name and told in self.schema.derived[target]:
                return _STEADY if Clock(self.schema, target)._pace_of_name(told) == _STEADY else None
        return _STEADY


def is_steady(schema: Schema, fact: Fact) -> bool:
    """Whether what a fact takes of each record stays as it is while nothing happens to the record."""
    counted = schema.base(fact.counted)
    if fact.expression is None or counted not in schema.fields:
        return True
    return Clock(schema, counted).steady(fact.expression.checked.root)


def _pace_of_sum(node: Arithmetic, paces: list[int | None]) -> int | None:
    left, right = paces
    if node.operator == "+":
        return _together(left, right)
    if node.operator == "-":
        return _together(left, _against(right))
    for factor, other in ((node.right, left), (node.left, right if node.operator == "*" else None)):
        if isinstance(factor, Constant) and factor.value:
            return other if factor.value > 0 else _against(other)  # type: ignore[operator]  # a number: it is multiplied
    return None


def _against(pace: int | None) -> int | None:
    return None if pace is None else -pace


def _times(sign: int, pace: int | None) -> int | None:
    if pace == _STEADY:
        return _STEADY
    return None if pace is None or sign == 0 else sign * pace


def _together(*paces: int | None) -> int | None:
    moving = {pace for pace in paces if pace != _STEADY}
    return _STEADY if not moving else moving.pop() if len(moving) == 1 else None


def turns(passing: tuple[Passing, ...], at: Callable[[date], Row], first: date, last: date) -> list[date]:
    """The days after ``first`` and up to ``last`` on which time turns something, if nothing else happens in between."""
    if any(not one.once for one in passing):
        return [first + timedelta(days) for days in range(1, (last - first).days + 1)]
    return sorted({day for one in passing for day in _searched(one.verdict, at, first, last)})


def _searched(verdict: Callable[[Row], Value], at: Callable[[date], Row], first: date, last: date) -> Iterator[date]:
    """The days on which a verdict changes that changes one way only: false, perhaps unknown, true."""
    end, now = verdict(at(last)), verdict(at(first))
    while now != end:
        low, high = first, last
        while (high - low).days > 1:
            middle = low + (high - low) // 2
            if verdict(at(middle)) == now:
                low = middle
            else:
                high = middle
        yield high
        first, now = high, verdict(at(high))
