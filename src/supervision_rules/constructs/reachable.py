"""Cases of which no value ever comes to one: the first that holds applies, and another always holds before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Cells, Possible, conjuncts
from supervision_rules.expressions.tree import Constant
from supervision_rules.language.binding import Binder
from supervision_rules.language.dates import days_of, is_dated
from supervision_rules.language.expression import Expression
from supervision_rules.language.readings import BY_READING, keys_by_reading


def tell_unreachable(binder: Binder, when: Expression | None, cases: Sequence[Expression | None], every: bool) -> None:
    """Tell the cases that are never reached: those after one without a condition, after others that hold whenever
    they do, or against the ``when`` of the rule. With ``every`` all that hold apply, and none is in another's way."""
    conditions = [binder.at("cases", index, "when") for index in range(len(cases) - 1)]
    always = [index for index, condition in enumerate(conditions) if condition is None and not every]
    for index in always[:1]:
        binder.report("SR322", "cases", index, number=index + 1)
    sound = [case.checked for case in cases[: always[0] if always else None] if case is not None]
    if when is None or None in cases or _may_differ(binder.written):
        return
    told: set[int] = set()
    for index in range(len(sound)):
        if not isinstance(sound[index].root, Constant):
            _tell_case(binder, when.checked, sound[: index + 1], every, told)


def _tell_case(binder: Binder, when: Checked, cases: Sequence[Checked], every: bool, told: set[int]) -> None:
    """Look at the last of ``cases``; of those that one of the others is in the way of, only the first is told."""
    number, case = len(cases), cases[-1]
    cells, asked, before = _cells(binder, when, cases)
    if cells is None:
        return
    possible = [cells.answer(each)[0] for each in asked]
    applies, holds = reduce(and_, possible, cells.every), cells.answer(case)[0]
    place = ("cases", number - 1, "when")
    if holds and applies and not applies & holds:
        binder.report("SR346", *place, number=number)
    left = applies & holds
    if every or not left:
        return
    answers = [(index, *cells.answer(each)) for index, each in before]
    if reduce(and_, (fails for _, _, fails in answers), left):
        return
    cell = left & -left
    index, first = next((index, first) for index, first, fails in answers if not cell & fails)
    if index in told:
        return
    told.add(index)
    sure = Bilingual(f"先有第 {index + 1} 种", f"case {index + 1} holds before it")
    unsure = Bilingual(f"先要看的第 {index + 1} 种定不下来", f"case {index + 1}, which comes first, is undecided")
    example = cells.example(left & (first if cell & first else cells.every), cell)
    binder.report("SR345", *place, number=number, example=example, how=sure if cell & first else unsure)


Asked = tuple[Cells | None, list[Checked], list[tuple[int, Checked]]]


def _cells(binder: Binder, when: Checked, cases: Sequence[Checked]) -> Asked:
    """The cells in which the last of the cases is looked at, the parts of ``when``, and the cases before it.

    Where all of them make too many, only what asks about the same names: what is left out is taken to hold nowhere
    before, and everywhere for the rule.
    """
    *before, case = cases
    parts, numbered, possible = list(conjuncts(when)), list(enumerate(before)), possible_values(binder)
    cells = Cells.of((case, *before, *parts), possible)
    if cells is not None:
        return cells, parts, numbered
    parts = [each for each in parts if each.names <= case.names]
    numbered = [(index, each) for index, each in numbered if each.names <= case.names]
    return Cells.of((case, *(each for _, each in numbered), *parts), possible), parts, numbered


def possible_values(binder: Binder) -> dict[str, Possible]:
    """What is known of the values of the names that the rule may ask about."""
    origins = binder.declarations.origins.get(binder.declarations.base(binder.subject), {})
    return {name: origin.possible for name, origin in origins.items()}


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
