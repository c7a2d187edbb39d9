"""Cases of which no value ever comes to one: the first that holds applies, and another always holds before it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import and_
from typing import NamedTuple

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import NOTHING
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Cells, conjuncts
from supervision_rules.expressions.tree import Constant
from supervision_rules.language.binding import Binder, TextBinder
from supervision_rules.language.dates import days_of, is_dated
from supervision_rules.language.expression import Expression
from supervision_rules.language.readings import BY_READING, keys_by_reading
from supervision_rules.language.related import Known


def tell_unreachable(binder: Binder, when: Expression | None, cases: Sequence[Expression | None], every: bool) -> None:
    """Tell the cases that are never reached: those after one without a condition, after others that hold whenever
    they do, or against the ``when`` of the rule. With ``every`` all that hold apply, and none is in another's way."""
    conditions = [binder.at("cases", index, "when") for index in range(len(cases) - 1)]
    always = [index for index, condition in enumerate(conditions) if condition is None and not every]
    for index in always[:1]:
        binder.report("SR322", "cases", index, number=index + 1)
    sound = [case.checked for case in cases[: always[0] if always else None] if case is not None]
    if when is None or None in cases:
        return
    if _may_differ(binder.written):
        if not every:
            _tell_repeated(binder)
        return
    told: set[int] = set()
    for never in sorted(_never(binder, when.checked, sound, every), key=lambda never: never.case):
        place = ("cases", never.case, "when")
        if never.blocked is None:
            binder.report("SR346", *place, number=never.case + 1)
        elif never.blocked.by not in told:  # of those that one case is in the way of, the first tells enough
            told.add(never.blocked.by)
            binder.report("SR345", *place, number=never.case + 1, example=never.blocked.example, how=never.blocked.how)


def asks_rules(checked: Checked) -> bool:
    """Whether an expression asks for the result of a rule."""
    return any(function != "reading" for function, _ in checked.calls)


def _tell_repeated(binder: Binder) -> None:
    """Tell in each list of cases the first with the condition of one before it, whatever hangs on options or days."""
    written = binder.written.get("cases") if isinstance(binder.written, nodes.Mapping) else None
    for cases in _lists(written):
        conditions = [_condition_written(case) for case in cases.items]
        known = [index for index, each in enumerate(conditions) if each is not None and each in conditions[:index]]
        for index in known[:1]:
            number = conditions.index(conditions[index]) + 1
            how = Bilingual(f"先有第 {number} 种", f"case {number} holds before it")
            place = cases.items[index].span
            binder.diagnostics.add("SR345", place, number=index + 1, example=NOTHING, how=how)


def _condition_written(case: nodes.Node) -> object:
    """The condition of a case with all its options, or the whole case where that may differ; None if there is none."""
    condition = _condition(case)
    return nodes.plain(condition) if condition is not None else None


class Blocked(NamedTuple):
    """The case that is in the way of another, and an example: it holds there, or is not known to fail."""

    by: int
    sure: bool
    example: Bilingual

    @property
    def how(self) -> Bilingual:
        number = self.by + 1
        if self.sure:
            return Bilingual(f"先有第 {number} 种", f"case {number} holds before it")
        return Bilingual(f"先要看的第 {number} 种定不下来", f"case {number}, which comes first, is undecided")


class _Never(NamedTuple):
    """A case that nothing comes to; unless another is in its way, the rule never applies where it holds."""

    case: int
    blocked: Blocked | None


def _never(binder: Binder, when: Checked, cases: Sequence[Checked], every: bool) -> Iterator[_Never]:
    """The cases that nothing comes to, by the cells of all that is asked.

    Where all of that makes too many cells, a case is held only against what asks about no other names than it does:
    what is left out is taken to hold nowhere before it, and everywhere for the rule.
    """
    parts, numbered = list(conjuncts(when)), list(enumerate(cases))
    cells = known_of(binder, (*cases, when)).cells((*cases, *parts))
    if cells is not None:
        yield from _among(cells, parts, numbered, every)
        return
    for names in {case.names for case in cases}:
        inner = [(index, case) for index, case in numbered if case.names <= names]
        asked = [part for part in parts if part.names <= names]
        conditions = (*(case for _, case in inner), *asked)
        cells = known_of(binder, conditions).cells(conditions)
        found = [] if cells is None else _among(cells, asked, inner, every)
        yield from (never for never in found if cases[never.case].names == names)


def _among(
    cells: Cells, parts: Iterable[Checked], cases: Iterable[tuple[int, Checked]], every: bool
) -> Iterator[_Never]:
    applies = left = reduce(and_, (cells.answer(part)[0] for part in parts), cells.real)
    before: list[tuple[int, int, int]] = []
    for index, case in cases:
        holds, fails = cells.answer(case)
        if holds & cells.real and applies and not left & holds and not isinstance(case.root, Constant):
            wanted = applies & holds
            yield _Never(index, blocked_in(cells, wanted, before) if wanted else None)
        if not every:
            left &= fails
        before.append((index, holds, fails))


def blocked_in(cells: Cells, wanted: int, before: Iterable[tuple[int, int, int]]) -> Blocked:
    """What is in the way in the first of the cells in which a case is wanted."""
    cell = wanted & -wanted
    number, holds = next((number, holds) for number, holds, fails in before if not cell & fails)
    sure = bool(cell & holds)
    return Blocked(number, sure, cells.example(wanted & holds if sure else wanted, cell))


def known_of(binder: TextBinder, conditions: Collection[Checked]) -> Known:
    """What is known of the values of the names that the rule asks about."""
    return Known.of(binder.declarations.origins, binder.declarations.base(binder.subject), conditions, *binder.here())


def _may_differ(written: nodes.Node) -> bool:
    """Whether a case may be reached under another option, or on another day, than it is under this one."""
    if not isinstance(written, nodes.Mapping):
        return True
    conditions = [written.get("when")]
    for cases in _lists(written.get("cases")):
        conditions += map(_condition, cases.items)
    return any(each is not None and not _is_fixed(each) for each in conditions)


def _lists(node: nodes.Node | None) -> Iterator[nodes.Sequence]:
    """A list, or the lists that it is under the options of a reading or on the days of its values."""
    if isinstance(node, nodes.Sequence):
        yield node
    elif isinstance(node, nodes.Mapping):
        for _, value in node.entries:
            yield from _lists(value)


def _condition(case: nodes.Node) -> nodes.Node | None:
    """The condition of a case; all of it, where the whole case may differ."""
    plain = isinstance(case, nodes.Mapping) and case.key(BY_READING) is None and not is_dated(case)
    return case.get("when") if plain and isinstance(case, nodes.Mapping) else case


def _is_fixed(node: nodes.Node) -> bool:
    return next(keys_by_reading(node), None) is None and not days_of(node)
