"""Which files of a folder are records."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from supervision_rules.records.source import Format

FORMATS: Final[dict[str, Format]] = {".jsonl": "jsonl", ".json": "json", ".csv": "csv"}


def record_files(folder: Path) -> list[Path]:
    """The files of records in a folder, by name, save those that are hidden."""
    inside = (entry for entry in folder.iterdir() if not entry.name.startswith("."))
    return sorted(entry for entry in inside if entry.suffix.lower() in FORMATS and entry.is_file())
