"""What conditions ask about, one thing at a time, each with a value of every stretch on which they answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from math import ceil, floor
from typing import Any, Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.expressions.conditions import asked_alone, constants_in, values_between
from supervision_rules.expressions.exact import Number, over, times
from supervision_rules.expressions.fast import compile_node
from supervision_rules.expressions.functions import known
from supervision_rules.expressions.reckoned import named
from supervision_rules.expressions.tree import Call, Constant, Logic, Name, Node, Unary, children
from supervision_rules.expressions.types import BOOL, DATE, NUMBER, Type
from supervision_rules.expressions.values import Interval, add, divide


@dataclass(frozen=True, slots=True)
class Possible:
    """What is known of the value of a name, or of something reckoned, before anything is asked."""

    least: Number | None = None
    most: Number | None = None
    always: bool = False
    """Whether there is always a value."""
    whole: bool = False
    """Whether it is a whole number."""
    step: Number | None = None
    """Of what is a multiple of some number whatever it is: that number."""
    full: bool = True
    """Whether it may be any of these values, as far as is known."""
    first: date | None = None
    last: date | None = None
    """Of a day: the first and the last that it can be."""
    never_before: frozenset[str] = frozenset()
    """Of a day: the names of days before which it never lies."""

    def day(self, day: date) -> date:
        """The nearest day that it can be."""
        day = day if self.first is None else max(day, self.first)
        return day if self.last is None else min(day, self.last)

    def of_days(self, other: Possible) -> Possible:
        """The same with what is known of the days of another."""
        return replace(self, first=other.first, last=other.last, never_before=other.never_before)


ANY_VALUE: Final = Possible()


class _Given:
    """Some value, of which nothing is asked but whether it is there."""


GIVEN: Final = _Given()
IN_DOUBT: Final = _Given()
"""Of a value that is not on record: it is unknown whether there is any."""
_OWN: Final = ("operator", "name", "value", "values", "literal")
"""What tells nodes of one sort from each other."""


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


def questions_of(node: Node) -> Iterator[Node]:
    """The simple questions that a condition is made of."""
    if isinstance(node, Logic):
        for part in node.parts:
            yield from questions_of(part)
    elif isinstance(node, Unary):
        yield from questions_of(node.operand)
    elif not isinstance(node, Constant):
        yield node


def key_of(node: Node) -> object:
    """The name that a question can be cut by, or the text of what is reckoned; else the question itself, wherever it
    stands."""
    name = _name_of(node)
    return _form(node) if name is None else name.name


def _name_of(node: Node) -> Name | None:
    if isinstance(node, Call):
        about = named(node).arguments[0] if node.function.call is known else None  # type: ignore[union-attr]
        return about if isinstance(about, Name) else None
    name = asked_alone(node) or asked_alone(node := named(node))
    return name if name is not None and (name.type == BOOL or values_between(name.type, [node])) else None


def _form(node: Node) -> object:
    """What equals that of a node which says the same elsewhere."""
    own = [getattr(node, each) for each in _OWN if hasattr(node, each)]
    asked = node.function.name if isinstance(node, Call) else ""
    return (type(node).__name__, node.type.kind, asked, *own, *map(_form, children(node)))


def axis_of(
    key: str,
    asked: Sequence[tuple[Node, str]],
    possible: Mapping[str, Possible],
    doubtful: bool = False,
    beside: Sequence[tuple[Node, str]] = (),
) -> Axis:
    """The axis of the questions about one name, each with its text; ``doubtful`` with all that its value may not be
    known to be. It is cut where the answers ``beside`` it change, too: those to questions about names tied to it."""
    compared: list[Node] = [named(part) for part, _ in (*asked, *beside) if not isinstance(part, Call)]
    kind = next(name.type for part, _ in asked if (name := _name_of(part)) is not None)
    of_name = possible.get(key, ANY_VALUE)
    values = _values(kind, compared, of_name) if compared else [GIVEN]
    if doubtful and kind == NUMBER:
        values += [Interval(low, high) for low, high in combinations(values, 2)]
    if (doubtful or any(isinstance(part, Call) for part, _ in asked)) and not of_name.always:
        values.extend((None, IN_DOUBT) if doubtful else (None,))
    return Axis(key, kind, tuple(values))


def _values(kind: Type, compared: list[Node], possible: Possible) -> list[Any]:
    """In order, where there is one."""
    if kind != NUMBER:
        found = values_between(kind, compared)
        return sorted(set(map(possible.day, found))) if kind == DATE else found
    numbers = _numbers(compared)
    step = 1 if possible.whole else possible.step
    if step is not None:
        numbers = [multiple for value in numbers for multiple in _multiples(value, step)]
    low = [value if possible.least is None else max(value, possible.least) for value in numbers]
    return sorted({value if possible.most is None else min(value, possible.most) for value in low})


def _numbers(compared: list[Node]) -> list[Any]:
    """The numbers written, and one below, between and above them, whole ones where there are any."""
    written = sorted({value for value in constants_in(compared) if value is not None})
    found = [written[0] - 1, *written, written[-1] + 1]
    for low, high in pairwise(written):
        middle: Any = divide(add(low, high), 2)
        found.append(floor(middle) if low < floor(middle) else middle)
    return found


def _multiples(value: Number, step: Number) -> Iterator[Number]:
    """Those of a number between which a value lies."""
    steps = over(value, step)
    for whole in () if steps is None else (floor(steps), ceil(steps)):
        multiple = times(whole, step)
        if multiple is not None:
            yield multiple


def is_plain(value: Any) -> bool:
    """Whether a value of an axis is a number or a day that is known."""
    return isinstance(value, Number | date)


def says_of(node: Node) -> Callable[[Any], bool | None]:
    """The answer to a question about one name, by its value."""
    if isinstance(node, Call):
        return lambda value: None if value is IN_DOUBT else value is not None
    node = named(node)
    name = asked_alone(node)
    assert name is not None  # it has been cut by it
    said, key = compile_node(node), name.name
    return lambda value: said({key: None if value is IN_DOUBT else value})
