"""The immutable table of working days that every count and every explanation reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate, groupby
from typing import Final, NamedTuple

from supervision_rules.catalogue import Lang
from supervision_rules.misuse import check_lang, shown

_DAY: Final = timedelta(days=1)


class OutOfCalendar(Exception):  # noqa: N818 - a state of the calendar, which callers turn into "undetermined"
    """The calendar does not reach so far: nothing is guessed.

    ``day`` lies outside it, or is the day inside it from which a count led out.
    """

    day: date
    first: date
    last: date

    def __init__(self, day: date, first: date, last: date) -> None:
        super().__init__(day, first, last)
        self.day, self.first, self.last = day, first, last

    def __str__(self) -> str:
        reach = f"the calendar, which reaches from {self.first} to {self.last}"
        if self.first <= self.day <= self.last:
            return f"the count from {self.day} leads out of {reach}"
        return f"{self.day} lies outside {reach}"


class Mark(NamedTuple):
    """What a day is, and why, in both languages."""

    worked: bool
    zh: str
    en: str


class Gap(NamedTuple):
    """Days, both ends included, that no notice has fixed."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring days with one reason. Counted days carry their numbers in the count; others have none."""

    first: date
    last: date
    counted: bool
    reason: str
    ordinal_first: int | None
    ordinal_last: int | None


@dataclass(frozen=True, slots=True, eq=False)
class WorkCalendar:
    """The working days of one jurisdiction from ``first`` to ``last``.

    ``fixed_until`` is the last day that a national notice fixed; ``version`` names the source and the digest
    of the table; ``overlays`` are the titles of the documents laid over the national table.
    """

    jurisdiction: str
    first: date
    last: date
    fixed_until: date
    version: str
    overlays: tuple[str, ...]
    _origin: int = field(repr=False)
    _marks: tuple[Mark, ...] = field(repr=False)
    _counts: tuple[int, ...] = field(repr=False)
    _workdays: tuple[date, ...] = field(repr=False)
    _gaps: tuple[Gap, ...] = field(repr=False)

    def _offset(self, day: date) -> int:
        try:
            offset = day.toordinal() - self._origin
        except AttributeError:
            raise _no_day(day) from None
        if 0 <= offset < len(self._counts):
            return offset
        raise OutOfCalendar(day, self.first, self.last)

    def holds(self, day: date) -> bool:
        """Whether the calendar reaches to the day.

        Raises:
            TypeError: it is no ``datetime.date``.
        """
        try:
            return self.first <= day <= self.last
        except TypeError:
            raise _no_day(day) from None

    def is_workday(self, day: date) -> bool:
        """Whether offices work on the day.

        Raises:
            OutOfCalendar: the day lies outside the calendar.
            TypeError: it is no ``datetime.date``.
        """
        return self._marks[self._offset(day)].worked

    def add_workdays(self, start: date, n: int) -> date:
        """The ``n``-th working day after ``start``, which is not counted; before it if negative; itself if 0.

        Raises:
            OutOfCalendar: ``start`` lies outside the calendar, or the count leads out of it.
            TypeError: ``start`` is no ``datetime.date``, or ``n`` no whole number.
        """
        try:
            offset = start.toordinal() - self._origin
            if offset >= 0:
                # The fast path keeps to two look-ups; a count backwards or out of the table goes on below.
                if n > 0:
                    return self._workdays[self._counts[offset] + n - 1]
                return self._back(start, n)
        except IndexError:
            pass
        except (AttributeError, TypeError):
            raise _no_day(start) if not isinstance(start, date) else _no_count(n) from None
        raise OutOfCalendar(start, self.first, self.last)

    def _back(self, start: date, n: int) -> date:
        offset = self._offset(start)
        if n == 0:
            return start
        place = self._counts[offset] - self._marks[offset].worked + n
        if place < 0:
            raise OutOfCalendar(start, self.first, self.last)
        return self._workdays[place]

    def workdays_between(self, start: date, end: date) -> int:
        """How many working days follow ``start`` up to ``end`` inclusive; negative if ``end`` is earlier.

        Raises:
            OutOfCalendar: one of them lies outside the calendar.
            TypeError: one of them is no ``datetime.date``.
        """
        try:
            first, last = start.toordinal() - self._origin, end.toordinal() - self._origin
            if first >= 0 and last >= 0:
                return self._counts[last] - self._counts[first]
        except (AttributeError, IndexError):
            pass
        return self._counts[self._offset(end)] - self._counts[self._offset(start)]

    def next_workday(self, day: date) -> date:
        """The day itself if it is worked, else the first working day after it.

        Raises:
            OutOfCalendar: the day, or the first working day after it, lies outside the calendar.
            TypeError: it is no ``datetime.date``.
        """
        return day if self.is_workday(day) else self.add_workdays(day, 1)

    def previous_workday(self, day: date) -> date:
        """The day itself if it is worked, else the last working day before it.

        Raises:
            OutOfCalendar: the day, or the last working day before it, lies outside the calendar.
            TypeError: it is no ``datetime.date``.
        """
        return day if self.is_workday(day) else self.add_workdays(day, -1)

    def reason(self, day: date, lang: Lang = "zh") -> str:
        """Why the day is worked or not: "国庆节、中秋节", "周六调休上班", "工作日".

        Raises:
            OutOfCalendar: the day lies outside the calendar.
            TypeError: it is no ``datetime.date``.
            ValueError: ``lang`` is none.
        """
        check_lang(lang)
        mark = self._marks[self._offset(day)]
        return mark.zh if lang == "zh" else mark.en

    @property
    def first_unfixed(self) -> date:
        """The first day of all that no notice has fixed yet; what ends before it is never provisional."""
        return self._gaps[0].first if self._gaps else date.max

    def provisional(self, start: date, end: date) -> date | None:
        """The first day after ``start``, up to ``end`` inclusive, that no notice has fixed yet.

        Raises:
            TypeError: one of them is no ``datetime.date``.
        """
        try:
            if not self._gaps or end < self._gaps[0].first:
                return None
            place = bisect_right(self._gaps, start, key=lambda gap: gap.last)
        except TypeError:
            raise _no_day(start if isinstance(end, date) else end) from None
        if place == len(self._gaps):
            return None
        day = max(self._gaps[place].first, start + _DAY)
        return day if day <= end else None

    def trace(self, start: date, end: date, lang: Lang = "zh") -> tuple[Stretch, ...]:
        """What was counted and what was skipped after ``start``, up to ``end`` inclusive.

        Raises:
            OutOfCalendar: one of them lies outside the calendar.
            TypeError: one of them is no ``datetime.date``.
            ValueError: ``lang`` is none.
        """
        check_lang(lang)
        base, stop = self._counts[self._offset(start)], self._offset(end)
        offsets = range(self._offset(start) + 1, stop + 1)
        return tuple(self._stretch(list(run), base, lang) for _, run in groupby(offsets, lambda at: self._marks[at]))

    def _stretch(self, run: list[int], base: int, lang: Lang) -> Stretch:
        mark = self._marks[run[0]]
        first, last = (date.fromordinal(self._origin + offset) for offset in (run[0], run[-1]))
        reason = mark.zh if lang == "zh" else mark.en
        if not mark.worked:
            return Stretch(first, last, False, reason, None, None)
        return Stretch(first, last, True, reason, self._counts[run[0]] - base, self._counts[run[-1]] - base)


