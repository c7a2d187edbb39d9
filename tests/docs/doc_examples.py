"""Runs an example of a page: which problems does the library tell of it, and where?"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from types import MappingProxyType

from expression_samples import SCOPE

from supervision_rules.calendar import read_notices
from supervision_rules.catalogue import Lang
from supervision_rules.cli.main import main
from supervision_rules.diagnostics import Collector, Diagnostic, Span
from supervision_rules.expressions import BOOL, parse
from supervision_rules.library import check_pack
from supervision_rules.nodes import plain, read
from supervision_rules.pack import read_pack
from supervision_rules.policy import Policy, load_pack
from supervision_rules.records import (
    Source,
    Vocabulary,
    extended,
    places,
    read_batch,
    read_vocabulary,
    shared_vocabulary,
)
from supervision_rules.sources import hold, read_accepted, read_document, tell_left, tell_stale
from supervision_rules.testing import run_cases

NAME = "example"
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def problems(language: str, text: str, code: str) -> list[str]:
    """``CODE line:column`` of all that is told of an example on the page of ``code``, by place."""
    if language == "console":
        return told(text)
    diagnostics = Collector()
    RUNNERS["yaml-text" if language == "yaml" and code < "SR1" else language](text, diagnostics)
    return [shown(found) for found in diagnostics.sorted()]


def shown(found: Diagnostic) -> str:
    """The code and the place; the message must have all its words."""
    assert all(found.message(lang) and found.help(lang) for lang in LANGUAGES)
    return f"{found.code} {found.span.line}:{found.span.column}" if found.span else found.code


def told(command: str) -> list[str]:
    """The codes that a command tells, on whichever stream."""
    streams = io.StringIO()
    with redirect_stdout(streams), redirect_stderr(streams):
        main(command.split()[1:])
    return list(dict.fromkeys(re.findall(r"\bSR\d{3}\b", streams.getvalue())))


def pack(text: str, diagnostics: Collector) -> None:
    found = read_pack(text.encode(), NAME, diagnostics)
    if found is not None:
        check_pack(found, diagnostics)


def _source(text: str, diagnostics: Collector) -> None:
    """A pack held against its document, which stands in the lines that begin with ``#|``; ``#=`` is what is kept."""
    pack(text, diagnostics)
    found = read_pack(text.encode(), NAME, Collector())
    document = read_document(_marked(text, "#| "), "text", diagnostics)
    kept = _marked(text, "#= ")
    accepted = read_accepted(kept.encode(), "kept", "town", diagnostics) if kept else None
    if found is not None and document is not None and not (kept and accepted is None):
        ledger = hold(found.tree, document, diagnostics)
        if ledger is not None:
            tell_left(ledger, diagnostics)
            tell_stale(ledger, found.tree.get("document"), accepted, diagnostics)


def _marked(text: str, mark: str) -> str:
    return "".join(f"{line.removeprefix(mark)}\n" for line in text.splitlines() if line.startswith(mark))


def cases(text: str, diagnostics: Collector) -> None:
    run_cases(liuzhou(), text.encode(), NAME, diagnostics)


@cache
def liuzhou() -> Policy:
    return load_pack("liuzhou")


def _text(text: str, diagnostics: Collector) -> None:
    read(text, NAME, diagnostics)


def _expression(text: str, diagnostics: Collector) -> None:
    parse(text.rstrip("\n"), lambda start, end: Span(NAME, 1, start + 1, 1, end + 1), SCOPE, BOOL, diagnostics)


def _vocabulary(text: str, diagnostics: Collector) -> None:
    read_vocabulary(text, NAME, diagnostics)


def _extension(text: str, diagnostics: Collector) -> None:
    node = read(text, NAME, diagnostics)
    assert node is not None
    extended(shared_vocabulary(), Vocabulary.model_validate(plain(node)), places(node), diagnostics)


def _notices(text: str, diagnostics: Collector) -> None:
    read_notices(text.encode(), NAME, diagnostics)


def _lines(text: str, diagnostics: Collector) -> None:
    read_batch([Source(NAME, text.encode(), "jsonl")], shared_vocabulary(), diagnostics)


def _array(text: str, diagnostics: Collector) -> None:
    read_batch([Source(NAME, text.encode(), "json")], shared_vocabulary(), diagnostics)


def _table(text: str, diagnostics: Collector) -> None:
    read_batch([Source(NAME, text.encode(), "csv")], shared_vocabulary(), diagnostics)


RUNNERS: Mapping[str, Callable[[str, Collector], None]] = MappingProxyType(
    {
        "yaml": pack,
        "yaml-text": _text,
        "yaml-cases": cases,
        "yaml-source": _source,
        "yaml-vocabulary": _vocabulary,
        "yaml-extension": _extension,
        "csv-calendar": _notices,
        "expr": _expression,
        "jsonl": _lines,
        "json": _array,
        "csv": _table,
    }
)
"""How an example is run, by the word after its fence."""
