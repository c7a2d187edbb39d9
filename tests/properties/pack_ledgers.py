"""Generated records for any pack: of the types and with the fields that it reads, on days that lie close together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from hypothesis import strategies as st
from pack_sight import Focus, Sight

from supervision_rules.records import FieldSpec, Record, TypeSpec

UNITS = ("u1", "u2", "u3")
PERSONS = ("p1", "p2")
# Days that lie close together, about holidays, make-up days, weekends and the ends of months and quarters.
OFFSETS = (0, 1, 2, 4, 5, 7, 9, 10, 14, 21, 28, 30, 31, 40, 60, 71, 72, 75, 80, 90, 91, 92, 100, 110, 113, 160)
# Which of the records that there are a reference names, by number.
PICKS: list[Any] = [(0,), (0,), (1,), (2,), (0, 1), (1, 2)]
Fields = dict[str, Any]


@dataclass(frozen=True)
class Scene:
    """A pack, records, and the day as of which they are judged."""

    sight: Sight
    records: tuple[Record, ...]
    as_of: date

    def but(self, *records: Record) -> Scene:
        """The same with other records."""
        return replace(self, records=records)


def first_day(sight: Sight) -> date:
    """A working day from which on the records of a pack lie: not before the document is in force."""
    period = sight.policy.compiled.pack.document.in_force
    since = period.since if period and period.since else date(2021, 1, 1)
    return max(since, date(since.year, 7, 19))


def about(sight: Sight, *kinds: str) -> st.SearchStrategy[Scene]:
    """Scenes for rules of these kinds."""
    wanted = {rule.id for rule in sight.policy.compiled.pack.rules if rule.kind in kinds}
    focuses = [focus for focus in sight.focuses if focus.rule in wanted]
    return st.sampled_from(focuses).flatmap(lambda focus: scenes(sight, focus))


@st.composite
def scenes(draw: st.DrawFn, sight: Sight, focus: Focus | None = None) -> Scene:
    """Records of the types that one rule is about, perhaps of another type, and of all that these must belong to."""
    start = first_day(sight)
    focus = focus or draw(st.sampled_from(sight.focuses))
    chosen = {*focus.types, *draw(st.sets(st.sampled_from(sight.types), max_size=1))}
    ids = {name: [f"{name}-{number}" for number in range(draw(st.integers(1, 6)))] for name in sorted(chosen)}
    for name in _needed(sight, chosen):
        ids.setdefault(name, [f"{name}-0", f"{name}-1"])
    ids |= {"unit": list(UNITS), "person": list(PERSONS)}
    records = [draw(record(sight, name, each, ids, focus)) for name in ids for each in ids[name]]
    as_of = start + timedelta(days=draw(st.sampled_from([OFFSETS[8], OFFSETS[20], 150, 400])))
    return Scene(sight, tuple(records), as_of)


def _needed(sight: Sight, chosen: set[str]) -> list[str]:
    """The types that records of the chosen types must name."""
    found: list[str] = []
    waiting = sorted(chosen)
    while waiting:
        spec = sight.vocabulary.types[waiting.pop()]
        for name, target, _ in spec.references:
            if spec.fields[name].required and target not in found:
                found.append(target)
                waiting.append(target)
    return found


@st.composite
def record(
    draw: st.DrawFn, sight: Sight, name: str, record_id: str, ids: Mapping[str, list[str]], focus: Focus
) -> Record:
    """A record of the type ``name``; what it names is drawn from ``ids``."""
    spec = sight.vocabulary.types[name]
    values = dict(draw(_fields(sight, name, focus)))
    for field, target, several in spec.references:
        named = ids.get(target)
        if named is not None and field in values and values[field] is not None:
            picks = values[field]
            values[field] = tuple(dict.fromkeys(named[pick % len(named)] for pick in picks))
            values[field] = values[field] if several else values[field][0]
        else:
            values.pop(field, None)
    return sight.policy.models[name](id=record_id, **in_order(spec, values))


@cache
def _fields(sight: Sight, name: str, focus: Focus) -> st.SearchStrategy[Fields]:
    """The fields that the pack reads, and those that must be there; a reference is a choice by number."""
    spec = sight.vocabulary.types[name]
    read = sight.fields.get(name, frozenset())
    days = days_of(sight)
    fields: dict[str, list[Any]] = {}
    if not spec.is_register:
        fields["date"] = days if spec.dated else [*days, None, None]
    if spec.kinds:
        fields["kind"] = [kind for kind in spec.kinds if kind in focus.kinds] or list(spec.kinds)
    for field, declared in spec.fields.items():
        if spec.is_register and field in ("since", "until"):
            continue
        if declared.target or field in read or declared.required:
            values = PICKS if declared.target else values_of(sight, declared)
            fields[field] = values if declared.required else values + [None] * (len(values) // 5 + 1)
    return st.fixed_dictionaries({field: st.sampled_from(values) for field, values in fields.items()})


def values_of(sight: Sight, spec: FieldSpec) -> list[Any]:
    """Known values of a field that names no other record, mostly such as the pack's expressions ask for."""
    if spec.type == "choice":
        levels = list(spec.levels or ())
        asked = [level for level in levels if level in sight.mentioned]
        return asked * (2 * len(levels) // len(asked)) + levels if asked else levels
    if spec.type == "date":
        return days_of(sight)
    if spec.type in ("integer", "number"):
        return [*_numbers(sight, spec), *(_halves(spec) if spec.type == "number" else ())]
    return {"bool": [True, True, False], "texts": [(), ("甲",), ("甲", "乙")], "text": ["甲", "甲", "乙"]}[spec.type]


def days_of(sight: Sight) -> list[date]:
    return [first_day(sight) + timedelta(days=offset) for offset in OFFSETS]


def _numbers(sight: Sight, spec: FieldSpec) -> list[int]:
    near = {number + step for number in (0, 1, 2, *sight.numbers) for step in (-1, 0, 1)}
    least = 0 if spec.minimum is None else spec.minimum
    fitting = sorted(number for number in near if least <= number and (spec.maximum is None or number <= spec.maximum))
    return fitting or [int(least)]


def _halves(spec: FieldSpec) -> list[Decimal]:
    return [Decimal("0.5")] if spec.minimum in (None, 0) and spec.maximum in (None, 100) else []


def in_order(spec: TypeSpec, values: Fields) -> Fields:
    """The same values, with the days of each declared order the right way round."""
    for group in (*spec.order, *spec.order):
        known = [name for name in group if values.get(name) is not None]
        for name, day in zip(known, sorted(values[name] for name in known), strict=True):
            values[name] = day
    return values
