"""``list``: packs, or the rules or readings of packs."""

from __future__ import annotations

from argparse import Namespace

from supervision_rules.cli.arguments import Parser, day
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN
from supervision_rules.cli.inputs import in_force, packs
from supervision_rules.cli.named import chosen
from supervision_rules.reports.listing import packs_text, readings_text, rules_text
from supervision_rules.reports.style import Style


def arguments(parser: Parser) -> None:
    parser.option("--pack", about="pack", action="append", default=[], metavar="PACK")
    parser.option("--readings", about="readings", action="store_true")
    parser.option("--on", about="on", type=day(parser.lang), metavar="DATE")


def run(given: Namespace, console: Console) -> int:
    policies = packs(chosen(given.pack))
    if given.on is not None:
        policies = in_force(policies, given.on)
    style = Style(console.colour)
    if given.readings:
        console.write("\n".join(readings_text(policy, console.lang, style) for policy in policies))
    elif given.pack:
        console.write("\n".join(rules_text(policy, console.lang, style) for policy in policies))
    else:
        console.write(packs_text(policies, console.lang))
    return CLEAN
