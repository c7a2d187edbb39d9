"""What became of a pack's own cases, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.explain import explain_finding
from supervision_rules.reports.columns import table, visible
from supervision_rules.reports.differences import Cells, cells
from supervision_rules.reports.plain import Json, plain
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.testing import OneSided, Outcome, Report

MOST_TRIALS: Final = 20
"""How many failed trials are shown, the others counted."""
MOST_DIFFERENCES: Final = 10
"""How many differences of one trial are shown, the others counted."""
MOST_RULES: Final = 10
"""How many rules that are not tested on both sides are shown, the others counted."""


def report_text(
    report: Report, lang: Lang, style: Style = PLAIN, *, given: str | None = None, explained: bool = False
) -> str:
    """The trials that failed and how, the rules that are not tested on both sides, the counts.

    ``explained`` adds where the findings of the trials that failed come from; else it is said how to see that, the
    pack being called ``given`` on the command line.
    """
    return "".join(f"{line}\n" for line in _lines(report, lang, style, given or report.pack, explained))


def _lines(report: Report, lang: Lang, style: Style, given: str, explained: bool) -> Iterator[str]:
    shown = report.failed[:MOST_TRIALS]
    for outcome in shown:
        yield from failed_lines(outcome, lang, style, explained=explained)
    if len(report.failed) > len(shown):
        yield say("more-failed", lang, count=len(report.failed) - len(shown))
    if shown and not explained:
        yield say("explain-trial", lang, pack=visible(given), name=shown[0].name)
    yield from _sides(report.one_sided, lang, style)
    failed = len(report.failed)
    counts = say("tests", lang, pack=report.pack, passed=len(report.outcomes) - failed, failed=failed)
    yield style.paint(counts, "bad" if failed else "good")


def failed_lines(outcome: Outcome, lang: Lang, style: Style = PLAIN, *, explained: bool = False) -> Iterator[str]:
    """The place and name of a trial that failed, then what was expected and found, side by side."""
    name = f"{visible(str(outcome.span))}: {outcome.name} ({outcome.rule}) {visible(outcome.label)}"
    yield style.paint(name.rstrip(), "error")
    assert outcome.run is not None  # a trial that failed keeps what was judged
    wording = Wording(outcome.run, lang)
    rows = [cells(wording, each) for each in outcome.differences[:MOST_DIFFERENCES]]
    heading = Cells(*(say(f"difference.{column}", lang) for column in Cells._fields))
    yield from (f"    {line}" for line in table([heading, *rows]))
    if len(outcome.differences) > MOST_DIFFERENCES:
        yield f"    {say('more-differences', lang, count=len(outcome.differences) - MOST_DIFFERENCES)}"
    if explained:
        yield from (f"    {line}" for line in _explanations(outcome, wording))


def _explanations(outcome: Outcome, wording: Wording) -> Iterator[str]:
    """Where the findings come from, and why none was made about a subject of which one was expected."""
    run = wording.run
    found = {finding.subject for finding in run.findings}
    told = [explain_finding(run.compiled, run.world, finding) for finding in run.findings]
    silent = sorted({each.subject for each in outcome.differences} - found)
    told += [reasons for subject in silent if (reasons := run.why_not(subject, outcome.rule)) is not None]
    for explanation in told[:MOST_DIFFERENCES]:
        yield from tree(wording, explanation).splitlines()
    if len(told) > MOST_DIFFERENCES:
        yield wording.say("more-findings", count=len(told) - MOST_DIFFERENCES)


def _sides(rules: tuple[OneSided, ...], lang: Lang, style: Style) -> Iterator[str]:
    """Each rule with the side that is lacking, then how the sides are shown."""
    for rule in rules[:MOST_RULES]:
        lacking = say({None: "no-trial", True: "lacks-other", False: "lacks-hold"}[rule.shown], lang)
        place = style.paint(f"{visible(str(rule.span))}:", "bold")
        yield f"{place} {say('one-sided', lang, rule=rule.rule, label=visible(rule.label), lacking=lacking)}"
    if len(rules) > MOST_RULES:
        yield say("more-rules", lang, count=len(rules) - MOST_RULES)
    if rules:
        yield f"  {say('both-sides', lang)}"


def report_json(report: Report) -> dict[str, Json]:
    """Every trial with its differences."""
    return {
        "pack": report.pack,
        "untested": [
            {
                "rule": rule.rule,
                "path": rule.span.source,
                "line": rule.span.line,
                "column": rule.span.column,
                "shown": None if rule.shown is None else "holds" if rule.shown else "holds_not",
            }
            for rule in report.one_sided
        ],
        "cases": [_outcome_json(outcome) for outcome in report.outcomes],
    }


def _outcome_json(outcome: Outcome) -> dict[str, Json]:
    return {
        "name": outcome.name,
        "rule": outcome.rule,
        "label": outcome.label,
        "path": outcome.span.source,
        "line": outcome.span.line,
        "column": outcome.span.column,
        "passed": outcome.passed,
        "differences": [
            {"subject": each.subject, "key": each.key, "expected": plain(each.expected), "found": plain(each.found)}
            for each in outcome.differences
        ],
    }
