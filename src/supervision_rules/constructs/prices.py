"""What one record costs: a number, an expression, a table by one or two of its facts, or bands of a number."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import Field, model_validator

from supervision_rules.catalogue import Bilingual
from supervision_rules.constructs.alternatives import exactly_one
from supervision_rules.constructs.bands import Band, bind_bands
from supervision_rules.constructs.boxes import Points, Price, numeric
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions import NUMBER, TEXT, Numeric, Type, Value, interval
from supervision_rules.expressions.types import any_of
from supervision_rules.expressions.values import ends, multiply
from supervision_rules.findings import Explanation
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.doubts import lacking
from supervision_rules.language.expression import Expression
from supervision_rules.language.spec import Spec
from supervision_rules.shape import key_at
from supervision_rules.world import Row

Between = Annotated[list[Price], Field(min_length=2, max_length=2)]
"""The least and the most that a record may cost, where the document leaves its price open."""
Priced = Price | Between
Path = tuple[str, ...]


class PriceTable(Spec):
    """按一项或两项事实查表计分，或按一个数分档计分。"""

    by: str | list[str]
    """按哪一项（或哪两项）事实：level、[importance, level]；分档的写一个数"""
    table: dict[str, Priced | dict[str, Priced]] | None = None
    """每一选项的分数；两项时，先按第一项，再按第二项；由人在范围内定的，写最少和最多，如 [0, 3]；没列的没有定分"""
    bands: Annotated[list[Band], Field(min_length=1)] | None = None
    """分档，从小到大；table 与 bands 写一个；不到最低一档的不计分"""

    @model_validator(mode="after")
    def _one_look(self) -> PriceTable:
        exactly_one(self, "table", "bands")
        return self


def _nothing(record: Row) -> Iterable[Explanation]:
    return ()


@dataclass(frozen=True, slots=True)
class Pricing:
    """How the price of a record is found, and what it leans on."""

    of: Callable[[Row], Numeric | None]
    """The price: an Interval where it is in doubt, None where nothing is known of it."""
    expressions: tuple[Expression, ...] = ()
    table: bool = False
    """Whether the expressions are what a table is looked up by."""
    factor: Expression | None = None
    """How many times the price counts."""
    explain: Callable[[Row], Iterable[Explanation]] = _nothing
    """How the price was found, beside the values of the expressions."""

    @property
    def read(self) -> tuple[Expression, ...]:
        """The expressions that the price goes by."""
        return self.expressions if self.factor is None else (*self.expressions, self.factor)

    def lacking(self, record: Row) -> tuple[str, ...]:
        """The facts that would decide the price; if none is unknown, the table's price for them, ``price(level)``."""
        texts = [expression.text for expression in self.expressions]
        named = [f"price({', '.join(texts)})"] if self.table else texts
        return lacking(record, *self.expressions, self.factor) or tuple(
            f"{record.type} {record['id']}: {name}" for name in named
        )


def multiplied(pricing: Pricing, factor: Expression) -> Pricing:
    """The price times a factor, which goes by the record too (double for key projects); nothing is nothing doubled."""
    price, by = pricing.of, factor.fast

    def times(record: Row) -> Numeric | None:
        once = price(record)
        return once if once == 0 else multiply(once, numeric(by(record)))

    return replace(pricing, of=times, factor=factor)


def bind_pricing(binder: TextBinder, key: str, given: Price | str | PriceTable, of: str) -> Pricing | None:
    """The pricing written at ``key`` for records of type or kind ``of``; None if something is wrong, which is told."""
    if isinstance(given, str | PriceTable):
        return bind_value(binder, key, given, of)
    binder.number(given, key)
    return Pricing(lambda record: given)


def bind_value(
    binder: TextBinder,
    key: str,
    given: Points | str | PriceTable,
    of: str | None = None,
) -> Pricing | None:
    """The amount written at ``key`` for records of type or kind ``of``, or for the subject; None as above."""
    if isinstance(given, PriceTable):
        if given.table is None:
            return _bind_bands(binder, key, given, of)
        return _bind_table(binder, key, given, of)
    expression = binder.expression(key, of=of, expected=NUMBER)
    if expression is None:
        return None
    return Pricing(expression.fast, (expression,))  # type: ignore[arg-type]  # checked to be a number


def _bind_bands(binder: TextBinder, key: str, spec: PriceTable, of: str | None) -> Pricing | None:
    if isinstance(spec.by, list):
        binder.report("SR326", key, "by")
        return None
    by = binder.expression(key, "by", of=of, expected=NUMBER)
    bands = bind_bands(binder, (key, "bands"), spec.bands or ())
    if by is None or bands is None:
        return None
    amount, points = by.fast, bands.of

    def price(record: Row) -> Numeric | None:
        value = numeric(amount(record))
        return None if value is None else points(value)

    def explain(record: Row) -> Iterable[Explanation]:
        value = numeric(amount(record))
        return () if value is None else bands.explain(value)

    return Pricing(price, (by,), explain=explain)


