"""Whether something is asked anew in each window: it reads the first or the last day of that."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.language.declarations import OF_WINDOW
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import OF_ITS_OWN, PERIODS
from supervision_rules.language.facts import Fact
from supervision_rules.world import Schema


def reads_window(expression: Expression, schema: Schema, record_type: str) -> bool:
    """Whether ``expression``, or a fact that it uses, reads the first or the last day of the period looked at."""
    names = expression.checked.names
    facts = (fact for name in names if isinstance(fact := schema.derived[record_type].get(name), Fact))
    read = (pair for fact in facts for pair in _read(fact, schema, record_type))
    return bool(names & OF_WINDOW) or any(reads_window(each, schema, about) for each, about in read)


def _read(fact: Fact, schema: Schema, record_type: str) -> Iterator[tuple[Expression, str]]:
    """What a fact asks of its subject, and of the records that it counts: these are seen through the same period.

    What it asks of each of its own periods is about that one.
    """
    own, its = [pair[0] for pair in fact.alike], [pair[1] for pair in fact.alike]
    asked = (fact.since, fact.until, *own, fact.expression if fact.way == "value" else None)
    yield from ((each, record_type) for each in asked if each is not None)
    if fact.way != "value" and fact.counted not in PERIODS:
        about = record_type if fact.counted in OF_ITS_OWN else schema.base(fact.counted)
        yield from ((each, about) for each in (fact.where, fact.expression, *its) if each is not None)
