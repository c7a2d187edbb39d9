"""All that can come of some conditions: the values of what they ask about, cut where an answer can change.

A cell is one value for each of the things asked about: a number between two of the constants it is compared with, a
level, a day, nothing on record. What cannot be cut (a result of another rule, a sum) may hold or not, whatever the
others are: so there may be cells that never come true, but none is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce
from math import prod
from operator import and_
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import named
from supervision_rules.expressions.axes import Axis, Possible, axis_of, is_plain, key_of, questions_of, says_of
from supervision_rules.expressions.settled import uncut_axis
from supervision_rules.expressions.tree import Call, Checked, Constant, Logic, Name, Node, Unary, walk
from supervision_rules.expressions.types import BOOL

MAX_CELLS: Final = 10_000
"""Beyond as many cells nothing is said."""
Order = tuple[str, str]
"""Two names of which the value of the first is never above that of the other."""
Answer = tuple[int, int]
"""The cells in which a condition holds, and those in which it does not, as bits; in the others it is unknown."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Every combination of the values of some axes, each a bit: the first axis counts fastest."""

    axes: Mapping[object, Axis]
    strides: Mapping[object, int]
    every: int
    """The bits of all cells."""
    real: int = 0
    """Those of the cells in which names keep to their orders."""
    _columns: dict[tuple[object, int], int] = field(default_factory=dict)
    _answers: dict[int, tuple[Node, Answer]] = field(default_factory=dict)
    """The questions answered, by their identity, which they keep as long as they are kept here."""

    @classmethod
    def of(
        cls,
        conditions: Iterable[Checked],
        possible: Mapping[str, Possible],
        orders: Collection[Order] = (),
        *,
        doubtful: bool = False,
    ) -> Cells | None:
        """The cells of what these conditions ask about, None if there are too many.

        ``orders``: the names of which one is never above the other; ``doubtful``: those cells, too, in which a value
        is not on record, or lies between two ends.
        """
        questions: dict[object, list[tuple[Node, str]]] = defaultdict(list)
        for checked in conditions:
            for part in questions_of(checked.root):
                questions[key_of(part)].append((part, checked.text[part.start : part.end]))
        beside = {key: [ask for other in _tied(key, orders) for ask in questions.get(other, ())] for key in questions}
        axes = {
            key: axis_of(key, asked, possible, doubtful, beside[key])
            if isinstance(key, str)
            else uncut_axis(asked, possible, doubtful)
            for key, asked in questions.items()
        }
        if prod(len(axis.values) for axis in axes.values()) > MAX_CELLS:
            return None
        strides, stride = {}, 1
        for key, axis in axes.items():
            strides[key], stride = stride, stride * len(axis.values)
        cells = cls(axes, strides, (1 << stride) - 1)
        return replace(cells, real=reduce(and_, (cells.ordered(*pair) for pair in orders), cells.every))

    def column(self, key: object, place: int) -> int:
        """The cells in which an axis has the value at ``place``."""
        if (key, place) not in self._columns:
            stride, size = self.strides[key], len(self.axes[key].values)
            block = ((1 << stride) - 1) << place * stride
            self._columns[key, place] = block * (self.every // ((1 << stride * size) - 1))
        return self._columns[key, place]

    def ordered(self, low: str, high: str) -> int:
        """The cells in which the value of one name is not above that of the other, as far as both are known."""
        if low not in self.axes or high not in self.axes:
            return self.every
        excluded = 0
        for place, value in enumerate(self.axes[low].values):
            for other, beside in enumerate(self.axes[high].values):
                if is_plain(value) and is_plain(beside) and value > beside:
                    excluded |= self.column(low, place) & self.column(high, other)
        return self.every & ~excluded

    def answer(self, condition: Checked, without: Iterable[Node] = ()) -> Answer:
        """Where a condition holds and where it does not, by Kleene's logic, if it had not these nodes."""
        return self._answer(condition.root, {id(node) for node in without}) or (self.every, 0)

    def _answer(self, node: Node, without: set[int]) -> Answer | None:
        """None where nothing is left of a condition."""
        if id(node) in without:
            return None
        if isinstance(node, Constant):
            return (self.every, 0) if node.value is True else (0, self.every)
        if isinstance(node, Unary):
            answer = self._answer(node.operand, without)
            return answer and (answer[1], answer[0])
        if isinstance(node, Logic):
            answers = [answer for part in node.parts if (answer := self._answer(part, without)) is not None]
            return reduce(_both if node.operator == "and" else _either, answers) if answers else None
        return self._simple(node)

    def _simple(self, node: Node) -> Answer:
        if id(node) not in self._answers:
            self._answers[id(node)] = node, self._answered(node)
        return self._answers[id(node)][1]

    def _answered(self, node: Node) -> Answer:
        key, found = key_of(node), {True: 0, False: 0, None: 0}
        said = says_of(node) if self.axes[key].is_name else None
        for place, value in enumerate(self.axes[key].values):
            found[value if said is None else said(value)] |= self.column(key, place)
        return found[True], found[False]

    def is_idle(self, answers: Iterable[int], key: object, among: int) -> bool:
        """Whether none of these sets of cells changes with the value of an axis, as far as ``among`` goes."""
        return all(not self._along(cells & among, key) & among & ~cells for cells in answers)

    def between(self, cells: int, key: object) -> int:
        """The cells that differ from some of ``cells`` below them, and from some above them, on one axis alone."""
        stride, size = self.strides[key], len(self.axes[key].values)
        above = below = 0
        for place in range(1, size):
            above |= ((cells | above) & self.column(key, place - 1)) << stride
            lower = size - 1 - place
            below |= ((cells | below) & self.column(key, lower + 1)) >> stride
        return above & below

    def example(self, cells: int, cell: int) -> Bilingual:
        """One of these cells, ``cell``, by as few of its values as keep to them."""
        said, kept = list[Bilingual](), cell
        for key, axis in reversed(list(self.axes.items())):
            along = self._along(kept, key)
            if along & ~cells:
                said.append(axis.says(self._place(cell, key)))
            else:
                kept = along
        return named(said[::-1])

    def _along(self, cells: int, key: object) -> int:
        """All cells that differ from one of these on one axis at most."""
        stride, size = self.strides[key], len(self.axes[key].values)
        first = 0
        for place in range(size):
            first |= (cells & self.column(key, place)) >> place * stride
        return sum(first << place * stride for place in range(size))

    def _place(self, cells: int, key: object) -> int:
        return next(place for place in range(len(self.axes[key].values)) if cells & self.column(key, place))


def _tied(key: object, orders: Collection[Order]) -> set[object]:
    """The names that are ordered with this one, through others, too."""
    found: set[object] = {key}
    while more := {name for pair in orders if not found.isdisjoint(pair) for name in pair} - found:
        found |= more
    return found - {key}


def _both(one: Answer, other: Answer) -> Answer:
    return one[0] & other[0], one[1] | other[1]


def _either(one: Answer, other: Answer) -> Answer:
    return one[0] | other[0], one[1] & other[1]


def is_cut(checked: Checked) -> bool:
    """Whether a condition asks of nothing but names and constants, so that its cells are exact."""
    return all(isinstance(key_of(part), str) for part in questions_of(checked.root))


def questions(checked: Checked) -> Iterator[tuple[object, Node]]:
    """What a condition asks about, by the keys of its axes."""
    return ((key_of(part), part) for part in questions_of(checked.root))


def keys_of(checked: Checked) -> frozenset[object]:
    """The names and all else that a condition asks about."""
    return frozenset(key for key, _ in questions(checked))


def conjuncts(checked: Checked) -> Iterator[Checked]:
    """The conditions that must all hold for it to hold."""
    for part in _flat(checked.root):
        within = list(walk(part))
        names = frozenset(each.name for each in within if isinstance(each, Name))
        calls = tuple((each.function.name, each.literal) for each in within if isinstance(each, Call) and each.literal)
        yield replace(checked, root=part, names=names, calls=calls)


def _flat(node: Node, *, denied: bool = False) -> Iterator[Node]:
    """``not (a or b)`` is ``not a and not b``."""
    if isinstance(node, Unary):
        yield from _flat(node.operand, denied=not denied)
    elif isinstance(node, Logic) and node.operator == ("or" if denied else "and"):
        for part in node.parts:
            yield from _flat(part, denied=denied)
    else:
        yield Unary(BOOL, node.start, node.end, "not", node) if denied else node
