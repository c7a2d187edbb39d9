"""Moments: days with a time of day, as far as it is known."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Final, Self

DAY_SECONDS: Final = 24 * 60 * 60


class Moment(date):
    """A day with a time of day in Asia/Shanghai, in whole seconds; ``second`` is None where only the day is known.

    It compares with days, and is moved by days, as its day; ``earlier`` compares two to the second.
    """

    __slots__ = ("second",)

    second: int | None
    """Seconds after midnight."""

    def __new__(cls, year: int, month: int, day: int, second: int | None = None) -> Self:
        made = super().__new__(cls, year, month, day)
        made.second = second
        return made

    @classmethod
    def of(cls, day: date, second: int | None = None) -> Self:
        """The moment so many seconds after the beginning of ``day``; a datetime is its own, read as it stands."""
        if isinstance(day, datetime):
            second = day.hour * 3600 + day.minute * 60 + day.second
        return cls(day.year, day.month, day.day, second)

    @property
    def whole(self) -> date:
        """The day."""
        return date(self.year, self.month, self.day)

    def later(self, seconds: int) -> Moment:
        """The moment so many seconds after this one, whose time of day is known.

        Raises OverflowError past the year 9999.
        """
        assert self.second is not None
        days, second = divmod(self.second + seconds, DAY_SECONDS)
        return Moment.of(self.whole + timedelta(days=days), second)

    def until(self, other: Moment) -> int:
        """The seconds from this moment to another; of both the time of day is known."""
        assert self.second is not None and other.second is not None
        return (other.whole - self.whole).days * DAY_SECONDS + other.second - self.second

    def __eq__(self, other: object) -> bool:
        same = not isinstance(other, Moment) or self.second == other.second
        return same and date.__eq__(self, other) is True

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = date.__hash__

    def __add__(self, other: timedelta) -> date:  # type: ignore[override]
        return self.whole + other

    __radd__ = __add__  # type: ignore[assignment]

    def __sub__(self, other: timedelta | date) -> date | timedelta:  # type: ignore[override]
        return self.whole - other

    def __reduce__(self) -> tuple[object, ...]:
        return Moment, (self.year, self.month, self.day, self.second)

    def isoformat(self) -> str:
        return self._written("T")

    def __str__(self) -> str:
        return self._written(" ")

    def __repr__(self) -> str:
        return f"Moment({self})"

    def __format__(self, format_spec: str) -> str:
        return super().__format__(format_spec) if format_spec else str(self)

    def _written(self, between: str) -> str:
        day = date.isoformat(self.whole)
        if self.second is None:
            return day
        minutes, seconds = divmod(self.second, 60)
        return f"{day}{between}{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")


def earlier(one: Moment, other: Moment) -> bool | None:
    """Whether one moment is before another; None on one day where the time of day is not known of both.

    24:00 of a day is 00:00 of the next.
    """
    if one.second is not None and other.second is not None:
        return one.until(other) > 0
    return date.__lt__(one, other) if date.__ne__(one, other) else None
