"""What is wrong with a text that somebody wrote: a code, a place, the reason and the mend.

A diagnostic is about text (a pack, a calendar notice, a record); what a rule concludes about a matter
or a unit is a finding (see ``findings``). Problems are collected, never raised, so that one run tells
all of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from textwrap import shorten
from types import MappingProxyType
from typing import NamedTuple

from supervision_rules.catalogue import CODES, Bilingual, Lang, Severity
from supervision_rules.misuse import check_lang

MAX_PER_CODE = 100
MAX_ALIKE = 3
UNDECLARED = frozenset(("SR218", "SR219", "SR223", "SR301", "SR305", "SR306", "SR307", "SR314"))
"""What is told of a name that nothing declares: its cause is most often one, however often the name is used."""
_NAMED = frozenset(("SR218", "SR219", "SR223"))
"""What is told of a name in an expression, once in its place: under another option other names may be near it."""
MAX_EXCERPT = 200
NOTHING = "—"
"""What stands for a word that a message could not find."""

_OPTIONAL = re.compile("⟦([^⟧]*)⟧")


class Span(NamedTuple):
    """A stretch of a text. Lines and columns count from 1, columns in characters; the end is exclusive."""

    source: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"

    def lies_in(self, other: Span) -> bool:
        """Whether no part of it lies outside ``other``, a stretch of the same text."""
        ends = (self.line, self.column), (self.end_line, self.end_column)
        return (other.line, other.column) <= ends[0] and ends[1] <= (other.end_line, other.end_column)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: ``code`` from the catalogue, where it stands, and the words that fill its message."""

    code: str
    span: Span | None
    params: Mapping[str, str | Bilingual]
    excerpt: str = ""

    def __reduce__(self) -> tuple[Callable[..., Diagnostic], tuple[object, ...]]:
        return _again, (self.code, self.span, dict(self.params), self.excerpt)

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity

    def message(self, lang: Lang) -> str:
        """The reason, in one sentence.

        Raises:
            ValueError: ``lang`` is none.
        """
        check_lang(lang)
        return _filled(CODES[self.code].reason[lang], _said(self.params, lang))

    def help(self, lang: Lang) -> str:
        """How to mend it.

        Raises:
            ValueError: ``lang`` is none.
        """
        check_lang(lang)
        return _filled(CODES[self.code].mend[lang], _said(self.params, lang))


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A problem that a comment of the text answers, and the reason that the comment gives."""

    diagnostic: Diagnostic
    reason: str


def _again(code: str, span: Span | None, params: dict[str, str | Bilingual], excerpt: str) -> Diagnostic:
    """A diagnostic as it was before it was sent to this process."""
    return Diagnostic(code, span, MappingProxyType(params), excerpt)


@dataclass(slots=True)
class Collector:
    """Gathers the diagnostics of one run; the same problem at the same place is kept once.

    At most ``MAX_PER_CODE`` of a code are kept, and ``MAX_ALIKE`` of one undeclared name; ``left_out`` counts the rest.
    """

    found: list[Diagnostic] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    suppressed: list[Suppressed] = field(default_factory=list)
    _lines: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[object, ...]] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)
    _alike: dict[tuple[object, ...], int] = field(default_factory=dict)
    _hides: Callable[[Diagnostic], bool] | None = None
    """What is not to be told, because it may come of something that is told already."""

    def sifted(self, hides: Callable[[Diagnostic], bool]) -> Collector:
        """A collector that appends to the same list all but what ``hides`` keeps back."""
        return replace(self, _hides=hides)

    def register(self, source: str, text: str) -> None:
        """Make the text of ``source`` known, so that diagnostics can quote its lines."""
        self._lines[source] = text.replace("\r\n", "\n").split("\n")

    def add(self, code: str, span: Span | None, **params: object) -> None:
        """Append the problem ``code`` at ``span``; ``params`` fill the catalogue's message."""
        found = Diagnostic(code, span, MappingProxyType({name: _words(value) for name, value in params.items()}))
        if not self._is_new(found) or (self._hides is not None and self._hides(found)):
            return
        alike = (code, frozenset(found.params.items()))
        self._alike[alike] = self._alike.get(alike, 0) + 1
        if code in UNDECLARED and self._alike[alike] > MAX_ALIKE:
            self._leave_out(code)
        else:
            self._keep(replace(found, excerpt=self._excerpt(span)))

    def take(self, other: Collector) -> None:
        """Add what was gathered of another text, which went on or stopped by its own errors."""
        for found in filter(self._is_new, other.found):
            self._keep(found)
        for code, count in other.left_out.items():
            self._leave_out(code, count)
        self.suppressed += other.suppressed

    def _is_new(self, found: Diagnostic) -> bool:
        key = (found.code, found.span, *(() if found.code in _NAMED else (frozenset(found.params.items()),)))
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def _keep(self, found: Diagnostic) -> None:
        if self._counts.get(found.code, 0) < MAX_PER_CODE:
            self._counts[found.code] = self._counts.get(found.code, 0) + 1
            self.found.append(found)
        else:
            self._leave_out(found.code)

    def _leave_out(self, code: str, count: int = 1) -> None:
        self._counts[code] = self._counts.get(code, 0) + count
        self.left_out[code] = self.left_out.get(code, 0) + count

    def suppress(self, found: Diagnostic, reason: str) -> None:
        """Set apart a problem that is not to be told, since the text gives a reason for it."""
        self._drop(found)
        self.suppressed.append(Suppressed(found, reason))

    def withdraw(self, several: Iterable[Diagnostic]) -> None:
        """Take back problems that come of one that is told in their place."""
        for each in tuple(several):
            self._drop(each)

    def _drop(self, found: Diagnostic) -> None:
        self.found.remove(found)
        self._counts[found.code] -= 1

    def lines(self, source: str) -> Sequence[str]:
        """The lines of a text that has been made known."""
        return self._lines.get(source, ())

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

    def codes(self) -> dict[str, int]:
        """How many problems of each code were found, those left out included."""
        return {code: count for code, count in self._counts.items() if count}

    def sorted(self) -> list[Diagnostic]:
        """The problems by place, those without a place first."""
        return sorted(self.found, key=by_place)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.found)


