"""What has been told of a place already: one cause has one message."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from supervision_rules.diagnostics import Collector, Span

SETTLED: Final = ("SR234", "SR235", "SR342", "SR363", "SR364")
"""What is told of conditions that decide nothing, or of parts of them."""
NEVER: Final = ("SR322", "SR345", "SR346")
"""What is told of cases that nothing comes to."""


def settled(diagnostics: Collector, codes: Iterable[str] = SETTLED) -> list[Span]:
    """The places of conditions of which it is told that they decide nothing."""
    return [found.span for found in diagnostics if found.code in codes and found.span is not None]


def covers(spans: Iterable[Span], place: Span) -> bool:
    """Whether one of these places lies in ``place``, or it in one of them."""
    return any(place.lies_in(span) or span.lies_in(place) for span in spans)
