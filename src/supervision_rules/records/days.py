"""Days: what a date in a record means, and which days a record may name."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from supervision_rules.calendar import Moment

FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2200, 12, 31)
ZONE: Final = ZoneInfo("Asia/Shanghai")

_LENGTH: Final = len("2021-07-01")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?", re.ASCII)


def to_day(value: object) -> object:
    """The day in Asia/Shanghai of a moment (a naive one is taken as Shanghai time); any other value unchanged.

    Raises OverflowError for a moment whose Shanghai day is outside the years 1 to 9999.
    """
    if not isinstance(value, datetime):
        return value
    return value.date() if value.tzinfo is None else value.astimezone(ZONE).date()


def to_moment(value: object) -> object:
    """The moment in Asia/Shanghai of a datetime, that of a day without a time of day; any other value unchanged.

    Raises OverflowError as ``to_day`` does.
    """
    if isinstance(value, Moment) or not isinstance(value, date):
        return value
    if isinstance(value, datetime) and value.tzinfo is not None:
        value = value.astimezone(ZONE)
    return Moment.of(value)


def read_moment(text: str) -> Moment | None:
    """As ``read_day``, with the time of day where the text writes one."""
    day = read_day(text)
    found = day if day is None or len(text) == _LENGTH else datetime.fromisoformat(text)
    moment = to_moment(found)
    return moment if isinstance(moment, Moment) else None


def read_day(text: str) -> date | None:
    """The day that ``text`` writes as YYYY-MM-DD, with or without a time of day; None if it writes none.

    Raises ValueError or OverflowError for a day or a time of day that does not exist: 24:00, which might mean the end
    of the day as well as the beginning of the next, is none.
    """
    if len(text) == _LENGTH:
        return _written(text)
    if _MOMENT.fullmatch(text):
        if text[_LENGTH + 1 :].startswith("24"):
            raise ValueError(text)
        moment = to_day(datetime.fromisoformat(text))
        return moment if isinstance(moment, date) else None
    return None


def day_exists(text: str) -> bool:
    """Whether a text that begins as YYYY-MM-DD begins with a day that exists, whatever its time of day."""
    try:
        return _written(text[:_LENGTH]) is not None
    except ValueError:
        return False


@lru_cache(maxsize=10_000)
def _written(text: str) -> date | None:
    """A day written plainly. A ledger names the same days over and over: they are read once, and kept once."""
    return date.fromisoformat(text) if _DAY.fullmatch(text) else None


def in_range(day: date) -> bool:
    """Whether a record may name the day: 1900 to 2200."""
    return FIRST_DAY <= day <= LAST_DAY
