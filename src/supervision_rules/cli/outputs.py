"""What commands write: text or bytes, to the standard output or, whole or not at all, to a file."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import refuse


def write(console: Console, data: bytes | str, path: str | None) -> None:
    """To the file at ``path`` as UTF-8, or to the standard output."""
    if path is not None:
        _replace(Path(path), data.encode() if isinstance(data, str) else data)
    elif isinstance(data, str):
        console.write(data)
    else:
        console.write_bytes(data)


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then put it in its place: readers see the old file or the new one, never half of it."""
    temporary = ""
    try:
        with NamedTemporaryFile("wb", dir=path.parent, prefix=".supervision-", delete=False) as stream:
            temporary = stream.name
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).replace(path)
    except OSError as problem:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise refuse("SR903", path=path, reason=problem.strerror or type(problem).__name__) from problem
