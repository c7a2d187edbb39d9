"""``explain``: why a finding was made about a subject, or why none was."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Final

from supervision_rules.api import Result, Run
from supervision_rules.catalogue import Bilingual
from supervision_rules.cli.arguments import Parser, judgement, output, records
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, INCOMPLETE, refuse
from supervision_rules.cli.inputs import judged
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.findings import Explanation
from supervision_rules.reports.columns import visible
from supervision_rules.reports.json import explanation_json, to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.tree import tree
from supervision_rules.reports.why_not import why_not
from supervision_rules.reports.wording import Wording

Told = tuple[Run, Explanation]
_RECORDS: Final = Bilingual("记录", "the records")


def arguments(parser: Parser) -> None:
    records(parser)
    judgement(parser)
    parser.option("--subject", about="subject", required=True, metavar="ID")
    parser.option("--rule", about="rule", metavar="RULE")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    result = judged(given, Collector())
    _check_rule(result, given.rule)
    told = [pair for run in result.runs for pair in _told(result, run, given.subject, given.rule)]
    if not told:
        _check_subject(result, given.subject)
    if given.format == "json":
        trees = [explanation_json(Wording(run, console.lang), explanation) for run, explanation in told]
        console.write_bytes(to_bytes(trees))
    elif told:
        console.write("\n".join(tree(Wording(run, console.lang), explanation) for run, explanation in told))
    else:
        console.write(say("no-findings", console.lang, subject=visible(given.subject)) + "\n")
    if result.complete:
        return CLEAN
    words = {"total": result.batch.total, "rejected": result.batch.rejected}
    console.tell(say("set-aside", console.lang, **words) + "\n")
    return INCOMPLETE


def _check_rule(result: Result, rule: str | None) -> None:
    known = {info.id: run.compiled.pack.pack for run in result.runs for info in run.compiled.infos}
    if rule is not None and rule not in known:
        where = "、".join(dict.fromkeys(run.compiled.pack.pack for run in result.runs))
        raise refuse("SR904", where=where, given=rule, hint=nearest(rule, known))


def _check_subject(result: Result, subject: str) -> None:
    known = {finding.subject for finding in result.findings}
    for run in result.runs:
        known |= {str(row["id"]) for name in run.compiled.vocabulary.types for row in run.world.of(name)}
        known |= {str(row["name"]) for name in run.world.schema.registers for row in run.world.of(name)}
    if subject not in known:
        raise refuse("SR904", where=_RECORDS, given=subject, hint=nearest(subject, sorted(known)))


def _told(result: Result, run: Run, subject: str, rule: str | None) -> Iterator[Told]:
    """The findings about a subject explained; a rule that was asked for and found nothing is explained, too."""
    ids = _ids(run, subject)
    found = [finding for finding in run.findings if finding.subject in ids and rule in (None, finding.rule.id)]
    for finding in found:
        yield run, result.explain(finding)
    if rule is not None and not found:
        yield from ((run, explanation) for explanation in why_not(run, rule, ids))


def _ids(run: Run, subject: str) -> set[str]:
    """The subject's id; of a unit or a person also by name."""
    rows = (row for name in run.world.schema.registers for row in run.world.of(name))
    return {subject, *(str(row["id"]) for row in rows if row["name"] == subject)}
