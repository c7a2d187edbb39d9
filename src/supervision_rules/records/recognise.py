"""Recognising: from a row of raw values to a record of its type, or the reasons why it is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.records.declarations import IMPLICIT_LABELS, TypeSpec, Vocabulary
from supervision_rules.records.models import Assembler, Models, Record
from supervision_rules.records.register import nearest
from supervision_rules.records.rows import Row
from supervision_rules.records.values import Reader, Refused, choice_reader, day, identifier, reader

TYPE_KEYS: Final = ("type", IMPLICIT_LABELS["type"])


@dataclass(frozen=True, slots=True)
class Recognised:
    """How the rows of one type are read: by each key, the field and what reads it."""

    spec: TypeSpec
    columns: Mapping[str, tuple[str, Reader]]
    assemble: Assembler


class Recogniser:
    """Makes records of rows. ``cells`` says that values are the text of table cells and keys may be labels.

    ``refused`` keeps the type and id, where they could be read, and the place of each row that is none.
    """

    __slots__ = ("_diagnostics", "_known", "_labels", "_models", "refused", "vocabulary")

    def __init__(self, models: Models, diagnostics: Collector) -> None:
        self.vocabulary: Vocabulary = models.vocabulary
        self.refused: dict[tuple[str, str], Span | None] = {}
        self._models = models
        self._diagnostics = diagnostics
        self._known: dict[tuple[str, bool], Recognised] = {}
        self._labels = {spec.label: name for name, spec in self.vocabulary.types.items()}

    def known(self, name: str, *, cells: bool) -> Recognised:
        """How rows of the type ``name`` are read."""
        if (name, cells) not in self._known:
            spec = self.vocabulary.types[name]
            self._known[name, cells] = Recognised(spec, columns(spec, cells=cells), Assembler(self._models[name]))
        return self._known[name, cells]

    def record(self, row: Row, record_type: str | None, *, cells: bool) -> Record | None:
        """The row's record; None, and told, if it is none."""
        name = self._type(row, record_type)
        if name is None:
            return None
        known = self.known(name, cells=cells)
        values, refused = self._values(row, known)
        missing = [field for field in known.assemble.required if field not in values and field not in refused]
        for field in missing:
            self._missing(row, known, field)
        if not refused and not missing:
            return known.assemble(values)
        if "id" in values:
            self.refused[name, str(values["id"])] = row.span
        return None

    def _values(self, row: Row, known: Recognised) -> tuple[dict[str, object], set[str]]:
        """The values that could be read, and the fields and unknown keys of those that could not."""
        values: dict[str, object] = {}
        refused: set[str] = set()
        found = known.columns
        for key, raw in row.values.items():
            if raw is None or key in TYPE_KEYS:
                continue
            column = found.get(key)
            if column is None:
                refused.add(key)
                self._unknown(row, known, key)
                continue
            field, read = column
            try:
                values[field] = read(raw)
            except Refused as reason:
                refused.add(field)
                label = known.spec.label_of(field)
                self._diagnostics.add(reason.code, row.locate(key, True), field=label, **reason.params)
        return values, refused

    def _missing(self, row: Row, known: Recognised, field: str) -> None:
        """Tell that a row does not say what it must; of a column that a table does not have, once for all its rows,
        and not where its heading is told to be misspelt."""
        label, columns = known.spec.label_of(field), known.columns
        if row.head is None or any(columns[name][0] == field for name in row.head.names if name in columns):
            self._diagnostics.add("SR523", row.span, field=label)
        elif not any(columns[name][0] == field for name in row.head.meant if name in columns):
            self._diagnostics.add("SR555", row.head.span, field=label, type=known.spec.title)

    def _unknown(self, row: Row, known: Recognised, key: str) -> None:
        place = row.locate(key, False)
        self._diagnostics.add("SR522", place, type=known.spec.title, field=key, nearest=nearest(key, known.columns))

    def _type(self, row: Row, record_type: str | None) -> str | None:
        key, stated = _stated_type(row.values)
        if key is None:
            stated = record_type
        if stated is None:
            self._diagnostics.add("SR520", row.span)
            return None
        name = self.type_named(str(stated))
        if name is None:
            place = row.locate(key, True) if key else row.span
            self._diagnostics.add("SR521", place, **self.unknown_type(str(stated)))
        return name

    def unknown_type(self, stated: str) -> dict[str, object]:
        """The words of what is said of a type that there is not: it may be a kind of one."""
        base = self.vocabulary.kinds.get(stated)
        if base is None:
            return {"type": stated, "nearest": nearest(stated, self.vocabulary.types), "kind_of": NOTHING}
        zh, en = f"它是 {base} 的一个类别，写 type: {base}、kind: {stated}", f"It is a kind of {base}: write both"
        return {"type": stated, "nearest": NOTHING, "kind_of": Bilingual(zh, en)}

    def type_named(self, name: str) -> str | None:
        """The type of that name or label."""
        return name if name in self.vocabulary.types else self._labels.get(name)


def _stated_type(values: Mapping[str, object]) -> tuple[str | None, object]:
    """The key under which a row states its type, and the type; None if it does not."""
    for key in TYPE_KEYS:
        stated = values.get(key)
        if stated is not None:
            return key, stated
    return None, None


def columns(spec: TypeSpec, *, cells: bool) -> Mapping[str, tuple[str, Reader]]:
    """What reads each field of a type, by the field's name and, in tables, by its label."""
    readers: dict[str, Reader] = {"id": identifier, "date": day, "recorded": day}
    if spec.kinds:
        readers["kind"] = choice_reader(spec.kinds)
    readers |= {name: reader(field, cells=cells) for name, field in spec.fields.items()}
    found = {name: (name, read) for name, read in readers.items()}
    if cells:
        labels = {IMPLICIT_LABELS[name]: name for name in readers if name in IMPLICIT_LABELS}
        labels |= {spec.date_label: "date"} | {field.label: name for name, field in spec.fields.items()}
        found = {label: found[name] for label, name in labels.items()} | found
    return found
