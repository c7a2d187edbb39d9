"""What changed in a pack, part by part: its rules, facts, readings, conventions, record types, and its document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from supervision_rules import nodes
from supervision_rules.comparison.changes import Change
from supervision_rules.comparison.places import WHOLE
from supervision_rules.comparison.renaming import RENAMED, Both, Key, names, renamed, text_at
from supervision_rules.comparison.respelling import Respelt, respelling, respelt
from supervision_rules.comparison.walk import Labels, Walk
from supervision_rules.diagnostics import Span

Section = Literal["document", "conventions", "readings", "records", "facts", "rules", "not_computable"]
_HEAD: Final = ("pack", "label", "language")
"""What a pack says of itself; it is told with its document."""
_LISTED: Final[tuple[Section, ...]] = ("readings", "facts", "rules", "not_computable")


@dataclass(frozen=True, slots=True)
class Item:
    """One part of a pack that was added, removed, changed, or that has another id."""

    section: Section
    sort: Literal["added", "removed", "changed", "renamed"]
    id: str
    """Its id; empty for the document and the conventions."""
    label: str
    clauses: tuple[str, str]
    """Its clause before and after, empty where there is none."""
    changes: tuple[Change, ...]
    before: object
    """Its id before where it has another now; the whole of it where it was removed."""
    after: object
    """Its id where it had another before; the whole of it where it was added."""
    before_span: Span | None
    after_span: Span | None
    kind: str = ""
    """The kind of a rule."""

    @property
    def wording(self) -> bool:
        """Whether nothing but words changed, by which nothing is judged."""
        return self.sort == "changed" and all(change.wording for change in self.changes)

    @property
    def judging(self) -> bool:
        """Whether anything is judged otherwise by it; by another id alone nothing is."""
        return self.sort in ("added", "removed") or not all(change.wording for change in self.changes)

    @property
    def old_id(self) -> str:
        """Its id in the old pack."""
        return str(self.before) if self.sort == "renamed" else self.id


def items(
    old: nodes.Mapping,
    new: nodes.Mapping,
    labels: Labels,
    taken: Collection[str] = (),
    shared: frozenset[str] = frozenset(),
) -> Iterator[Item]:
    """All parts that are not as they were, in the order of a pack; ``taken`` are the names of fields, of which those
    that are ``shared`` are the same in all packs."""
    called = respelling(old, new, shared)
    was, old = old, called.spelt(old)
    both = {name: (_entries(name, old) or {}, _entries(name, new) or {}) for name in RENAMED}
    walk = Walk(WHOLE, labels, renamed=(*names(both, taken), *called.names(frozenset(taken))))
    yield from _document(old, new, walk)
    yield from _whole("conventions", old, new, walk)
    yield from _with_names(_listed("readings", old, new, walk), dict(respelt("readings", called, was, new)))
    yield from _with_names(_records(old, new, walk), dict(respelt("records", called, was, new)))
    for section in _LISTED[1:]:
        yield from _listed(section, old, new, walk)


def _document(old: nodes.Mapping, new: nodes.Mapping, walk: Walk) -> Iterator[Item]:
    changes = [change for name in (*_HEAD, "document") for change in _at(name, old, new, walk)]
    if changes:
        yield _changed("document", "", changes, (old.get("document"), new.get("document")))


def _with_names(found: Iterable[Item], respelt: dict[str, Respelt]) -> Iterator[Item]:
    """Parts with what in them has another name; then those of which nothing else changed."""
    for item in found:
        own = respelt.pop(item.id, None) if item.sort == "changed" else None
        item = item if own is None else replace(item, changes=(*own.changes, *item.changes))
        yield replace(item, sort="renamed", before=own.before, after=item.id) if own and own.before else item
    for name, own in respelt.items():
        yield _changed(own.section, name, own.changes, (own.old, own.new), (own.before,) if own.before else None)


def _whole(section: Section, old: nodes.Mapping, new: nodes.Mapping, walk: Walk) -> Iterator[Item]:
    changes = list(_at(section, old, new, walk))
    if changes:
        yield _changed(section, "", changes, (old.get(section), new.get(section)))


def _at(name: str, old: nodes.Mapping, new: nodes.Mapping, walk: Walk) -> Iterator[Change]:
    """What changed under a key of the pack; the way begins below it, where it holds keys of its own."""
    for change in walk.keys(nodes.Mapping(_only(old, name), old.span), nodes.Mapping(_only(new, name), new.span)):
        yield replace(change, path=change.path[1:]) if len(change.path) > 1 else change


def _only(node: nodes.Mapping, name: str) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    return tuple(entry for entry in node.entries if entry[0].text == name)


def _listed(section: Section, old: nodes.Mapping, new: nodes.Mapping, walk: Walk) -> Iterator[Item]:
    """The entries of a section, each by what it is called; a section that hangs on a reading as a whole is one."""
    found = [_entries(section, node) for node in (old, new)]
    if found[0] is None or found[1] is None:
        yield from _whole(section, old, new, walk)
        return
    yield from _parts(section, (found[0], found[1]), replace(walk, place=WHOLE.under(section, new).item()))


def _entries(section: str, pack: nodes.Mapping) -> dict[Key, nodes.Node] | None:
    written = pack.get(section)
    if written is None:
        return {}
    if not isinstance(written, nodes.Sequence):
        return None
    found: dict[Key, nodes.Node] = {}
    for entry in written.items:
        key = _key(section, entry)
        while key in found:
            key = (*key, "again")
        found[key] = entry
    return found


def _key(section: str, entry: nodes.Node) -> Key:
    """What tells an entry from the others: a fact is told by what it is about, too."""
    keys = {"facts": ("id", "of"), "not_computable": ("clause",)}.get(section, ("id",))
    return tuple(text_at(entry, key) for key in keys)


def _records(old: nodes.Mapping, new: nodes.Mapping, walk: Walk) -> Iterator[Item]:
    place = WHOLE.under("records", new)
    for name in ("scales", "types"):
        before, after = (_named(nodes.locate(pack, ("records", name)), pack) for pack in (old, new))
        for key in dict.fromkeys([*before, *after]):
            one, other = ({key: found[key]} if key in found else {} for found in (before, after))
            at = place.under(name, None).under(key[0], None)
            yield from _parts("records", (one, other), replace(walk, place=at))


def _named(node: nodes.Node, pack: nodes.Mapping) -> dict[Key, nodes.Node]:
    """What the keys of a mapping hold; nothing where the pack has no such mapping."""
    written = node is not pack and node is not pack.get("records") and isinstance(node, nodes.Mapping)
    return {(key.text,): each for key, each in node.entries} if written and isinstance(node, nodes.Mapping) else {}


def _parts(section: Section, both: Both, walk: Walk) -> Iterator[Item]:
    old, new = both
    called = dict(renamed(section, both, walk.renamed))
    before = {there: here for here, there in called.items()}
    for key, node in new.items():
        was = old.get(before.get(key, key))
        if was is None:
            yield _alone(section, "added", key, node)
        elif changes := [each for each in walk.changes(was, node) if each.name != "id" or key not in before]:
            yield _changed(section, key[0], changes, (was, node), before.get(key))
        elif key in before:
            yield _changed(section, key[0], [], (was, node), before[key])
    for key, node in old.items():
        if key not in new and key not in called:
            yield _alone(section, "removed", key, node)


def _alone(section: Section, sort: Literal["added", "removed"], key: Key, node: nodes.Node) -> Item:
    added, whole = sort == "added", nodes.plain(node)
    clause = clause_of(node)
    return Item(
        section,
        sort,
        key[0],
        _label(node),
        ("", clause) if added else (clause, ""),
        (),
        None if added else whole,
        whole if added else None,
        None if added else node.span,
        node.span if added else None,
        text_at(node, "kind"),
    )


def _changed(
    section: Section,
    name: str,
    changes: list[Change],
    both: tuple[nodes.Node | None, nodes.Node | None],
    before: Key | None = None,
) -> Item:
    old, new = both
    return Item(
        section,
        "renamed" if before else "changed",
        name,
        _label(new) or _label(old),
        (clause_of(old), clause_of(new)),
        tuple(changes),
        before[0] if before else None,
        name if before else None,
        old.span if old else None,
        new.span if new else None,
        text_at(new, "kind"),
    )


def _label(node: nodes.Node | None) -> str:
    """What a part is called; a reading by the words that it is about."""
    return text_at(node, "label") or (text_at(node, "words") if text_at(node, "taken") else "")


def clause_of(node: nodes.Node | None) -> str:
    """The clause that a part of a pack stands on; empty where it names none."""
    return text_at(node, "cite", "clause") or text_at(node, "clause")
