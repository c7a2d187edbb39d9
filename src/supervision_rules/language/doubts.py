"""What is missing where a value leans on the results of other rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.tree import Call, Name
from supervision_rules.findings import Finding
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import missing_in
from supervision_rules.language.reasons import MAX_RECORDS
from supervision_rules.world import Row


def lacking(row: Row, *expressions: Expression | None) -> tuple[str, ...]:
    """The facts that would decide the expressions that are in doubt, those that other rules lack included.

    Where no fact would, it is the result asked for that is named: who takes no part in a ranking has no rank, and what
    has no value yet has none whatever the facts.
    """
    # What is known needs no tracing, which takes much longer than to see that it is.
    traces = [each.trace(row) for each in expressions if each is not None and _in_doubt(each.fast(row))]
    found = dict.fromkeys(missing_in(row, traces))
    asked = [call for traced in traces for call in _asked(traced, row)]
    if row.undated and any(each.period is not None for _, findings in asked for each in findings):
        found |= {f"{row.type} {row.id}: date": None}  # of which window, is not known
    found |= dict.fromkeys(missing_of(finding for _, findings in asked for finding in findings))
    return tuple(found or dict.fromkeys(f"{row.type} {row.id}: {name}" for name, _ in asked))


def _in_doubt(value: Value) -> bool:
    return value is None or isinstance(value, Interval)


def _asked(traced: Traced, row: Row) -> Iterator[tuple[str, list[Finding]]]:
    """The results that an expression in doubt asked for, also through the facts that it uses, and what was found."""
    node = traced.node
    if traced.value is not None and not isinstance(traced.value, Interval):
        return
    if isinstance(node, Call) and node.function.sources is not None:
        given = traced.parts[1:]
        written = ", ".join((f'"{node.literal}"', *(part.text for part in given)))
        yield (
            f"{node.function.name}({written})",
            list(node.function.sources(row, node.literal, *(part.value for part in given))),
        )
    elif isinstance(node, Name):
        derived = row.world.schema.derived[row.type].get(node.name)
        if derived is not None and derived.way == "value" and derived.expression is not None:
            yield from _asked(derived.expression.trace(row), row)
    for part in traced.parts:
        yield from _asked(part, row)


def missing_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The facts that findings lack, each once, the first of them."""
    facts = dict.fromkeys(fact for finding in findings for fact in finding.missing)
    return tuple(facts)[:MAX_RECORDS]
