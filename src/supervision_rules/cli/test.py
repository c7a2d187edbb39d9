"""``test``: the packs' own cases, which lie in the folder ``cases`` beside each pack."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from supervision_rules.catalogue import Severity
from supervision_rules.cli.arguments import Parser, output
from supervision_rules.cli.check import chosen
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED, FOUND, refuse
from supervision_rules.cli.inputs import packs, read
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.library import shipped
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import Policy
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style
from supervision_rules.reports.trials import report_json, report_text
from supervision_rules.testing import Report, run_cases


def arguments(parser: Parser) -> None:
    parser.option("packs", about="test-packs", nargs="*", metavar="PACK")
    parser.option("-k", about="test-chosen", dest="only", metavar="TEXT")
    parser.option("--explain", about="test-explain", action="store_true")
    output(parser)


class Tested(NamedTuple):
    """One pack as it was named, and what became of its cases: a report, or the reasons why there is none."""

    name: str
    report: Report | None
    diagnostics: Collector


class Chosen:
    """Which trials are run: those whose names hold the text asked for. It keeps the names that it was asked about."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: list[str] = []

    def __call__(self, name: str) -> bool:
        self.names.append(name)
        return self.text in name


def run(given: Namespace, console: Console) -> int:
    names = list(dict.fromkeys(chosen(given.packs)))
    only = None if given.only is None else Chosen(given.only)
    tested = [_tested(name, policy, only) for name, policy in zip(names, packs(names), strict=True)]
    reports = [each for each in tested if each.report is not None and (only is None or each.report.outcomes)]
    if only is not None and not reports and not any(each.diagnostics.failed for each in tested):
        raise refuse("SR614", given=only.text, hint=nearest(only.text, only.names))
    _write(reports, given, console)
    for each in tested:
        found = each.diagnostics
        console.tell(diagnostics_text(found.sorted(), console.lang, Style(console.colour), found.left_out))
        if each.report is None:
            console.tell(say("not-run", console.lang, pack=each.name, errors=found.count(Severity.ERROR)) + "\n")
    if any(each.diagnostics.failed for each in tested):
        return FAILED
    return FOUND if any(each.report.failed for each in reports if each.report) else CLEAN


def _tested(name: str, policy: Policy, only: Chosen | None) -> Tested:
    """The cases of one pack run; what is wrong with its file does not keep those of other packs from being run."""
    diagnostics = Collector()
    own = shipped().get(name)
    path = Path(str(own if own is not None else name))
    cases = path.parent / "cases" / path.name
    shown = f"policies/cases/{cases.name}" if own is not None else str(cases)
    if not os.path.exists(cases):  # noqa: PTH110 - never raises
        diagnostics.add("SR607", None, pack=policy.id, path=shown)
        return Tested(name, None, diagnostics)
    # A pack is compiled under dozens of readings, all of which stay alive until its last case has been run.
    with CollectorPaused():
        return Tested(name, run_cases(policy, read(str(cases)), shown, diagnostics, only), diagnostics)


def _write(tested: Sequence[Tested], given: Namespace, console: Console) -> None:
    reports = [(each.name, each.report) for each in tested if each.report is not None]
    if given.format == "json":
        console.write_bytes(to_bytes([report_json(report) for _, report in reports]))
        return
    style = Style(console.colour)
    for name, report in reports:
        console.write(report_text(report, console.lang, style, given=name, explained=given.explain))
