"""Whether what a program gives as records is that; it is told at once what to give instead."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from supervision_rules.records.models import Record

_BUILD: Final = 'build them with policy.models["matter"](…), or read files with read_batch'


def all_records(records: Iterable[Record]) -> Sequence[Record]:
    """All the records.

    Raises:
        TypeError: it is one record, or no list, or something in it is no record.
    """
    if isinstance(records, Record):
        raise TypeError(f"records is one {type(records).__name__}, not a list of records: write [record]")
    if isinstance(records, str | bytes | Path) or not isinstance(records, Iterable):
        raise TypeError(f"records is a {type(records).__name__}, not a list of records: {_BUILD}")
    given = tuple(records)
    wrong = {kind for kind in set(map(type, given)) if Record not in kind.__mro__}
    if wrong:
        number, kind = next((number, type(record)) for number, record in enumerate(given) if type(record) in wrong)
        raise TypeError(f"records[{number}] is a {kind.__name__}, not a record: {_BUILD}")
    return given
