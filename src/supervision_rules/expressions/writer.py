"""Writes the source of one Python function for a checked tree.

It consists of the words of this module alone. The names, constants and functions of a pack stand in it as
numbered variables (``k0``, ``k1``), whose values are handed over beside it: no text of a pack ever becomes code, and
expressions of one shape share one compiled source.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from supervision_rules.expressions.functions import (
    ASKING_FOR_DOUBT,
    asked_in,
    first_known,
    is_doubted,
    is_open,
    known,
    sought_in,
)
from supervision_rules.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Conditional,
    Constant,
    Items,
    Logic,
    Name,
    Node,
    Part,
    Unary,
    is_constant,
)
from supervision_rules.expressions.types import MOMENT, NUMBER
from supervision_rules.expressions.values import ARITHMETIC, COMPARISONS, Interval, divide, negative

Compiled = Callable[[Any], Any]
EQUALITY: Final = frozenset({"==", "!="})
PYTHONIC: Final = frozenset({"<", "<=", ">", ">=", *EQUALITY})
"""Comparisons that Python makes between known values; an Interval answers the ordered ones itself."""
MAX_SHAPES: Final = 2_000
"""How many compiled sources are kept."""


@lru_cache(maxsize=MAX_SHAPES)
def _made(source: str) -> Callable[..., Compiled]:
    """The ``make`` that a source defines; it sees nothing but its own variables."""
    space: dict[str, Any] = {"__builtins__": {}}
    exec(compile(source, "<expression>", "exec"), space)
    make: Callable[..., Compiled] = space["make"]
    return make


class Writer:
    """Writes the lines of one function. Each ``_write…`` gives the text that stands for the value of its node."""

    __slots__ = ("_count", "_depth", "_folds", "_straight", "lines", "reads_source", "values")

    def __init__(self, straight: Collection[str], *, folds: bool) -> None:
        self.lines: list[str] = []
        self.values: list[object] = []
        self.reads_source = False
        self._straight = straight
        self._folds = folds
        self._count = self._depth = 0

    def made(self) -> Compiled:
        """The function that has been written."""
        return _made(self._source())(*self.values)

    def _source(self) -> str:
        """The source of ``make``: given the values, it returns the function."""
        names = ", ".join(f"k{place}" for place in range(len(self.values)))
        lines = ["source = row.source", *self.lines] if self.reads_source else self.lines
        body = "".join(f"        {line}\n" for line in lines)
        return f"def make({names}):\n    def evaluate(row):\n{body}    return evaluate\n"

    def give(self, node: Node) -> None:
        """The lines that return the value of ``node``; the branches of a chain of ifs stand one after the other."""
        while isinstance(node, Conditional):
            if is_constant(node.test) and self._folds:
                node = node.body if _evaluated(node.test) else node.otherwise
                continue
            self._open(node.test)
            self.give(node.body)
            self._depth -= 1
            node = node.otherwise
        self._line(f"return {self.write(node)}")

    def choose(self, when: Node, cases: Sequence[tuple[Node, Sequence[Node]]]) -> None:
        """The lines that return the place of the first case that holds, with the values of what is read for it."""
        nothing = (None,) * len(cases[0][1])
        if not self._holds(when):
            test, not_asked = self._kept(when), self._value((-1, *nothing))
            self._line(f"if {test} is not True: return None if {test} is None else {not_asked}")
        for place, (case, read) in enumerate(cases):
            always = self._holds(case)
            if not always:
                self._open(case)
            self._line(f"return ({', '.join([self._value(place), *map(self.write, read)])},)")
            if always:
                return
            self._depth -= 1
        self._line(f"return {self._value((len(cases), *nothing))}")

    def doubt(self, node: Node) -> bool:
        """The line that returns whether it is in doubt that there is anything; whether it ever is."""
        doubted = self._doubted(node)
        self._line(f"return {doubted}")
        return bool(doubted)

    def write(self, node: Node) -> str:
        """The text that stands for the value of ``node``, after the lines that it needs before it."""
        if self._folds and not isinstance(node, Constant | Items) and is_constant(node):
            return self._value(_evaluated(node))
        return WRITERS[type(node)](self, node)

    def _open(self, test: Node) -> None:
        """Begin the lines of a branch: it is taken where ``test`` holds, and nothing is known where it is unknown."""
        kept = self._kept(test)
        self._line(f"if {kept} is not False:")
        self._depth += 1
        self._line(f"if {kept} is None: return None")

    def _holds(self, node: Node) -> bool:
        return is_constant(node) and _evaluated(node) is True

    def _line(self, text: str) -> None:
        self.lines.append("    " * self._depth + text)

    def _value(self, value: object) -> str:
        self.values.append(value)
        return f"k{len(self.values) - 1}"

    def _kept(self, node: Node) -> str:
        """A variable that holds the value of ``node``."""
        text = self.write(node)
        return text if text.isidentifier() else self._set(text)

    def _set(self, text: str) -> str:
        """A new variable, which may be changed."""
        self._count += 1
        name = f"t{self._count}"
        self._line(f"{name} = {text}")
        return name

    def _write_constant(self, node: Constant) -> str:
        return self._value(node.value)

    def _write_items(self, node: Items) -> str:
        return self._value(node.values)

    def _write_name(self, node: Name) -> str:
        if node.name in self._straight:
            self.reads_source = True
            return f"source[{self._value(node.name)}]"
        return f"row[{self._value(node.name)}]"

    def _write_unary(self, node: Unary) -> str:
        if node.operator == "-":
            return f"{self._value(negative)}({self.write(node.operand)})"
        operand = self._kept(node.operand)
        return f"(None if {operand} is None else not {operand})"

    def _write_arithmetic(self, node: Arithmetic) -> str:
        left, right = self.write(node.left), self.write(node.right)
        if node.operator == "/":
            return f"{self._value(divide)}({left}, {right}, {self._value(node.if_zero)})"
        return f"{self._value(ARITHMETIC[node.operator])}({left}, {right})"

    def _write_comparison(self, node: Comparison) -> str:
        if isinstance(node.right, Items):
            return self._write_membership(node, node.right)
        left, right = self._kept(node.left), self._kept(node.right)
        three_valued = node.left.type == MOMENT or (node.operator in EQUALITY and node.left.type == NUMBER)
        if node.operator not in PYTHONIC or three_valued:
            # Equality asks an Interval in three values, and moments are compared in three, which Python cannot give.
            return f"{self._value(COMPARISONS[node.operator])}({left}, {right})"
        unknown = self._doubts((node.left, left), (node.right, right))
        return _unless(unknown, f"{left} {node.operator} {right}")

    def _write_membership(self, node: Comparison, items: Items) -> str:
        item = self._kept(node.left)
        found = f"{item} {node.operator} {self._value(frozenset(items.values))}"
        if node.left.type == NUMBER:
            general = f"{self._value(COMPARISONS[node.operator])}({item}, {self._value(items.values)})"
            found = f"{general} if {item}.__class__ is {self._value(Interval)} else {found}"
        return f"(None if {item} is None else {found})"

    def _write_logic(self, node: Logic) -> str:
        """What is decisive settles the whole (False for and, True for or); else unknown prevails."""
        decisive, other = ("False", "True") if node.operator == "and" else ("True", "False")
        result = self._set(self.write(node.parts[0]))
        for part in node.parts[1:]:
            self._line(f"if {result} is not {decisive}:")
            self._depth += 1
            value = self._kept(part)
            self._line(f"if {value} is not {other}: {result} = {value}")
            self._depth -= 1
        return result

    def _write_conditional(self, node: Conditional) -> str:
        test, result = self._kept(node.test), self._set("None")
        for asked, branch in (("is True", node.body), ("is False", node.otherwise)):
            self._line(f"if {test} {asked}:")
            self._depth += 1
            self._line(f"{result} = {self.write(branch)}")
            self._depth -= 1
        return result

    def _write_call(self, node: Call) -> str:
        function = node.function
        if function.call is first_known:
            return self._write_first_known(node)
        arguments = [(argument, self._kept(argument)) for argument in node.arguments]
        if function.call is known:
            return self._known(node, self._doubts(*arguments))
        given = (["row"] if function.wants_row else []) + [kept for _, kept in arguments]
        if function.call in ASKING_FOR_DOUBT and (doubted := self._doubted(*node.arguments)):
            given.append(f"doubted=({doubted},)")
        called = f"{self._value(function.call)}({', '.join(given)})"
        if function.takes_unknown:
            return called
        doubts = self._doubts(*arguments, intervals=not function.takes_interval)
        return _unless(doubts, called)

    def _known(self, node: Call, unknown: str) -> str:
        """Unknown where it is in doubt whether there is anything to be known."""
        doubted = self._doubted(node)
        return f"((None if {doubted} else False) if {unknown} else True)" if doubted else f"(not ({unknown}))"

    def _doubted(self, *nodes: Node) -> str:
        """The question whether it is in doubt that there is anything that names and calls in some parts stand for."""
        names = tuple(dict.fromkeys(name for node in nodes for name in sought_in(node)))
        asked = [f"{self._value(is_doubted)}(row, {self._value(names)})"] if names else []
        for call in (call for node in nodes for call in asked_in(node)):
            given = ", ".join((self._value(call.function), "row", *map(self._kept, call.arguments)))
            asked.append(f"{self._value(is_open)}({given})")
        return f"({' or '.join(asked)})" if asked else ""

    def _write_first_known(self, node: Call) -> str:
        """Later arguments are asked for only while those before are unknown, and surely so."""
        result = self._set(self.write(node.arguments[0]))
        for place, argument in enumerate(node.arguments[1:], 1):
            doubted = self._doubted(*node.arguments[:place])
            surely = f" and not {doubted}" if doubted else ""
            self._line(f"if {result} is None{surely}:")
            self._depth += 1
            self._line(f"{result} = {self.write(argument)}")
            self._depth -= 1
        return result

    def _doubts(self, *kept: tuple[Node, str], intervals: bool = False) -> str:
        """The question whether one of the values is unknown (or an Interval, which only a number can be)."""
        asked = []
        for node, name in kept:
            if not isinstance(node, Constant) or node.value is None:
                asked.append(f"{name} is None")
            if intervals and node.type == NUMBER and not isinstance(node, Constant):
                asked.append(f"{name}.__class__ is {self._value(Interval)}")
        return " or ".join(asked)


def _unless(doubts: str, text: str) -> str:
    return f"(None if {doubts} else {text})" if doubts else f"({text})"


def _evaluated(node: Node) -> Any:
    """The value of a constant part, computed once."""
    writer = Writer((), folds=False)
    writer.give(node)
    return writer.made()({})


WRITERS: Final[Mapping[type[Part], Callable[[Writer, Any], str]]] = MappingProxyType(
    {
        Constant: Writer._write_constant,
        Items: Writer._write_items,
        Name: Writer._write_name,
        Unary: Writer._write_unary,
        Arithmetic: Writer._write_arithmetic,
        Comparison: Writer._write_comparison,
        Logic: Writer._write_logic,
        Conditional: Writer._write_conditional,
        Call: Writer._write_call,
    }
)
