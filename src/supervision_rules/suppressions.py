"""Comments by which a pack answers a warning: ``# sr: ignore[SR327] 理由`` on its line, or above it.

Only warnings and notes can be answered, and only with a reason. A comment that does nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import CODES, Severity
from supervision_rules.diagnostics import NOTHING, Collector, Diagnostic, Span, named, nearest

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#\s*sr\s*[:：](?P<words>.*)", re.IGNORECASE)
_WORDS: Final = re.compile(r"\s*ignore\[(?P<codes>[^\]]*)\](?P<reason>.*)")
_BLOCK: Final = ("|", ">")
"""With what a text of several lines begins; behind it on its line a comment may stand."""


@dataclass(frozen=True, slots=True)
class _Comment:
    """A comment as written, and the line whose problems it answers."""

    words: str
    span: Span
    line: int


def suppress(tree: nodes.Node, source: str, diagnostics: Collector, unasked: Container[str] = ()) -> None:
    """Set apart what the comments of a text answer; what is wrong with a comment is told.

    ``unasked`` are the codes of checks that have not been made: a comment may well answer what they would tell.
    """
    lines = diagnostics.lines(source)
    untold = CODES if diagnostics.failed else unasked  # where a text is wrong, not all is told of it
    for comment in list(_comments(tree, lines, source)):
        _obey(comment, untold, diagnostics)


def _obey(comment: _Comment, untold: Container[str], diagnostics: Collector) -> None:
    """Do what a comment asks; ``untold`` are the codes of which nothing can be told now."""
    read = _WORDS.fullmatch(comment.words)
    if read is None:
        diagnostics.add("SR939", comment.span, given=NOTHING, hint=NOTHING)
        return
    codes = [code for part in read["codes"].split(",") if _may_be_answered(code := part.strip(), comment, diagnostics)]
    reason = read["reason"].strip()
    for code in codes:
        if reason:
            _answer(code, reason, comment, untold, diagnostics)
    if codes and not reason:
        diagnostics.add("SR936", comment.span, about=codes[0])


def _may_be_answered(code: str, comment: _Comment, diagnostics: Collector) -> bool:
    if code not in CODES:
        diagnostics.add("SR939", comment.span, given=code or NOTHING, hint=nearest(code, CODES))
    elif CODES[code].severity is Severity.ERROR:
        diagnostics.add("SR938", comment.span, about=code)
    else:
        return True
    return False


def _answer(code: str, reason: str, comment: _Comment, untold: Container[str], diagnostics: Collector) -> None:
    place = (comment.span.source, comment.line)
    found = [each for each in diagnostics if each.code == code and _line(each) == place]
    for each in found:
        diagnostics.suppress(each, reason)
    if not found and code not in untold and code not in diagnostics.left_out:
        there = named(sorted({each.code for each in diagnostics if _line(each) == place and each.code in CODES}))
        diagnostics.add("SR937", comment.span, about=code, there=there)


def _line(found: Diagnostic) -> tuple[str, int] | None:
    return (found.span.source, found.span.line) if found.span else None


def _comments(tree: nodes.Node, lines: Sequence[str], source: str) -> Iterator[_Comment]:
    """The comments that speak to the checker; what stands in a text of the pack is none."""
    places = [(number, found) for number, line in enumerate(lines, 1) if (found := _COMMENT.search(line))]
    texts = list(_texts(tree, lines)) if places else []
    for number, found in places:
        column = found.start() + 1
        if not any(first <= (number, column) < last for first, last in texts):
            span = Span(source, number, column, number, column + len(found[0].rstrip()))
            yield _Comment(found["words"].rstrip(), span, _answered(lines, number, column))


def _texts(tree: nodes.Node, lines: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """From where to where a # is a sign of a text: in quotes, or in the lines below a ``|``."""
    pending: list[nodes.Node] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, nodes.Mapping):
            pending += [part for entry in node.entries for part in entry]
        elif isinstance(node, nodes.Sequence):
            pending += node.items
        elif not node.plain:
            span = node.span
            block = lines[span.line - 1][span.column - 1] in _BLOCK
            yield (span.line + 1, 1) if block else (span.line, span.column), (span.end_line, span.end_column)


def _answered(lines: Sequence[str], number: int, column: int) -> int:
    """The comment's own line; of a comment alone on its line, the next that is neither empty nor a comment."""
    if lines[number - 1][: column - 1].strip():
        return number
    below = (later for later in range(number + 1, len(lines) + 1) if not _is_idle(lines[later - 1]))
    return next(below, number)


def _is_idle(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")
