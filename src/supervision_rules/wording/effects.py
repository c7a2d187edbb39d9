"""Points that are added although the words deduct them, or deducted although they add."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.catalogue import Bilingual
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector, Diagnostic
from supervision_rules.language.quotes import texts_of

_WORDS: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "add": re.compile(r"[加奖][^，。；,;扣减]{0,8}?分|分[^，。；,;]{0,4}加分"),
        "deduct": re.compile(r"[扣减罚][^，。；,;]{0,10}?分|倒扣"),
    }
)
"""How words say that points are added, or deducted."""
_BACK: Final = re.compile(
    "(?:少|免[予于除]?|不[予再]?)[加奖扣减罚]"
    "|(?:减少|减免|降低|返还|退[还回]|恢复|补回|取消|撤销|[收追扣]回|冲[抵减销]|抵[扣消减]|核减)[^，。；,;]{0,8}?[加奖扣减罚]|抵[扣消减]"
    "|[加奖扣减罚][^，。；,;]{0,12}?(?:返还|退[还回]|恢复|取消|撤销|[收追补]回|冲[抵减销])|加回"
)
"""How words say that less is deducted or added, or that it is taken back: that may be either."""
_WHOLE: Final = re.compile("基础分|得分|满分|扣完|计分")
"""Of a mark from which something is deducted: the mark itself may be added."""
_OTHER: Final = MappingProxyType({"add": "deduct", "deduct": "add"})
_CALLED: Final = MappingProxyType({"add": Bilingual("加分", "adds"), "deduct": Bilingual("扣分", "deducts")})


def tell_effects(tree: nodes.Mapping, diagnostics: Collector) -> None:
    """Tell each ``effect`` that is the other one by all the words that are quoted for it, else by its label.

    Where a box and what goes into it agree it is meant so: a sum of deductions is a score of its own.
    """
    parts = [part for part in mappings(tree) if _text(part, "effect") in _OTHER]
    going = {(_text(part, "into"), _text(part, "effect")) for part in parts if part.get("into") is not None}
    boxes = {(_text(part, "id"), _text(part, "effect")) for part in parts if part.get("into") is None}
    for part in parts:
        effect, fed = _text(part, "effect"), part.get("into") is not None
        agrees = (_text(part, "into"), effect) in boxes if fed else (_text(part, "id"), effect) in going
        if not agrees:
            _tell(part, effect, diagnostics)


def _tell(part: nodes.Mapping, effect: str, diagnostics: Collector) -> None:
    for texts in (tuple(_quoted(part)), (_text(part, "label"),)):
        said = {name: [text for text in texts if form.search(text)] for name, form in _WORDS.items()}
        other = said[_OTHER[effect]]
        of_whole = effect == "add" and any(map(_WHOLE.search, texts))
        if other and not said[effect] and not of_whole and not any(map(_BACK.search, texts)):
            place = nodes.locate(part, ("effect",)).span
            words = {"found": effect, "means": _CALLED[effect], "words": other[0], "mend": _OTHER[effect]}
            diagnostics.add("SR175", place, **words)
            diagnostics.withdraw(each for each in diagnostics if _comes_of(each, part))
        if any(said.values()):
            return


def _comes_of(found: Diagnostic, part: nodes.Mapping) -> bool:
    """Whether it is told of a ceiling that does not bind, since the points go the other way."""
    return found.code == "SR365" and found.span is not None and found.span.lies_in(part.span)


def _text(part: nodes.Mapping, key: str) -> str:
    value = part.get(key)
    return value.text if isinstance(value, nodes.Scalar) else ""


def _quoted(part: nodes.Mapping) -> Iterator[str]:
    for each in (part.get("words"), nodes.at(part, "cite", "words")):
        if each is not None:
            yield from texts_of(each)
