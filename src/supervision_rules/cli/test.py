"""``test``: the packs' own cases, which lie in the folder ``cases`` beside each pack, and how well they test it."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from supervision_rules.catalogue import Severity
from supervision_rules.cli.arguments import Parser, percentage
from supervision_rules.cli.changed import changed
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED, FOUND, refuse
from supervision_rules.cli.formats import formats, outputs
from supervision_rules.cli.inputs import packs, read
from supervision_rules.cli.named import chosen, path_of
from supervision_rules.cli.outputs import write
from supervision_rules.cli.tested import Tested, rendered
from supervision_rules.cli.watching import watching
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.library import shipped
from supervision_rules.memory import CollectorPaused
from supervision_rules.policy import Policy
from supervision_rules.reports.columns import visible
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style
from supervision_rules.testing import Watch, mutate, offer, run_cases


def arguments(parser: Parser) -> None:
    parser.option("packs", about="test-packs", nargs="*", metavar="PACK")
    parser.option("-k", about="test-chosen", dest="only", metavar="TEXT")
    parser.option("--diff", about="test-diff", metavar="BASE")
    parser.option("--explain", about="test-explain", action="store_true")
    formats(parser, ("text", "json", "junit"), "test-format")
    parser.option("--coverage", about="test-coverage", action="store_true")
    parser.option("--min-coverage", about="test-min-coverage", type=percentage(parser.lang), metavar="N")
    parser.option("--mutate", about="test-mutate", action="store_true")
    parser.option("--min-killed", about="test-min-killed", type=percentage(parser.lang), metavar="N")
    parser.option("--boundaries", about="test-boundaries", action="store_true")
    parser.option("--watch", about="watch", action="store_true")


class Chosen:
    """What is chosen of the names that it is asked about: those that hold a text. It keeps them all."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.names: list[str] = []

    def __call__(self, name: str) -> bool:
        self.names.append(name)
        return self.text in name


class _Asked(NamedTuple):
    """What is asked of each pack."""

    only: Chosen | None
    min_coverage: int | None
    """None: it is not asked how much the cases come to."""
    min_killed: int | None
    """None: the pack is not changed."""
    boundaries: bool

    @property
    def mutate(self) -> bool:
        return self.min_killed is not None


def run(given: Namespace, console: Console) -> int:
    if given.watch:
        return watching(given, console, run, lambda: (path for name in chosen(given.packs) for path in _files(name)))
    names = list(dict.fromkeys(chosen(given.packs)))
    written = outputs(given.format, "text", ((name, str(path)) for name in names for path in _files(name)))
    if given.diff is not None:
        names = changed(names, given.diff, _files)
        if not names:
            console.tell(say("untested", console.lang, base=visible(given.diff)) + "\n")
    only = None if given.only is None else Chosen(given.only)
    asked = _Asked(
        only,
        0 if given.coverage and given.min_coverage is None else given.min_coverage,
        0 if given.mutate and given.min_killed is None else given.min_killed,
        given.boundaries,
    )
    tested = [_tested(name, policy, asked) for name, policy in zip(names, packs(names), strict=True)]
    if only is not None and names:
        _check_chosen(only, tested, asked)
    reports = [each for each in tested if _told(each, asked)]
    told = [each for each in tested if each in reports or each.report is None]
    for output in written:
        style = Style(console.colour and output.path is None)
        write(console, rendered(told, output.format, asked.mutate, given.explain, console.lang, style), output.path)
    for each in tested:
        found = each.diagnostics
        console.tell(diagnostics_text(found.sorted(), console.lang, Style(console.colour), found.left_out))
        errors = found.count(Severity.ERROR)
        if each.report is None:
            console.tell(say("not-run", console.lang, pack=each.name, errors=errors) + "\n")
        elif each.report.left_out:
            left = {"errors": errors, "left": each.report.left_out}
            console.tell(say("partly-run", console.lang, pack=each.name, **left) + "\n")
    if any(each.diagnostics.failed for each in tested):
        return FAILED
    return FOUND if any(_falls_short(each, asked) for each in reports) else CLEAN


def _files(name: str) -> tuple[Path, Path]:
    """Where a pack and its cases lie."""
    path = path_of(name)
    return path, path.parent / "cases" / path.name


def _tested(name: str, policy: Policy, asked: _Asked) -> Tested:
    """The cases of one pack run; what is wrong with its file does not keep those of other packs from being run."""
    diagnostics = Collector()
    path, cases = _files(name)
    shown = f"policies/cases/{cases.name}" if name in shipped() else str(cases)
    if not os.path.exists(cases):  # noqa: PTH110 - never raises
        diagnostics.add("SR607", None, pack=policy.id, path=shown)
        return Tested(name, None, diagnostics)
    data, watch = read(str(cases)), Watch(policy)
    # A pack is compiled under dozens of readings, all of which stay alive until its last case has been run.
    with CollectorPaused():
        only, watched = None if asked.mutate else asked.only, asked.min_coverage is not None
        report = run_cases(policy, data, shown, diagnostics, only, watch if watched else None)
    # What cases come to and tell is known only where all of them are run.
    whole = report is not None and not diagnostics.failed
    coverage, mutants = watch.coverage() if watched and whole else None, None
    if asked.mutate and whole and report is not None and not report.failed:
        mutants = mutate(policy, data, shown, report, diagnostics, asked.only)
    offers = None
    if asked.boundaries and whole and report is not None and not report.failed:
        offers = offer(policy, data, shown, report, diagnostics, asked.only is not None)
    return Tested(name, report, diagnostics, coverage, mutants, offers)


def _told(tested: Tested, asked: _Asked) -> bool:
    """Whether anything of what is asked has been tested in a pack."""
    if tested.report is None or asked.only is None:
        return tested.report is not None
    return bool(tested.mutants.judged if tested.mutants is not None else tested.report.outcomes)


def _check_chosen(only: Chosen, tested: Sequence[Tested], asked: _Asked) -> None:
    """Refuse a text that nothing has in its name."""
    if any(_told(each, asked) or each.diagnostics.failed for each in tested):
        return
    raise refuse("SR619" if asked.mutate else "SR614", given=only.text, hint=nearest(only.text, only.names))


def _falls_short(tested: Tested, asked: _Asked) -> bool:
    """Whether a case fails, or the cases tell less than is asked for."""
    if tested.report is not None and tested.report.failed:
        return True
    shares = []
    if tested.coverage is not None:
        shares.append((*tested.coverage.total, asked.min_coverage or 0))
    if tested.mutants is not None:
        shares.append((tested.mutants.killed, tested.mutants.counted, asked.min_killed or 0))
    return any(done * 100 < least * whole for done, whole, least in shares)
