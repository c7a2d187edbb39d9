"""What a file of cases argues of mutants held against the mutants that there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.pack import PackText
from supervision_rules.testing.mutation.mutants import mutants
from supervision_rules.testing.trials import Argued


def check_argued(argued: Sequence[Argued], text: PackText, diagnostics: Collector) -> None:
    """Tell every argument about a change that there is not."""
    known: dict[str, list[str]] = defaultdict(list)
    for mutant in mutants(text) if argued else ():
        known[mutant.place.name].append(mutant.told)
    for each in argued:
        if each.at not in known:
            place = nodes.locate(each.node, ("at",)).span
            diagnostics.add("SR615", place, given=each.at, hint=nearest(each.at, known))
            continue
        for told, node in each.changes.items():
            if told not in known[each.at]:
                words = {"given": told, "at": each.at, "hint": nearest(told, known[each.at]) or known[each.at][0]}
                diagnostics.add("SR616", node.span, **words)
