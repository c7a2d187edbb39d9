"""What can be left out of an expression: one of several conditions, a ``not``, an item of a list."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from supervision_rules.testing.mutation.change import Part
from supervision_rules.testing.mutation.stretches import behind_blanks, closed, ends, opened, where

_JOINED: Final[Mapping[type[ast.boolop], str]] = {ast.And: "and", ast.Or: "or"}
_NOT: Final = "not"


def left_out(text: str, node: ast.AST) -> Iterator[tuple[str, Part]]:
    """The parts of one node of an expression that can be left out of its text."""
    if isinstance(node, ast.BoolOp):
        for part in _conditions(text, node):
            yield "part", part
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        start = ends(text, node)[0]
        yield "part", Part(start, behind_blanks(text, start + len(_NOT)), _NOT, "")
    elif isinstance(node, ast.List) and len(node.elts) > 1:
        for part in _items(text, node):
            yield "item", part


def _conditions(text: str, node: ast.BoolOp) -> Iterator[Part]:
    """Each of them, with the word that joins it to the one before, the first with that behind it."""
    places = [ends(text, value) for value in node.values]
    words = [where(text, *each, _JOINED[type(node.op)]) for each in pairwise(node.values)]
    for index, (start, end) in enumerate(places):
        if index:
            stretch = words[index - 1][0], closed(text, end, text.count("(", words[index - 1][1], start))
        else:
            stretch = opened(text, start, text.count(")", end, words[0][0])), behind_blanks(text, words[0][1])
        yield Part(*stretch, text[start:end], "")


def _items(text: str, node: ast.List) -> Iterator[Part]:
    """Each of them, with the comma before it, the first with that behind it."""
    places = [ends(text, item) for item in node.elts]
    for index, (start, end) in enumerate(places):
        stretch = (places[index - 1][1], end) if index else (start, places[1][0])
        yield Part(*stretch, text[start:end], "")
