"""Rules and facts that have another id in the new version, and what names of the old one are called there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from supervision_rules import nodes
from supervision_rules.comparison.meaning import meaning
from supervision_rules.comparison.places import NO_NAMES, WHOLE, Names, Place

Key = tuple[str, ...]
Entries = Mapping[Key, nodes.Node]
Both = tuple[Entries, Entries]
"""The entries of a section in the old version and in the new one."""
RENAMED: Final = ("facts", "rules")
"""The sections whose entries are known again by another id."""


def names(sections: Mapping[str, Both], taken: Collection[str]) -> Names:
    """What the facts and rules of the old version that have another id are called in the new one.

    A name that means something else in one of the versions as well, such as one of those ``taken``, is left out: the
    two are not to be mistaken for each other.
    """
    found, count = NO_NAMES, -1
    while len(found) > count:  # a fact that uses one that has another id is known again only then
        count, found = len(found), tuple(_names(sections, taken, found))
    return found


def _names(sections: Mapping[str, Both], taken: Collection[str], known: Names) -> Iterator[tuple[str, str]]:
    ids = [{key[0] for both in sections.values() for key in both[side]} for side in (0, 1)]
    pairs = {(here[0], there[0]) for name, both in sections.items() for here, there in renamed(name, both, known)}
    for here, there in sorted(pairs):
        alone = [sum(pair[side] == name for pair in pairs) == 1 for side, name in ((0, here), (1, there))]
        if all(alone) and here not in ids[1] and there not in ids[0] and not {here, there} & set(taken):
            yield here, there


def renamed(section: str, both: Both, known: Names) -> Iterator[tuple[Key, Key]]:
    """The entries that have another id now: all else is the same, or a rule is of the same kind and clause and has the
    same label or words.
    """
    old, new = both
    place = WHOLE.under(section, None).item()
    gone = {key: node for key, node in old.items() if key not in new}
    for key, node in new.items():
        if section in RENAMED and key not in old:
            same = [each for each, was in gone.items() if _is_same(was, node, place, known)]
            if len(same) == 1:
                del gone[same[0]]
                yield same[0], key


def _is_same(old: nodes.Node, new: nodes.Node, place: Place, known: Names) -> bool:
    if meaning(_unnamed(old), place.calling(known)) == meaning(_unnamed(new), place):
        return True
    if not text_at(new, "kind") or any(
        text_at(old, *path) != text_at(new, *path) for path in (("kind",), ("cite", "clause"))
    ):
        return False
    words = [nodes.locate(node, ("cite", "words")) for node in (old, new)]
    return text_at(old, "label") == text_at(new, "label") or nodes.plain(words[0]) == nodes.plain(words[1])


def _unnamed(node: nodes.Node) -> nodes.Node:
    if not isinstance(node, nodes.Mapping):
        return node
    return nodes.Mapping(tuple(entry for entry in node.entries if entry[0].text != "id"), node.span)


def text_at(node: nodes.Node | None, *path: str) -> str:
    """The text of the value at a path; empty where there is none."""
    for name in path:
        node = node.get(name) if isinstance(node, nodes.Mapping) else None
    return node.text if isinstance(node, nodes.Scalar) else ""
