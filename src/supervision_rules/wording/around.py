"""What the words nearest to a place in a fact or rule say, under the options that a pack takes."""

from __future__ import annotations

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.diagnostics import Span
from supervision_rules.language.binding import Path, TextBinder
from supervision_rules.language.quotes import folded, texts_of
from supervision_rules.language.readings import BY_READING
from supervision_rules.wording.quoting import Quoting


def own_words(binder: TextBinder, path: Path) -> list[str]:
    """What the innermost part around ``path`` quotes for itself; nothing where only the whole quotes."""
    for end in range(len(path) - 1, 0, -1):
        words = binder.at(*path[:end], "words")
        if words is not None:
            return list(map(folded, texts_of(words)))
    return []


def words_around(binder: TextBinder, path: Path) -> list[str]:
    """What the innermost part around ``path`` quotes, or else the whole."""
    words = binder.at("cite", "words")
    return own_words(binder, path) or ([] if words is None else list(map(folded, texts_of(words))))


def option_said(compiled: CompiledPack, own: Quoting, place: Span) -> str | None:
    """What is said of the option taken of the reading that the value at a place hangs on."""
    for each in own.parts:
        name = each.get(BY_READING) if place.lies_in(each.span) else None
        reading = compiled.text.readings.get(name.text) if isinstance(name, nodes.Scalar) else None
        if reading is not None:
            return reading.options[compiled.choice.options[reading.id]]
    return None