def _bind_table(binder: TextBinder, key: str, spec: PriceTable, of: str | None) -> Pricing | None:
    paths: list[tuple[str | int, ...]] = [(key, "by")]
    if isinstance(spec.by, list):
        paths = [(key, "by", index) for index in range(len(spec.by))]
    by = [binder.expression(*path, of=of, expected=None) for path in paths]
    prices: dict[Path, Numeric] = {}
    for path, given in entries(spec.table or {}):
        least, most = given if isinstance(given, list) else (given, given)
        if least > most:
            binder.report("SR313", key, "table", *path, least=least, most=most)
            return None
        for number in {least, most}:
            binder.number(number, key, "table", *path)
        prices[path] = interval(least, most)
    if None in by:
        return None
    deep = next((path for path in prices if len(path) != len(paths)), None)
    if deep is not None and 1 <= len(paths) <= 2:
        binder.report("SR312", key, "table", deep[0], facts=len(paths))
        return None
    if not 1 <= len(paths) <= 2 or not prices:
        binder.report("SR312", key, facts=len(paths))
        return None
    if not all(_levels_exist(binder, key, expression, prices, place) for place, expression in enumerate(by)):
        return None
    return _table(prices, tuple(expression for expression in by if expression))


def entries(table: Mapping[str, Priced | dict[str, Priced]]) -> Iterator[tuple[Path, Priced]]:
    """The prices of a table, each with the level, or the two, that it stands under."""
    for first, value in table.items():
        if isinstance(value, dict):
            yield from (((first, second), price) for second, price in value.items())
        else:
            yield (first,), value


def _levels_exist(
    binder: TextBinder, key: str, expression: Expression | None, prices: Mapping[Path, Numeric], place: int
) -> bool:
    """Whether each key of the table is a level of the fact that it is looked up by; the wrong ones are told."""
    if expression is None:
        return False
    fact = expression.checked.type
    if fact == TEXT:
        return True
    if fact.kind != "enum":
        expected = Bilingual("选项或文字", "an enumeration or a text")
        binder.report("SR232", key, "by", found=any_of([fact]), expected=expected, why=NOTHING, mend=NOTHING)
        return False
    wrong = {path[: place + 1]: path[place] for path in prices if path[place] not in fact.levels}
    for path, level in wrong.items():
        written = key_at(binder.node, (key, "table", *path))
        span = written.span if written else binder.span(key)
        binder.diagnostics.add("SR227", span, name=fact.name, found=level, near=fact.nearest(level))
    return not wrong


def _table(prices: Mapping[Path, Numeric], by: tuple[Expression, ...]) -> Pricing:
    doubt, first, second = _doubt(prices, by), by[0].fast, by[-1].fast
    single: Mapping[Value, Numeric] = {path[0]: price for path, price in prices.items()}
    pairs: Mapping[tuple[Value, ...], Numeric] = {path: price for path, price in prices.items()}  # noqa: C416

    def by_one(record: Row) -> Numeric:
        price = single.get(first(record))
        return doubt(record) if price is None else price

    def by_two(record: Row) -> Numeric:
        price = pairs.get((first(record), second(record)))
        return doubt(record) if price is None else price

    return Pricing(by_one if len(by) == 1 else by_two, by, table=True)


def _doubt(prices: Mapping[Path, Numeric], by: tuple[Expression, ...]) -> Callable[[Row], Numeric]:
    """From the least to the most that the prices allow; nothing too, where the record may have no price at all."""
    complete = len(prices) == _size([expression.checked.type for expression in by])

    def doubt(record: Row) -> Numeric:
        known = [expression.fast(record) for expression in by]
        fitting = [ends(price) for path, price in prices.items() if _fits(path, known)]
        if not fitting:
            return interval(0, max(ends(price)[1] for price in prices.values()))
        return interval(min(low for low, _ in fitting) if complete else 0, max(high for _, high in fitting))

    return doubt


def _fits(path: tuple[str, ...], known: list[Value]) -> bool:
    return all(value is None or value == level for level, value in zip(path, known, strict=True))


def _size(types: list[Type]) -> int:
    """How many combinations of levels there are; -1 where that cannot be known."""
    size = 1
    for fact in types:
        size *= len(fact.levels) if fact.kind == "enum" else -1
    return size if size > 0 else -1
