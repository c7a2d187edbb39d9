"""Cases of which the first that holds applies."""

from __future__ import annotations

from supervision_rules.language.binding import Binder


def tell_unreachable(binder: Binder, count: int) -> None:
    """Tell the first of the ``count`` cases of a rule that has no condition although others follow it."""
    always = [index for index in range(count - 1) if binder.at("cases", index, "when") is None]
    for index in always[:1]:
        binder.report("SR322", "cases", index, number=index + 1)
