"""Rules of which a record cannot meet both, or meets both at two due days: limits of one thing, and requirements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from itertools import combinations, product
from operator import and_
from typing import Any, Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.written import is_fixed
from supervision_rules.constructs.reachable import known_of
from supervision_rules.expressions import Checked
from supervision_rules.expressions.cells import Cells, is_cut, keys_of
from supervision_rules.expressions.reckoned import words_of
from supervision_rules.language.binding import TextBinder

_EXCEPTED: Final = re.compile("另有|除外|另行|除本|不适用|从其规定")
"""Words by which a document says that one rule gives way to another."""
_SOFT: Final = re.compile("原则上|一般|尽量|尽可能|力争|争取|最迟|最长|至迟|不得超过|不超过")
"""Words by which it says that a length is that of the usual, or the utmost beside another."""
_Form = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A rule with its conditions."""

    spec: Any
    binder: TextBinder
    written: nodes.Node
    stated: dict[tuple[str | int, ...], Checked]

    @property
    def is_plain(self) -> bool:
        """Whether it is the same under every option and on every day, and says of no other that it goes before."""
        return is_fixed(self.written) and not _EXCEPTED.search("".join(self.spec.cite.quotes))

    @property
    def is_soft(self) -> bool:
        return bool(_SOFT.search("".join((self.spec.label, *self.spec.cite.quotes))))

    @property
    def line(self) -> int:
        return nodes.locate(self.binder.node, ("id",)).span.line

    def when(self, *path: str | int) -> tuple[Checked, ...]:
        """The conditions of the rule and of what stands at ``path``."""
        found = (self.stated.get(("when",)), self.stated.get((*path, "when")) if path else None)
        return tuple(each for each in found if each is not None)

    def form(self, *path: str | int) -> str:
        checked = self.stated.get(path)
        return "" if checked is None else words_of(checked.root)


class _Wanted(NamedTuple):
    """What a requirement asks for, and of which records."""

    rule: _Rule
    path: tuple[str | int, ...]
    when: tuple[Checked, ...]
    require: Checked

    @property
    def form(self) -> _Form:
        return tuple(words_of(each.root) for each in (*self.when, self.require))


def tell_contrary(compiled: CompiledPack) -> None:
    """Tell such rules, each at the later one, with the first that it is at odds with."""
    rules = defaultdict[str, list[_Rule]](list)
    for spec in compiled.pack.rules:
        if spec.kind in ("time_limit", "requirement"):
            binder = compiled.reach.rules[spec.id]
            written = compiled.reach.written[id(binder)]
            rules[spec.kind].append(_Rule(spec, binder, written, {each.path: each.checked for each in binder.stated}))
    _tell_limits(rules["time_limit"])
    _tell_requirements(rules["requirement"])


def _tell_limits(rules: Sequence[_Rule]) -> None:
    """Tell two lengths from one day to one event for the same records; one that only warns may lie before another."""
    alike = defaultdict[_Form, list[_Rule]](list)
    for rule in rules:
        alike[rule.spec.on, rule.spec.severity, *map(rule.form, ("start", "done", "when"))].append(rule)
    for group in alike.values():
        several = [rule for rule in group if rule.is_plain and not rule.is_soft] if len(group) > 1 else []
        for place, rule in enumerate(several):
            next(filter(partial(_tell_lengths, rule), several[:place]), None)


def _tell_lengths(other: _Rule, one: _Rule) -> bool:
    asked = [each for rule in (one, other) for path in _cases(rule) for each in rule.when(*path)]
    if nodes.plain(nodes.locate(one.binder.node, ("cases",))) == nodes.plain(
        nodes.locate(other.binder.node, ("cases",))
    ):
        return False
    known = known_of(other.binder, asked)
    cells = known.cells(asked)
    if cells is None or known.loose or not all(map(is_cut, asked)):
        return False
    for length, here in _lengths(other, cells):
        for before, there in _lengths(one, cells):
            if length != before and here & there:
                example = cells.example(here & there, (here & there) & -(here & there))
                words = {"other": one.spec.id, "line": one.line, "one": before, "two": length, "example": example}
                other.binder.report("SR382", "cases", **words)
                return True
    return False


def _cases(rule: _Rule) -> Iterator[tuple[str | int, ...]]:
    return (("cases", index) for index in range(len(rule.spec.cases)))


def _lengths(rule: _Rule, cells: Cells) -> Iterator[tuple[str, int]]:
    """Each length of a limit with the cells in which it is surely that."""
    left = reduce(and_, (cells.answer(part)[0] for part in rule.when()), cells.real)
    for path, case in zip(_cases(rule), rule.spec.cases, strict=True):
        condition = rule.stated.get((*path, "when"))
        holds, fails = (cells.every, 0) if condition is None else cells.answer(condition)
        length = nodes.locate(rule.binder.node, (*path, "within" if case.due is None else "due"))
        yield str(nodes.plain(length)), left & holds
        left &= fails


def _tell_requirements(rules: Sequence[_Rule]) -> None:
    """Tell two requirements of which each that is met breaks the other."""
    wanted = defaultdict[object, dict[str, list[_Wanted]]](lambda: defaultdict(list))
    for rule in rules:
        for each in _wanted(rule):
            for key in keys_of(each.require):
                wanted[rule.spec.on, rule.spec.window, rule.spec.severity, key][words_of(each.require.root)].append(
                    each
                )
    told = set[str]()
    for group in wanted.values():
        for some, others in combinations(group.values(), 2):
            pairs = product(some, others) if _exclude(some[0], others[0]) else ()
            for pair in pairs:
                one, other = sorted(pair, key=lambda wanted: wanted.rule.line)
                plain = one.rule is not other.rule and one.rule.is_plain and other.rule.is_plain
                if plain and other.rule.spec.id not in told and _tell_pair(one, other):
                    told.add(other.rule.spec.id)


def _exclude(one: _Wanted, other: _Wanted) -> bool:
    """Whether no record whatsoever meets both."""
    asked = (one.require, other.require)
    cells = known_of(other.rule.binder, asked).cells(asked)
    return cells is not None and not cells.answer(one.require)[0] & cells.answer(other.require)[0] & cells.real


def _wanted(rule: _Rule) -> Iterator[_Wanted]:
    for path in [(), *(("items", index) for index in range(len(rule.spec.items or ())))]:
        require = rule.stated.get((*path, "require"))
        if require is not None:
            yield _Wanted(rule, (*path, "require"), rule.when(*path), require)


def _tell_pair(one: _Wanted, other: _Wanted) -> bool:
    asked = (*one.when, *other.when, one.require, other.require)
    known = known_of(other.rule.binder, asked)
    cells = known.cells(asked)
    same = one.form[:-1] == other.form[:-1]
    if cells is None or not (same or (not known.loose and all(map(is_cut, asked)))):
        return False
    applies = reduce(and_, (cells.answer(part)[0] for part in (*one.when, *other.when)), cells.real)
    met, its = (applies & cells.answer(each.require)[0] for each in (one, other))
    if not (met and its) or met & its:
        return False
    example = cells.example(met, met & -met)
    words = {"other": one.rule.spec.id, "line": one.rule.line, "example": example}
    other.rule.binder.report("SR383", *other.path, **words)
    return True
