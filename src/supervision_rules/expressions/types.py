"""The types of the language. There are six, and no value belongs to two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from supervision_rules.catalogue import Lang

Kind = Literal["bool", "number", "date", "text", "texts", "enum"]

WORDS: Final[Mapping[Kind, Mapping[Lang, str]]] = MappingProxyType(
    {
        "bool": {"zh": "是或否", "en": "a truth value"},
        "number": {"zh": "数", "en": "a number"},
        "date": {"zh": "日期", "en": "a date"},
        "text": {"zh": "文字", "en": "a text"},
        "texts": {"zh": "一组文字", "en": "a list of texts"},
        "enum": {"zh": "“{name}”的选项", "en": "a level of {name}"},
    }
)


@dataclass(frozen=True, slots=True)
class Type:
    """What a value may be; an enumeration has a name and its levels in their order."""

    kind: Kind
    name: str = ""
    levels: tuple[str, ...] = ()

    @classmethod
    def enum(cls, name: str, levels: tuple[str, ...]) -> Type:
        """The enumeration ``name`` with these levels."""
        return cls("enum", name, levels)

    def words(self, lang: Lang) -> str:
        """The type in the words of a message."""
        return WORDS[self.kind][lang].format(name=self.name)

    def __str__(self) -> str:
        return self.words("zh")


BOOL: Final = Type("bool")
NUMBER: Final = Type("number")
DATE: Final = Type("date")
TEXT: Final = Type("text")
TEXTS: Final = Type("texts")
