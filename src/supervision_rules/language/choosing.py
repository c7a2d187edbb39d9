"""Which records a derived fact takes into account: by window, by what they share with the subject, by condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import Any, Final

from supervision_rules.calendar import Period, months_before
from supervision_rules.expressions import Interval, Value
from supervision_rules.expressions.values import conjunction
from supervision_rules.language.aggregates import ORDERED, RUN
from supervision_rules.language.coming_before import Placed, before, before_by, placed
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, EARLIER, OTHERS, PERIODS, FactSpec
from supervision_rules.language.missing import open_to_doubt
from supervision_rules.language.own_periods import own_periods
from supervision_rules.world import Row, divided, has, of_one_matter

_DAY: Final = timedelta(days=1)
_NOTHING: Final = object()
_PLACED: Final = "the records in the order of a day"
Alike = tuple[tuple[Expression, Expression], ...]
"""What must be equal for a record to count: each as read of the fact's subject, and as read of the record."""
Span = tuple[date, date]
Limits = tuple[tuple[Expression, bool], ...]
"""Days of the subject, after which (True) or up to which (False) a record counts."""
Choice = tuple[Row, bool | None]
"""A record, and whether it counts: None where that is unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Finds the records that a fact of a row takes into account."""

    spec: FactSpec
    counted: str
    via: str
    where: Expression | None
    by: Expression | None
    limits: Limits
    alike: Alike
    windowed: bool
    """Whether what is asked of a record hangs on the window that it is looked at through."""
    stock: bool
    """Whether it has no window of its own, and what is asked of a record may change after the record's day."""

    def __call__(self, row: Row) -> list[Choice]:
        """Each with Kleene's and of: in the window, like the subject, as the condition says. Written out for speed.

        Where every record must be as the condition says, one that is so decides nothing, and one that is not does.
        In a run none decides where it is unknown if it belongs there.
        """
        (span, begun), where, by = self.bounds(row), self.where and self.where.fast, self.by and self.by.fast
        chosen: list[Choice] = []
        way, of_its_own = self.spec.way, self.counted in ALL_PEERS or self.counted in PERIODS
        all_kept, decisive = way in ("every", RUN), {"every": True, RUN: _NOTHING}.get(way, False)
        here = row.world.tenures and self._divided(row)
        by_day = (span is not None or (by is not None and way in ORDERED)) and not of_its_own
        for record in self._candidates(row, span):
            if here and not self._counts_here(row, record):
                continue
            sure: Any = begun
            if by_day:
                day: Any = by(record) if by else record.source["date"]
                lies = self._undated(record) if day is None else span is None or span[0] <= day <= span[1]
                sure = lies if sure or lies is False else None
            if self.alike and sure is not False:
                sure = conjunction((sure, _agree(row, record, self.alike)))
            if sure is False:
                continue
            if where:
                wanted = where(record)
                sure = wanted if sure or wanted is decisive else None
            if all_kept or sure is not False:
                chosen.append((record, sure))
        if way in ORDERED and not of_its_own:
            chosen = self._in_order(chosen)
        return _after_the_break(chosen) if way == RUN else chosen

    def _divided(self, row: Row) -> bool:
        """Whether of records that passed from one version of the document to the next only some count in this."""
        of_records = self.counted not in ALL_PEERS and self.counted not in PERIODS
        return divided(row, self.via) and of_records and not self.spec.ungoverned

    def _counts_here(self, row: Row, record: Row) -> bool:
        """Whether this version had the record on the day by which it counts; what came earlier in one matter it has."""
        day = self.by.fast(record) if self.by else record.source["date"]
        return has(record, day, row.day) or (self.counted == EARLIER and of_one_matter(row, record))

    def at_its_own_day(self, row: Row) -> bool:
        """Whether the row looks from the day on which it happened: at what came earlier, and through a window of the
        fact's own at records that are not its own, as a record does that sees a fact of its unit."""
        if self.counted == EARLIER:
            return True
        return self.spec.of_anyone and row.period is None and row.day is None and not _is_registered(row)

    def _day_of(self, row: Row) -> Any:
        """The day of a row from which it looks: its own, or the one by which what came earlier is told."""
        return self.by.fast(row) if self.by is not None and self.counted == EARLIER else row.source["date"]

    def _in_order(self, chosen: list[Choice]) -> list[Choice]:
        """Records by the day that counts: those of which it is not known may be the first or the last, and stand there.

        They come by date and id already, and stay so where the day that counts is the same.
        """
        if len(chosen) < 2:
            return chosen
        if self.by is not None:
            days: dict[int, Any] = {id(record): self.by.fast(record) or date.min for record, _ in chosen}
            chosen = sorted(chosen, key=lambda choice: days[id(choice[0])])
            undated = [(record, None) for record, _ in chosen if days[id(record)] == date.min]
        elif chosen[0][0].source["date"] is None:
            undated = [(record, None) for record, _ in chosen if record.source["date"] is None]
        else:
            return chosen
        dated = chosen[len(undated) :]
        return [*undated, *dated] if self.spec.way == "first" else [*dated, *undated]

    def _undated(self, record: Row) -> bool | None:
        """Whether a record without a day of its own lies in a window: not, if what gives the day has not happened."""
        return None if self.by is None or open_to_doubt(self.by, record) else False

    def own(self, row: Row) -> tuple[Value, ...]:
        """What must be equal for a record to count, as read of the subject; None where it is not known exactly."""
        return tuple(_exact(own.fast(row)) for own, _ in self.alike)

    def _candidates(self, row: Row, span: Span | None) -> Iterable[Row]:
        if self.counted in PERIODS:
            if self.spec.way == RUN and self.where is not None and not self.limits:
                return self._unbroken(row, self.where)
            return own_periods(row, self.counted, span)
        if self.counted == EARLIER:
            return self._earlier(row, span)
        if self.counted == OTHERS:
            return [other for other in self.fitting(row) if other.id != row.id]
        return self.fitting(row)

    def weighed(self, row: Row, record: Row) -> bool | None:
        """Whether a record counts wherever it lies: by what it shares with ``row``, and by the condition."""
        sure = True if record.source["date"] is not None else None
        if self.alike:
            sure = conjunction((sure, _agree(row, record, self.alike)))
        if self.where is None or sure is False:
            return sure
        wanted: Any = self.where.fast(record)
        return wanted if sure or wanted is False else None

    def fitting(self, row: Row) -> Iterable[Row]:
        """The records that may be like the row, in their order."""
        if self.alike and (self.counted in ALL_PEERS or (not self.via and row.day is None)):
            return self._possibly_alike(row)
        return self._all(row)

    def _unbroken(self, row: Row, where: Expression) -> Iterable[Row]:
        """The periods of a run from the last that breaks it on: what came before is not gone through each time."""
        kept = []
        for period in own_periods(row, self.counted, self._span(row), latest_first=True):
            kept.append(period)
            if where.fast(period) is False:
                break
        return reversed(kept)

    def _earlier(self, row: Row, span: Span | None) -> Iterable[Row]:
        """The records of the same type that come before this one, by date and id; those without a date may."""
        since = None if span is None else span[0]
        if self.by is not None:
            return before_by(row, self._day_of(row), self._placed(row, self.by), since)
        records = self._possibly_alike(row) if self.alike and row.day is None else list(self._all(row))
        return before(row, records, since)

    def _placed(self, row: Row, by: Expression) -> Placed:
        """The records that may be like the subject, in the order of a day."""
        if row.day is not None:
            return placed(by, self._all(row))
        key, memo = (self, row.period, self.own(row), _PLACED), row.world.memo
        if key not in memo:
            memo[key] = placed(by, self._possibly_alike(row) if self.alike else self._all(row))
        found: Placed = memo[key]
        return found

    def _possibly_alike(self, row: Row) -> list[Row]:
        """The records that may be like the subject, in order."""
        own, memo = self.own(row), row.world.memo
        if None in own:
            return list(self._all(row))
        found, every = (self, row.period, own), (self, row.period)
        if found not in memo:
            groups = memo[every] if every in memo else memo.setdefault(every, self._groups(row))
            # Those of which something is unknown lie under None: they may be like anyone.
            fitting = groups.get(own, []) + groups.get(None, [])
            memo[found] = [record for _, record in sorted(fitting, key=itemgetter(0))]
        alike: list[Row] = memo[found]
        return alike

    def _groups(self, row: Row) -> dict[Any, list[tuple[int, Row]]]:
        """All records by what must be equal, each with its place in the order."""
        groups: dict[Any, list[tuple[int, Row]]] = {}
        for place, record in enumerate(self._all(row)):
            its = tuple(_exact(its.fast(record)) for _, its in self.alike)
            groups.setdefault(None if None in its else its, []).append((place, record))
        return groups

    def _all(self, row: Row) -> Iterable[Row]:
        world, day = row.world, row.day
        if self.counted in ALL_PEERS:
            return world.members(row)
        counted, ever = self.spec.of if self.counted == EARLIER else self.counted, bool(self.spec.ungoverned)
        records = world.children(counted, self.via, row.id, ever) if self.via else world.dated(counted, ever)
        if day is not None:
            return self._by(row, day, records)
        return records if row.period is None else self._within(row, row.period, records)

    def _by(self, row: Row, day: date, records: Iterable[Row]) -> Iterator[Row]:
        """The records that had happened by ``day``, as of it; those without a date too.

        Of a window that is over also those that came later, and that another date places there: as known now.
        """
        period = row.period if self.windowed else None
        by = self.by.fast if self.by is not None and row.closed else None
        for record in records:
            happened: Any = record.source["date"]
            if happened is None or happened <= day:
                view = record.at(day, period)
                view.closed = row.closed
                yield view
            elif by is not None:
                placed: Any = by(record)
                if placed is not None and placed <= day:
                    yield record if period is None else record.at(None, period)

    def _within(self, row: Row, period: Period, records: Iterable[Row]) -> Iterable[Row]:
        """The records as they are seen through a window.

        Where the fact has none of its own, those of a unit end with it, each as it stood then; of a record that a fact
        counts in its own window all is known.
        """
        if self.spec.window is None and _is_registered(row):
            days = ((record, record.source["date"]) for record in records)
            records = (record for record, day in days if day is None or day <= period.last)  # type: ignore[operator]
            if self.stock and period.last < row.world.as_of:
                return (row.world.judged(record, period) for record in records)
        return (record.at(None, period) for record in records) if self.windowed else records

    def bounds(self, row: Row) -> tuple[Span | None, bool | None]:
        """The days in which a record lies that counts, None where it may lie anywhere; and whether they are known."""
        span, at_its_own = self._span(row), self.at_its_own_day(row)
        own_day = self._day_of(row) if at_its_own else None
        if at_its_own and (span is None or own_day is None):
            span = (date.min, date.max)
        known = not at_its_own or own_day is not None or None
        for limit, begins in self.limits:
            day: Any = limit.fast(row)
            if day is None:
                known = None if _in_doubt(limit, row) else known
                continue
            first, last = span or (date.min, date.max)
            span = (max(first, day + _DAY), last) if begins else (first, min(last, day))
        return span, known

    def _span(self, row: Row) -> Span | None:
        """The first and the last day of the window; None where there is none.

        It is the one in which the row stands: at the day of its history, or at the end of the window that it is
        looked at through, and what happened after that is not seen; for what came earlier, on the row's own day. Peers
        are met through that window; they are not in it by a date of theirs.
        """
        if self.spec.window is None or self.counted in ALL_PEERS:
            return None
        seen, as_of = row.period, row.world.as_of
        end: Any = row.day or (as_of if seen is None else min(seen.last, as_of))
        if self.at_its_own_day(row):
            end = self._day_of(row) or end
        if self.spec.period is None:
            return months_before(end, int(self.spec.window.split()[0])), end
        own = self.counted != EARLIER and seen is not None and seen.kind == self.spec.period
        years = row.world.schema.years
        period = seen if own and seen is not None else years.period_of(end, self.spec.period)
        if self.spec.previous:
            period = years.period_of(period.first - _DAY, period.kind)
        last = period.last
        if seen is not None and seen.last < last and self.counted != EARLIER and self._goes_by_events(row):
            last = max(seen.last, period.first)
        return period.first, last

    def _goes_by_events(self, row: Row) -> bool:
        """Whether a record is placed by the day on which something happened: not by one that is planned, or due."""
        counted = row.world.schema.base(self.counted)
        return self.by is None or self.by.names_only(("date", *row.world.schema.dates.get(counted, ())))


def _after_the_break(chosen: list[Choice]) -> list[Choice]:
    """What came after the last one that surely breaks a run."""
    broken = [place for place, (_, sure) in enumerate(chosen) if sure is False]
    return chosen[broken[-1] + 1 :] if broken else chosen


def _is_registered(row: Row) -> bool:
    return row.type in row.world.schema.registers


def _in_doubt(limit: Expression, row: Row) -> bool:
    """Whether a day that is not there may yet be."""
    doubtable = limit.checked.names & row.world.schema.doubted[row.type].keys()
    return any(map(row.doubted, doubtable)) or open_to_doubt(limit, row)


def _agree(row: Row, record: Row, alike: Alike) -> bool | None:
    """Kleene's and of the equalities; a number of which only the ends are known is unknown here."""
    pairs = [(_exact(own.fast(row)), _exact(its.fast(record))) for own, its in alike]
    if any(a != b for a, b in pairs if a is not None and b is not None):
        return False
    return None if any(a is None or b is None for a, b in pairs) else True


def _exact(value: Value) -> Value:
    return None if isinstance(value, Interval) else value
