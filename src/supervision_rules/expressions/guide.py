"""What helps to tell which name is meant by one that is not known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Final

from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.expressions import FACTS, FACTS_OR_RECORDS
from supervision_rules.diagnostics import NOTHING, listed
from supervision_rules.expressions.slips import resembling, slips
from supervision_rules.expressions.types import Type

Asked = Callable[[str], Sequence[str]]


def _nobody(name: str) -> Sequence[str]:
    return ()


def _unsaid(name: str) -> bool | None:
    return None


@dataclass(frozen=True, slots=True)
class Guide:
    """What the rest of a pack says of a name, asked only where it is told that there is none."""

    owners: Asked = _nobody
    """The other record types that have a name."""
    unused: Asked = _nobody
    """The derived facts that nothing names and one of which may be what is meant, the most alike first."""
    labelled: Asked = _nobody
    """The names that have a label."""
    in_hundredths: Callable[[str], bool | None] = _unsaid
    """Whether a name is counted in per cent, or as a part of one; None if that is not known."""
    facts: Set[str] = frozenset()
    """All that are declared of the record type: some may not be known yet."""
    adds: bool = False
    """Whether the pack itself declares fields of the record type."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """The ids of rules by their labels."""


NO_GUIDE: Final = Guide()


def told_of(name: str, names: Mapping[str, Type], guide: Guide) -> dict[str, str | Bilingual]:
    """What a message says of a name that there is not: the name that it is a slip of, or else what may have become of
    it."""
    owners, known = guide.owners(name), {*names, *guide.facts}
    level = any(name in each.levels for each in names.values())
    meant = [f'"{name}"'] if level else slips(name, known)
    unused = [] if meant else guide.unused(name)
    like = [] if meant or owners or unused else resembling(name, known)
    return {
        "name": name,
        "owners": listed(owners),
        "near": listed(meant),
        "unused": listed(unused),
        "lacking": NOTHING if meant else FACTS_OR_RECORDS if guide.adds else FACTS,
        "like": listed(like),
    }
