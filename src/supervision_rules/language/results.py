"""What a rule may ask of the calendar, of a reading and of another rule: functions of a pack's expressions."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar import Period, lies_within
from supervision_rules.expressions import DATE, FUNCTIONS, MOMENT, TEXT, Function, Type, Value, interval
from supervision_rules.expressions.values import ends
from supervision_rules.findings import Finding
from supervision_rules.language.alone import found_then, standing_day
from supervision_rules.language.answers import NO_OUTCOME, OF_MEMBERS, RESULTS, has_none, of_member
from supervision_rules.language.holding import DATED, holds_from, may_hold_from
from supervision_rules.language.leads import leads
from supervision_rules.language.readings import UNNAMED, Choice
from supervision_rules.language.seen import through_own_window
from supervision_rules.language.workdays import WORKDAYS
from supervision_rules.world import Row

NO_CODES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({})
References = Mapping[str, Mapping[str, str]]
"""For each record type its fields that name one other record, each with that record's type."""
NO_REFERENCES: Final[References] = MappingProxyType({})
Members = Mapping[str, tuple[str, str]]
"""For each rule that judges records together their type, and the field that leads to what they are judged for."""
NO_MEMBERS: Final[Members] = MappingProxyType({})
TOTALS: Final = frozenset({"points", "rank", "rank_from_end", "ranked", "breached", "within", "outcome", "due_soon"})
"""The results that may be another on every day. On a day of a history there are those of rules that judge each subject
by itself; of others they are known for the last day only."""
_ON_A_DAY: Final = DATED | {"due", "due_at"}
"""Those, and the days that the findings tell themselves."""


def functions(
    choice: Choice,
    subjects: Mapping[str, tuple[str, frozenset[str]]],
    windowed: Container[str] = frozenset(),
    codes: Mapping[str, Mapping[str, str]] = NO_CODES,
    references: References = NO_REFERENCES,
    members: Members = NO_MEMBERS,
    judging: Container[str] = frozenset(),
) -> Mapping[str, Function]:
    """The functions of a pack; ``subjects`` maps each rule's id to its record type and to what it gives.

    ``windowed`` are the rules that judge by windows; ``codes`` is what each may conclude; by ``references`` a record
    leads to what a rule is about, or to one of the ``members`` that it judges together. What those that are ``judging``
    have not judged has no points.
    """
    results = {name: _result(name, subjects, windowed, codes, references, members, judging) for name in RESULTS}
    return MappingProxyType({**FUNCTIONS, **results, **WORKDAYS, "reading": _reading(choice)})


def _result(
    name: str,
    subjects: Mapping[str, tuple[str, frozenset[str]]],
    windowed: Container[str],
    codes: Mapping[str, Mapping[str, str]],
    references: References,
    members: Members,
    judging: Container[str],
) -> Function:
    result, read, (label_zh, label_en) = RESULTS[name]
    about = {rule: found for rule, (found, _) in (members if name in OF_MEMBERS else subjects).items()}

    def asked(row: Row, rule: str, *given: Value) -> Row | None:
        subject = row.world.find(about[rule], given[0]) if given else _subject(row, about[rule], references)
        return subject if subject is None or subject is row else through_own_window(row, subject)

    def sources(row: Row, rule: str, *given: Value) -> list[Finding]:
        subject = asked(row, rule, *given)
        if subject is not None and name in OF_MEMBERS:
            subject = row.world.find(subjects[rule][0], subject[members[rule][1]])
        findings = [] if subject is None else _found(row, rule, subject, name)
        if subject is not None and subject.period is None and rule in windowed:
            return _of_its_window(findings, row, subject)
        return findings

    def call(row: Row, rule: str, *given: Value) -> Value:
        subject = asked(row, rule, *given)
        if subject is None or (rule in windowed and subject is not row and row.undated):
            return None
        findings = _narrowed(name, sources(row, rule, *given), subject)
        if not findings and name == "points" and rule in judging:
            return None
        day = _seen_on(name, rule, row, findings, rule in windowed, subject)
        return read(findings) if day is None else _earlier(name, findings, day)

    def early(row: Row, rule: str, *given: Value) -> bool:
        subject, findings = asked(row, rule, *given), sources(row, rule, *given)
        return subject is not None and _seen_on(name, rule, row, findings, rule in windowed, subject) is not None

    def valueless(row: Row, rule: str, *given: Value) -> bool | None:
        known = asked(row, rule, *given) is not None and not (rule in windowed and row.undated)
        return has_none(name, rule in judging, sources(row, rule, *given)) if known else False

    literals = _literals(name, subjects, codes)
    elsewhere = {rule: gives & RESULTS.keys() for rule, (_, gives) in subjects.items() if rule not in literals}
    return Function(
        name,
        (TEXT, TEXT),
        result,
        call,
        wants_row=True,
        optional=1,
        literals=literals,
        elsewhere=elsewhere,
        sources=sources,
        valueless=valueless,
        early=early,
        label_zh=label_zh,
        label_en=label_en,
    )


