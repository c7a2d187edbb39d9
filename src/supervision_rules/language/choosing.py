"""Which records a derived fact takes into account: by window, by what they share with the subject, by condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from supervision_rules.calendar import Moment, Period
from supervision_rules.expressions import Interval, Value
from supervision_rules.expressions.values import conjunction
from supervision_rules.language.aggregates import ORDERED, RUN
from supervision_rules.language.alone import in_hindsight
from supervision_rules.language.bounds import Bounds, is_registered
from supervision_rules.language.day_by import DayBy
from supervision_rules.language.expression import Expression
from supervision_rules.language.fact_spec import ALL_PEERS, EARLIER, OTHERS, PERIODS, FactSpec
from supervision_rules.language.order import Order, Span, day_of, time_of
from supervision_rules.language.own_periods import own_periods
from supervision_rules.language.sharing import Sharing, ever
from supervision_rules.world import Row, is_there

_NOTHING: Final = object()
_ORDER: Final = "the records in their order"
Alike = tuple[tuple[Expression, Expression], ...]
"""What must be equal for a record to count: each as read of the fact's subject, and as read of the record."""
Choice = tuple[Row, bool | None]
"""A record, and whether it counts: None where that is unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class Chooser:
    """Finds the records that a fact of a row takes into account."""

    spec: FactSpec
    counted: str
    via: str
    where: Expression | None
    by: DayBy | None
    bounds: Bounds
    alike: Alike
    windowed: bool
    """Whether what is asked of a record hangs on the window that it is looked at through."""
    stock: bool
    """Whether it has no window of its own, and what is asked of a record may change after the record's day."""
    sharing: Sharing
    """What of the records of one version of the document and of the next counts in this."""

    def __call__(self, row: Row) -> list[Choice]:
        """Each with Kleene's and of: in the window, like the subject, as the condition says. Written out for speed.

        Where every record must be as the condition says, one that is so decides nothing, and one that is not does.
        In a run none decides where it is unknown if it belongs there.
        """
        (span, begun), where, by = self.bounds(row), self.where and self.where.fast, self.by and self.by.fast
        chosen: list[Choice] = []
        way, of_its_own = self.spec.way, self.counted in ALL_PEERS or self.counted in PERIODS
        all_kept, decisive = way in ("every", RUN), {"every": True, RUN: _NOTHING}.get(way, False)
        here = self.sharing.divided(row)
        whole = self.sharing.whole(row) if here else None
        stay = self.bounds.stay(row)
        by_day = (span is not None or (by is not None and way in ORDERED)) and not of_its_own and stay is None
        for record in self._candidates(row, span):
            held = self.sharing.counts(row, record, whole) if here else True
            if held is False:
                continue
            if stay is not None and not is_there(record.source, *stay):
                continue
            sure: Any = begun and held
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

    def _in_order(self, chosen: list[Choice]) -> list[Choice]:
        """Records by the day that counts: those of which it is not known may be the first or the last, and stand there.

        They come by date and id already, and stay so where the day that counts is the same; where it has a time of day,
        that tells, and without one any of them on that day may be the first or the last.
        """
        if len(chosen) < 2:
            return chosen
        if self.by is not None:
            days: dict[int, Any] = {id(record): self.by.timed(record) or date.min for record, _ in chosen}
            chosen = sorted(chosen, key=lambda choice: time_of(days[id(choice[0])]))
            chosen = _untold(chosen, days) if any(isinstance(day, Moment) for day in days.values()) else chosen
            undated = [(record, None) for record, _ in chosen if days[id(record)] == date.min]
        elif chosen[0][0].source["date"] is None:
            undated = [(record, None) for record, _ in chosen if record.source["date"] is None]
        else:
            return chosen
        dated = chosen[len(undated) :]
        return [*undated, *dated] if self.spec.way == "first" else [*dated, *undated]

    def _undated(self, record: Row) -> bool | None:
        """Whether a record without a day of its own lies in a window: not, if what gives the day has not happened."""
        return None if self.by is None or self.by.is_open(record) else False

    def own(self, row: Row) -> tuple[Value, ...]:
        """What must be equal for a record to count, as read of the subject; None where it is not known exactly."""
        return tuple(_exact(own.fast(row)) for own, _ in self.alike)

    def _candidates(self, row: Row, span: Span | None) -> Iterable[Row]:
        if self.counted in PERIODS:
            if self.spec.way == RUN and self.where is not None and not self.bounds.limits:
                return self._unbroken(row, self.where)
            return own_periods(row, self.counted, span)
        if self.counted == EARLIER:
            return self._earlier(row, span)
        if self.counted == OTHERS:
            return [other for other in self.fitting(row) if other.id != row.id]
        return self.fitting(row)

    def weighed(self, row: Row, record: Row) -> bool | None:
        """Whether a record counts wherever it lies: by its day, what it shares with ``row``, and the condition."""
        sure = self._undated(record) if day_of(record, self.by) is None else True
        if self.alike and sure is not False:
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
        for period in own_periods(row, self.counted, self.bounds.window(row), latest_first=True):
            kept.append(period)
            if where.fast(period) is False:
                break
        return reversed(kept)

    def _earlier(self, row: Row, span: Span | None) -> Iterable[Row]:
        """The records of the same type that come before this one, and not before ``span``; those without a day may."""
        day, order = self.bounds.day_of(row), self.order(row)
        if day is None:
            return [record for record in order.records if record.id != row.id]
        undated, first, last = order.before(row, day, span)
        return (*order.records[:undated], *order.records[first:last])

    def order(self, row: Row) -> Order:
        """The records that may be like the subject, in the order of the day by which they count."""
        if row.day is not None:
            return Order.of(self.fitting(row), self.by)
        key, memo = (self, row.period, self.own(row), _ORDER), row.world.memo
        if key not in memo:
            memo[key] = Order.of(self.fitting(row), self.by)
        found: Order = memo[key]
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
        counted, beyond = self.spec.of if self.counted == EARLIER else self.counted, ever(self.spec, self.by, world)
        records = world.children(counted, self.via, row.id, beyond) if self.via else world.dated(counted, beyond)
        if day is not None:
            return self._by(row, day, records)
        return records if row.period is None else self._within(row, row.period, records)

    def _by(self, row: Row, day: date, records: Iterable[Row]) -> Iterator[Row]:
        """The records that had happened by ``day``, as of it; those without a date too.

        Of a window that is over also those that came later, and that another date places there: as known now, or by the
        day in a history that goes on after it. A fact without a window of its own ends with the one that it is looked
        at through, and sees each as it stood then.
        """
        last = day
        if row.period is not None and self.spec.window is None and (row.seen_after or is_registered(row)):
            last = min(day, row.period.last)
        period = row.period if self.windowed else None
        by = self.by.fast if self.by is not None and row.closed else None
        ends = row.period.last if row.period is not None and self._runs_on(row, row.period) else None
        for record in records:
            happened: Any = record.source["date"]
            until = min(last, ends) if ends is not None and self._lies_after(record, ends) else last
            if happened is None or happened <= until:
                yield self._view(row, record, until, period)
            elif by is not None and (not row.onward or happened <= day):
                placed: Any = by(record)
                if placed is None or placed <= last:  # one that nobody knows where to place may lie there
                    yield record.at(day if row.onward else None, period)

    def _view(self, row: Row, record: Row, last: date, period: Period | None) -> Row:
        """A record as of ``last`` at most, with what belongs to the window by what is known on the day of ``row``."""
        moving = row.onward or (is_registered(row) and not row.closed)
        if moving and row.day and period and self.spec.window is None and period.last <= row.day:
            return in_hindsight(row.world.judged(record, period), row.day)
        view = record.at(last, period)
        view.closed, view.stepwise, view.onward = row.closed, row.stepwise, moving
        return view

    def _runs_on(self, row: Row, period: Period) -> bool:
        """Whether a unit is looked at through a window that ends before the fact's own, and that is over."""
        if self.by is None or self.spec.window is None or period.last >= row.world.as_of or not is_registered(row):
            return False
        span = self.bounds.window(row)
        return span is not None and span[1] > period.last

    def _lies_after(self, record: Row, end: date) -> bool:
        placed: Any = day_of(record, self.by)
        return placed is not None and placed > end

    def _as_planned(self, row: Row, record: Row, period: Period) -> Row | None:
        """What is planned for a day after the window, as it stood at the end of that; None if it was not there yet."""
        if not self._lies_after(record, period.last):
            return record
        happened: Any = record.source["date"]
        return None if happened is not None and happened > period.last else row.world.judged(record, period)

    def _within(self, row: Row, period: Period, records: Iterable[Row]) -> Iterable[Row]:
        """The records as they are seen through a window.

        Where the fact has none of its own, those of a unit end with it, each as it stood then; of a record that a fact
        counts in its own window all is known, but for those that are planned for later than the end of this one.
        """
        if self._runs_on(row, period):
            records = (record for each in records if (record := self._as_planned(row, each, period)) is not None)
        if self.spec.window is None and is_registered(row):
            days = ((record, record.source["date"]) for record in records)
            records = (record for record, day in days if day is None or day <= period.last)  # type: ignore[operator]
            if self.stock and period.last < row.world.as_of:
                return (row.world.judged(record, period) for record in records)
        return (record.at(None, period) for record in records) if self.windowed else records


