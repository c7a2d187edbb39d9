"""The five packs and their example ledgers, each with the day to which it is kept."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from supervision_rules.diagnostics import Collector
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import Batch, Source, read_batch
from supervision_rules.records.source import Format

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
FORMATS: Final[dict[str, Format]] = {".csv": "csv", ".jsonl": "jsonl"}
DAYS: Final = {
    "liuzhou": date(2022, 12, 31),
    "bozhou": date(2017, 1, 10),
    "yiyang": date(2025, 1, 15),
    "district": date(2024, 12, 31),
    "chongqing": date(2022, 12, 31),
}


@cache
def policy(pack: str) -> Policy:
    return load_pack(pack)


@cache
def batch(pack: str) -> Batch:
    files = sorted(file for file in (EXAMPLES / pack).iterdir() if file.suffix in FORMATS)
    sources = [Source(file.name, file, FORMATS[file.suffix]) for file in files]
    return read_batch(sources, policy(pack).compiled.vocabulary, Collector())
