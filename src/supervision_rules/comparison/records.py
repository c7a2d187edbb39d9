"""Two versions of a pack, compared by what they find in the same records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from supervision_rules.api import evaluate
from supervision_rules.calendar import Notice
from supervision_rules.comparison.moves import Move, Moves, RuleMoves, moves_of
from supervision_rules.comparison.packs import PackDiff, check_policies, diff
from supervision_rules.diagnostics import Collector
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import Policy, check_day, merged_vocabulary
from supervision_rules.records import Batch, Record, settle
from supervision_rules.records.all_records import all_records
from supervision_rules.results import Result


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions of a pack, and what of some records moves by it."""

    packs: PackDiff
    before: Result
    """What the old pack finds, as if there were no other."""
    after: Result
    """What the new pack finds, as if there had been no other."""
    moves: tuple[Move, ...]
    """The findings that are others, by rule and subject."""
    rules: tuple[RuleMoves, ...]
    """Of each rule how many of its findings move."""

    @property
    def same(self) -> bool:
        """Whether the packs mean the same and nothing moves."""
        return self.packs.same and not self.moves

    @property
    def complete(self) -> bool:
        """Whether all records were used by both."""
        return self.before.complete and self.after.complete

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Comparison stays in its process: send its packs, or diff_json(comparison)")


def compare(
    old: Policy,
    new: Policy,
    records: Batch | Iterable[Record],
    *,
    as_of: date,
    notices: tuple[Notice, ...] = (),
) -> Comparison:
    """What changed between two versions of a pack, and what of some records moves by it.

    The records are checked once, for both; each pack judges all of them, as if the other were not there.

    Raises:
        PackError: the packs declare a record type or a field differently.
        TypeError: ``as_of`` is no day, or something given is no pack that was loaded, no record or no notice.
        ValueError: ``as_of`` is before 1900 or after 2200.
    """
    check_policies(old, new)
    check_day(as_of)
    if not isinstance(records, Batch):
        records = settle(all_records(records), merged_vocabulary((old, new)), Collector())
    with CollectorPaused():
        before, after = (evaluate(policy, records, as_of=as_of, notices=notices) for policy in (old, new))
        return compared(diff(old, new), before, after)


def compared(packs: PackDiff, before: Result, after: Result) -> Comparison:
    """What moves between the results of two versions of a pack."""
    renamed = {item.old_id: item.id for item in packs.items if item.section == "rules" and item.sort == "renamed"}
    found: Moves = moves_of(before.findings, after.findings, renamed)
    return Comparison(packs, before, after, found.moves, found.rules)
