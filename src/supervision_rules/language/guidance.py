"""What a pack declares besides what an expression may name: by it a message tells what may have been meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from types import MappingProxyType
from typing import Final

from supervision_rules.expressions import Type
from supervision_rules.expressions.guide import Guide
from supervision_rules.language.fact_spec import FactSpec

MAX_OWNERS: Final = 3
"""How many record types a message lists at most that have a name."""
MAX_UNUSED: Final = 2
"""How many facts that nothing names."""


_PER_CENT: Final = re.compile("[%％]|百分")
_TIMES_100: Final = re.compile(r"\*\s*100\b|\b100\s*\*")
NO_FACTS: Final[Mapping[str, FactSpec]] = MappingProxyType({})
Label = tuple[str, str]


def _none() -> frozenset[str]:
    return frozenset()


@dataclass(frozen=True, slots=True)
class Guidance:
    """What is asked only where a name is told that there is not."""

    names: Mapping[str, Mapping[str, Type]]
    """The names of each record type that are known so far."""
    labels: Mapping[str, Mapping[str, Label]]
    """Their labels."""
    facts: Mapping[str, Mapping[str, FactSpec]]
    """All derived facts of each record type by their ids, those that are not known yet among them."""
    references: Mapping[str, Mapping[str, str]]
    """For each record type its fields that name one other record, and that record's type."""
    adds: frozenset[str] = frozenset()
    """The record types of which the pack itself declares fields."""
    rules: Mapping[str, str] = field(default_factory=dict)
    """The ids of rules by their labels."""
    unnamed: Callable[[], frozenset[str]] = _none
    """The ids of derived facts that nothing in the pack names."""

    def about(self, record_type: str) -> Guide:
        """What helps in expressions about a record type."""
        return Guide(
            owners=self._owners,
            unused=partial(self._unused, record_type),
            in_hundredths=partial(self._in_hundredths, record_type),
            labelled=partial(self._labelled, record_type),
            facts=self.facts.get(record_type, NO_FACTS).keys(),
            adds=record_type in self.adds,
            rules=self.rules,
        )

    def _owners(self, name: str) -> list[str]:
        """The record types that have a field or fact ``name``; none where so many have it that it says nothing."""
        known = [each for each, names in self.names.items() if name in names]
        return known if len(known) <= MAX_OWNERS else []

    def _unused(self, record_type: str, name: str) -> list[str]:
        """Those of the type; of a name through a reference (``matter_often``) those of what is referred to."""
        found = self._unnamed_of(record_type)
        for reference, target in self.references.get(record_type, {}).items():
            if name.startswith(f"{reference}_"):
                found = [f"{reference}_{fact}" for fact in self._unnamed_of(target)] or found
        return sorted(found, key=lambda fact: -SequenceMatcher(None, name, fact).ratio())[:MAX_UNUSED]

    def _unnamed_of(self, record_type: str) -> list[str]:
        return sorted(self.facts.get(record_type, NO_FACTS).keys() & self.unnamed())

    def _labelled(self, record_type: str, label: str) -> list[str]:
        """The names of a record type that have a label."""
        facts = self.facts.get(record_type, NO_FACTS)
        known = {name: zh for name, (zh, _) in self.labels.get(record_type, {}).items()}
        known |= {name: fact.label for name, fact in facts.items()}
        return [name for name, its in known.items() if its == label]

    def _in_hundredths(self, record_type: str, name: str) -> bool | None:
        """By its label, or by how it is made: a quotient times 100, or a mere quotient."""
        label, _ = self.labels.get(record_type, {}).get(name, ("", ""))
        fact = self.facts.get(record_type, NO_FACTS).get(name)
        made = f"{fact.value} {fact.take}" if fact is not None else ""
        if _PER_CENT.search(f"{label} {fact.label if fact is not None else ''}") or _TIMES_100.search(made):
            return True
        return False if "/" in made else None
