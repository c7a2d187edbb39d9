"""``show``: one rule, its words, and how it is written in the pack."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN
from supervision_rules.cli.inputs import packs
from supervision_rules.cli.rules import no_such_rule
from supervision_rules.library import shipped
from supervision_rules.reports.listing import rule_text
from supervision_rules.reports.style import Style


def arguments(parser: Parser) -> None:
    parser.option("rule", about="rule", metavar="RULE")
    parser.option("--pack", about="one-pack", required=True, metavar="PACK")


def run(given: Namespace, console: Console) -> int:
    policy = packs([given.pack])[0]
    rules = {info.id: info for info in policy.compiled.infos}
    if given.rule not in rules:
        raise no_such_rule(given.rule, rules, policy.id)
    path = Path(str(shipped().get(given.pack, given.pack)))
    source = path.read_text(encoding="utf-8-sig")
    console.write(rule_text(policy, rules[given.rule], _here(path), source, console.lang, Style(console.colour)))
    return CLEAN


def _here(path: Path) -> str:
    """The path as seen from the folder that the command is run in."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
