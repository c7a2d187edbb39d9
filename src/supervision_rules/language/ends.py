"""Between which ends the results of rules lie, as they are seen from where they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from supervision_rules.calendar import PeriodKind
from supervision_rules.calendar.periods import how_many
from supervision_rules.expressions.axes import Possible
from supervision_rules.expressions.ranges import NONE, Range
from supervision_rules.expressions.reckoned import result_of


@dataclass(frozen=True, slots=True)
class Result:
    """What is known of a result of a rule."""

    rule: str
    possible: Possible
    """That of one window of the rule."""
    adds: bool = False
    """Whether the results of several windows are added up."""

    def seen(self, window: PeriodKind | None, asking: PeriodKind | None, through_any: bool) -> Possible:
        """That seen by who judges by windows ``asking``; ``through_any`` by who is seen through those of others.

        Who asks without a window sees the one in which it stands.
        """
        if not self.adds or window is None or (asking in (None, window) and not through_any):
            return self.possible
        times = None if through_any or asking is None else how_many(window, asking)
        added = (Range(self.possible.least, self.possible.most) | NONE) * Range(0, times)
        return replace(self.possible, least=added.least, most=added.most)


@dataclass(frozen=True, slots=True)
class Seen:
    """The results of rules, as they are seen from one place."""

    results: Mapping[str, Result]
    windows: Mapping[str, PeriodKind | None]
    asking: PeriodKind | None = None
    through_any: bool = True

    def of(self, calls: Iterable[tuple[str, str]]) -> dict[str, Possible]:
        """What is known of those that are asked for, each by its function and rule."""
        asked = {result_of(*call) for call in calls} if self.results else ()
        found = ((name, self.results.get(name)) for name in asked)
        return {
            name: each.seen(self.windows.get(each.rule), self.asking, self.through_any)
            for name, each in found
            if each is not None
        }


NOTHING_SEEN: Final = Seen({}, {})
