"""What is missing where a value leans on the results of other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.tree import Call, Name
from supervision_rules.findings import Finding
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import looked_at, missing_in, through
from supervision_rules.language.reasons import MAX_RECORDS
from supervision_rules.world import Derived, Row, Traceable


class _Asked(NamedTuple):
    """A result that was asked for, and is in doubt or not there."""

    name: str
    """``unit u1: points("month")``."""
    found: list[Finding]
    fact: str | None = None
    """The fact of the row asked about that asks for it, if that is not done by the rule itself."""

    @property
    def missing(self) -> Iterator[tuple[Finding, str]]:
        return ((each, fact) for each in self.found for fact in each.missing)


def lacking(row: Row, *expressions: Expression | None) -> tuple[str, ...]:
    """The facts that would decide the expressions that are in doubt, those that other rules lack included.

    Where no fact would, it is the result asked for that is named: who takes no part in a ranking has no rank, and what
    has no value yet has none whatever the facts.
    """
    # What is known needs no tracing, which takes much longer than to see that it is.
    traces = [each.trace(row) for each in expressions if each is not None and _in_doubt(each.fast(row))]
    found = dict.fromkeys(missing_in(row, traces))
    asked = [call for traced in traces for call in _asked(traced, row)]
    if row.undated and any(each.period is not None for call in asked for each in call.found):
        found |= {f"{row.type} {row.id}: date": None}  # of which window, is not known
    told = [(call, through(fact, each.period, row)) for call in asked for each, fact in call.missing]
    explained = {f"{row.type} {row.id}: {call.fact}" for call, _ in told}
    found = {fact: None for fact in found if fact not in explained} | dict.fromkeys(fact for _, fact in told)
    return tuple(found)[:MAX_RECORDS] or tuple(dict.fromkeys(call.name for call in asked))


def _in_doubt(value: Value) -> bool:
    return value is None or isinstance(value, Interval)


def _asked(traced: Traced, row: Row) -> Iterator[_Asked]:
    """The results that an expression in doubt asked for, also through the facts that it uses, and what was found."""
    node = traced.node
    if not _in_doubt(traced.value):
        return
    if isinstance(node, Call) and node.function.sources is not None:
        given = traced.parts[1:]
        written = ", ".join((f'"{node.literal}"', *(part.text for part in given)))
        findings = node.function.sources(row, node.literal, *(part.value for part in given))
        yield _Asked(f"{row.type} {row.id}: {node.function.name}({written})", list(findings))
    elif isinstance(node, Name):
        derived = row.world.schema.derived[row.type].get(node.name)
        if derived is not None:
            yield from (each._replace(fact=node.name) for each in _asked_by(derived, row))
    for part in traced.parts:
        yield from _asked(part, row)


def _asked_by(derived: Derived, row: Row) -> Iterator[_Asked]:
    """The results that a fact in doubt asked for: of the row itself, or of the records that it is made from."""
    if derived.way == "value":
        yield from _tried((derived.expression,), row)
        return
    for record, _ in looked_at(derived, row):
        yield from _tried((derived.where, derived.expression), record)


def _tried(expressions: Iterable[Traceable | None], row: Row) -> Iterator[_Asked]:
    for each in expressions:
        if each is not None:
            yield from _asked(each.trace(row), row)


def missing_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The facts that findings lack, each once, the first of them."""
    facts = dict.fromkeys(fact for finding in findings for fact in finding.missing)
    return tuple(facts)[:MAX_RECORDS]
