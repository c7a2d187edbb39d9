"""A first and a last day that are stated the wrong way round, by the order that the dates of a type have."""

from __future__ import annotations

from supervision_rules.expressions.tree import Name
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.language.origins import UNKNOWN


def tell_reversed(binder: Binder, first: Expression | None, key: str, last: Expression | None) -> None:
    """Tell a ``start`` that lies on no day before the date under ``key``, on which it ends."""
    if first is None or last is None:
        return
    begins, ends = first.checked.root, last.checked.root
    if isinstance(begins, Name) and isinstance(ends, Name):
        dates = binder.declarations.origins[binder.declarations.base(binder.subject)]
        if begins.name in (dates.get(ends.name, UNKNOWN).later or ()):
            binder.report("SR385", "start", start=begins.name, key=key, end=ends.name)
