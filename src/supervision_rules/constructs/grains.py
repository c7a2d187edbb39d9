"""Of which number all amounts of a rule are multiples, and whether each of these may come about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import gcd, lcm
from operator import itemgetter
from typing import Any, Final, NamedTuple

from supervision_rules.constructs.amounts import prices_in
from supervision_rules.constructs.prices import PriceTable
from supervision_rules.constructs.scoring import BoxSpec
from supervision_rules.expressions import NUMBER, Number
from supervision_rules.expressions.axes import ANY_VALUE
from supervision_rules.expressions.ranges import Named, Range, is_whole
from supervision_rules.expressions.tree import Arithmetic, Name, Node, is_constant, walk
from supervision_rules.language.binding import TextBinder


class Grain(NamedTuple):
    """``step``: the number of which all amounts are multiples, None where they may lie between any others."""

    step: Fraction | None
    gap: Fraction | None
    """How far apart, at most, two of those lie that may come about, with none between; None where that is unknown."""
    range: Range = Range()

    @property
    def full(self) -> bool:
        """Whether each that lies between the ends may come about."""
        return self.gap is not None and self.gap <= (self.step or 0)

    @property
    def span(self) -> Fraction | None:
        """How far its ends lie apart."""
        least, most = self.range.least, self.range.most
        return None if least is None or most is None else Fraction(most) - Fraction(least)


UNKNOWN: Final = Grain(None, None)
_ANY: Final = Grain(None, Fraction(0))
_CAPPED: Final = ("base", "min", "max")


def grain_of(spec: Any, binder: TextBinder, fed: Mapping[str, Grain], into: Mapping[str, Sequence[str]]) -> Grain:
    """That of the amounts of a rule; ``fed``: those of the rules that give into its boxes."""
    made = [_of_box(box, fed, into) for box in getattr(spec, "boxes", ())]
    made += [_priced(spec, binder, key) for key in ("each", "value") if getattr(spec, key, None) is not None]
    made += [_made(binder, ["base"])] if isinstance(getattr(spec, "base", None), str) else []
    found = _together(made, [getattr(spec, key, None) for key in _CAPPED])
    if spec.rounding is None or (found.step is not None and found.step * 10**spec.rounding.places % 1 == 0):
        return found
    return found._replace(step=Fraction(1, 10**spec.rounding.places))


def _of_box(box: BoxSpec, fed: Mapping[str, Grain], into: Mapping[str, Sequence[str]]) -> Grain:
    given = [fed.get(rule, UNKNOWN) for rule in into.get(box.id, ())]
    grains = [*given, *(_of_box(part, fed, into) for part in box.parts)]
    found = _together(grains, [box.base, box.min, box.max])
    if found.step is None or found.gap is None:
        return found
    if box.weight is not None and not isinstance(box.weight, Number):
        return UNKNOWN
    weight, span = Fraction(box.weight or 1), _span(box, grains)
    return Grain(found.step * weight, found.gap * weight, Range(0, None if span is None else span * weight))


def _span(box: BoxSpec, grains: Iterable[Grain]) -> Fraction | None:
    """How far above its start a box may come; None where that has no end."""
    spans = [each.span for each in grains]
    whole = None if None in spans else sum((each for each in spans if each is not None), Fraction(0))
    ends = [whole, None if box.max is None else Fraction(box.max) - Fraction(box.base or 0)]
    return min((each for each in ends if each is not None), default=None)


def _priced(spec: Any, binder: TextBinder, key: str) -> Grain:
    """That of what is written as a price or a value."""
    given, times = getattr(spec, key), getattr(spec, "times", None) or 1
    if isinstance(given, str) or isinstance(times, str):
        return _made(binder, [path for path, text in ((key, given), ("times", times)) if isinstance(text, str)])
    if not isinstance(given, PriceTable):
        prices = [given]
    elif given.bands is None and not _is_open(given):
        prices = list(prices_in(given))
    else:
        return UNKNOWN
    coins = [Fraction(price) * Fraction(times) for price in prices if price]
    step = _common(coins)
    often = key == "each" and not (spec.highest or spec.at_most or spec.once_per)
    return Grain(step, min(coins, default=Fraction(0)), Range(0, None)) if often else Grain(step, None, Range(0, 0))


def _is_open(table: PriceTable) -> bool:
    """Whether a person chooses some price between two ends."""
    rows = (table.table or {}).values()
    return any(isinstance(price, list) for row in rows for price in (row.values() if isinstance(row, dict) else (row,)))


def _made(binder: TextBinder, keys: Sequence[str]) -> Grain:
    """That of what is reckoned: any number where it divides or takes amounts that may be any, else a whole one."""
    stated = [each for each in binder.stated if each.path[0] in keys and len(each.path) == 1]
    for each in stated:
        origins = binder.declarations.origins.get(each.about, {})
        named = {name: origins[name].possible for name in each.checked.names if name in origins}
        if not is_whole(each.checked.root, named):
            return _ANY if any(_is_dense(node, named) for node in walk(each.checked.root)) else UNKNOWN
    return Grain(Fraction(1), None)


def _is_dense(node: Node, named: Named) -> bool:
    if isinstance(node, Arithmetic):
        return node.operator == "/" and not is_constant(node.right)
    return isinstance(node, Name) and node.type == NUMBER and not named.get(node.name, ANY_VALUE).whole


def _together(grains: Sequence[Grain], bounds: Iterable[object]) -> Grain:
    """That of a sum within bounds: what lies between two amounts of one part is filled by the finer ones."""
    if any(each.step is None for each in grains):
        return _ANY if any(each.step is None and each.full for each in grains) else UNKNOWN
    numbers = [Fraction(each) for each in bounds if isinstance(each, Number) and each]
    step = _common([*(each.step for each in grains if each.step is not None), *numbers])
    parts = [(each.gap, each.span) for each in grains if each.step]
    gaps = [(gap, span) for gap, span in parts if gap is not None]
    if len(gaps) < len(parts):
        return Grain(step, None)
    widest, reach = Fraction(0), Fraction(0)
    for gap, span in sorted(gaps, key=itemgetter(0)):
        widest = max(widest, gap - reach)
        if span is None:
            break
        reach += span
    return Grain(step, widest)


def _common(values: Sequence[Fraction]) -> Fraction:
    """The greatest number of which all are multiples; 0 of none."""
    whole = lcm(*(value.denominator for value in values))
    return Fraction(gcd(*(int(value * whole) for value in values)), whole)
