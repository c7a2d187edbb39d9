"""What the cases of a pack come to, as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Span
from supervision_rules.reports.columns import table, visible
from supervision_rules.reports.plain import Json
from supervision_rules.reports.say import say
from supervision_rules.reports.share import percent
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.testing import Coverage, RuleCoverage


def coverage_text(coverage: Coverage, lang: Lang, style: Style = PLAIN) -> str:
    """Each rule with what the cases show of it, what they never come to at its place, and the sums."""
    return "".join(f"{line}\n" for line in _lines(coverage, lang, style))


def _lines(coverage: Coverage, lang: Lang, style: Style) -> Iterator[str]:
    heading = tuple(say(f"coverage.{name}", lang) for name in ("rule", "clause", "hit", "missed", "parts"))
    yield from table([heading, *(_row(rule, lang) for rule in coverage.rules)])
    lacking = list(_lacking(coverage, lang))
    for span, text in lacking:
        yield f"{style.paint(f'{visible(str(span))}:', 'bold')} {text}"
    sums = (_sum(name, *counts, lang) for name, counts in coverage.counts.items())
    words = {"pack": coverage.pack, "sums": say("coverage.and", lang).join(sums), "percent": percent(*coverage.total)}
    yield style.paint(say("coverage", lang, **words), "bad" if lacking else "good")


def _row(rule: RuleCoverage, lang: Lang) -> tuple[str, ...]:
    come_to = sum(reached for _, reached in rule.parts)
    parts = f"{come_to}/{len(rule.parts)}" if rule.parts else "-"
    sides = (say("coverage.yes" if shown else "coverage.no", lang) for shown in (rule.hit, rule.missed))
    return (rule.rule, visible(rule.clause), *sides, parts)


def _sum(name: str, done: int, whole: int, lang: Lang) -> str:
    what = say(f"coverage.{name}", lang)
    return say("coverage.sum", lang, what=what, done=done, whole=whole, percent=percent(done, whole))


def _lacking(coverage: Coverage, lang: Lang) -> Iterator[tuple[Span, str]]:
    """What no case comes to, in the order of the pack."""
    first = {span: clause for clause, (span, hit) in coverage.clauses.items() if not hit}
    for rule in coverage.rules:
        words = {"rule": rule.rule, "label": visible(rule.label)}
        if rule.span in first:
            yield rule.span, say("clause-lacking", lang, clause=visible(first[rule.span]))
        if not rule.hit:
            yield rule.span, say("one-sided", lang, **words, lacking=say("lacks-hold", lang))
        if not rule.missed:
            yield rule.span, say("one-sided", lang, **words, lacking=say("lacks-other", lang))
        for part, reached in rule.parts:
            if not reached:
                yield part.span, say("part-lacking", lang, place=part.name, sort=say(f"part.{part.sort}", lang))


def coverage_json(coverage: Coverage) -> dict[str, Json]:
    """Every rule with its parts, every clause, the sums."""
    return {
        "rules": [_rule(rule) for rule in coverage.rules],
        "clauses": [{"clause": clause, "reached": hit} for clause, (_, hit) in coverage.clauses.items()],
        "counts": {name: {"reached": done, "total": whole} for name, (done, whole) in coverage.counts.items()},
        "percent": f"{percent(*coverage.total)}",
    }


def _rule(rule: RuleCoverage) -> dict[str, Json]:
    return {
        "rule": rule.rule,
        "clause": rule.clause,
        **_place(rule.span),
        "hit": rule.hit,
        "missed": rule.missed,
        "parts": [
            {"at": part.name, "sort": part.sort, **_place(part.span), "reached": reached}
            for part, reached in rule.parts
        ],
    }


def _place(span: Span) -> dict[str, Json]:
    return {"path": span.source, "line": span.line, "column": span.column}
