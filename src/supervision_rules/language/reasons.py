"""Reasons shared by all kinds: how an expression came to its value, what is missing, which days were counted."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from supervision_rules.calendar import Moment
from supervision_rules.expressions import Interval, Traced, Value
from supervision_rules.expressions.tree import Call, Name
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import Expression
from supervision_rules.language.seen import PLAIN
from supervision_rules.language.unfixed import unfixed
from supervision_rules.language.workdays import days_asked
from supervision_rules.world import Derived, Row, Seeing

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
    found = node.function.sources(row, node.literal, *(part.value for part in traced.parts[1:]))
    shown = [
        reason("asked-finding", rule=each.rule.label, subject=each.subject, finding=each)
        for each in found[:MAX_RECORDS]
    ]
    return reason("asked" if shown else "asked-in-vain", *shown, text=traced.text, value=traced.value)


def of_fact(name: str, value: Value, row: Row) -> Explanation:
    """Where a fact that an expression read comes from: a field of a record, or the records it was derived from.

    It is told under the ``name`` by which it was read, also where it is a fact of a record that ``row`` names.
    """
    label = row.world.schema.labels[row.type].get(name, name)
    about, inner = _elsewhere(name, row) or (row, name)
    derived = row.world.schema.derived[about.type].get(inner)
    if derived is None:
        field = {} if about is row else {"field": inner}
        return reason("fact", label=label, name=name, value=value, type=about.type, id=about["id"], **field)
    return _of_derived(derived, about, value, {"label": label, "name": name})


def _of_derived(derived: Derived, row: Row, value: Value, words: Mapping[str, object]) -> Explanation:
    """How the derived fact of ``row`` was made; ``words`` are its label and name."""
    expression = derived.expression
    if derived.way == "value" and expression is not None:
        return reason("derived", *_facts(expression.trace(row), row), value=value, text=expression.text, **words)
    records = derived.chosen(row)
    if value is None and not records and derived.way in OF_SOMETHING:
        return reason("counted-none", **words)
    listed = tuple(_record(record, verdict, row) for record, verdict in records[:MAX_RECORDS])
    return reason("counted", *listed, value=value, records=len(records), **words)


def _record(record: Row, verdict: bool | None, row: Row) -> Explanation:
    """A record that counts for ``row``; of its own periods the period, of an entry of a register no day."""
    doubt = "" if verdict else "-doubtful"
    if record.period is not None and (record.type, record.id) == (row.type, row.id):
        return reason(f"record-period{doubt}", period=record.period)
    if record.type in record.world.schema.registers:
        return reason(f"record-entry{doubt}", type=record.type, id=record["id"])
    return reason(f"record{doubt}", type=record.type, id=record["id"], date=record["date"])


def _elsewhere(name: str, row: Row) -> tuple[Row, str] | None:
    """The record that ``row`` names and of which ``name`` is a fact, as ``row`` sees it, and what it is called there;
    None if it is a fact of ``row`` itself, or there is no such record."""
    named = _named_through(name, row)
    other = None if named is None else named[3].of(row, *named[:2])
    return None if named is None or other is None else (other, named[2])


def _named_through(name: str, row: Row) -> tuple[str, str, str, Seeing] | None:
    """The field of ``row`` that leads to the record of which ``name`` is a fact, its type, what it is called there, and
    how ``row`` sees it."""
    schema = row.world.schema
    if name in schema.fields[row.type] or name in schema.derived[row.type]:
        return None
    for reference, target in schema.references[row.type].items():
        inner = name.removeprefix(f"{reference}_")
        derived = schema.derived[target].get(inner)
        if inner != name and (derived is not None or inner in schema.fields[target]):
            return reference, target, inner, PLAIN if derived is None else derived.sight
    return None


def _names(traced: Traced) -> dict[str, Value]:
    """The names read anywhere below, in the order of the text, each once."""
    found: dict[str, Value] = {}
    if isinstance(traced.node, Name):
        found[traced.node.name] = traced.value
    for part in traced.parts:
        found |= {name: value for name, value in _names(part).items() if name not in found}
    return found


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
    lacks = (lack.row for lack in _missing(decision.trace(row), row))
    doubtful = any((lacking.type, lacking["id"]) not in stated for lacking in lacks)
    return None if doubtful else False


def is_refused(decision: Expression, row: Row) -> bool:
    """Whether a decision that is not given is on record as refused: a fact of the record itself says no."""
    traced = decision.trace(row)
    own = row.world.schema.fields[row.type]
    refused = any(name in own and value is False for name, value in _names(traced).items())
    return traced.value is False and refused


def _is_date(lack: Lack, dates: Mapping[str, Container[str]]) -> bool:
    row, name, placing = lack
    derived = row.world.schema.derived[row.type].get(name)
    if derived is not None:
        return derived.way in OF_SOMETHING
    if placing or row[name] is not None:
        return False  # it has happened: what is missing is the day, or its time of day
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
        yield from _missing_elsewhere(name, row) or [Lack(row, name)]
        return
    inner: list[Lack] = []
    if derived.way == "value" and derived.expression is not None:
        inner += _missing(derived.expression.trace(row), row)
    for record, verdict in _looked_at(derived, row):
        if verdict is None or derived.expression is None:  # without one it is the date that is taken
            inner += _undecided(derived, row, record)
        if derived.way != "value" and derived.expression is not None:
            inner += _missing(derived.expression.trace(record), record)
    yield from sorted(inner, key=_shown) or [Lack(row, name)]


def _missing_elsewhere(name: str, row: Row) -> list[Lack]:
    """What is missing where ``name`` is a fact of a record that ``row`` names."""
    found = _elsewhere(name, row)
    if found is not None:
        return list(_missing_fact(found[1], found[0]))
    named = _named_through(name, row)
    return [Lack(row, "date", placing=True)] if named is not None and named[3].windowed and row.undated else []


def _shown(lack: Lack) -> str:
    row, name, _ = lack
    return f"{row.type} {row['id']}: {name}"


def _looked_at(derived: Derived, row: Row) -> list[tuple[Row, bool | None]]:
    """The records that the value of the fact ``derived`` of ``row`` hangs on."""
    records = derived.chosen(row)
    return {"first": records[:1], "last": records[-1:]}.get(derived.way, records)


def _undecided(derived: Derived, row: Row, record: Row) -> Iterator[Lack]:
    """The facts that would tell whether a record counts for the fact ``derived`` of ``row``."""
    if derived.by is not None:
        yield from _missing(derived.by.trace(record), record)
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
