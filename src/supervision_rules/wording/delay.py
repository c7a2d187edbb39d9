"""Points that are deducted for what is not late, while the words deduct them for what is: 每缺报或迟报1次扣1分."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.expressions.tree import Call, Unary
from supervision_rules.language.quotes import folded
from supervision_rules.wording.quoting import Quoting

_DELAY: Final = re.compile("逾期|超期|超时|迟报|缺报|漏报|晚报|未报|拖延|[未不]按[时期]|未及时|不及时")
_TURNS: Final = re.compile("[不没未无非免除外避防减少]")
_ASKS: Final = "late"


def tell_delay(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each condition of a deduction that is all of ``not late``, where all that its words name is delay."""
    for each in every.values():
        for stated in each.binder.stated if _deducts(each) else ():
            root = stated.checked.root
            negated = root.operand if isinstance(root, Unary) and root.operator == "not" else None
            if stated.path == ("when",) and isinstance(negated, Call) and negated.function.name == _ASKS:
                words = " ".join(folded(quote.scalar.text) for quote in each.quotes)
                said = _DELAY.search(words)
                if said is not None and not _TURNS.search(_DELAY.sub("", words)):
                    text = stated.checked.text
                    mend = text[negated.start : negated.end]
                    diagnostics.add("SR195", stated.scalar.span, words=said[0], found=text, mend=mend)


def _deducts(own: Quoting) -> bool:
    effect = own.binder.at("effect")
    return isinstance(effect, nodes.Scalar) and effect.text == "deduct"
