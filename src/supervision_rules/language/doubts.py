"""What is missing where a value leans on the results of other rules."""

from __future__ import annotations

from collections.abc import Iterable

from supervision_rules.expressions import Interval
from supervision_rules.findings import Finding
from supervision_rules.language.binding import Expression
from supervision_rules.language.reasons import MAX_RECORDS, missing
from supervision_rules.world import Row


def lacking(row: Row, *expressions: Expression | None) -> tuple[str, ...]:
    """The facts that would decide the expressions that are in doubt, those that other rules lack included."""
    found = dict.fromkeys(missing(row, *expressions))
    for expression in expressions:
        if expression is not None and expression.checked.calls and _in_doubt(expression, row):
            for _, rule in expression.checked.calls:
                found |= dict.fromkeys(missing_of(row.world.found(rule, row)))
    return tuple(found)


def missing_of(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The facts that findings lack, each once, the first of them."""
    facts = dict.fromkeys(fact for finding in findings for fact in finding.missing)
    return tuple(facts)[:MAX_RECORDS]


def _in_doubt(expression: Expression, row: Row) -> bool:
    value = expression.fast(row)
    return value is None or isinstance(value, Interval)
