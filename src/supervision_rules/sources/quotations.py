"""What a pack takes from its document: the clauses that it names, and the words that it quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes

LEFT_OUT: Final = "not_computable"
HEADING: Final = "document"
"""The section that says what document it is."""
CONVENTIONS: Final = "conventions"
_Found = dict[int, tuple[nodes.Scalar | None, list[nodes.Scalar]]]
"""The words beside each clause that is named, by which mention of it."""
_SECTIONS: Final = ("readings", "facts", "rules", LEFT_OUT)


@dataclass(frozen=True, slots=True)
class Quoting:
    """A rule, fact, reading or list entry of a pack that names a clause."""

    section: str
    name: str
    """Its id; empty in the list of what is not computable."""
    label: str
    clause: nodes.Scalar | None
    """What it names of the document; words may stand anywhere where nothing is named."""
    words: tuple[nodes.Scalar, ...]

    @property
    def left_out(self) -> bool:
        """Whether it says why no rule is made of the clause."""
        return self.section == LEFT_OUT


def quotings(tree: nodes.Mapping) -> Iterator[Quoting]:
    """All of a pack, in its order; one for each clause that is named, with the words that it stands beside or above."""
    conventions = tree.get(CONVENTIONS)
    if isinstance(conventions, nodes.Mapping):
        yield from _of(CONVENTIONS, conventions)
    for section in _SECTIONS:
        entries = tree.get(section)
        for entry in entries.items if isinstance(entries, nodes.Sequence) else ():
            if isinstance(entry, nodes.Mapping):
                yield from _of(section, entry)


def _of(section: str, entry: nodes.Mapping) -> Iterator[Quoting]:
    cite = entry.get("cite")
    own = _clause(entry) or (_clause(cite) if isinstance(cite, nodes.Mapping) else None)
    found: _Found = {}
    _gather(entry, own, found)
    name, label = (_text(entry, key) for key in ("id", "label"))
    for clause, words in found.values():
        if clause is not None or words:
            yield Quoting(section, name, label or name or (clause.text if clause else ""), clause, tuple(words))


def _gather(node: nodes.Node, clause: nodes.Scalar | None, found: _Found) -> None:
    """The words below ``node`` by the clause that is named nearest to them."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            _gather(item, clause, found)
    elif isinstance(node, nodes.Mapping):
        clause = _clause(node) or clause
        words = found.setdefault(id(clause), (clause, []))[1]
        for key, value in node.entries:
            if key.text == "words":
                words += _texts(value)
            else:
                _gather(value, clause, found)


def _clause(node: nodes.Mapping) -> nodes.Scalar | None:
    clause = node.get("clause")
    return clause if isinstance(clause, nodes.Scalar) and clause.value is not None else None


def _texts(node: nodes.Node) -> Iterator[nodes.Scalar]:
    """The texts of a value, or of a list, under whichever option or day."""
    if isinstance(node, nodes.Scalar):
        yield from (node,) if node.value is not None else ()
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from _texts(item)
    else:
        for key, value in node.entries:
            yield from _texts(value) if key.text != "by_reading" else ()


def _text(node: nodes.Mapping, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, nodes.Scalar) else ""
