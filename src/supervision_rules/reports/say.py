"""The fixed texts of the catalogue, filled with words."""

from __future__ import annotations

from supervision_rules.catalogue import Lang
from supervision_rules.catalogue.interface import TEXTS


def say(key: str, lang: Lang, **words: object) -> str:
    """A fixed text in one language."""
    return TEXTS[key][lang].format_map(words)
