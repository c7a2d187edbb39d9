"""Annotations of GitHub Actions, and the table for the summary of a job."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import islice
from types import MappingProxyType
from typing import Final

from supervision_rules.catalogue import Lang, Severity
from supervision_rules.diagnostics import Diagnostic
from supervision_rules.reports.check_text import closing, concise_line
from supervision_rules.reports.checked import Checked, Places, Setting, described
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say

MOST: Final = 10
"""How many of each level GitHub shows of one step."""
MOST_ROWS: Final = 500
"""How many a summary lists: GitHub takes one MiB."""
_LEVELS: Final[Mapping[Severity, str]] = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)


def github(checked: Checked, setting: Setting) -> bytes:
    """A command for each problem, as many as GitHub shows; the others are counted and listed as text.

    No other line begins as a command does, whatever a file is called.
    """
    return "".join(f"{line}\n" for line in _lines(checked, setting)).encode(errors="backslashreplace")


def _lines(checked: Checked, setting: Setting) -> Iterator[str]:
    for severity in Severity:
        found = [each for each in checked.found if each.severity is severity]
        yield from (_command(each, setting) for each in found[:MOST])
        if len(found) > MOST:
            words = {"severity": say(f"severity.{severity}", setting.lang), "count": len(found) - MOST}
            yield say("not-annotated", setting.lang, **words)
            yield from (f"- {concise_line(each, setting)}" for each in found[MOST:])
    yield from closing(checked, setting.lang)


def _command(found: Diagnostic, setting: Setting) -> str:
    properties = {**_position(found, setting.place), "title": found.code}
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[found.severity]} {written}::{_data(described(found, setting.lang))}"


def _position(found: Diagnostic, place: Places) -> dict[str, object]:
    """Columns are shown of places on one line only."""
    span = found.span
    if span is None:
        return {}
    lines = {"file": place(span.source), "line": span.line, "endLine": span.end_line}
    return lines | ({"col": span.column, "endColumn": span.end_column} if span.line == span.end_line else {})


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def summary(checked: Checked, setting: Setting) -> bytes:
    """All that was found as a table in Markdown."""
    lang = setting.lang
    lines = [f"### {say('summary-title', lang)}", "", *(_cell(line) for line in closing(checked, lang)), ""]
    if checked.found:
        headings = say("summary-headings", lang).split()
        lines += [_row(headings), _row(["---"] * len(headings))]
        lines += [_row(_cells(each, setting)) for each in islice(checked.found, MOST_ROWS)]
        lines += [*_rest(checked.found, lang), ""]
    return "".join(f"{line}\n" for line in lines).encode(errors="backslashreplace")


def _cells(found: Diagnostic, setting: Setting) -> list[str]:
    span = found.span
    place = f"{setting.place(span.source)}:{span.line}:{span.column}" if span else ""
    severity = say(f"severity.{found.severity}", setting.lang)
    return [_cell(text) for text in (severity, found.code, place, found.message(setting.lang))]


def _rest(found: Sequence[Diagnostic], lang: Lang) -> Iterator[str]:
    if len(found) > MOST_ROWS:
        yield ""
        yield say("more-rows", lang, count=len(found) - MOST_ROWS)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    """A text that is nothing but text in Markdown: no tag, no link, no border of the table."""
    return "".join(f"&#{ord(char)};" if char in r"\`*_{}[]()#+!|~@" else char for char in escape(visible(text)))
