"""Exit codes, the same for every command."""

from __future__ import annotations

from typing import Final

from supervision_rules.diagnostics import Collector

CLEAN: Final = 0
FOUND: Final = 1
"""``check`` found errors; ``replay`` or ``test`` or ``diff`` found a difference."""
FAILED: Final = 2
"""The command could not run: arguments, files, packs."""
INCOMPLETE: Final = 3
"""Judged, but the result is incomplete: records or columns were not used."""
BUG: Final = 70
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


class CannotRun(Exception):  # noqa: N818 - it ends a command and is told, it is no error of ours
    """The command cannot go on; the diagnostics say why."""

    def __init__(self, diagnostics: Collector) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def refuse(code: str, **words: object) -> CannotRun:
    """A reason why the command cannot go on."""
    diagnostics = Collector()
    diagnostics.add(code, None, **words)
    return CannotRun(diagnostics)
