"""What a pack stands on, whatever its rules say: the record types that it can name, and the names of their fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.names import Names, names_of
from supervision_rules.pack import Pack
from supervision_rules.records import Vocabulary, extended, places, shared_vocabulary


@dataclass(frozen=True, slots=True)
class Ground:
    """Made once where a pack is compiled again and again with other rules: it takes longer than all the rest."""

    vocabulary: Vocabulary
    _names: Names

    @property
    def names(self) -> Names:
        """The names to which the derived facts of one compilation may be added."""
        return self._names.copy()


def ground_of(vocabulary: Vocabulary) -> Ground:
    """That of all packs with these record types."""
    shared = _shared()
    if vocabulary is shared.vocabulary:
        return shared
    return Ground(vocabulary, names_of(vocabulary, (shared.vocabulary, shared.names)))


@lru_cache(maxsize=1)
def _shared() -> Ground:
    """That of packs that add no record types."""
    return Ground(shared_vocabulary(), names_of(shared_vocabulary()))


def vocabulary_of(pack: Pack, tree: nodes.Node, diagnostics: Collector) -> Vocabulary:
    """The record types that a pack can name: those that all share, and what it adds to them."""
    vocabulary = shared_vocabulary()
    if pack.records.types:
        vocabulary = extended(vocabulary, pack.records, places(nodes.locate(tree, ("records",))), diagnostics)
    return vocabulary
