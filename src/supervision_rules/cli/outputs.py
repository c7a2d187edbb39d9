"""What commands write: text or bytes, to the standard output or, whole or not at all, to a file; notes beside it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex
from typing import Final

from supervision_rules.catalogue import CODES, Severity
from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import refuse
from supervision_rules.diagnostics import Collector
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.style import Style

_STREAMS: Final[Mapping[str, int]] = {"/dev/stdout": 1, "/dev/stderr": 2}
"""Paths of streams that are already open: opening them again would empty the file that they lead to."""


def write(console: Console, data: bytes | str, path: str | None) -> None:
    """To the file at ``path`` as UTF-8, or to the standard output."""
    if path is not None:
        write_file(path, data.encode(errors="backslashreplace") if isinstance(data, str) else data)
    elif isinstance(data, str):
        console.write(data)
    else:
        console.write_bytes(data)


def append(path: str, data: bytes) -> None:
    """To the end of a file, which other steps of a job write to as well."""
    try:
        with Path(path).open("ab") as stream:
            stream.write(data)
    except OSError as problem:
        raise refuse("SR903", path=path, reason=system_reason(problem)) from problem


def tell_notes(console: Console, diagnostics: Collector) -> dict[str, int]:
    """Tell what is to be known of the records and is no error; how many errors of each code are not told any more."""
    told = [found for found in diagnostics.sorted() if found.severity is not Severity.ERROR]
    errors = {code: count for code, count in diagnostics.left_out.items() if CODES[code].severity is Severity.ERROR}
    others = {code: count for code, count in diagnostics.left_out.items() if code not in errors}
    console.tell(diagnostics_text(told, console.lang, Style(console.colour), others))
    return errors


def write_file(path: str, data: bytes) -> None:
    """A regular file is replaced; into what is none (a device, a pipe) the data is written as it comes."""
    try:
        mode = _mode(path)
        if path in _STREAMS or not (mode is None or stat.S_ISREG(mode)):
            with open(_STREAMS.get(path, path), "wb", closefd=path not in _STREAMS) as stream:  # noqa: PTH123 - a number
                stream.write(data)
        else:
            _replace(Path(os.path.realpath(path)), mode, data)
    except BrokenPipeError:  # whoever reads the pipe has had enough: as with the standard output
        raise
    except OSError as problem:
        raise refuse("SR903", path=path, reason=system_reason(problem)) from problem


def _mode(path: str) -> int | None:
    """What is at the path, links followed, and who may do what with it; None if there is nothing."""
    try:
        return Path(path).stat().st_mode
    except FileNotFoundError:
        return None


def _replace(path: Path, mode: int | None, data: bytes) -> None:
    """Write beside the file, then put it in its place: readers see the old file or the new one, never half of it."""
    if mode is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is not to be written")
    temporary = path.with_name(f".supervision-{token_hex(8)}")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(stat.S_IMODE(mode))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
