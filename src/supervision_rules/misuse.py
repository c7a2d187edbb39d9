"""What a programmer handed in where something else belongs, in a few words."""

from __future__ import annotations

from typing import Final, get_args

from supervision_rules.catalogue import Lang

_LONGEST: Final = 200
"""How many characters of what was handed in are shown; of a longer one it is said what it is."""


def shown(given: object) -> str:
    """What was handed in, as a program writes it; if that is long, as a whole pack, its type."""
    text = repr(given)
    return text if len(text) <= _LONGEST else f"a {type(given).__name__}"


def check_lang(lang: object) -> None:
    """Whether messages are written in this language.

    Raises:
        ValueError: they are not.
    """
    if lang not in get_args(Lang):
        raise ValueError(f"lang is {' or '.join(map(repr, get_args(Lang)))}, not {shown(lang)}")
