"""Settling: from records in any order to a batch; what cannot be used is set aside and told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Bilingual, Severity
from supervision_rules.diagnostics import NOTHING, Collector, Span, named
from supervision_rules.memory import CollectorPaused
from supervision_rules.records.batch import Batch
from supervision_rules.records.declarations import Judgement, TypeSpec, Vocabulary, coded
from supervision_rules.records.models import Record, changed
from supervision_rules.records.register import Register

Placed = tuple[Record, Span | None]
Key = tuple[str, str]
NONE_REFUSED: Final[Mapping[Key, Span | None]] = MappingProxyType({})


def settle(
    records: Iterable[Record | Placed],
    vocabulary: Vocabulary,
    diagnostics: Collector,
    refused: Mapping[Key, Span | None] = NONE_REFUSED,
    *,
    each: bool = False,
) -> Batch:
    """The batch of the records, each alone or with the place where it was read.

    A record that is there several times counts once, if its content is the same; if not, none of them counts. One
    that names a unit or another record that is not there, or whose dates contradict one another, is set aside, and
    so is each record that names it. ``refused`` holds the places of what was no record when it was read; it is looked
    at when the last of ``records`` has been taken. Where there is no record at all of a type that others name, that is
    told once, or of ``each`` of them.
    """
    with CollectorPaused():
        return _settle(records, vocabulary, diagnostics, refused, each)


def _settle(
    records: Iterable[Record | Placed],
    vocabulary: Vocabulary,
    diagnostics: Collector,
    refused: Mapping[Key, Span | None],
    each: bool,
) -> Batch:
    before = len(diagnostics.found)
    kept, repeated, total = _collect(records)
    settling = _Settling(vocabulary, diagnostics, kept, refused, each)
    duplicates = settling.merge(repeated)
    settling.check()
    settling.drop_dependents()
    told = diagnostics.found[before:]
    return Batch(
        records=settling.in_order(),
        set_aside=tuple(found for found in told if found.severity is Severity.ERROR),
        total=total,
        duplicates=duplicates,
        rejected=total - duplicates - len(kept),
    )


def _collect(records: Iterable[Record | Placed]) -> tuple[dict[Key, Placed], dict[Key, list[Placed]], int]:
    """The first record of each key, all records of each key that is there several times, and how many there are."""
    kept: dict[Key, Placed] = {}
    repeated: dict[Key, list[Placed]] = {}
    total = 0
    for item in records:
        placed = item if isinstance(item, tuple) else (item, None)
        total += 1
        record = placed[0]
        key = (record.record_type, record.__dict__["id"])
        first = kept.setdefault(key, placed)
        if first is not placed:
            repeated.setdefault(key, [first]).append(placed)
    return kept, repeated, total


class _Settling:
    """The records still kept in one settling, by type and id."""

    __slots__ = ("_aside", "_diagnostics", "_kept", "_register", "_types", "_vocabulary", "_wanting")

    def __init__(
        self,
        vocabulary: Vocabulary,
        diagnostics: Collector,
        kept: dict[Key, Placed],
        refused: Mapping[Key, Span | None],
        each: bool,
    ) -> None:
        self._vocabulary = vocabulary
        self._diagnostics = diagnostics
        self._kept = kept
        self._aside = dict(refused)
        """The place of each record that is not used, as far as is known by now."""
        self._types = set(vocabulary.types) if each else {name for name, _ in kept}
        """The types of which there are records; all, if it does not matter."""
        self._wanting: dict[Key, None] = {}
        self._register = Register(())

    def merge(self, repeated: dict[Key, list[Placed]]) -> int:
        """Tell the repetitions, and drop those that contradict one another; how many repetitions were harmless."""
        harmless = 0
        for key, copies in repeated.items():
            same = all(copy.__dict__ == copies[0][0].__dict__ for copy, _ in copies)
            for _, place in copies[1:] if same else copies:
                self._diagnostics.add("SR534" if same else "SR535", place, type=self._label(key[0]), id=key[1])
            if same:
                harmless += len(copies) - 1
                # 1.0 and 1.00 are equal, but shown as written: which is kept must not hang on which came first.
                self._kept[key] = min(copies, key=lambda copy: repr(copy[0].__dict__))
            else:
                self._aside[key] = self._kept.pop(key)[1]
        return harmless

    def check(self) -> None:
        """Drop each record that does not fit the others or itself; names of units become their ids."""
        types = self._vocabulary.types
        self._register = Register(record for (name, _), (record, _) in self._kept.items() if _lists(types.get(name)))
        for key, (record, place) in list(self._kept.items()):
            spec = types.get(key[0])
            if spec is None:
                self._diagnostics.add("SR541", place, type=key[0])
                self._wanting[key] = None
            elif not (self._consistent(spec, record, place) and self._linked(spec, key, record, place)):
                self._wanting[key] = None

    def _consistent(self, spec: TypeSpec, record: Record, place: Span | None) -> bool:
        values = record.__dict__
        recorded, day = values["recorded"], values["date"]
        if recorded is not None and day is not None and recorded < day:
            self._tell("SR540", record, place, recorded=recorded, day=day)
            return False
        for group in spec.date_orders:
            pair = _contradiction(values, group)
            if pair:
                self._tell_order(spec, record, place, pair)
                return False
        return all(self._judged(spec, record, place, name, judgement) for name, judgement in spec.judged)

    def _judged(self, spec: TypeSpec, record: Record, place: Span | None, name: str, judgement: Judgement) -> bool:
        """What a person judged says who did, and when."""
        values = record.__dict__
        lacking = [field for field in (judgement.by, judgement.on) if values[field] is None]
        if values[name] is None or not lacking:
            return True
        self._tell("SR552", record, place, field=spec.label_of(name), lacking=named(map(spec.label_of, lacking)))
        return False

    def _tell_order(self, spec: TypeSpec, record: Record, place: Span | None, pair: tuple[str, str]) -> None:
        earlier, later = pair
        values = record.__dict__
        self._tell(
            "SR539",
            record,
            place,
            earlier=spec.label_of(earlier),
            earlier_day=values[earlier],
            later=spec.label_of(later),
            later_day=values[later],
        )

    def _linked(self, spec: TypeSpec, key: Key, record: Record, place: Span | None) -> bool:
        """Whether all that the record names is there; what it names by another name is replaced by the id."""
        values, kept = record.__dict__, self._kept
        changes: dict[str, object] = {}
        for field, target, several in spec.references:
            value = values[field]
            if not value or (not several and (target, value) in kept):
                continue
            found = [self._find(spec, record, place, field, target, name) for name in (value if several else (value,))]
            if None in found:
                return False
            changes[field] = tuple(dict.fromkeys(found)) if several else found[0]
        if changes:
            kept[key] = (changed(record, changes), place)
        return True

    def _find(
        self, spec: TypeSpec, record: Record, place: Span | None, field: str, target: str, name: str
    ) -> str | None:
        if (target, name) in self._kept:
            return name
        ids = self._register.find(target, name, record.date)
        if len(ids) == 1:
            return ids[0]
        label = spec.label_of(field)
        if ids:
            self._tell("SR538", record, place, field=label, value=name, ids=named(ids))
        elif (target, name) in self._aside:
            self._tell_aside(record, place, label, (target, name))
        elif target not in self._types:
            self._diagnostics.add("SR547", None, target=self._vocabulary.types[target].title, type=target)
        elif target == "unit":
            self._tell("SR536", record, place, field=label, value=name, nearest=self._register.nearest(target, name))
        else:
            self._tell("SR537", record, place, field=label, value=name, target=self._label(target))
        return None

    def drop_dependents(self) -> None:
        """Drop what was found wanting, and whatever names something that is dropped."""
        naming = self._naming() if self._wanting else {}
        waiting = list(self._wanting)
        while waiting:
            key = waiting.pop()
            waiting += [dependent for dependent, field in naming.get(key, ()) if self._loses(dependent, field, key)]
        for key in self._wanting:
            del self._kept[key]

    def _loses(self, dependent: Key, field: str, key: Key) -> bool:
        """Tell that ``dependent`` names the dropped ``key``; whether that is news."""
        if dependent in self._wanting:
            return False
        record, place = self._kept[dependent]
        self._aside[key] = self._kept[key][1]
        self._tell_aside(record, place, self._vocabulary.types[dependent[0]].label_of(field), key)
        self._wanting[dependent] = None
        return True

    def _naming(self) -> dict[Key, list[tuple[Key, str]]]:
        """Who names each record, and in which field."""
        naming: dict[Key, list[tuple[Key, str]]] = {}
        for key, (record, _) in self._kept.items():
            spec = self._vocabulary.types.get(key[0])
            for field, target, several in spec.references if spec else ():
                value = record.__dict__[field]
                for name in value or () if several else (value,):
                    naming.setdefault((target, name), []).append((key, field))
        return naming

    def in_order(self) -> tuple[Record, ...]:
        """The records that are left, by type, date and id."""
        return tuple(sorted((record for record, _ in self._kept.values()), key=rank))

    def _tell_aside(self, record: Record, place: Span | None, field: Bilingual, key: Key) -> None:
        """Tell that the record names one that is not used, and where that one is."""
        there = self._aside[key] or NOTHING
        self._tell("SR548", record, place, field=field, value=key[1], target=self._label(key[0]), there=there)

    def _tell(self, code: str, record: Record, place: Span | None, **params: object) -> None:
        self._diagnostics.add(code, place, record=self._label(record.record_type) + f" {record.id}", **params)

    def _label(self, name: str) -> Bilingual:
        spec = self._vocabulary.types.get(name)
        return coded(spec.label, spec.label_en, name) if spec else Bilingual(name, name)


def _lists(spec: TypeSpec | None) -> bool:
    return spec is not None and spec.is_register


def _contradiction(values: dict[str, date | None], group: tuple[str, ...]) -> tuple[str, str] | None:
    """The first two dates of the group that stand the wrong way round."""
    earlier, first = "", None
    for name in group:
        day = values[name]
        if day is None:
            continue
        if first is not None and day < first:
            return earlier, name
        earlier, first = name, day
    return None


def rank(record: Record) -> tuple[str, date, str]:
    """The order of records: by type, date and id; those without a date come first in their type."""
    values = record.__dict__
    return record.record_type, values["date"] or date.min, values["id"]
