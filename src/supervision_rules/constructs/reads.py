"""What expressions read of a record, sorted by how it changes from day to day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any, Final

from supervision_rules.calendar import PeriodKind, Years, add_months, lies_within, months_before
from supervision_rules.constructs.passing import Passing
from supervision_rules.constructs.pools import Pair
from supervision_rules.expressions import Value
from supervision_rules.language.facts import TAKEN, Fact
from supervision_rules.language.holding import DATED
from supervision_rules.language.valueless import is_valueless
from supervision_rules.world import Row

_DAY: Final = timedelta(days=1)
Count = tuple[str, Callable[[Row], Value] | None]
"""The name of a count and the condition of the records that it counts."""


@dataclass(frozen=True, slots=True)
class Anew:
    """A count that begins anew, in a window in which the records without a date may lie."""

    value: Value


@dataclass(frozen=True, slots=True, eq=False)
class Tally:
    """Counters over the same records, found by one look at each."""

    counted: str
    via: str
    window: PeriodKind | None
    counts: tuple[Count, ...]
    numbers: frozenset[str]
    """Those of the counters that say how many; the others say whether there are any."""


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """A fact made from records: how each belongs to the subject, and what it reads of each."""

    fact: Fact
    counted: str
    via: str
    reads: Reads
    alone: bool
    """Whether each record can be looked at by itself, on the days on which it changes."""

    def pair(self, record: Row) -> Pair | None:
        """What is taken of ``record``, and whether it surely counts; None where it does not."""
        fact, way = self.fact, self.fact.way
        sure: Any = True if fact.where is None else fact.where.fast(record)
        if sure is False and way != "every":
            return None
        if way in ("count", "any", "every"):
            return None, sure
        if fact.expression is None:
            return record.source["date"], sure
        value = fact.expression.fast(record)
        lacking = value is None and way in TAKEN and is_valueless(fact.expression.trace(record), record)
        return None if lacking else (value, sure)

    def edges(self, enters: date, last: date, years: Years) -> Iterator[date]:
        """The days up to ``last`` on which a record of this date comes into the window of the fact, or has left it."""
        day = self.leaves(enters, last, years)
        if day is not None:
            yield day
            if self.fact.spec.previous:
                yield years.period_of(day, self.fact.spec.period).last + _DAY  # type: ignore[arg-type]  # it has one

    def leaves(self, enters: date, last: date, years: Years) -> date | None:
        """The day on which a record of this date has left its period; None if that is after ``last``."""
        window, period = self.fact.spec.window, self.fact.spec.period
        if window is None or enters == date.min:
            return None
        if period is not None:
            end = years.period_of(enters, period).last
            return end + _DAY if end < last else None
        length = int(window.split()[0])
        if months_before(last, length) <= enters:
            return None
        day = add_months(enters, length)
        while months_before(day, length) <= enters:
            day += _DAY
        return day


@dataclass(frozen=True, eq=False)
class Reads:
    """What some expressions read of a record type, sorted by how it changes from day to day."""

    dates: tuple[str, ...]
    """Own fields that date an event."""
    ways: Mapping[str, Callable[[Value, Value], Value]]
    """Counts (and whether there are any) of records that count from their date on, whatever happens to them later.

    Each with what it becomes by one more record.
    """
    nothing: Mapping[str, Value]
    """What these are before anything counts."""
    tallies: tuple[Tally, ...]
    """How they are kept up, record by record."""
    pooled: Mapping[str, Gathered]
    """Facts made from records that are kept up as the records change."""
    others: Mapping[str, Gathered]
    """All other facts made from records: computed afresh on every day."""
    through: tuple[tuple[str, str, Reads], ...]
    """What is read of a record that is named: the field that names it, its type, and that."""
    beyond: tuple[tuple[str, str, Reads], ...]
    """What rules that are judged anew on every day read of records: their type or kind, the field by which they name
    the subject, and that."""
    rules: tuple[tuple[str, str], ...]
    """The results of rules: (function, rule)."""
    last_only: bool
    """Whether one of them is known for the last day only."""
    begins: frozenset[PeriodKind]
    """The windows of rules that are judged anew on every day: each begins with another result."""
    periods: frozenset[PeriodKind]
    """The periods that are read one by one: each of them tells when it is over."""
    passing: tuple[Passing, ...]
    """What time alone turns."""
    fleeting: tuple[str, ...]
    """Names to be computed afresh on every day."""
    fixed: bool
    """Whether a field is read that dates no event."""
    peers: bool
    """Whether a fact made from the subject's peers is read."""
    registered: bool
    """Whether the record is an entry of a register, of whose windows more may come to be known after they ended."""

    @property
    def gathered(self) -> tuple[Gathered, ...]:
        """All facts made from records other than counters."""
        return (*self.pooled.values(), *self.others.values())

    @cached_property
    def belated(self) -> bool:
        """Whether what belongs to a window may come to count after it has ended: placed there by another date, judged
        or done only then, or found wanting, as a period of which something is due after it."""
        placed = any(gathered.fact.spec.by is not None for gathered in self.others.values())
        turning = (each for each in self.gathered if each.fact.spec.window is not None and not each.reads.lasts)
        turning_beyond = any(not reads.lasts for _, _, reads in self.beyond)
        return placed or any(turning) or turning_beyond or bool(self.periods and self.rules) or self._told_later

    @property
    def _told_later(self) -> bool:
        """Whether another rule may tell of a window after it has ended; of one of an entry of a register also what is
        named."""
        asked = any(function in DATED for function, _ in self.rules)
        if asked or any(gathered.reads._told_later for gathered in self.gathered):
            return True
        return any(reads.belated for name, _, reads in self.through if self.registered or name == "id")

    @cached_property
    def looks_back(self) -> bool:
        """Whether records count that the document does not govern: what they led to is no earlier than its force."""
        return any(gathered.fact.spec.ungoverned for gathered in self.gathered)

    @cached_property
    def counts_only(self) -> bool:
        """Whether all that happens is that records come to count."""
        kept = self.dates or self.pooled or self.others or self.through or self.beyond
        return not (kept or self.rules or self.periods)

    @cached_property
    def totals(self) -> bool:
        """Whether something is read, of the subject or of what it names, that is known for the last day only."""
        inner = (*(reads for _, _, reads in self.through), *(gathered.reads for gathered in self.gathered))
        return self.last_only or self.peers or any(reads.totals for reads in inner)

    def counts_from_nothing(self, window: PeriodKind | None) -> bool:
        """Whether nothing is read but counts, which are the same for every subject when a window of this kind begins:
        nothing that counts lasts into it."""
        anew = window is None or all(
            tally.window is not None and lies_within(tally.window, window) for tally in self.tallies
        )
        return anew and self.counts_only and not self.passing and not self.fleeting and not self.fixed

    @cached_property
    def lasts(self) -> bool:
        """Whether nothing of it ever changes once the record has happened."""
        return self.counts_only and not self.ways and not self.passing
