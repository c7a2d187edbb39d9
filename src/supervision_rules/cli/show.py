"""``show``: one rule, its words, and how it is written in the pack."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from supervision_rules.cli.arguments import Parser
from supervision_rules.cli.console import Console
from supervision_rules.cli.exits import CLEAN, refuse
from supervision_rules.cli.inputs import packs
from supervision_rules.diagnostics import nearest
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
        raise refuse("SR904", where=policy.id, given=given.rule, hint=nearest(given.rule, rules))
    source = shipped().get(given.pack, Path(given.pack)).read_text(encoding="utf-8-sig")
    console.write(rule_text(policy, rules[given.rule], source, console.lang, Style(console.colour)))
    return CLEAN
