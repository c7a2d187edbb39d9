"""Readings: where a document is open, the options, the one taken - and a pack's tree with one option of each chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from operator import is_
from typing import Final

from pydantic import Field

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.catalogue.keys import KEYS
from supervision_rules.diagnostics import NOTHING, Collector, Span, nearest
from supervision_rules.language.spec import RuleId, Spec
from supervision_rules.shape import validate

BY_READING = "by_reading"
MISSPELT: Final = 0.85
"""How like it a word must be to be taken for ``by_reading``."""
NAME: Final = re.compile(r"[a-z][a-z0-9-]*")
UNNAMED: Final = ""
"""Stands for an id or an option that cannot be made out."""


class Reading(Spec):
    """文件可作不同理解之处：各种理解，以及本包采用的一种。"""

    id: RuleId
    """理解的代号"""
    clause: str | None = None
    """出自哪一条"""
    words: str
    """可作不同理解的原话"""
    options: dict[str, str] = Field(min_length=1)
    """各种理解：代号和说明"""
    taken: str
    """本包采用哪一种"""


@dataclass(frozen=True, slots=True)
class Choice:
    """The option of each reading that an evaluation goes by."""

    options: Mapping[str, str]
    declared: Mapping[str, Reading]
    asked: bool = False
    """Whether an option other than the one taken was asked for."""


def declared_readings(tree: nodes.Mapping, diagnostics: Collector) -> dict[str, Reading]:
    """The readings that a pack declares, by id; what is wrong with them is told.

    One that is wrong is taken for what it was probably meant to be, so that what leans on it is not told as well.
    """
    found: dict[str, Reading] = {}
    for node in _section(tree):
        reading = validate(Reading, node, diagnostics) or _guessed(node)
        if reading.id in found and reading.id != UNNAMED:
            diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=reading.id, whose=NOTHING)
            found[UNNAMED] = reading.model_copy(
                update={"id": UNNAMED}
            )  # which of the two was to be called otherwise, and how, is not known
            reading = _either(found[reading.id], reading)
        if reading.taken not in reading.options:
            hint = nearest(reading.taken, reading.options)
            if reading.taken and not _is_refused(nodes.locate(node, ("taken",)).span, diagnostics):
                diagnostics.add("SR304", nodes.locate(node, ("taken",)).span, given=reading.taken, hint=hint)
            meant = hint if hint in reading.options else next(iter(reading.options))
            reading = reading.model_copy(update={"taken": meant, "options": {**reading.options, UNNAMED: ""}})
        found[reading.id] = reading
    written = tree.get("readings")
    if written is not None and not isinstance(written, nodes.Sequence):
        found[UNNAMED] = _guessed(written)  # which readings it was to declare is not known
    return found


def _either(one: Reading, other: Reading) -> Reading:
    """One of two that are called the same: what leans on it may mean either."""
    return one.model_copy(update={"options": {**one.options, **other.options, UNNAMED: ""}})


def _section(tree: nodes.Mapping) -> tuple[nodes.Node, ...]:
    """The readings as written, also under a misspelt name, which the model tells."""
    near = nearest("readings", [key.text for key, _ in tree.entries])
    section = tree.get("readings") or tree.get(near)
    return section.items if isinstance(section, nodes.Sequence) else ()


def _guessed(node: nodes.Node) -> Reading:
    """What can be made out of a reading that is not as it should be."""
    entries = node.entries if isinstance(node, nodes.Mapping) else ()
    texts = {key.text: value.text for key, value in entries if isinstance(value, nodes.Scalar)}
    groups = [value for key, value in entries if isinstance(value, nodes.Mapping) and nearest(key.text, ("options",))]
    options = {key.text: "" for group in groups for key, _ in group.entries}
    taken, name = texts.get("taken", ""), texts.get("id", "")
    return Reading.model_construct(
        id=name if NAME.fullmatch(name) else UNNAMED,
        words="",
        options={**options, UNNAMED: ""},
        taken=taken if taken in options else UNNAMED,
    )


def choose(tree: nodes.Node, choice: Choice, diagnostics: Collector) -> nodes.Node:
    """``tree`` with every ``by_reading`` replaced by the value under the option chosen; itself where there is none."""
    if isinstance(tree, nodes.Sequence):
        items = tuple(choose(item, choice, diagnostics) for item in tree.items)
        return tree if all(map(is_, items, tree.items)) else nodes.Sequence(items, tree.span)
    if not isinstance(tree, nodes.Mapping):
        return tree
    if _by_reading(tree, diagnostics) is not None:
        picked = _pick(tree, choice, diagnostics)
        return choose(picked, choice, diagnostics) if picked is not None else nodes.Scalar(None, "", True, tree.span)
    values = [choose(value, choice, diagnostics) for _, value in tree.entries]
    if all(value is old for value, (_, old) in zip(values, tree.entries, strict=True)):
        return tree
    return nodes.Mapping(tuple((key, value) for value, (key, _) in zip(values, tree.entries, strict=True)), tree.span)


def _by_reading(node: nodes.Mapping, diagnostics: Collector | None = None) -> nodes.Scalar | None:
    """The key of a mapping that depends on a reading: its first, which is told if it is misspelt."""
    if not node.entries:
        return None
    key = node.entries[0][0]
    if key.text == BY_READING:
        return key
    if not _is_like_it(key.text):
        return node.key(BY_READING)
    if diagnostics is not None:
        diagnostics.add("SR103", key.span, name=key.text, suggestion=BY_READING)
    return key


@lru_cache(maxsize=1_000)
def _is_like_it(word: str) -> bool:
    return bool(get_close_matches(word, (BY_READING,), cutoff=MISSPELT))


def _pick(node: nodes.Mapping, choice: Choice, diagnostics: Collector) -> nodes.Node | None:
    """The value under the option chosen, or under what was probably meant, where that cannot be told."""
    head = _by_reading(node)
    values = {key.text: (key, value) for key, value in node.entries if key is not head}
    name = node.get(head.text) if head else None
    reading = choice.declared.get(name.text) if isinstance(name, nodes.Scalar) else None
    if reading is None:
        given = name.text if isinstance(name, nodes.Scalar) else ""
        hint, place = nearest(given, choice.declared), name.span if name else node.span
        if UNNAMED not in choice.declared and not _is_refused(place, diagnostics):
            diagnostics.add("SR305", place, given=given, hint=hint)
        if hint in choice.declared and choice.options[hint] in values:
            return values[choice.options[hint]][1]
    else:
        if UNNAMED not in reading.options:
            _settle(values, reading, node, diagnostics)
        found = values.get(choice.options[reading.id])
        if found is not None:
            return found[1]
    return next((value for _, value in values.values()), None)


def _is_refused(place: Span, diagnostics: Collector) -> bool:
    """Whether what stands there has been told to be no proper text."""
    spans = (found.span for found in diagnostics if found.code.startswith("SR0"))
    return any(
        span is not None
        and span.source == place.source
        and (place.line, place.column) <= (span.line, span.column)
        and (span.line, span.column) <= (place.end_line, place.end_column)
        for span in spans
    )


def _settle(
    values: dict[str, tuple[nodes.Scalar, nodes.Node]], reading: Reading, node: nodes.Mapping, diagnostics: Collector
) -> None:
    """Tell the options that are unknown or left out; a misspelt one is put under its proper name."""
    lacking = [option for option in reading.options if option not in values]
    refused = {found.span for found in diagnostics if found.code == "SR011"}
    unknown = [option for option in values if option not in reading.options and values[option][0].span not in refused]
    for option in unknown:
        hint = lacking[0] if len(lacking) == len(unknown) == 1 else nearest(option, reading.options)
        level = _TOO_DEEP if option in KEYS and not lacking else NOTHING
        diagnostics.add("SR307", values[option][0].span, reading=reading.id, given=option, hint=hint, level=level)
        values.setdefault(hint, values.pop(option))
    for option in reading.options:
        if option not in values:
            diagnostics.add("SR306", node.span, reading=reading.id, option=option)


def leaning(node: nodes.Node) -> Iterator[str]:
    """The readings that parameters anywhere in ``node`` depend on."""
    if isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from leaning(item)
    elif isinstance(node, nodes.Mapping):
        name = node.get(BY_READING)
        if isinstance(name, nodes.Scalar):
            yield name.text
        for _, value in node.entries:
            yield from leaning(value)


def leaning_at(node: nodes.Node | None, *path: str) -> frozenset[str]:
    """The readings that the value at ``path`` depends on, that of a whole that it is part of included."""
    if not isinstance(node, nodes.Mapping) or not path or node.key(BY_READING) is not None:
        return frozenset(leaning(node)) if node is not None else frozenset()
    return leaning_at(node.get(path[0]), *path[1:])


def ways_to(
    node: nodes.Node, choice: Choice, given: tuple[tuple[str, str], ...] = ()
) -> Iterator[tuple[tuple[str, str], ...]]:
    """For each value in ``node`` under an option not taken, the options that lead to it; ``given`` lead to ``node``."""
    name = node.get(BY_READING) if isinstance(node, nodes.Mapping) else None
    reading = choice.declared.get(name.text) if isinstance(name, nodes.Scalar) else None
    if reading is None:
        below = node.items if isinstance(node, nodes.Sequence) else ()
        for each in below if not isinstance(node, nodes.Mapping) else (value for _, value in node.entries):
            yield from ways_to(each, choice, given)
        return
    known = dict(given).get(reading.id)
    for key, value in node.entries if isinstance(node, nodes.Mapping) else ():
        option = key.text
        if option in reading.options and known in (None, option):
            taken = option == choice.options[reading.id]
            under = given if known is not None or taken else (*given, (reading.id, option))
            if under != given:
                yield under
            yield from ways_to(value, choice, under)


def keys_by_reading(node: nodes.Node) -> Iterator[nodes.Scalar]:
    """Where in ``node`` a value depends on a reading."""
    if isinstance(node, nodes.Mapping):
        key = node.key(BY_READING)
        if key is not None:
            yield key
        for _, value in node.entries:
            yield from keys_by_reading(value)
    elif isinstance(node, nodes.Sequence):
        for item in node.items:
            yield from keys_by_reading(item)


_TOO_DEEP: Final = Bilingual(
    "；要是写的是外面那一项的，行首少空几格，和它的其他各行对齐",
    "; if it is a key of what lies around, begin its line further left, with its others",
)
