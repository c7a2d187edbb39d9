"""Pausing Python's cyclic collector for the length of a batch."""

from __future__ import annotations

import gc
from types import TracebackType


class CollectorPaused:
    """Nothing is searched for cycles while this is entered; then the caller's state comes back, after an error too.

    Python frees what nothing refers to at once, whatever the collector does. The collector only finds objects that
    refer to each other in a circle, and to find them looks through all that are alive, again and again as their number
    grows. An evaluation makes hundreds of thousands of rows and findings that all stay alive, and no circles that it
    lets go of: looking finds nothing, and takes as long as the rules themselves. Of threads that pause at one time the
    first to end lets the collector go on, which is harmless.
    """

    __slots__ = ("_was_enabled",)

    def __enter__(self) -> None:
        self._was_enabled = gc.isenabled()
        gc.disable()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._was_enabled:
            gc.enable()
