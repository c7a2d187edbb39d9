"""Reasons shared by all kinds: how an expression came to its value, what records it counted, which days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.expressions import Traced, Value
from supervision_rules.expressions.tree import Call
from supervision_rules.findings import Explanation
from supervision_rules.language.aggregates import RUN
from supervision_rules.language.declarations import OF_WINDOW
from supervision_rules.language.dividing import divides_by_zero
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, PERIODS
from supervision_rules.language.missing import OF_SOMETHING, names_read
from supervision_rules.language.results import seen_then
from supervision_rules.language.seen import elsewhere, named_through
from supervision_rules.language.unfixed import unfixed
from supervision_rules.language.workdays import days_asked
from supervision_rules.world import Derived, Row

NOT_FIXED: Final = "not-fixed"
_TRIED: Final = MappingProxyType({True: "step-reached", False: "step-passed", None: "step-doubtful"})
_VERDICTS: Final = MappingProxyType({True: "", False: "-failing", None: "-doubtful"})
_BREAKING: Final = "-breaking"
AS_OF: Final = "as_of"
OF_TIME: Final = frozenset({AS_OF, *OF_WINDOW})
"""What may be read of any record, and stands on none."""
_STATED: Final = frozenset({"id", "date", *OF_TIME})
"""What the line of a record in a list begins with, or what is the same for all."""
MAX_RECORDS = 50
"""How many records an explanation of a count lists before it only says how many more there are."""


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
    for name, value in names_read(traced).items():
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
    then = seen_then(row, node.literal, node.function.name)
    if then is not None:
        phrase = "asked-then" if shown else "asked-then-in-vain"
        return reason(phrase, *shown, text=traced.text, value=traced.value, day=then)
    return reason("asked" if shown else "asked-in-vain", *shown, text=traced.text, value=traced.value)


def of_fact(name: str, value: Value, row: Row) -> Explanation:
    """Where a fact that an expression read comes from: a field of a record, or the records it was derived from.

    It is told under the ``name`` by which it was read, also where it is a fact of a record that ``row`` names.
    """
    label = row.world.schema.labels[row.type].get(name, name)
    if name in OF_TIME:
        return _of_time(name, value, row, label)
    about, inner = elsewhere(name, row) or (row, name)
    named = named_through(name, row) if about is row else None
    if named is not None and row[named[0]] is None:
        return reason("fact-of-nobody", label=label, name=name, type=row.type, id=row["id"], whose=named[0])
    derived = row.world.schema.derived[about.type].get(inner)
    if derived is None:
        field = {} if about is row else {"field": inner}
        return reason("fact", label=label, name=name, value=value, type=about.type, id=about["id"], **field)
    words = {"label": label, "name": name, "type": about.type, "field": inner}
    return _of_derived(derived, about, value, words)


def _no_quotient(value: Value, traced: Traced) -> tuple[Explanation, ...]:
    """That there is no value because something was divided by zero."""
    return (reason("no-quotient"),) if value is None and divides_by_zero(traced) else ()


def _of_time(name: str, value: Value, row: Row, label: object) -> Explanation:
    """A day that is a fact of no record; where another day was asked, ``as_of`` is that on which ``row`` stands."""
    if name != AS_OF or row.day is None or row.day >= row.world.as_of:
        return reason("day", label=label, name=name, value=value)
    if row.period is not None and row.day == row.period.last:
        return reason("day-end", name=name, value=value, period=row.period)
    return reason("day-then", name=name, value=value)


def _of_derived(derived: Derived, row: Row, value: Value, words: Mapping[str, object]) -> Explanation:
    """How the derived fact of ``row`` was made; ``words`` are its label and name, and what it is a fact of."""
    expression = derived.expression
    if derived.way == "value" and expression is not None:
        traced = expression.trace(row)
        parts = (*_facts(traced, row), *_no_quotient(value, traced))
        return reason("derived", *parts, value=value, text=expression.text, **words)
    records = derived.chosen(row)
    if value is None and not records and derived.way in OF_SOMETHING:
        return reason(_none_phrase(derived, row), **words)
    listed = (_listed(derived, record, _VERDICTS[verdict]) for record, verdict in records[:MAX_RECORDS])
    of_own = "counted-periods" if derived.counted in PERIODS else ""
    phrase = of_own or ("counted-peers" if derived.counted in ALL_PEERS else "counted")
    parts = (*by_field(derived.counted, derived.via, row), *_break(derived, row, len(records)), *listed)
    return reason(phrase, *parts, value=value, records=len(records), **words)


def by_field(counted: str, via: str, row: Row) -> tuple[Explanation, ...]:
    """By which field the records name the subject, where several of theirs might."""
    schema = row.world.schema
    base = schema.base(counted)
    fields = [name for name, target in schema.references.get(base, {}).items() if target == row.type]
    if not via or len(fields) < 2:
        return ()
    return (reason("by-field", label=schema.labels[base][via], name=via),)


def _none_phrase(derived: Derived, row: Row) -> str:
    """What is said where a fact has no value because nothing counts: of other units, whether there are any."""
    if derived.counted not in ALL_PEERS:
        return "counted-none"
    if derived.tried(row):
        return f"{derived.counted}-none-fit"
    return "others-none-alike" if derived.alike else "others-none"


def _break(derived: Derived, row: Row, length: int) -> Iterator[Explanation]:
    """The last one that surely breaks a run, of which ``length`` came after it."""
    tried = derived.tried(row) if derived.way == RUN else []
    if len(tried) > length:
        yield _listed(derived, tried[-length - 1][0], _BREAKING)


def _listed(derived: Derived, record: Row, verdict: str) -> Explanation:
    """One of those that a fact is made from; of periods of the row itself the period, of a register no day."""
    words = {**_taken(derived, record), "type": record.type}
    if derived.counted in PERIODS:
        return reason(f"record-period{verdict}", period=record.period, **words)
    if record.type in record.world.schema.registers:
        return reason(f"record-entry{verdict}", subject=record.id, **words)
    return reason(f"record{verdict}", id=record.id, date=record["date"], **words)


def _taken(derived: Derived, record: Row) -> Mapping[str, object]:
    """What was taken of a record, or else what was asked of it, by the names of the facts read."""
    take, where = derived.expression, derived.where
    if take is not None:
        traced = take.trace(record)
        pairs = zip(traced.node.type.levels, traced.node.type.labels, strict=False)
        called = next((label for level, label in pairs if level == traced.value), "")
        return {"taken": {traced.text: traced.value}, "by": "take"} | ({"called": called} if called else {})
    tried = [] if where is None else [where.trace(record)]
    read = {name: value for each in tried for name, value in names_read(each).items() if name not in _STATED}
    asked = {each.text: each.value for one in tried for each in _asked(one)}
    return {"taken": read | asked, "by": "where"}


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