def by_place(diagnostic: Diagnostic) -> tuple[object, ...]:
    """The sort key of a problem: its place, those without one first, then its code."""
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


def unfilled(template: str) -> str:
    """What a template says of every case: without the parts that need a word of one."""
    return _OPTIONAL.sub("", template)


def nearest(given: str, choices: Iterable[str]) -> str:
    """The choice most like what was given, for "did you mean"; a dash where none is."""
    return next(iter(get_close_matches(given, list(choices), n=1)), NOTHING)


def listed(words: Iterable[str]) -> str:
    """The words in a row, up to the last that a message holds; a dash where there are none."""
    return shorten(", ".join(words), MAX_EXCERPT, placeholder=" …", break_on_hyphens=False) or NOTHING


def named(words: Iterable[str | Bilingual]) -> Bilingual:
    """The names in a row, as each language writes one; a dash where there are none."""
    every = [Bilingual(word, word) if isinstance(word, str) else word for word in words]
    return Bilingual("、".join(each.zh for each in every) or NOTHING, ", ".join(each.en for each in every) or NOTHING)


def _said(params: Mapping[str, str | Bilingual], lang: Lang) -> dict[str, str]:
    """The words of a message in one language."""
    return {name: word.said(lang) if isinstance(word, Bilingual) else word for name, word in params.items()}


def _words(value: object) -> str | Bilingual:
    return Bilingual(_shown(value.zh), _shown(value.en)) if isinstance(value, Bilingual) else _shown(value)


def _shown(value: object) -> str:
    text = "".join(_visible(char) for char in str(value))
    return text if len(text) <= MAX_EXCERPT else text[: MAX_EXCERPT - 1] + "…"


def _visible(char: str) -> str:
    hidden = not char.isprintable() and char != " "
    return f"\\u{{{ord(char):x}}}" if hidden else char
