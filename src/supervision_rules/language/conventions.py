"""How a whole pack counts days: what 日 means and whether a last day that is a rest day moves; and limits in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import WorkCalendar, add_months
from supervision_rules.language.spec import Spec

Deadline = Callable[[date, WorkCalendar], date]
Unit = Literal["workday", "day", "month", "year"]

_LIMIT = re.compile(r"(\d{1,4}) (workday|day|month|year)s?")


class Conventions(Spec):
    """全包的计日约定。"""

    day_unit: Literal["calendar", "working"] = "calendar"
    """“日、天”指自然日（calendar）还是工作日（working）"""
    roll: bool = False
    """按日、按月计的期限，最后一日是休息日时是否顺延到下一工作日"""


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time with its unit; an ``amount`` of 0 days is the same day."""

    amount: int
    unit: Unit

    def deadline(self, conventions: Conventions) -> Deadline:
        """The last day of a period of this length. The day of the starting event is not counted (民法典第201条)."""
        amount = self.amount
        if self.counts_workdays(conventions):
            return lambda start, calendar: calendar.add_workdays(start, amount)
        if self.unit == "day":
            plain = _plus_days(amount)
        else:
            plain = _plus_months(amount if self.unit == "month" else 12 * amount)
        if not conventions.roll or not amount:
            return plain
        return lambda start, calendar: calendar.next_workday(plain(start, calendar))

    def counts_workdays(self, conventions: Conventions) -> bool:
        """Whether the period is counted in working days under these conventions."""
        return self.amount > 0 and (
            self.unit == "workday" or (self.unit == "day" and conventions.day_unit == "working")
        )

    def leans_on(self) -> tuple[str, ...]:
        """The conventions that the end of the period hangs on."""
        if self.unit == "workday" or not self.amount:
            return ()
        return ("day_unit", "roll") if self.unit == "day" else ("roll",)


def _plus_days(amount: int) -> Deadline:
    length = timedelta(days=amount)
    return lambda start, calendar: start + length


def _plus_months(amount: int) -> Deadline:
    return lambda start, calendar: add_months(start, amount)


def parse_limit(text: str) -> Limit:
    """The limit that a checked text states: ``5 workdays``, ``3 days``, ``2 months``, ``1 year``, ``same day``."""
    if text == "same day":
        return Limit(0, "day")
    match = _LIMIT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Limit(int(match[1]), match[2])  # type: ignore[arg-type]


def _limit_text(value: object) -> object:
    """A bare number has no unit, and a limit without one is refused."""
    if isinstance(value, str) and (value == "same day" or _LIMIT.fullmatch(value)):
        return value
    raise PydanticCustomError("SR152", "limit", {"given": str(value)})


LimitText = Annotated[str, BeforeValidator(_limit_text)]
