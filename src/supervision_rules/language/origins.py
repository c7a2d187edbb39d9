"""What the values of names come from: names that share nothing may have any values beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from supervision_rules.expressions import DATE, MOMENT, Checked, Type
from supervision_rules.expressions.axes import ANY_VALUE, Possible
from supervision_rules.expressions.ranges import Range
from supervision_rules.language.fact_spec import OF_ITS_OWN, FactSpec
from supervision_rules.records import TypeSpec

DAY: Final = "day"
"""What all days come from: they follow one another, and what has happened lies before the day asked."""
ANYTHING: Final = "anything"
"""What the results of rules come from."""
_AT_LEAST: Final[Mapping[str, int]] = MappingProxyType({"count": 0, "run": 0, "distinct": 0, "ordinal": 1})


@dataclass(frozen=True, slots=True)
class Counted:
    """Of a count which records it counts."""

    base: str
    how: tuple[object, ...]
    """What is counted and whose, between which days: but for the condition and the window."""
    where: Checked | None
    window: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What the value of a name comes from, and which values it may have."""

    roots: frozenset[str] = frozenset((ANYTHING,))
    """Fields as ``matter.unit``, record types of which it takes the records as ``reminder``."""
    possible: Possible = ANY_VALUE
    counts: Counted | None = None
    """Of a count of records."""
    later: frozenset[str] | None = None
    """Of a field that dates an event of the record, beside its own date: the fields that never come before it."""


UNKNOWN: Final = Origin()
OF_THE_DAY: Final = Origin(frozenset((DAY,)))


def origin_of_field(record_type: str, name: str, spec: TypeSpec) -> Origin:
    """That of a field that a record type declares, or that every record has."""
    field, roots = spec.fields.get(name), {f"{record_type}.{name}"}
    if field is None:
        always = name in ("id", "kind") or (name == "date" and spec.date_required)
        return Origin(frozenset(roots | ({DAY} if name in ("date", "recorded") else set())), Possible(always=always))
    if field.type in ("date", "moment"):
        roots.add(DAY)
    if field.judgement is not None:
        roots.add(DAY)
    if field.inherits is not None:
        reference, _, inner = field.inherits.partition(".")
        owner = spec.fields[reference].target if reference in spec.fields else None
        roots.add(f"{owner}.{inner}")
    later = None
    if field.type == "date" and field.inherits is None and field.judgement is None:
        later = frozenset(
            other for group in spec.date_orders if name in group for other in group[group.index(name) + 1 :]
        )
    always = field.absent is not None or (field.required and field.judgement is None)
    return Origin(
        frozenset(roots), Possible(field.minimum, field.maximum, always, field.type == "integer"), later=later
    )


def origin_of_fact(
    spec: FactSpec, type_: Type, counted: str, read: Iterable[Origin], asks: bool, where: Checked | None = None
) -> Origin:
    """That of a derived fact: ``read`` are the origins of the names in it, ``counted`` the record type that it takes
    records of, ``where`` they meet a condition; ``asks`` for the results of rules."""
    roots = frozenset[str]().union(*(each.roots for each in read))
    roots |= frozenset((ANYTHING,)) if asks else frozenset()
    roots |= frozenset((DAY,)) if type_ in (DATE, MOMENT) else frozenset()
    if spec.way == "value":
        return Origin(roots)
    if getattr(spec, spec.way) in OF_ITS_OWN:
        return Origin(roots | {ANYTHING}, Possible(least=_AT_LEAST.get(spec.way), whole=spec.way in _AT_LEAST))
    # What is asked of the records counted decides which they are, and that they are so many decides nothing else.
    kept = frozenset(root for root in roots if not root.startswith(f"{counted}."))
    how = (getattr(spec, spec.way), spec.via, spec.by, spec.since, spec.until, tuple(spec.among), spec.ungoverned)
    counts = Counted(counted, how, where, spec.window) if spec.way == "count" and not asks else None
    return Origin(kept | {counted}, Possible(least=_AT_LEAST.get(spec.way), whole=spec.way in _AT_LEAST), counts)


def with_ends(origin: Origin, way: str, taken: Range, whole: bool) -> Origin:
    """That of a fact made in a ``way`` of values that lie between two ends, with the ends of its own.

    ``whole``: each of these values is a whole number."""
    if whole and way in ("value", "max", "min", "first", "last", "sum"):
        origin = replace(origin, possible=replace(origin.possible, whole=True))
    if way in ("value", "max", "min", "mean", "first", "last"):
        return replace(origin, possible=replace(origin.possible, least=taken.least, most=taken.most))
    if way == "sum" and taken.least is not None and taken.least >= 0:
        return replace(origin, possible=replace(origin.possible, least=0))
    return origin


def seen_through(origin: Origin) -> Origin:
    """That of a name of another record that one refers to: there may be no such record."""
    if not origin.possible.always and origin.counts is None and origin.later is None:
        return origin
    return replace(origin, possible=replace(origin.possible, always=False), counts=None, later=None)
