"""Which formats are asked for and where each goes: ``--format sarif=out.sarif``, several at once."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.catalogue.help import HELP
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.exits import refuse
from supervision_rules.cli.sources import check_written
from supervision_rules.reports.checked import Places


class Output(NamedTuple):
    """A format, and the file that it is written to; None is the standard output."""

    format: str
    path: str | None


def formats(parser: Parser, names: Collection[str], about: str) -> None:
    """The option of a command that has these formats."""
    reader = _reader(names, parser.lang)
    parser.option("--format", about=about, action="append", default=[], type=reader, metavar="FORMAT")


def _reader(names: Collection[str], lang: Lang) -> Callable[[str], Output]:
    def reader(text: str) -> Output:
        name, sign, path = text.partition("=")
        if name not in names:
            raise ArgumentTypeError(HELP["bad-format"][lang].format(given=name, choices=", ".join(names)))
        if sign and not path:
            raise ArgumentTypeError(HELP["no-file"][lang].format(given=text))
        return Output(name, path or None)

    return reader


def outputs(asked: Sequence[Output], default: str, read: Iterable[tuple[str, str]]) -> Sequence[Output]:
    """The formats asked for, else the default one on the standard output.

    ``read`` are the files that the command reads, each as it was given and where it is.

    Raises:
        CannotRun: two would be written to one place, or one over a file that is read.
    """
    found = asked or (Output(default, None),)
    first: dict[str | None, Output] = {}
    for each in found:
        place = None if each.path is None else os.path.realpath(each.path)
        if place in first:
            raise refuse("SR933", first=first[place].format, second=each.format, place=_called(each.path))
        first[place] = each
    check_written([each.path for each in found if each.path is not None], read)
    return found


def _called(path: str | None) -> Bilingual:
    return Bilingual("屏幕（标准输出）", "the standard output") if path is None else Bilingual(f" {path} ", path)


def places(environment: Mapping[str, str]) -> Places:
    """Paths as seen from the folder of the project: the one that the CI names, if it holds this one; else this one."""
    here = os.getcwd()  # noqa: PTH109 - as text
    named = (environment.get(name) for name in ("GITHUB_WORKSPACE", "CI_PROJECT_DIR"))
    roots = (os.path.realpath(root) for root in named if root)
    return Places(here, next((root for root in roots if f"{here}/".startswith(f"{root}/")), here))
