"""Trying a trial with other facts: what would its rule find?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import Number
from supervision_rules.findings import Finding
from supervision_rules.policy import Policy
from supervision_rules.records.rows import Row
from supervision_rules.results import Run
from supervision_rules.testing.facts import Rows
from supervision_rules.testing.judging import Judging
from supervision_rules.testing.settling import Settling
from supervision_rules.testing.trials import Trial


@dataclass(frozen=True, slots=True)
class Tried:
    """Some records, and what the rule finds in them."""

    rows: Rows
    run: Run

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.run.findings

    @property
    def sort(self) -> tuple[tuple[object, ...], ...]:
        """What it comes to, whatever the numbers."""
        return tuple((each.subject, each.state, each.case, each.period) for each in self.findings)

    @property
    def amounts(self) -> tuple[Number, ...]:
        """The numbers; none where one of them is in doubt."""
        values = tuple(each.value for each in self.findings)
        return tuple(value for value in values if isinstance(value, Number)) if None not in values else ()


class Probe:
    """Tries changed trials of one pack. ``shared`` is how many of the records of each are those that all share."""

    def __init__(self, policy: Policy, trials: Iterable[Trial], shared: int) -> None:
        self.shared = shared
        self._policy = policy
        self._judging = Judging(policy, trials)

    def tried(self, trial: Trial, rows: Iterable[Row]) -> Tried | None:
        """What the rule of a trial finds in other records; None where these are no proper records."""
        given, problems = tuple(rows), Collector()
        records = Settling(self._policy, problems).records(given)
        return None if problems.found else Tried(given, self._judging.run(replace(trial, records=given), records))

    def with_value(self, trial: Trial, place: int, name: str, value: object) -> Tried | None:
        """The same with another value in one field of one record."""
        rows = trial.records
        return self.tried(trial, (*rows[:place], valued(rows[place], name, value), *rows[place + 1 :]))

    def own(self, rows: Rows) -> Rows:
        """Those that the case writes itself."""
        return rows[self.shared :]

    def fields(self, trial: Trial) -> Iterator[tuple[int, str, object]]:
        """The fields of these: the place of the record, the name, the value."""
        for place in range(self.shared, len(trial.records)):
            for name, value in trial.records[place].values.items():
                yield place, name, value


def valued(row: Row, name: str, value: object) -> Row:
    """The row with another value in one field."""
    return Row({**row.values, name: value}, row.span, row.locate)
