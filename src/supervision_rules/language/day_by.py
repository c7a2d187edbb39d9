"""The day by which a record counts where that is not its own; of a matter that passed, in one version only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from supervision_rules.calendar import PeriodKind, lies_within
from supervision_rules.expressions import DATE, Value
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.functions import DAY_OF
from supervision_rules.expressions.tree import Call
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.expression import Expression
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.origins import ANYTHING
from supervision_rules.world import Row, tenure_of

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class DayBy(Expression):
    """The key ``by`` of a fact or of a rule.

    Each version has due days of its own, so that one matter may come due before a change by the one and after it by the
    other. What had come due under a version while this had the matter counts there. All else counts in the next, on no
    day before that on which the matter passed: what is before the change is over.
    """

    asks: bool = False
    """Whether it asks what rules found, which they do only of what their version judges."""
    about: PeriodKind | None = None
    """The period that it names by any day of it, where that is judged by one version as a whole."""

    @cached_property
    def fast(self) -> Callable[[Row], Value]:
        """The day for a row."""
        stated = super().fast

        def day(row: Row) -> Value:
            return self._shared(row, stated) if row.home.world.before else stated(row)

        return day

    @cached_property
    def timed(self) -> Callable[[Row], Value]:
        """The same with its time of day, where it has one: what comes first on a day hangs on that."""
        root = self.checked.root
        cut = isinstance(root, Call) and root.function is DAY_OF
        return compile_node(root.arguments[0]) if isinstance(root, Call) and cut else self.fast

    def _shared(self, row: Row, stated: Callable[[Row], Value]) -> Value:
        held, found, passed = tenure_of(row), stated(row), _passed(row)
        if held is None or passed is None:
            return found
        before = self.fast(passed) if self._is_known_to(passed) else None
        if isinstance(before, date) and before < held.first:
            return before
        if before is None and self.is_in_doubt(passed):
            return None
        return max(found, held.first) if isinstance(found, date) else found

    def deciding(self, row: Row) -> Value:
        """The day that decides in which version a row counts: where it but names a period, the last day of that."""
        day = self.fast(row)
        if self.about is None or not isinstance(day, date):
            return day
        return row.world.schema.years.period_of(day, self.about).last

    def is_in_doubt(self, row: Row) -> bool:
        """Whether there is a day, or may be, and it is not known which: it may lie before a change, or after it."""
        return self._is_known_to(row) and self.fast(row) is None and open_to_doubt(self, row)

    def is_open(self, row: Row) -> bool:
        """Whether there may be a day of which it is not known which it is, by this version or by that before it."""
        return open_to_doubt(self, row) or self.judged_by(row) is not row

    def judged_by(self, row: Row) -> Row:
        """The record as that version sees it by which its day is in doubt."""
        passed = _passed(row) if row.home.world.before else None
        return passed if passed is not None and self.is_in_doubt(passed) else row

    def _is_known_to(self, row: Row) -> bool:
        """Whether the names that it reads are there in another version, too."""
        schema = row.world.schema
        known = (schema.fields[row.type], schema.derive[row.type])
        return all(any(name in names for names in known) for name in self.checked.names)


def _passed(row: Row) -> Row | None:
    """The same record as the version saw it that had its matter until the day on which it passed."""
    tenure = tenure_of(row)
    for world in row.world.before if tenure is not None else ():
        held = world.tenures.get((row.type, row.id))
        is_before = held is not None and tenure is not None and held.last == tenure.first - _DAY
        found = world.find(row.type, row.id) if is_before else None
        if found is not None:
            return found if row.day is None and row.period is None else found.at(row.day, row.period)
    return None


def bind_day_by(binder: TextBinder, counted: str, window: PeriodKind | None) -> DayBy | None:
    """The key ``by``, asked of the records of type or kind ``counted``, which count in windows; None if it is not
    written, or wrong."""
    by = binder.expression("by", of=counted, expected=DATE, in_window=False)
    if by is None:
        return None
    declared = binder.declarations
    origins = declared.origins.get(declared.base(counted), {})
    calls = any(function != "reading" for function, _ in by.checked.calls)
    found = any(name in origins and ANYTHING in origins[name].roots for name in by.checked.names)
    return DayBy(by.checked, by.fields, calls or found, _about(by, declared.base(counted), declared, window))


def _about(by: Expression, base: str, declared: Declarations, window: PeriodKind | None) -> PeriodKind | None:
    """The periods that the field ``by`` names; shorter windows tell more than that, and go by the day itself."""
    named = declared.about.get((base, by.checked.text.strip()))
    return named if named is not None and (window is None or lies_within(named, window)) else None
