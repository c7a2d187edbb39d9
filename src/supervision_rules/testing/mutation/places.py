"""What decides anything in a pack, each with its place: key, rule or fact, the options it hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from supervision_rules import nodes
from supervision_rules.language.dates import BY_DATE
from supervision_rules.language.readings import BY_READING

HEAD: Final = (("document", "in_force"), ("conventions",))
"""What all rules go by."""
ITEMS: Final = ("facts", "rules")
"""The sections whose entries are rules and facts."""
SAYING: Final = frozenset(
    ("label", "label_en", "words", "note", "unquoted", "holes", "cite", "counted_in", "counted_in_en")
)
"""Keys of what is told to readers, and decides nothing."""
NAMING: Final = frozenset(("id", "kind", "of", "on", "via", "into", "readings", "once_per", "same", "differ", "states"))
"""Keys of names: a wrong one is refused, or is another rule; of several, one may be left out."""
_CALLED: Final = ("id", "step")
"""By which an entry of a list is called, if it has it; else by its number."""

Under = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands."""

    item: nodes.Mapping | None
    """The rule or fact that it is part of; None in what all rules go by."""
    path: tuple[str, ...]
    """The way to it, which does not change with the lines of the file: rules, reply, cases, 1, within."""
    key: str
    """The key that it is or is the value of, also where it hangs on a reading or is one of a list."""
    node: nodes.Node
    """A single value, a list, or the key of a rule or fact itself."""
    under: Under
    """The readings that it hangs on, each with the option under which it is used."""
    is_key: bool = False

    @property
    def name(self) -> str:
        return "/".join(self.path)


def places(tree: nodes.Mapping) -> Iterator[Place]:
    """All values and lists, and the keys of rules and facts, in the order of the text."""
    for head in HEAD:
        section = nodes.locate(tree, head)
        if section is not nodes.locate(tree, head[:-1]):
            yield from _At(None, head).below(section)
    for name in ITEMS:
        items = tree.get(name)
        for number, item in enumerate(items.items if isinstance(items, nodes.Sequence) else (), 1):
            if isinstance(item, nodes.Mapping):
                yield from _At(item, (name, _called(item, number))).of_item(item)


@dataclass(frozen=True, slots=True)
class _At:
    """How far the way to a value has come."""

    item: nodes.Mapping | None
    path: tuple[str, ...]
    key: str = ""
    under: Under = ()

    def of_item(self, item: nodes.Mapping) -> Iterator[Place]:
        """The keys of a rule or fact, each before what stands under it."""
        for entry in item.entries:
            key, _ = entry
            yield Place(item, (*self.path, key.text), key.text, key, (), is_key=True)
            yield from self._in_mapping(nodes.Mapping((entry,), item.span))

    def below(self, node: nodes.Node) -> Iterator[Place]:
        if isinstance(node, nodes.Scalar):
            yield Place(self.item, self.path, self.key, node, self.under)
        elif isinstance(node, nodes.Sequence):
            yield Place(self.item, self.path, self.key, node, self.under)
            for number, entry in enumerate(node.items, 1):
                yield from self._to(_called(entry, number)).below(entry)
        else:
            yield from self._in_mapping(node)

    def _in_mapping(self, node: nodes.Mapping) -> Iterator[Place]:
        reading = node.get(BY_READING)
        for key, value in node.entries:
            if isinstance(reading, nodes.Scalar):
                if value is not reading:
                    option = (*self.under, (reading.text, key.text))
                    yield from _At(self.item, (*self.path, key.text), self.key, option).below(value)
            elif key.text == BY_DATE and isinstance(value, nodes.Mapping):
                for day, held in value.entries:
                    yield from _At(self.item, (*self.path, BY_DATE, day.text), self.key, self.under).below(held)
            elif key.text in NAMING:
                yield from (place for place in self._under(key).below(value) if isinstance(place.node, nodes.Sequence))
            elif key.text not in SAYING:
                yield from self._under(key).below(value)

    def _under(self, key: nodes.Scalar) -> _At:
        return _At(self.item, (*self.path, key.text), key.text, self.under)

    def _to(self, name: str) -> _At:
        return _At(self.item, (*self.path, name), self.key, self.under)


def _called(entry: nodes.Node, number: int) -> str:
    names = (entry.get(key) for key in _CALLED) if isinstance(entry, nodes.Mapping) else ()
    return next((name.text for name in names if isinstance(name, nodes.Scalar)), str(number))
