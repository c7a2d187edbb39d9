"""A pack under one choice of its readings: what its facts and rules are bound from, and what these may name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.compiler.declare import declarations_of
from supervision_rules.compiler.governed import days_governed
from supervision_rules.compiler.ground import Ground
from supervision_rules.compiler.quoted import check_quotes
from supervision_rules.diagnostics import Collector
from supervision_rules.language.binding import TextBinder
from supervision_rules.language.declarations import Declarations
from supervision_rules.language.names import Names
from supervision_rules.language.readings import Choice
from supervision_rules.pack import Pack, PackText
from supervision_rules.records import Vocabulary


@dataclass(frozen=True, slots=True)
class Chosen:
    """Held against its model already. What is wrong with its parts is told to ``diagnostics``."""

    pack: Pack
    text: PackText
    choice: Choice
    tree: nodes.Mapping
    """With the last of the values that change over time."""
    dated: nodes.Mapping
    """With all of them."""
    vocabulary: Vocabulary
    names: Names
    """Each derived fact has its name here once it is bound."""
    declarations: Declarations
    diagnostics: Collector

    def node(self, section: str, index: int) -> nodes.Mapping:
        """The tree of a fact or rule."""
        node = nodes.locate(self.tree, (section, index))
        assert isinstance(node, nodes.Mapping)  # the model has been built from it
        return node

    def written(self, section: str, index: int) -> nodes.Node:
        """The same as the pack has it, with its readings still open."""
        return nodes.locate(self.text.tree, (section, index))

    def check_quotes(self, binder: TextBinder, cite: Iterable[str], written: nodes.Node) -> None:
        """Tell what the words of a fact or rule do not bear out: once, under the options that the pack takes."""
        if not self.choice.asked:
            check_quotes(binder, cite, written)


def chosen_of(
    text: PackText,
    choice: Choice,
    pack: Pack,
    tree: nodes.Mapping,
    dated: nodes.Mapping,
    ground: Ground,
    diagnostics: Collector,
) -> Chosen:
    """``pack``, which has been built from ``tree``, with what it declares to its expressions."""
    names = ground.names
    declarations = declarations_of(pack, text, choice, ground.vocabulary, names)
    declarations.governed = days_governed(pack, text, ground.vocabulary, declarations.registers)
    return Chosen(pack, text, choice, tree, dated, ground.vocabulary, names, declarations, diagnostics)
