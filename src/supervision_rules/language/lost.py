"""What is not known of a pack because a part of it is wrong: what hangs on that part is not told as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

from supervision_rules.diagnostics import NOTHING, UNDECLARED, Diagnostic, Span

BY_NAME: Final = UNDECLARED | {"SR227", "SR501", "SR505", "SR507"}
"""What is told of a name that nothing declares, by its words; those of record types included."""
SECTIONS: Final[Mapping[str, str]] = MappingProxyType(
    {"SR301": "records", "SR501": "records", "SR505": "records", "SR507": "records"}
    | {"SR218": "facts", "SR223": "rules", "SR305": "readings", "SR314": "rules"}
)
"""The section that declares what is missed."""
LACKING: Final = frozenset(("SR101", "SR118", "SR151", "SR159", "SR166"))
"""What is told of something that is not there."""
TOGETHER: Final = LACKING | frozenset(
    (
        "SR155",
        "SR156",
        "SR157",
        "SR161",
        "SR229",
        "SR302",
        "SR312",
        "SR313",
        "SR316",
        "SR320",
        "SR321",
        "SR322",
        "SR327",
        "SR345",
        "SR346",
        "SR347",
        "SR338",
        "SR340",
        "SR339",
        "SR343",
        "SR344",
        "SR357",
    )
)
"""What is told of several parts of a fact or rule held together."""
AMONG: Final = frozenset(("SR155", "SR156", "SR157", "SR322", "SR327", "SR343", "SR345", "SR346", "SR347"))
"""What is told of several steps, boxes or cases of a rule held together."""
SUGGESTED: Final = ("hint", "near", "nearest", "like", "unused", "lacking")
"""The words of a message that say what may have been meant."""
SLIP: Final = 0.8
LETTERS: Final = 2
_WORD: Final = re.compile(r"[A-Za-z_]\w*")
QUOTING: Final = frozenset(("SR310", "SR318"))


@dataclass(frozen=True, slots=True)
class Lost:
    """What a pack would declare or say in the parts of it that were left out."""

    names: frozenset[str] = frozenset()
    """What they declare: rules, facts, boxes, steps, record types, fields."""
    open: frozenset[str] = frozenset()
    """The sections of which it is not known what they declare."""
    nameless: frozenset[str] = frozenset()
    """The sections in which a name cannot be made out."""
    vague: frozenset[str] = frozenset()
    """The record types of which it is not known which names they have."""
    unlinked: frozenset[str] = frozenset()
    """The record types of which it is not known what they refer to."""
    untyped: frozenset[str] = frozenset()
    """The ids of facts of which the type is not known."""
    loose: frozenset[Span] = frozenset()
    """The facts and rules that are judged without one of their parts."""
    patchy: frozenset[Span] = frozenset()
    """The facts and rules of which one step, case or band is judged without one of its parts."""
    wordless: frozenset[Span] = frozenset()
    """The facts and rules, and the parts of them, of which the words are not known."""
    refused: frozenset[str] = frozenset()
    """The fields whose names cannot be names: an expression that has one of them means the field, if anything."""
    guessed: frozenset[Span] = frozenset()
    """What stands under keys that were taken for others."""
    stood_in: frozenset[Span] = frozenset()
    """What something else was put in the place of."""

    def __or__(self, other: Lost) -> Lost:
        return Lost(*(getattr(self, each.name) | getattr(other, each.name) for each in fields(Lost)))

    def is_vague(self, record_type: str) -> bool:
        """Whether a record type may have names that are not known."""
        return record_type in self.vague or not self.open.isdisjoint(("facts", "records"))

    def is_unlinked(self, record_type: str) -> bool:
        """Whether a record type may have references that are not known."""
        return record_type in self.unlinked or "records" in self.open

    def speaks_of_refused(self, text: str) -> bool:
        """Whether an expression has a name that cannot be one, or that through a reference (``matter_class``)."""
        words = frozenset(_WORD.findall(text)) if self.refused else frozenset()
        return any(word == name or word.endswith(f"_{name}") for word in words for name in self.refused)

    def hides(self, found: Diagnostic) -> bool:
        """Whether a problem may come from what was left out."""
        if found.span is not None and any(found.span.lies_in(part) for part in self.stood_in):
            return True
        if found.code in BY_NAME and (self._may_declare(found) or self._section(found) in self.open):
            return True
        if found.code in BY_NAME and self._section(found) in self.nameless and not _is_slip(found):
            return True
        if found.code[:3] == "SR1" and found.span in self.guessed:
            return True
        if found.code == "SR509":
            return str(found.params["type"]) in self.unlinked
        parts = self.loose if found.code in TOGETHER else self.wordless if found.code in QUOTING else frozenset()
        parts |= self.patchy if found.code in AMONG else frozenset()
        return found.span is not None and any(found.span.lies_in(part) for part in parts)

    def _may_declare(self, found: Diagnostic) -> bool:
        """Whether it names what was left out, or that through a reference (``matter_closed_late``)."""
        said = (word for name, word in found.params.items() if name not in SUGGESTED)
        words = [str(word).strip('"').rpartition(".")[2] for word in said]
        return any(word == name or word.endswith(f"_{name}") for word in words for name in self.names)

    def _section(self, found: Diagnostic) -> str:
        is_reading = found.code == "SR223" and found.params["function"] == "reading"
        return "readings" if is_reading else SECTIONS.get(found.code, "")


def _is_slip(found: Diagnostic) -> bool:
    """Whether the name that is missed is so like a known one that it is hardly the one that cannot be made out."""
    said = {name: str(word).strip('"') for name, word in found.params.items()}
    known = [word.strip(' "') for name in SUGGESTED for word in said.pop(name, NOTHING).split(",") if word != NOTHING]
    near = (match for word in said.values() for match in get_close_matches(word, _as_long_as(word, known), cutoff=SLIP))
    return next(near, None) is not None


def _as_long_as(word: str, known: Iterable[str]) -> list[str]:
    """The names out of which a slip makes ``word``: what is much shorter or longer is another name."""
    return [name for name in known if abs(len(name) - len(word)) <= LETTERS]


NOTHING_LOST: Final = Lost()
