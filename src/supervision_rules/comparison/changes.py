"""What changed in a pack: one value, with the way to it and its place in both texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Span

Sort = Literal["added", "removed", "changed", "reordered"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step on the way to a value: a key, an entry of a list, an option of a reading, a day."""

    sort: Literal["key", "name", "entry", "reading", "date"]
    name: str
    """As it is written: ``within``, ``2`` (the entry by its number, or what it is called), ``roll=moves``."""
    label: Bilingual
    """What people call it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value of a pack that is another now.

    ``before`` and ``after`` are as the packs have them, in plain lists, dicts and values: what is left out is what it
    is by default, else None. Of a list that was put in another order they are what its entries are called, in both
    languages.
    """

    sort: Sort
    path: tuple[Step, ...]
    before: object
    after: object
    before_span: Span | None
    """Where the value stands in the old pack, if it is written there."""
    after_span: Span | None
    """The same in the new one."""
    wording: bool = False
    """Whether it is words alone, by which nothing is judged."""

    @property
    def name(self) -> str:
        """The way to the value: ``cases/2/within``."""
        return "/".join(step.name for step in self.path)
