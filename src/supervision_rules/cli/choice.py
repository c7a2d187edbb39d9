"""Codes as a command is given them: one, or the beginning of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from supervision_rules.catalogue import CODES
from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.exits import refuse
from supervision_rules.diagnostics import nearest


def choice(parser: Parser) -> None:
    """Which codes are told."""
    parser.option("--select", about="select", action="append", default=[], metavar="CODES")
    parser.option("--ignore", about="ignore", action="append", default=[], metavar="CODES")


def wanted(select: Iterable[str], ignore: Iterable[str]) -> Callable[[str], bool]:
    """Whether a code is told: it is selected, or nothing is, and it is not ignored.

    Raises:
        CannotRun: there is no such code.
    """
    chosen, left = _codes(select) or set(CODES), _codes(ignore)
    return lambda code: code in chosen and code not in left


def _codes(given: Iterable[str]) -> set[str]:
    return {code for words in given for word in words.split(",") for code in known(word.strip())}


def known(given: str) -> list[str]:
    """The codes that are this one or begin with it, whatever the case of its letters.

    Raises:
        CannotRun: there is none.
    """
    prefix = given.upper()
    found = sorted(code for code in CODES if prefix and code.startswith(prefix))
    if not found:
        raise refuse("SR932", given=given, hint=nearest(prefix, CODES))
    return found
