"""The calendar as text: a month, or the days counted from one day to another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from supervision_rules.calendar import Stretch, WorkCalendar, end_of_month, start_of_week
from supervision_rules.catalogue import Lang
from supervision_rules.reports.columns import pad
from supervision_rules.reports.days import span_text, stretch_text
from supervision_rules.reports.say import say

CELL: Final = 5
_DAY: Final = timedelta(days=1)
PLAIN: Final = frozenset({"working day", "Saturday", "Sunday"})
"""What days are in a week without holidays."""


def month_text(calendar: WorkCalendar, month: date, lang: Lang) -> str:
    """The month that begins with ``month``, week by week, then what is special in it."""
    days = list(_days(month, end_of_month(month)))
    worked = sum(calendar.is_workday(day) for day in days)
    words = {"year": month.year, "month": month.month, "place": calendar.jurisdiction, "count": worked}
    lines = [say("month", lang, **words), "".join(pad(name, CELL) for name in say("weekdays", lang).split()).rstrip()]
    for _, week in groupby(days, key=start_of_week):
        lines.append(_week(calendar, list(week), lang))
    lines += _reasons(calendar, days, lang)
    return "\n".join([*lines, *_not_fixed(calendar, month - _DAY, days[-1], lang)]) + "\n"


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=count) for count in range((last - first).days + 1))


def _week(calendar: WorkCalendar, week: list[date], lang: Lang) -> str:
    cells = [""] * week[0].weekday() + [_cell(calendar, day, lang) for day in week]
    return "".join(pad(cell, CELL) for cell in cells).rstrip()


def _cell(calendar: WorkCalendar, day: date, lang: Lang) -> str:
    if not calendar.is_workday(day):
        return f"{day.day}{say('off', lang)}"
    return f"{day.day}{say('made-up', lang)}" if day.weekday() > 4 else str(day.day)


def _reasons(calendar: WorkCalendar, days: list[date], lang: Lang) -> Iterator[str]:
    """The days that are not as in a week without holidays, and why."""
    for reason, run in groupby(days, key=lambda day: calendar.reason(day, lang)):
        dates = list(run)
        if calendar.reason(dates[0], "en") not in PLAIN:
            yield f"  {span_text(dates[0], dates[-1])} {reason}"


def count_text(calendar: WorkCalendar, start: date, count: int, lang: Lang) -> str:
    """Where ``count`` working days after ``start`` end, and what was counted and skipped on the way."""
    end = calendar.add_workdays(start, count)
    words = {"start": start, "count": abs(count), "end": end, "place": calendar.jurisdiction}
    lines = [say("counted-to" if count >= 0 else "counted-back-to", lang, **words)]
    counted = _backwards(calendar, start, end, lang) if count < 0 else calendar.trace(start, end, lang)
    lines += [f"  {stretch_text(stretch, stretch.reason, lang)}" for stretch in counted]
    before, last = (start, end) if count >= 0 else (end - _DAY, start - _DAY)
    return "\n".join([*lines, *_not_fixed(calendar, before, last, lang)]) + "\n"


def _backwards(calendar: WorkCalendar, start: date, end: date, lang: Lang) -> Iterator[Stretch]:
    """What was counted and skipped on the way from the day before ``start`` back to ``end``."""
    number = abs(calendar.workdays_between(start - _DAY, end - _DAY)) + 1
    for stretch in reversed(calendar.trace(end - _DAY, start - _DAY, lang)):
        first, last = stretch.ordinal_first, stretch.ordinal_last
        if first is None or last is None:
            yield stretch
        else:
            yield replace(stretch, ordinal_first=number - last, ordinal_last=number - first)


def _not_fixed(calendar: WorkCalendar, start: date, end: date, lang: Lang) -> list[str]:
    day = calendar.provisional(start, end)
    return [say("not-fixed", lang, day=day)] if day is not None else []
