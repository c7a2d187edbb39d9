"""What can be changed in one value: a number, a unit, a date, a switch, an effect, a consequence, a cap taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.nodes.scalars import resolve
from supervision_rules.shape import read_day
from supervision_rules.testing.mutation.inside import Part, parts_of, stepped

CONSEQUENCES: Final = frozenset(("outcome", "code", "step", "state", "acts", "copies", "consequence"))
"""Keys of what follows, as findings tell it."""
CAPS: Final = frozenset(("max", "min", "at_most"))
"""Keys of numbers that bound others."""
OTHER_TEXT: Final = "别的"
OTHER_CODE: Final = "another"
_LENGTH: Final = re.compile(r"(?P<amount>[1-9][0-9]*) (?P<unit>[a-z ]+?)(?P<many>s?)")
_UNITS: Final[Mapping[str, tuple[str, ...]]] = {
    "workday": ("calendar day",),
    "day": ("workday", "month"),
    "calendar day": ("workday",),
    "month": ("day", "year"),
    "year": ("month",),
    "minute": ("hour",),
    "hour": ("office hour", "minute"),
    "office hour": ("hour",),
}
_PERIODS: Final[Mapping[str, str]] = {
    "day": "week",
    "workday": "day",
    "week": "month",
    "half month": "month",
    "ten days": "month",
    "month": "quarter",
    "quarter": "month",
    "half year": "year",
    "year": "quarter",
}
_LAST: Final = "last "
_WORDS: Final[Mapping[str, str]] = {
    "add": "deduct",
    "deduct": "add",
    "violation": "warning",
    "warning": "violation",
    "half_up": "down",
    "half_even": "down",
    "down": "up",
    "up": "down",
    "calendar": "working",
    "working": "calendar",
}
"""Words of which there are a few to choose from, by one that means something else."""
_WORD_KEYS: Final = frozenset(("effect", "severity", "round", "mode", "day_unit"))


@dataclass(frozen=True, slots=True)
class Change:
    """One thing in a value changed."""

    kind: str
    """What it is that is changed: number, comparison, condition, sum, unit, date, switch, effect, consequence, cap."""
    part: Part
    scalar: nodes.Scalar
    """The value as changed, at the same place."""

    @property
    def told(self) -> str:
        """What stood there and what stands there now: ``5 → 6``."""
        return f"{self.part.before} → {self.part.after or 'null'}"


def changes(key: str, scalar: nodes.Scalar) -> Iterator[Change]:
    """All changes of the value of ``key``."""
    for kind, part in _parts(key, scalar):
        text = scalar.text[: part.start] + part.after + scalar.text[part.end :]
        value = resolve(text) if scalar.plain else text
        yield Change(kind, part, nodes.Scalar(value, text, scalar.plain, scalar.span))


def _parts(key: str, scalar: nodes.Scalar) -> Iterator[tuple[str, Part]]:
    value, text = scalar.value, scalar.text
    if isinstance(value, bool):
        yield "switch", _whole(text, "false" if value else "true")
    elif isinstance(value, int | Decimal):
        for other in stepped(text):
            yield "number", _whole(text, other)
        if key in CAPS:
            yield "cap", _whole(text, "")
    elif isinstance(value, str) and text:
        yield from _in_text(key, text)


def _in_text(key: str, text: str) -> Iterator[tuple[str, Part]]:
    day = read_day(text)
    if key in CONSEQUENCES:
        yield "consequence", _whole(text, OTHER_CODE if text.isascii() else OTHER_TEXT)
    elif key in _WORD_KEYS and text in _WORDS:
        yield "effect" if key == "effect" else "word", _whole(text, _WORDS[text])
    elif day is not None:
        for other in _days_beside(day):
            yield "date", _whole(text, other)
    elif text == "same day":
        yield "unit", _whole(text, "1 day")
    elif (length := _LENGTH.fullmatch(text)) is not None and length["unit"] in _UNITS:
        yield from _in_length(length)
    elif (period := text.removeprefix(_LAST)) in _PERIODS:
        start = len(text) - len(period)
        yield "unit", Part(start, len(text), period, _PERIODS[period])
    else:
        yield from parts_of(text)


def _in_length(length: re.Match[str]) -> Iterator[tuple[str, Part]]:
    text, amount, unit = length[0], length["amount"], length["unit"]
    for other in stepped(amount):
        yield "number", Part(0, len(amount), amount, other)
    for name in _UNITS[unit]:
        many = "s" if length["many"] else ""
        yield "unit", Part(len(amount) + 1, len(text), text[len(amount) + 1 :], f"{name}{many}")


def _days_beside(day: date) -> Iterator[str]:
    for step in (1, -1):
        yield str(day + timedelta(days=step))


def _whole(text: str, after: str) -> Part:
    return Part(0, len(text), text, after)
