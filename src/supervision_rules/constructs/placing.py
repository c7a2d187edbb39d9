"""Which records count for which subject, and in which of its windows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from supervision_rules.calendar import PeriodKind, Years
from supervision_rules.constructs.boxes import maybe
from supervision_rules.constructs.reads import Reads
from supervision_rules.constructs.segments import turned
from supervision_rules.expressions import Numeric, Value
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.day_by import DayBy, bind_day_by
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.links import link
from supervision_rules.language.sharing import counts_by, moves_by
from supervision_rules.world import Row, World, has

Chosen = list[tuple[Row, bool | None]]
"""Records that count (True) or may count (None), by date and id."""
Entry = tuple[date | None, str, Numeric | None]
"""The day, the id and the price of a record."""
Ledger = dict[date | None, dict[str, list[Entry]]]
"""The records that count or may count: by the first day of their window, None if unknown, and by subject."""
_LEDGER: Final = "what a record comes to"
ALWAYS: Final = date.min
"""The first day of the window that there is where there are no windows."""


@dataclass(frozen=True, slots=True)
class Source:
    """The records of type or kind ``name`` that point to a subject by ``via``, satisfy ``where``, fall in a window.

    ``via`` is empty where they count for every subject.
    """

    name: str
    via: str
    window: PeriodKind | None
    where: Expression | None
    by: DayBy | None
    windowed: bool
    """Whether what is asked of a record hangs on the window that it is looked at through."""
    ended: bool
    """Whether it is asked of how a record stood when that window ended, as of a subject that is a record itself."""
    whole: bool
    """Whether all records of a matter count for what they belong to; for units and persons, or whosever they are, a
    record counts in the version of the document that had the matter on its day."""

    def ledger(self, world: World, price: Callable[[Row], Numeric | None]) -> Ledger:
        """Every record looked at once, in the order in which they lie; entries by date and id."""
        return self._ledger(self._counting(world), price, world.schema.years)

    def entries_then(self, row: Row, price: Callable[[Row], Numeric | None], reads: Reads) -> list[Entry]:
        """The entries of one subject as of the day on which it is looked at; ``reads`` is what is read of records."""
        found: list[Entry] = []
        memo, years = row.world.memo, row.world.schema.years
        for record, day in self._counting_then(row):
            # As it stays the same for many of the days, it is looked at once for all of these.
            key = (_LEDGER, reads, record.id, turned(record, reads, day))
            if key not in memo:
                memo[key] = self._ledger([record.at(day)], price, years)
            found += self.entries(memo[key], row)
        return sorted(found, key=_placed_last) if self.by or any(day is None for day, _, _ in found) else found

    def _ledger(self, records: Iterable[Row], price: Callable[[Row], Numeric | None], years: Years) -> Ledger:
        ledger: Ledger = {}
        windows: dict[Value, dict[str, list[Entry]]] = {}
        where, by, via = self.where.fast if self.where else None, self.by.fast if self.by else None, self.via
        for record in records:
            day = by(record) if by else record.source["date"]
            if self.windowed or self.ended:
                record = self._seen(record, day)
            sure = where(record) if where else True
            if sure is False:
                continue
            window = windows.get(day)
            if window is None:
                window = windows[day] = ledger.setdefault(self._first(day, years), defaultdict(list))
            cost = price(record)
            if day is None and self._by_day(record):
                if self._not_yet(record):
                    continue
                sure = None
            entry: Any = (day, record.source["id"], cost if sure else maybe(cost))
            subject: Any = record.source[via] if via else ""
            for name in (subject,) if subject.__class__ is str else subject or ():
                window[name].append(entry)
        for first, window in ledger.items():
            # By day and id; with ``by``, on one day in the order in which they come: by their own dates. Where a window
            # is known the days are, and the entries compare as they are.
            order = _in_turn if by else _order if first is None or self.window is None else None
            for entries in window.values():
                entries.sort(key=order)
        return ledger

    def _counting(self, world: World) -> list[Row]:
        """The records that count in this version of the document, if they count; by their own dates."""
        if self.by is None:
            return self._here(world.of(self.name), world)
        return self._here(world.dated(self.name, ever=self._moves(world)), world)

    def _of(self, row: Row) -> list[Row]:
        """Those of them that name ``row``."""
        world = row.world
        return self._here(world.children(self.name, self.via, row.id, self._moves(world)), world)

    def _moves(self, world: World) -> bool:
        """Whether the day by which they count may place them in another version than their own would."""
        return not self.whole and moves_by(self.by, world)

    def _here(self, records: list[Row], world: World) -> list[Row]:
        """Those that this version had on the day by which they count."""
        moving = self._moves(world)
        if self.whole or not (moving or world.tenures):
            return records
        by = self.by
        if by is None:
            return [each for each in records if has(each, each.source["date"])]
        return [each for each in records if counts_by(each, by) is not False]

    def _counting_then(self, row: Row) -> Iterator[tuple[Row, date]]:
        """The records of ``row`` that had happened by the day on which it is looked at, and that day."""
        world, day, period = row.world, row.day, row.period
        records = self._counting(world) if not self.via else self._of(row)
        for record in records:
            happened: Any = record.source["date"]
            within = self.by or happened is None or period is None or period.first <= happened <= period.last
            if day is not None and within and (happened is None or happened <= day):
                yield record, day

    def entries(self, ledger: Ledger, row: Row) -> list[Entry]:
        """The entries of ``row`` through its window, and those that may lie in it."""
        first = row.period.first if row.period else ALWAYS
        subject = row.id if self.via else ""
        return ledger.get(first, {}).get(subject, []) + ledger.get(None, {}).get(subject, [])

    def chosen(self, row: Row, entries: Iterable[Entry]) -> Chosen:
        """The records behind ``entries`` of ``row``, each with whether it surely counts."""
        world, name = row.world, row.world.schema.base(self.name)
        found = ((world.find(name, record), day) for day, record, _ in entries)
        known = ((record, day) for record, day in found if record is not None)
        records = ((record if row.day is None else record.at(row.day), day) for record, day in known)
        seen = [self._seen(record, day) for record, day in records]
        return [(record, self._surely(record) or None) for record in seen]

    def _seen(self, record: Row, day: Value) -> Row:
        """The record through the window in which it counts."""
        if not (self.windowed or self.ended) or self.window is None or not isinstance(day, date):
            return record
        period = record.world.schema.years.period_of(day, self.window)
        seen = record.day or record.world.as_of
        return record.at(period.last if self.ended and period.last < seen else None, period)

    def lacking(self, record: Row) -> tuple[str, ...]:
        """The facts that would decide whether a record counts."""
        found = lacking(record, self.where)
        if found or not self._by_day(record):
            return found
        if self.by is None:
            return (f"{record.type} {record['id']}: date",)
        return lacking(self.by.judged_by(record), self.by)

    def _surely(self, record: Row) -> bool:
        """Whether a record that counts or may count is known to count, and to count here."""
        day = self.by.fast(record) if self.by else record.source["date"]
        sure = self.where is None or self.where.fast(record) is True
        return sure and (day is not None or not self._by_day(record))

    def _by_day(self, record: Row) -> bool:
        """Whether a record counts here on a certain day only: within a window, or up to a change of the document."""
        by = self.by
        return self.window is not None or (by is not None and not self.whole and counts_by(record, by) is None)

    def _first(self, day: Value, years: Years) -> date | None:
        if self.window is None:
            return ALWAYS
        return years.period_of(day, self.window).first if isinstance(day, date) else None

    def _not_yet(self, record: Row) -> bool:
        """Whether the event that dates a record has not happened: the record lies in no window yet."""
        return self.by is not None and not self.by.is_open(record)


def _in_turn(entry: Entry) -> date:
    return entry[0] or date.min


def _placed_last(entry: Entry) -> tuple[bool, date]:
    return (entry[0] is None, entry[0] or date.min)


def _order(entry: Entry) -> tuple[date, str]:
    return (entry[0] or date.min, entry[1])


def bind_source(
    binder: TextBinder, counted: str, via: str | None, window: PeriodKind | None, read: Iterable[Expression | None]
) -> Source | None:
    """The records that the keys ``count``, ``via``, ``where`` and ``by`` of a rule mean; None if something is wrong.

    ``read`` is what the rule reads of them beside.
    """
    field = link(binder, counted, binder.subject, via, "count")
    where = binder.expression("where", of=counted)
    by = bind_day_by(binder, counted, window)
    broken = (where is None and is_written(binder, "where")) or (by is None and is_written(binder, "by"))
    declared = binder.declarations
    windowed = declared.exists(counted) and declared.looks_through(counted, (where, *read))
    is_record = declared.base(binder.subject) not in declared.registers
    ended, whole = window is not None and is_record, bool(field) and is_record
    return None if field is None or broken else Source(counted, field, window, where, by, windowed, ended, whole)


def is_written(binder: TextBinder, *path: str | int) -> bool:
    """Whether the rule states the value at ``path``."""
    return getattr(binder.at(*path), "value", None) is not None
