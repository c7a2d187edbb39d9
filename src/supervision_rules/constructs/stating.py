"""Facts that a finding says besides what it concludes, as a share with the numbers that it is made of."""

from __future__ import annotations

from collections.abc import Sequence

from supervision_rules.findings import Detail
from supervision_rules.language.binding import Binder
from supervision_rules.language.expression import Expression
from supervision_rules.world import Row

States = tuple[Expression, ...]


def bind_states(names: Sequence[str], binder: Binder) -> States | None:
    """The facts under the key ``states``; None if one is not there, which is then told."""
    found = [binder.expression("states", index, expected=None) for index in range(len(names))]
    states = tuple(each for each in found if each is not None)
    return states if len(states) == len(found) else None


def stated(states: States, row: Row) -> Detail:
    """The facts by their names, as they are of ``row``."""
    return (("stated", tuple((each.text, each.fast(row)) for each in states)),) if states else ()
