"""``test``: the packs' own cases, which lie in the folder ``cases`` beside each pack."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from supervision_rules.catalogue import Lang, Severity
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.changed import changed
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED, FOUND, refuse
from supervision_rules.cli.formats import formats, outputs
from supervision_rules.cli.inputs import packs, read
from supervision_rules.cli.named import chosen, path_of
from supervision_rules.cli.outputs import write
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.library import shipped
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import Policy
from supervision_rules.reports.columns import visible
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.json import to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style
from supervision_rules.reports.trials import report_json, report_text
from supervision_rules.reports.trials_junit import tested_junit
from supervision_rules.testing import Report, run_cases


def arguments(parser: Parser) -> None:
    parser.option("packs", about="test-packs", nargs="*", metavar="PACK")
    parser.option("-k", about="test-chosen", dest="only", metavar="TEXT")
    parser.option("--diff", about="test-diff", metavar="BASE")
    parser.option("--explain", about="test-explain", action="store_true")
    formats(parser, ("text", "json", "junit"), "test-format")


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
    written = outputs(given.format, "text", ((name, str(path)) for name in names for path in _files(name)))
    if given.diff is not None:
        names = changed(names, given.diff, _files)
        if not names:
            console.tell(say("untested", console.lang, base=visible(given.diff)) + "\n")
    only = None if given.only is None else Chosen(given.only)
    tested = [_tested(name, policy, only) for name, policy in zip(names, packs(names), strict=True)]
    reports = [each for each in tested if each.report is not None and (only is None or each.report.outcomes)]
    if only is not None and names and not reports and not any(each.diagnostics.failed for each in tested):
        raise refuse("SR614", given=only.text, hint=nearest(only.text, only.names))
    told = [each for each in tested if each in reports or each.report is None]
    for output in written:
        style = Style(console.colour and output.path is None)
        write(console, _rendered(told, output.format, given, console.lang, style), output.path)
    for each in tested:
        found = each.diagnostics
        console.tell(diagnostics_text(found.sorted(), console.lang, Style(console.colour), found.left_out))
        if each.report is None:
            console.tell(say("not-run", console.lang, pack=each.name, errors=found.count(Severity.ERROR)) + "\n")
    if any(each.diagnostics.failed for each in tested):
        return FAILED
    return FOUND if any(each.report.failed for each in reports if each.report) else CLEAN


def _files(name: str) -> tuple[Path, Path]:
    """Where a pack and its cases lie."""
    path = path_of(name)
    return path, path.parent / "cases" / path.name


def _tested(name: str, policy: Policy, only: Chosen | None) -> Tested:
    """The cases of one pack run; what is wrong with its file does not keep those of other packs from being run."""
    diagnostics = Collector()
    path, cases = _files(name)
    shown = f"policies/cases/{cases.name}" if name in shipped() else str(cases)
    if not os.path.exists(cases):  # noqa: PTH110 - never raises
        diagnostics.add("SR607", None, pack=policy.id, path=shown)
        return Tested(name, None, diagnostics)
    # A pack is compiled under dozens of readings, all of which stay alive until its last case has been run.
    with CollectorPaused():
        return Tested(name, run_cases(policy, read(str(cases)), shown, diagnostics, only), diagnostics)


def _rendered(tested: Sequence[Tested], shape: str, given: Namespace, lang: Lang, style: Style) -> bytes | str:
    reports = [(each.name, each.report) for each in tested if each.report is not None]
    if shape == "junit":
        return tested_junit(((each.name, each.report, each.diagnostics.sorted()) for each in tested), lang)
    if shape == "json":
        return to_bytes([report_json(report) for _, report in reports])
    texts = (report_text(report, lang, style, given=name, explained=given.explain) for name, report in reports)
    return "".join(texts)
