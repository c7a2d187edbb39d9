"""What a result is made from is not to be lost to the result: an output over one of the files that are read."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from supervision_rules.cli.exits import refuse
from supervision_rules.cli.record_files import record_files
from supervision_rules.library import shipped


def check_out(given: Namespace) -> None:
    """Refuse to write the result over a file that it is made from, by whatever path or link it is reached."""
    if given.out is not None:
        check_written([given.out], _read(given))


def check_written(paths: Iterable[str], read: Iterable[tuple[str, str]]) -> None:
    """Refuse to write over a file that is read; of those read the names given and the paths."""
    there = {found: path for path in paths if (found := _identity(path)) is not None}
    for name, path in read if there else ():
        written = there.get(_identity(path) or (0, 0))
        if written is not None:
            raise refuse("SR920", path=written, given=name)


def _identity(path: str) -> tuple[int, int] | None:
    """What tells a file from all others, however it is called; None if there is no file."""
    try:
        found = os.stat(path)  # noqa: PTH116 - of a link what it leads to
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def _read(given: Namespace) -> Iterator[tuple[str, str]]:
    """Each file that is read, as it was given and where it is."""
    yield from files_of(given.records)
    packs = shipped()
    yield from ((name, str(packs.get(name, name))) for name in given.pack)
    yield from ((name, name) for name in given.notices)


def files_of(records: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files of records, also those in folders, as they were given and where they are."""
    for name in records:
        yield name, name
        yield from ((name, str(path)) for path in _inside(Path(name)))


def _inside(folder: Path) -> list[Path]:
    """The files of records in a folder; none, if it is no folder or cannot be looked into, which reading it tells."""
    try:
        return record_files(folder)
    except OSError:
        return []
