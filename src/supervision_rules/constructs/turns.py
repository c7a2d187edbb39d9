"""How often something recurs: each day or working day, each month, every two months, every two weeks from a start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, NamedTuple, get_args
from unicodedata import normalize

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.diagnostics import NOTHING
from supervision_rules.nodes.numerals import chinese
from supervision_rules.shape import written_as

FROM_START: Final = " from start"
_KINDS: Final[tuple[PeriodKind, ...]] = get_args(PeriodKind)
_PARTS_OF_A_YEAR: Final = frozenset({"2 months", "4 months"})
"""What the calendar has no other word for: it begins anew each January."""
WORKDAY: Final = "workday"
_ONLY_OF_THE_CALENDAR: Final = frozenset({"day", "half month"})
"""What is not counted from a start: a day is one of the calendar, half a month from a day has no fixed length."""
_SEVERAL: Final = re.compile(rf"([2-9]|[1-9][0-9]) (workday|day|week|month|year)s{FROM_START}")
_LIKE: Final = re.compile(
    r"(?:每隔?|every|each|once)?(?:(?P<amount>[0-9]+|[一二两三四五六七八九十]+|"
    r"one|two|three|four|five|six|second|third|other)(?=\D))?个?"
    r"(?P<unit>[a-z\u4e00-\u9fff]+?)(?P<start>fromstart|fromthestart)?(?:一次|1次|a)?"
)
_AMOUNTS: Final[Mapping[str, int]] = MappingProxyType(
    {"one": 1, "two": 2, "second": 2, "other": 2, "three": 3, "third": 3, "four": 4, "five": 5, "six": 6}
)
_UNITS: Final[Mapping[str, tuple[int, str]]] = MappingProxyType(
    {
        **dict.fromkeys(("day", "days", "daily", "日", "天"), (1, "day")),
        **dict.fromkeys(("workday", "workdays", "workingday", "workingdays", "工作日", "工作天"), (1, WORKDAY)),
        **dict.fromkeys(("week", "weeks", "weekly", "周", "星期", "礼拜"), (1, "week")),
        **dict.fromkeys(("fortnight", "fortnightly", "biweekly", "双周"), (2, "week")),
        **dict.fromkeys(("tenday", "tendays", "旬"), (1, "ten days")),
        **dict.fromkeys(("halfmonth", "halfmonths", "semimonthly", "半月", "半个月"), (1, "half month")),
        **dict.fromkeys(("month", "months", "monthly", "月"), (1, "month")),
        **dict.fromkeys(("bimonthly", "双月"), (2, "month")),
        **dict.fromkeys(("quarter", "quarters", "quarterly", "季", "季度"), (3, "month")),
        **dict.fromkeys(("halfyear", "halfyears", "halfyearly", "半年"), (6, "month")),
        **dict.fromkeys(("year", "years", "yearly", "annually", "年"), (1, "year")),
        **dict.fromkeys(("biennial", "biennially"), (2, "year")),
    }
)
_NAMED: Final[Mapping[int, str]] = MappingProxyType({1: "month", 3: "quarter", 6: "half year", 12: "year"})


class Turns(NamedTuple):
    """So many periods of a kind, counted from the first day of the duty or those of the calendar."""

    amount: int
    kind: PeriodKind
    from_start: bool
    workdays: bool = False
    """Whether only working days count."""

    @property
    def number(self) -> int | None:
        """The number that the words of the document must hold; None where the period has a name."""
        return self.amount if self.amount > 1 else int(self.kind[0]) if self.kind[0].isdigit() else None


def turns_of(text: str) -> Turns | None:
    """What a text of ``each`` says; None if it is none."""
    if found := _SEVERAL.fullmatch(text):
        workdays = found[2] == WORKDAY
        return Turns(int(found[1]), "day" if workdays else found[2], True, workdays)  # type: ignore[arg-type]
    if text == WORKDAY:
        return Turns(1, "day", False, True)
    from_start = text.endswith(FROM_START)
    kind = next((kind for kind in _KINDS if text.removesuffix(FROM_START) == kind), None)
    return None if kind is None or (from_start and kind in _ONLY_OF_THE_CALENDAR) else Turns(1, kind, from_start)


def _each(value: object) -> object:
    if isinstance(value, str) and turns_of(value) is not None:
        return value
    raise PydanticCustomError("SR167", "turns", {"given": str(value), "hint": _meant(str(value)) or NOTHING})


def _meant(text: str) -> str:
    """What was probably meant: ``每两周``, ``two weeks`` and ``2 weeks`` are 2 weeks from start; else nothing."""
    folded = re.sub(r"[\s_-]", "", normalize("NFKC", text).casefold())
    found = _LIKE.fullmatch(folded)
    times, unit = _UNITS.get(found["unit"], (0, "")) if found is not None else (0, "")
    if found is None or not times:
        return ""
    amount = times * _amount(found["amount"] or "1")
    if unit == "month" and (amount in _NAMED or f"{amount} months" in _PARTS_OF_A_YEAR):
        unit, amount = _NAMED.get(amount, f"{amount} months"), 1
    start = FROM_START if found["start"] or amount > 1 else ""
    meant = unit + start if amount == 1 else f"{amount} {unit}s{start}"
    if unit in _PARTS_OF_A_YEAR and not start:
        return unit
    if amount == 1 and turns_of(meant) is None:
        return unit
    return meant if turns_of(meant) is not None else ""


def _amount(written: str) -> int:
    if written.isdigit() and written.isascii():
        return int(written)
    return _AMOUNTS[written] if written.isascii() else chinese(written)


_STARTED: Final = "|".join(kind for kind in _KINDS if kind not in _ONLY_OF_THE_CALENDAR)
_EACH: Final = rf"{WORKDAY}|{'|'.join(_KINDS)}|(?:{_STARTED}){FROM_START}|{_SEVERAL.pattern}"
Each = Annotated[str, BeforeValidator(_each), WithJsonSchema(written_as(_EACH, "SR167"))]
"""``month``, ``2 months``, ``workday``; counted from a start ``month from start``, ``2 weeks from start``."""
