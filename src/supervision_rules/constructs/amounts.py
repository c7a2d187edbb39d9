"""Between which ends points and totals lie for every history of records; floors and ceilings that never bind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from supervision_rules.calendar import PeriodKind
from supervision_rules.calendar.periods import how_many
from supervision_rules.catalogue import Bilingual
from supervision_rules.constructs.boxes import MODES, Effect, Points, Rounding
from supervision_rules.constructs.prices import PriceTable
from supervision_rules.constructs.scoring import BoxSpec
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions import Number
from supervision_rules.expressions.exact import rounded
from supervision_rules.expressions.ranges import ANY, NONE, Range, around, exactly, range_of
from supervision_rules.language.binding import Binder

NEVER_FILLED: Final = "SR347"


class Counted(Protocol):
    """What a rule of points says of records, each at its price."""

    @property
    def window(self) -> PeriodKind | None: ...

    @property
    def each(self) -> Points | str | PriceTable | None: ...

    @property
    def times(self) -> Points | str | None: ...

    @property
    def at_most(self) -> Mapping[PeriodKind, int]: ...

    @property
    def once_per(self) -> str | list[str] | None: ...

    @property
    def highest(self) -> bool: ...


class Capped(Protocol):
    """What has a floor and a ceiling."""

    min: Points | None
    max: Points | None


@dataclass(frozen=True, slots=True)
class Amounts:
    """What is known of the amounts of the other rules when one is looked at."""

    binder: Binder
    given: Mapping[str, tuple[Effect, Range]]
    """The points of the rules that have been looked at."""
    into: Mapping[str, Sequence[str]]
    """The rules that give their points into each box."""
    boxes: Mapping[str, BoxSpec]
    """All boxes of the pack."""
    told: bool
    """Whether what never binds is told: not where it may be otherwise under another option."""

    def of(self, *path: str | int) -> Range:
        """Between which ends the expression at ``path`` lies; that of nothing known, where there is none."""
        for each in self.binder.stated:
            if each.path == path:
                origins = self.binder.declarations.origins.get(each.about, {})
                names = {name: origins[name].possible for name in each.checked.names if name in origins}
                return range_of(each.checked.root, names)
        return ANY

    def price(self, key: str, given: Points | str | PriceTable | None) -> Range:
        """Between which ends one price lies."""
        if isinstance(given, PriceTable):
            written = list(prices_in(given))
            return (around(written) | NONE) if written else Range(0, None)
        return exactly(given) if isinstance(given, Number) else self.of(key)

    def counted(self, spec: Counted) -> Range:
        """Between which ends all records together lie."""
        price, most = self.price("each", spec.each), self._records(spec)
        if spec.times is not None:
            price = price * self.of("times")
        below, above = -price.within(None, 0), price.within(0, None)
        return -(below * Range(0, most)) | above * Range(0, most)

    def _records(self, spec: Counted) -> int | None:
        """How many records count at most in a window; None where there is no such number."""
        once = {spec.once_per} if isinstance(spec.once_per, str) else set(spec.once_per or ())
        if (spec.highest and not once) or self._is_of_one(once):
            return 1
        fits = [(most, how_many(kind, spec.window)) for kind, most in spec.at_most.items() if spec.window is not None]
        return min((most * times for most, times in fits if times is not None), default=None)

    def _is_of_one(self, once: set[str]) -> bool:
        """Whether those that count once are all that one subject has: those that name it by their one field."""
        declared, whose = self.binder.declarations, self.binder.links
        single = all(field in declared.single.get(declared.base(counted), {}) for counted, field in whose)
        return len(whose) == 1 and single and once == {field for _, field in whose}

    def kept(
        self, raw: Range, spec: Capped, least: Points | None, rounding: Rounding | None, *path: str | int
    ) -> Range:
        """``raw`` within its floor and ceiling, ``least`` and what is written as ``max``; told if one never binds."""
        exact = raw.each(lambda end: end if rounding is None else rounded(end, rounding.places, MODES[rounding.mode]))
        if spec.max is not None and exact.most is not None and exact.most < spec.max:
            self._tell(exact, spec.max, *path, "max")
        # A floor of nothing says that no more can be lost than there is, whether it comes to that or not.
        if spec.min and exact.least is not None and exact.least > spec.min:
            self._tell(exact, spec.min, *path, "min")
        return exact.within(least, spec.max)

    def _tell(self, raw: Range, bound: Points, *path: str | int) -> None:
        span, diagnostics = self.binder.span(*path), self.binder.diagnostics
        filled = any(found.code == NEVER_FILLED and found.span == span for found in diagnostics)
        if self.told and not filled:
            end = raw.told()[path[-1] == "max"]
            self.binder.report("SR365", *path, key=path[-1], bound=bound, end=end)

    def tell_dear(
        self, key: str, given: Points | str | PriceTable | None, most: Number | None, box: BoxSpec | None
    ) -> None:
        """Tell a price, else the most of the rule, that is more than all that may come of the rule, or of its box."""
        written = list(prices_in(given)) if isinstance(given, PriceTable) else [given]
        bounds = [bound for bound in (most, box.max if box is not None else None) if isinstance(bound, Number)]
        whole = min(bounds, default=None)
        dear = [price for price in written if isinstance(price, Number) and whole is not None and price > whole]
        if dear and self.told:
            self.binder.report("SR366", key, price=max(dear), whole=whole, cap=NOTHING)
        elif self.told and most is not None and whole is not None and most > whole and self._only_adds(box):
            self.binder.report("SR366", "max", price=NOTHING, whole=whole, cap=most)

    def _only_adds(self, box: BoxSpec | None) -> bool:
        """Whether all that goes into the box makes it fuller: else more than it holds may make up for what is taken."""
        if box is None or box.parts:
            return False
        specs = self.binder.declarations.deducting
        return all((rule in specs) == (box.effect == "deduct") for rule in self.into.get(box.id, ()))

    def _often(self, rule: str) -> Range:
        """How often the points of a rule come into one total: once for each of its windows."""
        windows = self.binder.declarations.windows
        window, own = windows.get(rule), windows.get(self.binder.info.id)
        times = 1 if window == own else None if window is None or own is None else how_many(window, own)
        return Range(1, 1) if times == 1 else Range(0, times)

    def _tell_empty(self, spec: BoxSpec, *path: str | int) -> None:
        """Tell a box into which nothing is given."""
        if self.told:
            self.binder.report("SR360", *path, "id", sort=Bilingual("得分框", "the box"), name=spec.id)

    def box(self, spec: BoxSpec, *path: str | int) -> Range:
        """Between which ends the box at ``path`` lies, with its weight."""
        feeds, raw = self.into.get(spec.id, ()), exactly(spec.base)
        if not (feeds or spec.parts or spec.base):
            self._tell_empty(spec, *path)
            return Range(0).within(spec.min, spec.max)
        for rule in feeds:
            effect, range_ = self.given.get(rule, (spec.effect, ANY))
            raw = raw + _signed(self._often(rule) * (range_ | NONE), effect, spec.effect)
        for index, part in enumerate(spec.parts):
            raw = raw + _signed(self.box(part, *path, "parts", index), part.effect, spec.effect)
        whole = self if feeds or spec.parts else replace(self, told=False)  # one that only starts from its base is full
        kept = whole.kept(raw, spec, spec.min, None, *path)
        if spec.weight is None:
            return kept
        weight = exactly(spec.weight) if isinstance(spec.weight, Number) else self.of(*path, "weight").within(0, None)
        return kept * weight


def prices_in(table: PriceTable) -> Iterator[Number]:
    """The prices written in a table or in bands; none of bands by which each beyond an edge has its price."""
    for band in table.bands or ():
        if band.points is not None:
            yield band.points
    for value in (table.table or {}).values():
        for price in value.values() if isinstance(value, dict) else (value,):
            yield from price if isinstance(price, list) else (price,)


def _signed(range_: Range, effect: str, within: str) -> Range:
    return range_ if effect == within else -range_
