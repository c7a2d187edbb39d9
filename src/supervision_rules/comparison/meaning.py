"""What a part of a pack means, whatever it looks like: formatting, comments, the order of keys and what is left out
because it goes without saying make no difference.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from pydantic import BaseModel

from supervision_rules import nodes
from supervision_rules.comparison.places import Names, Place
from supervision_rules.language.dates import BY_DATE
from supervision_rules.language.readings import BY_READING

Meaning = tuple[object, ...]
"""Equal for what means the same; ``NOTHING`` for what is not there."""
NOTHING: Meaning = ()
_LENGTH: Final = re.compile("(.*[0-9] [a-z ]*[a-z])s")
_READING: Final = "reading"
"""The function whose argument is no rule."""


def meaning(node: nodes.Node | None, place: Place) -> Meaning:
    """What stands at a place means; what is left out means what it is by default."""
    if node is None or is_empty(node):
        return default_of(place)
    if isinstance(node, nodes.Scalar):
        return ("value", text_of(node.value, place))
    if isinstance(node, nodes.Sequence):
        items = [meaning(item, place.item()) for item in node.items]
        return _of_list(items, place)
    if node.key(BY_READING) is not None or node.key(BY_DATE) is not None:
        ways = ((key.text, way(value, place)) for key, value in way_entries(node))
        return ("depends", head_of(node), *sorted(ways))
    places = {key.text: place.under(key.text, node) for key, _ in node.entries}
    said = {key.text: meaning(value, places[key.text]) for key, value in node.entries if not places[key.text].silent}
    found = {key: meant for key, meant in said.items() if meant != default_of(places[key])}
    order = tuple(found) if place.ordered_keys else ()
    return ("keys", tuple(sorted(found.items(), key=repr)), order)


def way(node: nodes.Node, place: Place) -> Meaning:
    """What a value under an option, or from a day on, means; that it is empty says something there."""
    return ("empty",) if is_empty(node) else meaning(node, place)


def is_empty(node: nodes.Node) -> bool:
    """Whether nothing is written behind a key."""
    return isinstance(node, nodes.Scalar) and node.plain and node.value is None


def head_of(node: nodes.Node) -> str:
    """The reading that a value depends on; ``by_date`` where it changes over time; empty where it does neither."""
    if not isinstance(node, nodes.Mapping):
        return ""
    reading = node.get(BY_READING)
    if isinstance(reading, nodes.Scalar):
        return reading.text
    return BY_DATE if node.key(BY_DATE) is not None else ""


def way_entries(node: nodes.Mapping) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    """The options of a value that depends on a reading, or the days of one that changes, each with the value."""
    days = node.get(BY_DATE)
    if isinstance(days, nodes.Mapping):
        return days.entries
    return tuple((key, value) for key, value in node.entries if key.text != BY_READING)


def text_of(value: object, place: Place) -> str:
    """A value as a text that is the same for all ways to write it: of an expression the syntax, without blanks."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, Decimal | int):
        text = f"{Decimal(value).normalize():f}"
    else:
        text = str(value).strip()
    return text if place.prose else _syntax(text, place.names)


@lru_cache(maxsize=10_000)
def _syntax(text: str, names: Names) -> str:
    try:
        tree = ast.parse(text, mode="eval")
        return ast.dump(_Renaming(names).visit(tree) if names else tree)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        words = " ".join(text.split())
        several = _LENGTH.fullmatch(words)
        return several[1] if several else words


class _Renaming(ast.NodeTransformer):
    """Gives facts and rules, readings, options and fields their new names."""

    def __init__(self, names: Names) -> None:
        self.names = dict(names)

    def visit_Name(self, node: ast.Name) -> ast.Name:  # noqa: N802 - as ast calls it
        return ast.Name(self.names.get(node.id, node.id), node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.Call:  # noqa: N802
        """The name of a rule is the argument of a function."""
        is_reading = isinstance(node.func, ast.Name) and node.func.id == _READING
        node.args = [self._called(each, f"{_READING} " if is_reading else "") for each in node.args]
        self.generic_visit(node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.Compare:  # noqa: N802
        """What a reading is compared with are its options."""
        call = node.left
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == _READING and call.args:
            reading = call.args[0].value if isinstance(call.args[0], ast.Constant) else None
            of = f"{reading} " if isinstance(reading, str) else ""
            node.comparators = [self._option(each, of) for each in node.comparators]
        self.generic_visit(node)
        return node

    def _option(self, node: ast.expr, of: str) -> ast.expr:
        if isinstance(node, ast.List):
            return ast.List([self._called(each, of) for each in node.elts], node.ctx)
        return self._called(node, of)

    def _called(self, node: ast.expr, sort: str) -> ast.expr:
        """The name in a text: of a rule, or of another ``sort`` of thing."""
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            return node
        return ast.Constant(self.names.get(f"{sort}{node.value}", f"{sort}{node.value}").removeprefix(sort))


def default_of(place: Place) -> Meaning:
    """What leaving something out means."""
    return _of_value(place.default, place)


def _of_value(value: object, place: Place) -> Meaning:
    if value is None:
        return NOTHING
    if isinstance(value, BaseModel):
        return ("keys", (), ())
    if isinstance(value, list | tuple):
        return _of_list([_of_value(each, place) for each in value], place)
    if isinstance(value, Mapping):
        return ("keys", (), ()) if not value else ("keys", tuple(sorted(value.items(), key=repr)), ())
    return ("value", text_of(value, place))


def _of_list(items: list[Meaning], place: Place) -> Meaning:
    """One alone means the same as a list of one."""
    if len(items) == 1 and items[0][:1] == ("value",):
        return items[0]
    return ("list", *(items if place.ordered else sorted(items, key=repr)))
