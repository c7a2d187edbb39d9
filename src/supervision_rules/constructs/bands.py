"""Bands of an amount: the points of the band in which it lies, or so many for each one beyond an edge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import model_validator

from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.boxes import Points, Price, total
from supervision_rules.expressions import Interval, Number, Numeric, interval
from supervision_rules.expressions.values import ends, multiply, subtract
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.reasons import reason
from supervision_rules.language.spec import Spec

Edge = tuple[Number, int]
"""Where a band begins: with the number itself (0), or only beyond it (1)."""


class Band(Spec):
    """一档：从哪个数起，多少分。"""

    at_least: Points | None = None
    """从这个数起，含本数（以上；累进的是从第几个起）；at_least 与 over 写一个"""
    over: Points | None = None
    """超过这个数，不含本数"""
    points: Price | None = None
    """这一档的分数；points 与 rate 写一个，各档一样"""
    rate: Price | None = None
    """累进：超过部分每一个多少分，到下一档为止"""
    words: str | None = None
    """本档的原话"""
    unquoted: str | None = None
    """数字不见于原话时，说明理由"""

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
    words: tuple[str | None, ...]
    """What the document says of each."""

    def of(self, amount: Numeric) -> Numeric | None:
        """The points for an amount; of one in doubt, from the least to the most that it may get."""
        low, high = ends(amount)
        if self.progressive:
            bounds = [self._beyond(low), self._beyond(high)]  # more for more
        else:
            bounds = [self._within(place) for place in range(self._place(low), self._place(high) + 1)]
        known = [bound for bound in bounds if bound is not None]
        return interval(min(known), max(known)) if len(known) == len(bounds) else None

    def explain(self, amount: Numeric) -> Iterator[Explanation]:
        """The band in which an amount lies, or the stretches that it is made of; nothing of one in doubt."""
        if isinstance(amount, Interval):
            return
        if self.progressive:
            for edge, length, price in self._stretches(amount):
                yield reason("band-stretch", edge=edge, length=length, price=price, points=multiply(length, price))
        elif (place := self._place(amount)) == 0:
            yield reason("band-none")
        else:
            (edge, beyond), words, points = self.edges[place - 1], self.words[place - 1], self.points[place - 1]
            phrase = "band" if words is not None else "band-over" if beyond else "band-at-least"
            yield reason(phrase, edge=edge, words=words, points=points)

    def _stretches(self, amount: Number) -> Iterator[tuple[Number, Numeric | None, Number]]:
        """The edges that an amount goes beyond, how far up to the next or its end, and the price of that."""
        bounds = [edge for edge, _ in self.edges if edge < amount] + [amount]
        for (edge, end), price in zip(pairwise(bounds), self.points, strict=False):
            yield edge, subtract(end, edge), price

    def _place(self, amount: Number) -> int:
        """How many edges the amount has come to."""
        return bisect_right(self.edges, (amount, 0))

    def _within(self, place: int) -> Number:
        return self.points[place - 1] if place else 0

    def _beyond(self, amount: Number) -> Number | None:
        value = total(multiply(length, price) for _, length, price in self._stretches(amount))
        return None if value is None or isinstance(value, Interval) else value


def bind_bands(binder: TextBinder, path: tuple[str | int, ...], given: Sequence[Band]) -> Bands | None:
    """The bands of the list at ``path``; None if they do not rise or are not of one sort, which is told."""
    odd = _odd(given)
    if odd is not None:
        binder.report("SR162", *path, odd, given="points" if given[odd].rate is None else "rate")
        return None
    progressive = given[0].points is None
    edges: list[Edge] = []
    for index, band in enumerate(given):
        edge = _ordinal(band) if progressive else band.edge
        if edge is None:
            binder.report("SR328", *path, index, "at_least", given=band.edge[0])
            return None
        if edges and edge <= edges[-1]:
            binder.report("SR325", *path, index, given=band.edge[0], before=given[index - 1].edge[0])
            return None
        edges.append(edge)
        for name in ("at_least", "over", "points", "rate"):
            if (number := getattr(band, name)) is not None:
                binder.number(number, *path, index, name)
    return _bands(given, edges)


def bands_of(given: Sequence[Band]) -> Bands | None:
    """The bands of a list that has nothing wrong; None of none."""
    edges = [band.edge if band.points is not None else _ordinal(band) for band in given]
    return _bands(given, [edge for edge in edges if edge is not None]) if given else None


def _bands(given: Sequence[Band], edges: Sequence[Edge]) -> Bands:
    prices = tuple(band.rate if band.points is None else band.points for band in given)
    progressive = given[0].points is None
    return Bands(tuple(edges), prices, progressive, tuple(band.words for band in given))  # type: ignore[arg-type]  # each has one of the two


def _odd(given: Sequence[Band]) -> int | None:
    """The first band that is not of the sort of the others, by which most are, or the first; None if all are alike."""
    rates = [band.points is None for band in given]
    most = rates[0] if rates.count(rates[0]) * 2 >= len(rates) else not rates[0]
    return rates.index(not most) if (not most) in rates else None


def _ordinal(band: Band) -> Edge | None:
    """Where a progressive band begins: what comes from the third on goes beyond the second; None of no ordinal."""
    if band.over is not None:
        return band.edge
    first = band.edge[0]
    return (first - 1, 1) if first >= 1 and first == int(first) else None
