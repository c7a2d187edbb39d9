"""The register: units and persons by id, name and alias."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from typing import Final

from supervision_rules.records.models import Record

MAX_SUGGESTED: Final = 2_000


class Register:
    """Who goes by which name. Several may: then the day tells which of them was meant, if only one held then."""

    __slots__ = ("_entries", "_nearest")

    def __init__(self, entries: Iterable[Record]) -> None:
        self._entries: dict[tuple[str, str], list[Record]] = {}
        self._nearest: dict[tuple[str, str], str] = {}
        for entry in entries:
            for name in _names(entry):
                self._entries.setdefault((entry.record_type, name), []).append(entry)

    def find(self, kind: str, name: str, day: date | None) -> tuple[str, ...]:
        """The ids that ``name`` may mean on the day, in order."""
        entries = self._entries.get((kind, name), [])
        if len(entries) > 1 and day is not None:
            entries = [entry for entry in entries if _holds(entry, day)]
        return tuple(sorted(entry.id for entry in entries))

    def nearest(self, kind: str, name: str) -> str:
        """The registered name most like ``name``, or a dash."""
        if (kind, name) not in self._nearest:
            self._nearest[kind, name] = nearest(name, [known for type_, known in self._entries if type_ == kind])
        return self._nearest[kind, name]


def nearest(word: str, words: Iterable[str]) -> str:
    """The word of ``words`` most like ``word``, or a dash."""
    known = list(words)
    close = get_close_matches(word, known, 1) if len(known) <= MAX_SUGGESTED and len(word) <= 100 else []
    return close[0] if close else "—"


def _names(entry: Record) -> set[str]:
    values = entry.__dict__
    names = {values.get("name"), *(values.get("aliases") or ())}
    return {name for name in names if isinstance(name, str)}


def _holds(entry: Record, day: date) -> bool:
    since, until = entry.__dict__.get("since"), entry.__dict__.get("until")
    return (since is None or since <= day) and (until is None or day <= until)