def _untold(chosen: list[Choice], days: Mapping[int, Any]) -> list[Choice]:
    """The records in order; of those of one day, not all of which tell the time, none surely comes where it stands."""
    found: list[Choice] = []
    for _, same in groupby(chosen, key=lambda choice: days[id(choice[0])].toordinal()):
        of_day = list(same)
        told = all(isinstance(day := days[id(record)], Moment) and day.second is not None for record, _ in of_day)
        found += of_day if told or len(of_day) == 1 else [(record, None) for record, _ in of_day]
    return found


def _after_the_break(chosen: list[Choice]) -> list[Choice]:
    """What came after the last one that surely breaks a run."""
    broken = [place for place, (_, sure) in enumerate(chosen) if sure is False]
    return chosen[broken[-1] + 1 :] if broken else chosen


def _agree(row: Row, record: Row, alike: Alike) -> bool | None:
    """Kleene's and of the equalities; a number of which only the ends are known is unknown here."""
    pairs = [(_exact(own.fast(row)), _exact(its.fast(record))) for own, its in alike]
    if any(a != b for a, b in pairs if a is not None and b is not None):
        return False
    return None if any(a is None or b is None for a, b in pairs) else True


def _exact(value: Value) -> Value:
    return None if isinstance(value, Interval) else value
