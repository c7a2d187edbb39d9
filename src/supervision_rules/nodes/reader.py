"""Reading a YAML text: decode, scan the characters and lines, parse, build the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import yaml

from supervision_rules.diagnostics import Collector, Diagnostic, Span
from supervision_rules.nodes.characters import ESCAPED, MOST, SUSPECT, unseen
from supervision_rules.nodes.decode import decode
from supervision_rules.nodes.draft import Draft, Fix, apply
from supervision_rules.nodes.events import BadEscape, events
from supervision_rules.nodes.model import Limits, Node
from supervision_rules.nodes.symbols import slips
from supervision_rules.nodes.syntax import explain
from supervision_rules.nodes.tree import Builder

DEFAULT: Final = Limits()
INDENTING: Final = ("SR026", "SR027")  # slips that can upset the lines below them

IN_QUOTES: Final = "SR046"


def read(data: bytes | str, source: str, diagnostics: Collector, limits: Limits = DEFAULT) -> Node | None:
    """The tree of a strict YAML text, or None if there is none.

    A tree is handed on even if parts of it were refused, so that later stages can tell their problems in the same run:
    whether the text may be used, ``diagnostics.failed`` says.
    """
    text = decode(data, source, diagnostics, limits)
    if text is None:
        return None
    lines = text.split("\n")
    fixes = [*slips(text, lines), *(unseen(lines) if SUSPECT.search(text) else ())]
    draft, fixes = apply(lines, fixes)
    if len(fixes) >= MOST:  # those left are not told one by one, but the parser must not meet them
        draft = replace(draft, text=ESCAPED.sub(" ", draft.text))
    for fix in (each for each in fixes if each.code):
        diagnostics.add(fix.code, _span(source, fix.line, fix.start, fix.end), **fix.params)
    return _tree(draft, fixes, source, diagnostics, limits)


def _tree(draft: Draft, fixes: Sequence[Fix], source: str, diagnostics: Collector, limits: Limits) -> Node | None:
    try:
        root = Builder(draft, source, diagnostics, limits).build(events(draft.text))
    except yaml.MarkedYAMLError as error:
        if not _explained(error, fixes):
            _refuse(error, draft, source, diagnostics)
        return None
    except BadEscape as escape:
        column = draft.column(escape.line, escape.column)
        diagnostics.add("SR029", _span(source, escape.line, column, column + 10))
        return None
    if root is None and not diagnostics.failed:
        diagnostics.add("SR039", _span(source, 0, 0, 0))
    return root


def _explained(error: yaml.MarkedYAMLError, fixes: Sequence[Fix]) -> bool:
    """Whether a slip that has been told already may be the cause."""
    lines = [mark.line for mark in (error.context_mark, error.problem_mark) if mark]
    first, last = min(lines, default=0), max(lines, default=0)
    return any(
        fix.code != "SR040" and fix.line <= last and (fix.code in INDENTING or fix.line >= first - 1) for fix in fixes
    )


def _refuse(error: yaml.MarkedYAMLError, draft: Draft, source: str, diagnostics: Collector) -> None:
    code, line, column, words = explain(error, draft.text.split("\n"))
    column = draft.column(line, column)
    place = _span(source, line, column, column + 1)
    if code == IN_QUOTES:  # what the list cuts short has an open parenthesis
        diagnostics.withdraw(each for each in diagnostics if each.code == "SR042" and _begins(each, place))
    diagnostics.add(code, place, **words)


def _begins(found: Diagnostic, place: Span) -> bool:
    return found.span is not None and (found.span.line, found.span.column) == (place.line, place.column)


def _span(source: str, line: int, start: int, end: int) -> Span:
    return Span(source, line + 1, start + 1, line + 1, end + 1)
