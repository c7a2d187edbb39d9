"""What is missing where a value is unknown: whose fact, and whether it is only an event that has not happened."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from supervision_rules.calendar import Moment, Period
from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.tree import Name
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, EARLIER
from supervision_rules.language.seen import elsewhere, named_through
from supervision_rules.language.valueless import is_valueless
from supervision_rules.world import Derived, Row

OF_SOMETHING: Final = frozenset({"first", "last", "max", "min", "mean", "top", "bottom"})
"""The ways of making a fact that have no value where no record counts, although nothing is missing."""


_OF_WINDOWS: Final = re.compile(r'others\(|\w+\("')
"""Begins what is missing that is no fact: another unit to be compared with, the result of a rule."""


_LACKS: Final = "what is missing of a fact"


class Lack(NamedTuple):
    """A fact that is unknown: whose, and its name."""

    row: Row
    name: str
    placing: bool = False
    """Whether it is the date of a record that is there: not that of an event that may not have happened."""


def missing(row: Row, *expressions: Expression | None) -> tuple[str, ...]:
    """The facts that would decide expressions that came out unknown: ``type id: name``, each once."""
    return missing_in(row, [expression.trace(row) for expression in expressions if expression is not None])


def missing_in(row: Row, traces: Iterable[Traced]) -> tuple[str, ...]:
    """The same of expressions that have been traced for ``row``; through another window than its own, with that."""
    lacks = (lack for traced in traces for lack in _missing(traced, row))
    return tuple(dict.fromkeys(through(_shown(lack), lack.row.period, row) for lack in lacks))


def through(fact: str, period: Period | None, row: Row) -> str:
    """A missing fact, with the window through which it is wanted where that is not the one of ``row``:
    ``unit u1: mark (2021年2月)``. What a record states is the same through any.
    """
    owner, _, name = fact.rpartition(": ")
    hangs = name in row.world.schema.derived.get(owner.partition(" ")[0], ()) or _OF_WINDOWS.match(name) is not None
    return f"{fact} ({period.label})" if hangs and period is not None and period != row.period else fact


def no_others(derived: Derived, row: Row) -> bool:
    """Whether a fact made from other units has no value because there is none that counts."""
    return derived.counted in ALL_PEERS and derived.way in OF_SOMETHING and not derived.chosen(row)


def open_to_doubt(expression: Expression, row: Row, *, planned: bool = False) -> bool:
    """Whether it is unknown if the event that an unknown date stands for has happened.

    The date of an event that is not on record has not happened, nor has, on a day before, what is on record of a later
    one, as a judgement; nor is there a due day while a clock stands still. What hangs on any other missing fact, or on
    another rule that could not decide, is in doubt.
    With ``planned``, a planned day that is not on record is not set, which is no doubt either.
    """
    schema = row.world.schema
    dates = schema.days if planned else schema.dates
    if expression.names_only(("date", *dates[row.type])):
        return False  # whatever is missing is such a date: most expressions that are asked about need no tracing
    traced = expression.trace(row)
    if not _is_open(traced.value) or is_valueless(traced, row):
        return False
    lacks = list(_missing(traced, row))
    return not lacks or any(not (_is_date(lack, dates) or _is_to_come(lack)) for lack in lacks)


def on_record(decision: Expression, row: Row) -> bool | None:
    """Whether a person's decision is on record; None where a record of it may count or not.

    What the row itself, or a record that it names, does not state is not on record.
    """
    value = decision.fast(row)
    if value is not None:
        return value is True
    references = row.world.schema.references[row.type]
    stated = {(row.type, row["id"]), *((target, row[field]) for field, target in references.items())}
    lacks = (lack.row for lack in _missing(decision.trace(row), row))
    doubtful = any((lacking.type, lacking["id"]) not in stated for lacking in lacks)
    return None if doubtful else False


def is_refused(decision: Expression, row: Row) -> bool:
    """Whether a decision that is not given is on record as refused: a fact of the record itself says no."""
    traced = decision.trace(row)
    own = row.world.schema.fields[row.type]
    refused = any(name in own and value is False for name, value in names_read(traced).items())
    return traced.value is False and refused


def names_read(traced: Traced) -> dict[str, Value]:
    """The names read anywhere below, in the order of the text, each once."""
    found: dict[str, Value] = {}
    if isinstance(traced.node, Name):
        found[traced.node.name] = traced.value
    for part in traced.parts:
        found |= {name: value for name, value in names_read(part).items() if name not in found}
    return found


def _is_date(lack: Lack, dates: Mapping[str, Container[str]]) -> bool:
    row, name, placing = lack
    derived = row.world.schema.derived[row.type].get(name)
    if derived is not None:
        return derived.way in OF_SOMETHING
    if placing or row[name] is not None:
        return False  # it has happened: what is missing is the day, or its time of day
    return name == "date" or name in dates[row.type]


def _is_to_come(lack: Lack) -> bool:
    """Whether what is missing on a day of a history is on record of a later one."""
    row = lack.row
    now = None if row.day is None or lack.placing else row.world.find(row.type, row.id)
    return now is not None and now.source.get(lack.name) is not None


def _missing(traced: Traced, row: Row) -> Iterator[Lack]:
    if not _is_open(traced.value):
        return
    if isinstance(traced.node, Name):
        yield from _missing_fact(traced.node.name, row)
    for part in traced.parts:
        yield from _missing(part, row)


def _is_open(value: Value) -> bool:
    """Whether something of a value is unknown: all, which number it is, the time of day of a moment."""
    untimed = isinstance(value, Moment) and value.second is None
    return value is None or untimed or isinstance(value, Interval)


def _missing_fact(name: str, row: Row) -> Iterable[Lack]:
    """What is missing of a fact, each once: worked out once for a row that is looked at so."""
    memo, key = row.world.memo, (_LACKS, name, *_looked_at_as(row))
    if key not in memo:
        memo[key] = tuple({(*_looked_at_as(lack.row), *lack[1:]): lack for lack in _lacks_of(name, row)}.values())
    return memo[key]  # type: ignore[no-any-return]  # what was put there


def _looked_at_as(row: Row) -> tuple[object, ...]:
    """What tells a row from the same record looked at otherwise."""
    return row.type, row.source["id"], row.period, row.day, row.passed, row.closed, row.onward, row.stepwise


def _lacks_of(name: str, row: Row) -> Iterator[Lack]:
    derived = row.world.schema.derived[row.type].get(name)
    if derived is None:
        yield from _missing_elsewhere(name, row) or [Lack(row, name)]
        return
    inner: list[Lack] = []
    if derived.way == "value" and derived.expression is not None:
        inner += _missing(derived.expression.trace(row), row)
    for record, verdict in looked_at(derived, row):
        if verdict is None or derived.expression is None:  # without one it is the date that is taken
            inner += _undecided(derived, row, record)
        if derived.way != "value" and derived.expression is not None:
            inner += _missing(derived.expression.trace(record), record)
    yield from sorted(inner, key=_shown) or [Lack(row, name)]


def _missing_elsewhere(name: str, row: Row) -> list[Lack]:
    """What is missing where ``name`` is a fact of a record that ``row`` names."""
    found = elsewhere(name, row)
    if found is not None:
        return list(_missing_fact(found[1], found[0]))
    named = named_through(name, row)
    if named is None:
        return []
    if row[named[0]] is None:
        return list(_missing_fact(named[0], row))  # it names nobody: what is missing is whom
    return [Lack(row, "date", placing=True)] if named[3].windowed and row.undated else []


def _shown(lack: Lack) -> str:
    row, name, _ = lack
    derived = row.world.schema.derived[row.type].get(name)
    called = f"others({name})" if derived is not None and no_others(derived, row) else name
    return f"{row.type} {row['id']}: {called}"


def looked_at(derived: Derived, row: Row) -> list[tuple[Row, bool | None]]:
    """The records that the value of the fact ``derived`` of ``row`` hangs on."""
    records = derived.chosen(row)
    return {"first": records[:1], "last": records[-1:]}.get(derived.way, records)


def _undecided(derived: Derived, row: Row, record: Row) -> Iterator[Lack]:
    """The facts that would tell whether a record counts for the fact ``derived`` of ``row``."""
    if derived.by is not None:
        yield from _missing(derived.by.trace(record), record)
        yield from _missing(derived.by.trace(row), row) if derived.counted == EARLIER else ()
    yield from (Lack(each, "date", placing=True) for each in derived.undated(row, record))
    for limit in (derived.since, derived.until):
        if limit is not None:
            lacks, dates = _missing(limit.trace(row), row), row.world.schema.dates
            yield from (lack for lack in lacks if not _is_date(lack, dates))
    if derived.where is not None:
        yield from _missing(derived.where.trace(record), record)
    for own, its in derived.alike:
        yield from _missing(own.trace(row), row)
        yield from _missing(its.trace(record), record)
