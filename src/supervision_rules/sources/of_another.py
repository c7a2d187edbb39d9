"""Texts of other documents than a pack was written from: next to nothing of what it quotes stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.sources.clauses import PREAMBLE
from supervision_rules.sources.document import Document
from supervision_rules.sources.labels import cited
from supervision_rules.sources.quotations import Quoting

_STANDS: Final = 5
"""One of how many quotations stands in a text at the least, if it is of the document."""
_LIKE: Final = 3
"""One of how many stands there at the least, or something like it."""
_FEW: Final = 4
"""Of fewer quotations all may be wrong, as long as there is one of the clauses."""
_WORDS: Final = Bilingual("原话", "quotations")
_CLAUSES: Final = Bilingual("条款", "clauses")


def is_of_another(mentions: Sequence[Quoting], document: Document, place: Span, diagnostics: Collector) -> bool:
    """Whether it is the text of something else, which is told once."""
    words = [text.text for each in mentions for text in each.words]
    found = sum(bool(document.stands(text)) for text in words)
    named = list(_named(mentions, document))
    if (any(named) and len(words) < _FEW) or found * _STANDS >= len(words) > 0 or not (named or words):
        return False
    if words and sum(_is_like(text, document) for text in words) * _LIKE >= len(words):
        return False
    what, count = (_WORDS, len(words)) if words else (_CLAUSES, len(named))
    diagnostics.add("SR814", place, source=document.source, what=what, count=count, found=found)
    return True


def _named(mentions: Iterable[Quoting], document: Document) -> Iterator[bool]:
    """Of each clause that is named whether the document has it; any text has a preamble, which tells nothing."""
    for quoting in mentions:
        clauses, unknown = cited(quoting.clause.text, document.clauses) if quoting.clause else ([], [])
        there = any(clause.label != PREAMBLE for clause in clauses)
        if there or unknown:
            yield there


def _is_like(words: str, document: Document) -> bool:
    return bool(document.stands(words)) or document.meant(words) is not None
