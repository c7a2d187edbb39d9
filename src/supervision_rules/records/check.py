"""Checking declarations: what a vocabulary must hold beyond its shape."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from supervision_rules.diagnostics import Collector, Span, named
from supervision_rules.records.declarations import (
    BASIC_TYPES,
    IMPLICIT_LABELS,
    OF_THE_DAY,
    FieldSpec,
    Judgement,
    TypeSpec,
    Vocabulary,
)
from supervision_rules.records.models import Record
from supervision_rules.records.register import nearest

Path = tuple[str | int, ...]
Place = Callable[[Path], Span | None]

_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")


def check(vocabulary: Vocabulary, place: Place, diagnostics: Collector, only: Vocabulary | None = None) -> None:
    """Tell what is wrong with the declarations (those of ``only``, if given, as parts of the whole ``vocabulary``).

    ``place`` gives the span of a path in their text: ("types", "matter", "fields", "unit", "type").
    """
    for name, declared in (only or vocabulary).types.items():
        checker = _Checker(vocabulary, name, declared, place, diagnostics)
        checker.check_type()
        checker.check_labels()
        checker.check_kinds()
        checker.check_order()
        checker.check_reopens()
        for field, spec in declared.fields.items():
            checker.check_field(field, spec)


class _Checker:
    """Checks one type: ``declared`` is what a text says of it, ``_whole`` what it is with the shared part."""

    def __init__(
        self, vocabulary: Vocabulary, name: str, declared: TypeSpec, place: Place, diagnostics: Collector
    ) -> None:
        self._vocabulary = vocabulary
        self._name = name
        self._declared = declared
        self._whole = vocabulary.types[name]
        self._place = place
        self._diagnostics = diagnostics

    def _tell(self, code: str, *path: str | int, **params: object) -> None:
        self._diagnostics.add(code, self._place(("types", self._name, *path)), **params)

    def check_type(self) -> None:
        """A plain name, and the labels that a person reads."""
        if not _NAME.fullmatch(self._name):
            self._tell("SR503", name=self._name)
        kind_of = self._vocabulary.kinds.get(self._name, self._name)
        if kind_of != self._name:
            self._tell("SR508", name=self._name, other=kind_of)
        for key in ("label", "label_en", "date_label"):
            if not getattr(self._whole, key):
                self._tell("SR509", type=self._name, key=key)

    def check_labels(self) -> None:
        """No label twice: a label may be the heading of a column."""
        implicit = (name for name in IMPLICIT_LABELS if name != "kind" or self._whole.kinds)
        owners = {IMPLICIT_LABELS[name]: name for name in implicit} | {self._whole.date_label: "date"}
        for name, field in self._whole.fields.items():
            first = owners.setdefault(field.label, name)
            if first != name:
                path = ("fields", name) if name in self._declared.fields else ("fields", first)
                words = {"type": self._name, "label": field.label, "first": first, "second": name}
                self._tell("SR504", *path, **words)

    def check_kinds(self) -> None:
        """Plain names that no other type or kind has."""
        for kind in self._declared.kinds or ():
            if not _NAME.fullmatch(kind):
                self._tell("SR503", "kinds", kind, name=kind)
            others = [name for name, spec in self._vocabulary.types.items() if name != self._name]
            clash = [name for name in others if kind in (self._vocabulary.types[name].kinds or ())]
            if clash or kind in self._vocabulary.types:
                self._tell("SR508", "kinds", kind, name=kind, other=clash[0] if clash else kind)

    def check_order(self) -> None:
        """Only fields that are dates."""
        dates = ["date", *(name for name, field in self._whole.fields.items() if field.type in ("date", "moment"))]
        for row, group in enumerate(self._declared.order):
            for index, field in enumerate(group):
                if field not in dates:
                    close = nearest(field, dates)
                    self._tell("SR505", "order", row, index, field=field, type=self._name, nearest=close)

    def check_reopens(self) -> None:
        """The date of an event, of records that belong to others."""
        field = self._declared.reopens
        if field is not None:
            days = [name for name, spec in self._whole.fields.items() if spec.type == "date" and not spec.planned]
            belongs = any(
                not self._vocabulary.types[name].is_register
                for _, name, _ in self._whole.references
                if name in self._vocabulary.types
            )
            if field not in days or not belongs:
                self._tell("SR556", "reopens", field=field, type=self._name, nearest=nearest(field, days))

    def check_field(self, name: str, spec: FieldSpec) -> None:
        """A plain name, a type that exists, choices where they belong, limits that suit the type."""
        if not _NAME.fullmatch(name) or keyword.iskeyword(name) or _taken(name):
            self._tell("SR503", "fields", name, name=name)
        types = (*BASIC_TYPES, *self._vocabulary.types)
        if spec.type not in types:
            words = {"choices": named(BASIC_TYPES), "nearest": nearest(spec.type, types)}
            self._tell("SR501", "fields", name, "type", field=name, type=spec.type, **words)
        elif not self._choices_fit(spec):
            self._tell("SR502", "fields", name, field=name)
        else:
            for key in (*_unsuitable(spec), *self._unsuitable_source(spec)):
                value = getattr(spec, key)
                self._tell("SR507", "fields", name, key, field=name, key=key, value=value, type=spec.type)
            if spec.judgement is not None:
                self._check_judgement(name, spec.judgement)

    def _check_judgement(self, name: str, judgement: Judgement) -> None:
        """Who judged and when are fields of the same type of record; when is the date of an event."""
        for key, field in (("by", judgement.by), ("on", judgement.on)):
            spec = self._whole.fields.get(field)
            suits = spec is not None and field != name and (key == "by" or (spec.type == "date" and not spec.planned))
            if not suits:
                close = nearest(field, [each for each in self._whole.fields if each != name])
                self._tell("SR551", "fields", name, "judgement", key, field=field, type=self._name, nearest=close)

    def _unsuitable_source(self, spec: FieldSpec) -> tuple[str, ...]:
        """``inherits`` names a reference of the type and a field of what it refers to, of the same type."""
        if spec.inherits is None:
            return ()
        reference, _, inner = spec.inherits.partition(".")
        named = self._whole.fields.get(reference)
        target = self._vocabulary.types.get(named.target or "") if named else None
        field = target.fields.get(inner) if target else None
        return () if field is not None and field.type == spec.type else ("inherits",)

    def _choices_fit(self, spec: FieldSpec) -> bool:
        if spec.type != "choice":
            return spec.levels is None and spec.scale is None
        levels = spec.levels or {}
        known = spec.scale is None or self._vocabulary.scales.get(spec.scale) == levels
        words = [*levels, *levels.values()]
        return bool(levels) and known and len(set(words)) == len(words)


def _taken(name: str) -> bool:
    return name in (*IMPLICIT_LABELS, *OF_THE_DAY) or hasattr(Record, name) or name.startswith("model_")


def _unsuitable(spec: FieldSpec) -> list[str]:
    """Which of the field's settings do not suit its type."""
    wrong = []
    numeric = spec.type in ("number", "integer")
    if spec.absent is not None and (spec.required or not _means(spec)):
        wrong.append("absent")
    wrong += [key for key in ("minimum", "maximum") if getattr(spec, key) is not None and not numeric]
    if numeric and spec.minimum is not None and spec.maximum is not None and spec.minimum > spec.maximum:
        wrong.append("maximum")
    return wrong


def _means(spec: FieldSpec) -> bool:
    """Whether ``absent`` is a value that the field can have."""
    value = spec.absent
    match spec.type:
        case "bool":
            return isinstance(value, bool)
        case "number" | "integer":
            return _within(spec, value)
        case "text":
            return isinstance(value, str)
        case "choice":
            return value in (spec.levels or ())
    return False


def _within(spec: FieldSpec, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int if spec.type == "integer" else (int, Decimal)):
        return False
    return (spec.minimum is None or value >= spec.minimum) and (spec.maximum is None or value <= spec.maximum)
