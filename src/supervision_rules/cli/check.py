"""``check``: all that is wrong in packs."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from supervision_rules.catalogue import Severity
from supervision_rules.cli.arguments import Parser, output
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, FAILED, FOUND, refuse
from supervision_rules.diagnostics import Collector
from supervision_rules.library import check_pack, open_pack, shipped, ships
from supervision_rules.reports.diagnostics import diagnostics_text
from supervision_rules.reports.json import diagnostics_json, to_bytes
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style

POLICIES: Final = Path("policies")
"""The folder of an office's own packs."""
_NO_FILE: Final = ("SR901", "SR904")


def arguments(parser: Parser) -> None:
    parser.option("packs", about="check-packs", nargs="*", metavar="PACK")
    output(parser)


def run(given: Namespace, console: Console) -> int:
    diagnostics = Collector()
    names = _once(chosen(given.packs), diagnostics)
    for name in names:
        own = diagnostics.apart()
        text = open_pack(name, own)
        if text is not None:
            check_pack(text, own)
    if given.format == "json":
        console.write_bytes(to_bytes(diagnostics_json(diagnostics, console.lang)))
    else:
        style = Style(console.colour)
        console.write(diagnostics_text(diagnostics.sorted(), console.lang, style, diagnostics.left_out))
        console.write(_closing(diagnostics, len(names), console))
    return _exit(diagnostics)


def _once(names: Iterable[str], diagnostics: Collector) -> list[str]:
    """Each file once, however it is named; what is named again is told."""
    packs, first = shipped(), dict[str, str]()
    for name in names:
        file = os.path.realpath(str(packs.get(name, name)))
        if file in first:
            diagnostics.add("SR924", None, first=first[file], second=name)
        first.setdefault(file, name)
    return list(first.values())


def chosen(given: Iterable[str]) -> Iterator[str]:
    """The packs named, folders by their files; without any, those that ship and those of the office.

    Raises:
        CannotRun: a folder holds no pack.
    """
    for name in given or [*shipped(), *([str(POLICIES)] if POLICIES.is_dir() and not ships(POLICIES) else [])]:
        if os.path.isdir(name):  # noqa: PTH112 - never raises
            files = [str(file) for file in sorted(Path(name).glob("*.yaml"))]
            if not files:
                raise refuse("SR911", path=name)
            yield from files
        else:
            yield name


def _closing(diagnostics: Collector, packs: int, console: Console) -> str:
    errors, warnings, notes = (diagnostics.count(severity) for severity in Severity)
    if not errors + warnings + notes:
        return say("clean", console.lang, packs=packs) + "\n"
    return say("found", console.lang, packs=packs, errors=errors, warnings=warnings, notes=notes) + "\n"


def _exit(diagnostics: Collector) -> int:
    if any(found.code in _NO_FILE for found in diagnostics):
        return FAILED
    return FOUND if diagnostics.failed else CLEAN
