"""The national table: the State Council's notices as the ``holidays`` library has them, and its prediction after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from itertools import groupby
from types import MappingProxyType
from typing import Final

from supervision_rules.calendar.notice import Notice, notice_year
from supervision_rules.calendar.table import Mark

FIRST: Final = date(2004, 1, 1)
YEARS_AHEAD: Final = 5  # how far past the last notice the table goes, and how far past the library a notice may go

# In the order in which a notice names two that begin on one day.
FESTIVALS: Final[Mapping[str, str]] = MappingProxyType({
    "元旦": "New Year's Day",
    "春节": "Spring Festival",
    "清明节": "Tomb-Sweeping Day",
    "劳动节": "Labour Day",
    "端午节": "Dragon Boat Festival",
    "国庆节": "National Day",
    "中秋节": "Mid-Autumn Festival",
})  # fmt: skip
_SAME_HOLIDAY: Final[Mapping[str, str]] = MappingProxyType({"农历除夕": "春节", "春节延长假期": "春节"})
_OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {"中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日": "70th anniversary of victory, 1945"}
)

WORKDAY: Final = Mark(True, "工作日", "working day")
_WEEK: Final = (*[WORKDAY] * 5, Mark(False, "周六", "Saturday"), Mark(False, "周日", "Sunday"))
_MADE_UP: Final = (
    *[WORKDAY] * 5,
    Mark(True, "周六调休上班", "make-up Saturday"),
    Mark(True, "周日调休上班", "make-up Sunday"),
)


@dataclass(frozen=True, slots=True)
class Library:
    """What ``holidays`` says: the names of its days off (none for a day off in lieu), the weekend days worked,
    and the years that it has a notice for."""

    version: str
    off: Mapping[date, tuple[str, ...]]
    made_up: frozenset[date]
    official: frozenset[int]

    @property
    def last_year(self) -> int:
        """The last year that it has a notice for."""
        return max(self.official)


@dataclass(frozen=True, slots=True)
class National:
    """The marks of all days from ``FIRST``, and the years that a notice has fixed."""

    marks: tuple[Mark, ...]
    fixed: frozenset[int]
    source: str


@lru_cache(maxsize=1)
def library() -> Library:
    """Read once. The import is slow, and a lazily filled table of the library's is not safe between threads."""
    china = import_module("holidays.countries").China
    # Which years are official is told by nothing else; a test guards this.
    official = frozenset(china(years=FIRST.year, expand=False).special_public_holidays)
    years = range(FIRST.year - 1, max(official) + 2 * YEARS_AHEAD + 2)
    table = china(years=years, expand=False, language="zh_CN")
    off = {day: _names(text) for day, text in table.items()}
    return Library(version("holidays"), MappingProxyType(off), frozenset(table.weekend_workdays), official)


def _names(text: str) -> tuple[str, ...]:
    names = (part.split("（")[0] for part in text.split("; "))
    return tuple(_SAME_HOLIDAY.get(name, name) for name in names if name != "休息日")


def national(notices: tuple[Notice, ...], known_by: date | None) -> National:
    """The national days with the notices (in order) laid over the library's, as known on a day."""
    source = library()
    official = {year for year in source.official if known_by is None or known_by >= _known_from(year)}
    announced = {notice.year for notice in notices}
    departures = _departures(source, official, announced - official) | _declared(notices)
    fixed = frozenset(official | announced)
    labels = {day: notice for notice in notices for day in notice.off}
    days = all_days(date(max(fixed) + YEARS_AHEAD, 12, 31))
    return National(tuple(_marks(days, departures, source, labels)), fixed, f"holidays {source.version}")


def _known_from(year: int) -> date:
    """The library does not date its notices; all have come by the middle of the December before."""
    return date(year - 1, 12, 16)


def all_days(last: date) -> list[date]:
    """From ``FIRST`` to ``last``."""
    return [FIRST + timedelta(days=offset) for offset in range((last - FIRST).days + 1)]


def weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() > 4


def _departures(source: Library, official: Iterable[int], replaced: Iterable[int]) -> dict[date, bool]:
    """The days that differ from the plain week, as worked or not; statute alone where no notice is known."""
    official, replaced = set(official), set(replaced)
    off = {
        day: False
        for day, names in source.off.items()
        if day.year not in replaced and (notice_year(day) in official or set(names) & FESTIVALS.keys())
    }
    return off | {day: True for day in source.made_up if notice_year(day) in official}


def _declared(notices: Iterable[Notice]) -> dict[date, bool]:
    declared: dict[date, bool] = {}
    for notice in notices:
        declared |= dict.fromkeys(notice.off, False) | dict.fromkeys(notice.worked, True)
    return declared


def _marks(
    days: list[date], departures: Mapping[date, bool], source: Library, labels: Mapping[date, Notice]
) -> Iterator[Mark]:
    for worked, run in groupby(days, lambda day: departures.get(day, not weekend(day))):
        if worked:
            yield from (made_up(day) for day in run)
        else:
            yield from _rest(list(run), source, labels)


def _rest(run: list[date], source: Library, labels: Mapping[date, Notice]) -> Iterator[Mark]:
    """Days off in one piece bear the names of all holidays in it, as a notice does: "国庆节、中秋节"."""
    names = {name: None for day in run for name in _in_order(source.off.get(day, ()))}
    if not names:
        names = {labels[day].label: None for day in run if day in labels}
    if not names:
        return iter([_WEEK[day.weekday()] for day in run])
    written = {notice.label: notice.label_en or notice.label for notice in labels.values()}
    english = {**written, **FESTIVALS, **_OTHER_NAMES}
    return iter([Mark(False, "、".join(names), ", ".join(english.get(name, name) for name in names))] * len(run))


def _in_order(names: Iterable[str]) -> list[str]:
    order = list(FESTIVALS)
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def made_up(day: date) -> Mark:
    """The mark of a day that is worked."""
    return _MADE_UP[day.weekday()]
