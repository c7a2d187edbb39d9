"""What a programmer hands in to be read is files of records: each with its format, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, get_args

from supervision_rules.diagnostics import Collector
from supervision_rules.misuse import shown
from supervision_rules.records.declarations import Vocabulary
from supervision_rules.records.source import Encoding, Format, Source

_WRITE: Final = 'write Source("ledger.jsonl", Path("ledger.jsonl"), "jsonl")'


def all_sources(sources: Iterable[Source]) -> Sequence[Source]:
    """All the sources.

    Raises:
        TypeError: it is one source, or no list, or something in it is no source, or the content of one cannot be read.
        ValueError: the format or the encoding of one is none that is read.
    """
    if isinstance(sources, Source):
        raise TypeError("sources is one Source, not a list of them: write [source]")
    if isinstance(sources, str | bytes | Path) or not isinstance(sources, Iterable):
        raise TypeError(f"sources is a list of Source, not {shown(sources)}: {_WRITE}")
    given = tuple(sources)
    for number, source in enumerate(given):
        _check(f"sources[{number}]", source)
    return given


def _check(name: str, source: Source) -> None:
    if not isinstance(source, Source):
        raise TypeError(f"{name} is a {type(source).__name__}, not a Source: {_WRITE}")
    content = source.content
    if not isinstance(content, bytes | Path) and not hasattr(content, "read"):
        raise TypeError(f"{name}.content is bytes, a Path or an open binary file, not a {type(content).__name__}")
    if source.format not in get_args(Format):
        raise ValueError(f"{name}.format is {_choices(Format)}, not {shown(source.format)}")
    if source.encoding is not None and source.encoding not in get_args(Encoding):
        raise ValueError(f"{name}.encoding is {_choices(Encoding)} or None, not {shown(source.encoding)}")


def _choices(kind: object) -> str:
    return " or ".join(map(repr, get_args(kind)))


def check_readers(vocabulary: Vocabulary, diagnostics: Collector) -> None:
    """Whether records can be read by these.

    Raises:
        TypeError: one of them is something else.
    """
    if not isinstance(vocabulary, Vocabulary):
        raise TypeError(f"vocabulary is policy.models.vocabulary, not a {type(vocabulary).__name__}")
    if not isinstance(diagnostics, Collector):
        raise TypeError(f"diagnostics is a Collector, not a {type(diagnostics).__name__}: write Collector()")
