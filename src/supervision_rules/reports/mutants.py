"""What became of the mutants of a pack, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.reports.columns import visible
from supervision_rules.reports.plain import Json
from supervision_rules.reports.say import say
from supervision_rules.reports.share import percent
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.testing import Judged, MutationReport

MOST_SURVIVORS: Final = 50
"""How many mutants that nothing tells are shown, the others counted."""


def mutants_text(report: MutationReport, lang: Lang, style: Style = PLAIN, *, given: str | None = None) -> str:
    """The mutants that nothing tells, each at its place, and the counts; ``given`` is what the pack is called on the
    command line."""
    return "".join(f"{line}\n" for line in _lines(report, lang, style, given or report.pack))


def _lines(report: MutationReport, lang: Lang, style: Style, given: str) -> Iterator[str]:
    survivors = report.survivors
    for each in survivors[:MOST_SURVIVORS]:
        place = style.paint(f"{visible(str(each.mutant.span))}:", "bold")
        kind = say(f"changed.{each.mutant.change.kind}", lang)
        change = visible(each.mutant.told)
        yield f"{place} {say('survivor', lang, place=each.mutant.place.name, change=change, kind=kind)}"
    if len(survivors) > MOST_SURVIVORS:
        yield say("more-survivors", lang, count=len(survivors) - MOST_SURVIVORS)
    of_rules = (each.mutant.place.path for each in survivors if each.mutant.place.path[0] == "rules")
    if (path := next(of_rules, None)) is not None:
        yield say("see-survivor", lang, pack=visible(given), place="/".join(path[:2]))
    words = report.ended("words")
    if words:
        yield say("mutants-words", lang, pack=report.pack, count=words)
    counts = {
        "total": len(report.judged),
        "cases": report.ended("cases"),
        "check": report.ended("check") + words,
        "survived": len(survivors),
        "argued": report.argued,
        "percent": percent(report.killed, report.counted),
    }
    yield style.paint(say("mutants", lang, pack=report.pack, **counts), "bad" if survivors else "good")


def mutants_json(report: MutationReport) -> dict[str, Json]:
    """Every mutant with its end."""
    return {
        "counts": {
            "total": len(report.judged),
            "cases": report.ended("cases"),
            "check": report.ended("check"),
            "words": report.ended("words"),
            "survived": len(report.survivors),
            "argued": report.argued,
        },
        "percent": f"{percent(report.killed, report.counted)}",
        "changes": [_judged(each) for each in report.judged],
    }


def _judged(each: Judged) -> dict[str, Json]:
    span = each.mutant.span
    return {
        "at": each.mutant.place.name,
        "path": span.source,
        "line": span.line,
        "column": span.column,
        "kind": each.mutant.change.kind,
        "change": each.mutant.told,
        "end": "argued" if each.argued is not None else each.verdict.end,
        "by": list(each.verdict.by),
        "reason": each.argued,
    }
