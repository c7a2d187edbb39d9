"""Bands, and prices of a table, that nothing ever comes to: no value lies there, or all there is has been given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import and_
from typing import Any, Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.analysis.reasons import DIFFERS, TOO_MANY, Force, inexact, listed
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.bands import Bands, Edge, bands_of
from supervision_rules.constructs.prices import PriceTable, entries
from supervision_rules.constructs.scoring import BoxSpec
from supervision_rules.diagnostics import Span
from supervision_rules.expressions import BOOL, NUMBER, Checked, Number
from supervision_rules.expressions.cells import Cells, conjuncts, is_cut
from supervision_rules.expressions.tree import Comparison, Constant, Logic, Name, Node
from supervision_rules.language.binding import Stated, TextBinder
from supervision_rules.language.related import Known
from supervision_rules.shape import key_at

CHOOSING: Final = {"each": "where", "value": "when"}
"""What chooses those that have a price, by the key of that."""


class _Price(NamedTuple):
    """A band or an entry of a table, and when it is the price."""

    span: Span
    what: Bilingual
    condition: Checked


def examine_prices(binder: TextBinder, rule: Any, written: nodes.Node, force: Force) -> Bilingual | None:
    """Tell the bands and prices of a rule that no value comes to; why they could not be looked into wholly."""
    for key, choosing in CHOOSING.items():
        table = getattr(rule, key, None)
        if isinstance(table, PriceTable):
            if not is_fixed(nodes.at(written, key)):
                return DIFFERS
            by = [each for each in binder.stated if each.path[:2] == (key, "by")]
            guards = [part for each in binder.stated if each.path == (choosing,) for part in conjuncts(each.checked)]
            guards += _of_kind(binder, rule, by) if key == "each" else []
            fixed = is_fixed(nodes.at(written, choosing))
            why = _examine(binder, by, list(_prices(binder, key, table, by)), guards if fixed else (), force)
            return why if fixed else _CHOOSING
    return None


def tell_full(binder: TextBinder, rule: Any, boxes: Mapping[str, BoxSpec]) -> None:
    """Tell the first of the progressive bands that begins where all that may be given has been given."""
    box = boxes.get(getattr(rule, "into", None) or "")
    whole = rule.max if rule.max is not None or box is None or box.effect != rule.effect else box.max
    for key in CHOOSING:
        table = getattr(rule, key, None)
        bands = bands_of(table.bands or ()) if isinstance(table, PriceTable) else None
        if bands is None or not bands.progressive or whole is None or getattr(rule, "times", None) is not None:
            continue
        for index, (edge, _) in enumerate(bands.edges):
            if index and isinstance(given := bands.of(edge), Number) and given >= whole:
                why = _FULL.zh.format(edge, given, whole), _FULL.en.format(edge, given, whole)
                binder.report("SR375", key, "bands", index, what=_band(index), why=Bilingual(*why))
                return


def _examine(
    binder: TextBinder, by: Sequence[Stated], prices: Sequence[_Price], guards: Sequence[Checked], force: Force
) -> Bilingual | None:
    asked = (*(price.condition for price in prices), *guards)
    known = Known.of(binder.declarations.origins, by[0].about, asked, *binder.here(by[0].own))
    cells = known.cells(asked)
    if cells is None:
        return TOO_MANY
    _tell(binder, prices, cells, guards, ", ".join(each.checked.text for each in by))
    computed = ", ".join(each.checked.text for each in by if not isinstance(each.checked.root, Name))
    reasons = [Bilingual(_COMPUTED.zh.format(computed), _COMPUTED.en.format(computed))] if computed else []
    cut = [price.condition for price in prices if is_cut(price.condition)]
    reasons += [reason] if (reason := inexact(known, force, *cut, *guards)) else []
    return listed(reasons) if reasons else None


def _tell(binder: TextBinder, prices: Sequence[_Price], cells: Cells, guards: Sequence[Checked], names: str) -> None:
    """Tell each price that is that of no value; none where nothing has any, which is told elsewhere."""
    every = cells.real
    chosen = reduce(and_, (cells.answer(part)[0] for part in guards), every)
    for price in prices if chosen else ():
        holds = cells.answer(price.condition)[0]
        if not holds & chosen:
            words = _CHOSEN if holds & every else _NO_VALUE
            why = Bilingual(words.zh.format(names), words.en.format(names))
            binder.diagnostics.add("SR375", price.span, what=price.what, why=why)


def _prices(binder: TextBinder, key: str, table: PriceTable, by: Sequence[Stated]) -> Iterator[_Price]:
    bands = bands_of(table.bands or ())
    if bands is not None:
        for index in range(len(bands.edges)):
            span = binder.span(key, "bands", index)
            yield _Price(span, _band(index), _asked(by[0].checked, _within(bands, index, by[0].checked.root)))
    for path, _ in entries(table.table or {}):
        written = key_at(binder.node, (key, "table", *path))
        levels = [_is(each.checked.root, level) for each, level in zip(by, path, strict=True)]
        words = "、".join(f"“{level}”" for level in path)
        what = Bilingual(f"{words}的分数", f"the price of {words}")
        yield _Price(written.span if written else binder.span(key), what, _asked(by[0].checked, *levels))


def _band(index: int) -> Bilingual:
    return Bilingual(f"第 {index + 1} 档", f"band {index + 1}")


def _within(bands: Bands, index: int, by: Node) -> Node:
    """That a number lies in a band: of progressive ones, that it goes beyond its edge."""
    edge, following = bands.edges[index], bands.edges[index + 1 : index + 2]
    if bands.progressive or not following:
        return _from(edge, by)
    return Logic(BOOL, by.start, by.end, "and", (_from(edge, by), _from(following[0], by, below=True)))


def _from(edge: Edge, by: Node, below: bool = False) -> Node:
    number, beyond = edge
    sign = ("<=" if beyond else "<") if below else (">" if beyond else ">=")
    return Comparison(BOOL, by.start, by.end, sign, by, Constant(NUMBER, by.start, by.end, number))


def _is(by: Node, level: str) -> Node:
    return Comparison(BOOL, by.start, by.end, "==", by, Constant(by.type, by.start, by.end, level))


def _asked(checked: Checked, *parts: Node) -> Checked:
    """These questions together, of which ``checked`` is the text of the first."""
    root = parts[0] if len(parts) == 1 else Logic(BOOL, parts[0].start, parts[0].end, "and", parts)
    return replace(checked, root=root)


def _of_kind(binder: TextBinder, rule: Any, by: Sequence[Stated]) -> list[Checked]:
    """That the records counted are of one kind, where the price goes by that."""
    if rule.count not in binder.declarations.kinds:
        return []
    roots = [(each.checked, each.checked.root) for each in by]
    return [
        _asked(each, _is(root, rule.count)) for each, root in roots if isinstance(root, Name) and root.name == "kind"
    ]


_NO_VALUE: Final = Bilingual("{0} 没有这样的值", "{0} never comes to that")
_CHOSEN: Final = Bilingual("挑选出来的，{0} 没有这样的值", "of those that are chosen {0} never comes to that")
_CHOOSING: Final = Bilingual(
    "挑选的条件随理解或日期而变，没有一起看", "what is chosen differs by option or over time, and was not looked at"
)
_FULL: Final = Bilingual(
    "到 {0} 已经是 {1} 分，全部至多只有 {2} 分", "at {0} there are {1} points already, and no more than {2} in all"
)
_COMPUTED: Final = Bilingual(
    "{0} 是算出来的，各档只和它的上下界比", "{0} is computed: only the ends of it were looked at"
)
