"""What a rule may ask of the calendar, of a reading and of another rule: functions of a pack's expressions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from supervision_rules.calendar import OutOfCalendar
from supervision_rules.expressions import BOOL, DATE, FUNCTIONS, NUMBER, TEXT, Function, Type, Value
from supervision_rules.findings import Finding, State
from supervision_rules.language.readings import Choice
from supervision_rules.world import Row


def _late(findings: list[Finding]) -> Value:
    if any(finding.state in (State.LATE, State.OVERDUE) for finding in findings):
        return True
    return None if _doubtful(findings) else False


def _due(findings: list[Finding]) -> Value:
    return findings[-1].day if findings and not _doubtful(findings) else None


def _number(findings: list[Finding]) -> Value:
    if _doubtful(findings):
        return None
    values = [finding.value for finding in findings if finding.value is not None]
    return values[-1] if values else 0


def _rank(findings: list[Finding]) -> Value:
    """The rank, or the interval in which a doubtful one lies."""
    return findings[-1].value if findings else None


def _breached(findings: list[Finding]) -> Value:
    if any(finding.state.adverse for finding in findings):
        return True
    return None if _doubtful(findings) else False


def _doubtful(findings: list[Finding]) -> bool:
    return any(finding.state is State.UNDETERMINED for finding in findings)


RESULTS: Mapping[str, tuple[Type, Callable[[list[Finding]], Value], tuple[str, str]]] = MappingProxyType(
    {
        "late": (BOOL, _late, ("某时限规则是否逾期", "whether a limit was missed")),
        "due": (DATE, _due, ("某时限规则的到期日", "the due day of a limit")),
        "step": (NUMBER, _number, ("某阶梯到第几档（0 为未到）", "the step reached on a ladder, 0 for none")),
        "points": (NUMBER, _number, ("某计分规则的分数", "the points of a scoring rule")),
        "rank": (NUMBER, _rank, ("某排名规则的名次", "the rank by a ranking rule")),
        "breached": (BOOL, _breached, ("某规则是否违反", "whether a rule was breached")),
    }
)
"""What rules give to others: the type, how it is read off the findings, and what it means."""


def functions(choice: Choice, subjects: Mapping[str, tuple[str, frozenset[str]]]) -> Mapping[str, Function]:
    """The functions of a pack; ``subjects`` maps each rule's id to its record type and to what it gives."""
    results = {name: _result(name, subjects) for name in RESULTS}
    return MappingProxyType({**FUNCTIONS, **results, **_CALENDAR, "reading": _reading(choice)})


def _result(name: str, subjects: Mapping[str, tuple[str, frozenset[str]]]) -> Function:
    result, read, (label_zh, label_en) = RESULTS[name]

    def call(row: Row, rule: str) -> Value:
        subject = _subject(row, subjects[rule][0])
        return None if subject is None else read(row.world.found(rule, subject))

    literals = {rule: result for rule, (_, gives) in subjects.items() if name in gives}
    return Function(
        name, (TEXT,), result, call, wants_row=True, literals=literals, label_zh=label_zh, label_en=label_en
    )


def _subject(row: Row, wanted: str) -> Row | None:
    """The row itself, or the record that it belongs to, whichever is of the record type wanted."""
    if row.type == wanted:
        return row
    for name, target in row.world.schema.references[row.type].items():
        if target == wanted:
            return row.world.find(target, row[name])
    return None


def _reading(choice: Choice) -> Function:
    literals = {name: Type.enum(name, tuple(reading.options)) for name, reading in choice.declared.items()}
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


def _in_calendar(call: Callable[..., Value]) -> Callable[..., Value]:
    """``call``, unknown where it leaves the calendar."""

    def guarded(*arguments: Value) -> Value:
        try:
            return call(*arguments)
        except OutOfCalendar:
            return None

    return guarded


def _add_workdays(row: Row, day: date, count: int) -> Value:
    return row.world.calendar.add_workdays(day, count) if isinstance(count, int) and abs(count) < 10_000 else None


_CALENDAR: Mapping[str, Function] = MappingProxyType(
    {
        "workdays_between": Function(
            "workdays_between",
            (DATE, DATE),
            NUMBER,
            _in_calendar(lambda row, start, end: row.world.calendar.workdays_between(start, end)),
            wants_row=True,
            label_zh="两日之间的工作日数（首日不计，末日计）",
            label_en="the working days from one day (not counted) to another (counted)",
        ),
        "add_workdays": Function(
            "add_workdays",
            (DATE, NUMBER),
            DATE,
            _in_calendar(_add_workdays),
            wants_row=True,
            label_zh="某日之后第 n 个工作日",
            label_en="the n-th working day after a day",
        ),
        "is_workday": Function(
            "is_workday",
            (DATE,),
            BOOL,
            _in_calendar(lambda row, day: row.world.calendar.is_workday(day)),
            wants_row=True,
            label_zh="是否工作日",
            label_en="whether a day is a working day",
        ),
        "next_workday": Function(
            "next_workday",
            (DATE,),
            DATE,
            _in_calendar(lambda row, day: row.world.calendar.next_workday(day)),
            wants_row=True,
            label_zh="当日或其后第一个工作日",
            label_en="the day itself or the first working day after it",
        ),
    }
)
