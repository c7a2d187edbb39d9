"""Ledgers of any size for the shipped packs: the example year of each, over and over, for other units each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy
from supervision_rules.records import Batch, Record, Source, TypeSpec, read_batch, settle
from supervision_rules.records.models import Assembler

EXAMPLES = Path(__file__).parent.parent / "examples"
PACKS: Mapping[str, date] = MappingProxyType(
    {
        "liuzhou": date(2022, 12, 31),
        "bozhou": date(2017, 1, 10),
        "yiyang": date(2025, 1, 15),
        "chongqing": date(2022, 12, 31),
        "district": date(2024, 12, 31),
    }
)
"""The shipped packs, and the day up to which the example year of each is kept."""


def sources(pack: str) -> list[Source]:
    """The files of the example year of a pack."""
    files = sorted(path for path in (EXAMPLES / pack).iterdir() if path.stem != "bad-rows")
    return [_source(path) for path in files]


def _source(path: Path) -> Source:
    is_table = path.suffix == ".csv"
    return Source(path.name, path, "csv" if is_table else "jsonl")


def example_year(policy: Policy) -> Batch:
    """The records of the example year, read and settled."""
    return read_batch(sources(policy.id), policy.compiled.vocabulary, Collector(), policy.models)


def repeated(policy: Policy, count: int) -> Batch:
    """At least ``count`` records: the example year again and again, every id and every name of a unit made new."""
    year = example_year(policy).records
    copies = -(-count // len(year))
    made = [record for number in range(copies) for record in _renamed(policy, year, number)]
    return settle(made, policy.compiled.vocabulary, Collector())


def _renamed(policy: Policy, year: tuple[Record, ...], number: int) -> Iterator[Record]:
    makers = {name: Assembler(policy.models[name]) for name in {record.record_type for record in year}}
    for record in year:
        spec = policy.compiled.vocabulary.types[record.record_type]
        yield makers[record.record_type](_changed(spec, record.__dict__, f"~{number}"))


def _changed(spec: TypeSpec, values: Mapping[str, Any], mark: str) -> dict[str, Any]:
    changed = {**values, "id": values["id"] + mark}
    if spec.is_register:
        changed |= {"name": values["name"] + mark}
        changed |= {"aliases": ()} if "aliases" in values else {}
    for field, _, several in spec.references:
        named = values[field]
        if named is not None:
            changed[field] = tuple(name + mark for name in named) if several else named + mark
    return changed
