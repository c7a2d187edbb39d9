"""The engine: records as of a day, judged by the rules of a compiled pack in the compiler's order. It names no kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any

from supervision_rules.calendar import WorkCalendar
from supervision_rules.compiler import CompiledPack
from supervision_rules.findings import Citation, Finding, RuleInfo, State
from supervision_rules.kinds import Bound
from supervision_rules.records import Record
from supervision_rules.world import KnownWorld, Row

_SUBJECT = attrgetter("subject")
GOVERNANCE = "in-force"
"""The id of the findings that say that a record does not fall under the document."""


def build_world(
    compiled: CompiledPack, records: Iterable[Record], as_of: date, calendar: WorkCalendar
) -> tuple[KnownWorld, list[Row]]:
    """The rows known at the close of ``as_of`` that the document governs, and those that it does not."""
    world = KnownWorld(compiled.schema, as_of, calendar, compiled.in_force)
    by_type: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for record in records:
        by_type[record.record_type].append(record.__dict__)
    for record_type, sources in by_type.items():
        world.take_in(record_type, sources)
    world.inherit()
    outside = [] if compiled.pack.document.in_force is None else _remove_ungoverned(compiled, world)
    return world, outside


def _remove_ungoverned(compiled: CompiledPack, world: KnownWorld) -> list[Row]:
    """Take out what happened outside the time in force; a record goes with the matter or project that it belongs to."""
    outside: list[Row] = []
    dropped: list[Row] = []
    for _, rows in world.all():
        for row in rows:
            root = _root(row)
            first = _first_event(root)
            if first is not None and not compiled.governs(first):
                dropped.append(row)
                if root is row:
                    outside.append(row)
    if dropped:
        world.drop(dropped)
    return outside


def _root(row: Row) -> Row:
    """The record whose first event decides which document governs ``row``: the one it belongs to, or itself."""
    schema = row.world.schema
    for name in schema.belongs[row.type]:
        other = row.world.find(schema.references[row.type][name], row[name])
        if other is not None and other is not row:
            return other
    return row


def _first_event(row: Row) -> date | None:
    """The first day known by the day asked on which something is dated."""
    as_of, source, own = row.world.as_of, row.source, row.world.schema.dates[row.type]
    days: list[Any] = [day for name in ("date", *own) if (day := source.get(name)) is not None]
    return min((day for day in days if day <= as_of), default=None)


def run(compiled: CompiledPack, world: KnownWorld, outside: Iterable[Row]) -> list[Finding]:
    """All findings: by the pack's own order of rules, then subject, then date."""
    found: dict[str, list[Finding]] = {}
    present = {name for name, rows in world.rows.items() if rows}
    for rule in compiled.rules:
        info = rule.info
        if info.subject_type not in present:
            continue
        findings = list(rule.run(world))
        if findings:
            found[info.id] = findings
            if info.id in compiled.read:
                world.note(info.id, findings)
    ordered = [_not_governed(compiled, row) for row in outside]
    ordered.sort(key=_order)
    for info in compiled.infos:
        if info.id in found:
            ordered += _sorted(found[info.id])
    return ordered


def _sorted(findings: list[Finding]) -> list[Finding]:
    """By subject, period, day and case; of most rules each subject has one finding, and the subject tells all."""
    if len(set(map(_SUBJECT, findings))) == len(findings):
        return sorted(findings, key=_SUBJECT)
    return sorted(findings, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    period = finding.period
    return (finding.subject, period.first if period else date.min, finding.day or date.min, finding.case or 0)


def _not_governed(compiled: CompiledPack, row: Row) -> Finding:
    return Finding(governance(compiled, row.type), str(row["id"]), State.NOT_GOVERNED, _first_event(row))


def governance(compiled: CompiledPack, subject_type: str) -> RuleInfo:
    """What stands in the place of a rule where a record falls outside the document's time in force."""
    pack = compiled.pack
    cite = Citation(pack.document.number or pack.document.title, (pack.document.title,))
    return RuleInfo(pack.pack, pack.version, GOVERNANCE, "in_force", "施行期间", cite, "note", subject_type, ())


def rule_of(compiled: CompiledPack, rule: str) -> Bound | None:
    """The bound rule of this id."""
    return next((bound for bound in compiled.rules if bound.info.id == rule), None)
