"""What looks like a copy left as it was: two facts that say the very same, two parts of a rule that ask the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from supervision_rules import nodes
from supervision_rules.compiler.told import covers, settled
from supervision_rules.compiler.written import mappings
from supervision_rules.diagnostics import Collector, Span
from supervision_rules.wording.quoting import Quoting

_SAY_NOTHING: Final = frozenset(("id", "label", "label_en", "cite", "words", "note", "unquoted"))
"""The keys of a fact that tell what it is called and where it comes from, and not what it is."""
_ASKING: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"items": ("require", "when"), "steps": ("done", "when", "require"), "groups": ("when", "each")}
)
"""The lists of a rule, each with what its parts ask, first what all of them do that ask anything."""

_CAUSES: Final = ("SR183", "SR378")
"""What is told of one of two that makes them say the same."""

Said = str | tuple["Said", ...]


def tell_alike(every: Mapping[int, Quoting], diagnostics: Collector) -> None:
    """Tell each fact that is another one with a second id and label, and each part of a rule that asks what one before
    it does.

    They are compared as they are written: what differs under any option or on any day is not the same.
    """
    facts, told = dict[Said, nodes.Mapping](), settled(diagnostics, _CAUSES)
    for each in every.values():
        written = each.written
        if isinstance(written, nodes.Mapping) and written.get("kind") is None:
            _tell_facts(written, facts, told, diagnostics)
        for key, asking in _ASKING.items():
            for listed in _lists(nodes.at(written, key)):
                _tell_parts(listed, asking, told, diagnostics)


def _tell_facts(
    fact: nodes.Mapping, before: dict[Said, nodes.Mapping], told: list[Span], diagnostics: Collector
) -> None:
    other = before.setdefault(_said(fact, _SAY_NOTHING), fact)
    are_named_apart = all(_text(fact, key) != _text(other, key) for key in ("id", "label"))
    if are_named_apart and not any(covers(told, each.span) for each in (fact, other)):
        names = {"name": _text(fact, "id"), "label": _text(fact, "label")}
        others = {"other": _text(other, "id"), "other_label": _text(other, "label")}
        diagnostics.add("SR178", nodes.locate(fact, ("id",)).span, **names, **others)


def _tell_parts(listed: nodes.Sequence, asking: tuple[str, ...], told: list[Span], diagnostics: Collector) -> None:
    before = dict[Said, nodes.Mapping]()
    for part in listed.items:
        asked = part.get(asking[0]) if isinstance(part, nodes.Mapping) else None
        if isinstance(part, nodes.Mapping) and asked is not None:
            other = before.setdefault(_said(part, {key.text for key, _ in part.entries} - set(asking)), part)
            if other is not part and not any(covers(told, each.span) for each in (part, other)):
                names = {"label": _text(part, "label"), "other": _text(other, "label")}
                diagnostics.add("SR179", asked.span, **names, key=asking[0])


def _lists(node: nodes.Node | None) -> Iterator[nodes.Sequence]:
    """The list, or those under each option and of each day."""
    if isinstance(node, nodes.Sequence):
        yield node
    elif isinstance(node, nodes.Mapping):
        yield from (value for part in mappings(node) for _, value in part.entries if isinstance(value, nodes.Sequence))


def _said(node: nodes.Node, besides: Collection[str] = ()) -> Said:
    """What stands below ``node``, without white space, but for some of its own keys."""
    if isinstance(node, nodes.Scalar):
        return "".join(node.text.split())
    if isinstance(node, nodes.Sequence):
        return tuple(map(_said, node.items))
    entries = ((key.text, _said(value)) for key, value in node.entries if key.text not in besides)
    return tuple(sorted(entries, key=lambda entry: entry[0]))


def _text(part: nodes.Mapping, key: str) -> str:
    value = part.get(key)
    return value.text if isinstance(value, nodes.Scalar) else ""
