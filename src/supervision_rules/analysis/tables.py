"""Tables of cases: those that change nothing, and what they ask about without effect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import and_
from typing import Any, Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, EVERY, MOVED, TOO_MANY, uncut
from supervision_rules.analysis.written import at, is_fixed
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.constructs.reachable import possible_values
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions import BOOL, Checked
from supervision_rules.expressions.cells import Answer, Cells, conjuncts, is_cut, questions
from supervision_rules.expressions.tree import Constant
from supervision_rules.language.binding import Stated, TextBinder

_SAYS_NOTHING: Final = frozenset(("when", "words", "label", "unquoted"))
"""The keys of a case that do not say what comes of it."""
NEVER: Final = ("SR322", "SR345", "SR346")
"""What is told of cases that nothing comes to."""
ALWAYS: Final = Checked("true", Constant(BOOL, 0, 4, True), frozenset(), (), (), True)
"""The condition of a case that states none."""


class _Table(NamedTuple):
    """The cases of a rule of which the first that holds applies."""

    binder: TextBinder
    when: Checked
    cases: Sequence[Checked]
    stated: Sequence[Stated]
    results: Sequence[str]


def examine_tables(compiled: CompiledPack, diagnostics: Collector) -> Iterator[Examined]:
    """Look into every list of cases."""
    for rule in compiled.pack.rules:
        binder = compiled.reach.rules[rule.id]
        cases = binder.at("cases")
        if isinstance(cases, nodes.Sequence):
            reason = _not_examined(binder, rule, compiled) or _examine(_table(binder, cases), diagnostics)
            yield Examined("table", binder.span("cases"), rule.id, reason=reason)


def _not_examined(binder: TextBinder, rule: Any, compiled: CompiledPack) -> Bilingual | None:
    written = compiled.reach.written[id(binder)]
    if not (is_fixed(at(written, "cases")) and is_fixed(at(written, "when"))):
        return DIFFERS
    return EVERY if getattr(rule, "all", False) else MOVED if getattr(rule, "lower", None) is not None else None


def _table(binder: TextBinder, cases: nodes.Sequence) -> _Table:
    stated = {each.path: each for each in binder.stated}
    conditions = [stated.get(("cases", index, "when")) for index in range(len(cases.items))]
    when = stated.get(("when",))
    return _Table(
        binder,
        when.checked if when else ALWAYS,
        [each.checked if each else ALWAYS for each in conditions],
        [each for each in conditions if each],
        [_result(case) for case in cases.items],
    )


def _result(case: nodes.Node) -> str:
    """What comes of a case, as text."""
    plain: Any = nodes.plain(case)
    return repr(sorted((key, repr(value)) for key, value in plain.items() if key not in _SAYS_NOTHING))


def _examine(table: _Table, diagnostics: Collector) -> Bilingual | None:
    """Tell what changes nothing; why not all of it could be proved."""
    cells = Cells.of((*table.cases, *conjuncts(table.when)), possible_values(table.binder, (*table.cases, table.when)))
    if cells is None:
        return TOO_MANY
    applies = reduce(and_, (cells.answer(part)[0] for part in conjuncts(table.when)), cells.every)
    answers = [cells.answer(case) for case in table.cases]
    told = {found.code for found in diagnostics if found.span and found.span.lies_in(table.binder.span("cases"))}
    if applies and told.isdisjoint(NEVER) and not _tell_repeated(table, cells, applies, answers):
        _tell_idle(table, cells, applies, answers, diagnostics)
    every = (*table.cases, table.when)
    return None if all(map(is_cut, every)) else uncut(*every)


def _tell_repeated(table: _Table, cells: Cells, applies: int, answers: Sequence[Answer]) -> bool:
    """Tell the cases without which the same would come of everything, by a case further down."""
    told, left = False, applies
    for index, (holds, fails) in enumerate(answers):
        other = _instead(table, left & ~fails, index, answers) if left & holds else None
        if other is not None:
            words = {"number": index + 1, "other": other + 1}
            table.binder.report(
                "SR362", "cases", index, example=cells.example(left & holds, _first(left & holds)), **words
            )
            told = True
        left &= fails
    return told


def _first(cells: int) -> int:
    return cells & -cells


def _instead(table: _Table, wanted: int, index: int, answers: Sequence[Answer]) -> int | None:
    """The first of the later cases that come to the same for all the cells of one; None if another may be reached."""
    found = None
    for later in range(index + 1, len(answers)):
        holds, fails = answers[later]
        if table.results[later] == table.results[index]:
            found = later if found is None and wanted & holds else found
            wanted &= ~holds
        elif wanted & ~fails:
            return None
    return None if wanted else found


def _tell_idle(table: _Table, cells: Cells, applies: int, answers: Sequence[Answer], diagnostics: Collector) -> None:
    """Tell what the cases ask about although nothing hangs on it."""
    regions = _regions(table, applies, answers)
    told: set[object] = set()
    for each in table.stated:
        for key, part in questions(each.checked):
            if key not in told and cells.is_idle(regions, key, applies):
                told.add(key)
                place = each.scalar.part(part.start, part.end)
                diagnostics.add("SR363", place, found=each.checked.text[part.start : part.end])


def _regions(table: _Table, applies: int, answers: Sequence[Answer]) -> list[int]:
    """The cells of each result, and of each set of results that it lies between."""
    found: dict[object, int] = defaultdict(int)
    left = applies
    for index, (holds, fails) in enumerate(answers):
        found[table.results[index]] |= left & holds
        found[index] |= left & ~holds & ~fails
        left &= fails
    found["none"] |= left
    return list(found.values())
