"""The part of a pack that is sound where another is wrong, so that one run tells what is wrong in both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from supervision_rules import nodes
from supervision_rules.catalogue import CODES, Severity
from supervision_rules.compiler.cutting import (
    NAMING,
    UNKNOWN,
    Path,
    cut,
    empty,
    filled,
    keys_in,
    mended,
    names_in,
    part_at,
    path_to,
    path_to_key,
    values_under,
)
from supervision_rules.compiler.strange import part_around, spans_in_doubt
from supervision_rules.compiler.undeclared import fields_of_scales, undeclared
from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.kinds import KINDS
from supervision_rules.language.dates import on_day
from supervision_rules.language.fact_spec import FactSpec
from supervision_rules.language.lost import LACKING, Lost
from supervision_rules.language.readings import Choice, choose
from supervision_rules.pack import PackText
from supervision_rules.shape import validate

LISTS: Final = ("facts", "rules")
"""The sections of which each item is judged as far as it can be."""
HOLDING: Final[tuple[Path, ...]] = (("boxes",), ("parts",))
"""What lists the boxes of a rule, into which others give their points."""
WORD: Final = re.compile(r"[a-z][a-z0-9_-]*")
HEAD: Final[Mapping[str, nodes.Value]] = MappingProxyType(
    {"pack": "unknown", "label": UNKNOWN, "version": "0.0.0", "language": 1}
)
_READ_ALL_THE_SAME: Final = frozenset(("SR003", "SR008", "SR043", "SR044", "SR045", "SR504", "SR505", "SR507", "SR509"))
"""Faults after which the text is read, or the declaration used, as it was meant."""
_DECIDING: Final = ("kind", "window", "into")
"""The keys of a fact or rule without which nothing can be said of it, or of those that it goes with."""
_TELLING: Final = ("label", "severity", "note", "readings", "acts", "copies", "consequence", "lead", "code", "outcome")
"""The keys of a rule, a step or a case on which nothing else of it hangs."""
_WORDS: Final = ("cite", "words", "unquoted")
_TYPELESS: Final = ("label", "cite", "unquoted", "where", "via", "by", "window", "among", "if_zero")
"""The keys of a fact on which the type of its value does not hang."""


def stops(found: Diagnostic) -> bool:
    """Whether what a problem is about cannot be used as it is: its text, its form, a declaration of records."""
    return (
        found.code[:3] in ("SR0", "SR1", "SR5")
        and found.code not in _READ_ALL_THE_SAME
        and CODES[found.code].severity is Severity.ERROR
        and not (found.code == "SR015" and found.params["found"] not in NAMING)  # the first of two is read
    )


def sound_part(text: PackText, faults: Iterable[Diagnostic], choice: Choice) -> PackText | None:
    """The pack without what is wrong in it; None if there is nothing more to leave out."""
    located = [found for found in faults if found.span is not None]
    tree, mends = mended(text.tree, _meant(located, "SR103"), _meant(located, "SR105"))
    assert isinstance(tree, nodes.Mapping)  # as it was
    cutter = _Cutter(tree, choice, lost=Lost(guessed=frozenset(values_under(tree, mends))))
    for found in located:
        if found.span not in mends or cutter.is_of_another_kind(found):
            cutter.add(found)
    cutter.cut_items()
    cutter.cut_scales()
    smaller = _completed(cutter.result())
    if not mends and smaller == text.tree:
        return None
    return replace(text, tree=smaller, lost=text.lost | cutter.lost)


def _meant(faults: Iterable[Diagnostic], code: str) -> dict[Any, str]:
    return {found.span: str(found.params["suggestion"]) for found in faults if found.code == code}


def _completed(tree: nodes.Mapping) -> nodes.Mapping:
    """The pack with all that it cannot be without."""
    place = empty(tree.span)
    sections: dict[str, nodes.Node] = {"document": nodes.Mapping((), place), "rules": nodes.Sequence((), place)}
    lacking = ((name, node) for name, node in sections.items() if tree.get(name) is None)
    added = ((nodes.Scalar(name, name, True, place), node) for name, node in lacking)
    whole = [
        (key, filled(value, {"title": UNKNOWN, "issuer": UNKNOWN}))
        if key.text == "document" and isinstance(value, nodes.Mapping)
        else (key, value)
        for key, value in (*tree.entries, *added)
    ]
    return filled(nodes.Mapping(tuple(whole), tree.span), HEAD)


@dataclass(slots=True)
class _Cutter:
    """Gathers what is to be left out of a pack, and what is lost by that."""

    tree: nodes.Mapping
    choice: Choice
    gone: set[Path] = field(default_factory=set)
    stood_in: set[Path] = field(default_factory=set)
    items: dict[Path, set[Path]] = field(default_factory=lambda: defaultdict(set))
    """What is wrong in each fact and rule, by paths within it."""
    strange: set[Path] = field(default_factory=set)
    """What stands under a key that there is not."""
    lost: Lost = field(default_factory=Lost)

    def add(self, found: Diagnostic) -> None:
        """Leave out the least that what was found has in it."""
        assert found.span is not None  # the caller has looked
        path = self._path(found)
        match path:
            case ():
                pass  # nothing that could be left out
            case ("facts" | "rules" as section, int(index), *within):
                self.items[(section, index)].add(tuple(within))
                if found.code == "SR102":
                    self.strange.add(path)
                    self._lose(wordless=frozenset(spans_in_doubt(self._at(path[:2]), tuple(within))))
            case ("readings" | "not_computable" | "document" | "conventions" as section, _, *_):
                self.gone.add(path[:2])
                self._lose(open=frozenset((section,)) - {"readings"})
            case ("records", _, *_):
                self._lose_declaration(path)
                if found.code == "SR503":
                    self._lose(refused=frozenset((str(found.params["name"]),)))
            case (str(section), *_):
                if found.code != "SR015":  # else the first of two is as good as any
                    self._leave_out((section,))
                    self._lose(names=frozenset(keys_in(self._at((section,)))))  # record types, if they are meant
                self._lose(open=frozenset((section,)))

    def _path(self, found: Diagnostic) -> Path:
        assert found.span is not None  # the caller has looked
        path = path_to(self.tree, found.span)
        if found.code == "SR101":  # it is told at the first key beside the missing one
            return (*path[:-1], str(found.params["name"]))
        if found.code == "SR015":  # of the two, the first is in the tree
            return path_to_key(self.tree, str(found.params["found"]), int(str(found.params["line"]))) or path
        return path

    def is_of_another_kind(self, found: Diagnostic) -> bool:
        """Whether a rule is hardly of the kind that its kind was taken for."""
        path = self._path(found)
        rule = self._at(path[:2])
        model = _model_of(rule) if path[:1] == ("rules",) and path[2:] == ("kind",) else None
        ear = Collector()
        if found.code == "SR105" and model is not None:
            validate(model, on_day(choose(rule, self.choice, Collector())), ear)
        return ear.failed

    def cut_items(self) -> None:
        """Leave out of each faulty fact and rule what is wrong in it, or all of it, where it cannot be without."""
        for place, paths in self.items.items():
            if any(path[-1:] in HOLDING and not _lists(part_at(self._at(place), path)) for path in paths):
                self._lose(nameless=frozenset((str(place[0]),)))
            ways = [self._least(place, path) for path in paths]
            parts = [way for way in ways if way is not None]
            if len(parts) < len(ways):
                self._leave_out(place)
                continue
            for path, needed in parts:
                (self.stood_in if needed else self.gone).add((*place, *path))
                self._lose_part(place, path, needed)

    def cut_scales(self) -> None:
        """A field whose choices are a scale that is left out is left out with it."""
        scales = {path[2] for path in self.gone if path[:2] == ("records", "scales") and len(path) > 2}
        for path in fields_of_scales(self.tree, scales):
            self._lose_declaration(path)

    def result(self) -> nodes.Mapping:
        """The pack without what is left out."""
        tree = cut(self.tree, self.gone, self.stood_in)
        assert isinstance(tree, nodes.Mapping)  # its root is never left out
        return tree

    def _at(self, path: Path) -> nodes.Node:
        return nodes.locate(self.tree, path)

    def _lose(self, **what: frozenset[Any]) -> None:
        self.lost |= Lost(**what)

    def _leave_out(self, path: Path) -> None:
        self.gone.add(path)
        part = self._at(path)
        self._lose(names=frozenset(names_in(part)))
        if path[0] in LISTS and not isinstance(part_at(part, ("id",)), nodes.Scalar):
            self._lose(nameless=frozenset((str(path[0]),)))

    def _least(self, place: Path, path: Path) -> tuple[Path, bool] | None:
        """The least part of an item around ``path`` that its model can be without, or with something in its place,
        which of the two is said; None for the item itself."""
        item = self._at(place)
        model = FactSpec if place[0] == "facts" else _model_of(item)
        if model is None or path[:1] == () or path[0] in _DECIDING:
            return None
        before = self._lacks(model, item)
        while path:
            written = part_at(item, path)
            if written is not None and self._lacks(model, cut(item, {path})) <= before:
                return path, False
            if isinstance(path[-1], str):
                candidate = cut(item, (), {path})
                stood_in = part_at(candidate, path)
                lacks = self._lacks(model, candidate, stood_in)
                if lacks < before or (written is not None and lacks <= before):
                    return path, True
            path = path[:-1]
        return None

    def _lacks(self, model: type[BaseModel], item: nodes.Node, part: nodes.Node | None = None) -> set[tuple[Any, ...]]:
        """What an item lacks for its model; and what is wrong with a part of it."""
        ear = Collector()
        validate(model, on_day(choose(item, self.choice, Collector())), ear)
        inside = part.span if part is not None else None
        return {
            (found.code, found.span, *found.params.values())
            for found in ear
            if found.code in LACKING or (inside is not None and found.span is not None and found.span.lies_in(inside))
        }

    def _lose_part(self, place: Path, path: Path, needed: bool) -> None:
        """What goes with a part of an item, which has something else in its place if it is ``needed``."""
        item, span = self._at(place), frozenset((self._at(place).span,))
        part = part_at(item, path)
        owner = nodes.locate(item, path[:-1])
        if needed:
            self._lose(stood_in=frozenset((part.span if part is not None else empty(owner.span),)))
        if part is not None:
            under = nodes.Mapping(tuple(entry for entry in _entries(owner) if entry[1] is part), part.span)
            self._lose(names=frozenset(names_in(under if isinstance(path[-1], str) else part)))
        if path[-1] in NAMING:
            meant = WORD.match(part.text.lower()) if isinstance(part, nodes.Scalar) else None
            self._lose(nameless=frozenset((str(place[0]),)), names=frozenset((meant[0],) if meant else ()))
        if not any(step in (*_TELLING, *_WORDS) for step in path):
            around = part_around(item, path) if (*place, *path) in self.strange else None
            self._lose(**{"loose": span} if around is None else {"loose": frozenset((around,)), "patchy": span})
        if any(step in _WORDS for step in path) or _has_words(part):
            self._lose(wordless=span)
        if place[0] == "facts" and path[0] not in _TYPELESS:
            name = part_at(item, ("id",))
            self._lose(untyped=frozenset((name.text,)) if isinstance(name, nodes.Scalar) else frozenset())

    def _lose_declaration(self, path: Path) -> None:
        """A part of the record types."""
        part, lost = undeclared(self.tree, path)
        self.gone.add(part)
        self.lost |= lost


def _model_of(item: nodes.Node) -> type[BaseModel] | None:
    """The model of a rule, by its kind; None where that is not known."""
    kind = item.get("kind") if isinstance(item, nodes.Mapping) else None
    return KINDS[kind.text].model if isinstance(kind, nodes.Scalar) and kind.text in KINDS else None


def _lists(part: nodes.Node | None) -> bool:
    return isinstance(part, nodes.Sequence)


def _entries(node: nodes.Node) -> tuple[tuple[nodes.Scalar, nodes.Node], ...]:
    return node.entries if isinstance(node, nodes.Mapping) else ()


def _has_words(part: nodes.Node | None) -> bool:
    return isinstance(part, nodes.Mapping) and any(part.get(name) is not None for name in _WORDS)
