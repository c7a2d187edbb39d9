"""Where the parts of an expression stand in its text, brackets and all."""

from __future__ import annotations

import ast


def ends(text: str, node: ast.expr) -> tuple[int, int]:
    """Where a part begins and ends, without the brackets around it; the columns of the parser count bytes."""
    data = text.encode()
    start, end = node.col_offset, node.end_col_offset or 0
    return len(data[:start].decode()), len(data[:end].decode())


def where(text: str, left: ast.expr, right: ast.expr, operator: str) -> tuple[int, int]:
    """Where the operator stands between what it joins, which may stand between brackets."""
    start = text.index(operator, ends(text, left)[1], ends(text, right)[0])
    return start, start + len(operator)


def opened(text: str, end: int, brackets: int) -> int:
    """Where so many brackets are opened, the last of them before ``end``."""
    for _ in range(brackets):
        end = text.rindex("(", 0, end)
    return end


def closed(text: str, start: int, brackets: int) -> int:
    """Where so many brackets have been closed, the first of them from ``start`` on."""
    for _ in range(brackets):
        start = text.index(")", start) + 1
    return start


def behind_blanks(text: str, start: int) -> int:
    """Where the first word from ``start`` on begins."""
    return len(text) - len(text[start:].lstrip(" "))
