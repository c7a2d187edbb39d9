"""Readings: where a document is open, the options, the one taken - and a pack's tree with one option of each chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from supervision_rules import nodes
from supervision_rules.diagnostics import Collector, nearest
from supervision_rules.language.spec import RuleId, Spec
from supervision_rules.shape import validate

BY_READING = "by_reading"


class Reading(Spec):
    """文件可作不同理解之处：各种理解，以及本包采用的一种。"""

    id: RuleId
    """理解的代号"""
    clause: str | None = None
    """出自哪一条"""
    words: str
    """可作不同理解的原话"""
    options: dict[str, str]
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
    """The readings that a pack declares, by id; what is wrong with them is told."""
    section = tree.get("readings")
    items = section.items if isinstance(section, nodes.Sequence) else ()
    found: dict[str, Reading] = {}
    for node in items:
        reading = validate(Reading, node, diagnostics)
        if reading is None:
            continue
        if reading.id in found:
            diagnostics.add("SR303", nodes.locate(node, ("id",)).span, what=reading.id)
        if reading.taken not in reading.options:
            hint = nearest(reading.taken, reading.options)
            diagnostics.add("SR304", nodes.locate(node, ("taken",)).span, given=reading.taken, hint=hint)
        found[reading.id] = reading
    return found


def choose(tree: nodes.Node, choice: Choice, diagnostics: Collector) -> nodes.Node:
    """``tree`` with every ``by_reading`` replaced by the value under the option chosen."""
    if isinstance(tree, nodes.Sequence):
        return nodes.Sequence(tuple(choose(item, choice, diagnostics) for item in tree.items), tree.span)
    if not isinstance(tree, nodes.Mapping):
        return tree
    if tree.get(BY_READING) is not None:
        picked = _pick(tree, choice, diagnostics)
        return choose(picked, choice, diagnostics) if picked is not None else nodes.Scalar(None, "", True, tree.span)
    return nodes.Mapping(tuple((key, choose(value, choice, diagnostics)) for key, value in tree.entries), tree.span)


def _pick(node: nodes.Mapping, choice: Choice, diagnostics: Collector) -> nodes.Node | None:
    name = node.get(BY_READING)
    reading = choice.declared.get(name.text) if isinstance(name, nodes.Scalar) else None
    if reading is None or not isinstance(name, nodes.Scalar):
        given = name.text if isinstance(name, nodes.Scalar) else ""
        place = name.span if name is not None else node.span
        diagnostics.add("SR305", place, given=given, hint=nearest(given, choice.declared))
        return None
    written = {key.text: key for key, _ in node.entries if key.text != BY_READING}
    for option in reading.options.keys() - written.keys():
        diagnostics.add("SR306", node.span, reading=reading.id, option=option)
    for option in written.keys() - reading.options.keys():
        hint = nearest(option, reading.options)
        diagnostics.add("SR307", written[option].span, reading=reading.id, given=option, hint=hint)
    return node.get(choice.options[reading.id])


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
