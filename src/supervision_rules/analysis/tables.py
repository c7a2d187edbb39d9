"""Tables of cases: those that change nothing, and what they ask about without effect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial, reduce
from operator import and_
from typing import Any, Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.analysis.copies import tell_copies
from supervision_rules.analysis.dead import tell_dead
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.reasons import DIFFERS, EVERY, MOVED, TOO_MANY, Force, inexact, listed, unsure
from supervision_rules.analysis.removal import Removal
from supervision_rules.analysis.shared import tell_shared
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.told import NEVER, SETTLED, settled
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.reachable import known_of
from supervision_rules.diagnostics import NOTHING, Collector
from supervision_rules.expressions import BOOL, Checked
from supervision_rules.expressions.cells import Answer, Cells, conjuncts
from supervision_rules.expressions.tree import Constant, Node
from supervision_rules.language.binding import Stated, TextBinder
from supervision_rules.language.related import Known

_SAYS_NOTHING: Final = frozenset(("when", "words", "label", "unquoted"))
"""The keys of a case that do not say what comes of it."""
_ON_RECORD: Final = Bilingual("该有的都有记载时", "where all is on record")
_MEND: Final = {
    True: Bilingual("删去它，或者改正其中一个的条件、结果", "remove it, or correct one of the two"),
    False: Bilingual(
        "改正其中一个的条件、结果；要删去它，先想好：记载不全时，有没有它，定得下来的不一样",
        "correct one of the two; before removing it mind that with something not on record it makes a difference to "
        "what can be decided",
    ),
}
"""What is to be done about a case without which the same is decided, or not."""
_NO_REST: Final = Bilingual(
    "前面的情形管到了全部，最后一种没有什么轮到", "the cases before the last one leave nothing for it"
)
ALWAYS: Final = Checked("true", Constant(BOOL, 0, 4, True), frozenset(), (), (), True)
"""The condition of a case that states none."""


class _Table(NamedTuple):
    """The cases of a rule of which the first that holds applies."""

    binder: TextBinder
    when: Checked
    cases: Sequence[Checked]
    stated: Sequence[Stated]
    results: Sequence[str]
    known: Known

    @property
    def asked(self) -> tuple[Checked, ...]:
        """The conditions of all cases and of the rule."""
        return (*self.cases, *conjuncts(self.when))


def examine_tables(compiled: CompiledPack, diagnostics: Collector) -> Iterator[Examined]:
    """Look into every list of cases."""
    for rule in compiled.pack.rules:
        binder = compiled.reach.rules[rule.id]
        cases = binder.at("cases")
        if isinstance(cases, nodes.Sequence):
            found, reason, table = None, _not_examined(binder, rule, compiled), _table(binder, cases)
            if reason is None:
                found, reason = _examine(table, compiled.in_force, diagnostics)
            tell_copies(binder, table.cases, table.results, diagnostics, reason is EVERY)
            yield Examined("table", binder.span("cases"), rule.id, found, reason)


def _not_examined(binder: TextBinder, rule: Any, compiled: CompiledPack) -> Bilingual | None:
    written = compiled.reach.written[id(binder)]
    if not (is_fixed(nodes.at(written, "cases")) and is_fixed(nodes.at(written, "when"))):
        return DIFFERS
    return EVERY if getattr(rule, "all", False) else MOVED if getattr(rule, "lower", None) is not None else None


def _table(binder: TextBinder, cases: nodes.Sequence) -> _Table:
    stated = {each.path: each for each in binder.stated}
    conditions = [stated.get(("cases", index, "when")) for index in range(len(cases.items))]
    when = stated[("when",)].checked if ("when",) in stated else ALWAYS
    checked = [each.checked if each else ALWAYS for each in conditions]
    return _Table(
        binder,
        when,
        checked,
        [each for each in conditions if each],
        [_result(case) for case in cases.items],
        known_of(binder, (*checked, when)),
    )


def _result(case: nodes.Node) -> str:
    """What comes of a case, as text."""
    plain: Any = nodes.plain(case)
    return repr(sorted((key, repr(value)) for key, value in plain.items() if key not in _SAYS_NOTHING))


def _examine(table: _Table, force: Force, diagnostics: Collector) -> tuple[Bilingual | None, Bilingual | None]:
    """Tell what changes nothing; what was proved, and why not all of it could be."""
    cells = table.known.cells(table.asked)
    if cells is None:
        return None, TOO_MANY
    applies = reduce(and_, (cells.answer(part)[0] for part in conjuncts(table.when)), cells.real)
    answers = [cells.answer(case) for case in table.cases]
    told = {found.code for found in diagnostics if found.span and found.span.lies_in(table.binder.span("cases"))}
    if applies and told.isdisjoint(NEVER) and not _tell_repeated(table, cells, applies, answers):
        _tell_idle(table, cells, applies, diagnostics)
    if told.isdisjoint((*NEVER, *SETTLED)):
        meet = tell_shared(table.binder, cells, applies, table.cases, answers, table.results)
        if not meet:  # where ends overlap, that may be why nothing is left
            tell_dead(table.binder, table.known, cells, applies, answers)
    rest = reduce(and_, (fails for _, fails in answers[:-1]), applies)
    found = None if rest or table.cases[-1] is not ALWAYS or len(table.cases) == 1 else _NO_REST
    left = rest & answers[-1][1] if table.binder.at("holes") is None else 0
    reasons = (inexact(table.known, force, *table.asked), unsure(table.known, cells.axes) if left else None)
    return found, listed([each for each in reasons if each is not None]) if any(reasons) else None


def _tell_repeated(table: _Table, cells: Cells, applies: int, answers: Sequence[Answer]) -> bool:
    """Tell the cases without which the same would come of everything, by a case further down."""
    told, left = False, applies
    for index, (holds, fails) in enumerate(answers):
        other = _instead(table, left & ~fails, index, answers) if left & holds else None
        if other is not None:
            example = cells.example(left & holds, _first(left & holds))
            words = {"number": index + 1, "other": other + 1, "example": example, **_removing(table, index)}
            table.binder.report("SR362", "cases", index, **words)
            told = True
        left &= fails
    return told


def _removing(table: _Table, index: int) -> dict[str, object]:
    """What is said of removing a case: whether the same can be decided without it, whatever is not on record."""
    cells = table.known.cells(table.asked, doubtful=True)
    keeps = cells is not None and _regions(table, cells) == _regions(table, cells, left_out=index)
    return {"only": NOTHING if keeps else _ON_RECORD, "mend": _MEND[keeps]}


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


def _tell_idle(table: _Table, cells: Cells, applies: int, diagnostics: Collector) -> None:
    """Tell what the cases ask about although nothing hangs on it."""
    Removal(partial(_regions, table), cells, table.asked, table.known).tell(
        table.stated, settled(diagnostics), diagnostics, applies
    )


def _applies(table: _Table, cells: Cells) -> int:
    """The cells in which the rule may apply."""
    return reduce(and_, (cells.every & ~cells.answer(part)[1] for part in conjuncts(table.when)), cells.real)


def _regions(table: _Table, cells: Cells, without: Sequence[Node] = (), left_out: int | None = None) -> Sequence[int]:
    """The cells in which each result is one of those that may come, or nothing is, and in which it is plain which.

    ``without`` these parts of conditions, or with one case ``left_out``.
    """
    found, left, plain = dict.fromkeys(table.results, 0), _applies(table, cells), 0
    doubtful = 0
    for index, case in enumerate(table.cases):
        if index != left_out:
            holds, fails = cells.answer(case, without)
            found[table.results[index]] |= left & ~fails
            plain |= left & holds & ~doubtful
            doubtful |= left & ~holds & ~fails
            left &= ~holds
    return [*found.values(), left, plain]
