"""The records of one evaluation as rules see them: rows of facts, linked to each other, as of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any, Final, cast

from supervision_rules.calendar import Period, PeriodKind, WorkCalendar
from supervision_rules.expressions import Value
from supervision_rules.findings import Finding
from supervision_rules.world.afterwards import concerns
from supervision_rules.world.changes import NO_CHANGE, Change, Tenure
from supervision_rules.world.inheriting import origin_of
from supervision_rules.world.known import rows_happened, rows_known
from supervision_rules.world.periods import in_time, judged_periods, periods_before
from supervision_rules.world.rows import Home, Row, Schema, World
from supervision_rules.world.standing import by_parent, has_begun, in_order, is_there, lies_in, looked_up, there
from supervision_rules.world.tenure import judges

_PERIODS: Final = "the periods of a kind that are judged"
_ENDED: Final = "a record as it stood at the end of a window"
_FEW: Final = 12
"""So many findings are sooner looked through than looked up in."""
_MEMBERS: Final = "the rows of a type that are there on the day asked"
FoundOn = Mapping[str, Mapping[str, list[Finding]]]
"""What each of some rules concluded, by the subject."""


@dataclass(slots=True)
class KnownWorld:
    """The rows of one evaluation by type, the links between them, and what the rules have concluded so far."""

    schema: Schema
    as_of: date
    calendar: WorkCalendar
    in_force: tuple[date | None, date | None] = (None, None)
    change: Change = NO_CHANGE
    before: Sequence[World] = ()
    tenures: dict[tuple[str, str], Tenure] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    memo: dict[Any, Any] = field(default_factory=dict)
    lasting: Mapping[str, PeriodKind | None] = field(default_factory=dict)
    looking_back: Callable[[date], FoundOn] | None = None
    """Gives what the rules that last found as things stood at the close of an earlier day."""
    _found: dict[str, dict[str, list[Finding]]] = field(default_factory=dict)
    _ends: dict[tuple[str, str], list[date]] = field(default_factory=dict)
    _by_id: dict[str, dict[str, Row]] = field(default_factory=dict)
    _aside: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _children: dict[tuple[str, str, bool], dict[str, list[Row]]] = field(default_factory=dict)
    _by_date: dict[tuple[str, bool], list[Row]] = field(default_factory=dict)
    _windows: dict[tuple[str, PeriodKind], dict[date, dict[str, Row]]] = field(default_factory=dict)

    def take_in(self, record_type: str, sources: list[dict[str, Any]]) -> None:
        """Take in the records of a type that were known by ``as_of``, hiding what had not happened by then.

        All have the same fields. Those that the pack adds and the records, made for another pack, lack are unknown.
        """
        fields = self.schema.fields[record_type]
        if tuple(sources[0]) != fields:
            lacking = dict.fromkeys(name for name in fields if name not in sources[0])
            sources = [{**source, **lacking} for source in sources]
        by_kind = self.rows if "kind" in sources[0] else None
        self.rows[record_type] += rows_known(Home(self, record_type), sources, by_kind)

    def inherit(self) -> None:
        """Give the fields left empty what their type says that emptiness means: the matter's unit for a reminder's."""
        for name, rows in self.all():
            for field_, _, _ in self.schema.inherits[name]:
                for row in rows:
                    if row.source[field_] is None and (found := origin_of(self, row, field_)) is not None:
                        row.source = {**row.source, field_: found[0].source[found[1]]}

    def close(self) -> None:
        """Let go of all rows: they and the world refer to each other, and would wait for the cyclic collector."""
        self.looking_back = None
        for held in (self.rows, self.memo, self._found, self._by_id, self._children, self._by_date, self._windows):
            held.clear()

    def of(self, name: str) -> list[Row]:
        """The rows of a record type or of a kind of one."""
        return self.rows.get(name, [])

    def all(self, ever: bool = False) -> Iterator[tuple[str, list[Row]]]:
        """The rows of every record type that is no register; ``ever``: those not to be judged as well."""
        for name, rows in self.rows.items():
            if name not in self.schema.registers and name not in self.schema.kinds:
                yield name, [*rows, *self._aside.get(name, ())] if ever else rows

    def drop(self, rows: Iterable[Row]) -> None:
        """Take out rows that are not to be judged, before any link is followed.

        They are found all the same by those that name them: an inspection of today under a mandate of last year.
        """
        dropped = set()
        for row in rows:
            dropped.add(id(row))
            self._aside[row.type].append(row)
        for name, kept in self.rows.items():
            self.rows[name] = [row for row in kept if id(row) not in dropped]
        self._by_id.clear()

    def dated(self, name: str, ever: bool = False) -> list[Row]:
        """The rows of a record type or of a kind of one, by date and id; ``ever``: those not to be judged as well."""
        rows = self._by_date.get((name, ever))
        if rows is None:
            rows = self._by_date[name, ever] = in_order([*self.of(name), *(self._not_judged(name) if ever else ())])
        return rows

    def _not_judged(self, name: str) -> Iterator[Row]:
        base = self.schema.base(name)
        return (row for row in self._aside.get(base, ()) if name in (base, row.source.get("kind")))

    def find(self, record_type: str, record_id: Value) -> Row | None:
        """The record of this type and id."""
        index = self._by_id.get(record_type)
        if index is None:
            index = self._by_id[record_type] = {
                row.id: row for row in (*self._aside.get(record_type, ()), *self.of(record_type))
            }
        return index.get(record_id) if isinstance(record_id, str) else None

    def children(self, name: str, via: str, parent: str, ever: bool = False) -> list[Row]:
        """The rows of type or kind ``name`` whose field ``via`` names ``parent``, by date and id; ``ever`` as above."""
        index = self._children.get((name, via, ever))
        if index is None:
            index = self._children[name, via, ever] = by_parent(self.dated(name, ever), via)
        return index.get(parent, [])

    def note(self, rule: str, findings: Iterable[Finding]) -> None:
        """Keep the findings of a rule that other rules read."""
        found = self._found.setdefault(rule, defaultdict(list))
        for finding in findings:
            found[finding.subject].append(finding)

    def found(self, rule: str, row: Row) -> list[Finding]:
        """What ``rule`` concluded about ``row``; through a window, only what lies within it."""
        findings = self._found.get(rule, {}).get(row.id, [])
        period = row.period
        tenure = self.tenures.get((row.type, row.id)) if self.tenures else None
        if tenure is not None:
            findings = [finding for finding in findings if _is_asked(finding, tenure, period)]
        if period is None:
            return findings
        if len(findings) > _FEW:
            return looked_up(findings, period, self._ends, (rule, row.id))
        return [finding for finding in findings if lies_in(finding.period, period)]

    def found_on(self, day: date, rule: str, row: Row) -> list[Finding]:
        """What ``rule``, one of those that last, concluded about ``row`` as things stood at the close of ``day``."""
        assert self.looking_back is not None  # there are rules that last
        findings, period = self.looking_back(day).get(rule, {}).get(row.id, []), row.period
        return [each for each in findings if period is None or lies_in(each.period, period)]

    def on(self, day: date) -> KnownWorld:
        """All that is known now of how things stood at the close of an earlier day, without what came later."""
        then = KnownWorld(self.schema, day, self.calendar, self.in_force, before=self.before, tenures=self.tenures)
        for name, rows in self.rows.items():
            if name not in self.schema.kinds:
                then.rows[name] = list(rows_happened(Home(then, name), rows))
                for row in then.rows[name] if rows and "kind" in rows[0].source else ():
                    then.rows[str(row.source["kind"])].append(row)
        for name, rows in self._aside.items():
            then._aside[name] = list(rows_happened(Home(then, name), rows))
        return then

    def found_by(self, rule: str) -> Mapping[str, list[Finding]]:
        """What ``rule``, which others read, has found so far, by the subject."""
        return dict(self._found.get(rule, {}))

    def window(self, name: str, kind: PeriodKind | None) -> Iterable[Row]:
        """The rows of ``name``, each through every window of this kind in which something is on record."""
        if kind is None:
            return self._present(name)
        windows = self._windowed(name, kind)
        if self.schema.base(name) in self.schema.registers:
            return chain.from_iterable(rows.values() for rows in windows.values())
        years = self.schema.years
        periods = ((years.period_of(first, kind), rows.values()) for first, rows in windows.items())
        return (self._ended(row, period) for period, rows in periods for row in rows if has_begun(row, period))

    def judged(self, row: Row, period: Period) -> Row:
        """``row`` as ``window`` gives it through ``period``."""
        return self.through(row, period) if row.type in self.schema.registers else self._ended(row, period)

    def _ended(self, row: Row, period: Period) -> Row:
        """A record through a window: once that is over, as it was at its end, whatever came later."""
        if period.last >= self.as_of:
            return row.at(None, period)
        key = (_ENDED, row.type, row.id, period)
        if key not in self.memo:
            # Not of the row at hand, which may be on its way through a history: all share this one.
            view = self.memo[key] = row.plain.at(period.last, period)
            view.closed = True
        return cast(Row, self.memo[key])

    def through(self, row: Row, period: Period) -> Row:
        """``row`` looked at through ``period``."""
        known = self._windowed(row.type, period.kind).get(period.first, {}).get(row.id)
        return known if known is not None and known.period == period else row.at(period=period)

    def periods(self, row: Row, kind: PeriodKind) -> Iterator[Period]:
        """Each period of this kind, the earliest first, in which ``row`` is there up to the day asked.

        An entry of a register is there since and until the days that it states, a record from its date on.
        """
        key, registered = (_PERIODS, kind), row.type in self.schema.registers
        if key not in self.memo:
            self.memo[key] = judged_periods(self, kind), periods_before(self, kind)
        judged, before = self.memo[key]
        for period in in_time([*before, *judged]) if (row.type, row.id) in self.tenures else judged:
            begun = concerns(row, period) and (registered or has_begun(row, period))
            if begun and is_there(row.source, period.first, min(period.last, self.as_of)):
                yield period

    def _windowed(self, name: str, kind: PeriodKind) -> dict[date, dict[str, Row]]:
        """The rows of ``name`` through each period of this kind, by its first day and by id."""
        found = self._windows.get((name, kind))
        if found is None:
            rows = self.dated(name)
            found = self._windows[(name, kind)] = {
                period.first: {
                    row.id: row.at(None, period)
                    for row in there(rows, period.first, min(period.last, self.as_of))
                    if concerns(row, period)
                }
                for period in judged_periods(self, kind)
            }
            for period in periods_before(self, kind) if self.schema.base(name) not in self.schema.registers else ():
                passed = (row for row in rows if (row.type, row.id) in self.tenures)
                found[period.first] = {row.id: row.at(None, period) for row in passed}
        return found

    def _present(self, name: str) -> list[Row]:
        """The rows of ``name``; of a register, those that are in it on the day asked."""
        rows = self.of(name)
        if self.schema.base(name) not in self.schema.registers:
            return rows
        return list(there(rows, self.as_of, self.as_of))

    def current(self, kind: PeriodKind) -> Period:
        """The period of this kind in which ``as_of`` lies."""
        return self.schema.years.period_of(self.as_of, kind)

    def members(self, row: Row) -> Iterable[Row]:
        """All rows of the same type, through the same window; not those of which this version tells nothing there."""
        if row.period is None:
            key = (_MEMBERS, row.type)
            if key not in self.memo:
                self.memo[key] = in_order(list(filter(judges, self._present(row.type))))
            return cast(list[Row], self.memo[key])
        members = self._windowed(row.type, row.period.kind).get(row.period.first, {}).values()
        return filter(judges, members) if self.tenures else members


def _is_asked(finding: Finding, tenure: Tenure, period: Period | None) -> bool:
    """Whether a finding is of the time in which this version has the matter; of an earlier one, which another version
    has told, it is asked for through a period of that time alone; of a later one, which the next tells, not at all."""
    told = finding.period
    if told is None or tenure.first <= told.last <= tenure.last:
        return True
    return told.last < tenure.first and period is not None and period.last < tenure.first
