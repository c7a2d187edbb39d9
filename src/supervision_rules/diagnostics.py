"""What is wrong with a text that somebody wrote: a code, a place, the reason and the mend.

A diagnostic is about text (a pack, a calendar notice, a record); what a rule concludes about a matter
or a unit is a finding (see ``findings``). Problems are collected, never raised, so that one run tells
all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType

from supervision_rules.catalogue import CODES, Lang, Severity

MAX_PER_CODE = 100
MAX_EXCERPT = 200
NOTHING = "—"
"""What stands for a word that a message could not find."""

_OPTIONAL = re.compile("⟦([^⟧]*)⟧")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text. Lines and columns count from 1, columns in characters; the end is exclusive."""

    source: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: ``code`` from the catalogue, where it stands, and the words that fill its message."""

    code: str
    span: Span | None
    params: Mapping[str, str]
    excerpt: str = ""

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    def message(self, lang: Lang) -> str:
        """The reason, in one sentence."""
        return _filled(CODES[self.code].reason[lang], self.params)

    def help(self, lang: Lang) -> str:
        """How to mend it."""
        return _filled(CODES[self.code].mend[lang], self.params)


@dataclass(slots=True)
class Collector:
    """Gathers the diagnostics of one run; the same problem at the same place is kept once.

    At most ``MAX_PER_CODE`` of a code are kept; ``left_out`` counts the rest.
    """

    found: list[Diagnostic] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    _lines: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)

    def register(self, source: str, text: str) -> None:
        """Make the text of ``source`` known, so that diagnostics can quote its lines."""
        self._lines[source] = text.replace("\r\n", "\n").split("\n")

    def add(self, code: str, span: Span | None, **params: object) -> None:
        """Append the problem ``code`` at ``span``; ``params`` fill the catalogue's message."""
        words = {name: _shown(value) for name, value in params.items()}
        key = (code, span, tuple(sorted(words.items())))
        if key in self._seen:
            return
        self._seen.add(key)
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] > MAX_PER_CODE:
            self.left_out[code] = self.left_out.get(code, 0) + 1
            return
        self.found.append(Diagnostic(code, span, MappingProxyType(words), self._excerpt(span)))

    def _excerpt(self, span: Span | None) -> str:
        lines = self._lines.get(span.source, []) if span else []
        return lines[span.line - 1] if span and 0 < span.line <= len(lines) else ""

    @property
    def failed(self) -> bool:
        """Whether anything found is an error."""
        return self.count(Severity.ERROR) > 0

    def count(self, severity: Severity) -> int:
        """How many problems of this severity were found, those left out included."""
        return sum(count for code, count in self._counts.items() if CODES[code].severity is severity)

    def sorted(self) -> list[Diagnostic]:
        """The problems by place, those without a place first."""
        return sorted(self.found, key=_place)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)


def _place(diagnostic: Diagnostic) -> tuple[object, ...]:
    span = diagnostic.span
    return (span is not None, *(vars_of(span) if span else ()), diagnostic.code)


def vars_of(span: Span) -> tuple[str, int, int]:
    """The sort key of a span: source, line, column."""
    return (span.source, span.line, span.column)


def _filled(template: str, params: Mapping[str, str]) -> str:
    """The template with its words; a part in ⟦…⟧ is left out if a word in it has nothing to say (a dash)."""

    def part(match: re.Match[str]) -> str:
        filled = match[1].format_map(params)
        return "" if filled == match[1].format_map(dict.fromkeys(params, NOTHING)) else match[1]

    return _OPTIONAL.sub(part, template).format_map(params)


def nearest(given: str, choices: Iterable[str]) -> str:
    """The choice most like what was given, for "did you mean"; a dash where none is."""
    return next(iter(get_close_matches(given, list(choices), n=1)), NOTHING)


def _shown(value: object) -> str:
    text = "".join(_visible(char) for char in str(value))
    return text if len(text) <= MAX_EXCERPT else text[: MAX_EXCERPT - 1] + "…"


def _visible(char: str) -> str:
    hidden = not char.isprintable() and char != " "
    return f"\\u{{{ord(char):x}}}" if hidden else char
