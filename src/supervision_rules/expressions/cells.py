"""All that can come of some conditions: the values of what they ask about, cut where an answer can change.

A cell is one value for each of the things asked about: a number between two of the constants it is compared with, a
level, a day, nothing on record. What cannot be cut (a result of another rule, a sum) may hold or not, whatever the
others are: so there may be cells that never come true, but none is missing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil, floor, prod
from typing import Any, Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import named
from supervision_rules.expressions.conditions import asked_alone, constants_in, values_between
from supervision_rules.expressions.exact import Number
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.functions import known
from supervision_rules.expressions.tree import Call, Checked, Constant, Logic, Name, Node, Unary, children, walk
from supervision_rules.expressions.types import BOOL, DATE, NUMBER, Type
from supervision_rules.expressions.values import add, divide

MAX_CELLS: Final = 10_000
"""Beyond as many cells nothing is said."""


@dataclass(frozen=True, slots=True)
class Possible:
    """What is known of the value of a name before anything is asked."""

    least: Number | None = None
    most: Number | None = None
    always: bool = False
    """Whether there is always a value."""
    whole: bool = False
    """Whether it is a whole number."""


ANY_VALUE: Final = Possible()


class _Given:
    """Some value, of which nothing is asked but whether it is there."""


GIVEN: Final = _Given()
_OWN: Final = ("operator", "name", "value", "values", "literal")
"""What tells nodes of one sort from each other."""
Answer = tuple[int, int]
"""The cells in which a condition holds, and those in which it does not, as bits; in the others it is unknown."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One thing that conditions ask about, and a value of each stretch on which they answer alike."""

    words: str
    """The name, or the text of what cannot be cut."""
    type: Type
    values: tuple[Any, ...]
    is_name: bool = True

    @property
    def ordered(self) -> bool:
        return self.is_name and self.type in (NUMBER, DATE)

    def says(self, place: int) -> Bilingual:
        """The value at ``place``, in the words of a message."""
        value = self.values[place]
        if value is None:
            return Bilingual(f"{self.words} 没有记载", f"{self.words} not on record")
        if value is GIVEN:
            return Bilingual(f"{self.words} 有记载", f"{self.words} on record")
        text = str(value).lower() if isinstance(value, bool) else str(value)
        return Bilingual(f"{self.words} 是 {text}", f"{self.words} of {text}")


