"""The shape of a catalogue entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

Lang = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Words for a message in both languages; as plain text they are Chinese."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def __add__(self, more: str) -> Bilingual:
        return Bilingual(self.zh + more, self.en + more)

    def said(self, lang: Lang) -> str:
        """The words in one language."""
        return self.zh if lang == "zh" else self.en


class Severity(StrEnum):
    """How much a problem weighs: an error refuses the text, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is fixed about a code: its severity, the reason and the mend in both languages, since when it exists.

    The templates use ``{name}`` for the words of a particular case, the same names in both languages.
    """

    severity: Severity
    reason: Mapping[Lang, str]
    mend: Mapping[Lang, str]
    since: str


def entry(severity: Severity, *, zh: tuple[str, str], en: tuple[str, str], since: str = "0.1") -> Entry:
    """An entry from (reason, mend) pairs."""
    return Entry(
        severity,
        MappingProxyType({"zh": zh[0], "en": en[0]}),
        MappingProxyType({"zh": zh[1], "en": en[1]}),
        since,
    )


def error(zh: tuple[str, str], en: tuple[str, str], since: str = "0.1") -> Entry:
    return entry(Severity.ERROR, zh=zh, en=en, since=since)


def warning(zh: tuple[str, str], en: tuple[str, str], since: str = "0.1") -> Entry:
    return entry(Severity.WARNING, zh=zh, en=en, since=since)


def note(zh: tuple[str, str], en: tuple[str, str], since: str = "0.1") -> Entry:
    return entry(Severity.NOTE, zh=zh, en=en, since=since)
