"""How a whole pack counts days: what 日 means and whether a last day that is a rest day moves; and limits in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Annotated, Literal
from unicodedata import normalize

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import OutOfCalendar, WorkCalendar, Years, add_months
from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.office_hours import OfficeHours, WrittenHours, office_of
from supervision_rules.language.spec import Cite, Spec
from supervision_rules.nodes.numerals import chinese
from supervision_rules.shape import written_as


def _strictly(value: object) -> object:
    """Python takes 1 for true."""
    return value if isinstance(value, bool | str) or value is None else str(value)


Roll = Annotated[Literal[True, False, "back"], BeforeValidator(_strictly)]
"""Whether a last day that is a rest day moves, and which way: to the next working day, or back to the one before."""
Unit = Literal["workday", "day", "calendar day", "month", "year", "minute", "hour", "office hour"]

_LIMIT = re.compile(r"([1-9][0-9]{0,3}) (workday|day|calendar day|month|year)s?")
_HOURS = re.compile(r"([1-9][0-9]{0,3}) (minute|hour|office hour)s?")
_LIKE = re.compile(
    r"(?P<amount>[0-9]+|[零〇一二两三四五六七八九十百千]+)[\s\-]*(?:[个次件]|分(?!钟))?[\s\-]*"
    r"(?P<unit>[a-z\s\-]+|[^\W0-9a-z]+?)(?:以内|之内|内)?"
)
_ASKS_DAY = re.compile(r"(?!.*(?:day|month|year|hour|minute)s?$)[a-z]+(_[a-z0-9]+)*(\(.*\))?")
"""What may be a day that a record states, or one that is computed: ``new_date``, ``add_days(date, 3)``."""
_UNITS = {
    "workdays": ("workday", "workdays", "workingday", "workingdays", "businessday", "businessdays", "工作日", "工作天"),
    "days": ("day", "days", "日", "天"),
    "calendar days": ("calendarday", "calendardays", "自然日", "日历日"),
    "weeks": ("week", "weeks", "周", "星期"),
    "months": ("month", "months", "月"),
    "years": ("year", "years", "年"),
}
_CLOCK_UNITS = {
    "minutes": ("minute", "minutes", "分钟"),
    "hours": ("hour", "hours", "小时", "钟头"),
    "office hours": ("officehour", "officehours", "workinghour", "workinghours", "办公小时", "工作小时"),
}
_DAY = timedelta(days=1)
_SAME_DAY = ("sameday", "today", "当日", "当天", "即日")


class YearBegins(Spec):
    """一年从哪个月起，如考核年度自上年12月至当年11月。"""

    month: int = Field(ge=2, le=12)
    """从几月1日起"""
    last_year: bool = False
    """是上年的这个月（2024考核年度从2023年12月起）；不写的，是当年的这个月（从2024年4月起）"""


class Conventions(Spec):
    """全包的计日约定。"""

    day_unit: Literal["calendar", "working"] = "calendar"
    """“日、天”指自然日（calendar）还是工作日（working）"""
    roll: Roll = False
    """按日、按月计的期限和定期义务写明的到期日，最后一日是休息日时：true 顺延到下一工作日，back 提前到上一工作日"""
    office_hours: WrittenHours | None = None
    """办公时间，如 [09:00-12:00, 14:30-17:30]；随季节变的写 by_season；有按办公小时计的期限才要写"""

    year_begins: YearBegins | None = None
    """一年不从1月起的，从哪个月起；年、半年、季度、四个月、两个月都从它数，月、旬、周、日不变"""
    cite: Cite | None = None
    """这些约定在文件中的依据，写了就算写到了那一条"""

    @property
    def years(self) -> Years:
        """Where the years of the pack begin."""
        return Years() if self.year_begins is None else Years(self.year_begins.month, self.year_begins.last_year)

    @property
    def office(self) -> OfficeHours:
        """The office hours; none where they are not stated."""
        return office_of(self.office_hours)


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time with its unit; an ``amount`` of 0 days is the same day."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.amount} {self.unit}" if self.amount else "same day"

    def deadline(self, conventions: Conventions) -> Deadline:
        """What gives the last day of a period of this length, which is not one of hours."""
        workdays = self.counts_workdays(conventions)
        return Deadline(self, workdays, conventions.roll if self.amount > 0 and not workdays else False)

    @property
    def hourly(self) -> bool:
        """Whether it is counted in hours or minutes."""
        return self.unit in ("minute", "hour", "office hour")

    def counts_workdays(self, conventions: Conventions) -> bool:
        """Whether the period is counted in working days under these conventions."""
        return self.amount > 0 and (
            self.unit == "workday" or (self.unit == "day" and conventions.day_unit == "working")
        )

    def leans_on(self) -> tuple[str, ...]:
        """The conventions that the end of the period hangs on."""
        if self.unit == "workday" or not self.amount:
            return ()
        if self.hourly:
            return ("office_hours",) if self.unit == "office hour" else ()
        return ("day_unit", "roll") if self.unit == "day" else ("roll",)


@dataclass(frozen=True, slots=True, eq=False)
class Deadline:
    """The last day of a period counted from a day, which is itself not counted (民法典第201条)."""

    limit: Limit
    workdays: bool
    """Whether it is counted in working days."""
    rolls: Roll
    """Whether a last day that is a rest day moves, and which way."""

    def __str__(self) -> str:
        return str(self.limit)

    def __call__(self, start: date, calendar: WorkCalendar) -> date:
        """The last day; raises OutOfCalendar where it lies beyond all that can be counted."""
        if self.workdays:
            return calendar.add_workdays(start, self.limit.amount)
        return self._moved(self.stated(start), start, calendar)

    def unfixed(self, start: date, calendar: WorkCalendar) -> date | None:
        """The first day that no notice has fixed, of those that were looked at: are they worked?"""
        if self.workdays:
            return calendar.provisional(start, self(start, calendar))
        if not self.rolls:
            return None
        last = self.stated(start)
        return calendar.provisional(*looked_at(last, self._moved(last, start, calendar)))

    def _moved(self, last: date, start: date, calendar: WorkCalendar) -> date:
        """Where the last day moves: on, where none is left from ``start`` on to move back to."""
        day = rolled(last, self.rolls, calendar)
        return calendar.next_workday(last) if self.rolls == "back" and day < start else day

    def days(self, start: date) -> int:
        """How many days it counts after ``start``: working days, or days of the calendar before the last one moves."""
        return self.limit.amount if self.workdays else (self.stated(start) - start).days

    @property
    def asks_calendar(self) -> bool:
        """Whether it looks at which days are worked."""
        return self.workdays or bool(self.rolls)

    def stated(self, start: date) -> date:
        """The last day before it moves, of a length that is not counted in working days."""
        amount, unit = self.limit.amount, self.limit.unit
        try:
            if unit in ("day", "calendar day"):
                return start + amount * _DAY
            return add_months(start, amount * (12 if unit == "year" else 1))
        except (OverflowError, ValueError):  # past the year 9999
            raise OutOfCalendar(start, date.min, date.max) from None


def rolled(day: date, roll: Roll, calendar: WorkCalendar) -> date:
    """Where a last day moves if it is a rest day; raises OutOfCalendar where that lies beyond the calendar."""
    if roll == "back":
        return calendar.previous_workday(day)
    return calendar.next_workday(day) if roll else day


def looked_at(stated: date, moved: date) -> tuple[date, date]:
    """The day before the first and the last of the days of which it is asked whether they are worked."""
    return min(stated, moved) - _DAY, max(stated, moved)


def parse_limit(text: str) -> Limit:
    """The limit that a checked text states: ``5 workdays``, ``3 days``, ``2 months``, ``2 hours``, ``same day``."""
    if text == "same day":
        return Limit(0, "day")
    match = _LIMIT.fullmatch(text) or _HOURS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return Limit(int(match[1]), match[2])  # type: ignore[arg-type]


def _limit_text(value: object) -> object:
    """A bare number has no unit, and a limit without one is refused."""
    if isinstance(value, str) and (value == "same day" or _LIMIT.fullmatch(value)):
        return value
    raise _no_limit(value, _UNITS)


def _hourly_text(value: object, day_key: str = "") -> object:
    """``day_key`` is what a day is stated by instead of a length, if there is such a key."""
    if isinstance(value, str) and (value == "same day" or _LIMIT.fullmatch(value) or _HOURS.fullmatch(value)):
        return value
    raise _no_limit(value, {**_UNITS, **_CLOCK_UNITS}, day_key)


def _no_limit(value: object, units: Mapping[str, tuple[str, ...]], day_key: str = "") -> PydanticCustomError:
    single = value[0] if isinstance(value, list) and len(value) == 1 else value
    words = {"given": _as_written(value), "hint": _meant(str(single), units) or NOTHING}
    words["workdays"] = _as_workdays(str(single), str(words["hint"]))
    is_day = day_key and words["hint"] == NOTHING and _ASKS_DAY.fullmatch(str(value)) is not None
    return PydanticCustomError("SR152", "limit", {**words, "instead": f"{day_key}: {value}" if is_day else NOTHING})


def _as_workdays(text: str, meant: str) -> str:
    """The same in working days, where the days are written in Chinese: documents often mean these."""
    amount, _, unit = meant.partition(" ")
    return f"{amount} work{unit}" if unit in ("day", "days") and re.search("[日天]", text) else NOTHING


def _as_written(value: object) -> str:
    """A value as its author wrote it, in one line."""
    if isinstance(value, list):
        return f"[{', '.join(map(_as_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_as_written(each)}' for key, each in value.items())}}}"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _meant(text: str, units: Mapping[str, tuple[str, ...]]) -> str:
    """The limit that was probably meant: ``5workdays``, ``5个工作日``, ``五 workdays`` are 5 workdays; else nothing."""
    folded = normalize("NFKC", text).strip().casefold()
    found = _LIKE.fullmatch(folded)
    if found is None:
        return "same day" if re.sub(r"[\s_-]", "", folded) in _SAME_DAY else ""
    amount = int(found["amount"]) if found["amount"].isascii() else chinese(found["amount"])
    written = re.sub(r"[\s-]", "", found["unit"])
    unit = next((unit for unit, words in units.items() if written in words), "")
    if unit == "weeks":
        amount, unit = 7 * amount, "days"
    if not amount:
        return "same day" if unit else ""
    return f"{amount} {unit if amount > 1 else unit.rstrip('s')}" if unit and amount < 10_000 else ""


_LIMITS = f"same day|{_LIMIT.pattern}"
LimitText = Annotated[str, BeforeValidator(_limit_text), WithJsonSchema(written_as(_LIMITS, "SR152"))]
_HOURLY = WithJsonSchema(written_as(f"{_LIMITS}|{_HOURS.pattern}", "SR152"))
HourlyText = Annotated[str, BeforeValidator(_hourly_text), _HOURLY]
"""The same, or a limit by the clock: ``15 minutes``, ``2 hours``, ``4 office hours``."""
LimitOrDue = Annotated[str, BeforeValidator(partial(_hourly_text, day_key="due")), _HOURLY]
"""The same where a day is stated by ``due``."""
LimitOrTo = Annotated[str, BeforeValidator(partial(_hourly_text, day_key="to")), _HOURLY]
"""The same where a day is stated by ``to``."""
