"""A batch: the records that can be judged, in a defined order, and what became of the others."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from supervision_rules.diagnostics import Diagnostic, Span
from supervision_rules.records.models import Record


@dataclass(frozen=True)
class Batch:
    """The records that can be judged, by (type, date, id); those without a date come first in their type.

    ``total == len(records) + duplicates + rejected``. ``set_aside`` tells why records were rejected (at most
    ``MAX_PER_CODE`` of a code), ``rejected`` how many were. Of a file that could not be read to its end, ``unread``
    holds the place from which on it was not: what stands there is not counted.
    """

    records: tuple[Record, ...]
    set_aside: tuple[Diagnostic, ...]
    total: int
    duplicates: int
    rejected: int
    unread: tuple[Span, ...] = ()

    @property
    def incomplete(self) -> bool:
        """Whether anything was set aside or not read."""
        return self.rejected > 0 or bool(self.set_aside) or bool(self.unread)

    @cached_property
    def digest(self) -> str:
        """sha256 of the content of the records: equal for equal records, in whatever order they came."""
        digest = hashlib.sha256()
        for record in self.records:
            digest.update(_canonical(record).encode("utf-8"))
        return digest.hexdigest()


def _canonical(record: Record) -> str:
    """The content of a record as text: the same for equal content, 1.0 and 1.00 included."""
    content = {name: value for name, value in record.__dict__.items() if value is not None}
    return json.dumps([record.record_type, content], default=_shown, ensure_ascii=False, sort_keys=True) + "\n"


def _shown(value: object) -> object:
    if not isinstance(value, Decimal):
        return str(value)
    return int(value) if value == int(value) else f"{value:f}".rstrip("0")
