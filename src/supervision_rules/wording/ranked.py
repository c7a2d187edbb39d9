"""Rankings that go by another result than their words name: ``points("deductions")`` under 年度得分."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions.tree import Call, walk
from supervision_rules.language.binding import Stated
from supervision_rules.language.quotes import folded
from supervision_rules.wording.quoting import Quoting

_RANKING: Final = "ranking"
_ASKS: Final = "points"
_SHORTEST: Final = 3
"""Of how many signs a label is at least that can be told from other words."""
_DEDUCTS: Final = re.compile("[扣减罚]")


def tell_ranked(compiled: CompiledPack, every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each ranking that asks for the points of one rule alone while its words name another and not that."""
    giving = compiled.declarations.counted
    labels = {rule.id: folded(rule.label) for rule in compiled.pack.rules if rule.id in giving}
    for each in every.values():
        for stated in each.binder.stated if _is_ranking(each) else ():
            called = [node for node in walk(stated.checked.root) if isinstance(node, Call)]
            if stated.path == ("by",) and len(called) == 1 and called[0].function.name == _ASKS:
                _tell(each, stated, called[0], labels, diagnostics)


def _tell(own: Quoting, stated: Stated, asked: Call, labels: Mapping[str, str], diagnostics: Collector) -> None:
    words = " ".join(folded(quote.scalar.text) for quote in own.quotes)
    named = [rule for rule, label in labels.items() if len(label) >= _SHORTEST and label in words]
    given = labels.get(asked.literal or "", "")
    if len(named) == 1 and named[0] != asked.literal and given and not _DEDUCTS.search(words):
        place = stated.scalar.part(asked.start, asked.end)
        mend = f'{_ASKS}("{named[0]}")'
        diagnostics.withdraw(each for each in diagnostics if each.code == "SR356" and each.span == stated.scalar.span)
        diagnostics.add("SR194", place, words=labels[named[0]], found=asked.literal, label=given, mend=mend)


def _is_ranking(own: Quoting) -> bool:
    kind = own.binder.at("kind")
    return isinstance(kind, nodes.Scalar) and kind.text == _RANKING
