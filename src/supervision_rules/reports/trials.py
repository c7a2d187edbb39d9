"""What became of a pack's own cases, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.catalogue import Lang
from supervision_rules.reports.columns import visible
from supervision_rules.reports.plain import Json
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.testing import Report


def report_text(report: Report, lang: Lang, style: Style = PLAIN) -> str:
    """The trials that failed and how, the rules that no case tests on both sides, the counts."""
    return "".join(f"{line}\n" for line in _lines(report, lang, style))


def _lines(report: Report, lang: Lang, style: Style) -> Iterator[str]:
    for outcome in report.failed:
        name = f"{visible(str(outcome.span))}: {outcome.name} ({outcome.rule}) {outcome.label}"
        yield style.paint(name.rstrip(), "error")
        yield from (f"    {visible(difference)}" for difference in outcome.differences)
    if report.untested:
        yield say("untested", lang, pack=report.pack, rules=say("list", lang).join(report.untested))
    failed = len(report.failed)
    counts = say("tests", lang, pack=report.pack, passed=len(report.outcomes) - failed, failed=failed)
    yield style.paint(counts, "bad" if failed else "good")


def report_json(report: Report) -> dict[str, Json]:
    """Every trial with its differences."""
    return {
        "pack": report.pack,
        "untested": list(report.untested),
        "cases": [
            {
                "name": outcome.name,
                "rule": outcome.rule,
                "label": outcome.label,
                "path": outcome.span.source,
                "line": outcome.span.line,
                "passed": outcome.passed,
                "differences": list(outcome.differences),
            }
            for outcome in report.outcomes
        ],
    }
