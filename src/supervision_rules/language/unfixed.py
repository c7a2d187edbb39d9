"""Days that no notice has fixed, among those that an expression asked the calendar for: its value is provisional."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from supervision_rules.expressions import Traced
from supervision_rules.expressions.tree import Call, Logic, Name
from supervision_rules.language.results import concluded
from supervision_rules.language.seen import elsewhere
from supervision_rules.language.workdays import UNFIXED, unfixed_asked
from supervision_rules.world import Row, Traceable


def unfixed(expression: Traceable, row: Row) -> date | None:
    """The first such day that the value of ``expression`` hangs on, over facts and the results of other rules too."""
    if UNFIXED not in row.world.memo:
        return None
    return min(_Search().of(expression, row), default=None)


class _Search:
    """Goes through each fact of each record once."""

    __slots__ = ("_seen",)

    def __init__(self) -> None:
        self._seen: set[tuple[object, ...]] = set()

    def of(self, expression: Traceable, row: Row) -> Iterator[date]:
        return self._in(expression.trace(row), row)

    def _in(self, traced: Traced, row: Row) -> Iterator[date]:
        node = traced.node
        if isinstance(node, Call):
            yield from _of_call(node, traced, row)
        elif isinstance(node, Name):
            yield from self._of_fact(node.name, row)
        for part in _decisive(traced):
            yield from self._in(part, row)

    def _of_fact(self, name: str, row: Row) -> Iterator[date]:
        key = (row.type, row.id, row.period, row.day, name)
        if key in self._seen:
            return
        self._seen.add(key)
        derived = row.world.schema.derived[row.type].get(name)
        if derived is None:
            found = elsewhere(name, row)
            if found is not None:
                yield from self._of_fact(found[1], found[0])
        elif derived.way == "value":
            yield from self._of_all((derived.expression,), row)
        else:
            own, its = ([pair[side] for pair in derived.alike] for side in (0, 1))
            yield from self._of_all((*own, derived.since, derived.until), row)
            for record, _ in derived.tried(row):
                yield from self._of_all((derived.by, *its, derived.where), record)
            for record, _ in derived.chosen(row):
                yield from self._of_all((derived.expression,), record)

    def _of_all(self, expressions: Iterable[Traceable | None], row: Row) -> Iterator[date]:
        for expression in expressions:
            if expression is not None:
                yield from self.of(expression, row)


def _of_call(node: Call, traced: Traced, row: Row) -> Iterator[date]:
    if node.literal is not None:
        days = (finding.provisional for finding in concluded(row, node.literal, node.function.name))
        yield from (day for day in days if day is not None)
        return
    given = (part.value for part in traced.parts)
    day = unfixed_asked(node.function.name, row.world.calendar, traced.value, *given)
    if day is not None:
        yield day


def _decisive(traced: Traced) -> tuple[Traced, ...]:
    """The parts that were asked for: those of ``and``, ``or`` and ``first_known`` up to the one that settles it."""
    node, parts = traced.node, traced.parts
    if isinstance(node, Logic):
        settles = [part.value is (node.operator == "or") for part in parts]
    elif isinstance(node, Call) and node.function.name == "first_known":
        settles = [part.value is not None for part in parts]
    else:
        return parts
    return parts[: settles.index(True) + 1] if True in settles else parts
