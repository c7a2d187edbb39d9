"""Diagnostics as a good compiler shows them: the place, the reason, the line with the spot marked, the mend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Diagnostic, Span
from supervision_rules.reports.columns import visible, width
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style

EXCERPT = 160
"""How many characters of a long line are shown round the spot."""


def diagnostics_text(
    found: Iterable[Diagnostic], lang: Lang, style: Style = PLAIN, left_out: Mapping[str, int] | None = None
) -> str:
    """All diagnostics, one after the other, then how many of a code were left out."""
    blocks = ["\n".join(_block(diagnostic, lang, style)) + "\n" for diagnostic in found]
    blocks += [say("left-out", lang, code=code, count=count) + "\n" for code, count in sorted((left_out or {}).items())]
    return "".join(blocks)


def _block(found: Diagnostic, lang: Lang, style: Style) -> Iterator[str]:
    severity = style.paint(f"{say(f'severity.{found.severity}', lang)} {found.code}", found.severity)
    place = f"{visible(str(found.span))}: " if found.span else ""
    yield f"{style.paint(place, 'bold')}{severity} {found.message(lang)}"
    if found.span and found.excerpt:
        yield from _excerpt(found.span, found.excerpt, style)
    # The mend stands under the bar of the line that is shown; without one, always at the same place.
    margin = " " * (len(str(found.span.line)) if found.excerpt else 1) if found.span else ""
    yield f"  {margin} {say('mend', lang)}{found.help(lang)}"


def _excerpt(span: Span, line: str, style: Style) -> Iterator[str]:
    """The line and a mark under the spot, which stands right under Chinese characters, too."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    first = max(0, start - EXCERPT // 2) if len(line) > EXCERPT else 0
    last = first + EXCERPT
    end = max(start + 1, min(end, last))
    before, spot = visible(line[first:start]), visible(line[start:end])
    margin = " " * len(str(span.line))
    cut = "…" if first else ""
    yield f"  {span.line} │ {cut}{visible(line[first:last])}"
    marks = " " * width(cut + before) + "^" * max(1, width(spot))
    yield f"  {margin} │ {style.paint(marks, 'error')}"
