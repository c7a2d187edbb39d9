"""``explain SR327``: what is said of a code of the diagnostics; ``explain --list``: all codes."""

from __future__ import annotations

from argparse import Namespace
from typing import Final

from supervision_rules.catalogue import CODES, Lang
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.choice import known
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN
from supervision_rules.cli.pages import page
from supervision_rules.reports.columns import table
from supervision_rules.reports.page import page_text
from supervision_rules.reports.say import say
from supervision_rules.reports.style import Style

_WHOLE: Final = len("SR000")


def arguments(parser: Parser) -> None:
    parser.option("code", about="code", nargs="?", metavar="CODE")
    parser.option("--list", about="codes-list", action="store_true")


def run(given: Namespace, console: Console) -> int:
    codes = sorted(CODES) if given.code is None else known(given.code)
    if given.list or len(given.code) < _WHOLE:
        console.write("".join(f"{line}\n" for line in table([_row(code, console.lang) for code in codes])))
    else:
        console.write(page_text(page(codes[0]), console.lang, Style(console.colour)))
    return CLEAN


def _row(code: str, lang: Lang) -> tuple[str, str, str]:
    return code, say(f"severity.{CODES[code].severity}", lang), page(code).title.said(lang)
