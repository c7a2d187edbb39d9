"""``check``: all that is wrong in packs."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.analysis import Examined
from supervision_rules.catalogue import Severity
from supervision_rules.cli.against import accept, source_given
from supervision_rules.cli.arguments import Parser, version
from supervision_rules.cli.changed import changed
from supervision_rules.cli.choice import choice, wanted
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED, FOUND
from supervision_rules.cli.formats import Output, formats, outputs, places
from supervision_rules.cli.named import chosen, once, path_of
from supervision_rules.cli.outputs import append, write
from supervision_rules.cli.pages import page
from supervision_rules.cli.watching import watching
from supervision_rules.diagnostics import Collector
from supervision_rules.library import Against, check_pack, open_pack, source_of
from supervision_rules.pack import PackText
from supervision_rules.processes import shared_out
from supervision_rules.records import shared_vocabulary
from supervision_rules.reports.check_text import closing
from supervision_rules.reports.checked import Checked, Setting, checked_of
from supervision_rules.reports.columns import visible
from supervision_rules.reports.formats import FORMATS
from supervision_rules.reports.github import summary
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style

_NO_FILE: Final = ("SR901", "SR904")


def arguments(parser: Parser) -> None:
    parser.option("packs", about="check-packs", nargs="*", metavar="PACK")
    formats(parser, FORMATS, "check-format")
    choice(parser)
    parser.option("--fail-on", about="fail-on", choices=tuple(map(str, Severity)), default="error")
    parser.option("--exit-zero", about="exit-zero", action="store_true")
    parser.option("--diff", about="check-diff", metavar="BASE")
    parser.option("--statistics", about="statistics", action="store_true")
    parser.option("--analysed", about="analysed", action="store_true")
    parser.option("--source", about="source", metavar="FILE")
    parser.option("--accept", about="accept", action="store_true")
    parser.option("--watch", about="watch", action="store_true")


def run(given: Namespace, console: Console) -> int:
    if given.watch:
        return watching(given, console, run, lambda: _files(given))
    told, diagnostics = wanted(given.select, given.ignore), Collector()
    names = once(chosen(given.packs), diagnostics)
    written = outputs(given.format, _usual(os.environ), ((name, str(path_of(name))) for name in names))
    if given.diff is not None:
        names = changed(names, given.diff, lambda name: [path_of(name)])
        if not names:
            console.tell(say("unchanged", console.lang, base=visible(given.diff)) + "\n")
    against = source_given(given.source, given.accept, names)
    trees, examined = _checked(names, diagnostics, against)
    checked = replace(checked_of(diagnostics, trees, told), examined=examined if given.analysed else None)
    level = Severity(given.fail_on)
    setting = Setting(console.lang, places(os.environ), page, version, level, given.statistics)
    _write(checked, setting, written, console)
    if against is not None and against.accepted and not diagnostics.failed:
        accept(names[0], against, console)
    return _exit(given, diagnostics, checked, setting)


def _files(given: Namespace) -> Iterator[Path]:
    """What is read: the packs, the cases that stand beside them, the text of the document."""
    for path in map(path_of, chosen(given.packs)):
        yield from (path, path.parent / "cases" / path.name)
    if given.source is not None:
        yield Path(given.source)


def _usual(environment: Mapping[str, str]) -> str:
    """The format that nobody has to ask for."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"


_Trees = dict[str, nodes.Mapping | None]


class _Read(NamedTuple):
    """A pack that was named: what its text is called, the text if it can be read, what was told of it so far."""

    source: str
    text: PackText | None
    told: Collector

    def length(self) -> int:
        """In lines."""
        return 0 if self.text is None else self.text.tree.span.end_line


def _checked(
    names: Sequence[str], diagnostics: Collector, against: Against | None
) -> tuple[_Trees, tuple[Examined, ...]]:
    """Check the packs; what has been read of each, by the name of its text, and what was examined without records."""
    read = [_Read(source_of(name), open_pack(name, own), own) for name in names for own in [Collector()]]
    shared_vocabulary()  # before there are other processes, which then have it
    examined: list[Examined] = []
    for own, of_one in shared_out(partial(_look, against), read, _Read.length):
        diagnostics.take(own)
        examined += of_one
    return {each.source: each.text.tree if each.text is not None else None for each in read}, tuple(examined)


def _look(against: Against | None, read: _Read) -> tuple[Collector, list[Examined]]:
    """Check one pack: all that was told of it, and what was examined."""
    examined: list[Examined] = []
    if read.text is not None:
        check_pack(read.text, read.told, against, examined)
    return read.told, examined


def _write(checked: Checked, setting: Setting, written: Iterable[Output], console: Console) -> None:
    """Each format to its place. Where none is for the screen, the closing words are told beside it."""
    shown = False
    for each in written:
        style = Style(console.colour and each.path is None)
        write(console, FORMATS[each.format](checked, replace(setting, style=style)), each.path)
        shown = shown or each.path is None
        path = os.environ.get("GITHUB_STEP_SUMMARY")
        if each.format == "github" and path:
            append(path, summary(checked, setting))
    if not shown:
        console.tell("".join(f"{line}\n" for line in closing(checked, console.lang)))


def _exit(given: Namespace, diagnostics: Collector, checked: Checked, setting: Setting) -> int:
    """Errors count, told or not; of warnings and notes those that are told, if they are to fail."""
    if any(found.code in _NO_FILE for found in diagnostics):
        return FAILED
    failing = diagnostics.failed or any(setting.fails(severity) and checked.count(severity) for severity in Severity)
    return FOUND if failing and not given.exit_zero else CLEAN
