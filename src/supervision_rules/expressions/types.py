"""The types of the language. There are seven, and no value belongs to two of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final, Literal

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.diagnostics import listed

Kind = Literal["bool", "number", "date", "moment", "text", "texts", "enum"]

WORDS: Final[Mapping[Kind, Mapping[Lang, str]]] = MappingProxyType(
    {
        "bool": {"zh": "是或否", "en": "a truth value"},
        "number": {"zh": "数", "en": "a number"},
        "date": {"zh": "日期", "en": "a date"},
        "moment": {"zh": "时刻", "en": "a moment"},
        "text": {"zh": "文字", "en": "a text"},
        "texts": {"zh": "一组文字", "en": "a list of texts"},
        "enum": {"zh": "“{name}”的选项", "en": "a level of {name}"},
    }
)


def near(word: str, choices: Iterable[str]) -> str:
    """The choices that resemble ``word``, else all."""
    every = sorted(choices)
    return listed(get_close_matches(word, every, 3) or every)


@dataclass(frozen=True, slots=True)
class Type:
    """What a value may be; an enumeration has a name and its levels in their order."""

    kind: Kind
    name: str = ""
    levels: tuple[str, ...] = ()
    labels: tuple[str, ...] = field(default=(), compare=False)
    """What a person reads for each level; an expression writes the level itself."""

    @classmethod
    def enum(cls, name: str, levels: Iterable[str], labels: Iterable[str] = ()) -> Type:
        """The enumeration ``name`` with these levels and their labels."""
        return cls("enum", name, tuple(levels), tuple(labels))

    def nearest(self, word: str) -> Bilingual:
        """The level whose label ``word`` is, else all: first those in whose label it is, then those like it."""
        labels = dict(zip(self.levels, self.labels, strict=False))
        same = [level for level, label in labels.items() if label == word]
        inside = [level for level, label in labels.items() if word and word in label]
        found = same or list(dict.fromkeys((*inside, *get_close_matches(word, self.levels), *self.levels)))
        return Bilingual(listed(f"{each}＝{labels[each]}" if each in labels else each for each in found), listed(found))

    def words(self, lang: Lang) -> str:
        """The type in the words of a message."""
        return WORDS[self.kind][lang].format(name=self.name)

    def __str__(self) -> str:
        return self.words("zh")


def any_of(types: Iterable[Type]) -> Bilingual:
    """Some types in the words of a message."""
    every = list(types)
    return Bilingual("或".join(each.words("zh") for each in every), " or ".join(each.words("en") for each in every))


BOOL: Final = Type("bool")
NUMBER: Final = Type("number")
DATE: Final = Type("date")
MOMENT: Final = Type("moment")
"""A day with a time of day, or with none that is known; it can stand for its day."""
TEXT: Final = Type("text")
TEXTS: Final = Type("texts")
