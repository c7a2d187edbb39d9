"""What the rules by hand share: the records known at a day, limits, steps in order, and answers that may be unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Context
from fractions import Fraction
from random import Random
from typing import Any

from supervision_rules.calendar import WorkCalendar

Fields = Mapping[str, Any]
Rows = Mapping[str, Sequence[Fields]]
Found = tuple[str, str, str, date | None, Any, date | None]
"""Rule, subject, state, day, value, first day of the period."""
EXACT = Context(prec=64)
"""Sums and products are not rounded: counterparts run in this context."""
LEAD = 3
"""How many working days before its due day an open duty is due soon."""


def known(rows: Rows, as_of: date, events: Mapping[str, Sequence[str]], since: date | None = None) -> Rows:
    """The records known at the close of ``as_of``, what had not happened yet left empty.

    ``events`` names the days of each type of record on which something happens; what began before ``since`` is left
    out, and with a matter what belongs to it.
    """
    found = {name: list(_known(rows.get(name, ()), as_of, names)) for name, names in events.items()}
    if since is None:
        return found
    matters = by_id(found["matter"])
    others = {name: by_id(found.get(name, ())) for name in ("notice", "mandate")}

    def begins_with(name: str, record: Fields) -> tuple[str, Fields]:
        """The matter that a record names, or that a record it names does; else itself."""
        named = [record] + [others[other].get(record.get(other), {}) for other in others]
        matter = next((matters[each["matter"]] for each in named if each.get("matter") in matters), None)
        return (name, record) if matter is None else ("matter", matter)

    def governed(name: str, record: Fields) -> bool:
        kind, root = begins_with(name, record)
        dated = events[kind] if kind == "matter" else ("date",)
        return all(day is None or day >= since for day in map(root.get, dated))

    return {name: [record for record in records if governed(name, record)] for name, records in found.items()}


def _known(records: Sequence[Fields], as_of: date, names: Sequence[str]) -> Iterable[Fields]:
    for record in records:
        day = record.get("recorded") or record.get("date")
        if day is not None and day > as_of:
            continue
        ahead = [name for name in names if (day := record.get(name)) is not None and day > as_of]
        yield {**record, **dict.fromkeys(ahead)} if ahead else record


def by_id(records: Iterable[Fields]) -> dict[str, Fields]:
    return {record["id"]: record for record in records}


def every(*answers: bool | None) -> bool | None:
    """Whether all hold; None where what is unknown decides."""
    if False in answers:
        return False
    return None if None in answers else True


def some(*answers: bool | None) -> bool | None:
    """Whether one holds; None where what is unknown decides."""
    if True in answers:
        return True
    return None if None in answers else False


def among(value: Any, *choices: Any) -> bool | None:
    """Whether the value is one of the choices; None if it is unknown."""
    return None if value is None else value in choices


def undetermined(rule: str, subject: str) -> Found:
    return (rule, subject, "undetermined", None, None, None)


def required(rule: str, subject: str, asked: bool | None, met: bool | None) -> list[Found]:
    """What is found of a requirement that applies where ``asked``."""
    if asked is False:
        return []
    if asked is None or met is None:
        return [undetermined(rule, subject)]
    return [(rule, subject, "met" if met else "breached", None, None, None)]


def limit(rule: str, subject: str, due: date, done: date | None, as_of: date, calendar: WorkCalendar) -> Found:
    """The state of a limit: late or overdue by calendar days."""
    if done is not None:
        late = (done - due).days
        return (rule, subject, "late", due, late, None) if late > 0 else (rule, subject, "on_time", due, 0, None)
    return (rule, subject, *_open(due, as_of, calendar), None)


def _open(due: date, as_of: date, calendar: WorkCalendar) -> tuple[str, date, int]:
    if as_of > due:
        return ("overdue", due, (as_of - due).days)
    return (unfinished(due, as_of, calendar), due, 0)


def unfinished(due: date, as_of: date, calendar: WorkCalendar) -> str:
    """The state of what is not due yet."""
    return "due_soon" if as_of >= calendar.add_workdays(due, -LEAD) else "on_course"


def not_after(day: date | None, other: date | None) -> bool:
    """Whether the one is known and not later than the other."""
    return day is not None and other is not None and day <= other


def steps(
    rule: str, subject: str, taken: Sequence[tuple[date | None, bool | None]], optional: Sequence[int] = ()
) -> Iterator[Found]:
    """Steps in their order, each with its day and whether it was taken as it must be; some, by number, are optional.

    A fault is a step left out before a later one, before one that it follows, or not as it must be.
    """
    last = max((place for place, (day, _) in enumerate(taken, 1) if day is not None), default=0)
    latest: date | None = None
    state, unknown = "met", False
    for place, (day, good) in enumerate(taken[:last], 1):
        if day is None and place in optional:
            continue
        if day is None:
            state, later = "breached", next(other for other, _ in taken[place:] if other is not None)
            yield (rule, subject, state, later, last, None)
            continue
        if good is False or (latest is not None and day < latest):
            state = "breached"
            yield (rule, subject, state, day, last, None)
        unknown = unknown or good is None
        latest = day if latest is None else max(day, latest)
    if state == "met":
        yield (
            (rule, subject, "undetermined", None, last, None) if unknown else (rule, subject, "met", latest, last, None)
        )


def quotient(part: int, whole: int) -> Fraction:
    """Exact, as the library divides."""
    return Fraction(part, whole)


def later(random: Random, day: date | None, *days: int | None) -> date | None:
    """A day some of these days after ``day``, or none."""
    chosen = random.choice(days)
    return None if day is None or chosen is None else day + timedelta(days=chosen)
