"""The office hours of a pack, as they are written and on a day: the same all the year, or by season."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import WorkCalendar
from supervision_rules.language.spec import Spec
from supervision_rules.shape import written_as

Stretches = tuple[tuple[int, int], ...]
"""From when until when there are office hours on a day, in seconds after midnight."""
_CLOCK: Final = "(?:[01][0-9]|2[0-3]):[0-5][0-9]"
_STRETCH: Final = re.compile(rf"({_CLOCK})-({_CLOCK})")
_SEASON: Final = re.compile(r"(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_BY_SEASON: Final = "by_season"
_ALWAYS: Final = (1, 1)
_COMMON_YEAR: Final = 2001
_LIST: Final[dict[str, Any]] = {"type": "array", "items": written_as(_STRETCH.pattern, "SR165"), "minItems": 1}
_Listed = Annotated[list[str], WithJsonSchema(_LIST)]
_BySeason = Annotated[
    dict[str, list[str]],
    WithJsonSchema(
        {
            "type": "object",
            "propertyNames": written_as("(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])", "SR165"),
            "additionalProperties": _LIST,
            "minProperties": 1,
        }
    ),
]
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """From which day of each year on which hours hold, by month and day; the last of a year go on into the next."""

    seasons: tuple[tuple[tuple[int, int], Stretches], ...] = ()

    @classmethod
    def always(cls, stretches: Stretches) -> OfficeHours:
        """The same on every day."""
        return cls(((_ALWAYS, stretches),))

    def __bool__(self) -> bool:
        return bool(self.seasons)

    def on(self, day: date) -> Stretches:
        """Those of a day, if it is worked; none where there are none."""
        begun = [hours for begins, hours in self.seasons if begins <= (day.month, day.day)]
        return begun[-1] if begun else self.seasons[-1][1] if self.seasons else ()

    def between(self, start: date, end: date, calendar: WorkCalendar) -> int:
        """The seconds of them after the day ``start``, up to the end of the day ``end``, which is no earlier.

        Raises:
            OutOfCalendar: one of the days lies outside the calendar.
        """
        seconds = 0
        while True:
            stop = min(end, self._last(start + _DAY))
            whole = sum(until - since for since, until in self.on(stop))
            seconds += calendar.workdays_between(start, stop) * whole
            if stop == end:
                return seconds
            start = stop

    def _last(self, day: date) -> date:
        """The last day on which the hours of ``day`` hold, as far as this year goes where they change."""
        if len(self.seasons) == 1:
            return date.max
        later = (begins for begins, _ in self.seasons if begins > (day.month, day.day))
        following = next(later, None)
        return date(day.year, 12, 31) if following is None else date(day.year, *following) - _DAY


class OfficeSeasons(Spec):
    """办公时间随季节变。"""

    by_season: _BySeason
    """从每年几月几日起是哪些时间，如 {06-01: [08:30-12:00, 15:00-18:00], 10-01: [08:30-12:00, 14:30-17:30]}"""


def office_of(written: Sequence[str] | OfficeSeasons | None) -> OfficeHours:
    """The hours that a checked value states."""
    if written is None:
        return OfficeHours()
    if not isinstance(written, OfficeSeasons):
        return OfficeHours.always(_stretches(written))
    return OfficeHours(tuple(sorted((_begins(day), _stretches(hours)) for day, hours in written.by_season.items())))


def _checked(value: object) -> object:
    """Stretches of a day such as 09:00-12:00, one after the other; or such by the days from which they hold."""
    if isinstance(value, Mapping) and set(value) == {_BY_SEASON} and isinstance(value[_BY_SEASON], Mapping):
        seasons = value[_BY_SEASON]
        if seasons and all(_is_day(day) and _are_hours(hours) for day, hours in seasons.items()):
            return value
    elif _are_hours(value):
        return value
    raise PydanticCustomError("SR165", "office hours", {})


def _are_hours(value: object) -> bool:
    texts = [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
    ends = [end for text in texts if (found := _STRETCH.fullmatch(text)) for end in found.groups()]
    rising = all(one < other for one, other in pairwise(ends))
    return isinstance(value, list) and bool(value) and len(ends) == 2 * len(value) and rising


def _is_day(text: object) -> bool:
    """Whether it is a day that there is in every year, by month and day."""
    found = _SEASON.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        return False
    try:
        return date(_COMMON_YEAR, int(found["month"]), int(found["day"])) is not None
    except ValueError:
        return False


def _begins(text: str) -> tuple[int, int]:
    month, day = text.split("-")
    return int(month), int(day)


def _stretches(texts: Sequence[str]) -> Stretches:
    pairs = (text.split("-") for text in texts)
    return tuple((_seconds(since), _seconds(until)) for since, until in pairs)


def _seconds(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60


WrittenHours = Annotated[_Listed | OfficeSeasons, BeforeValidator(_checked)]
"""``[09:00-12:00, 14:30-17:30]``, or such by season."""
