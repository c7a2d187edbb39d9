"""What commands read: packs, records, notices."""

from __future__ import annotations

import stat
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from supervision_rules.api import evaluate
from supervision_rules.calendar import Notice, read_notices
from supervision_rules.catalogue.system import system_reason
from supervision_rules.cli.exits import CannotRun, refuse
from supervision_rules.cli.record_files import FORMATS, record_files
from supervision_rules.comparison import Sensitivity, sensitivity
from supervision_rules.diagnostics import NOTHING, Collector, listed, named, nearest
from supervision_rules.policy import PackError, Policy, in_force_on, load_pack, merged_vocabulary, validity
from supervision_rules.records import Batch, Source, Vocabulary, read_batch
from supervision_rules.records.days import FIRST_DAY, LAST_DAY, in_range
from supervision_rules.results import Result

SHOWN_OTHERS: Final = 5
"""How many of the files in a folder that are not read are named."""


def packs(names: Iterable[str]) -> list[Policy]:
    """The packs of these ids or files, each given once; what is wrong in any of them is told of all together."""
    names = list(names)
    found = packs_by_name(names)
    _check_once(names, found)
    return list(found.values())


def packs_by_name(names: Iterable[str]) -> dict[str, Policy]:
    """The same, by their names; several may be versions of one."""
    return loaded({name: partial(load_pack, name) for name in names})


def loaded(loaders: Mapping[str, Callable[[], Policy]]) -> dict[str, Policy]:
    """What the loaders give, by their names; what is wrong in any of the packs is told of all together."""
    errors: list[PackError] = []
    found: dict[str, Policy] = {}
    for name, load in loaders.items():
        try:
            found[name] = load()
        except PackError as error:
            errors.append(error)
    if errors:
        raise _refused(*errors)
    return found


def in_force(policies: Sequence[Policy], day: date) -> list[Policy]:
    """Those of the packs that are in force on a day; that there is none is told."""
    check_as_of(day)
    try:
        found = in_force_on(policies, day)
    except PackError as error:
        raise _refused(error) from error
    if not found:
        raise refuse("SR929", given=day, packs=listed(map(validity, policies)))
    return found


def _check_once(names: Iterable[str], loaded: Mapping[str, Policy]) -> None:
    """Refuse one pack given twice: findings would not tell which of the two they are of."""
    first: dict[str, str] = {}
    for name in names:
        pack = loaded[name].id
        if pack in first:
            raise refuse("SR910", given=pack, first=first[pack], second=name)
        first[pack] = name


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
        raise _unreadable(path, problem) from problem


def _unreadable(path: str, problem: OSError) -> CannotRun:
    return refuse("SR901", path=path, reason=system_reason(problem))


def records(given: Namespace, policies: Sequence[Policy], diagnostics: Collector) -> Batch:
    """The records of the files and folders named, settled together under the vocabulary of all packs."""
    vocabulary = merged_vocabulary(policies)
    _check_type(given.type, vocabulary)
    try:
        files = [file for path in given.records for file in _files(Path(path), diagnostics)]
        sources = [_source(file, given, vocabulary) for file in files]
        batch = read_batch(sources, vocabulary, diagnostics)
    except OSError as problem:
        raise _unreadable(problem.filename or ", ".join(given.records), problem) from problem
    if not batch.records:
        diagnostics.add("SR907" if batch.incomplete else "SR909", None)
        raise CannotRun(diagnostics)
    return batch


def records_of_both(given: Namespace, old: Policy, new: Policy, diagnostics: Collector) -> tuple[Batch, Batch]:
    """The records as both packs read them, read once; each for itself, where they declare a field differently."""
    try:
        batch = records(given, (old, new), diagnostics)
    except PackError:
        return records(given, (old,), Collector()), records(given, (new,), diagnostics)
    return batch, batch


def _check_type(name: str | None, vocabulary: Vocabulary) -> None:
    """Refuse a type that there is not, also where every record states its own."""
    known = [*vocabulary.types, *(spec.label for spec in vocabulary.types.values())]
    if name is not None and name not in known:
        raise refuse("SR521", type=name, nearest=nearest(name, known), kind_of=NOTHING)


def _files(path: Path, diagnostics: Collector) -> Iterable[Path]:
    """The file itself, or the files of records in a folder, by name."""
    if stat.S_ISDIR(path.stat().st_mode):
        return _inside(path, diagnostics)
    if path.suffix.lower() not in FORMATS:
        raise refuse("SR906", path=path)
    return (path,)


def _inside(folder: Path, diagnostics: Collector) -> list[Path]:
    """The files of records in a folder; what else is in it is told, save what is hidden."""
    inside = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    found = record_files(folder)
    others = [entry.name for entry in inside if entry not in found]
    shown = named([*others[:SHOWN_OTHERS], *(["…"] if len(others) > SHOWN_OTHERS else [])])
    if not found:
        raise refuse("SR915", path=folder, others=shown)
    if others:
        diagnostics.add("SR914", None, path=folder, count=len(others), others=shown)
    return found


def _source(file: Path, given: Namespace, vocabulary: Vocabulary) -> Source:
    """A file whose records state no type is named after it: reminder.csv."""
    named = given.type or (file.stem if file.stem in vocabulary.types else None)
    return Source(str(file), file, FORMATS[file.suffix.lower()], given.encoding, named)


def judged(given: Namespace, diagnostics: Collector) -> Result:
    """The result that the arguments of ``evaluate`` and ``explain`` ask for."""
    return _asked(evaluate, given, diagnostics, lambda result: result)


def tried(given: Namespace, diagnostics: Collector) -> Sensitivity:
    """The same, and what of it hangs on which reading."""
    return _asked(sensitivity, given, diagnostics, lambda found: found.result)


Found = TypeVar("Found")


def _asked(
    judge: Callable[..., Found], given: Namespace, diagnostics: Collector, result_of: Callable[[Found], Result]
) -> Found:
    check_as_of(given.as_of)
    readings = _readings(given.reading)
    policies = packs(given.pack)
    own = notices(given.notices)
    try:
        batch = records(given, policies, diagnostics)
        found = judge(policies, batch, as_of=given.as_of, readings=readings, notices=own)
    except PackError as error:
        raise _refused(error) from error
    result = result_of(found)
    diagnostics.found.extend(result.notes)
    _tell_unused(own, result, diagnostics)
    return found


def check_as_of(day: date) -> None:
    """Refuse a day beyond those that records may name."""
    if not in_range(day):
        raise refuse("SR908", given=day, first=FIRST_DAY, last=LAST_DAY)


def _readings(asked: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The option asked of each reading; two of one are refused."""
    options: dict[str, str] = {}
    for name, option in asked:
        first = options.setdefault(name, option)
        if first != option:
            raise refuse("SR916", given=name, first=first, second=option)
    return options


def _tell_unused(own: Iterable[Notice], result: Result, diagnostics: Collector) -> None:
    """Notices of a place whose working days no pack goes by change nothing."""
    places = {run.world.calendar.jurisdiction for run in result.runs}
    for place in dict.fromkeys(notice.jurisdiction for notice in own):
        if not any(f"{used}-".startswith(f"{place}-") for used in places):
            diagnostics.add("SR913", None, place=place, places=named(sorted(places)))


def _refused(*errors: PackError) -> CannotRun:
    """All that is wrong in some packs."""
    diagnostics = Collector()
    for error in errors:
        diagnostics.found.extend(error.diagnostics)
    return CannotRun(diagnostics)
