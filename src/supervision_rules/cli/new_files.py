"""New files, all of them or none: nothing that is there is written over, and nothing is left of what failed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path

from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.exits import refuse
from supervision_rules.cli.outputs import write_file


def write_new(texts: Mapping[Path, str], renewed: Mapping[Path, str]) -> None:
    """Write the texts to these paths, and make the folders that they need.

    The ``renewed`` files are nobody's work: those that are there already are brought up to date.
    """
    for path in texts:
        if os.path.lexists(path):
            raise refuse("SR925", path=path)
    with ExitStack() as undo:
        for path, text in {**texts, **renewed}.items():
            for folder in reversed(path.parents):
                _make_folder(folder, undo)
            if path in renewed and os.path.lexists(path):
                renew(path, text.encode())
            else:
                _write(path, text, undo)
        undo.pop_all()


def renew(path: Path, data: bytes) -> None:
    """Write what is made by machine, if it is not there as it is."""
    if not path.is_file() or path.read_bytes() != data:
        write_file(str(path), data)


def _make_folder(folder: Path, undo: ExitStack) -> None:
    """Make a folder, if it is not there; ``undo`` takes it away again."""
    if os.path.lexists(folder):
        if not folder.is_dir():
            raise refuse("SR931", path=folder)
        return
    try:
        folder.mkdir()
    except OSError as problem:
        raise refuse("SR903", path=folder, reason=system_reason(problem)) from problem
    undo.callback(_take_away, folder.rmdir)


def _write(path: Path, text: str, undo: ExitStack) -> None:
    """Write a new file; ``undo`` takes it away again."""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            undo.callback(_take_away, path.unlink)
            stream.write(text)
    except OSError as problem:
        raise refuse("SR903", path=path, reason=system_reason(problem)) from problem


def _take_away(remove: Callable[[], None]) -> None:
    """Remove what was made; a folder stays into which somebody else has put something since."""
    with suppress(OSError):
        remove()
