"""What may stand somewhere in a pack, by the models of packs: under which key, and what leaving it out means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from supervision_rules import nodes
from supervision_rules.pack import MODEL

SILENT: Final = frozenset(("note", "unquoted", "holes", "digest", "version"))
"""Keys of what only the author of a pack reads, and what the heading tells."""
PROSE: Final = frozenset(
    ("label", "label_en", "date_label", "words", "clause", "outcome", "consequence", "acts", "copies", "reason")
    + ("title", "number", "issuer", "counted_in", "counted_in_en", "options", "levels", "kinds", "scales")
)
"""Keys of words, which are compared as they are written; other texts may be expressions."""
WORDING: Final = frozenset(
    ("label", "label_en", "date_label", "words", "clause", "reason", "title", "number", "issuer", "issued", "cite")
)
"""Keys of words by which nothing is judged."""
_UNORDERED: Final = frozenset(
    ("rules", "facts", "readings", "not_computable", "boxes", "parts", "items", "words", "among", "once_per")
    + ("same", "differ", "within", "states", "acts", "copies")
)
"""Keys of lists that mean the same in any order."""
_ORDERED_KEYS: Final = frozenset(("levels", "scales"))
"""Keys of choices, which go from top to bottom."""
_IDS: Final = frozenset(("id", "step", "code", "kind", "into", "since", "after"))
"""Keys of names that neither facts nor rules bear, though they may look alike."""
Names = tuple[tuple[str, str], ...]
"""Old names, each with the new one."""
NO_NAMES: Final[Names] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a pack."""

    hint: Any
    """The type that the model has for it."""
    key: str = ""
    """The key that it stands under, also where it is one of a list or hangs on a reading."""
    model: str = ""
    """The model whose key that is; of the keys of a mapping of no model, the key that this stands under."""
    default: object = None
    """What it is where it is left out."""
    prose: bool = False
    """Whether it is made of words, as what is below it."""
    of_model: bool = True
    """Whether the key is one of a model, and not a name that the pack gives."""
    renamed: Names = NO_NAMES
    """What facts and rules that the text names by their old ids are called."""

    @property
    def names(self) -> Names:
        """The same, where an expression may stand."""
        return NO_NAMES if self.prose or self.key in _IDS else self.renamed

    def calling(self, renamed: Names) -> Place:
        """The place in a text that calls facts and rules by their old ids."""
        return replace(self, renamed=renamed) if renamed else self

    @property
    def silent(self) -> bool:
        """Whether it says nothing to anybody but the author of the pack."""
        return self.of_model and self.key in SILENT

    @property
    def wording(self) -> bool:
        """Whether nothing is judged by it."""
        return self.of_model and self.key in WORDING

    @property
    def ordered(self) -> bool:
        """Whether the order of a list matters here."""
        return self.key not in _UNORDERED

    @property
    def ordered_keys(self) -> bool:
        """Whether the order of the keys of a mapping matters here."""
        return self.key in _ORDERED_KEYS or self.model in _ORDERED_KEYS

    @property
    def is_section(self) -> bool:
        """Whether what stands here is a mapping of its own keys even where it is left out."""
        return isinstance(self.default, BaseModel)

    def item(self) -> Place:
        """What one of a list is."""
        hints = [get_args(each)[0] for each in _members(self.hint) if get_origin(each) is list]
        return replace(self, hint=hints[0] if hints else self.hint, default=None)

    def under(self, key: str, node: nodes.Node | None) -> Place:
        """What stands under a key of the mapping ``node`` that stands here."""
        model = self.model_of(node)
        found = _field(model, key) if model is not None else None
        if found is not None and model is not None:
            default = found.get_default(call_default_factory=True)
            return Place(found.annotation, key, model.__name__, default, key in PROSE, renamed=self.renamed)
        values = [get_args(each)[1] for each in _members(self.hint) if get_origin(each) is dict]
        hint = values[0] if values else Any
        return Place(hint, key, self.key, None, self.prose, of_model=False, renamed=self.renamed)

    def model_of(self, node: nodes.Node | None) -> type[BaseModel] | None:
        """The model that a mapping is held against here: by its kind, else the first that knows all its keys."""
        models = [each for each in _members(self.hint) if isinstance(each, type) and issubclass(each, BaseModel)]
        if len(models) < 2:
            return models[0] if models else None
        keys = [key.text for key, _ in node.entries] if isinstance(node, nodes.Mapping) else []
        kind = node.get("kind") if isinstance(node, nodes.Mapping) else None
        if isinstance(kind, nodes.Scalar):
            models = [each for each in models if kind.text in _words_of(_field(each, "kind"))] or models
        knowing = (each for each in models if all(_field(each, key) is not None for key in keys))
        return next(knowing, models[0])


WHOLE: Final = Place(MODEL)
"""The whole of a pack."""


def _members(hint: Any) -> Iterator[Any]:
    """The types of which a value may be one."""
    origin = get_origin(hint)
    if origin is Annotated:
        yield from _members(get_args(hint)[0])
    elif origin in (Union, UnionType):
        for each in get_args(hint):
            yield from _members(each)
    else:
        yield hint


def _field(model: type[BaseModel], key: str) -> FieldInfo | None:
    found = model.model_fields.get(key)
    named = (each for each in model.model_fields.values() if each.alias == key)
    return found if found is not None and found.alias in (None, key) else next(named, None)


def _words_of(field: FieldInfo | None) -> tuple[object, ...]:
    hint = field.annotation if field is not None else None
    return get_args(hint) if get_origin(hint) is Literal else ()
