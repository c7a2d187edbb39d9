"""A command run again each time that one of its files has changed: for an author at work."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from time import sleep
from typing import Final

from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import FAILED, INTERRUPTED, CannotRun
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style

PAUSE: Final = 0.3
"""How often the files are looked at, in seconds."""
SETTLING: Final = 0.1
"""How long the files must have stayed as they are before they are read, in seconds: an editor may write in parts."""
Files = Callable[[], Iterable[Path]]


def watching(given: Namespace, console: Console, run: Callable[[Namespace, Console], int], files: Files) -> int:
    """Run a command now and after each change of ``files``, until it is interrupted.

    It gives the exit code of the last run that came to its end; where none did, that it was interrupted.
    """
    once, code = Namespace(**{**vars(given), "watch": False}), INTERRUPTED
    try:
        while True:
            seen = _settled(files)
            try:
                code = run(once, console)
            except CannotRun as problem:
                found, code = problem.diagnostics, FAILED
                console.tell(diagnostics_text(found.sorted(), console.lang, Style(console.colour), found.left_out))
            console.flush()  # what was found stands before the words that it is watching, whichever stream is slower
            console.tell(say("watching", console.lang) + "\n")
            console.flush()
            while _stamps(files) == seen:
                sleep(PAUSE)
    except KeyboardInterrupt:
        return code


def _settled(files: Files) -> Mapping[Path, tuple[int, int]]:
    """The stamps of the files once nobody writes to them any more: a half-written file is not read."""
    seen = _stamps(files)
    while True:
        sleep(SETTLING)
        now = _stamps(files)
        if now == seen:
            return now
        seen = now


def _stamps(files: Files) -> Mapping[Path, tuple[int, int]]:
    """When each file that is there was last written, and its size."""
    found: dict[Path, tuple[int, int]] = {}
    try:
        for path in files():
            stat = path.stat() if path.exists() else None
            found |= {path: (stat.st_mtime_ns, stat.st_size)} if stat is not None else {}
    except (OSError, CannotRun):  # it is gone between two looks, or a folder holds no pack for now
        return found
    return found
