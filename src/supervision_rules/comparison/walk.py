"""Two versions of a part of a pack, gone through together: each value in which they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeGuard

from pydantic import BaseModel

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.keys import key_label
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.comparison.changes import Change, Sort, Step
from supervision_rules.comparison.meaning import head_of, is_empty, meaning, way, way_entries
from supervision_rules.comparison.pairing import in_order, name_of, pairs
from supervision_rules.comparison.places import NO_NAMES, Names, Place
from supervision_rules.diagnostics import Span
from supervision_rules.language.dates import BY_DATE


@dataclass(frozen=True, slots=True)
class Labels:
    """What the choices and kinds of records are called, by their codes: of any field, and of each by its name."""

    every: Mapping[str, str]
    fields: Mapping[str, Mapping[str, str]]

    def of_table(self, by: nodes.Node | None) -> Labels:
        """The same, those before all others of the fields by which a table is looked up: ``level``, ``matter_kind``."""
        asked = [each.text for each in (by.items if isinstance(by, nodes.Sequence) else (by,)) if _is_text(each)]
        # ``unit_group`` is the field ``group`` of what the field ``unit`` names.
        own = [self.fields[name] for text in asked for name in _endings(text) if name in self.fields]
        return replace(self, every={**self.every, **{code: label for each in own for code, label in each.items()}})


def _is_text(node: nodes.Node | None) -> TypeGuard[nodes.Scalar]:
    return isinstance(node, nodes.Scalar)


def _endings(name: str) -> Iterator[str]:
    """The shortest first: what comes later goes before."""
    parts = name.split("_")
    return ("_".join(parts[place:]) for place in reversed(range(len(parts))))


_ENTRIES: Final[Mapping[str, tuple[str, str]]] = {
    "cases": ("第{}种情形", "case {}"),
    "steps": ("第{}档（步）", "step {}"),
    "bands": ("第{}档", "band {}"),
    "groups": ("第{}类", "group {}"),
    "boxes": ("第{}框", "box {}"),
    "parts": ("第{}小框", "part {}"),
}
_TABLE: Final = "table"
"""The key of prices, which are told apart by choices of records."""
_OTHER: Final = ("第{}项", "entry {}")


@dataclass(frozen=True, slots=True)
class Walk:
    """How far the way through both texts has come."""

    place: Place
    labels: Labels
    path: tuple[Step, ...] = ()
    wording: bool = False
    renamed: Names = NO_NAMES
    """What facts and rules of the old version are called in the new one."""

    @property
    def before(self) -> Place:
        """The place in the old version."""
        return self.place.calling(self.renamed)

    def changes(self, old: nodes.Node | None, new: nodes.Node | None) -> Iterator[Change]:
        """All in which the two differ by what they mean."""
        now = meaning(new, self.place)
        # As it is written, too: a record type may be called as a fact or rule was, and has its name still.
        if now in (meaning(old, self.before), meaning(old, self.place)):
            return
        before, after = (None if node is None or is_empty(node) else node for node in (old, new))
        if _maps(before) and _maps(after) and head_of(before) == head_of(after):
            yield from self._ways(before, after) if head_of(after) else self.keys(before, after)
        elif self.place.is_section and _holds_keys(before) and _holds_keys(after):
            yield from self.keys(before, after)
        elif _lists(before) and _lists(after) and any(_maps(each) for each in (*before.items, *after.items)):
            yield from self._entries(before.items, after.items, after)
        else:
            yield self._change(old, new)

    def _ways(self, old: nodes.Mapping, new: nodes.Mapping) -> Iterator[Change]:
        """Under each option, or from each day on."""
        before, after = ({key.text: value for key, value in way_entries(node)} for node in (old, new))
        head = head_of(new)
        for name in dict.fromkeys([*after, *before]):
            below = replace(self, path=(*self.path, _way_step(head, name)))
            one, other = before.get(name), after.get(name)
            if one is None or other is None or is_empty(one) or is_empty(other):
                if _way_of(one, self.before) != _way_of(other, self.place):
                    yield replace(below, place=replace(self.place, default=None))._change(one, other)
            else:
                yield from below.changes(one, other)

    def keys(self, old: nodes.Mapping | None, new: nodes.Mapping | None) -> Iterator[Change]:
        """Key by key, of two mappings of which one may not be there."""
        before, after = ({key.text: value for key, value in node.entries} if node else {} for node in (old, new))
        for name in dict.fromkeys([*after, *before]):
            place = self.place.under(name, new if name in after else old)
            if not place.silent:
                wording = self.wording or place.wording
                step = self._key_step(place, after.get(name) or before.get(name))
                asked = new or old if name == _TABLE else None
                labels = self.labels if asked is None else self.labels.of_table(asked.get("by"))
                below = replace(self, place=place, path=(*self.path, step), wording=wording, labels=labels)
                yield from below.changes(before.get(name), after.get(name))
        if self.place.ordered_keys and old is not None and new is not None:
            kept = [name for name in before if name in after]
            if kept != (now := [name for name in after if name in before]):
                yield self._reordered(kept, now, old, new)

    def _key_step(self, place: Place, node: nodes.Node | None) -> Step:
        """A key of a model by what that is called; a name that the pack gives by its label, if it has one."""
        if place.of_model:
            return Step("key", place.key, key_label(place.model, place.key))
        label = node.get("label") if _maps(node) else None
        if isinstance(label, nodes.Scalar):
            return Step("name", place.key, Bilingual(label.text, place.key))
        known = self.labels.every if any(step.name == _TABLE for step in self.path) else PERIODS
        return Step("name", place.key, Bilingual(known.get(place.key, place.key), place.key))

    def _entries(
        self, old: Sequence[nodes.Node], new: Sequence[nodes.Node], written: nodes.Node | None
    ) -> Iterator[Change]:
        found = pairs(old, new, (self.before, self.place))
        before = dict(found)
        entry = self.place.item()
        for here, there in found:
            step = self._entry_step(new[there], there)
            yield from replace(self, place=entry, path=(*self.path, step)).changes(old[here], new[there])
        kept = {there for _, there in found}
        for here, node in enumerate(old):
            if here not in before:
                yield self._entry(node, here, entry)._change(node, None)
        for there, node in enumerate(new):
            if there not in kept:
                yield self._entry(node, there, entry)._change(None, node)
        if self.place.ordered and not in_order(found):
            was = [self._known_by(old[here], here) for here, _ in sorted(found)]
            now = [self._known_by(old[here], here) for here, _ in found]
            yield self._reordered(was, now, None, written)

    def _entry(self, node: nodes.Node, number: int, place: Place) -> Walk:
        return replace(self, place=replace(place, default=None), path=(*self.path, self._entry_step(node, number)))

    def _entry_step(self, node: nodes.Node, number: int) -> Step:
        """An entry by its name, else by its number and what it is about."""
        zh, en = (form.format(number + 1) for form in _ENTRIES.get(self.place.key, _OTHER))
        label = node.get("label") if _maps(node) else None
        called = name_of(node) or str(number + 1)
        if isinstance(label, nodes.Scalar) and label.text:
            zh, en = f"{zh}“{label.text}”", f"{en} “{label.text}”"
        elif name_of(node):
            zh, en = f"{zh} {called}", f"{en} {called}"
        return Step("entry", called, Bilingual(zh, en))

    def _known_by(self, node: nodes.Node, number: int) -> Bilingual:
        """An entry as it is called; one without a name by what it is for, too."""
        label = self._entry_step(node, number).label
        when = node.get("when") if _maps(node) and not name_of(node) and node.get("label") is None else None
        if not isinstance(when, nodes.Scalar):
            return label
        return Bilingual(f"{label.zh}（{when.text}）", f"{label.en} ({when.text})")

    def _change(self, old: nodes.Node | None, new: nodes.Node | None) -> Change:
        before, after = (_plain(node, self.place) for node in (old, new))
        sort: Sort = "added" if before is None else "removed" if after is None else "changed"
        wording = self.wording or (self.place.prose and not self.place.of_model and sort == "changed")
        return Change(sort, self.path, before, after, _span(old), _span(new), wording)

    def _reordered(
        self, before: Sequence[object], after: Sequence[object], old: nodes.Node | None, new: nodes.Node | None
    ) -> Change:
        path = self.path or (Step("key", self.place.key, key_label("", self.place.model)),)
        return Change("reordered", path, before, after, _span(old), _span(new), self.wording)


def _way_step(head: str, name: str) -> Step:
    if head == BY_DATE:
        return Step("date", name, Bilingual(f"自{name}起", f"from {name}"))
    return Step("reading", f"{head}={name}", Bilingual(f"理解 {head} 为 {name} 的", f"under {head}={name}"))


def _way_of(node: nodes.Node | None, place: Place) -> object:
    return None if node is None else way(node, place)


def _maps(node: nodes.Node | None) -> TypeGuard[nodes.Mapping]:
    return isinstance(node, nodes.Mapping)


def _lists(node: nodes.Node | None) -> TypeGuard[nodes.Sequence]:
    return isinstance(node, nodes.Sequence)


def _holds_keys(node: nodes.Node | None) -> TypeGuard[nodes.Mapping | None]:
    """Whether it is a mapping of keys of its own, or left out."""
    return node is None or (isinstance(node, nodes.Mapping) and not head_of(node))


def _span(node: nodes.Node | None) -> Span | None:
    return node.span if node is not None else None


def _plain(node: nodes.Node | None, place: Place) -> object:
    if node is not None and not is_empty(node):
        return nodes.plain(node)
    default = place.default
    return None if isinstance(default, BaseModel) or default in ([], {}, ()) else default
