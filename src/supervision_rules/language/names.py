"""The names that expressions may use about each record type: its fields, what it refers to, its derived facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import getitem
from typing import Final, TypeVar

from supervision_rules.expressions import BOOL, DATE, MOMENT, NUMBER, TEXT, TEXTS, Type, Value
from supervision_rules.language.facts import Doubter, Fact
from supervision_rules.language.origins import OF_THE_DAY, UNKNOWN, Origin, origin_of_field, seen_through
from supervision_rules.language.seen import PLAIN, Sight
from supervision_rules.records import FieldSpec, TypeSpec, Vocabulary
from supervision_rules.world import Deriver, Row

Label = tuple[str, str]
_Told = TypeVar("_Told")
_Seen = tuple[str, Type, Label, Origin]

_BASIC: Mapping[str, Type] = {
    "text": TEXT, "bool": BOOL, "number": NUMBER, "integer": NUMBER, "date": DATE, "moment": MOMENT,
    "texts": TEXTS, "units": TEXTS,
}  # fmt: skip


@dataclass(slots=True)
class Names:
    """For each record type: the type, the label and the computation of every name."""

    types: dict[str, dict[str, Type]] = field(default_factory=dict)
    labels: dict[str, dict[str, Label]] = field(default_factory=dict)
    derive: dict[str, dict[str, Deriver]] = field(default_factory=dict)
    referring: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """For each record type the (type, field) pairs that name a record of it."""
    doubted: dict[str, dict[str, Doubter]] = field(default_factory=lambda: defaultdict(dict))
    """Of facts taken from records that meet a condition: whether it is unknown if any does."""
    broken: set[str] = field(default_factory=set)
    """The ids of derived facts that are declared, but wrong."""
    taken: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """For each record type the names that several things are given, of which none is meant for sure."""
    origins: dict[str, dict[str, Origin]] = field(default_factory=dict)
    """For each record type what the values of its names come from."""
    days: set[str] = field(default_factory=set)
    """The ids of derived facts that are the day of a record, since they do not say what is taken from it."""
    amounts: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """For each record type the names that stand for amounts, and what these are counted in."""

    def add(
        self,
        record_type: str,
        name: str,
        type_: Type,
        label: Label,
        derive: Deriver | None = None,
        origin: Origin = UNKNOWN,
    ) -> None:
        """Declare ``name`` unless the type itself has a field of that name."""
        if name in self.types[record_type]:
            return
        self.types[record_type][name] = type_
        self.labels[record_type][name] = label
        self.origins[record_type][name] = origin
        if derive is not None:
            self.derive[record_type][name] = derive

    def copy(self) -> Names:
        """Names to which others may be added without their being added to these."""
        return Names(
            types=_each_copied(self.types),
            labels=_each_copied(self.labels),
            derive=_each_copied(self.derive),
            referring=self.referring,
            doubted=defaultdict(dict, _each_copied(self.doubted)),
            broken=set(self.broken),
            taken=defaultdict(set, {name: set(inner) for name, inner in self.taken.items()}),
            origins=_each_copied(self.origins),
            days=set(self.days),
            amounts=defaultdict(dict, _each_copied(self.amounts)),
        )

    def take_over(self, other: Names, record_type: str) -> None:
        """Name all of a record type as others do; neither may be added to but in a copy."""
        self.types[record_type], self.labels[record_type] = other.types[record_type], other.labels[record_type]
        self.derive[record_type], self.origins[record_type] = other.derive[record_type], other.origins[record_type]

    def measure(self, record_type: str, name: str, unit: str) -> None:
        """Note what a name stands for an amount of, and with it what others read through a reference by that name."""
        self.amounts[record_type][name] = unit
        for referring, field_ in self.referring.get(record_type, ()):
            self.amounts[referring][f"{field_}_{name}"] = unit

    def take(self, record_type: str, name: str) -> None:
        """Note that a name is used twice, and with it what others read through a reference by that name."""
        self.broken.add(name)
        self.taken[record_type].add(name)
        for referring, field_ in self.referring.get(record_type, ()):
            self.taken[referring].add(f"{field_}_{name}")


def _each_copied(told: Mapping[str, dict[str, _Told]]) -> dict[str, dict[str, _Told]]:
    return {record_type: dict(names) for record_type, names in told.items()}


def names_of(vocabulary: Vocabulary, like: tuple[Vocabulary, Names] | None = None) -> Names:
    """The fields of every record type, and through its references those of the records it names.

    Those of types that are as in another vocabulary are taken from there, with what they refer to.
    """
    names = Names()
    alike = frozenset[str]() if like is None else _alike(vocabulary, like[0])
    for record_type, spec in vocabulary.types.items():
        if like is not None and record_type in alike:
            names.take_over(like[1], record_type)
            continue
        for told in (names.types, names.labels, names.derive, names.origins):
            told[record_type] = {}
        for name, (type_, label) in _own(record_type, spec).items():
            names.add(record_type, name, type_, label, origin=origin_of_field(record_type, name, spec))
        for name, label, derive in _OF_THE_DAY:
            names.add(record_type, name, DATE, label, derive, OF_THE_DAY)
    _name_what_is_referred_to(names, vocabulary, alike)
    return names


def _name_what_is_referred_to(names: Names, vocabulary: Vocabulary, alike: frozenset[str]) -> None:
    seen: dict[str, list[_Seen]] = {}
    for record_type, spec in vocabulary.types.items():
        for name, target in _named(spec):
            if target in vocabulary.types:
                names.referring.setdefault(target, []).append((record_type, name))
            if target in vocabulary.types and record_type not in alike:
                if target not in seen:
                    seen[target] = list(_seen(target, vocabulary.types[target]))
                _refer(names, record_type, name, target, seen[target])


def _named(spec: TypeSpec) -> Iterator[tuple[str, str]]:
    """The fields that name one record, each with the type of that."""
    return ((name, target) for name, target, several in spec.references if not several)


def _alike(vocabulary: Vocabulary, other: Vocabulary) -> frozenset[str]:
    """The record types that both vocabularies have, with all that they refer to."""
    same = {name for name, spec in vocabulary.types.items() if other.types.get(name) is spec}
    return frozenset(name for name in same if {target for _, target in _named(vocabulary.types[name])} <= same)


def declare_fact(
    names: Names, record_type: str, fact: Fact, origin: Origin, value_on: Callable[[Row, str], Value]
) -> None:
    """Add a derived fact to its record type, and to the types that refer to it.

    ``value_on`` gives the value of a fact of a row that is looked at as of a day of its history.
    """
    spec = fact.spec
    label = (spec.label, spec.id)
    names.add(record_type, spec.id, fact.type, label, fact.derive, origin)
    seen = seen_through(origin)
    for referring, name in names.referring.get(record_type, ()):
        derive = _through(name, record_type, spec.id, fact.sight, value_on if fact.sight.rolling else getitem)
        joined = _joined(names, referring, name, label)
        names.add(referring, f"{name}_{spec.id}", fact.type, joined, derive, seen)
    if fact.doubted is not None:
        _declare_doubt(names, record_type, fact, fact.doubted)


def _declare_doubt(names: Names, record_type: str, fact: Fact, doubted: Doubter) -> None:
    names.doubted[record_type][fact.spec.id] = doubted
    for referring, name in names.referring.get(record_type, ()):
        names.doubted[referring][f"{name}_{fact.spec.id}"] = lambda row, name=name: (  # type: ignore[misc]
            doubted(other)
            if (other := fact.sight.of(row, name, record_type)) is not None
            else fact.sight.windowed and row.undated
        )


def _own(record_type: str, spec: TypeSpec) -> dict[str, tuple[Type, Label]]:
    own: dict[str, tuple[Type, Label]] = {
        "id": (TEXT, ("编号", "id")),
        "date": (DATE, (spec.date_label or "日期", "date")),
        "recorded": (DATE, ("登记日期", "recorded")),
    }
    if spec.kinds:
        own["kind"] = (Type.enum(f"{record_type}.kind", spec.kinds, spec.kinds.values()), ("类别", "kind"))
    return own | {
        name: (_type(record_type, name, field), (field.label, field.label_en)) for name, field in spec.fields.items()
    }


def _type(record_type: str, name: str, spec: FieldSpec) -> Type:
    if spec.type == "choice":
        levels = spec.levels or {}
        return Type.enum(spec.scale or f"{record_type}.{name}", levels, levels.values())
    return _BASIC.get(spec.type, TEXT)


def _seen(record_type: str, spec: TypeSpec) -> Iterator[_Seen]:
    """What others that refer to a record of the type may read of it: name, type, label, origin."""
    for name, (type_, label) in _own(record_type, spec).items():
        yield name, type_, label, seen_through(origin_of_field(record_type, name, spec))


def _refer(names: Names, record_type: str, name: str, target: str, seen: Iterable[_Seen]) -> None:
    for inner, type_, label, origin in seen:
        joined, derive = _joined(names, record_type, name, label), _through(name, target, inner, PLAIN, getitem)
        names.add(record_type, f"{name}_{inner}", type_, joined, derive, origin)


def _joined(names: Names, record_type: str, name: str, label: Label) -> Label:
    of = names.labels[record_type][name]
    return (f"{of[0]}的{label[0]}", f"{label[1]} of {of[1]}")


def _through(name: str, target: str, inner: str, sight: Sight, read: Callable[[Row, str], Value]) -> Deriver:
    def derive(row: Row) -> Value:
        other = sight.of(row, name, target)
        return None if other is None else read(other, inner)

    return derive


def _as_of(row: Row) -> Value:
    return row.stands or row.world.as_of


def _period_start(row: Row) -> Value:
    return row.period.first if row.period else None


def _period_end(row: Row) -> Value:
    return row.period.last if row.period else None


_OF_THE_DAY: Final[tuple[tuple[str, Label, Deriver], ...]] = (
    ("as_of", ("判定日", "the day asked"), _as_of),
    ("period_start", ("时段首日", "first day of the window"), _period_start),
    ("period_end", ("时段末日", "last day of the window"), _period_end),
)
