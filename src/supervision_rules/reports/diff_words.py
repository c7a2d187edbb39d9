"""A change of a pack in words: the way to a value, the value itself, what part of the pack it is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from supervision_rules.catalogue import Bilingual, Lang
from supervision_rules.catalogue.keys import WORDS, key_label
from supervision_rules.catalogue.periods import PERIODS
from supervision_rules.comparison import Change, Item, Step
from supervision_rules.comparison.places import SILENT
from supervision_rules.language.dates import BY_DATE
from supervision_rules.language.readings import BY_READING
from supervision_rules.reports.columns import visible
from supervision_rules.reports.say import say

_LIMIT: Final = re.compile(r"([0-9]+) (minute|hour|office hour|workday|day|calendar day|month|year)s?")
_SAME_DAY: Final = "same day"
_PERIODIC: Final = ("window", "each")
_LAST: Final = "last "
_QUOTED: Final = ("words",)
_NAMING: Final = frozenset(("options", "kinds", "levels", "scales", "types", "fields", "table", "at_most"))
"""Keys of mappings whose keys are names that the pack gives, or those of periods."""
_NOT_TOLD: Final = frozenset(("id", "kind", "cite", "label"))
"""Keys of a whole part that its heading tells."""


@dataclass(frozen=True, slots=True)
class DiffWords:
    """The words for changes, in one language."""

    lang: Lang

    def say(self, key: str, **words: object) -> str:
        return say(key, self.lang, **words)

    def way(self, change: Change) -> str:
        """The way to a value: 第2种情形，期限."""
        told = self.say("diff.way").join(map(self._step, _shown(change.path)))
        if change.sort != "reordered":
            return told
        return self.say("diff.order", way=told.removesuffix("的") if self.lang == "zh" else told)

    def _step(self, step: Step) -> str:
        return visible(step.label.said(self.lang))

    def before(self, change: Change) -> str:
        return self.value(change.before, _key(change))

    def after(self, change: Change) -> str:
        return self.value(change.after, _key(change))

    def value(self, value: object, key: str = "") -> str:
        """A value as people write it: 5个工作日, 是, 加分; a part of a pack key by key."""
        if value is None or value == []:
            return self.say("diff.none")
        if isinstance(value, Bilingual):
            return visible(value.said(self.lang))
        if isinstance(value, Mapping):
            return self.say("diff.parts").join(self._pairs(value, key))
        if isinstance(value, Sequence) and not isinstance(value, str):
            return self._list(value, key)
        word = WORDS.get(f"{key}.{value}") or (WORDS.get(str(value)) if isinstance(value, bool) else None)
        if word is not None:
            return word.said(self.lang)
        if isinstance(value, Decimal):
            return f"{value:f}"
        return self._text(str(value), key)

    def _text(self, text: str, key: str) -> str:
        length = _LIMIT.fullmatch(text)
        if length is not None:
            return self.say(f"limit.{length[2]}", amount=length[1])
        if text == _SAME_DAY:
            return self.say(f"limit.{text}")
        if key in _PERIODIC and self.lang == "zh" and text in PERIODS:
            return PERIODS[text]
        return self.say("quoted", words=visible(text)) if key in _QUOTED else visible(text)

    def _list(self, values: Sequence[object], key: str) -> str:
        if any(isinstance(each, Mapping) for each in values):
            told = (f"〔{number}〕{self.value(each, key)}" for number, each in enumerate(values, 1))
            return self.say("diff.parts").join(told)
        return self.say("list").join(self.value(each, key) for each in values)

    def _pairs(self, value: Mapping[object, object], key: str) -> Iterator[str]:
        reading, days = value.get(BY_READING), value.get(BY_DATE)
        if reading is not None:
            for option, each in value.items():
                if option != BY_READING:
                    yield self.say("diff.under", reading=reading, option=option, value=self.value(each, key))
        elif isinstance(days, Mapping):
            for day, each in days.items():
                yield self.say("diff.from", day=day, value=self.value(each, key))
        else:
            for name, each in value.items():
                if name not in SILENT:
                    yield self.say("diff.pair", label=self._label(str(name), key), value=self.value(each, str(name)))

    def _label(self, name: str, key: str) -> str:
        """What a key of a mapping is called that stands under ``key``."""
        if key in _NAMING:
            return visible(PERIODS.get(name, name) if self.lang == "zh" else name)
        return key_label("", name).said(self.lang)

    def whole(self, value: object) -> str:
        """A whole part that was added or removed: the words that it stands on, then key by key."""
        if not isinstance(value, Mapping):
            return self.value(value)
        cite = value.get("cite")
        words = self.value(cite.get("words"), "words") if isinstance(cite, Mapping) else ""
        rest = {name: each for name, each in value.items() if name not in _NOT_TOLD}
        return self.say("diff.parts").join(part for part in (words, self.value(rest)) if part)

    def name(self, item: Item) -> str:
        """What a part is called: 领导批示办结回复（instruction-reply）."""
        if not item.id:
            return self.say(f"diff.part.{item.section}")
        if not item.label:
            return visible(item.id)
        return self.say("diff.called", label=visible(item.label), id=visible(item.id))

    def called(self, item: Item) -> str:
        """The same beside its clause, which may be all that it is called."""
        return "" if item.section == "not_computable" and item.id else self.name(item)

    def thing(self, item: Item) -> str:
        """A part that others lean on: 派生事实“经批准延期（extended）”."""
        part = self.say(f"diff.part.{item.section}")
        return self.say("diff.thing", part=part, name=self.name(item)) if item.id else part

    def clause(self, item: Item) -> str:
        """The clause of a part; of one that stands on another now, both."""
        before, after = map(visible, item.clauses)
        if before and after and before != after:
            return self.say("diff.clause-moved", before=before, after=after)
        return after or before

    def sort(self, item: Item) -> str:
        return self.say("diff.sort.wording" if item.wording else f"diff.sort.{item.sort}")


def _shown(path: Sequence[Step]) -> Iterator[Step]:
    """The way without the keys that what follows them tells: 各种情形 before 第2种情形, 依据 before 原话."""
    for number, step in enumerate(path, 1):
        further = next((each for each in path[number:] if each.sort not in ("reading", "date")), None)
        if not (step.sort == "key" and further is not None and (further.sort == "entry" or step.name == "cite")):
            yield step


def _key(change: Change) -> str:
    """The key that a value stands under."""
    return next((step.name for step in reversed(change.path) if step.sort == "key"), "")
