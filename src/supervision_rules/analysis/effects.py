"""Points that are added although the words deduct them, or deducted although they add."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.analysis.written import mappings
from supervision_rules.catalogue import Bilingual
from supervision_rules.diagnostics import Collector
from supervision_rules.language.quotes import texts_of

_WORDS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "add": re.compile(r"[加奖][^，。；,;扣减]{0,8}?分|分[^，。；,;]{0,4}加分"),
        "deduct": re.compile(r"[扣减罚][^，。；,;]{0,10}?分|倒扣"),
    }
)
"""How words say that points are added, or deducted."""
_OTHER: Final = MappingProxyType({"add": "deduct", "deduct": "add"})
_CALLED: Final = MappingProxyType({"add": Bilingual("加分", "adds"), "deduct": Bilingual("扣分", "deducts")})


def tell_effects(tree: nodes.Mapping, diagnostics: Collector) -> None:
    """Tell each ``effect`` that is the other one by all the words that are quoted for it, else by its label."""
    for part in mappings(tree):
        effect = part.get("effect")
        if not isinstance(effect, nodes.Scalar) or effect.text not in _OTHER:
            continue
        for texts in (tuple(_quoted(part)), tuple(_labels(part))):
            said = {name: [text for text in texts if form.search(text)] for name, form in _WORDS.items()}
            other = said[_OTHER[effect.text]]
            if other and not said[effect.text]:
                words = {"found": effect.text, "means": _CALLED[effect.text], "words": other[0]}
                diagnostics.add("SR175", effect.span, **words, mend=_OTHER[effect.text])
            if any(said.values()):
                break


def _quoted(part: nodes.Mapping) -> Iterator[str]:
    for each in (part.get("words"), nodes.at(part, "cite", "words")):
        if each is not None:
            yield from texts_of(each)


def _labels(part: nodes.Mapping) -> Iterator[str]:
    label = part.get("label")
    if isinstance(label, nodes.Scalar):
        yield label.text
