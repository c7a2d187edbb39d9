"""What is taken from the wrong place: points in a box of the other sort, all units for those of one class, one day for
two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from supervision_rules import nodes
from supervision_rules.compiler.told import covers, settled
from supervision_rules.diagnostics import Collector
from supervision_rules.language.fact_spec import ALL_PEERS
from supervision_rules.language.quotes import texts_of
from supervision_rules.language.said import unspaced
from supervision_rules.wording.quoting import Quoting

_CLASS: Final = re.compile("同类(?![型似])|本类别?|同一?组|同一类|各类别|分类[考排评]|分组[考排评]")
_NAMED: Final = "(?:[^，。；,;率数量项绩月季年标]){%s}?"
_APART: Final = re.compile(f"按{_NAMED % '2,20'}[、和与及]{_NAMED % '1,16'}分别排[名序位]")
"""How words speak of classes by their names: 按乡镇、县直单位分别排名, and not 按总分、办结率分别排名."""
_ONE: Final = re.compile("==| in ")
"""What chooses one class: a ranking of its own for each."""
_FROM: Final = re.compile("[从由在]([^，。；,;]{2,15}?)(?:[中里内]|扣)")
_SIGNS: Final[Mapping[str, str]] = MappingProxyType({"add": "加奖", "deduct": "扣减"})
"""What boxes of each effect are called: 加分, 奖励分."""
_ONE_ALONE: Final = re.compile(r"==| in \[[^,]*\]")


def tell_belonging(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell the points in a wrong box, what leaves the class out that its words speak of, and limits without length."""
    rules = [each for each in every.values() if each.binder.at("kind") is not None]
    _tell_boxes(rules, diagnostics)
    for each in every.values():
        _tell_class(each, diagnostics)
    for each in rules:
        start, done, cases = _text(each, "start"), _text(each, "done"), each.binder.at("cases")
        # What is due on a day that is stated does not go by the day from which time is counted.
        listed = cases.items if isinstance(cases, nodes.Sequence) else ()
        has_length = any(isinstance(case, nodes.Mapping) and case.get("within") is not None for case in listed)
        if start and has_length and unspaced(start) == unspaced(done):
            each.binder.report("SR187", "done", found=done)


class _Box(NamedTuple):
    effect: str
    label: str
    others: tuple[str, ...]
    """The boxes beside it that have the other effect."""


def _tell_boxes(rules: list[Quoting], diagnostics: Collector) -> None:
    """Tell each rule that alone deducts in a box to which all others add, beside one where others deduct, and the
    other way round."""
    boxes = {name: box for each in rules for name, box in _boxes(each.binder.at("boxes"))}
    feeding = defaultdict[str, list[Quoting]](list)
    for each in rules:
        feeding[_text(each, "into")].append(each)
    told = settled(diagnostics, ("SR175",))
    for name, box in boxes.items():
        # A box that nothing goes into is told to be of no use.
        odd = [each for each in feeding[name] if _text(each, "effect") != box.effect]
        meant = next((other for other in box.others if feeding[other]), None)
        is_odd = meant is not None and len(odd) == 1 < len(feeding[name])
        if is_odd and not covers(told, odd[0].written.span) and not _says_so(odd[0], box):
            words = {"box": name, "effect": _text(odd[0], "effect"), "other": box.effect, "mend": meant}
            odd[0].binder.report("SR185", "into", **words)


def _says_so(own: Quoting, box: _Box) -> bool:
    """Whether the words of a rule take its points from such a box: 从加分中扣."""
    named = (match[1] for text in _texts(own, "cite", "words") for match in _FROM.finditer(text))
    signs = _SIGNS.get(box.effect, "")
    return any(box.label in each or box.label.startswith(each) or not set(signs).isdisjoint(each) for each in named)


def _boxes(node: nodes.Node | None) -> Iterator[tuple[str, _Box]]:
    """All boxes, those within others, too."""
    items = [item for item in node.items if isinstance(item, nodes.Mapping)] if isinstance(node, nodes.Sequence) else []
    effects = {_scalar(item, "id"): _scalar(item, "effect") for item in items}
    for item in items:
        name, effect = _scalar(item, "id"), _scalar(item, "effect")
        yield (
            name,
            _Box(effect, _scalar(item, "label"), tuple(other for other, its in effects.items() if its != effect)),
        )
        yield from _boxes(item.get("parts"))


def _tell_class(own: Quoting, diagnostics: Collector) -> None:
    """Tell a ranking without ``within``, and a fact about peers without ``among``, where the words speak of a class."""
    is_ranking = _text(own, "kind") == "ranking"
    key, place = ("within", own.binder.node.key("by")) if is_ranking else ("among", _of_all(own))
    if place is None or own.binder.at(key) is not None:
        return
    when = _text(own, "when")
    forms = [form for form, one in ((_CLASS, _ONE), (_APART, _ONE_ALONE)) if not one.search(when)]
    texts = [text for path in (("label",), ("cite", "words")) for text in _texts(own, *path)]
    said = next((match for text in texts for form in forms if (match := form.search(text))), None)
    if said is not None:
        diagnostics.add("SR186", place.span, words=said[0], key=key)


def _of_all(own: Quoting) -> nodes.Scalar | None:
    """The key of a fact by which it is made from all units, or from all records."""
    node = own.binder.node
    ways = [key for key, value in node.entries if isinstance(value, nodes.Scalar) and value.text in ALL_PEERS]
    is_rule, is_of_all = node.get("kind") is not None, _text(own, "via") == "all"
    return None if is_rule else ways[0] if ways else node.key("via") if is_of_all else None


def _texts(own: Quoting, *path: str) -> Iterator[str]:
    node = own.binder.at(*path)
    yield from texts_of(node) if node is not None else ()


def _text(own: Quoting, key: str) -> str:
    return _scalar(own.binder.node, key)


def _scalar(node: nodes.Mapping, key: str) -> str:
    value = node.get(key)
    return value.text if isinstance(value, nodes.Scalar) else ""
