"""Generated records for any pack: of the types it reads, with the fields it reads, on days and levels that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pack_sight import Sight

from supervision_rules.records import FieldSpec, Record, TypeSpec

UNITS = ("u1", "u2", "u3")
PERSONS = ("p1", "p2")
# Days that lie close together, about holidays, make-up days, weekends and the ends of months and quarters.
OFFSETS = (0, 1, 2, 4, 5, 7, 9, 10, 14, 21, 28, 30, 31, 40, 60, 71, 72, 75, 80, 90, 91, 92, 100, 110, 113, 160)
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


@st.composite
def scenes(draw: st.DrawFn, sight: Sight) -> Scene:
    """A few records of a few of the types that the pack reads, with all that these must belong to."""
    start = first_day(sight)
    days = [start + timedelta(days=offset) for offset in OFFSETS]
    chosen = draw(st.lists(st.sampled_from(sight.types), min_size=1, max_size=4, unique=True))
    ids = {name: [f"{name}-{number}" for number in range(draw(st.integers(1, 4)))] for name in chosen}
    for name in _needed(sight, chosen):
        ids.setdefault(name, [f"{name}-0", f"{name}-1"])
    ids |= {"unit": list(UNITS), "person": list(PERSONS)}
    made = _made(sight, ids, days)
    records = tuple(draw(made[name, each]) for name, names in ids.items() for each in names)
    return Scene(sight, records, draw(st.sampled_from([days[8], days[20], start + timedelta(days=400)])))


def _needed(sight: Sight, chosen: list[str]) -> list[str]:
    """The types that records of the chosen types must name."""
    found: list[str] = []
    waiting = list(chosen)
    while waiting:
        spec = sight.vocabulary.types[waiting.pop()]
        for name, target, _ in spec.references:
            if spec.fields[name].required and target not in found:
                found.append(target)
                waiting.append(target)
    return found


def _made(
    sight: Sight, ids: Mapping[str, list[str]], days: list[date]
) -> Mapping[tuple[str, str], st.SearchStrategy[Record]]:
    made = {}
    for name, names in ids.items():
        fields, model = fields_of(sight, name, ids, days), sight.policy.models[name]
        spec = sight.vocabulary.types[name]
        for each in names:
            made[name, each] = fields.map(
                lambda values, spec=spec, model=model, each=each: model(id=each, **in_order(spec, values))
            )
    return made


def fields_of(
    sight: Sight, name: str, ids: Mapping[str, list[str]], days: list[date]
) -> st.SearchStrategy[Fields]:
    """The fields of a record of the type ``name``: those that the pack reads, and those that must be there."""
    spec = sight.vocabulary.types[name]
    read = sight.fields.get(name, frozenset())
    fields: dict[str, st.SearchStrategy[Any]] = {}
    if not spec.is_register:
        fields["date"] = st.sampled_from(days) if spec.dated else _perhaps(st.sampled_from(days))
    if spec.kinds:
        fields["kind"] = st.sampled_from([kind for kind in spec.kinds if kind in sight.mentioned] or list(spec.kinds))
    for field, declared in spec.fields.items():
        if field in ("since", "until") and spec.is_register:
            continue
        if field in read or declared.required or (declared.target and declared.target in ids):
            values = value_of(sight, declared, ids, days)
            fields[field] = values if declared.required else _perhaps(values)
    return st.fixed_dictionaries(fields)


def _perhaps(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, values, st.none())


def value_of(
    sight: Sight, spec: FieldSpec, ids: Mapping[str, list[str]], days: list[date]
) -> st.SearchStrategy[Any]:
    """A known value of a field, rather one that the pack's expressions ask for."""
    if spec.type == "choice":
        levels = list(spec.levels or ())
        return st.sampled_from([level for level in levels if level in sight.mentioned] + levels)
    if spec.target is not None:
        named = st.sampled_from(ids.get(spec.target) or [""])
        return st.lists(named, max_size=2, unique=True).map(tuple) if spec.type == "units" else named
    return {
        "bool": st.booleans(),
        "date": st.sampled_from(days),
        "integer": st.sampled_from(_numbers(sight, spec)),
        "number": st.sampled_from([*_numbers(sight, spec), *_halves(spec)]),
        "texts": st.lists(st.sampled_from(["甲", "乙"]), max_size=2).map(tuple),
        "text": st.sampled_from(["甲", "乙"]),
    }[spec.type]


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
