"""Keys of facts and rules exchanged for their counterparts, and those left out that need not be written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from supervision_rules import nodes
from supervision_rules.kinds import KINDS
from supervision_rules.testing.mutation.change import Change
from supervision_rules.testing.mutation.places import Place

_FACTS: Final = "facts"
_WAYS: Final[Mapping[str, str]] = {
    "any": "every",
    "every": "any",
    "first": "last",
    "last": "first",
    "max": "min",
    "min": "max",
    "top": "bottom",
    "bottom": "top",
}
"""The ways of a fact that have a counterpart."""
_ENDS: Final = ("start", "done")
"""The days between which a limit runs."""
_OPTIONAL: Final[Mapping[str, frozenset[str]]] = {
    _FACTS: frozenset(("by", "since", "until", "window")),
    "rules": frozenset(("by",)),
}
"""Keys that tell which records count in what period: without them these go by their dates, or all count."""
_WITHOUT: Final = ("by", "date")
"""What says no more than what holds where nothing is stated."""


def of_key(place: Place) -> Iterator[Change]:
    """The key of a fact or rule exchanged for another."""
    key, item = place.node, place.item
    assert isinstance(key, nodes.Scalar) and item is not None
    if place.path[0] == _FACTS:
        if key.text in _WAYS:
            other = _WAYS[key.text]
            yield Change("way", key.text, other, key.span, ((key, _renamed(key, other)),))
    elif key.text == _ENDS[0] and (done := item.key(_ENDS[1])) is not None:
        pairs = ((key, _renamed(key, done.text)), (done, _renamed(done, key.text)))
        yield Change("ends", key.text, done.text, key.span, pairs)


def may_be_left_out(place: Place) -> bool:
    """Whether the value is one that tells which records count in what period, and says other than without it."""
    if isinstance(place.node, nodes.Scalar) and (place.key, place.node.text) == _WITHOUT:
        return False
    if place.path[2:3] != (place.key,) or place.key not in _OPTIONAL.get(place.path[0], ()):
        return False
    return place.path[0] == _FACTS or place.key in _fields(place, required=False)


def ranks(place: Place) -> bool:
    """Whether it is what a rule ranks by, from the top for want of a word on the order."""
    own = place.path[:1] == ("rules",) and place.path[2:3] == (place.key,) == ("by",)
    return own and "order" in _fields(place) and place.item is not None and place.item.get("order") is None


def _fields(place: Place, *, required: bool | None = None) -> frozenset[str]:
    """The keys that a rule of this kind may have, or those of them that it must or need not have."""
    kind = place.item.get("kind") if place.item is not None else None
    if not isinstance(kind, nodes.Scalar) or kind.text not in KINDS:
        return frozenset()
    fields = KINDS[kind.text].model.model_fields.items()
    return frozenset(name for name, field in fields if required is None or field.is_required() is required)


def _renamed(key: nodes.Scalar, name: str) -> nodes.Scalar:
    return nodes.Scalar(name, name, True, key.span)
