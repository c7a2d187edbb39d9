"""``evaluate``: judge records by packs."""

from __future__ import annotations

from argparse import Namespace

from supervision_rules.cli.arguments import Parser, count, judgement, output, records
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, INCOMPLETE, refuse
from supervision_rules.cli.inputs import judged, tried
from supervision_rules.cli.outputs import tell_notes, write
from supervision_rules.cli.sources import check_out
from supervision_rules.diagnostics import Collector
from supervision_rules.reports.incomplete import incomplete_text
from supervision_rules.reports.json import result_json, to_bytes
from supervision_rules.reports.sensitivity_json import sensitivity_json
from supervision_rules.reports.sensitivity_text import sensitivity_text
from supervision_rules.reports.style import Style
from supervision_rules.reports.text import records_text, result_text
from supervision_rules.results import Result


def arguments(parser: Parser) -> None:
    records(parser)
    judgement(parser)
    output(parser)
    parser.option("--out", about="out", metavar="FILE")
    parser.option("--all", about="all", action="store_true")
    parser.option("--most", about="most", type=count(parser.lang), metavar="N")
    parser.option("--explain", about="with-explanations", action="store_true")
    parser.option("--sensitivity", about="sensitivity", action="store_true")


def run(given: Namespace, console: Console) -> int:
    check_out(given)
    diagnostics = Collector()
    if given.sensitivity:
        return _sensitivity(given, console, diagnostics)
    result = judged(given, diagnostics)
    errors = tell_notes(console, diagnostics)
    if given.format == "json":
        write(console, to_bytes(result_json(result, console.lang, explained=given.explain)), given.out)
    else:
        style = Style(console.colour and given.out is None)
        shown = {"everything": given.all, "most": given.most, "explained": given.explain}
        write(console, result_text(result, console.lang, **shown, style=style, left_out=errors), given.out)
    return _end(given, console, result)


def _sensitivity(given: Namespace, console: Console, diagnostics: Collector) -> int:
    """Instead of what is found, what of it hangs on which reading."""
    for option, asked in (("--all", given.all), ("--explain", given.explain)):
        if asked:
            raise refuse("SR941", given=option)
    found = tried(given, diagnostics)
    errors = tell_notes(console, diagnostics)
    if given.format == "json":
        write(console, to_bytes(sensitivity_json(found, console.lang)), given.out)
    else:
        style = Style(console.colour and given.out is None)
        text = sensitivity_text(found, console.lang, most=given.most, style=style)
        write(console, text + records_text(found.result, console.lang, style, errors), given.out)
    return _end(given, console, found.result)


def _end(given: Namespace, console: Console, result: Result) -> int:
    """How it ends; where the report does not tell of records that were not used, that is told."""
    if result.complete:
        return CLEAN
    if given.format == "json" or given.out is not None:
        console.tell(incomplete_text(result.batch, console.lang) + "\n")
    return INCOMPLETE
