"""How often something recurs: each month, every two months of the calendar, every two weeks from a start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Final, NamedTuple, get_args
from unicodedata import normalize

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from supervision_rules.calendar import PeriodKind
from supervision_rules.diagnostics import NOTHING
from supervision_rules.language.quotes import chinese

FROM_START: Final = " from start"
_KINDS: Final[tuple[PeriodKind, ...]] = get_args(PeriodKind)
_PARTS_OF_A_YEAR: Final = frozenset({"2 months", "4 months"})
"""What the calendar has no other word for: it begins anew each January."""
_SEVERAL: Final = re.compile(rf"([2-9]|[1-9][0-9]) (week|month|year)s{FROM_START}")
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
        **dict.fromkeys(("week", "weeks", "weekly", "周", "星期", "礼拜"), (1, "week")),
        **dict.fromkeys(("fortnight", "fortnightly", "biweekly", "双周"), (2, "week")),
        **dict.fromkeys(("tenday", "tendays", "旬"), (1, "ten days")),
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

    @property
    def number(self) -> int | None:
        """The number that the words of the document must hold; None where the period has a name."""
        return self.amount if self.amount > 1 else int(self.kind[0]) if self.kind[0].isdigit() else None


def turns_of(text: str) -> Turns | None:
    """What a text of ``each`` says; None if it is none."""
    if found := _SEVERAL.fullmatch(text):
        return Turns(int(found[1]), found[2], True)  # type: ignore[arg-type]
    kind = next((kind for kind in _KINDS if text.removesuffix(FROM_START) == kind), None)
    return None if kind is None else Turns(1, kind, text.endswith(FROM_START))


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
    return meant if turns_of(meant) is not None else ""


def _amount(written: str) -> int:
    if written.isdigit() and written.isascii():
        return int(written)
    return _AMOUNTS[written] if written.isascii() else chinese(written)


Each = Annotated[str, BeforeValidator(_each)]
"""``month``, ``2 months``; counted from a start ``month from start``, ``2 weeks from start``."""
