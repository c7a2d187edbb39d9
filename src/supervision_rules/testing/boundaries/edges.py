"""Edges, found by trying: of a day, of how many records there are, of a number that a record states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final, Literal

from supervision_rules.calendar import Moment
from supervision_rules.expressions import Number
from supervision_rules.findings import Finding, State
from supervision_rules.records.days import read_moment
from supervision_rules.records.rows import Row
from supervision_rules.shape import read_day
from supervision_rules.testing.boundaries.probe import Probe, Tried, valued
from supervision_rules.testing.facts import Rows, id_of
from supervision_rules.testing.trials import Trial

Sort = Literal["day", "count", "amount"]
MOST_COPIES: Final = 12
"""The most records of a sort that are tried."""
_DAY: Final = timedelta(days=1)
_OF_DAY: Final = len("2021-07-01")
"""Where the time of day is parted from the day."""


@dataclass(frozen=True, slots=True)
class Variant:
    """What is changed, ``m1.replied`` or ``m1`` with its new value (None: it is left out), and what comes of it."""

    changes: tuple[tuple[str, object], ...]
    tried: Tried


@dataclass(frozen=True, slots=True)
class Edge:
    """Facts on both sides of an edge of the rule of a trial."""

    trial: Trial
    sort: Sort
    about: str
    """What is changed: ``m1.replied``, or the sort of the records that are counted."""
    rows: Rows
    """The records that the case writes itself, before anything is changed."""
    variants: tuple[Variant, ...]
    numbers: frozenset[str]
    """The numbers that lie there, as written; of a day it is not known which."""
    case: int | None = None
    """Which case of the rule it is an edge of."""


def days(probe: Probe, trial: Trial, base: Tried) -> Iterator[Edge]:
    """The date of a record on which it hangs whether something is in time: the day before, the due day, the next; of
    a limit that ends at a moment the minute before, the due moment, the next minute."""
    for finding in base.findings:
        due = finding.day
        if due is None or finding.state is State.UNDETERMINED or trial.as_of <= due:
            continue
        for place, name, value in probe.fields(trial):
            around = _around(finding, due, value) if isinstance(value, str) else ()
            tried = [(day, probe.with_value(trial, place, name, day)) for day in around]
            if tried and _turns_late(finding, due, tried):
                about = f"{id_of(trial.records[place])}.{name}"
                variants = tuple(Variant(((about, day),), each) for day, each in tried if each is not None)
                yield Edge(trial, "day", about, probe.own(trial.records), variants, frozenset(), finding.case)
                break


def _around(finding: Finding, due: date, value: str) -> tuple[str, ...]:
    """The days, or moments, on both sides of the due one, in the form of a value; none where it is no day."""
    moment = dict(finding.detail).get("due_at")
    if isinstance(moment, Moment) and moment.second is not None:
        near = tuple(moment.later(seconds) for seconds in (-60, 0, 60))
        return tuple(str(each).replace(" ", value[_OF_DAY]) for each in near) if _is_moment(value) else ()
    return () if read_day(value) is None else tuple(str(day) for day in (due - _DAY, due, due + _DAY))


def _is_moment(value: str) -> bool:
    try:
        return read_moment(value) is not None and len(value) > _OF_DAY
    except (ValueError, OverflowError):  # a text that looks like one, of a day or an hour that does not exist
        return False


def _turns_late(finding: Finding, due: date, tried: Sequence[tuple[str, Tried | None]]) -> bool:
    """Whether what is in time on the due day, or at the due moment, is late on the next."""
    states = [_state_of(finding, due, each) for _, each in tried[1:]]
    return states[0] is not None and states[1] is not None and not states[0].adverse and states[1].adverse


def _state_of(finding: Finding, due: date, tried: Tried | None) -> State | None:
    """What is found of the same subject with the same due day."""
    found = tried.findings if tried is not None else ()
    return next((each.state for each in found if (each.subject, each.day) == (finding.subject, due)), None)


def counts(probe: Probe, trial: Trial, base: Tried) -> Iterator[Edge]:
    """How many records of a sort come to another step, or to more or less for one more than for the one before."""
    own, about = probe.own(trial.records), {finding.subject for finding in base.findings}
    for sort in dict.fromkeys(map(_sort_of, own)):
        group = [row for row in own if _sort_of(row) == sort]
        if about & set(map(id_of, group)):
            continue
        others = tuple(row for row in trial.records if row not in group)
        copies = [valued(group[0], "id", f"{id_of(group[0])}-{number + 1}") for number in range(MOST_COPIES)]
        tried = [probe.tried(trial, (*others, *copies[:count])) for count in range(MOST_COPIES + 1)]
        known = [each for each in tried if each is not None]
        edges = list(_edges(known)) if len(known) == len(tried) else []
        if edges:
            wanted = sorted({count for edge in edges for count in (edge - 1, edge, edge + 1)})
            kept = copies[: wanted[-1]]
            variants = [Variant(tuple((id_of(row), None) for row in kept[count:]), known[count]) for count in wanted]
            reached = (number for edge in edges for number in (edge - 1, edge, *known[edge].amounts))
            numbers = frozenset(map(str, reached))
            yield Edge(trial, "count", sort, (*probe.own(others), *kept), tuple(variants), numbers)


def _edges(tried: Sequence[Tried]) -> Iterator[int]:
    """The counts at which it comes to something else than one less, or after which one more is worth another amount."""
    for count in range(1, len(tried) - 1):
        before, at, after = tried[count - 1 : count + 2]
        if before.sort != at.sort or (count > 1 and _bends(before, at, after)):
            yield count


def _bends(before: Tried, at: Tried, after: Tried) -> bool:
    """Whether the step up to the middle one is another than the step from it."""
    amounts = before.amounts, at.amounts, after.amounts
    return before.sort == at.sort == after.sort and any(b - a != c - b for a, b, c in zip(*amounts, strict=False))  # type: ignore[operator]


def amounts(probe: Probe, trial: Trial, base: Tried, numbers: Iterable[Number]) -> Iterator[Edge]:
    """The numbers of records for which it makes a difference to lie just below, at or above a number of the rule."""
    stated = [each for each in probe.fields(trial) if _is_number(each[2])]
    for number in numbers if stated else ():
        for place, name, _ in stated:
            tried = [(value, probe.with_value(trial, place, name, value)) for value in (number - 1, number, number + 1)]
            known = [each for _, each in tried if each is not None]
            if len(known) == len(tried) and (len({each.sort for each in known}) > 1 or _bends(*known)):
                about = f"{id_of(trial.records[place])}.{name}"
                variants = tuple(Variant(((about, value),), each) for value, each in tried if each is not None)
                yield Edge(trial, "amount", about, probe.own(trial.records), variants, frozenset((str(number),)))


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _sort_of(row: Row) -> str:
    """The type and kind of a record."""
    return " ".join(str(row.values[key]) for key in ("type", "kind") if key in row.values)
