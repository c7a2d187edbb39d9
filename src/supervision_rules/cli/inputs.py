"""What commands read: packs, records, notices."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from supervision_rules.api import PackError, Policy, Result, evaluate, load_pack, merged_vocabulary
from supervision_rules.calendar import Notice, read_notices
from supervision_rules.cli.exits import CannotRun, refuse
from supervision_rules.diagnostics import Collector
from supervision_rules.records import Batch, Source, Vocabulary, read_batch
from supervision_rules.records.source import Format

FORMATS: Final[dict[str, Format]] = {".jsonl": "jsonl", ".json": "json", ".csv": "csv"}


def packs(names: Iterable[str]) -> list[Policy]:
    """The packs of these ids or files; what is wrong in any of them is told of all together."""
    errors: list[PackError] = []
    loaded: list[Policy] = []
    for name in dict.fromkeys(names):
        try:
            loaded.append(load_pack(name))
        except PackError as error:
            errors.append(error)
    if errors:
        raise _refused(*errors)
    return loaded


def notices(paths: Iterable[str]) -> tuple[Notice, ...]:
    """The notices of these files."""
    diagnostics = Collector()
    found: list[Notice] = []
    for path in paths:
        found += read_notices(read(path), path, diagnostics) or ()
    if diagnostics.failed:
        raise CannotRun(diagnostics)
    return tuple(found)


def read(path: str) -> bytes:
    """The content of a file."""
    try:
        return Path(path).read_bytes()
    except OSError as problem:
        raise refuse("SR901", path=path, reason=problem.strerror or type(problem).__name__) from problem


def records(given: Namespace, policies: Sequence[Policy], diagnostics: Collector) -> Batch:
    """The records of the files and folders named, settled together under the vocabulary of all packs."""
    vocabulary = merged_vocabulary(policies)
    files = [file for path in given.records for file in _files(Path(path))]
    sources = [_source(file, given, vocabulary) for file in files]
    try:
        return read_batch(sources, vocabulary, diagnostics)
    except OSError as problem:
        path = problem.filename or ", ".join(given.records)
        raise refuse("SR901", path=path, reason=problem.strerror or type(problem).__name__) from problem


def _files(path: Path) -> Iterator[Path]:
    """The file itself, or the files of records in a folder, by name."""
    if path.is_dir():
        found = sorted(file for file in path.iterdir() if file.suffix in FORMATS and file.is_file())
        if not found:
            raise refuse("SR906", path=path)
        yield from found
    elif path.suffix not in FORMATS:
        raise refuse("SR906", path=path)
    else:
        yield path


def _source(file: Path, given: Namespace, vocabulary: Vocabulary) -> Source:
    """A file whose records state no type is named after it: reminder.csv."""
    named = given.type or (file.stem if file.stem in vocabulary.types else None)
    return Source(str(file), file, FORMATS[file.suffix], given.encoding, named)


def judged(given: Namespace, diagnostics: Collector) -> Result:
    """The result that the arguments of ``evaluate`` and ``explain`` ask for."""
    policies = packs(given.pack)
    own = notices(given.notices)
    batch = records(given, policies, diagnostics)
    try:
        return evaluate(policies, batch, as_of=given.as_of, readings=dict(given.reading), notices=own)
    except PackError as error:
        raise _refused(error) from error


def _refused(*errors: PackError) -> CannotRun:
    """All that is wrong in some packs."""
    diagnostics = Collector()
    for error in errors:
        diagnostics.found.extend(error.diagnostics)
    return CannotRun(diagnostics)
