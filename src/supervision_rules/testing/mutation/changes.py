"""What can be changed at one place: a number, a unit, a date, a switch, an effect, an order; what can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.nodes.scalars import resolve
from supervision_rules.shape import read_day
from supervision_rules.testing.mutation.change import Change, Part
from supervision_rules.testing.mutation.inside import parts_of, stepped
from supervision_rules.testing.mutation.keys import may_be_left_out, of_key, ranks
from supervision_rules.testing.mutation.lists import without_one
from supervision_rules.testing.mutation.places import Place

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
    "high": "low",
    "low": "high",
    "undetermined": "list_order",
    "list_order": "all_out",
    "all_out": "undetermined",
    "competition": "dense",
    "dense": "competition",
    "empty": "refill",
    "refill": "empty",
}
"""Words of which there are a few to choose from, by one that means something else."""
_WORD_KEYS: Final[Mapping[str, str]] = {
    "effect": "effect",
    "severity": "word",
    "round": "word",
    "mode": "word",
    "day_unit": "word",
    "order": "order",
    "ties": "ties",
    "vacancy": "ties",
}
"""The keys of such words, each with what it is that is changed."""
_ORDERS: Final = frozenset(("order", "then"))
"""Keys of what goes in from the top, unless a minus says otherwise."""


def changes(place: Place) -> Iterator[Change]:
    """All changes of what stands at a place."""
    node = place.node
    if place.is_key:
        yield from of_key(place)
    elif isinstance(node, nodes.Sequence):
        yield from without_one(place.key, node)
    elif isinstance(node, nodes.Scalar):
        for kind, part in _parts(place, node):
            text = node.text[: part.start] + part.after + node.text[part.end :]
            value = nodes.Scalar(resolve(text) if node.plain else text, text, node.plain, node.span)
            yield Change(kind, part.before, part.after, node.part(part.start, part.end), ((node, value),))


def _parts(place: Place, scalar: nodes.Scalar) -> Iterator[tuple[str, Part]]:
    value, text = scalar.value, scalar.text
    if isinstance(value, bool):
        yield "switch", _whole(text, "false" if value else "true")
    elif isinstance(value, int | Decimal):
        for other in stepped(text):
            yield "number", _whole(text, other)
        if place.key in CAPS:
            yield "cap", _whole(text, "")
    elif isinstance(value, str) and text:
        yield from _in_text(place.key, text)
        if place.key in _ORDERS and text not in _WORDS or ranks(place):
            yield "order", _whole(text, _negated(text))
        if may_be_left_out(place):
            yield "basis", _whole(text, "")


def _in_text(key: str, text: str) -> Iterator[tuple[str, Part]]:
    day = read_day(text)
    if key in CONSEQUENCES:
        yield "consequence", _whole(text, OTHER_CODE if text.isascii() else OTHER_TEXT)
    elif key in _WORD_KEYS and text in _WORDS:
        yield _WORD_KEYS[key], _whole(text, _WORDS[text])
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


def _negated(text: str) -> str:
    return text[1:] if text.startswith("-") and text[1:].isidentifier() else f"-({text})"


def _days_beside(day: date) -> Iterator[str]:
    for step in (1, -1):
        yield str(day + timedelta(days=step))


def _whole(text: str, after: str) -> Part:
    return Part(0, len(text), text, after)
