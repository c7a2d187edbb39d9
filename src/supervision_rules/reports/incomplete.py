"""What of the records a result leaves out, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.diagnostics import Diagnostic, Span
from supervision_rules.records import Batch
from supervision_rules.reports.say import say
from supervision_rules.reports.wording import shortened

_COLUMN: Final = "SR516"
_NAMELESS: Final = "SR553"
_SHOWN: Final = 3
"""Of how many files that were not read to their end the places are told."""


def incomplete_text(batch: Batch, lang: Lang) -> str:
    """结果不完整：3 件记录中有 1 件未采用，1 列没有采用：备注。"""
    return say("incomplete", lang, parts=say("join", lang).join(_parts(batch, lang)))


def _parts(batch: Batch, lang: Lang) -> Iterator[str]:
    if batch.rejected:
        yield say("set-aside", lang, total=batch.total, rejected=batch.rejected)
    columns = [_column(found, lang) for found in batch.set_aside if found.code in (_COLUMN, _NAMELESS)]
    if columns:
        headings = shortened(say("list", lang).join(dict.fromkeys(columns)))
        yield say("columns-aside", lang, count=len(columns), headings=headings)
    if batch.unread:
        places = say("list", lang).join(_place(span, lang) for span in batch.unread[:_SHOWN])
        key = "not-read" if len(batch.unread) <= _SHOWN else "not-read-of-many"
        yield say(key, lang, places=places, files=len(batch.unread))


def _column(found: Diagnostic, lang: Lang) -> str:
    """The heading of a column that is not used; of one without, which it is."""
    if found.code == _COLUMN:
        return str(found.params["heading"])
    return say("nameless-column", lang, number=found.params["number"])


def _place(span: Span, lang: Lang) -> str:
    return say("unread-from", lang, path=shortened(span.source), line=span.line)
