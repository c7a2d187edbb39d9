"""Reasons shared by all kinds: how an expression came to its value, what is missing, which days were counted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.calendar import Moment
from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.tree import Call, Name
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Expression
from supervision_rules.language.unfixed import unfixed
from supervision_rules.language.workdays import days_asked
from supervision_rules.world import Derived, Row

NOT_FIXED: Final = "not-fixed"
_TRIED: Final = MappingProxyType({True: "step-reached", False: "step-passed", None: "step-doubtful"})
MAX_RECORDS = 50
"""How many records an explanation of a count lists before it only says how many more there are."""


OF_SOMETHING: Final = frozenset({"first", "last", "max", "min", "mean", "top", "bottom"})
"""The ways of making a fact that have no value where no record counts, although nothing is missing."""


def reason(phrase: str, *parts: Explanation, **words: object) -> Explanation:
    """A node of an explanation."""
    return Explanation(phrase, words, parts)


def of_expression(expression: Expression, row: Row) -> Explanation:
    """How ``expression`` came to its value: its text, and every fact that it read."""
    traced = expression.trace(row)
    parts = (*_facts(traced, row), *not_fixed(unfixed(expression, row)))
    return reason("expression", *parts, text=traced.text, value=traced.value)


def step_tried(number: int, words: object, condition: Expression, row: Row) -> Explanation:
    """Whether ``row`` had come to a step, and how its condition came to that; unknown where it has no truth."""
    tried = of_expression(condition, row)
    value = tried.words["value"]
    phrase = _TRIED[value if isinstance(value, bool) else None]
    return reason(phrase, tried, number=number, words=words, day=row.day or row.world.as_of)


def not_fixed(day: date | None) -> tuple[Explanation, ...]:
    """That a day on which something hangs is fixed by no notice yet, if there is one."""
    return () if day is None else (reason(NOT_FIXED, day=day),)


def days_not_fixed(reasons: Iterable[Explanation]) -> Iterator[date]:
    """The days of which the reasons say so."""
    for each in reasons:
        day = each.words.get("day")
        if each.phrase == NOT_FIXED and isinstance(day, date):
            yield day
        yield from days_not_fixed(each.parts)


def _facts(traced: Traced, row: Row) -> Iterator[Explanation]:
    for name, value in _names(traced).items():
        yield of_fact(name, value, row)
    asked: dict[str, Explanation] = {}
    for each in _asked(traced):
        asked.setdefault(each.text, _answered(each, row))
    yield from asked.values()


def _asked(traced: Traced) -> Iterator[Traced]:
    """The results of other rules that were asked for."""
    if isinstance(traced.node, Call) and traced.node.function.sources is not None:
        yield traced
    for part in traced.parts:
        yield from _asked(part)


def _answered(traced: Traced, row: Row) -> Explanation:
    """What another rule concluded, on which its result rests."""
    node: Any = traced.node
    found = node.function.sources(row, node.literal)
    shown = [
        reason("asked-finding", rule=each.rule.label, subject=each.subject, finding=each)
        for each in found[:MAX_RECORDS]
    ]
    return reason("asked" if shown else "asked-in-vain", *shown, text=traced.text, value=traced.value)


def of_fact(name: str, value: Value, row: Row) -> Explanation:
    """Where a fact that an expression read comes from: a field of a record, or the records it was derived from."""
    label = row.world.schema.labels[row.type].get(name, name)
    derived = row.world.schema.derived[row.type].get(name)
    if derived is None:
        return reason("fact", label=label, name=name, value=value, type=row.type, id=row["id"])
    expression = derived.expression
    if derived.way == "value" and expression is not None:
        inner = tuple(_facts(expression.trace(row), row))
        return reason("derived", *inner, label=label, name=name, value=value, text=expression.text)
    records = derived.chosen(row)
    if value is None and not records and derived.way in OF_SOMETHING:
        return reason("counted-none", label=label, name=name)
    listed = tuple(_record(record, verdict) for record, verdict in records[:MAX_RECORDS])
    return reason("counted", *listed, label=label, name=name, value=value, records=len(records))


def _record(record: Row, verdict: bool | None) -> Explanation:
    phrase = "record" if verdict else "record-doubtful"
    return reason(phrase, type=record.type, id=record["id"], date=record["date"])


def _names(traced: Traced) -> dict[str, Value]:
    """The names read anywhere below, in the order of the text, each once."""
    found: dict[str, Value] = {}
    if isinstance(traced.node, Name):
        found[traced.node.name] = traced.value
    for part in traced.parts:
        found |= {name: value for name, value in _names(part).items() if name not in found}
    return found


Lack = tuple[Row, str]
"""A fact that is unknown: whose, and its name."""


def missing(row: Row, *expressions: Expression | None) -> tuple[str, ...]:
    """The facts that would decide expressions that came out unknown: ``type id: name``, each once."""
    return missing_in(row, [expression.trace(row) for expression in expressions if expression is not None])


def missing_in(row: Row, traces: Iterable[Traced]) -> tuple[str, ...]:
    """The same of expressions that have been traced for ``row``."""
    return tuple(dict.fromkeys(_shown(lack) for traced in traces for lack in _missing(traced, row)))


def open_to_doubt(expression: Expression, row: Row, *, planned: bool = False) -> bool:
    """Whether it is unknown if the event that an unknown date stands for has happened.

    The date of an event that is not on record has not happened; what hangs on any other missing fact is in doubt.
    With ``planned``, a planned day that is not on record is not set, which is no doubt either.
    """
    schema = row.world.schema
    dates = schema.days if planned else schema.dates
    if expression.names_only(("date", *dates[row.type])):
        return False  # whatever is missing is such a date: most expressions that are asked about need no tracing
    return any(not _is_date(lack, dates) for lack in _missing(expression.trace(row), row))


def on_record(decision: Expression, row: Row) -> bool | None:
    """Whether a person's decision is on record; None where a record of it may count or not.

    What the row itself, or a record that it names, does not state is not on record.
    """
    value = decision.fast(row)
    if value is not None:
        return value is True
    references = row.world.schema.references[row.type]
    stated = {(row.type, row["id"]), *((target, row[field]) for field, target in references.items())}
    doubtful = any((lack.type, lack["id"]) not in stated for lack, _ in _missing(decision.trace(row), row))
    return None if doubtful else False


def is_refused(decision: Expression, row: Row) -> bool:
    """Whether a decision that is not given is on record as refused: a fact of the record itself says no."""
    traced = decision.trace(row)
    own = row.world.schema.fields[row.type]
    refused = any(name in own and value is False for name, value in _names(traced).items())
    return traced.value is False and refused


def _is_date(lack: Lack, dates: Mapping[str, Container[str]]) -> bool:
    row, name = lack
    derived = row.world.schema.derived[row.type].get(name)
    if derived is not None:
        return derived.way in OF_SOMETHING
    if row[name] is not None:
        return False  # it has happened: what is missing is its time of day
    return name == "date" or name in dates[row.type]


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


def _missing_fact(name: str, row: Row) -> Iterator[Lack]:
    derived = row.world.schema.derived[row.type].get(name)
    if derived is None:
        yield from _missing_elsewhere(name, row) or [(row, name)]
        return
    inner: list[Lack] = []
    if derived.way == "value" and derived.expression is not None:
        inner += _missing(derived.expression.trace(row), row)
    for record, verdict in _looked_at(derived, row):
        if verdict is None:
            inner += _undecided(derived, row, record)
        if derived.way != "value" and derived.expression is not None:
            inner += _missing(derived.expression.trace(record), record)
    yield from sorted(inner, key=_shown) or [(row, name)]


def _missing_elsewhere(name: str, row: Row) -> list[Lack]:
    """What is missing where ``name`` is a fact of a record that ``row`` names."""
    schema = row.world.schema
    for reference, target in schema.references[row.type].items():
        inner = name.removeprefix(f"{reference}_")
        if inner == name or name in schema.fields[row.type]:
            continue
        if inner not in schema.derived[target] and inner not in schema.fields[target]:
            continue
        other = row.world.find(target, row[reference])
        if other is not None:
            return list(_missing_fact(inner, other if row.day is None else other.at(row.day)))
    return []


def _shown(lack: Lack) -> str:
    row, name = lack
    return f"{row.type} {row['id']}: {name}"


def _looked_at(derived: Derived, row: Row) -> list[tuple[Row, bool | None]]:
    """The records that the value of the fact ``derived`` of ``row`` hangs on."""
    records = derived.chosen(row)
    return {"first": records[:1], "last": records[-1:]}.get(derived.way, records)


def _undecided(derived: Derived, row: Row, record: Row) -> Iterator[Lack]:
    """The facts that would tell whether a record counts for the fact ``derived`` of ``row``."""
    if derived.by is not None:
        yield from _missing(derived.by.trace(record), record)
    elif derived.period is not None and record["date"] is None and record.type not in record.world.schema.registers:
        yield record, "date"
    if derived.where is not None:
        yield from _missing(derived.where.trace(record), record)
    for own, its in derived.alike:
        yield from _missing(own.trace(row), row)
        yield from _missing(its.trace(record), record)


def of_days(row: Row, start: date, end: date) -> Explanation:
    """The days between two dates, what was counted and what was skipped."""
    stretches = row.world.calendar.trace(start, end)
    return reason("days", *(reason("stretch", stretch=stretch) for stretch in stretches), start=start, end=end)


def of_days_asked(expression: Expression, row: Row) -> Iterator[Explanation]:
    """The days that each call for working days in ``expression`` looked at."""
    pending = [expression.trace(row)]
    while pending:
        traced = pending.pop(0)
        pending += traced.parts
        if isinstance(traced.node, Call):
            days = days_asked(traced.node.function.name, traced.value, *(part.value for part in traced.parts))
            if days is not None and row.world.calendar.holds(days[0]):
                yield of_days(row, *days)
