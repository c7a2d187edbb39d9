"""What an editor offers to write under a key, where it cannot find that for itself.

It looks for that beside the key, and not within conditions, which is where values stand that may depend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from supervision_rules.catalogue import Lang
from supervision_rules.editor.alternatives import NOTHING, Schema, alternatives
from supervision_rules.records import shared_vocabulary

OFFERS: Final = "defaultSnippets"


def skeleton(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """For a mapping the keys that must be written; nothing where it may be something else, or needs no key."""
    members = [each for each in alternatives(schema) if each != NOTHING]
    name = members[0].get("$ref", "").removeprefix("#/$defs/") if len(members) == 1 else ""
    model = definitions.get(name, {})
    keys = ", ".join(f"{key}: ${number}" for number, key in enumerate(model.get("required", ()), 1))
    return {OFFERS: [{"label": model["title"], "body": f"{{{keys}}}"}]} if keys else {}


def words(members: Iterable[Schema]) -> Schema:
    """Of a choice its words, each with what it means."""
    offers = [
        {"label": str(word), "body": word, **({"description": told} if told else {})}
        for member in members
        for word, told in zip(_words(member), member.get("enumDescriptions") or [""] * len(_words(member)), strict=True)
    ]
    return {OFFERS: offers} if offers else {}


def _words(member: Schema) -> list[object]:
    return [member["const"]] if "const" in member else list(member.get("enum", ()))


def record_types(lang: Lang, *, kinds: bool) -> Schema:
    """The types of the shared vocabulary, and the kinds of them; a pack may have others."""
    named = _types_and_kinds(lang) if kinds else _types(lang)
    return {OFFERS: [{"label": f"{name} {label}", "body": name} for name, label in named]}


def _types(lang: Lang) -> Iterator[tuple[str, str]]:
    return ((name, spec.title.said(lang)) for name, spec in shared_vocabulary().types.items())


def _types_and_kinds(lang: Lang) -> Iterator[tuple[str, str]]:
    for name, label in _types(lang):
        yield name, label
        kinds = shared_vocabulary().types[name].kinds or {}
        yield from ((kind, f"{label} {word}" if lang == "zh" else label) for kind, word in kinds.items())
