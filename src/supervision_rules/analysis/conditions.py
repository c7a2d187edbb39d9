"""Conditions that always or never hold by the values that there can be, and parts of them without effect."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial, reduce
from operator import and_
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.analysis.examined import Examined
from supervision_rules.analysis.mends import OF_FACTS, mend_of
from supervision_rules.analysis.reasons import TAKEN_ONLY, TOO_MANY, Force, inexact
from supervision_rules.analysis.removal import Removal
from supervision_rules.analysis.unfolded import Unfolding, by_what, together
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler import Reach
from supervision_rules.compiler.told import settled as told_settled
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.reachable import asks_rules
from supervision_rules.diagnostics import NOTHING, Collector, Span
from supervision_rules.expressions import BOOL, NOT_CONSTANT, Checked
from supervision_rules.expressions.cells import Cells, conjuncts, questions
from supervision_rules.expressions.reckoned import reckoned_in
from supervision_rules.expressions.settled import settled
from supervision_rules.expressions.tree import Conditional, Name, Node, is_constant, walk
from supervision_rules.language.binding import Stated, TextBinder
from supervision_rules.language.related import Known


class _Asked(NamedTuple):
    """A condition of a fact or rule, and those that hold where it is asked."""

    about: str
    """The id of the fact or rule."""
    binder: TextBinder
    stated: Stated
    given: tuple[Stated, ...]
    in_table: bool
    """Whether it is that of a case or step, of which is looked into elsewhere what those beside it leave."""
    force: Force
    """When the document is in force."""
    unfolding: Unfolding

    @property
    def checked(self) -> Checked:
        return self.stated.checked

    @property
    def span(self) -> Span:
        """Where it stands; of one within an expression, its part of that."""
        root = self.checked.root
        return self.stated.scalar.span if self.is_whole else self.stated.scalar.part(root.start, root.end)

    @property
    def is_whole(self) -> bool:
        """Whether it is all of what is stated, and not within an expression."""
        return any(each.checked.root is self.checked.root for each in self.binder.stated)

    @property
    def found(self) -> str:
        root, text = self.checked.root, self.checked.text
        return text if self.is_whole else text[root.start : root.end]

    @property
    def left_to_table(self) -> bool:
        """Whether it is a case by the result of a rule: that one takes all that is left is told of those behind it."""
        return self.in_table and self.is_whole and asks_rules(self.checked)

    def known(self, conditions: Collection[Checked]) -> Known:
        """What is known of the values that they ask about."""
        return Known.of(
            self.binder.declarations.origins, self.stated.about, conditions, *self.binder.here(self.stated.own)
        )


def examine_conditions(
    reach: Reach, climbing: Collection[str], force: Force, diagnostics: Collector
) -> Iterator[Examined]:
    """Look into every condition of every fact and rule, and into those within expressions.

    The steps of the rules that are ``climbing`` are held against their rule elsewhere, and so are all cases.
    """
    told = told_settled(diagnostics)
    unfolding = Unfolding.of_facts(reach)
    binders = {**{name: binder for (_, name), binder in reach.facts.items()}, **reach.rules}
    for name, binder in binders.items():
        written = reach.written[id(binder)]
        cases = ("cases", *(("steps",) if name in climbing else ()))
        for each in binder.stated:
            in_table = each.path[0] in cases
            # What cannot be looked into of the rule leaves a case as it is.
            given = tuple(other for other in _given(binder, each) if not in_table or _is_fixed(written, other))
            for part in _conditions(each.checked):
                asked = _Asked(name, binder, each._replace(checked=part), given, in_table, force, unfolding)
                yield _examine(asked, written, diagnostics, told)


def _given(binder: TextBinder, each: Stated) -> tuple[Stated, ...]:
    """The condition of its rule, that of the item that it belongs to, and that of the records which the rule counts."""
    counted = {("where",)} if each.path[0] not in _OF_SUBJECT else set()
    paths = ({("when",), (*each.path[:-1], "when")} | counted) - {each.path}
    return tuple(other for other in binder.stated if other.path in paths and other.about == each.about)


def _conditions(checked: Checked) -> Iterator[Checked]:
    """The expression, if it is a condition, and those on which hangs which of two values it comes to."""
    roots = [checked.root] if checked.type == BOOL else []
    roots += [node.test for node in walk(checked.root) if isinstance(node, Conditional)]
    for root in roots:
        if not is_constant(root) and checked.constant is NOT_CONSTANT:
            names = frozenset(node.name for node in walk(root) if isinstance(node, Name))
            yield checked if root is checked.root else replace(checked, root=root, names=names)


def _examine(asked: _Asked, written: nodes.Node, diagnostics: Collector, told: list[Span]) -> Examined:
    # What an option says is looked into as it stands; not what is beside it, which may be there for another option.
    differs = not _is_fixed(written, asked.stated)
    known = asked.known((asked.checked,))
    cells = known.cells((asked.checked,))
    if cells is None:
        return Examined("condition", asked.span, asked.about, reason=TOO_MANY)
    is_told = any(place.lies_in(asked.span) for place in told)
    if is_told or _tell_questions(asked, known, diagnostics) or _tell_settled(asked, cells, diagnostics):
        reason = TAKEN_ONLY if differs else inexact(known, asked.force, asked.checked)
        return Examined("condition", asked.span, asked.about, reason=reason)
    _tell_parts(asked, cells, known, diagnostics)
    if differs:
        return Examined("condition", asked.span, asked.about, reason=TAKEN_ONLY)
    fixed = all(_is_fixed(written, other) for other in asked.given)
    return Examined(
        "condition", asked.span, asked.about, reason=_tell_given(asked, known, diagnostics) if fixed else _WHEN
    )


def _is_fixed(written: nodes.Node, stated: Stated) -> bool:
    node = nodes.at(written, *stated.path)
    return node is not None and is_fixed(node)


def _tell_questions(asked: _Asked, known: Known, diagnostics: Collector) -> bool:
    """Tell the questions about several names that have one answer only, by the ends between which their sides lie."""
    parts = [
        part for key, part in questions(asked.checked) if not isinstance(key, str) or reckoned_in(part) is not None
    ]
    if asked.left_to_table:
        return False
    answers = [(part, answer) for part in parts if (answer := settled(part, known.possible)) is not None]
    for part, answer in answers:
        words = {"found": asked.checked.text[part.start : part.end], "value": str(answer).lower(), "given": NOTHING}
        place = asked.stated.scalar.part(part.start, part.end)
        diagnostics.add("SR364", place, **words, mend=mend_of(part, known))
    return bool(answers)


def _tell_settled(asked: _Asked, cells: Cells, diagnostics: Collector, given: int | None = None) -> bool:
    """Tell a condition that is the same for every record, or for every one in the cells that are given, as far as it is
    known at all."""
    among = cells.real if given is None else given
    holds, fails = (part & among for part in cells.answer(asked.checked))
    if bool(holds) == bool(fails) or (holds and asked.left_to_table):
        return False
    where = _IF_KNOWN[among in (holds, fails), given is None]
    words = {"found": asked.found, "value": "true" if holds else "false", "given": where}
    diagnostics.add("SR364", asked.span, **words, mend=mend_of(asked.checked.root, asked.known(())))
    return True


def _tell_given(asked: _Asked, known: Known, diagnostics: Collector) -> Bilingual | None:
    """Tell a condition that is the same wherever it is asked; why that could not be looked into wholly. ``known`` is
    what is known of the condition alone."""
    guards = [part for other in (() if asked.in_table else asked.given) for part in conjuncts(other.checked)]
    if not guards:
        _tell_unfolded(asked, diagnostics)
        return inexact(known, asked.force, asked.checked)
    every = (asked.checked, *guards)
    known = asked.known(every)
    cells = known.cells(every)
    if cells is None:
        return TOO_MANY
    applies = reduce(and_, (cells.answer(part)[0] for part in guards), cells.real)
    if not _tell_settled(asked, cells, diagnostics, applies):
        _tell_unfolded(asked, diagnostics)
    return inexact(known, asked.force, *every)


def _tell_unfolded(asked: _Asked, diagnostics: Collector) -> None:
    """Tell a condition that is the same for every record by what the facts say that it names, and those beside it."""
    whole, *beside = together(asked.unfolding, asked.binder.subject, asked.stated, asked.given)
    by = dict.fromkeys(name for _, names in (whole, *beside) for name in names)
    guards = [part for given, _ in beside for part in conjuncts(given)]
    cells = asked.known((whole[0], *guards)).cells((whole[0], *guards)) if by else None
    if cells is not None:
        applies = reduce(and_, (cells.answer(part)[0] for part in guards), cells.real)
        holds, fails = (part & applies for part in cells.answer(whole[0]))
        if bool(holds) != bool(fails) and not (holds and asked.in_table):
            words = {"found": asked.found, "value": "true" if holds else "false", "given": by_what(by)}
            diagnostics.add("SR364", asked.span, **words, mend=OF_FACTS)


def _tell_parts(asked: _Asked, cells: Cells, known: Known, diagnostics: Collector) -> None:
    """Tell the parts of a condition that are without effect."""
    come = Removal(partial(_come, asked.checked), cells, (asked.checked,), known)
    come.tell((asked.stated,), (), diagnostics, cells.real)


def _come(checked: Checked, cells: Cells, without: Sequence[Node]) -> Sequence[int]:
    """The cells in which a condition holds without some of its parts, and those in which it does not."""
    return [part & cells.real for part in cells.answer(checked, without)]


_OF_SUBJECT: Final = ("when", "exempt")
"""What is asked of that which a rule judges, whatever records it counts."""
_WHEN: Final = Bilingual("规则的 when 随理解或日期而变", "the when of the rule differs by option or over time")
_IF_KNOWN: Final[Mapping[tuple[bool, bool], object]] = MappingProxyType(
    {
        (True, True): NOTHING,
        (True, False): Bilingual(
            "规则（或这一项）的条件成立的，", "where the condition of the rule, or of the item, holds, "
        ),
        (False, True): Bilingual("凡是定得下来的，", "wherever it can be decided, "),
        (False, False): Bilingual(
            "规则（或这一项）的条件成立、又定得下来的，",
            "where the condition of the rule, or of the item, holds and it can be decided, ",
        ),
    }
)
"""For which records a condition is always the same: whether it can be decided for all, and no other is given."""
