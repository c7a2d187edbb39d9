"""Rules by their ids, as a command is given them."""

from __future__ import annotations

from collections.abc import Mapping

from supervision_rules.catalogue import Bilingual
from supervision_rules.cli.exits import CannotRun, refuse
from supervision_rules.diagnostics import NOTHING, nearest
from supervision_rules.findings import GOVERNANCE, PLACEMENT, RuleInfo

RESERVED = (GOVERNANCE, PLACEMENT)
"""What stands in the place of a rule where a record is not governed, or names nobody."""


def no_such_rule(given: str, rules: Mapping[str, RuleInfo], packs: str | Bilingual) -> CannotRun:
    """That the packs have no rule of this id, and which one may be meant: the nearest, or one that has the text in its
    id or its label.
    """
    if given in RESERVED:
        return refuse("SR923", given=given, pack=packs)
    holding = (name for name, info in rules.items() if given and (given in name or given in info.label))
    close = nearest(given, rules)
    return refuse("SR918", pack=packs, given=given, hint=next(holding, NOTHING) if close == NOTHING else close)
