"""Days of the document under an option whose words state another day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler import CompiledPack
from supervision_rules.compiler.written import differing, mappings
from supervision_rules.diagnostics import Collector
from supervision_rules.language.days_said import days_said
from supervision_rules.language.quotes import folded
from supervision_rules.language.readings import BY_READING
from supervision_rules.shape import read_day

_YEAR: Final = re.compile(r"(\d{4})\s*年")


def tell_days(compiled: CompiledPack, diagnostics: Collector) -> None:
    """Tell the days that are not those that the words of their option state; where these state years, the years."""
    written = compiled.text.tree.get("document")
    for differs in differing(written) if written is not None else ():
        name = differs.get(BY_READING)
        reading = compiled.text.readings.get(name.text) if isinstance(name, nodes.Scalar) else None
        options = {} if reading is None else reading.options
        for option, value in differs.entries:
            words = options.get(option.text, "")
            said = tuple(_said(words))
            for place in _days_in(value) if said else ():
                if not place.text.startswith(said):
                    diagnostics.add("SR176", place.span, found=place.text, words=words)


def _said(words: str) -> frozenset[str]:
    """The days that some words state, as they are written in a pack; the years, where they state no day."""
    return days_said(words) or frozenset(_YEAR.findall(folded(words)))


def _days_in(value: nodes.Node) -> Iterator[nodes.Scalar]:
    within = (each for part in mappings(value) for _, each in part.entries)
    for each in (value, *within):
        if isinstance(each, nodes.Scalar) and read_day(each.text) is not None:
            yield each
