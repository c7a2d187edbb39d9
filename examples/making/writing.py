"""From records to the bytes of files: JSON Lines, and CSV tables with Chinese headings."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO
from types import MappingProxyType
from typing import Final

from making.common import Record, Value
from supervision_rules.records import TypeSpec, shared_vocabulary

PLURALS: Final[Mapping[str, str]] = MappingProxyType(
    {"news": "news", "publicity": "publicity", "staffing": "staffing", "accountability": "accountability"}
)
LABELS: Final[Mapping[str, str]] = MappingProxyType({"type": "记录类型", "id": "编号", "kind": "类别"})


def files(records: Iterable[Record], tables: Collection[str]) -> dict[str, bytes]:
    """A file for each type of record, by name; those of the types in ``tables`` are CSV tables."""
    sorted_: dict[str, list[Record]] = {}
    for record in records:
        sorted_.setdefault(str(record["type"]), []).append(record)
    found: dict[str, bytes] = {}
    for name, group in sorted_.items():
        stem = PLURALS.get(name, f"{name}s")
        found |= {f"{stem}.csv": table(group)} if name in tables else {f"{stem}.jsonl": lines(group)}
    return found


def lines(records: Iterable[Record]) -> bytes:
    """One JSON object a line; what is absent is left out."""
    return "".join(f"{{{', '.join(_pairs(record))}}}\n" for record in records).encode()


def _pairs(record: Record) -> list[str]:
    return [f"{_json(name)}: {_json(value)}" for name, value in record.items() if value is not None]


def _json(value: Value) -> str:
    if isinstance(value, Decimal):
        return str(value)
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)


def table(records: list[Record]) -> bytes:
    """A table under the Chinese labels of the shared vocabulary, with a mark that lets spreadsheets read it."""
    spec = shared_vocabulary().types[str(records[0]["type"])]
    columns = list(dict.fromkeys(name for record in records for name in record))
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_heading(spec, name) for name in columns)
    writer.writerows([_cell(spec, name, record.get(name)) for name in columns] for record in records)
    return text.getvalue().encode("utf-8-sig")


def _heading(spec: TypeSpec, name: str) -> str:
    """What a column is called; a field that only a pack declares goes by its own name."""
    return spec.fields[name].label if name in spec.fields else {**LABELS, "date": spec.date_label}.get(name, name)


def _cell(spec: TypeSpec, name: str, value: Value | None) -> str:
    """A value as an office writes it: choices by their labels, 是 and 否, lists with semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "；".join(value)
    levels = spec.kinds if name == "kind" else spec.fields[name].levels if name in spec.fields else None
    return (levels or {}).get(str(value), spec.label if name == "type" else str(value))
