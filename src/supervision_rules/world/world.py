"""The records of one evaluation as rules see them: rows of facts, linked to each other, as of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from supervision_rules.calendar import Period, PeriodKind, WorkCalendar, period_of
from supervision_rules.expressions import Value
from supervision_rules.findings import Finding
from supervision_rules.world.rows import Home, ResultKey, Row, Schema


@dataclass(slots=True)
class KnownWorld:
    """The rows of one evaluation by type, the links between them, and what the rules have concluded so far."""

    schema: Schema
    as_of: date
    calendar: WorkCalendar
    in_force: tuple[date | None, date | None] = (None, None)
    rows: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    memo: dict[Any, Any] = field(default_factory=dict)
    _found: dict[str, dict[str, list[Finding]]] = field(default_factory=dict)
    _by_id: dict[str, dict[str, Row]] = field(default_factory=dict)
    _children: dict[tuple[str, str], dict[str, list[Row]]] = field(default_factory=dict)
    _windows: dict[tuple[str, PeriodKind], dict[ResultKey, Row]] = field(default_factory=dict)

    def take_in(self, record_type: str, sources: Iterable[Mapping[str, Any]]) -> None:
        """Take in the records of a type that were known by ``as_of``, hiding what had not happened by then."""
        rows = self.rows[record_type] = Home(self, record_type).rows(sources)
        if rows and "kind" in rows[0].source:
            by_kind: dict[Any, list[Row]] = self.rows
            for row in rows:
                by_kind[row.source["kind"]].append(row)

    def inherit(self) -> None:
        """Give the fields left empty what their type says that emptiness means: the matter's unit for a reminder's."""
        for name, rows in self.all():
            for field_, reference, inner in self.schema.inherits[name]:
                target = self.schema.references[name][reference]
                for row in rows:
                    if row[field_] is None and (other := self.find(target, row[reference])) is not None:
                        row[field_] = other[inner]

    def of(self, name: str) -> list[Row]:
        """The rows of a record type or of a kind of one."""
        return self.rows.get(name, [])

    def all(self) -> Iterator[tuple[str, list[Row]]]:
        """The rows of every record type that is no register."""
        for name, rows in self.rows.items():
            if name not in self.schema.registers and name not in self.schema.kinds:
                yield name, rows

    def drop(self, rows: Iterable[Row]) -> None:
        """Take out rows that are not to be judged, before any link is followed."""
        dropped = {id(row) for row in rows}
        for name, kept in self.rows.items():
            self.rows[name] = [row for row in kept if id(row) not in dropped]
        self._by_id.clear()

    def find(self, record_type: str, record_id: Value) -> Row | None:
        """The record of this type and id."""
        index = self._by_id.get(record_type)
        if index is None:
            index = self._by_id[record_type] = {row.id: row for row in self.of(record_type)}
        return index.get(record_id) if isinstance(record_id, str) else None

    def children(self, name: str, via: str, parent: str) -> list[Row]:
        """The rows of type or kind ``name`` whose field ``via`` names ``parent``, by date and id."""
        index = self._children.get((name, via))
        if index is None:
            index = self._children[(name, via)] = _index(self.of(name), via)
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
        if period is None:
            return findings
        return [finding for finding in findings if _lies_in(finding.period, period)]

    def window(self, name: str, kind: PeriodKind | None) -> Iterable[Row]:
        """The rows of ``name``, each through every window of this kind in which something is on record."""
        if kind is None:
            return self.of(name)
        return self._windowed(name, kind).values()

    def through(self, row: Row, period: Period) -> Row:
        """``row`` looked at through ``period``."""
        known = self._windowed(row.type, period.kind).get((row.id, period))
        return known if known is not None else row.at(period=period)

    def _windowed(self, name: str, kind: PeriodKind) -> dict[ResultKey, Row]:
        rows = self._windows.get((name, kind))
        if rows is None:
            periods = self._periods(kind)
            seen = (row.at(period=period) for row in self.of(name) for period in periods if _holds(row, period))
            rows = self._windows[(name, kind)] = {row.key: row for row in seen}
        return rows

    def _periods(self, kind: PeriodKind) -> list[Period]:
        days: set[Value] = set()
        for name, rows in self.all():
            for dated in ("date", *self.schema.days[name]):
                days.update(row.get(dated, row.source.get(dated)) for row in rows)
        past = (day for day in days if isinstance(day, date) and day <= self.as_of)
        periods = {period_of(day, kind) for day in past} | {period_of(self.as_of, kind)}
        return sorted(periods, key=lambda period: period.first)

    def current(self, kind: PeriodKind) -> Period:
        """The period of this kind in which ``as_of`` lies."""
        return period_of(self.as_of, kind)

    def members(self, row: Row) -> Iterator[Row]:
        """All rows of the same type, through the same window."""
        if row.period is None:
            yield from self.of(row.type)
            return
        for (_, period), peer in self._windowed(row.type, row.period.kind).items():
            if period == row.period:
                yield peer


def _index(rows: list[Row], via: str) -> dict[str, list[Row]]:
    index: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=by_date):
        parents = row.get(via, row.source.get(via))
        for parent in parents if isinstance(parents, tuple) else (parents,):
            if isinstance(parent, str):
                index[parent].append(row)
    return dict(index)


def by_date(row: Row) -> tuple[date, str]:
    """The order of records: by date, on one day by id; those without a date come first."""
    source: Any = row.source
    return (source["date"] or date.min, source["id"])


def _holds(row: Row, period: Period) -> bool:
    source: Mapping[str, Any] = row.source
    since, until = source.get("since"), source.get("until")
    return (since is None or since <= period.last) and (until is None or until >= period.first)


def _lies_in(inner: Period | None, outer: Period) -> bool:
    return inner is None or (outer.first <= inner.first and inner.last <= outer.last)
