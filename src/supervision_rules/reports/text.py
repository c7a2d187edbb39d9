"""A result as text: findings by pack, rule and subject; what was set aside; the summary and the receipt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Collector
from supervision_rules.explain import CITES, explain_finding
from supervision_rules.findings import Finding, Receipt, RuleInfo, State
from supervision_rules.reports.columns import pad, visible, width
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.headline import headline
from supervision_rules.reports.incomplete import incomplete_text
from supervision_rules.reports.notes import force_note
from supervision_rules.reports.say import say
from supervision_rules.reports.style import PLAIN, Style
from supervision_rules.reports.summary import IN_ORDER, summary_text
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result, Run

COLUMN: Final = 64
"""How wide the names of subjects may make their column."""


def result_text(
    result: Result,
    lang: Lang,
    *,
    everything: bool = False,
    most: int | None = None,
    explained: bool = False,
    style: Style = PLAIN,
    left_out: Mapping[str, int] | None = None,
) -> str:
    """The whole report: what is in order is only counted, unless ``everything`` is asked for.

    With ``explained`` the reasons stand under each finding. Of each rule at most ``most`` findings are shown, the
    others counted; all if it is None. ``left_out`` counts, by code, the reasons for setting records aside that the
    batch does not tell any more.
    """
    told = _Told(everything, most, explained, style)
    blocks = [_run_text(run, lang, told) for run in result.runs]
    blocks.append(records_text(result, lang, style, left_out))
    summary = summary_text(result, lang)
    if summary:
        blocks.append(f"{style.paint(say('summary', lang), 'bold')}\n{summary}")
    blocks.append(_receipt_text(result.receipt, lang))
    return "\n".join(blocks)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is told of the findings, and how."""

    everything: bool
    most: int | None
    explained: bool
    style: Style


def _run_text(run: Run, lang: Lang, told: _Told) -> str:
    wording, style = Wording(run, lang), told.style
    pack = run.compiled.pack
    words = {"label": pack.label, "id": pack.pack, "version": pack.version, "as_of": run.world.as_of}
    lines = [style.paint(wording.say("pack-heading", **words), "bold")]
    note = force_note(run)
    if note is not None:
        lines.append(f"  {style.paint(wording.say(note[0], **note[1]), 'dim')}")
    shown = [finding for finding in run.findings if told.everything or finding.state not in IN_ORDER]
    for _, findings in groupby(shown, key=lambda finding: finding.rule.id):
        # Those of each version of a rule together, in the order of their days.
        versions = sorted(findings, key=lambda finding: finding.rule.since or date.min)
        for rule, found in groupby(versions, key=lambda finding: finding.rule):
            lines += _rule_lines(wording, rule, list(found), told)
    if not shown:
        lines.append(f"  {wording.say('nothing')}")
    if len(shown) < len(run.findings):
        lines.append(f"  {wording.say('in-order', count=len(run.findings) - len(shown))}")
    return "\n".join(lines) + "\n"


def _rule_lines(wording: Wording, rule: RuleInfo, found: Sequence[Finding], told: _Told) -> Iterator[str]:
    style = told.style
    heading = wording.say("rule-heading", clause=rule.cite.clause, label=rule.label, id=rule.id)
    yield f"  {style.paint(heading, 'bold')}"
    yield f"    {style.paint(wording.say('quoted', words=' / '.join(rule.cite.words)), 'dim')}"
    if rule.since is not None:
        yield f"    {style.paint(wording.say('values-since', since=rule.since), 'dim')}"
    if rule.readings:
        readings = wording.say("list").join(f"{name}={option}" for name, option in rule.readings)
        yield f"    {style.paint(wording.say('leans', readings=readings), 'dim')}"
    if told.most == 0:
        yield f"    {wording.say('all-findings', count=len(found))}"
        return
    findings = found[: told.most]
    subjects = [wording.subject(finding.rule.subject_type, finding.subject) for finding in findings]
    column = min(max(width(subject) for subject in subjects), COLUMN)
    for subject, finding in zip(subjects, findings, strict=True):
        yield f"    {pad(subject, column)}  {style.paint(headline(wording, finding), _colour(finding))}"
        if told.explained:
            yield from (f"      {line}" for line in _reasons(wording, finding))
        elif finding.missing:
            yield f"      {wording.say('lacks', facts=wording.lacking(finding.missing))}"
    if len(found) > len(findings):
        yield f"    {wording.say('more-findings', count=len(found) - len(findings))}"


def _reasons(wording: Wording, finding: Finding) -> list[str]:
    """The explanation without its first line, which is the finding, and its second, which are the rule's words."""
    run = wording.run
    explanation = explain_finding(run.compiled, run.world, finding)
    parts = tuple(part for part in explanation.parts if part.phrase != CITES)
    return tree(wording, replace(explanation, parts=parts)).splitlines()[1:]


def _colour(finding: Finding) -> str:
    if finding.state.adverse:
        return "error" if finding.rule.severity == "violation" else "warning"
    return "warning" if finding.state in (State.UNDETERMINED, State.DUE_SOON) else "good"


def records_text(result: Result, lang: Lang, style: Style, left_out: Mapping[str, int] | None) -> str:
    """How many records were used, and which were not and why."""
    batch = result.batch
    used = len(batch.records)
    counted = say("records", lang, used=used, duplicates=batch.duplicates, rejected=batch.rejected) + "\n"
    if not batch.incomplete:
        return counted
    heading = incomplete_text(batch, lang)
    told = Collector(found=list(batch.set_aside)).sorted()
    return f"{counted}{style.paint(heading, 'error')}\n{diagnostics_text(told, lang, style, left_out)}"


def _receipt_text(receipt: Receipt, lang: Lang) -> str:
    calendars = ", ".join(jurisdiction for jurisdiction, _, _ in receipt.calendars)
    words = {"library": receipt.library, "records": receipt.records[:12], "calendars": calendars}
    packs = "".join(f"  {visible(pack)} {version} {digest[:12]}\n" for pack, version, digest in receipt.packs)
    return f"{say('receipt', lang, **words)}\n{packs}"