def _literals(
    name: str, subjects: Mapping[str, tuple[str, frozenset[str]]], codes: Mapping[str, Mapping[str, str]]
) -> Mapping[str, Type]:
    """The rules that may be asked for a result, each with the type of that."""
    result = RESULTS[name][0]
    if result is None:
        return {rule: _codes_of(rule, found) for rule, found in codes.items() if found}
    return {rule: result for rule, (_, gives) in subjects.items() if name in gives}


def seen_then(row: Row, rule: str, name: str) -> date | None:
    """The end of the window, which is over, as of which ``row`` asks what ``rule`` found, whose own go on after it.

    Where ``row`` is one of many windows, or on its way through a history, it asks so for what the findings tell no day
    of alone: of two days that follow one another it does not hear different things of what they tell.
    """
    lasting, period = row.world.lasting, row.period
    on_its_way = row.day is not None and not (row.closed or row.passed)
    if rule not in lasting or ((row.stepwise or on_its_way) and name in _ON_A_DAY):
        return None
    window = lasting[rule]
    if window is not None and (period is None or window == period.kind or not lies_within(period.kind, window)):
        return None
    return row.seen_on


def _found(row: Row, rule: str, subject: Row, name: str) -> list[Finding]:
    """What ``rule`` found about ``subject``, as far as ``row`` knows of it."""
    day = seen_then(row, rule, name)
    if day is not None and row.world.lasting[rule] is None:
        return row.world.found_on(day, rule, subject)
    then = found_then(row, rule, subject) if name in TOTALS else None
    if then is not None:
        return then
    return row.world.found(rule, subject) if day is None else row.world.found_on(day, rule, subject)


def _narrowed(name: str, findings: list[Finding], asked: Row) -> list[Finding]:
    """What was found of the record asked about alone, where the result is one of each."""
    return [of_member(finding, asked.id) for finding in findings] if name in OF_MEMBERS else findings


def _codes_of(rule: str, codes: Mapping[str, str]) -> Type:
    """What may be asked of the outcome of a rule, in the order of its cases; last, that there is none."""
    levels = {**codes, NO_OUTCOME: codes.get(NO_OUTCOME, "没有")}
    return Type.enum(rule, levels, levels.values())


def is_last(row: Row, day: date) -> bool:
    """Whether all that was concluded counts: on the day asked, and on the last of the window looked through."""
    return day >= row.world.as_of or (
        row.period is not None and day == row.period.last and not (row.passed or row.stepwise)
    )


def _seen_on(name: str, rule: str, row: Row, findings: list[Finding], windowed: bool, subject: Row) -> date | None:
    """The day as of which ``row`` asks for what was found; None: all of it counts."""
    day = row.day
    if seen_then(row, rule, name) is not None or (name in TOTALS and found_then(row, rule, subject) is not None):
        return None
    if day is None:
        longer = name in DATED and row.period is not None and _go_on(findings, row.period)
        return row.period.last if longer and row.period is not None else None
    own_windows = subject.period is not None and (windowed or _are_of_periods(findings))
    if not own_windows:
        day = row.stands or day
    ended = is_last(row, day) and (day >= row.world.as_of or not _is_dated(name, findings))
    return None if ended or (own_windows and _is_settled(name, row, day)) else day


