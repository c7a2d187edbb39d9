"""Conditions in doubt on a day of a history: whether they may have held then, or it is only too early to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supervision_rules.expressions import Interval, Traced
from supervision_rules.expressions.tree import Call, Logic, Name, Unary
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS
from supervision_rules.language.missing import looked_at
from supervision_rules.language.results import TOTALS, is_last
from supervision_rules.language.seen import elsewhere
from supervision_rules.world import Derived, Row, Traceable


def may_have_held(condition: Expression, row: Row) -> bool:
    """Whether a condition that is unknown on the day of ``row`` may have held then, by what is missing.

    What is known for the last day only, as the points of another rule, never holds before it, whatever the facts.
    """
    return _may(condition.trace(row), row)[0]


def _may(traced: Traced, row: Row) -> tuple[bool, bool]:
    """Whether it may be so, and whether it may not be so, on the day of ``row``."""
    node, value = traced.node, traced.value
    if value is not None:
        return value is True, value is False
    if isinstance(node, Logic):
        yes, no = zip(*(_may(part, row) for part in traced.parts), strict=True)
        return (all(yes), any(no)) if node.operator == "and" else (any(yes), all(no))
    if isinstance(node, Unary):
        return _may(traced.parts[0], row)[::-1]
    if isinstance(node, Name) and (inner := _value(node.name, row)) is not None:
        return _may(*inner)
    told = not _is_early(traced, row)
    return told, told


def _value(name: str, row: Row) -> tuple[Traced, Row] | None:
    """What the fact ``name`` computes from other facts, and of whom."""
    about, inner = elsewhere(name, row) or (row, name)
    derived = about.world.schema.derived[about.type].get(inner)
    value = derived.expression if derived is not None and derived.way == "value" else None
    return None if value is None else (value.trace(about), about)


def _is_early(traced: Traced, row: Row) -> bool:
    """Whether it is unknown as it rests on what is known for the last day only."""
    node, known = traced.node, traced.value is not None and not isinstance(traced.value, Interval)
    if known:
        return False
    if isinstance(node, Name):
        about, name = elsewhere(node.name, row) or (row, node.name)
        derived = about.world.schema.derived[about.type].get(name)
        return derived is not None and any(_all_early(derived, about))
    if isinstance(node, Call) and node.function.early is not None and node.function.name in TOTALS:
        return node.function.early(row, node.literal, *(part.value for part in traced.parts[1:]))
    return any(_is_early(part, row) for part in traced.parts)


def _all_early(derived: Derived, row: Row) -> Iterator[bool]:
    """Of all that a fact rests on, whether that is known for the last day only."""
    yield derived.counted in ALL_PEERS and row.day is not None and not is_last(row, row.day)
    yield from _tried((derived.since, derived.until, *(own for own, _ in derived.alike)), row)
    if derived.way == "value":
        yield from _tried((derived.expression,), row)
        return
    asked = (derived.where, derived.expression, derived.by, *(its for _, its in derived.alike))
    for record, _ in looked_at(derived, row):
        yield from _tried(asked, record)


def _tried(expressions: Iterable[Traceable | None], row: Row) -> Iterator[bool]:
    return (_is_early(each.trace(row), row) for each in expressions if each is not None)
