"""Bands of an amount: the points of the band in which it lies, or so many for each one beyond an edge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import model_validator

from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.boxes import Points, Price, total
from supervision_rules.expressions import Interval, Number, Numeric, interval
from supervision_rules.expressions.values import ends, multiply, subtract
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.spec import Spec

Edge = tuple[Number, int]
"""Where a band begins: with the number itself (0), or only beyond it (1)."""


class Band(Spec):
    """一档：从哪个数起，多少分。"""

    at_least: Points | None = None
    """从这个数起，含本数（以上、第几次起）；at_least 与 over 写一个"""
    over: Points | None = None
    """超过这个数，不含本数"""
    points: Price | None = None
    """这一档的分数；points 与 rate 写一个，各档一样"""
    rate: Price | None = None
    """累进：超过部分每一个多少分，到下一档为止"""
    words: str | None = None
    """本档的原话"""

    @model_validator(mode="after")
    def _one_edge(self) -> Band:
        exactly_one(self, "at_least", "over")
        exactly_one(self, "points", "rate")
        return self

    @property
    def edge(self) -> Edge:
        """Where it begins."""
        return (self.over, 1) if self.over is not None else (self.at_least or 0, 0)


@dataclass(frozen=True, slots=True)
class Bands:
    """The edges, rising, and the points of each band; what lies below all of them gets none."""

    edges: tuple[Edge, ...]
    points: tuple[Number, ...]
    progressive: bool
    """Whether each band is paid by its own price, and not the whole by that of the band in which it ends."""

    def of(self, amount: Numeric) -> Numeric | None:
        """The points for an amount; of one in doubt, from the least to the most that it may get."""
        low, high = ends(amount)
        if self.progressive:
            bounds = [self._beyond(low), self._beyond(high)]  # more for more
        else:
            bounds = [self._within(place) for place in range(self._place(low), self._place(high) + 1)]
        known = [bound for bound in bounds if bound is not None]
        return interval(min(known), max(known)) if len(known) == len(bounds) else None

    def _place(self, amount: Number) -> int:
        """How many edges the amount has come to."""
        return bisect_right(self.edges, (amount, 0))

    def _within(self, place: int) -> Number:
        return self.points[place - 1] if place else 0

    def _beyond(self, amount: Number) -> Number | None:
        bounds = [edge for edge, _ in self.edges if edge < amount] + [amount]
        lengths = [subtract(upper, lower) for lower, upper in pairwise(bounds)]
        value = total(multiply(length, price) for length, price in zip(lengths, self.points, strict=False))
        return None if value is None or isinstance(value, Interval) else value


def bind_bands(binder: TextBinder, path: tuple[str | int, ...], given: Sequence[Band]) -> Bands | None:
    """The bands of the list at ``path``; None if they do not rise or are not of one sort, which is told."""
    for index, (before, band) in enumerate(pairwise(given), 1):
        if band.edge <= before.edge:
            binder.report("SR325", *path, index, given=band.edge[0], before=before.edge[0])
            return None
    if len({band.points is None for band in given}) > 1:
        binder.report("SR154", *path, keys="points、rate", given="points、rate")
        return None
    for index, band in enumerate(given):
        for name in ("at_least", "over", "points", "rate"):
            if (number := getattr(band, name)) is not None:
                binder.number(number, *path, index, name)
    prices = tuple(band.rate if band.points is None else band.points for band in given)
    return Bands(tuple(band.edge for band in given), prices, given[0].points is None)  # type: ignore[arg-type]
