"""The engine: records as of a day, judged by the rules of a compiled pack in the compiler's order. It names no kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from datetime import date
from itertools import islice
from operator import itemgetter, ne
from typing import Any

from supervision_rules.calendar import WorkCalendar
from supervision_rules.compiler import ALWAYS, CompiledPack, Stretch, governance_readings, stretches
from supervision_rules.findings import GOVERNANCE, PLACEMENT, Citation, Finding, RuleInfo, State
from supervision_rules.kinds import KINDS, Bound
from supervision_rules.language.reasons import days_not_fixed
from supervision_rules.language.workdays import UNFIXED
from supervision_rules.memory import CollectorPaused
from supervision_rules.records import Record
from supervision_rules.world import FoundOn, KnownWorld, Row, Tenure, World, first_event, had, judges, root, unplaced

_SUBJECT = itemgetter(Finding._fields.index("subject"))


def judge(
    compiled: CompiledPack,
    records: Iterable[Record],
    as_of: date,
    calendar: WorkCalendar,
    before: Sequence[World] = (),
) -> tuple[KnownWorld, list[Finding]]:
    """What is known at the close of ``as_of``, and all that the rules find in it; ``before`` are the worlds of the
    versions of the document that it follows."""
    with CollectorPaused():
        world, outside = build_world(compiled, records, as_of, calendar)
        world.before = before
        return world, run(compiled, world, outside)


def judge_again(
    compiled: CompiledPack,
    records: Iterable[Record],
    as_of: date,
    calendar: WorkCalendar,
    again: Container[str],
    known: KnownWorld,
) -> tuple[KnownWorld, list[Finding]]:
    """The same of the rules ``again`` alone: what the others found is taken from ``known``, where they were run."""
    with CollectorPaused():
        world, outside = build_world(compiled, records, as_of, calendar)
        world.before = known.before
        for rule in compiled.read:
            if rule not in again:
                _note(world, rule, [each for found in known.found_by(rule).values() for each in found])
        rules = tuple(rule for rule in compiled.rules if rule.info.id in again)
        return world, run(compiled, world, outside, rules)


def build_world(
    compiled: CompiledPack, records: Iterable[Record], as_of: date, calendar: WorkCalendar
) -> tuple[KnownWorld, list[Row]]:
    """The rows known at the close of ``as_of`` that the document governs, and those that it does not.

    Types and kinds of records that only a pack judged beside this one declares do not concern it.
    """
    schema = compiled.schema
    world = KnownWorld(schema, as_of, calendar, compiled.in_force, compiled.change(as_of))
    sources: dict[type[Record], list[dict[str, Any]]] = defaultdict(list)
    for record in records:
        sources[record.__class__].append(record.__dict__)
    for model, found in sources.items():
        if model.record_type in schema.fields:
            kinds = {each["kind"] for each in found} if "kind" in found[0] else set()
            if not kinds <= schema.kinds.keys():
                found = [each for each in found if each["kind"] in schema.kinds]
            if found:
                world.take_in(model.record_type, found)
    world.inherit()
    bounded = compiled.in_force != (None, None)
    outside = _remove_ungoverned(stretches(compiled, as_of), world) if bounded else []
    return world, outside


def _remove_ungoverned(stretch: Callable[[Row], Stretch | None], world: KnownWorld) -> list[Row]:
    """Take out what happened outside the time in force; a record goes with the matter or project that it belongs to.

    What the document has at some times only stays, and is noted: what it is counted in hangs on the day.
    """
    outside: list[Row] = []
    dropped: list[Row] = []
    for _, rows in world.all():
        for row in rows:
            begun = root(row)
            held = stretch(begun)
            if held is None:
                dropped.append(row)
            elif held != ALWAYS:
                world.tenures[row.type, row.id] = Tenure((begun.type, begun.id), *held)
            if begun is row and (held is None or not judges(row)):
                outside.append(row)
    if dropped:
        world.drop(dropped)
    return outside


def run(
    compiled: CompiledPack, world: KnownWorld, outside: Iterable[Row], rules: Iterable[Bound] | None = None
) -> list[Finding]:
    """All findings: by the pack's own order of rules, then subject, then date. None before the document is in force.

    Those of ``rules`` alone, where these are given.
    """
    if compiled.lasting:
        _look_back_from(world, compiled, _LookingBack(compiled, world))
    found = _conclude(compiled, world, compiled.rules if rules is None else rules)
    ordered = [_not_governed(compiled, row) for row in outside]
    ordered.sort(key=_order)
    ordered += sorted((_unplaced(compiled, *each) for each in unplaced(world)), key=_order)
    for info in compiled.infos:
        if info.id in found:
            ordered += _sorted(found[info.id])
    return ordered


def _conclude(compiled: CompiledPack, world: KnownWorld, rules: Iterable[Bound]) -> dict[str, list[Finding]]:
    """What the rules, run one after the other, find."""
    found: dict[str, list[Finding]] = {}
    present = {name for name, rows in world.rows.items() if rows}
    since = compiled.in_force[0]
    # Before then it is asked alone how what passed to it stood, which it judges from the beginning.
    for rule in rules if since is None or since <= world.as_of or world.tenures else ():
        info = rule.info
        if info.subject_type not in present:
            continue
        findings = list(rule.run(world))
        if info.id in compiled.counting and UNFIXED in world.memo:
            findings = [_marked(rule, world, finding) for finding in findings]
        if findings:
            found[info.id] = [each for each in findings if _is_told(world, each)] if world.tenures else findings
            if info.id in compiled.read:
                _note(world, info.id, findings)
    return found


def _note(world: KnownWorld, rule: str, findings: Sequence[Finding]) -> None:
    """Let other rules ask what a rule has found."""
    world.note(rule, findings)
    if any(finding.provisional is not None for finding in findings):
        world.memo[UNFIXED] = True


class _LookingBack(dict[date, tuple[FoundOn, bool]]):
    """What the rules that last found on earlier days, and whether any of it is provisional; worked out when asked."""

    __slots__ = ("_compiled", "_now")

    def __init__(self, compiled: CompiledPack, now: KnownWorld) -> None:
        super().__init__()
        self._compiled, self._now = compiled, now

    def __missing__(self, day: date) -> tuple[FoundOn, bool]:
        compiled, then = self._compiled, self._now.on(day)
        then.change = compiled.change(day)
        _look_back_from(then, compiled, self)
        _conclude(compiled, then, (rule for rule in compiled.rules if rule.info.id in compiled.looked_back))
        found = {rule: then.found_by(rule) for rule in compiled.lasting}
        self[day] = found, UNFIXED in then.memo
        then.close()
        return self[day]


def _look_back_from(world: KnownWorld, compiled: CompiledPack, known: _LookingBack) -> None:
    """Let what is asked in ``world`` find what the rules that last found on the days before."""

    def looking_back(day: date) -> FoundOn:
        found, provisional = known[day]
        if provisional:
            world.memo[UNFIXED] = True
        return found

    world.lasting, world.looking_back = compiled.lasting, looking_back


def _marked(rule: Bound, world: KnownWorld, finding: Finding) -> Finding:
    """``finding``, provisional where one of the reasons for it hangs on a day that no notice has fixed."""
    row = row_of(world, finding)
    days = [] if row is None else list(days_not_fixed(rule.explain(row, finding)))
    if finding.provisional is not None:
        days.append(finding.provisional)
    return finding._replace(provisional=min(days)) if days else finding


def _is_told(world: World, finding: Finding) -> bool:
    """Whether a finding is for this version to tell: of a matter that passes each is told by one.

    The others are made all the same: what is counted here asks for them.
    """
    row = row_of(world, finding)
    return row is None or judges(row) or (_is_of_any_turn(finding) and had(row))


def _is_of_any_turn(finding: Finding) -> bool:
    """Whether it is told of all turns at once, as where it is unknown from when on something is owed."""
    return finding.period is None and KINDS[finding.rule.kind].turns is not None


def row_of(world: World, finding: Finding) -> Row | None:
    """What a finding is about, through its window."""
    row = world.find(finding.rule.subject_type, finding.subject)
    return world.judged(row, finding.period) if row is not None and finding.period is not None else row


def _sorted(findings: list[Finding]) -> list[Finding]:
    """By subject, period, day and case. Most rules find one thing of each subject, and the subject tells all."""
    if len(findings) == 1:
        return findings
    ordered = sorted(findings, key=_SUBJECT)
    subjects = list(map(_SUBJECT, ordered))
    each_once = all(map(ne, subjects, islice(subjects, 1, None)))
    return ordered if each_once else sorted(ordered, key=_order)


def _order(finding: Finding) -> tuple[object, ...]:
    period = finding.period
    return (finding.subject, period.first if period else date.min, finding.day or date.min, finding.case or 0)


def _not_governed(compiled: CompiledPack, row: Row) -> Finding:
    return Finding(governance(compiled, row.type), str(row["id"]), State.NOT_GOVERNED, first_event(row))


def _unplaced(compiled: CompiledPack, row: Row, fields: tuple[str, ...]) -> Finding:
    """A record that rules would count, and of which it is unknown for whom."""
    return Finding(placement(compiled, row.type), row.id, State.UNDETERMINED, first_event(row), missing=fields)


def placement(compiled: CompiledPack, subject_type: str) -> RuleInfo:
    """What stands in the place of a rule where a record counts for nobody, as it names nobody."""
    pack = compiled.pack
    cite = Citation(pack.document.number or pack.document.title, (pack.document.title,))
    return RuleInfo(pack.pack, pack.version, PLACEMENT, "placement", "记录归属", cite, "note", subject_type, ())


def governance(compiled: CompiledPack, subject_type: str) -> RuleInfo:
    """What stands in the place of a rule where a record falls outside the document's time in force."""
    pack = compiled.pack
    cite = Citation(pack.document.number or pack.document.title, (pack.document.title,))
    leans = sorted(governance_readings(compiled.text.tree))
    readings = tuple((name, compiled.choice.options[name]) for name in leans)
    return RuleInfo(pack.pack, pack.version, GOVERNANCE, "in_force", "施行期间", cite, "note", subject_type, readings)


def rule_of(compiled: CompiledPack, rule: str) -> Bound | None:
    """The bound rule of this id."""
    return next((bound for bound in compiled.rules if bound.info.id == rule), None)