@dataclass(frozen=True, slots=True)
class Cells:
    """Every combination of the values of some axes, each a bit: the first axis counts fastest."""

    axes: Mapping[object, Axis]
    strides: Mapping[object, int]
    every: int
    """The bits of all cells."""
    _columns: dict[tuple[object, int], int] = field(default_factory=dict)

    @classmethod
    def of(cls, conditions: Iterable[Checked], possible: Mapping[str, Possible], *, sure: bool = False) -> Cells | None:
        """The cells of what these conditions ask about, None if there are too many.

        ``sure``: only those that there are. Most numbers count something: none is looked for between neighbours.
        """
        questions: dict[object, list[tuple[Node, str]]] = defaultdict(list)
        for checked in conditions:
            for part in _questions(checked.root):
                questions[_key(part)].append((part, checked.text[part.start : part.end]))
        axes = {key: _axis(key, asked, possible, sure) for key, asked in questions.items()}
        if prod(len(axis.values) for axis in axes.values()) > MAX_CELLS:
            return None
        strides, stride = {}, 1
        for key, axis in axes.items():
            strides[key], stride = stride, stride * len(axis.values)
        return cls(axes, strides, (1 << stride) - 1)

    def column(self, key: object, place: int) -> int:
        """The cells in which an axis has the value at ``place``."""
        if (key, place) not in self._columns:
            stride, size = self.strides[key], len(self.axes[key].values)
            block = ((1 << stride) - 1) << place * stride
            self._columns[key, place] = block * (self.every // ((1 << stride * size) - 1))
        return self._columns[key, place]

    def answer(self, condition: Checked) -> Answer:
        """Where a condition holds and where it does not, by Kleene's logic."""
        return self._answer(condition.root)

    def _answer(self, node: Node) -> Answer:
        if isinstance(node, Constant):
            return (self.every, 0) if node.value is True else (0, self.every)
        if isinstance(node, Unary):
            holds, fails = self._answer(node.operand)
            return fails, holds
        if isinstance(node, Logic):
            answers = [self._answer(part) for part in node.parts]
            holds, fails = answers[0]
            for also, not_also in answers[1:]:
                both = node.operator == "and"
                holds, fails = (holds & also, fails | not_also) if both else (holds | also, fails & not_also)
            return holds, fails
        return self._simple(node)

    def _simple(self, node: Node) -> Answer:
        key, found = _key(node), {True: 0, False: 0, None: 0}
        said = _said(node) if self.axes[key].is_name else bool
        for place, value in enumerate(self.axes[key].values):
            found[said(value)] |= self.column(key, place)
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


def is_cut(checked: Checked) -> bool:
    """Whether a condition asks of nothing but names and constants, so that its cells are exact."""
    return all(isinstance(_key(part), str) for part in _questions(checked.root))


def questions(checked: Checked) -> Iterator[tuple[object, Node]]:
    """What a condition asks about, by the keys of its axes."""
    return ((_key(part), part) for part in _questions(checked.root))


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


def _questions(node: Node) -> Iterator[Node]:
    """The simple questions that a condition is made of."""
    if isinstance(node, Logic):
        for part in node.parts:
            yield from _questions(part)
    elif isinstance(node, Unary):
        yield from _questions(node.operand)
    elif not isinstance(node, Constant):
        yield node


def _key(node: Node) -> object:
    """The name that a question can be cut by; else the question itself, wherever it stands."""
    name = _name_of(node)
    return _form(node) if name is None else name.name


def _name_of(node: Node) -> Name | None:
    if isinstance(node, Call):
        about = node.arguments[0] if node.function.call is known else None
        return about if isinstance(about, Name) else None
    name = asked_alone(node)
    return name if name is not None and (name.type == BOOL or values_between(name.type, [node])) else None


def _form(node: Node) -> object:
    """What equals that of a node which says the same elsewhere."""
    own = [getattr(node, each) for each in _OWN if hasattr(node, each)]
    asked = node.function.name if isinstance(node, Call) else ""
    return (type(node).__name__, node.type.kind, asked, *own, *map(_form, children(node)))


def _axis(key: object, asked: Sequence[tuple[Node, str]], possible: Mapping[str, Possible], sure: bool) -> Axis:
    if not isinstance(key, str):
        return Axis(asked[0][1], BOOL, (False, True), is_name=False)
    compared: list[Node] = [part for part, _ in asked if not isinstance(part, Call)]
    kind = next(name.type for part, _ in asked if (name := _name_of(part)) is not None)
    of_name = possible.get(key, ANY_VALUE)
    values = _values(kind, compared, of_name, sure) if compared else [GIVEN]
    if len(compared) < len(asked) and not of_name.always:
        values.append(None)
    return Axis(key, kind, tuple(values))


def _values(kind: Type, compared: list[Node], possible: Possible, sure: bool) -> list[Any]:
    """In order, where there is one."""
    if kind != NUMBER:
        found = values_between(kind, compared)
        return sorted(found) if kind == DATE else found
    numbers = _numbers(compared) if sure else values_between(kind, compared)
    if possible.whole:
        numbers = [whole for value in numbers for whole in (floor(value), ceil(value))]
    low = [value if possible.least is None else max(value, possible.least) for value in numbers]
    return sorted({value if possible.most is None else min(value, possible.most) for value in low})


def _numbers(compared: list[Node]) -> list[Any]:
    """The numbers written, and one below, between and above them, whole ones where there are any."""
    written = sorted({value for value in constants_in(compared) if value is not None})
    found = [written[0] - 1, *written, written[-1] + 1]
    for low, high in pairwise(written):
        middle: Any = divide(add(low, high), 2)
        if middle is not None and low < floor(middle):
            found.append(floor(middle))
        elif low != int(low) or high != int(high):
            found.append(middle)
    return found


def _said(node: Node) -> Callable[[Any], bool | None]:
    """The answer to a question about one name, by its value."""
    if isinstance(node, Call):
        return lambda value: value is not None
    name = asked_alone(node)
    assert name is not None  # it has been cut by it
    said, key = compile_node(node), name.name
    return lambda value: said({key: value})
