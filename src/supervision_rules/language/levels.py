"""Whether a record that counts by a condition may come to count no more: it is open, and some day it is done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from supervision_rules.expressions.tree import Call, Conditional, Name, Node, Unary, children, walk
from supervision_rules.language.answers import RESULTS
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import PERIODS
from supervision_rules.world import Schema

_KNOWN: Final = "known"
_OF_ANOTHER: Final = 2
"""So many arguments has a question about what a field names."""
_ONCE: Final = frozenset({"late", "due", "due_at"})
"""Results of rules that stay once they are there."""


class Turns(NamedTuple):
    """How a condition may turn as time goes by."""

    comes: bool
    """It may come to hold."""
    goes: bool
    """It may cease to hold."""


STAYS: Final = Turns(False, False)
"""Of what is the same on every day."""
_COMES: Final = Turns(True, False)
_MOVES: Final = Turns(True, True)


def turns_of(condition: Expression, about: str, schema: Schema) -> Turns:
    """How ``condition`` about a record type may turn. What an event or a judgement brings stays from then on; what is
    counted, and what a rule finds anew in every window, may be one thing now and another later."""
    return _turns(condition.checked.root, about, schema)


def is_recurring(taken: Expression, about: str, schema: Schema) -> bool:
    """Whether an expression about a record type comes of nothing but what recurs for the record period by period, of
    which each falls to one version of the document: how often its returns were missed."""
    asked = set(_asked(taken, about, schema))
    # A fact over the months of a matter that passed looks at all of them, whoever told what was found in them.
    return bool(asked) and all(
        schema.by_period.get(rule) == about and (rule in schema.recurring or not over_periods)
        for rule, over_periods in asked
    )


def _asked(expression: Expression, about: str, schema: Schema) -> Iterator[tuple[str, bool]]:
    """The rules whose results an expression comes of, each with whether over periods; no name for anything else that
    may turn."""
    for node in walk(expression.checked.root):
        if isinstance(node, Call) and node.function.name in RESULTS:
            yield (node.literal or "") if len(node.arguments) < _OF_ANOTHER else "", False
        elif isinstance(node, Name) and any(_of_name(node.name, about, schema)):
            fact = schema.derived[about].get(node.name)
            read = None if fact is None else fact.expression if fact.way == "value" else fact.where
            over = fact is not None and fact.way != "value" and fact.counted in PERIODS
            if isinstance(read, Expression) and fact is not None and (over or fact.way == "value"):
                yield from ((rule, over or within) for rule, within in _asked(read, about, schema))
            else:
                yield "", False


def _turns(node: Node, about: str, schema: Schema) -> Turns:
    if isinstance(node, Name):
        return _of_name(node.name, about, schema)
    parts = [_turns(child, about, schema) for child in children(node)]
    if isinstance(node, Unary) and node.operator == "not":
        return Turns(parts[0].goes, parts[0].comes)
    if isinstance(node, Call) and node.function.name in RESULTS:
        return _COMES if node.function.name in _ONCE else _MOVES
    together = Turns(any(part.comes for part in parts), any(part.goes for part in parts))
    if isinstance(node, Call) and node.function.name == _KNOWN:
        return _COMES if any(together) else STAYS
    # Of two things of which one is asked now and the other later, either may end.
    return _MOVES if isinstance(node, Conditional) and any(parts[0]) else together


def _of_name(name: str, about: str, schema: Schema) -> Turns:
    """Of a fact of the record itself, or of one that it names."""
    if name in schema.fields[about]:
        return _COMES if name in schema.events[about] else STAYS
    fact = schema.derived[about].get(name)
    if fact is None:
        return _of_named(name, about, schema)
    if fact.way == "value" and isinstance(fact.expression, Expression):
        return turns_of(fact.expression, about, schema)
    counted = schema.base(fact.counted)
    if fact.way != "any" or fact.sight.windowed or fact.since is not None or counted not in schema.fields:
        return _MOVES
    goes = isinstance(fact.where, Expression) and turns_of(fact.where, counted, schema).goes
    return Turns(True, goes)


def _of_named(name: str, about: str, schema: Schema) -> Turns:
    """Of a fact of what the record names: matter_closed."""
    for reference, target in schema.references[about].items():
        inner = name.removeprefix(f"{reference}_")
        if inner != name and (inner in schema.fields[target] or inner in schema.derived[target]):
            return _of_name(inner, target, schema)
    return STAYS
