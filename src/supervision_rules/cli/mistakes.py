"""Mistakes in the arguments, as argparse tells them, in the reader's language."""

from __future__ import annotations

import re
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.help import HELP

TWICE: Final = "given twice"
"""What our own kind of option says, after the manner of argparse."""
_KNOWN: Final = (
    (re.compile(r"the following arguments are required: (?P<names>.+)"), "missing-arguments"),
    (re.compile(r"unrecognized arguments: (?P<names>.+)", re.DOTALL), "unknown-arguments"),
    (re.compile(r"argument (?P<name>[^:]+): expected .*argument.*"), "no-value"),
    (re.compile(r"argument (?P<name>[^:]+): ignored explicit argument .*", re.DOTALL), "takes-no-value"),
    (re.compile(rf"argument (?P<name>[^:]+): {TWICE}"), "twice"),
    (
        re.compile(
            r"argument (?P<name>[^:]+): invalid choice: (?P<given>.*) \(choose from (?P<choices>.*)\)", re.DOTALL
        ),
        "bad-choice",
    ),
    (re.compile(r"argument (?P<name>[^:]+): (?P<reason>.+)", re.DOTALL), "bad-value"),
)
"""What argparse says, and the key of our own words for it."""


def mistake(message: str, lang: Lang) -> str:
    """What argparse says in our own words; as it is, if it is something else."""
    for pattern, key in _KNOWN:
        found = pattern.fullmatch(message)
        if found is not None:
            words = {name: word.replace("'", "") for name, word in found.groupdict().items()}
            return HELP[key][lang].format(**words)
    return message
