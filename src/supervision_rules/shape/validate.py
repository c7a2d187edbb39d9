"""A tree held against a pydantic model: every error a diagnostic at its place in the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from collections.abc import Mapping as Words
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from supervision_rules.catalogue import Bilingual, Severity
from supervision_rules.catalogue.shape import CHOICE_LABELS, WHOLE
from supervision_rules.diagnostics import NOTHING, Collector, Span, listed, named
from supervision_rules.nodes import Mapping, Node, Scalar, Sequence, locate, plain
from supervision_rules.shape.branches import merge
from supervision_rules.shape.known import ALIKE_KEYS, fields_at, kinds_with, labels_of, nearest, value_labels
from supervision_rules.shape.places import Fault, fault, first_key, key_at, spot
from supervision_rules.shape.words import CHOICES, choices, phrase, shown

OF_ALL: Final = ("too_short", "too_long")
LACKING: Final = ("SR151", "SR159", "SR166")
"""What a mapping lacks as a whole."""
OF_KEYS: Final = ("extra_forbidden", "union_tag_invalid", "union_tag_not_found")
"""What is wrong with a key of a mapping, or wanting there."""
ITEM: Final = ("section", "place")
"""The steps of a path to an item of a section."""
CODE: Final = re.compile(r"SR[0-9]{3}")
"""What a check of our own calls a fault."""
M = TypeVar("M", bound=BaseModel)
Told = tuple[str, Span, dict[str, object]]


def validate(model: type[M], node: Node, diagnostics: Collector) -> M | None:
    """The tree as an instance of ``model`` (strict by its own configuration, see ``Shape``), or None."""
    try:
        return model.model_validate(plain(node))
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
    faults = merge([fault(each, node) for each in details])
    told = _renamed(faults, [_told(each, model, node) for each in faults])
    meant = {(span, words["suggestion"]) for code, span, words in told if code == "SR103"}
    refused = _refused(diagnostics, node.span.source)
    for each, (code, span, words) in zip(faults, told, strict=True):
        if not _known_cause(each, node, span, refused) and not _misspelt(each, node, meant):
            diagnostics.add(code, span, **words)
    return None


def _told(each: Fault, model: type[BaseModel], node: Node) -> Told:
    """Code, place and words of a fault."""
    if each.missing is not None or each.type == "union_tag_not_found":
        return _missing(each, model, node)
    if each.type == "extra_forbidden":
        return _unknown_key(each, model, node)
    if each.type in CHOICES:
        return _choice(each, model, node)
    value = _left_open(each, node) or _refused_node(each, node)
    code, words = phrase(each, value)
    if code == "SR110":
        keys = fields_at(model, node, each.path)
        words = {**words, "keys": listed(keys), "mend": _with_colon(value, keys)}
    return code, value.span, dict(words)


def _with_colon(value: Node, keys: Iterable[str]) -> str:
    """A text that begins with one of the keys, with the colon that is missing behind it."""
    key, blank, rest = value.text.partition(" ") if isinstance(value, Scalar) else ("", "", "")
    return f"{key}: {rest.strip()}" if blank and key in keys else NOTHING


def _left_open(each: Fault, node: Node) -> Node | None:
    """Of the keys of which one is wanted, that which is written with nothing behind it."""
    owner = locate(node, each.path)
    keys = str(each.words.get("keys", "")).split("、") if each.type == "SR159" and isinstance(owner, Mapping) else []
    values = (owner.get(key) for key in keys) if isinstance(owner, Mapping) else iter(())
    return next((value for value in values if isinstance(value, Scalar) and value.value is None), None)


def _refused_node(each: Fault, node: Node) -> Node:
    """The value that a fault is about; the key, where that is what may not be written."""
    value = locate(node, each.path)
    of_key = each.labels and each.labels[-1].name == "[key]"
    return key_at(node, each.path) or value if of_key else value


def _renamed(faults: list[Fault], told: list[Told]) -> list[Told]:
    """The one unknown key of a mapping in which one key is missing is told as that one, misspelt."""
    missing, unknown = defaultdict(list), defaultdict(list)
    for place, (each, (code, _, words)) in enumerate(zip(faults, told, strict=True)):
        if code == "SR101":
            missing[each.path].append(words["name"])
        elif (code == "SR102" and words["whole"] == NOTHING) or code == "SR103":
            unknown[each.path[:-1]].append(place)
    for path, places in unknown.items():
        code, span, words = told[places[0]]
        swapped = sorted(str(words["name"])) == sorted("".join(map(str, missing[path])))
        if len(places) == len(missing[path]) == 1 and (code == "SR102" or swapped):
            told[places[0]] = "SR103", span, {"name": words["name"], "suggestion": missing[path][0]}
    return told


def _missing(each: Fault, model: type[BaseModel], node: Node) -> Told:
    if isinstance(each.missing, int):
        return "SR118", spot(node, each.path), {"limit": each.missing + 1}
    name = each.missing or str(each.words["discriminator"]).strip("'")
    misspelt = None if each.missing else _key_like(name, locate(node, each.path), fields_at(model, node, each.path))
    if misspelt is not None:
        return "SR103", misspelt.span, {"name": misspelt.text, "suggestion": name}
    return "SR101", first_key(node, each.path), {"name": name}


def _key_like(name: str, node: Node, known: Container[str]) -> Scalar | None:
    """The key of a mapping that was probably meant to be ``name``; one that is ``known`` was meant as it is."""
    keys = [key for key, _ in node.entries if key.text not in known] if isinstance(node, Mapping) else []
    return next((key for key in keys if nearest(key.text, (name,))), None)


def _unknown_key(each: Fault, model: type[BaseModel], node: Node) -> Told:
    name, fields = str(each.path[-1]), fields_at(model, node, each.path[:-1])
    owner = locate(node, each.path[:-1])
    written = {key.text for key, _ in owner.entries} if isinstance(owner, Mapping) else set[str]()
    free = [field for field in fields if field not in written]
    kinds = kinds_with(name, model, node, each.path[:-1])
    alike = ALIKE_KEYS[name] if ALIKE_KEYS.get(name) in free else ""
    # A key of another kind is no misspelling of one of this kind that looks like it.
    near = alike or ("" if kinds else nearest(name, free, labels_of(fields)))
    key = key_at(node, each.path)
    span = key.span if key else spot(node, each.path)
    whole = _whole_with(name, model, node, each.path[:-1])
    if whole is not None:
        return "SR102", span, {"name": name, "whole": whole, "allowed": NOTHING, "kinds": NOTHING}
    if near:
        return "SR103", span, {"name": name, "suggestion": near}
    return (
        "SR102",
        span,
        {
            "name": name,
            "whole": NOTHING,
            "allowed": ", ".join(fields),
            "kinds": named(Bilingual(f"{CHOICE_LABELS[each]}（{each}）", each) for each in kinds),
        },
    )


def _whole_with(name: str, model: type[BaseModel], node: Node, path: tuple[str | int, ...]) -> Bilingual | None:
    """The rule or fact as a whole, if a part of it has a key that belongs to it."""
    is_below = len(path) > len(ITEM) and name in fields_at(model, node, path[: len(ITEM)])
    return WHOLE.get(str(path[0])) if is_below else None


def _choice(each: Fault, model: type[BaseModel], node: Node) -> Told:
    path, value, allowed = each.path, _refused_node(each, node), choices(each)
    if each.type == "union_tag_invalid":
        path = (*path, str(each.words["discriminator"]).strip("'"))
        value = locate(node, path)
    field = fields_at(model, node, path[:-1]).get(str(path[-1])) if path else None
    given = value.text if isinstance(value, Scalar) else ""
    labels = {code: CHOICE_LABELS[code] for code in allowed if code in CHOICE_LABELS}
    near = nearest(given, allowed, {label: code for code, label in labels.items()} | value_labels(field))
    if isinstance(value, Scalar) and value.value is None:
        return "SR122", value.span, {}
    if near:
        return "SR105", value.span, {"given": shown(value), "suggestion": near}
    return "SR104", value.span, {"given": shown(value), "allowed": _allowed(allowed, labels)}


def _allowed(codes: list[str], labels: Words[str, str]) -> Bilingual:
    """What may be written, in Chinese with what it means where all have a label."""
    named = [f"{code}＝{labels[code]}" for code in codes if code in labels]
    return Bilingual(listed(named if len(named) == len(codes) else codes), listed(codes))


def _refused(diagnostics: Collector, source: str) -> list[Span]:
    """The places that an earlier stage refused already."""
    errors = (each for each in diagnostics if each.severity is Severity.ERROR)
    return [each.span for each in errors if each.span and each.span.source == source]


def _known_cause(each: Fault, node: Node, span: Span, refused: list[Span]) -> bool:
    """Whether the cause is told already: the value or key was refused, or a key beside the missing one.

    What is wrong with a list as a whole may come of an item that was refused.
    """
    places = [span]
    owner, key = locate(node, each.path), key_at(node, each.path)
    if key is not None and key.plain and key.text == "<<":
        return True
    if isinstance(owner, Sequence) and (each.type in OF_ALL or CODE.fullmatch(each.type)):
        places = [owner.span]
    elif each.missing is not None and isinstance(owner, Mapping):
        places = [key.span for key, _ in owner.entries]
    elif isinstance(owner, Mapping) and each.type in LACKING:
        places = [value.span for _, value in owner.entries if isinstance(value, Scalar)]
    elif not isinstance(owner, Scalar) and each.type not in OF_KEYS:
        return False
    return any(_begins_in(place, reason) for place in places for reason in refused)


def _begins_in(place: Span, reason: Span) -> bool:
    begin = (reason.line, reason.column)
    return (place.line, place.column) <= begin <= (place.end_line, place.end_column)


def _misspelt(each: Fault, node: Node, meant: set[tuple[Span, object]]) -> bool:
    """Whether a missing key is there under a misspelt name, which has been told."""
    owner = locate(node, each.path)
    keys: Iterator[Scalar] = (key for key, _ in owner.entries) if isinstance(owner, Mapping) else iter(())
    return each.missing is not None and any((key.span, each.missing) in meant for key in keys)
