"""Boxes of points: rounding, a floor and a ceiling, and what they cut off. All is exact, and works on Intervals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from types import MappingProxyType
from typing import Annotated, Literal, NamedTuple, Protocol

from pydantic import Field

from supervision_rules.expressions import Interval, Number, Numeric, interval
from supervision_rules.expressions.exact import rounded
from supervision_rules.expressions.values import add, ends, subtract
from supervision_rules.findings import COUNTED_IN, Detail
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.spec import Spec
from supervision_rules.world import Row

Effect = Literal["add", "deduct"]
Points = int | Decimal
Price = Annotated[int, Field(ge=0)] | Annotated[Decimal, Field(ge=0)]
"""A number of points in a pack; whether they are added or deducted is said by the effect."""

MODES: Mapping[str, str] = MappingProxyType(
    {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "down": ROUND_DOWN, "up": ROUND_UP}
)


class Rounding(Spec):
    """怎样取舍。"""

    places: Annotated[int, Field(ge=0, le=12)] = 0
    """保留几位小数"""
    mode: Literal["half_up", "half_even", "down", "up"] = "half_up"
    """half_up 四舍五入，half_even 四舍六入五成双，down 舍去，up 进一"""


class Counted(Protocol):
    """A rule of amounts: in points, or in the unit that it states."""

    counted_in: str | None
    counted_in_en: str | None


def counted_in(spec: Counted) -> Detail:
    """The unit of the amounts, if one is stated, as findings tell it."""
    unit = spec.counted_in
    return ((COUNTED_IN, (unit, spec.counted_in_en or unit)),) if unit is not None else ()


class Kept(NamedTuple):
    """What a floor and a ceiling make of an amount; ``cut`` is what was cut off, negative where the floor filled up."""

    raw: Numeric | None
    value: Numeric | None
    cut: Numeric | None

    @property
    def suffix(self) -> str:
        """Which phrase tells what happened to the amount."""
        if self.cut is None or self.cut == 0:
            return ""
        return "-capped" if ends(self.cut)[1] > 0 else "-raised"


@dataclass(frozen=True, slots=True)
class Cap:
    """A rounding, then a floor and a ceiling; None where there is none."""

    least: Number | None = None
    most: Number | None = None
    rounding: Rounding | None = None

    def keep(self, raw: Numeric | None) -> Kept:
        """``raw`` within the bounds. Of an unknown amount both bounds together still tell an Interval."""
        if raw is None:
            bounded = self.least is not None and self.most is not None
            return Kept(None, interval(self.least, self.most) if bounded else None, None)  # type: ignore[arg-type]
        exact = over_ends(raw, self._round)
        return Kept(exact, over_ends(exact, self._clamp), over_ends(exact, self._cut))

    def _round(self, value: Number) -> Number:
        """``value`` to the stated places; one too large to have decimals is left as it is."""
        if self.rounding is None:
            return value
        places = rounded(value, self.rounding.places, MODES[self.rounding.mode])
        return value if places is None else places

    def _clamp(self, value: Number) -> Number:
        if self.most is not None and value > self.most:
            value = self.most
        return self.least if self.least is not None and value < self.least else value

    def _cut(self, value: Number) -> Number:
        """Never falls as ``value`` rises, so the ends of an Interval give the ends of its cut."""
        kept = self._clamp(value)
        if kept is value:
            return 0
        cut = subtract(value, kept)
        return cut if isinstance(cut, Number) else 0


def bind_cap(
    binder: TextBinder, least: Number | None, most: Number | None, rounding: Rounding | None, *path: str | int
) -> Cap | None:
    """The cap from the keys ``min`` and ``max`` of the mapping at ``path``; None if they cross, which is told."""
    for name, bound in (("min", least), ("max", most)):
        if bound is not None and binder.at(*path, name) is not None:
            binder.number(bound, *path, name)
    if least is not None and most is not None and least > most:
        binder.report("SR313", *path, "min", least=least, most=most)
        return None
    return Cap(least, most, rounding)


def over_ends(value: Numeric, change: Callable[[Number], Number]) -> Numeric:
    """``change``, which never falls, on a number or on both ends of an Interval."""
    if value.__class__ is Interval:
        return interval(change(value.low), change(value.high))
    return change(value)  # type: ignore[arg-type]


def total(values: Iterable[Numeric | None]) -> Numeric | None:
    """The exact sum; unknown where a part is unknown or the sum too large."""
    parts = list(values)
    if all(part.__class__ is int for part in parts):
        return add(0, sum(parts))  # type: ignore[arg-type]  # all are whole numbers
    result: Numeric | None = 0
    for part in parts:
        result = add(result, part)
    return result


def maybe(value: Numeric | None) -> Numeric | None:
    """What an amount comes to of which it is unknown whether it counts at all."""
    if value is None:
        return None
    low, high = ends(value)
    return interval(min(0, low), max(0, high))


def numeric(value: object) -> Numeric | None:
    """The value of a number expression as a number."""
    return value if isinstance(value, Numeric) else None


def signed(value: Numeric | None, effect: str, within: str) -> Numeric | None:
    """An amount as it enters a sum: against it where the sum has the other effect."""
    return value if effect == within else subtract(0, value)


def to_date(row: Row) -> Detail:
    """Totals of a window that is not over say up to which day they go."""
    as_of = row.world.as_of
    return (("to", as_of),) if row.period is not None and row.period.last > as_of else ()
