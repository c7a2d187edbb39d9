"""A text without what differs from copy to copy: the width of signs, brackets, quotation marks, white space."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final
from unicodedata import category, normalize

_ALIKE: Final = MappingProxyType(
    {ord(each): sign for signs, sign in (
        ("“”‘’„‟＂＇'「」『』〝〞", '"'),
        ("〔［【〖[{", "("),
        ("〕］】〗]}", ")"),
        ("《〈", "<"),
        ("》〉", ">"),
        ("–—―−‐‑~～〜", "-"),
        ("•‧・∙", "·"),
    ) for each in signs}
)  # fmt: skip
_UNSEEN: Final = ("Cf", "Cc", "Zs", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, and of each of its signs the place of the one that it was made from."""

    text: str
    places: tuple[int, ...]


def fold(text: str) -> Folded:
    """``text`` with all widths, brackets, quotation marks and dashes alike, and no white space."""
    signs, places = list[str](), list[int]()
    for place, sign in enumerate(text):
        for each in normalize("NFKC", sign):
            if category(each) not in _UNSEEN:
                signs.append(each.translate(_ALIKE))
                places.append(place)
    return Folded("".join(signs), tuple(places))