def _are_of_periods(findings: list[Finding]) -> bool:
    """Whether each tells of a period of its own, as those of a duty do."""
    return bool(findings) and all(finding.period is not None for finding in findings)


def _is_dated(name: str, findings: list[Finding]) -> bool:
    """Whether findings tell the days from which on all holds that is asked of them."""
    return name in DATED and all(holds_from(name, each) is not None for each in findings if each.state.adverse)


def _go_on(findings: list[Finding], period: Period) -> bool:
    """Whether windows that findings are of go on after the one at hand: what was reached later was not, then."""
    return any(finding.period is not None and finding.period.last > period.last for finding in findings)


def _is_settled(function: str, row: Row, day: date) -> bool:
    """Whether what a rule with windows found is taken as final by ``day``: once the window is over.

    Of a record it goes by how that stood at the end, and by all that is known of the window. Of a unit, and in the
    history of a record, it may have come to be known later, as a report that is due after the month: where findings
    tell from which day on they hold, that is asked instead.
    """
    dated = function in DATED and (row.onward or row.type in row.world.schema.registers)
    return not dated and row.period is not None and row.period.last <= day


def _earlier(function: str, findings: list[Finding], day: date) -> Value:
    """What a rule gives on a day before the last; unknown where its findings tell of the last day only."""
    result, read, _ = RESULTS[function]
    if function not in DATED:
        return read(findings) if result in (DATE, MOMENT) else None
    value = read([said for finding in findings if (said := _said(function, finding, day)) is not None])
    undated = any(finding.state.adverse and holds_from(function, finding) is None for finding in findings)
    return None if undated and value is True else value


def _said(function: str, finding: Finding, day: date) -> Finding | None:
    """What a finding says on an earlier day: nothing before it holds, unless it may have held already."""
    if (holds_from(function, finding) or day) <= day:
        return finding
    perhaps = may_hold_from(function, finding)
    if perhaps is None or perhaps > day or finding.value is None:
        return None
    return finding._replace(value=interval(0, ends(finding.value)[1]))


def _of_its_window(findings: list[Finding], row: Row, subject: Row) -> list[Finding]:
    """What a rule with windows found about ``subject`` in the one in which ``row``, which has none, stands.

    The row stands there on its own day; a record that belongs to the subject, on the day on which it happened.
    """
    day = standing_day(row, subject)
    return [each for each in findings if each.period is None or each.period.first <= day <= each.period.last]


def concluded(row: Row, rule: str, name: str) -> list[Finding]:
    """What ``rule`` found about ``row`` that gives the result ``name``, or about the records that it names: an
    expression may ask about each."""
    schema = row.world.schema
    names = (name for name, target in schema.references[row.type].items() if target != row.type)
    named = (row.world.find(schema.references[row.type][name], row[name]) for name in names)
    subjects = {(subject.type, subject.id): subject for subject in named if subject is not None}
    return [
        finding
        for subject in (row, *subjects.values())
        for finding in _found(row, rule, subject, name)
        if finding.rule.subject_type == subject.type
    ]


def _subject(row: Row, wanted: str, references: References) -> Row | None:
    """The row itself, or the record that it belongs to, whichever is of the record type wanted."""
    if row.type == wanted:
        return row
    fields = leads(references.get(row.type, {}), wanted)
    return row.world.find(wanted, row[fields[0]]) if fields else None


def _reading(choice: Choice) -> Function:
    literals = {
        name: TEXT if UNNAMED in reading.options else Type.enum(name, tuple(reading.options))
        for name, reading in choice.declared.items()
    }
    options = choice.options
    return Function(
        "reading",
        (TEXT,),
        None,
        lambda name: options[name],
        literals=literals,
        fold=True,
        label_zh="所采用的理解",
        label_en="the option of a reading that is taken",
    )
