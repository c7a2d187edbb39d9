"""Reasons that speak of another number than the one that they are the reason for: 100是分母 beside ``* 101``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector
from supervision_rules.language.figures import Figure
from supervision_rules.language.quotes import folded, numerals, words_in
from supervision_rules.wording.quoting import Quoting
from supervision_rules.wording.stated import numbers_in

# 100是分母, 0即没有逾期, 30日为国务院的期限: what a reason has at its head it speaks of.
_HEAD: Final = re.compile(r"(?P<number>\d+(?:\.\d+)?)\s*[%％年月日天次个分]?(?:工作日|月)?\s*[是即为]")


def tell_argued(quoted: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each reason that speaks of a number that does not stand there, beside one that is not in the words."""
    for each in quoted.values():
        for part in each.parts:
            reason = part.get("unquoted")
            head = _HEAD.match(folded(reason.text)) if isinstance(reason, nodes.Scalar) else None
            if head is not None and Decimal(head["number"]) not in numbers_in(part):
                figure = next(_unquoted(each, part), None)
                if figure is not None:
                    diagnostics.add("SR172", figure.span, named=head["number"], number=figure.number)


def _unquoted(own: Quoting, part: nodes.Mapping) -> Iterator[Figure]:
    """The numbers of a part that are not in its words, without those of parts in it that have reasons of their own."""
    carried = numerals((*words_in(part), *(quote.scalar.text for quote in own.quotes)))
    inner = [each.span for each in mappings(part) if each is not part and each.get("unquoted") is not None]
    for figure in own.binder.numbers:
        outside = figure.span.lies_in(part.span) and not any(figure.span.lies_in(span) for span in inner)
        if outside and figure.number and abs(figure.number) not in carried:
            yield figure
