"""``explain``: why a finding was made about a subject, or why none was."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Set
from datetime import date

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.cli.arguments import Parser, judgement, output, records
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, INCOMPLETE, refuse
from supervision_rules.cli.inputs import judged
from supervision_rules.cli.outputs import tell_notes
from supervision_rules.cli.rules import RESERVED, no_such_rule
from supervision_rules.diagnostics import NOTHING, Collector, Diagnostic, named, nearest
from supervision_rules.explain import MAX_WINDOWS
from supervision_rules.findings import Explanation, Finding
from supervision_rules.records import Record
from supervision_rules.reports.columns import visible
from supervision_rules.reports.incomplete import incomplete_text
from supervision_rules.reports.json import explanation_json, to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.tree import tree
from supervision_rules.reports.wording import Wording
from supervision_rules.results import Result, Run, of_period
from supervision_rules.world import Row

Told = tuple[Run, Explanation]


def arguments(parser: Parser) -> None:
    records(parser)
    judgement(parser)
    parser.option("--subject", about="subject", required=True, metavar="ID")
    parser.option("--rule", about="rule-of", metavar="RULE")
    parser.option("--period", about="period", metavar="PERIOD")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    diagnostics = Collector()
    result = judged(given, diagnostics)
    tell_notes(console, diagnostics)
    runs, rule = _asked(result, given.rule)
    told = [pair for run in runs for pair in _told(result, run, given, rule)]
    if not told:
        _check_subject(result, given.subject)
    if given.format == "json":
        trees = [explanation_json(Wording(run, console.lang), explanation) for run, explanation in told]
        console.write_bytes(to_bytes(trees))
    elif told:
        console.write("\n".join(tree(Wording(run, console.lang), explanation) for run, explanation in told))
    else:
        console.write(_nothing(result, given, console.lang) + "\n")
    if result.complete:
        return CLEAN
    console.tell(incomplete_text(result.batch, console.lang) + "\n")
    return INCOMPLETE


def _asked(result: Result, given: str | None) -> tuple[list[Run], str | None]:
    """The packs that are asked, and of which rule; of ``pack.rule`` that pack alone, and the rule by its own id."""
    pack, _, rule = (given or "").rpartition(".")
    runs = [run for run in result.runs if pack in ("", run.compiled.pack.pack)]
    known = {info.id: info for run in runs or result.runs for info in run.compiled.infos}
    if given is not None and ((rule not in known and rule not in RESERVED) or not runs):
        raise no_such_rule(rule if runs else given, known, named(run.compiled.pack.pack for run in result.runs))
    return runs, None if given is None else rule


def _check_subject(result: Result, subject: str) -> None:
    known = {finding.subject for finding in result.findings}
    for run in result.runs:
        known |= {str(row["id"]) for name in run.compiled.vocabulary.types for row in run.world.of(name)}
        known |= {name for row in _registered(run) for name in _names(row)}
    if subject in known:
        return
    aside = next((found for found in result.batch.set_aside if _names_record(found, subject)), None)
    if aside is not None:
        why = Bilingual(aside.message("zh"), aside.message("en"))
        raise refuse("SR922", given=subject, found=aside.code, place=aside.span or NOTHING, why=why)
    since = _known_from(result, subject)
    if since is not None and since > result.receipt.as_of:
        raise refuse("SR921", given=subject, as_of=result.receipt.as_of, since=since)
    raise refuse("SR919", given=subject, hint=nearest(subject, sorted(known)))


def _names_record(found: Diagnostic, subject: str) -> bool:
    """Whether a message is about the record of this id, named by its type and id, and not of one that names it."""
    return str(found.params.get("record", "")).endswith(f" {subject}")


def _known_from(result: Result, subject: str) -> date | None:
    """The day from which a record of this id, or an entry of the register of this name, is known."""
    found = (record for record in result.batch.records if subject in _called(record))
    return min((day for record in found if (day := record.recorded or record.date) is not None), default=None)


def _called(record: Record) -> tuple[object, ...]:
    values = record.__dict__
    return values["id"], *((values.get("name"), *(values.get("aliases") or ())) if "aliases" in values else ())


def _told(result: Result, run: Run, given: Namespace, rule: str | None) -> Iterator[Told]:
    """The findings about a subject explained, else those that name it, a member of a quota or a record that counted;
    a rule that was asked for and found nothing is explained, too.
    """
    ids = _ids(run, given.subject)
    found = [finding for finding in _about(run, ids, rule) if of_period(finding, given.period)]
    for finding in found:
        yield run, result.explain(finding)
    if rule is not None and not found:
        reasons = (run.why_not(each, rule, given.period) for each in sorted(ids))
        yield from ((run, each) for each in reasons if each is not None)


def _about(run: Run, ids: Set[str], rule: str | None) -> list[Finding]:
    asked = [finding for finding in run.findings if rule in (None, finding.rule.id)]
    found = [finding for finding in asked if finding.subject in ids]
    return found or [finding for finding in asked if _holds(finding.detail, ids)]


def _nothing(result: Result, given: Namespace, lang: Lang) -> str:
    """That there are no findings; of other windows than the one asked for, which ones."""
    found = (each for run in result.runs for each in _about(run, _ids(run, given.subject), None))
    periods = {each.period: None for each in found if each.period is not None}
    subject = visible(given.subject)
    if given.period is None or not periods:
        return say("no-findings", lang, subject=subject)
    latest = sorted(periods, key=lambda period: (period.last, period.first))[-MAX_WINDOWS:]
    names = say("list", lang).join(period.label if lang == "zh" else period.label_en for period in latest)
    return say("no-findings-in", lang, subject=subject, period=visible(given.period), periods=names)


def _ids(run: Run, subject: str) -> set[str]:
    """The subject's id; of a unit or a person also by its name or an alias."""
    return {subject, *(row.id for row in _registered(run) if subject in _names(row))}


def _registered(run: Run) -> Iterator[Row]:
    return (row for name in run.world.schema.registers for row in run.world.of(name))


def _names(row: Row) -> set[str]:
    """What one in the register is called."""
    aliases = row["aliases"]
    return {str(name) for name in (row["name"], *(aliases if isinstance(aliases, tuple) else ())) if name is not None}


def _holds(detail: object, ids: Set[str]) -> bool:
    """Whether any of the ids stands somewhere in the extras of a finding."""
    if isinstance(detail, tuple):
        return any(_holds(part, ids) for part in detail)
    return isinstance(detail, str) and detail in ids
