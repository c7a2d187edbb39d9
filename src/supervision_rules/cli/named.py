"""The packs that a command is given: ids, files and folders."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from supervision_rules.cli.exits import refuse
from supervision_rules.diagnostics import Collector
from supervision_rules.library import shipped, ships

POLICIES: Final = Path("policies")
"""The folder of an office's own packs."""


def path_of(name: str) -> Path:
    """Where a pack lies."""
    return Path(str(shipped().get(name, name)))


def once(names: Iterable[str], diagnostics: Collector) -> list[str]:
    """Each file once, however it is named; what is named again is told."""
    first = dict[str, str]()
    for name in names:
        file = os.path.realpath(path_of(name))
        if file in first:
            diagnostics.add("SR924", None, first=first[file], second=name)
        first.setdefault(file, name)
    return list(first.values())


def chosen(given: Iterable[str]) -> Iterator[str]:
    """The packs named, folders by their files; without any, those that ship and those of the office.

    Raises:
        CannotRun: a folder holds no pack.
    """
    for name in given or [*shipped(), *([str(POLICIES)] if POLICIES.is_dir() and not ships(POLICIES) else [])]:
        if os.path.isdir(name):  # noqa: PTH112 - never raises
            files = [str(file) for file in sorted(Path(name).glob("*.yaml"))]
            if not files:
                raise refuse("SR911", path=name)
            yield from files
        else:
            yield name