def _no_day(given: object) -> TypeError:
    return TypeError(f"the calendar is asked for a day: a datetime.date, not {shown(given)}")


def _no_count(given: object) -> TypeError:
    return TypeError(f"n is a whole number of working days, not {shown(given)}")


def tabulate(
    jurisdiction: str,
    first: date,
    marks: Iterable[Mark],
    *,
    fixed_until: date,
    source: str,
    overlays: tuple[str, ...],
    gaps: tuple[Gap, ...],
) -> WorkCalendar:
    """A calendar from the marks of consecutive days, beginning with ``first``."""
    marks = tuple(marks)
    days = tuple(first + timedelta(days=offset) for offset in range(len(marks)))
    return WorkCalendar(
        jurisdiction,
        first,
        days[-1],
        fixed_until,
        f"{source}; sha256 {_digest(first, marks)}",
        overlays,
        first.toordinal(),
        marks,
        tuple(accumulate(mark.worked for mark in marks)),
        tuple(day for day, mark in zip(days, marks, strict=True) if mark.worked),
        gaps,
    )


def _digest(first: date, marks: tuple[Mark, ...]) -> str:
    lines: Iterator[str] = (f"{mark.worked:d} {mark.zh}" for mark in marks)
    return sha256("\n".join([first.isoformat(), *lines]).encode()).hexdigest()
