"""Points of records one by one: what each costs, which of them count, and what all come to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from supervision_rules.constructs.boxes import total
from supervision_rules.constructs.gathering import reads_of
from supervision_rules.constructs.highest import counted_once, sum_once
from supervision_rules.constructs.occurrences import AtMost, Occurrence, counted, sum_within
from supervision_rules.constructs.placing import Entry, Source
from supervision_rules.constructs.prices import Pricing
from supervision_rules.constructs.reads import Reads
from supervision_rules.expressions import Number, Numeric, Value
from supervision_rules.findings import Explanation
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.reasons import MAX_RECORDS, by_field, of_expression, reason
from supervision_rules.world import Row, World

_READS: Final = "what the points of records read of them"
_COUNTS, _BEYOND, _LOWER = "points-record", "points-record-beyond", "points-record-lower"


@dataclass(frozen=True, slots=True)
class Counting:
    """The records of ``source`` at the prices of ``pricing``."""

    source: Source
    pricing: Pricing
    once: tuple[Expression, ...]
    """What must be equal for several records to count as one."""
    highest: bool
    """Whether only the highest counts, of all or of those that are one."""
    at_most: AtMost

    def entries(self, world: World) -> Callable[[Row], list[Entry]]:
        """What gives the records that count or may count for a subject, each with its day and its price."""
        source, ledger = self.source, self.source.ledger(world, self.pricing.of)
        return lambda row: source.entries(ledger, row)

    def entries_then(self, row: Row) -> list[Entry]:
        """The same for one subject, as of the day of its history on which it is looked at."""
        return self.source.entries_then(row, self.pricing.of, self._reads(row.world))

    def _reads(self, world: World) -> Reads:
        """What is read of the records, sorted by how it changes; worked out once."""
        memo, key = world.memo, (_READS, id(self.source))
        if key not in memo:
            memo[key] = reads_of(world.schema, world.schema.base(self.source.name), self.read)
        return memo[key]  # type: ignore[no-any-return]  # what is kept is what was put in

    @property
    def read(self) -> tuple[Expression, ...]:
        """What is read of the records."""
        where_and_by = (each for each in (self.source.where, self.source.by) if each is not None)
        return (*where_and_by, *self.pricing.read, *self.once)

    def sum_of(self, row: Row, entries: Sequence[Entry]) -> Numeric | None:
        """What the entries of ``row`` come to."""
        if self.once or self.highest:
            return sum_once(*self._grouped(row, entries), self.at_most, row.world.schema.years)
        if self.at_most:
            return sum_within(self._occurrences(row, entries), self.at_most, row.world.schema.years)
        return total([price for _, _, price in entries])

    def _occurrences(self, row: Row, entries: Sequence[Entry]) -> list[Occurrence]:
        pairs = zip(self.source.chosen(row, entries), entries, strict=True)
        return [
            Occurrence(day, price if sure else self.pricing.of(record), sure is True)
            for (record, sure), (day, _, price) in pairs
        ]

    def _grouped(self, row: Row, entries: Sequence[Entry]) -> tuple[list[Occurrence], list[tuple[Value, ...] | None]]:
        """What happened, and what each is for: the same thing where no field is named, None where that is unknown."""
        groups = [tuple(each.fast(record) for each in self.once) for record, _ in self.source.chosen(row, entries)]
        return self._occurrences(row, entries), [None if None in group else group for group in groups]

    def lacking(self, row: Row, entries: Sequence[Entry], when: Expression) -> tuple[str, ...]:
        """The facts that would decide ``when``, and the points of the first records in doubt."""
        found = dict.fromkeys(lacking(row, when))
        for record, sure in self.source.chosen(row, entries):
            if sure is None:
                found |= dict.fromkeys(self.source.lacking(record))
            if not isinstance(self.pricing.of(record), Number):
                found |= dict.fromkeys(self.pricing.lacking(record))
            found |= dict.fromkeys(lacking(record, *self.once))
            if len(found) > MAX_RECORDS:
                break
        return tuple(found)

    def explain(self, row: Row, entries: Sequence[Entry]) -> list[Explanation]:
        """The records, and which of them count."""
        shown = entries[:MAX_RECORDS]
        pairs = zip(self.source.chosen(row, shown), shown, self._told(row, entries), strict=False)
        parts = [*by_field(self.source.name, self.source.via, row)]
        parts += [self._explain_record(record, price, phrase) for (record, _), (_, _, price), phrase in pairs]
        if len(entries) > MAX_RECORDS:
            parts.append(reason("points-more-records", records=len(entries) - MAX_RECORDS))
        if self.once:
            parts.append(reason("points-once", per=tuple(each.text for each in self.once)))
        elif self.highest:
            parts.append(reason("points-highest"))
        parts += [reason(f"points-at-most-{kind}", most=most) for kind, most in self.at_most.items()]
        return parts

    def _told(self, row: Row, entries: Sequence[Entry]) -> Iterable[str]:
        """The phrase for each record: whether it counts. Where it is in doubt which happened, none is left out."""
        most, years = self.at_most, row.world.schema.years
        if self.once or self.highest:
            given = self._grouped(row, entries)
            pairs = zip(counted_once(*given, {}), counted_once(*given, most, years), strict=True)
            return [_COUNTS if fits else _BEYOND if top else _LOWER for top, fits in pairs]
        occurrences = self._occurrences(row, entries)
        if not most or not all(each.sure for each in occurrences):
            return repeat(_COUNTS)
        return [_COUNTS if fits else _BEYOND for fits in counted(occurrences, most, years)]

    def _explain_record(self, record: Row, price: Numeric | None, phrase: str) -> Explanation:
        read = [self.source.where, *self.pricing.expressions, self.pricing.factor]
        shown = (of_expression(expression, record) for expression in read if expression is not None)
        words = {"type": record.type, "id": record["id"], "date": record["date"], "points": price}
        return reason(phrase, *shown, *self.pricing.explain(record), **words)
