"""``test``: the packs' own cases, which lie in the folder ``cases`` beside each pack."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from supervision_rules.api import Policy
from supervision_rules.cli.arguments import Parser, output
from supervision_rules.cli.check import chosen
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FOUND, CannotRun
from supervision_rules.cli.inputs import packs, read
from supervision_rules.diagnostics import Collector
from supervision_rules.library import shipped
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.style import Style
from supervision_rules.reports.trials import report_json, report_text
from supervision_rules.testing import Report, run_cases


def arguments(parser: Parser) -> None:
    parser.option("packs", about="test-packs", nargs="*", metavar="PACK")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    names = list(chosen(given.packs))
    reports = [_report(name, policy) for name, policy in zip(names, packs(names), strict=True)]
    if given.format == "json":
        console.write_bytes(to_bytes([report_json(report) for report in reports]))
    else:
        console.write("".join(report_text(report, console.lang, Style(console.colour)) for report in reports))
    return FOUND if any(report.failed for report in reports) else CLEAN


def _report(name: str, policy: Policy) -> Report:
    path = Path(str(shipped().get(name, name)))
    cases = path.parent / "cases" / path.name
    diagnostics = Collector()
    report = run_cases(policy, read(str(cases)), str(cases), diagnostics)
    if report is None or diagnostics.failed:
        raise CannotRun(diagnostics)
    return report
