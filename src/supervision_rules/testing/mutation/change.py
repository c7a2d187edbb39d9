"""One change of a pack: what is exchanged for what, and how that is told."""

from __future__ import annotations

from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text, and what stands there instead."""

    start: int
    end: int
    before: str
    """What is told to stand there: the stretch, or what of it matters."""
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing exchanged for another, or taken away."""

    kind: str
    """What it is that is changed: one of those that the catalogue has a name for, as ``changed.number``."""
    before: str
    after: str
    """What stands there instead; empty where it is taken away."""
    span: Span
    """What is changed; the whole expression, where its parts cannot be told from the text."""
    exchanged: tuple[tuple[nodes.Node, nodes.Node | None], ...]
    """The values or keys that are exchanged, each with what stands there instead; None: nothing."""

    @property
    def told(self) -> str:
        """What stood there and what stands there now: ``5 → 6``; taken away it is ``5 → null``."""
        return f"{self.before} → {self.after or 'null'}"
